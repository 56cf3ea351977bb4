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
  const { values } = message;
  let said = '';
  for (const part of partsOf(text[language])) {
    if (typeof part === 'string') said += part;
    else {
      const value = values?.[part.name];
      if (value === undefined) said += part.hole;
      else if (part.one !== undefined && part.many !== undefined) said += value === 1 ? part.one : part.many;
      else said += sayValue(value, language, catalogue);
    }
  }
  return said;
}

/** Where a value goes, or a word that follows a number. */
interface Hole {
  readonly hole: string;
  readonly name: string;
  readonly one?: string;
  readonly many?: string;
}

/** Texts cut at their holes, once: the same sentence is said of a hundred thousand lines. */
const cutTexts = new Map<string, readonly (string | Hole)[]>();

function partsOf(text: string): readonly (string | Hole)[] {
  let parts = cutTexts.get(text);
  if (!parts) cutTexts.set(text, (parts = cutAtHoles(text)));
  return parts;
}

function cutAtHoles(text: string): readonly (string | Hole)[] {
  const parts: (string | Hole)[] = [];
  let at = 0;
  for (const { 0: hole, 1: name, 2: one, 3: many, index } of text.matchAll(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g)) {
    if (index > at) parts.push(text.slice(at, index));
    parts.push({ hole, name, one, many });
    at = index + hole.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
