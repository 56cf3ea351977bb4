import type { DaySerial, MinorUnits } from '../units/units';
import { formatIsoDay } from '../units/day';
import { formatAmount, type CurrencyCode } from '../units/money';
import type { Language, Text } from './language';

/**
 * A sentence before it is put into a language: which one, and what it speaks of.
 * Rooms return messages; sheets, pane and command line say them.
 */
export interface Message {
  readonly code: string;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

export type MessageValue =
  | string
  | number
  | { readonly amountMinor: MinorUnits; readonly currency: CurrencyCode }
  | { readonly day: DaySerial }
  | { readonly share: number }
  | { readonly list: readonly string[] }
  /** A term that has its own text, e.g. a category or a class. */
  | { readonly term: string };

/** Sentences by code, with `{name}` where a value goes and `{count|item|items}` where a word follows a number. */
export type Catalogue = Readonly<Record<string, Text>>;

function sayValue(value: MessageValue, language: Language, catalogue: Catalogue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('amountMinor' in value) return formatAmount(value.amountMinor, value.currency);
  if ('day' in value) return formatIsoDay(value.day);
  if ('share' in value) return `${Math.round(value.share * 100)}%`;
  if ('list' in value) return value.list.join(language === 'en' ? ', ' : '、');
  return catalogue[value.term]?.[language] ?? value.term;
}

/** A message in words. A code without a text is a defect and says so, rather than saying nothing. */
export function sayWith(catalogue: Catalogue, message: Message, language: Language): string {
  const text = catalogue[message.code];
  if (!text) throw new Error(`No text for the message "${message.code}".`);
  return text[language].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (hole, name: string, one?: string, many?: string) => {
    const value = message.values?.[name];
    if (value === undefined) return hole;
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return sayValue(value, language, catalogue);
  });
}
