/** Visits of all customers laid into days per rep, and what each customer bears of the way there. */
import type { DaySerial } from '../units/units';
import type { Message } from '../texts';
import type { CustomerIndex } from '../ledger/books';
import { compareText } from '../aging/compare-text';
import type { CollectionSettings, Trip } from './plan';
import { fitsInDay, travelHours, travelPoints, type Stop, type TripRules } from './trip-day';
import { planStops, slotWindow } from './trips';
import type { WorkCalendar } from './work-calendar';

/** One customer to visit; rows of several currencies are one visit. */
export interface Call {
  readonly customer: CustomerIndex;
  readonly name: string;
  readonly rep: string;
  readonly region: string;
  readonly distanceKm: number | null;
  readonly points: number;
  /** Rows of the plan that the visit serves. */
  readonly rows: number;
  readonly fromDay: DaySerial;
  readonly untilDay: DaySerial;
}

export interface RepDays {
  readonly trips: readonly Trip[];
  /** Day of the visit, by customer; absent where no trip takes it in. */
  readonly dayOf: ReadonlyMap<CustomerIndex, DaySerial>;
  /** Points of travel that each row of the customer bears, its trip's way shared; alone where no trip takes it in. */
  readonly costOf: ReadonlyMap<CustomerIndex, { readonly points: number; readonly km: number; readonly sharedBy: number }>;
  readonly notices: readonly Message[];
}

export function planRepDays(calls: readonly Call[], asOf: DaySerial, settings: CollectionSettings, calendar: WorkCalendar): RepDays {
  const rules: TripRules = { slots: settings.tripDays, hoursPerDay: settings.workingHoursPerDay, visitHours: settings.visitHours, kmPerHour: settings.kmPerHour, travelPointsPerDay: settings.weights.distance };
  const days = Array.from({ length: settings.tripDays }, (_, slot) => calendar.move(asOf, slot + 1));
  const trips: Trip[] = [];
  const tooFar: string[] = [];
  for (const [rep, own] of byRep(calls)) {
    const stops: Stop[] = [];
    for (const call of own) {
      const window = slotWindow(days, call.fromDay, call.untilDay);
      const distanceKm = call.distanceKm ?? 0;
      if (!fitsInDay({ distanceKm }, rules)) tooFar.push(call.name);
      else if (window) stops.push({ key: call.customer, region: regionKey(call), distanceKm, points: call.points, ...window });
    }
    const slots = planStops(stops, rules);
    trips.push(...tripsOf(rep, stops, slots, days, rules, own));
  }
  trips.sort((a, b) => a.day - b.day || compareText(a.rep, b.rep) || compareText(a.region, b.region));
  const notices: Message[] = tooFar.length > 0 ? [{ code: 'collection.too-far', values: { customers: { list: tooFar.sort(compareText) } } }] : [];
  return { trips, dayOf: new Map(trips.flatMap((trip) => trip.stops.map((customer) => [customer, trip.day] as const))), costOf: costs(calls, trips, rules), notices };
}

/** Customers whose region nobody has written down share no way with anyone. */
function regionKey(call: Call): string {
  return call.region || `customer ${call.customer}`;
}

function byRep(calls: readonly Call[]): [string, Call[]][] {
  const reps = new Map<string, Call[]>();
  for (const call of calls) reps.set(call.rep, [...(reps.get(call.rep) ?? []), call]);
  return [...reps].sort(([a], [b]) => compareText(a, b));
}

function tripsOf(rep: string, stops: readonly Stop[], slots: Int32Array, days: readonly DaySerial[], rules: TripRules, calls: readonly Call[]): Trip[] {
  const groups = new Map<string, number[]>();
  stops.forEach((stop, s) => {
    if (slots[s] < 0) return;
    const key = `${slots[s]}|${stop.region}`;
    groups.set(key, [...(groups.get(key) ?? []), s]);
  });
  const regionOf = new Map(calls.map((call) => [call.customer, call.region]));
  return [...groups.values()].map((group) => {
    const inOrder = [...group].sort((a, b) => stops[b].points - stops[a].points || stops[a].key - stops[b].key);
    const farthestKm = Math.max(...group.map((s) => stops[s].distanceKm));
    return {
      rep, day: days[slots[group[0]]], region: regionOf.get(stops[group[0]].key) ?? '', stops: inOrder.map((s) => stops[s].key), distanceKm: 2 * farthestKm,
      hours: Math.round((travelHours(farthestKm, rules) + group.length * rules.visitHours) * 100) / 100,
      points: Math.round(group.reduce((sum, s) => sum + stops[s].points, 0) * 10) / 10,
    };
  });
}

function costs(calls: readonly Call[], trips: readonly Trip[], rules: TripRules): RepDays['costOf'] {
  const tripOf = new Map(trips.flatMap((trip) => trip.stops.map((customer) => [customer, trip] as const)));
  return new Map(
    calls.map(({ customer, rows, distanceKm }) => {
      const trip = tripOf.get(customer);
      const sharedBy = trip?.stops.length ?? 1;
      const km = trip?.distanceKm ?? 2 * (distanceKm ?? 0);
      return [customer, { points: travelPoints(Math.min(rules.hoursPerDay, km / rules.kmPerHour), rules) / sharedBy / rows, km, sharedBy }];
    }),
  );
}
