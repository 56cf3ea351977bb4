/**
 * How late the other side books, learnt from this account's own surest matches. Goods are booked when they
 * arrive, receipts when the bank has them, deductions weeks later: each family has a clock of its own. Where
 * an account has shown little yet, the clock leans on a broad shape within the window of the settings.
 *
 * A second clock is the order of numbers: many offices book papers in the order in which they were issued, so
 * that their vouchers run parallel to our documents. Whether this office does is read off the matches that
 * numbers have made; where it does not, the clock says nothing.
 */
import { NO_DAY } from '../units/units';
import type { Side } from '../ledger/books';
import type { Doc, Family } from './desk';

/** Observations that the broad shape weighs against what was seen. */
const BROAD_SHAPE_WEIGHT = 3;
const KERNEL_HALF_WIDTH_DAYS = 2;
/** Density of a lag where a date is missing: no evidence either way. */
export const UNKNOWN_LAG_DENSITY = 0.02;
const ORDER_ANCHORS_MIN = 8;

/** Density per day of `lag = their day − our day` for one family and sign. */
export class LagClock {
  private readonly seen: number[] = [];
  private seenSum = 0;
  private readonly table: Float64Array;
  private fresh = false;

  constructor(readonly windowDays: number) {
    this.table = new Float64Array(2 * windowDays + 1);
  }

  observe(lagDays: number): void {
    if (Math.abs(lagDays) > this.windowDays) return;
    this.seen.push(lagDays);
    this.seenSum += lagDays;
    this.fresh = false;
  }

  density(lagDays: number): number {
    if (Math.abs(lagDays) > this.windowDays) return 0;
    if (!this.fresh) this.fill();
    return this.table[lagDays + this.windowDays];
  }

  /** `null` before anything was seen. */
  meanLagDays(): number | null {
    return this.seen.length ? this.seenSum / this.seen.length : null;
  }

  private fill(): void {
    const scale = Math.max(2, this.windowDays / 4);
    const total = this.seen.length + BROAD_SHAPE_WEIGHT;
    for (let lag = -this.windowDays; lag <= this.windowDays; lag++) this.table[lag + this.windowDays] = (BROAD_SHAPE_WEIGHT * Math.exp(-Math.abs(lag) / scale)) / (2 * scale * total);
    const width = KERNEL_HALF_WIDTH_DAYS + 1;
    for (const seen of this.seen) {
      for (let step = -KERNEL_HALF_WIDTH_DAYS; step <= KERNEL_HALF_WIDTH_DAYS; step++) {
        const at = seen + step + this.windowDays;
        if (at >= 0 && at < this.table.length) this.table[at] += (width - Math.abs(step)) / (width * width * total);
      }
    }
    this.fresh = true;
  }
}

/** All clocks of one account. */
export class Clocks {
  private readonly lags = { plus: new Map<Family, LagClock>(), minus: new Map<Family, LagClock>() };
  private readonly order = new OrderClock();

  constructor(readonly windowDays: number) {}

  /** Learns from a match that the documents' numbers have settled. */
  observe(ours: Doc, theirs: Doc): void {
    if (ours.day !== NO_DAY && theirs.day !== NO_DAY) this.clockOf(ours).observe(theirs.day - ours.day);
    this.order.observe(ours, theirs);
  }

  /** Density of the dates of the two, were they the same booking. 0 outside the window. */
  lagDensity(a: Doc, b: Doc): number {
    const ours = a.side === 'ours' ? a : b;
    const theirs = a.side === 'ours' ? b : a;
    if (ours.day === NO_DAY || theirs.day === NO_DAY) return UNKNOWN_LAG_DENSITY;
    return this.clockOf(ours).density(theirs.day - ours.day);
  }

  /** The clock by which a paper like this is booked on the other side. */
  clockOf(doc: Doc): LagClock {
    const lags = doc.amountMinor < 0 ? this.lags.minus : this.lags.plus;
    let clock = lags.get(doc.family);
    if (!clock) lags.set(doc.family, (clock = new LagClock(this.windowDays)));
    return clock;
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

interface Anchor {
  readonly ours: number;
  readonly theirs: number;
}

/** Where a number of one side belongs in the other's series, by the neighbours that are known: one fit per pair of series. */
class OrderClock {
  private readonly anchors = new Map<string, Map<string, Anchor[]>>();
  private readonly fits = new Map<string, Map<string, OrderFit | null>>();

  observe(ours: Doc, theirs: Doc): void {
    if (!ours.order || !theirs.order) return;
    const bySeries = inner(this.anchors, ours.order.series);
    const anchor = { ours: ours.order.value, theirs: theirs.order.value };
    const known = bySeries.get(theirs.order.series);
    if (known) known.push(anchor);
    else bySeries.set(theirs.order.series, [anchor]);
    inner(this.fits, ours.order.series).delete(theirs.order.series);
  }

  ratio(ours: Doc, theirs: Doc): number {
    if (!ours.order || !theirs.order) return 1;
    const fits = inner(this.fits, ours.order.series);
    let fit = fits.get(theirs.order.series);
    if (fit === undefined) fits.set(theirs.order.series, (fit = fitOrder(this.anchors.get(ours.order.series)?.get(theirs.order.series) ?? [])));
    return fit ? fit.ratio(ours.order.value, theirs.order.value) : 1;
  }
}

function inner<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let found = map.get(key);
  if (!found) map.set(key, (found = new Map<string, Value>()));
  return found;
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

function fitOrder(anchors: readonly Anchor[]): OrderFit | null {
  if (anchors.length < ORDER_ANCHORS_MIN) return null;
  const forth = fitOneWay(anchors.map((anchor) => ({ at: anchor.theirs, value: anchor.ours })));
  const back = fitOneWay(anchors.map((anchor) => ({ at: anchor.ours, value: anchor.theirs })));
  return forth && back ? new OrderFit(forth, back) : null;
}

interface Point {
  readonly at: number;
  readonly value: number;
}

class OneWay {
  constructor(
    private readonly points: readonly Point[],
    private readonly scale: number,
    private readonly range: number,
  ) {}

  /** A twentieth of the weight goes to papers booked out of order. */
  ratio(value: number, at: number): number {
    const off = Math.abs(value - expectedAt(this.points, at, -1));
    const density = Math.exp(-off / this.scale) / (2 * this.scale);
    return 0.05 + 0.95 * Math.min(this.range * density, 50);
  }
}

/** `null` where the two series do not run parallel: no better than chance by a factor of four. */
function fitOneWay(seen: readonly Point[]): OneWay | null {
  const points = [...seen].sort((a, b) => a.at - b.at || a.value - b.value);
  const values = points.map((point) => point.value).sort((a, b) => a - b);
  const range = values[values.length - 1] - values[0] + 1;
  const offs = points.map((point, place) => Math.abs(point.value - expectedAt(points, point.at, place))).sort((a, b) => a - b);
  // The typical distance, kept from being drawn out by the few that were booked out of order.
  const scale = Math.max(1, offs[Math.floor(offs.length * 0.75)]);
  return range / (2 * scale) >= 4 ? new OneWay(points, scale, range) : null;
}

/** The value at this place, between the nearest points (the one numbered `except` left out). */
function expectedAt(points: readonly Point[], at: number, except: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].at < at) low = middle + 1;
    else high = middle;
  }
  let before = low - 1;
  let after = low;
  if (before === except) before--;
  if (after === except) after++;
  const a = points[before];
  const b = points[after];
  if (!a) return b.value;
  if (!b || b.at === a.at) return a.value;
  return a.value + ((b.value - a.value) * (at - a.at)) / (b.at - a.at);
}
