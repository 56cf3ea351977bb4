/**
 * A good plan of many visits: day by day the best that is left, then pairs of days taken apart and laid anew,
 * as long as the whole gets better. Customers that could as well be visited on another day may be priced
 * down, so that those with little choice come first.
 */
import { dayWorth, type Stop, type StopSlots, type TripRules } from './trip-day';
import { bestDay } from './trips-one-day';

/** Rounds over all pairs of days; most plans stand after two. */
const ROUNDS = 2;
/** Shares taken off the points of a customer that has other days to choose from. */
const DISCOUNTS = [0, 0.3, 0.6];

export function planGreedily(stops: readonly Stop[], rules: TripRules): StopSlots {
  const plan = new DayPlans(stops, rules);
  const slots = Array.from({ length: rules.slots }, (_, slot) => slot);
  for (const order of [slots, [...slots].reverse()]) for (const discount of DISCOUNTS) plan.retry(order, discount);
  for (let round = 0; round < ROUNDS; round++) {
    let improved = false;
    for (const a of slots) for (const b of slots) if (a !== b) improved = plan.retry([a, b], DISCOUNTS[round]) || improved;
    if (!improved) break;
  }
  return plan.slotOf;
}

class DayPlans {
  readonly slotOf: StopSlots;
  private readonly days: (readonly number[])[];
  /** Stops that may be visited on a slot, by region, best first; ties by number, so that the same input gives the same plan. */
  private readonly open: readonly (readonly (readonly number[])[])[];

  constructor(
    private readonly stops: readonly Stop[],
    private readonly rules: TripRules,
  ) {
    this.slotOf = new Int32Array(stops.length).fill(-1);
    this.days = Array.from({ length: rules.slots }, () => []);
    this.open = this.days.map((_, slot) => this.openOn(slot));
  }

  /** Takes the days apart and lays them anew in that order; keeps the result only where it is better. */
  retry(slots: readonly number[], discount: number): boolean {
    const before = slots.map((slot) => this.days[slot]);
    const worthBefore = this.worth(slots);
    for (const slot of slots) this.lay(slot, []);
    for (const slot of slots) this.lay(slot, this.bestFor(slot, discount));
    if (this.worth(slots) > worthBefore + 1e-9) return true;
    for (const slot of slots) this.lay(slot, []);
    slots.forEach((slot, i) => this.lay(slot, before[i]));
    return false;
  }

  private bestFor(slot: number, discount: number): readonly number[] {
    const free = this.open[slot].map((region) => region.filter((s) => this.slotOf[s] < 0)).filter((region) => region.length > 0);
    if (discount === 0) return bestDay(free, this.stops, (s) => this.stops[s].points, this.rules);
    const pointsOf = (s: number) => this.stops[s].points * (this.stops[s].untilSlot > this.stops[s].fromSlot ? 1 - discount : 1);
    return bestDay(free.map((region) => [...region].sort((a, b) => pointsOf(b) - pointsOf(a) || a - b)), this.stops, pointsOf, this.rules);
  }

  private worth(slots: readonly number[]): number {
    return slots.reduce((sum, slot) => sum + dayWorth(this.stops, this.days[slot], this.rules).worth, 0);
  }

  private lay(slot: number, day: readonly number[]): void {
    for (const s of this.days[slot]) this.slotOf[s] = -1;
    for (const s of day) this.slotOf[s] = slot;
    this.days[slot] = day;
  }

  private openOn(slot: number): number[][] {
    const regions = new Map<string, number[]>();
    this.stops.forEach((stop, s) => {
      if (stop.fromSlot > slot || stop.untilSlot < slot) return;
      const region = regions.get(stop.region);
      if (region) region.push(s);
      else regions.set(stop.region, [s]);
    });
    return [...regions.values()].map((region) => region.sort((a, b) => this.stops[b].points - this.stops[a].points || a - b));
  }
}
