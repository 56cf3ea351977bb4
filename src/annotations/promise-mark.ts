/**
 * The mark beside a promise: what was promised, and the day and balance it was made at. The plan is
 * written anew with every run, but a promise is measured from the day it was made; a mark whose promise
 * is no longer what the cells say belongs to an older promise and is ignored.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { PlanNote } from './annotations';

export interface PromiseOrigin {
  readonly openThenMinor: MinorUnits | null;
  readonly writtenDay: DaySerial | null;
}

/** `46356|6000000|46326|10000000`; '' for a note without a promise. Numbers are serials and minor units. */
export function promiseMark(note: PlanNote | null): string {
  if (note === null || note.promisedDay === null) return '';
  return [note.promisedDay, note.promisedMinor, note.writtenDay, note.openThenMinor].map((part) => part ?? '').join('|');
}

/** The origin that a mark holds for the promise the cells now show; null where it speaks of another promise. */
export function originFromMark(mark: string, promisedDay: DaySerial | null, promisedMinor: MinorUnits | null): PromiseOrigin | null {
  const parts = mark.split('|').map((part) => (/^-?\d+$/.test(part) ? Number(part) : null));
  if (parts.length !== 4 || promisedDay === null || parts[0] !== promisedDay || parts[1] !== promisedMinor) return null;
  return { writtenDay: parts[2], openThenMinor: parts[3] };
}
