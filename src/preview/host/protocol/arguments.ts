/** Reads a method's arguments, and refuses what Excel would refuse. */
import { ExcelError } from './errors';

export function textArgument(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new ExcelError('InvalidArgument', `The argument '${name}' must be text.`);
  return value;
}

export function integerArgument(value: unknown, name: string, least = Number.MIN_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw new ExcelError('InvalidArgument', `The argument '${name}' must be a whole number of at least ${least}.`);
  return value;
}

export function numberArgument(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ExcelError('InvalidArgument', `The argument '${name}' must be a number.`);
  return value;
}

export function booleanArgument(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw new ExcelError('InvalidArgument', `The argument '${name}' must be true or false.`);
  return value;
}

/** A word of one of Office.js's enumerations; capitals must be right, as Excel wants them. */
export function wordArgument<Word extends string>(value: unknown, name: string, words: readonly Word[]): Word {
  if (!words.includes(value as Word)) throw new ExcelError('InvalidArgument', `The argument '${name}' must be one of ${words.join(', ')}.`);
  return value as Word;
}

/** `#RRGGBB` in capitals, or empty for none. */
export function colorArgument(value: unknown, name: string): string {
  const text = textArgument(value, name);
  if (text !== '' && !/^#?[0-9a-fA-F]{6}$/.test(text)) throw new ExcelError('InvalidArgument', `The argument '${name}' must be a colour like #1F2A44.`);
  return text === '' ? '' : `#${text.replace('#', '').toUpperCase()}`;
}
