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
import type { Doc } from './desk';

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
  private readonly lags = new Map<string, LagClock>();
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
    const key = `${doc.family}${doc.amountMinor < 0 ? '-' : '+'}`;
    let clock = this.lags.get(key);
    if (!clock) this.lags.set(key, (clock = new LagClock(this.windowDays)));
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

/** Where in our numbers a voucher of theirs belongs, by the neighbours that are known: one fit per pair of series. */
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

class OrderFit {
  constructor(
    private readonly anchors: readonly Anchor[],
    private readonly scale: number,
    private readonly range: number,
  ) {}

  /** A twentieth of the weight goes to papers booked out of order. */
  ratio(ours: number, theirs: number): number {
    const off = Math.abs(ours - expectedOurs(this.anchors, theirs, -1));
    const density = Math.exp(-off / this.scale) / (2 * this.scale);
    return 0.05 + 0.95 * Math.min(this.range * density, 1 / 0.02);
  }
}

/** `null` where the two series do not run parallel: no better than chance by a factor of four. */
function fitOrder(seen: readonly Anchor[]): OrderFit | null {
  if (seen.length < ORDER_ANCHORS_MIN) return null;
  const anchors = [...seen].sort((a, b) => a.theirs - b.theirs || a.ours - b.ours);
  const ours = anchors.map((anchor) => anchor.ours).sort((a, b) => a - b);
  const range = ours[ours.length - 1] - ours[0] + 1;
  const offs = anchors.map((anchor, at) => Math.abs(anchor.ours - expectedOurs(anchors, anchor.theirs, at))).sort((a, b) => a - b);
  // The typical distance, kept from being drawn out by the few that were booked out of order.
  const scale = Math.max(1, offs[Math.floor(offs.length * 0.75)]);
  return range / (2 * scale) >= 4 ? new OrderFit(anchors, scale, range) : null;
}

/** Our number at this voucher, between the nearest anchors (the one numbered `except` left out). */
function expectedOurs(anchors: readonly Anchor[], theirs: number, except: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle].theirs < theirs) low = middle + 1;
    else high = middle;
  }
  let before = low - 1;
  let after = low;
  if (before === except) before--;
  if (after === except) after++;
  const a = anchors[before];
  const b = anchors[after];
  if (!a) return b.ours;
  if (!b || b.theirs === a.theirs) return a.ours;
  return a.ours + ((b.ours - a.ours) * (theirs - a.theirs)) / (b.theirs - a.theirs);
}
