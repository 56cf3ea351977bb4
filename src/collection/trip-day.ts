/**
 * A day on the road. Only region and distance are known, so it is: for each region visited, there and back to
 * its farthest customer, and the hours of each visit; all within the working hours. Its worth: the points of
 * its visits less the cost of its travel.
 */
/** A customer to be visited once, on one of the days from `fromSlot` to `untilSlot` (numbers of working days ahead). */
export interface Stop {
  readonly key: number;
  readonly region: string;
  readonly distanceKm: number;
  readonly points: number;
  readonly fromSlot: number;
  readonly untilSlot: number;
}

export interface TripRules {
  readonly slots: number;
  readonly hoursPerDay: number;
  readonly visitHours: number;
  readonly kmPerHour: number;
  /** Points that a whole working day of travel costs. */
  readonly travelPointsPerDay: number;
}

/** Slot by stop number; -1 where no day has room or the way costs more than the visit gains. */
export type StopSlots = Int32Array;

export function travelHours(distanceKm: number, rules: TripRules): number {
  return (2 * distanceKm) / rules.kmPerHour;
}

export function travelPoints(hours: number, rules: TripRules): number {
  return (rules.travelPointsPerDay * hours) / rules.hoursPerDay;
}

/** True where the customer can be visited and the rep be home within one working day. */
export function fitsInDay(stop: Pick<Stop, 'distanceKm'>, rules: TripRules): boolean {
  return travelHours(stop.distanceKm, rules) + rules.visitHours <= rules.hoursPerDay + HOURS_SLACK;
}

/** Hours are sums of fractions; a minute is no reason to stay at home. */
export const HOURS_SLACK = 1e-6;

/** Net worth of a plan: what both planners make as large as they can. */
export function worthOf(stops: readonly Stop[], slots: StopSlots, rules: TripRules): number {
  let worth = 0;
  for (let slot = 0; slot < rules.slots; slot++) worth += dayWorth(stops, stops.map((_, s) => s).filter((s) => slots[s] === slot), rules).worth;
  return worth;
}

/** One day's stops, by number: its hours, and its points less travel. */
export function dayWorth(stops: readonly Stop[], day: readonly number[], rules: TripRules): { readonly hours: number; readonly worth: number } {
  const farthest = new Map<string, number>();
  let points = 0;
  for (const s of day) {
    points += stops[s].points;
    farthest.set(stops[s].region, Math.max(farthest.get(stops[s].region) ?? 0, stops[s].distanceKm));
  }
  let onTheRoad = 0;
  for (const distanceKm of farthest.values()) onTheRoad += travelHours(distanceKm, rules);
  return { hours: onTheRoad + day.length * rules.visitHours, worth: points - travelPoints(onTheRoad, rules) };
}
