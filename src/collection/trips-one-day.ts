/**
 * The best single day among the customers that may be visited on it. Within a region, a day that goes so far
 * and makes so many calls makes them on the best customers within reach; so each region offers a short list of
 * part days, and the day is the best combination of one part each of some regions that fits the working hours.
 */
import { HOURS_SLACK, travelHours, travelPoints, type Stop, type TripRules } from './trip-day';

/** Combinations kept while regions are added one by one; beyond it those of least worth are let go. */
const COMBINATIONS_KEPT = 48;

interface PartDay {
  readonly region: number;
  readonly hours: number;
  readonly worth: number;
  /** Numbers of stops. */
  readonly stops: readonly number[];
}

/** Some parts together: the last one, and those before it. */
interface Combination {
  readonly hours: number;
  readonly worth: number;
  readonly part: PartDay | null;
  readonly before: Combination | null;
}

const HOME: Combination = { hours: 0, worth: 0, part: null, before: null };

/** `regions`: numbers of the free stops, by region, each in descending order of `pointsOf`. */
export function bestDay(regions: readonly (readonly number[])[], stops: readonly Stop[], pointsOf: (stop: number) => number, rules: TripRules): number[] {
  const callsAtMost = Math.floor((rules.hoursPerDay + HOURS_SLACK) / rules.visitHours);
  const parts = worthwhile(regions.flatMap((region, number) => partsOf(number, region, stops, pointsOf, callsAtMost, rules)), callsAtMost);
  const byRegion = new Map<number, PartDay[]>();
  for (const part of parts) byRegion.set(part.region, [...(byRegion.get(part.region) ?? []), part]);
  let days: readonly Combination[] = [HOME];
  for (const own of byRegion.values()) {
    const longer = days.flatMap((before) => own.filter((part) => before.hours + part.hours <= rules.hoursPerDay + HOURS_SLACK).map((part): Combination => ({ hours: before.hours + part.hours, worth: before.worth + part.worth, part, before })));
    days = undominated([...days, ...longer]).slice(-COMBINATIONS_KEPT);
  }
  const chosen: number[] = [];
  for (let day: Combination | null = days[days.length - 1]; day; day = day.before) chosen.push(...(day.part?.stops ?? []));
  return chosen;
}

function partsOf(number: number, region: readonly number[], stops: readonly Stop[], pointsOf: (stop: number) => number, callsAtMost: number, rules: TripRules): PartDay[] {
  const within = nearAndGood(region, stops, callsAtMost);
  const parts: PartDay[] = [];
  for (const limitKm of new Set(within.map((s) => stops[s].distanceKm))) {
    const onTheRoad = travelHours(limitKm, rules);
    let worth = -travelPoints(onTheRoad, rules);
    const chosen: number[] = [];
    for (const s of within) {
      if (stops[s].distanceKm > limitKm || pointsOf(s) <= 0) continue;
      const hours = onTheRoad + (chosen.length + 1) * rules.visitHours;
      if (chosen.length === callsAtMost || hours > rules.hoursPerDay + HOURS_SLACK) break;
      chosen.push(s);
      worth += pointsOf(s);
      if (worth > 0) parts.push({ region: number, hours, worth, stops: [...chosen] });
    }
  }
  return undominated(parts);
}

/** Without customers that have a full day's worth of others both nearer and better. */
function nearAndGood(region: readonly number[], stops: readonly Stop[], callsAtMost: number): number[] {
  const kept: number[] = [];
  for (const s of region) {
    let nearer = 0;
    for (const better of kept) if (stops[better].distanceKm <= stops[s].distanceKm) nearer++;
    if (nearer < callsAtMost) kept.push(s);
  }
  return kept;
}

/** Without parts that a full day's worth of other regions beat: one of these is always free to take their place. */
function worthwhile(parts: readonly PartDay[], callsAtMost: number): PartDay[] {
  const best: PartDay[] = [];
  return byHours(parts).filter((part) => {
    if (best.filter((other) => other.region !== part.region && other.worth >= part.worth).length >= callsAtMost) return false;
    const own = best.findIndex((other) => other.region === part.region);
    if (own < 0) best.push(part);
    else if (best[own].worth < part.worth) best[own] = part;
    if (best.length > callsAtMost + 1) best.sort((a, b) => b.worth - a.worth).pop();
    return true;
  });
}

/** By hours, without those that take as long as another and are worth no more; so by worth as well. */
function undominated<T extends { readonly hours: number; readonly worth: number }>(days: readonly T[]): T[] {
  const kept: T[] = [];
  for (const day of byHours(days)) if (kept.length === 0 || day.worth > kept[kept.length - 1].worth + 1e-9) kept.push(day);
  return kept;
}

function byHours<T extends { readonly hours: number; readonly worth: number }>(days: readonly T[]): T[] {
  return [...days].sort((a, b) => a.hours - b.hours || b.worth - a.worth);
}
