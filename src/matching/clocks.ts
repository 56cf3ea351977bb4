/**
 * How late the other side books, learnt from this account's own surest matches. Goods are booked when they
 * arrive, receipts when the bank has them, deductions weeks later: each family has a clock of its own. Where
 * an account has shown little yet, the clock leans on a broad shape within the window of the settings.
 *
 * A second clock is the order of numbers: many offices book papers in the order in which they were issued, so
 * that their vouchers run parallel to our documents. Whether this office does is read off the matches that
 * numbers have made; where it does not, the clock says nothing.
 */
import { NO_DAY, type MinorUnits } from '../units/units';
import type { Side } from '../ledger/books';
import { FAMILIES, type Doc, type Family } from './doc';
import { ascend } from './sorting';

/** Observations that the broad shape weighs against what was seen. */
const BROAD_SHAPE_WEIGHT = 3;
const KERNEL_HALF_WIDTH_DAYS = 2;
/** Density of a lag where a date is missing: no evidence either way. */
export const UNKNOWN_LAG_DENSITY = 0.02;
const ORDER_ANCHORS_MIN = 8;

/** More than the days that anybody looks back, so that a lag and days make one number. */
const DAYS_KEY = 1000;

/** Density per day of `lag = their day − our day` for one family and sign. */
export class LagClock {
  private readonly seen: number[] = [];
  private seenSum = 0;
  /** By lag, from the earliest; made when first asked for. */
  private table: readonly number[] | null = null;
  /** What was asked of `densestTowardsNone`, by lag and days. */
  private densest: Map<number, number> | null = null;

  constructor(readonly windowDays: number) {}

  observe(lagDays: number): void {
    if (Math.abs(lagDays) > this.windowDays) return;
    this.seen.push(lagDays);
    this.seenSum += lagDays;
    this.table = null;
    this.densest = null;
  }

  density(lagDays: number): number {
    if (Math.abs(lagDays) > this.windowDays) return 0;
    this.table ??= densities(this.windowDays, this.seen);
    return this.table[lagDays + this.windowDays];
  }

  /** The highest density from this lag on towards none, so many days at most. */
  densestTowardsNone(lagDays: number, days: number): number {
    const known = (this.densest ??= new Map());
    const key = lagDays * DAYS_KEY + days;
    let density = known.get(key);
    if (density === undefined) {
      density = 0;
      const step = Math.sign(lagDays);
      for (let back = 0; back <= days && back <= Math.abs(lagDays); back++) density = Math.max(density, this.density(lagDays - step * back));
      known.set(key, density);
    }
    return density;
  }

  /** `null` before anything was seen. */
  meanLagDays(): number | null {
    return this.seen.length ? this.seenSum / this.seen.length : null;
  }
}

function densities(windowDays: number, seen: readonly number[]): readonly number[] {
  const broad = broadShape(windowDays);
  if (seen.length === 0) return broad.densities;
  const total = seen.length + BROAD_SHAPE_WEIGHT;
  const table = broad.weights.map((weight) => weight / (2 * broad.scale * total));
  const width = KERNEL_HALF_WIDTH_DAYS + 1;
  for (const lag of seen) {
    for (let step = -KERNEL_HALF_WIDTH_DAYS; step <= KERNEL_HALF_WIDTH_DAYS; step++) {
      const at = lag + step + windowDays;
      if (at >= 0 && at < table.length) table[at] += (width - Math.abs(step)) / (width * width * total);
    }
  }
  return table;
}

/** What a clock leans on, and what it says before it has seen anything. All accounts share it. */
interface BroadShape {
  readonly scale: number;
  readonly weights: readonly number[];
  readonly densities: readonly number[];
}

const broadShapes = new Map<number, BroadShape>();

function broadShape(windowDays: number): BroadShape {
  let shape = broadShapes.get(windowDays);
  if (!shape) {
    const scale = Math.max(2, windowDays / 4);
    const weights = Array.from({ length: 2 * windowDays + 1 }, (_, at) => BROAD_SHAPE_WEIGHT * Math.exp(-Math.abs(at - windowDays) / scale));
    broadShapes.set(windowDays, (shape = { scale, weights, densities: weights.map((weight) => weight / (2 * scale * BROAD_SHAPE_WEIGHT)) }));
  }
  return shape;
}

/** What says when a paper was booked, and by which clock. */
type Timed = Pick<Doc, 'side' | 'day' | 'family' | 'amountMinor'>;

/** All clocks of one account. */
export class Clocks {
  /** By family; twice as many places, the second half for amounts below zero. */
  private readonly lags = new Array<LagClock | null>(2 * FAMILIES.length).fill(null);
  private readonly order = new OrderClock();

  constructor(readonly windowDays: number) {}

  /** Learns from a match that the documents' numbers have settled: it holds them already, so that they have no amount but the one they were booked with. */
  observe(ours: Doc, theirs: Doc): void {
    if (ours.day !== NO_DAY && theirs.day !== NO_DAY) this.clock(ours.family, ours.bookedMinor).observe(theirs.day - ours.day);
    this.order.observe(ours, theirs);
  }

  /** Density of the dates of the two, were they the same booking. 0 outside the window. */
  lagDensity(a: Timed, b: Timed): number {
    const ours = a.side === 'ours' ? a : b;
    const theirs = a.side === 'ours' ? b : a;
    if (ours.day === NO_DAY || theirs.day === NO_DAY) return UNKNOWN_LAG_DENSITY;
    return this.clockOf(ours).density(theirs.day - ours.day);
  }

  /** The clock by which a paper like this is booked on the other side. */
  clockOf(doc: Timed): LagClock {
    return this.clock(doc.family, doc.amountMinor);
  }

  private clock(family: Family, amountMinor: MinorUnits): LagClock {
    const place = FAMILIES.indexOf(family) + (amountMinor < 0 ? FAMILIES.length : 0);
    return (this.lags[place] ??= new LagClock(this.windowDays));
  }

  /** How much likelier the two are the same booking for where they stand in the order of numbers; 1 where that says nothing. */
  orderRatio(a: Doc, b: Doc): number {
    return a.side === 'ours' ? this.order.ratio(a, b) : this.order.ratio(b, a);
  }

  /** The side that books this sort of paper later; `null` where that is not known. */
  laterSide(doc: Doc): Side | null {
    const mean = this.clockOf(doc).meanLagDays();
    return mean === null || mean === 0 ? null : mean > 0 ? 'theirs' : 'ours';
  }
}

/** Where a number of one side belongs in the other's series, by the neighbours that are known: one fit per pair of series. */
class OrderClock {
  private pairs: Map<number, Map<number, SeriesPair>> | null = null;

  observe(ours: Doc, theirs: Doc): void {
    if (!ours.order || !theirs.order) return;
    this.pairs ??= new Map();
    let pairs = this.pairs.get(ours.order.prefix);
    if (!pairs) this.pairs.set(ours.order.prefix, (pairs = new Map()));
    let pair = pairs.get(theirs.order.prefix);
    if (!pair) pairs.set(theirs.order.prefix, (pair = new SeriesPair()));
    pair.observe(ours.order.digits, theirs.order.digits);
  }

  ratio(ours: Doc, theirs: Doc): number {
    if (!ours.order || !theirs.order) return 1;
    const fit = this.pairs?.get(ours.order.prefix)?.get(theirs.order.prefix)?.fit;
    return fit ? fit.ratio(ours.order.digits, theirs.order.digits) : 1;
  }
}

/** Numbers of two series that are known to belong together. */
class SeriesPair {
  private readonly ours: number[] = [];
  private readonly theirs: number[] = [];
  private fitted: OrderFit | null | undefined;

  observe(ours: number, theirs: number): void {
    this.ours.push(ours);
    this.theirs.push(theirs);
    this.fitted = undefined;
  }

  get fit(): OrderFit | null {
    if (this.fitted === undefined) this.fitted = fitOrder(this.ours, this.theirs);
    return this.fitted;
  }
}

/** Read both ways, ours from theirs and theirs from ours; the more doubtful reading counts. */
class OrderFit {
  constructor(
    private readonly forth: OneWay,
    private readonly back: OneWay,
  ) {}

  ratio(ours: number, theirs: number): number {
    return Math.min(this.forth.ratio(ours, theirs), this.back.ratio(theirs, ours));
  }
}

function fitOrder(ours: readonly number[], theirs: readonly number[]): OrderFit | null {
  if (ours.length < ORDER_ANCHORS_MIN) return null;
  const forth = fitOneWay(theirs, ours);
  const back = forth && fitOneWay(ours, theirs);
  return forth && back ? new OrderFit(forth, back) : null;
}

class OneWay {
  /** Where it was last asked: of one document's candidates all are asked from the same place. */
  private lastAt = Number.NaN;
  private lastExpected = 0;

  /** @param ats ascending; @param values what belongs to each */
  constructor(
    private readonly ats: readonly number[],
    private readonly values: readonly number[],
    private readonly scale: number,
    private readonly range: number,
  ) {}

  /** A twentieth of the weight goes to papers booked out of order. */
  ratio(value: number, at: number): number {
    if (at !== this.lastAt) {
      this.lastAt = at;
      this.lastExpected = expectedAt(this.ats, this.values, at, -1);
    }
    const off = Math.abs(value - this.lastExpected);
    const density = Math.exp(-off / this.scale) / (2 * this.scale);
    return 0.05 + 0.95 * Math.min(this.range * density, 50);
  }
}

/** `null` where the two series do not run parallel: no better than chance by a factor of four. */
function fitOneWay(seenAts: readonly number[], seenValues: readonly number[]): OneWay | null {
  const places = seenAts.map((_, place) => place).sort((a, b) => seenAts[a] - seenAts[b] || seenValues[a] - seenValues[b]);
  const [ats, values] = [places.map((place) => seenAts[place]), places.map((place) => seenValues[place])];
  let [least, most] = [values[0], values[0]];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const range = most - least + 1;
  const offs = ascend(values.map((value, place) => Math.abs(value - expectedAt(ats, values, ats[place], place))));
  // The typical distance, kept from being drawn out by the few that were booked out of order.
  const scale = Math.max(1, offs[Math.floor(offs.length * 0.75)]);
  return range / (2 * scale) >= 4 ? new OneWay(ats, values, scale, range) : null;
}

/** The value at this place, between the nearest points (the one numbered `except` left out). */
function expectedAt(ats: readonly number[], values: readonly number[], at: number, except: number): number {
  let low = 0;
  let high = ats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ats[middle] < at) low = middle + 1;
    else high = middle;
  }
  let before = low - 1;
  let after = low;
  if (before === except) before--;
  if (after === except) after++;
  if (before < 0) return values[after];
  if (after >= ats.length || ats[after] === ats[before]) return values[before];
  return values[before] + ((values[after] - values[before]) * (at - ats[before])) / (ats[after] - ats[before]);
}
