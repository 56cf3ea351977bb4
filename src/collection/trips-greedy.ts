/**
 * A good plan of many visits. Days are filled with bundles (the best customers of one region that still fit)
 * by gain per hour; then single days are taken apart and filled anew, as long as the whole gets better.
 */
import { HOURS_SLACK, dayWorth, travelHours, travelPoints, type Stop, type StopSlots, type TripRules } from './trip-day';

/** Rounds over all days without which no improvement was found end the search sooner. */
const ROUNDS = 4;

interface Bundle {
  readonly slot: number;
  readonly stops: readonly number[];
  readonly gain: number;
  readonly hours: number;
}

type Measure = (bundle: { readonly gain: number; readonly hours: number }) => number;
const perHour: Measure = ({ gain, hours }) => gain / hours;
const whole: Measure = ({ gain }) => gain;

export function planGreedily(stops: readonly Stop[], rules: TripRules): StopSlots {
  const plan = new DayPlans(stops, rules);
  const slots = Array.from({ length: rules.slots }, (_, slot) => slot);
  plan.fill(slots, perHour);
  for (let round = 0; round < ROUNDS; round++) {
    let improved = false;
    for (const slot of slots) {
      for (const other of slots.filter((later) => later >= slot)) improved = plan.retry([...new Set([slot, other])], perHour) || improved;
      improved = plan.retry([slot], whole) || improved;
    }
    if (!improved) break;
  }
  return plan.slotOf;
}

class DayPlans {
  readonly slotOf: StopSlots;
  private readonly regions: readonly (readonly number[])[];
  private readonly days: number[][];

  constructor(
    private readonly stops: readonly Stop[],
    private readonly rules: TripRules,
  ) {
    this.slotOf = new Int32Array(stops.length).fill(-1);
    this.days = Array.from({ length: rules.slots }, () => []);
    const byRegion = new Map<string, number[]>();
    stops.forEach((stop, s) => byRegion.set(stop.region, [...(byRegion.get(stop.region) ?? []), s]));
    // Best customers first; ties by number, so that the same input gives the same plan.
    this.regions = [...byRegion.values()].map((region) => region.sort((a, b) => stops[b].points - stops[a].points || a - b));
  }

  /** Adds the best bundle to one of these days until none gains anything. */
  fill(slots: readonly number[], measure: Measure): void {
    const best = new Map(slots.map((slot) => [slot, this.bestBundle(slot, measure)]));
    for (;;) {
      let chosen: Bundle | null = null;
      for (const bundle of best.values()) if (bundle && (!chosen || measure(bundle) > measure(chosen) + 1e-9)) chosen = bundle;
      if (!chosen) return;
      for (const s of chosen.stops) this.put(s, chosen.slot);
      const taken = new Set(chosen.stops);
      // Other days' bundles stand unless one of their customers has just been taken.
      for (const [slot, bundle] of best) if (slot === chosen.slot || bundle?.stops.some((s) => taken.has(s))) best.set(slot, this.bestBundle(slot, measure));
    }
  }

  /** Takes the days apart and fills them anew; keeps the result only where it is better. */
  retry(slots: readonly number[], measure: Measure): boolean {
    const before = slots.map((slot) => [...this.days[slot]]);
    const worthBefore = this.worth(slots);
    for (const slot of slots) this.clear(slot);
    this.fill(slots, measure);
    if (this.worth(slots) > worthBefore + 1e-9) return true;
    for (const slot of slots) this.clear(slot);
    slots.forEach((slot, i) => before[i].forEach((s) => this.put(s, slot)));
    return false;
  }

  private worth(slots: readonly number[]): number {
    return slots.reduce((sum, slot) => sum + dayWorth(this.stops, this.days[slot], this.rules).worth, 0);
  }

  private put(s: number, slot: number): void {
    this.slotOf[s] = slot;
    this.days[slot].push(s);
  }

  private clear(slot: number): void {
    for (const s of this.days[slot]) this.slotOf[s] = -1;
    this.days[slot] = [];
  }

  private bestBundle(slot: number, measure: Measure): Bundle | null {
    const { hours } = dayWorth(this.stops, this.days[slot], this.rules);
    const hoursLeft = this.rules.hoursPerDay + HOURS_SLACK - hours;
    let best: Bundle | null = null;
    for (const region of this.regions) {
      const free = region.filter((s) => this.slotOf[s] < 0 && this.stops[s].fromSlot <= slot && slot <= this.stops[s].untilSlot);
      if (free.length === 0) continue;
      const bundle = this.bundleIn(free, slot, hoursLeft, measure);
      if (bundle && (!best || measure(bundle) > measure(best) + 1e-9)) best = bundle;
    }
    return best;
  }

  /** For each limit of distance, the best customers within it, as many as fit: the best such bundle. */
  private bundleIn(free: readonly number[], slot: number, hoursLeft: number, measure: Measure): Bundle | null {
    const { stops, rules } = this;
    const visitedKm = this.days[slot].reduce((most, s) => (stops[s].region === stops[free[0]].region ? Math.max(most, stops[s].distanceKm) : most), 0);
    const limits = new Set(free.map((s) => Math.max(visitedKm, stops[s].distanceKm)));
    let best: Bundle | null = null;
    for (const limitKm of limits) {
      const chosen: number[] = [];
      let points = 0;
      let farthestKm = visitedKm;
      for (const s of free) {
        if (stops[s].distanceKm > limitKm) continue;
        farthestKm = Math.max(farthestKm, stops[s].distanceKm);
        const onTheRoad = travelHours(farthestKm, rules) - travelHours(visitedKm, rules);
        const hours = onTheRoad + (chosen.length + 1) * rules.visitHours;
        if (hours > hoursLeft) break;
        chosen.push(s);
        points += stops[s].points;
        const gain = points - travelPoints(onTheRoad, rules);
        if (gain > 1e-9 && (!best || measure({ gain, hours }) > measure(best) + 1e-9)) best = { slot, stops: [...chosen], gain, hours };
      }
    }
    return best;
  }
}
