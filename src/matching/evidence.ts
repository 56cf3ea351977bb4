/**
 * What speaks for two documents being one booking, as likelihood ratios, and how many strangers would look as
 * good by chance. Amounts are common property: on a price list half the deliveries cost the same. So the worth
 * of an equal amount is counted from the account itself.
 */
import { isFree, namesAnything, otherSide, sameFamily, signOf, type Desk, type Doc, type Family } from './desk';
import { isOneSlipAway, samePrefix, type DocumentNumber } from './references';
import { UNKNOWN_LAG_DENSITY, type LagClock } from './clocks';
import { NO_DAY } from '../units/units';
import { SIDES } from '../ledger/books';
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
  private readonly crowds = new Map<string, Crowd>();
  private readonly around = new Map<Doc, number>();

  constructor(private readonly work: Work) {
    for (const side of SIDES) for (const doc of work.desk.docs[side]) if (isFree(doc)) this.crowdIn(doc);
  }

  private crowdIn(doc: Doc): void {
    const families: readonly Family[] = doc.family === 'other' ? ['goods', 'money', 'deduction', 'other'] : [doc.family, 'other'];
    for (const family of families) {
      const key = crowdKey(doc.side, family, doc.amountMinor);
      const crowd = this.crowds.get(key) ?? new Crowd();
      crowd.add(doc.day);
      this.crowds.set(key, crowd);
    }
  }

  /** Strangers of the other side that stand as near in time, weighed by how near: one that stood where this one stands counts 1. */
  rivals(a: Doc, b: Doc): number {
    const density = this.work.clocks.lagDensity(a, b);
    return density > 0 ? Math.max(this.crowdAround(a, b), this.crowdAround(b, a)) / density : Number.POSITIVE_INFINITY;
  }

  /** Strangers of the other side around a document, weighed by the clock that runs between the two. */
  private crowdAround(doc: Doc, like: Doc): number {
    const crowd = this.crowds.get(crowdKey(otherSide(doc.side), doc.family, doc.amountMinor));
    if (!crowd) return 0;
    const known = this.around.get(doc);
    if (known !== undefined) return known;
    const weighed = crowd.weighed(doc, this.work.clocks.clockOf(doc.side === 'ours' ? doc : like));
    this.around.set(doc, weighed);
    return weighed;
  }

  /** Free documents of the same side and day beside this one; never less than an average day has. */
  othersOnDay(doc: Doc): number {
    const crowd = this.crowds.get(crowdKey(doc.side, doc.family, doc.amountMinor));
    return crowd ? Math.max(crowd.on(doc.day) - 1, crowd.perDay()) : 1;
  }

  nameRatio(a: Doc, b: Doc): number {
    return ratioOf(nameEvidence(this.work.desk, a, b));
  }
}

/** Free documents by day. */
class Crowd {
  private readonly days = new Map<number, number>();
  private total = 0;

  add(day: number): void {
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
    this.total++;
  }

  on(day: number): number {
    return this.days.get(day) ?? 0;
  }

  /** Average over the days from the first to the last. */
  perDay(): number {
    let [first, last, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const [day, many] of this.days) [first, last, count] = [Math.min(first, day), Math.max(last, day), count + many];
    return count / (last - first + 1);
  }

  /** Sum of the lag densities of all its documents against one document of the other side. */
  weighed(doc: Doc, clock: LagClock): number {
    if (doc.day === NO_DAY) return UNKNOWN_LAG_DENSITY * this.total;
    const forward = doc.side === 'ours' ? 1 : -1;
    let sum = 0;
    for (let lag = -clock.windowDays; lag <= clock.windowDays; lag++) {
      const count = this.days.get(doc.day + forward * lag);
      if (count) sum += count * clock.density(lag);
    }
    return sum;
  }
}

const crowdKey = (side: string, family: Family, amount: number) => `${side} ${family} ${signOf(amount)}`;

/** What the numbers on the two documents say about each other. */
export function nameEvidence(desk: Desk, a: Doc, b: Doc): NameEvidence {
  const [first, second] = [namesOf(a, b), namesOf(b, a)];
  if (first === 'named' || second === 'named') return 'named';
  if (first === 'similar' || second === 'similar') return namesAnOpenOne(desk, a) || namesAnOpenOne(desk, b) ? 'similar-but-another' : 'similar';
  if (a.naming.numbers.some((x) => b.naming.numbers.some((y) => x.digits === y.digits && samePrefix(x.prefix, y.prefix)))) return 'common';
  const worst = [standing(desk, a), standing(desk, b)];
  return worst.includes('another') ? 'another' : worst.includes('unknown') ? 'unknown' : 'none';
}

/** True where a names b by its number. */
export function names(a: Doc, b: Doc): boolean {
  return a.naming.numbers.some((name) => b.numbers.some((own) => own.digits === name.digits && samePrefix(own.prefix, name.prefix)));
}

function namesOf(a: Doc, b: Doc): 'named' | 'similar' | null {
  let similar = false;
  for (const name of a.naming.numbers) {
    for (const own of b.numbers) {
      if (!samePrefix(name.prefix, own.prefix)) continue;
      if (name.digits === own.digits) return 'named';
      similar ||= isOneSlipAway(name.digits, own.digits);
    }
  }
  return similar ? 'similar' : null;
}

function namesAnOpenOne(desk: Desk, doc: Doc): boolean {
  const could = (other: Doc, prefix: string) => isFree(other) && samePrefix(prefix, other.numbers[0]?.prefix ?? '') && sameFamily(doc, other) && signOf(other.amountMinor) === signOf(doc.amountMinor);
  return doc.naming.numbers.some((name) => desk.withDigits(otherSide(doc.side), name.digits).some((other) => could(other, name.prefix)));
}

/** Whether the numbers it names belong to other bookings. What a payment pays is not what it is. */
function standing(desk: Desk, doc: Doc): NameEvidence {
  if (!namesAnything(doc) || doc.family === 'money' || doc.family === 'deduction') return 'none';
  const known = doc.naming.numbers.flatMap((name) => desk.withDigits(otherSide(doc.side), name.digits).filter((other) => samePrefix(name.prefix, other.numbers[0]?.prefix ?? '')));
  if (known.length === 0) return doc.naming.numbers.some(isSubstantial) ? 'unknown' : 'none';
  // A return that names the delivery it came from: it is not that delivery, but neither is it a paper that names another one, or none.
  return known.some((other) => sameFamily(doc, other) && signOf(desk.originalMinor(other)) * signOf(doc.amountMinor) >= 0) ? 'another' : 'unknown';
}

const isSubstantial = (number: DocumentNumber) => number.digits.length >= 3;
