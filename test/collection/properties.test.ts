/** What holds of every plan, whatever the trade. */
import fc from 'fast-check';
import { CLASSES } from '../../src/aging/aged';
import { DEFAULT_COLLECTION_SETTINGS } from '../../src/collection/plan';
import { AS_OF, trade, type CustomerCase } from './trade';

const owed = fc.record({
  amount: fc.integer({ min: -5000, max: 90000 }).filter((amount) => amount !== 0),
  overdue: fc.oneof(fc.integer({ min: -90, max: 1500 }), fc.constant(null)),
  class: fc.constantFrom(...CLASSES),
  likelihood: fc.double({ min: 0, max: 1, noNaN: true }),
  disputed: fc.boolean(),
  currency: fc.constantFrom('CNY', 'JPY'),
});
const customer: fc.Arbitrary<CustomerCase> = fc.record({
  owes: fc.array(owed, { maxLength: 5 }),
  master: fc.record({ payDay: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(null)), approvalDays: fc.integer({ min: 0, max: 40 }), distanceKm: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(null)), region: fc.constantFrom('', 'North', 'South'), rep: fc.constantFrom('', 'Wang', 'Zhao'), method: fc.constantFrom(null, 'cheque' as const) }),
  note: fc.record({ status: fc.constantFrom(null, 'contacted' as const, 'promised' as const), promisedDay: fc.oneof(fc.integer({ min: AS_OF - 40, max: AS_OF + 40 }), fc.constant(null)), writtenDay: fc.constant(AS_OF - 60) }),
  signed: fc.oneof(fc.integer({ min: AS_OF - 900, max: AS_OF }), fc.constant(null)),
});
const customers = fc.array(customer, { minLength: 1, maxLength: 12 }).map((cases) => Object.fromEntries(cases.map((one, i) => [`Customer ${String(i).padStart(2, '0')}`, one])));

it('every customer that owes has one row per currency, and nobody else', () => {
  fc.assert(
    fc.property(customers, (given) => {
      const { books, plan } = trade(given);
      const balances = new Map<string, number>();
      for (const [name, { owes }] of Object.entries(given)) for (const { amount, currency } of owes) balances.set(`${name}|${currency}`, (balances.get(`${name}|${currency}`) ?? 0) + amount * (currency === 'JPY' ? 1 : 100));
      const expected = [...balances].filter(([, balance]) => balance > 0).sort();
      expect(plan.rows.map((row) => [`${books.customers[row.customer].name}|${row.currency}`, row.openMinor]).sort()).toEqual(expected);
    }),
  );
});

it('rows are in order, parts add up, and nobody is asked for more than the balance', () => {
  fc.assert(
    fc.property(customers, (given) => {
      const { plan } = trade(given);
      plan.rows.forEach((row, i) => {
        expect(row.rank).toBe(i + 1);
        if (i > 0) expect(row.points).toBeLessThanOrEqual(plan.rows[i - 1].points);
        expect(row.points).toBeCloseTo(row.parts.reduce((sum, part) => sum + part.points, 0), 9);
        for (const { factor, points } of row.parts) {
          expect(factor === 'distance' ? -points : points).toBeGreaterThanOrEqual(0);
          expect(Math.abs(points)).toBeLessThanOrEqual(DEFAULT_COLLECTION_SETTINGS.weights[factor]);
        }
        expect(row.askMinor).toBeGreaterThanOrEqual(0);
        expect(row.askMinor).toBeLessThanOrEqual(row.openMinor);
        expect(CLASSES.reduce((sum, name) => sum + row.classesMinor[name], 0)).toBe(row.openMinor);
        expect(row.day).toBeGreaterThan(AS_OF);
        expect(row.summary.length).toBeGreaterThanOrEqual(2);
      });
    }),
  );
});

it('trips keep the working hours, visit nobody twice, and only whom the plan sends someone to', () => {
  fc.assert(
    fc.property(customers, (given) => {
      const { plan } = trade(given);
      const hours = new Map<string, number>();
      for (const trip of plan.trips) hours.set(`${trip.rep}|${trip.day}`, (hours.get(`${trip.rep}|${trip.day}`) ?? 0) + trip.hours);
      for (const total of hours.values()) expect(total).toBeLessThanOrEqual(DEFAULT_COLLECTION_SETTINGS.workingHoursPerDay + 0.05);
      const visited = plan.trips.flatMap((trip) => trip.stops);
      expect(new Set(visited).size).toBe(visited.length);
      const sent = new Set(plan.rows.filter((row) => ['manager-visit', 'visit-on-pay-day'].includes(row.action)).map((row) => row.customer));
      for (const stop of visited) expect(sent.has(stop)).toBe(true);
    }),
  );
});

it('the same trade gives the same plan', () => {
  fc.assert(fc.property(customers, (given) => expect(trade(given).plan).toEqual(trade(given).plan)), { numRuns: 30 });
});

it('cash expected is what the likelihoods say: never more than what is open', () => {
  fc.assert(
    fc.property(customers, (given) => {
      const { plan } = trade(given);
      for (const currency of ['CNY', 'JPY']) {
        const expected = (plan.expectedCash ?? []).filter((week) => week.currency === currency).reduce((sum, week) => sum + week.expectedMinor, 0);
        const open = Object.values(given).flatMap(({ owes }) => owes).filter((one) => one.currency === currency && one.amount > 0).reduce((sum, one) => sum + one.amount * (currency === 'JPY' ? 1 : 100), 0);
        expect(expected).toBeLessThanOrEqual(open + (plan.expectedCash ?? []).length);
      }
    }),
  );
});
