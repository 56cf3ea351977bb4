/** Trips: exact on few visits and good on many, held against an optimiser (HiGHS) that knows nothing of how we plan. */
import fc from 'fast-check';
import highsLoader, { type Highs } from 'highs';
import { dayWorth, worthOf, type Stop, type TripRules } from '../../src/collection/trip-day';
import { planStops, slotWindow } from '../../src/collection/trips';
import { EXACT_UP_TO } from '../../src/collection/trips-exact';
import { planGreedily } from '../../src/collection/trips-greedy';

const RULES: TripRules = { slots: 3, hoursPerDay: 8, visitHours: 1.5, kmPerHour: 60, travelPointsPerDay: 15 };
const stop = (region: string, distanceKm: number, points: number, fromSlot = 0, untilSlot = RULES.slots - 1): Stop => ({ key: 0, region, distanceKm, points, fromSlot, untilSlot });

/**
 * The same question as a linear programme in whole numbers: x = stop s on day t, y = hours on the road to
 * region r on day t, at least there and back to each stop visited.
 */
function programme(stops: readonly Stop[], rules: TripRules): string {
  const days = [...Array(rules.slots).keys()];
  const regions = [...new Set(stops.map((one) => one.region))];
  const cost = rules.travelPointsPerDay / rules.hoursPerDay;
  const x = (s: number, t: number) => `x${s}_${t}`;
  const y = (region: string, t: number) => `y${regions.indexOf(region)}_${t}`;
  const on = (s: number) => days.filter((t) => stops[s].fromSlot <= t && t <= stops[s].untilSlot);
  const objective = [...stops.flatMap((one, s) => on(s).map((t) => `+ ${one.points} ${x(s, t)}`)), ...days.flatMap((t) => regions.map((region) => `- ${cost} ${y(region, t)}`))];
  const once = stops.map((_, s) => on(s).map((t) => x(s, t)).join(' + ') + ' <= 1');
  const road = stops.flatMap((one, s) => on(s).map((t) => `${y(one.region, t)} - ${(2 * one.distanceKm) / rules.kmPerHour} ${x(s, t)} >= 0`));
  const hours = days.map((t) => [...stops.flatMap((_, s) => (on(s).includes(t) ? [`${rules.visitHours} ${x(s, t)}`] : [])), ...regions.map((region) => y(region, t))].join(' + ') + ` <= ${rules.hoursPerDay}`);
  const binary = stops.flatMap((_, s) => on(s).map((t) => x(s, t)));
  return `Maximize\n obj: ${objective.join(' ')}\nSubject To\n${[...once, ...road, ...hours].map((row, i) => ` c${i}: ${row}`).join('\n')}\nBinary\n ${binary.join(' ')}\nEnd`;
}

let highs: Highs;
beforeAll(async () => {
  highs = await highsLoader();
});
const optimum = (stops: readonly Stop[], rules: TripRules) => highs.solve(programme(stops, rules), { mip_rel_gap: 0, mip_abs_gap: 1e-9 }).ObjectiveValue;

const stopsOf = (minLength: number, maxLength: number) =>
  fc.array(
    fc.record({ region: fc.constantFrom('North', 'South', 'East'), distanceKm: fc.integer({ min: 0, max: 190 }), points: fc.integer({ min: 1, max: 100 }), from: fc.nat(RULES.slots - 1), length: fc.nat(RULES.slots - 1) }).map(({ region, distanceKm, points, from, length }) => stop(region, distanceKm, points, from, Math.min(RULES.slots - 1, from + length))),
    { minLength, maxLength },
  );

describe('few visits', () => {
  it('neighbours share the way', () => {
    const stops = [stop('North', 120, 20), stop('North', 120, 10), stop('South', 120, 15)];
    const slots = planStops(stops, RULES);
    expect(slots[0]).toBe(slots[1]);
    expect(slots[2]).not.toBe(slots[0]);
  });

  it('a way that costs more than the visit gains is not gone', () => {
    expect([...planStops([stop('North', 180, 5)], RULES)]).toEqual([-1]);
    // 6 hours of 8 at 15 points a day cost 11.25.
    expect([...planStops([stop('North', 180, 12)], RULES)]).toEqual([0]);
  });

  it('no day is longer than the working hours', () => {
    // Four visits and an hour of road fit into a day of 7; a fifth visit does not.
    const slots = planStops(Array.from({ length: 5 }, () => stop('North', 30, 50)), { ...RULES, slots: 1, hoursPerDay: 7 });
    expect([...slots].filter((slot) => slot === 0)).toHaveLength(4);
  });

  it('nobody is visited outside its window', () => {
    expect([...planStops([stop('North', 10, 50, 2, 2), stop('North', 10, 50, 0, 1)], RULES)]).toEqual([2, expect.any(Number)]);
  });

  it('is the optimum', () => {
    fc.assert(
      fc.property(stopsOf(1, EXACT_UP_TO), (stops) => {
        expect(worthOf(stops, planStops(stops, RULES), RULES)).toBeCloseTo(optimum(stops, RULES), 3);
      }),
      { numRuns: 40, seed: 5 },
    );
  }, 60000);
});

describe('many visits', () => {
  const holds = (stops: readonly Stop[], slots: Int32Array, rules: TripRules) => {
    slots.forEach((slot, s) => slot >= 0 && expect(slot >= stops[s].fromSlot && slot <= stops[s].untilSlot).toBe(true));
    for (let slot = 0; slot < rules.slots; slot++) expect(dayWorth(stops, stops.map((_, s) => s).filter((s) => slots[s] === slot), rules).hours).toBeLessThanOrEqual(rules.hoursPerDay + 1e-6);
  };

  it('keep within hours and windows, and never do worse than staying at home', () => {
    fc.assert(
      fc.property(stopsOf(1, 60), (stops) => {
        const slots = planGreedily(stops, RULES);
        holds(stops, slots, RULES);
        expect(worthOf(stops, slots, RULES)).toBeGreaterThanOrEqual(0);
        expect(planGreedily(stops, RULES)).toEqual(slots);
      }),
      { seed: 5 },
    );
  });

  it('are within a few hundredths of the optimum', () => {
    const gaps = fc.sample(stopsOf(9, 14), { numRuns: 30, seed: 11 }).map((stops) => worthOf(stops, planGreedily(stops, RULES), RULES) / optimum(stops, RULES));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    console.log(`greedy against the optimum: mean ${mean.toFixed(4)}, worst ${Math.min(...gaps).toFixed(4)}`);
    expect(Math.min(...gaps)).toBeGreaterThan(0.9);
    expect(mean).toBeGreaterThan(0.985);
  }, 120000);
});

describe('windows', () => {
  const days = [100, 101, 104, 105];
  it('are the working days within', () => {
    expect(slotWindow(days, 101, 104)).toEqual({ fromSlot: 1, untilSlot: 2 });
    expect(slotWindow(days, 90, 200)).toEqual({ fromSlot: 0, untilSlot: 3 });
  });
  it('are none where no working day is within, or all lie further ahead', () => {
    expect(slotWindow(days, 102, 103)).toBeNull();
    expect(slotWindow(days, 106, 120)).toBeNull();
    expect(slotWindow(days, 90, 99)).toBeNull();
  });
});
