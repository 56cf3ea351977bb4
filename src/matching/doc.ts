/**
 * A document: the entries of one side that carry the same number and are of one family (goods, money,
 * deductions): the lines of a delivery, the parts of an exchange. An entry without a number is a document
 * of its own.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex, EntryKind, Side } from '../ledger/books';
import type { Naming, NumberCode } from './readings';
import type { Match } from './reconciliation';
import { ascend } from './sorting';

/** Kinds that can stand for the same booking in the two ledgers. `other` may be any of them. */
export const FAMILIES = ['goods', 'money', 'deduction', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

export const FAMILY_OF_KIND: Readonly<Record<EntryKind, Family>> = {
  opening: 'other', invoice: 'goods', payment: 'money', return: 'goods', exchange: 'goods', transfer: 'goods', rebate: 'deduction', damage: 'deduction',
  advertising: 'deduction', promotion: 'deduction', adjustment: 'other', 'write-off': 'other',
};

export const NO_DOCS: readonly Doc[] = [];
export const NO_PLACE = -1;
const NO_ENTRIES: readonly EntryIndex[] = [];

export class Doc {
  /** Documents of the other side that it names as the same booking, or that name it; in the order of `bySideAndContent`. */
  tied: readonly Doc[] = NO_DOCS;
  /** The match that holds it, or part of it. */
  match: Match | null = null;
  /** Its place among the documents of the contest at hand. */
  place = NO_PLACE;
  /** Of the evidence at hand: strangers around it; `NaN` before they are counted. */
  strangers = Number.NaN;
  /** What the entries not yet held sum to. */
  amountMinor: MinorUnits;
  private byItself: readonly Doc[] | null = null;

  /**
   * @param id its place among its side's documents, which is by content
   * @param document the number as printed, a text of the books; the same on all its entries
   * @param numbers its own number, longest form first; empty where it has none
   * @param order its place in the series it was numbered in; `null` where it has no number, or one too long to count
   * @param naming what it names of other documents
   * @param entries what no match holds yet, ascending by content
   * @param bookedMinor its amount before any match took entries out of it
   */
  constructor(
    readonly id: number,
    readonly side: Side,
    readonly family: Family,
    readonly day: DaySerial,
    readonly document: number,
    readonly numbers: readonly NumberCode[],
    readonly order: NumberCode | null,
    public naming: Naming,
    public entries: readonly EntryIndex[],
    public bookedMinor: MinorUnits,
  ) {
    this.amountMinor = bookedMinor;
  }

  /** A list of nothing else, made once: where an amount is everybody's, the document is in dozens of candidates. */
  get alone(): readonly Doc[] {
    return (this.byItself ??= [this]);
  }

  /** Gives up all that it still has. */
  giveUp(): void {
    this.entries = NO_ENTRIES;
    this.amountMinor = 0;
  }
}

export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/** True where entries are left. */
export const isFree = (doc: Doc): boolean => doc.entries.length > 0;

/** True where it names any number at all, known to the other side or not. */
export const namesAnything = (doc: Doc): boolean => doc.naming.numbers.length > 0 || doc.naming.ranges.length > 0;

/** True where the two can be the same booking by kind: goods for goods, money for money. */
export function sameFamily(a: Pick<Doc, 'family'>, b: Pick<Doc, 'family'>): boolean {
  return a.family === b.family || a.family === 'other' || b.family === 'other';
}

export const signOf = (amount: MinorUnits): number => (amount > 0 ? 1 : amount < 0 ? -1 : 0);

export const bySideAndContent = (a: Doc, b: Doc): number => a.day - b.day || a.amountMinor - b.amountMinor || (a.side < b.side ? -1 : a.side > b.side ? 1 : a.id - b.id);

export function sumOf(docs: readonly Doc[]): MinorUnits {
  let sum = 0;
  for (const doc of docs) sum += doc.amountMinor;
  return sum;
}

/** What is tied to it, free, and of its direction. */
export function tiedAlike(hub: Doc): readonly Doc[] {
  return hub.tied.length === 0 ? NO_DOCS : hub.tied.filter((doc) => isFree(doc) && signOf(doc.amountMinor) === signOf(hub.amountMinor));
}

/** The entries of documents, in the order of their rows. A list of its own: it outlives the documents, which else were all kept with it. */
export function entriesOf(docs: readonly Doc[]): readonly EntryIndex[] {
  if (docs.length === 1 && docs[0].entries.length === 1) return [docs[0].entries[0]];
  const entries = docs.length === 1 ? docs[0].entries.slice() : docs.flatMap((doc) => doc.entries);
  return ascend(entries);
}

/** The part of a list that ascends by day which lies within `days` of a day; the nearest `most` of it. */
export function aroundDay(docs: readonly Doc[], day: DaySerial, days: number, most: number): readonly Doc[] {
  const from = firstFrom(docs, day - days);
  const to = firstFrom(docs, day + days + 1);
  if (to - from <= most) return docs.slice(from, to);
  const middle = firstFrom(docs, day);
  const start = Math.min(Math.max(from, middle - Math.floor(most / 2)), to - most);
  return docs.slice(start, start + most);
}

/** Position of the first document on or after a day. */
function firstFrom(docs: readonly Doc[], day: DaySerial): number {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle].day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
