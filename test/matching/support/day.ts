import { parseIsoDay } from '../../../src/units/day';

/** `2026-03-01` as a day serial; a case with a date that does not exist is a mistake in the case. */
export function day(text: string): number {
  const serial = parseIsoDay(text);
  if (serial === null) throw new Error(`No such day: ${text}`);
  return serial;
}
