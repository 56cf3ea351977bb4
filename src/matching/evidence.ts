/**
 * What speaks for two documents being one booking, as likelihood ratios, and how many strangers would look as
 * good by chance. Amounts are common property: on a price list half the deliveries cost the same. So the worth
 * of an equal amount is counted from the account itself.
 */
import { NO_DAY, type MinorUnits } from '../units/units';
import { SIDES, type Side } from '../ledger/books';
import { UNKNOWN_LAG_DENSITY, type LagClock } from './clocks';
import type { Desk } from './desk';
import { FAMILIES, isFree, namesAnything, otherSide, sameFamily, signOf, type Doc } from './doc';
import { samePrefix, type NumberCode } from './readings';
import { isOneSlipAway } from './references';
import type { Work } from './work';

/** Ratios, from experience with typed-in numbers: a slip hits the right neighbour far oftener than a stranger does. */
const NAMED_RATIO = 300;
const SIMILAR_RATIO = 100;
/** One slip away, while the number as written is that of a document still open. */
const SIMILAR_BUT_ANOTHER_RATIO = 2;
const COMMON_NAME_RATIO = 20;
const NAMES_UNKNOWN_RATIO = 0.1;
const NAMES_ANOTHER_RATIO = 0.02;

export type NameEvidence = 'named' | 'similar' | 'similar-but-another' | 'common' | 'none' | 'unknown' | 'another';

const RATIOS: Readonly<Record<NameEvidence, number>> = { named: NAMED_RATIO, similar: SIMILAR_RATIO, 'similar-but-another': SIMILAR_BUT_ANOTHER_RATIO, common: COMMON_NAME_RATIO, none: 1, unknown: NAMES_UNKNOWN_RATIO, another: NAMES_ANOTHER_RATIO };

/** How much likelier the two are one booking for what their numbers say. */
export const ratioOf = (names: NameEvidence): number => RATIOS[names];

/** Measures of one account at one moment: what is free decides how good a candidate looks. */
export class Evidence {
  /** What was free when the moment began. */
  readonly free: Readonly<Record<Side, readonly Doc[]>>;
  /** By side, family and sign; each made when it is first asked for. */
  private readonly crowds: (Crowd | undefined)[] = [];
  private readonly amounts: Partial<Record<Side, ReadonlyMap<MinorUnits, readonly Doc[]>>> = {};

  constructor(private readonly work: Work) {
    const { desk } = work;
    this.free = { ours: desk.free('ours'), theirs: desk.free('theirs') };
    for (const side of SIDES) for (const doc of this.free[side]) doc.strangers = Number.NaN;
  }

  /** What was free on a side and could be of the document's kind, in its direction. */
  private crowdOf(side: Side, like: Doc): Crowd {
    const sign = signOf(like.amountMinor);
    const place = ((side === 'ours' ? 0 : FAMILIES.length) + FAMILIES.indexOf(like.family)) * 3 + sign + 1;
    return (this.crowds[place] ??= new Crowd(this.free[side].filter((doc) => sameFamily(doc, like) && signOf(doc.amountMinor) === sign)));
  }

  /** What was free, by amount, the amounts in the order in which they come first. */
  byAmount(side: Side): ReadonlyMap<MinorUnits, readonly Doc[]> {
    return (this.amounts[side] ??= groupedByAmount(this.free[side]));
  }

  /** Strangers of the other side that stand as near in time, weighed by how near: one that stood where this one stands counts 1. */
  rivals(a: Doc, b: Doc): number {
    const density = this.work.clocks.lagDensity(a, b);
    return density > 0 ? Math.max(this.crowdAround(a, b), this.crowdAround(b, a)) / density : Number.POSITIVE_INFINITY;
  }

  /** Strangers of the other side around a document, weighed by the clock that runs between the two. */
  private crowdAround(doc: Doc, like: Doc): number {
    const crowd = this.crowdOf(otherSide(doc.side), doc);
    if (crowd.total === 0) return 0;
    if (Number.isNaN(doc.strangers)) doc.strangers = crowd.weighed(doc, this.work.clocks.clockOf(doc.side === 'ours' ? doc : like));
    return doc.strangers;
  }

  /** Free documents of the same side and day beside this one; never less than an average day has. */
  othersOnDay(doc: Doc): number {
    const crowd = this.crowdOf(doc.side, doc);
    return crowd.total > 0 ? Math.max(crowd.on(doc.day) - 1, crowd.perDay()) : 1;
  }

  nameRatio(a: Doc, b: Doc): number {
    return ratioOf(nameEvidence(this.work.desk, a, b));
  }
}

function groupedByAmount(docs: readonly Doc[]): Map<MinorUnits, Doc[]> {
  const groups = new Map<MinorUnits, Doc[]>();
  for (const doc of docs) {
    const group = groups.get(doc.amountMinor);
    if (group) group.push(doc);
    else groups.set(doc.amountMinor, [doc]);
  }
  return groups;
}

/** Documents of one side, family and sign, counted by day. They come by day. */
class Crowd {
  private readonly days: number[] = [];
  private readonly counts: number[] = [];
  readonly total: number;

  constructor(docs: readonly Doc[]) {
    this.total = docs.length;
    for (let from = 0, to = 0; from < docs.length; from = to) {
      while (to < docs.length && docs[to].day === docs[from].day) to++;
      this.days.push(docs[from].day);
      this.counts.push(to - from);
    }
  }

  on(day: number): number {
    const at = this.firstFrom(day);
    return this.days[at] === day ? this.counts[at] : 0;
  }

  /** Average over the days from the first to the last. */
  perDay(): number {
    return this.total / (this.days[this.days.length - 1] - this.days[0] + 1);
  }

  /** Sum of the lag densities of all its documents against one document of the other side, from the earliest lag to the latest. */
  weighed(doc: Doc, clock: LagClock): number {
    if (doc.day === NO_DAY) return UNKNOWN_LAG_DENSITY * this.total;
    const [from, to] = [this.firstFrom(doc.day - clock.windowDays), this.firstFrom(doc.day + clock.windowDays + 1)];
    let sum = 0;
    if (doc.side === 'ours') for (let at = from; at < to; at++) sum += this.counts[at] * clock.density(this.days[at] - doc.day);
    else for (let at = to - 1; at >= from; at--) sum += this.counts[at] * clock.density(doc.day - this.days[at]);
    return sum;
  }

  /** Position of the first day that is not earlier. */
  private firstFrom(day: number): number {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What the numbers on the two documents say about each other. */
export function nameEvidence(desk: Desk, a: Doc, b: Doc): NameEvidence {
  const [first, second] = [namesOf(desk, a, b), namesOf(desk, b, a)];
  if (first === 'named' || second === 'named') return 'named';
  if (first === 'similar' || second === 'similar') return namesAnOpenOne(desk, a) || namesAnOpenOne(desk, b) ? 'similar-but-another' : 'similar';
  if (nameInCommon(a, b)) return 'common';
  const [one, other] = [standing(desk, a), standing(desk, b)];
  return one === 'another' || other === 'another' ? 'another' : one === 'unknown' || other === 'unknown' ? 'unknown' : 'none';
}

/** True where a names b by its number. */
export function names(a: Pick<Doc, 'naming'>, b: Pick<Doc, 'numbers'>): boolean {
  for (const name of a.naming.numbers) for (const own of b.numbers) if (own.digits === name.digits && samePrefix(own.prefix, name.prefix)) return true;
  return false;
}

function nameInCommon(a: Doc, b: Doc): boolean {
  for (const x of a.naming.numbers) for (const y of b.naming.numbers) if (x.digits === y.digits && samePrefix(x.prefix, y.prefix)) return true;
  return false;
}

function namesOf({ readings }: Desk, a: Doc, b: Doc): 'named' | 'similar' | null {
  if (names(a, b)) return 'named';
  for (const name of a.naming.numbers) {
    for (const own of b.numbers) if (samePrefix(name.prefix, own.prefix) && isOneSlipAway(readings.digitsText(name.digits), readings.digitsText(own.digits))) return 'similar';
  }
  return null;
}

function namesAnOpenOne(desk: Desk, doc: Doc): boolean {
  const could = (other: Doc, prefix: number) => isFree(other) && samePrefix(prefix, other.numbers[0].prefix) && sameFamily(doc, other) && signOf(other.amountMinor) === signOf(doc.amountMinor);
  return doc.naming.numbers.some((name) => desk.withDigits(otherSide(doc.side), name.digits).some((other) => could(other, name.prefix)));
}

/** Whether the numbers it names belong to other bookings. What a payment pays is not what it is. */
export function standing(desk: Desk, doc: Doc): 'none' | 'unknown' | 'another' {
  if (!namesAnything(doc) || doc.family === 'money' || doc.family === 'deduction') return 'none';
  let isKnown = false;
  for (const name of doc.naming.numbers) {
    for (const other of desk.withDigits(otherSide(doc.side), name.digits)) {
      if (!samePrefix(name.prefix, other.numbers[0].prefix)) continue;
      if (sameFamily(doc, other) && signOf(other.bookedMinor) * signOf(doc.amountMinor) >= 0) return 'another';
      isKnown = true;
    }
  }
  // A return that names the delivery it came from: it is not that delivery, but neither is it a paper that names another one, or none.
  return isKnown || doc.naming.numbers.some(isSubstantial) ? 'unknown' : 'none';
}

const isSubstantial = (number: NumberCode) => number.digits < 0 || number.digits >= 100;
