/** Trips per rep and day, and the way shared. Visits of managers may fall on any of the ten working days ahead. */
import { formatIsoDay } from '../../src/units/day';
import { say } from '../../src/texts';
import { planRepDays, type Call } from '../../src/collection/rep-days';
import { spreadOverReps } from '../../src/collection/reps';
import { DEFAULT_COLLECTION_SETTINGS } from '../../src/collection/plan';
import { WorkCalendar } from '../../src/collection/work-calendar';
import { AS_OF, day, rowsByName, trade, withCash, type CustomerCase } from './trade';

const call = (customer: number, more: Partial<Call> = {}): Call => ({ customer, name: `C${customer}`, rep: 'Wang', region: 'North', distanceKm: 60, points: 50, rows: 1, fromDay: AS_OF + 1, untilDay: AS_OF + 30, ...more });
const plan = (calls: readonly Call[], settings: Partial<typeof DEFAULT_COLLECTION_SETTINGS> = {}) => {
  const all = { ...DEFAULT_COLLECTION_SETTINGS, holidays: 'CN', ...settings };
  return planRepDays(calls, AS_OF, all, new WorkCalendar(all));
};

describe('a rep’s days', () => {
  it('neighbours on one day: there and back once, and an hour and a half for each', () => {
    expect(plan([call(0), call(1), call(2)]).trips).toMatchObject([{ rep: 'Wang', region: 'North', stops: [0, 1, 2], distanceKm: 120, hours: 6.5, points: 150 }]);
  });
  it('the way is shared by those whom one trip visits', () => {
    // 120 km at 60 km/h is a quarter of eight hours: 3.75 of 15 points.
    expect(plan([call(0)]).costOf.get(0)).toEqual({ points: 3.75, km: 120, sharedBy: 1 });
    expect(plan([call(0), call(1), call(2)]).costOf.get(1)).toEqual({ points: 1.25, km: 120, sharedBy: 3 });
  });
  it('more than fit go on another day', () => {
    const { trips } = plan([0, 1, 2, 3, 4].map((customer) => call(customer)));
    expect(trips.map((trip) => trip.stops.length).sort()).toEqual([1, 4]);
    expect(trips.every((trip) => trip.hours <= 8)).toBe(true);
    expect(new Set(trips.map((trip) => trip.day)).size).toBe(2);
  });
  it('each rep goes alone', () => expect(plan([call(0), call(1, { rep: 'Zhao' })]).trips.map((trip) => [trip.rep, trip.stops])).toEqual(expect.arrayContaining([['Wang', [0]], ['Zhao', [1]]])));
  it('only working days are used', () => {
    const { trips } = plan([call(0, { untilDay: day('2026-10-08') }), call(1, { fromDay: day('2026-10-09'), untilDay: day('2026-10-11'), region: 'South' })]);
    expect(trips.map((trip) => formatIsoDay(trip.day)).every((iso) => ['2026-10-08', '2026-10-09', '2026-10-10'].includes(iso))).toBe(true);
    expect(trips).toHaveLength(2);
  });
  it('two regions may share a day when the hours suffice, each its own trip', () => {
    const { trips } = plan([call(0, { untilDay: day('2026-10-08'), distanceKm: 30 }), call(1, { untilDay: day('2026-10-08'), distanceKm: 30, region: 'South' })]);
    expect(trips.map((trip) => [formatIsoDay(trip.day), trip.region, trip.hours])).toEqual([['2026-10-08', 'North', 2.5], ['2026-10-08', 'South', 2.5]]);
  });
  it('customers of unknown region share no way', () => {
    expect(plan([call(0, { region: '' }), call(1, { region: '' })]).trips.map((trip) => [trip.region, trip.stops.length])).toEqual([['', 1], ['', 1]]);
  });
  it('too far for one day: in no trip, and said', () => {
    const { trips, notices } = plan([call(0, { distanceKm: 400 }), call(1, { distanceKm: 195 })]);
    expect(trips.map((trip) => trip.stops)).toEqual([[1]]);
    expect(notices.map((notice) => say(notice, 'en'))).toEqual(['Too far for a visit within one working day, so in no trip: C0.']);
  });
  it('stand by day, then rep, then region; the best customer of a trip first', () => {
    const on = { untilDay: day('2026-10-08'), distanceKm: 10 };
    const { trips } = plan([call(0, { ...on, rep: 'Zhao' }), call(1, { ...on, region: 'South' }), call(2, { ...on, points: 40 }), call(3, { ...on, points: 70 }), call(4, { ...on, points: 70 }), call(5, { fromDay: day('2026-10-09'), rep: 'An' })]);
    expect(trips.map((trip) => `${formatIsoDay(trip.day)} ${trip.rep} ${trip.region} ${trip.stops.join(',')}`)).toEqual(['2026-10-08 Wang North 3,4,2', '2026-10-08 Wang South 1', '2026-10-08 Zhao North 0', '2026-10-09 An North 5']);
  });
  it('those too far are said by name', () => expect(say(plan([call(2, { distanceKm: 400 }), call(0, { distanceKm: 400 }), call(1, { distanceKm: 400 })]).notices[0], 'en')).toMatch(/C0, C1, C2\.$/));
  it('due beyond the days planned: in no trip yet', () => expect(plan([call(0, { fromDay: AS_OF + 60, untilDay: AS_OF + 60 })]).trips).toEqual([]));
});

describe('in the plan', () => {
  const doubtful = (amount: number, master: CustomerCase['master'] = {}): CustomerCase => ({ owes: [{ amount, overdue: 95, class: 'doubtful' }], master });

  it('distance: the one on the way of others goes before the one far off alone', () => {
    const rows = rowsByName({ Alone: doubtful(1000, { distanceKm: 120, region: 'South' }), Near: doubtful(1000, { distanceKm: 120 }), Nearby: doubtful(1000, { distanceKm: 110 }) });
    expect([rows.Near.rank, rows.Nearby.rank, rows.Alone.rank]).toEqual([1, 2, 3]);
    const distance = (name: string) => rows[name].parts.find((part) => part.factor === 'distance');
    expect([distance('Near')?.points, distance('Nearby')?.points, distance('Alone')?.points]).toEqual([-3.8, -3.8, -7.5]);
    expect(say(distance('Near')?.text ?? { code: '' }, 'en')).toBe('240 km there and back, shared by 2 customers');
  });
  it('the day of the visit is the day of the trip', () => {
    const { plan: made } = trade({ A: doubtful(1000, { distanceKm: 60 }), B: doubtful(900, { distanceKm: 60 }) });
    expect(made.trips).toHaveLength(1);
    expect(made.rows.map((row) => row.day)).toEqual([made.trips[0].day, made.trips[0].day]);
  });
  it('two currencies of one customer are one visit', () => {
    const { plan: made } = trade({ A: { owes: [{ amount: 1000, overdue: 95, class: 'doubtful' }, { amount: 1000, overdue: 95, class: 'doubtful', currency: 'USD' }], master: { distanceKm: 60 } } });
    expect(made.trips.map((trip) => trip.stops)).toEqual([[0]]);
    // The way there, 3.75 points, is borne by both rows.
    expect(made.rows.map((row) => row.parts.find((part) => part.factor === 'distance')?.points)).toEqual([-1.9, -1.9]);
    expect(made.trips[0].points).toBeCloseTo(made.rows[0].points + made.rows[1].points + 3.8, 1);
  });
  it('a call needs no trip', () => expect(trade({ A: { owes: [{ amount: 5 }] } }).plan.trips).toEqual([]));
});

describe('another number of reps', () => {
  const accounts = [
    { customer: 0, rep: 'Wang', region: 'North' }, { customer: 1, rep: 'Wang', region: 'North' }, { customer: 2, rep: 'Wang', region: 'South' }, { customer: 3, rep: 'Wang', region: 'East' },
    { customer: 4, rep: 'Zhao', region: 'West' }, { customer: 5, rep: '', region: 'West' },
  ];
  const spread = (repCount: number | null) => [...spreadOverReps(accounts, repCount)].sort(([a], [b]) => a - b).map(([, rep]) => rep).join(' ');

  it('as named', () => expect(spread(null)).toBe('Wang Wang Wang Wang Zhao '));
  it('fewer: the one with the fewest customers hands over', () => expect(spread(1)).toBe('Wang Wang Wang Wang Wang Wang'));
  it('as many: those without a rep get one, and loads are evened region by region', () => expect(spread(2)).toBe('Wang Wang Zhao Wang Zhao Zhao'));
  it('more: numbered reps take over regions', () => {
    const reps = spread(4).split(' ');
    expect(new Set(reps).size).toBe(4);
    expect(reps[0]).toBe(reps[1]);
  });
  it('of those with as many customers, the first by name stays', () => {
    const even = [{ customer: 0, rep: 'Zhao', region: 'N' }, { customer: 1, rep: 'An', region: 'S' }, { customer: 2, rep: 'Zhao', region: 'E' }, { customer: 3, rep: 'An', region: 'W' }];
    expect([...spreadOverReps(even, 1).values()]).toEqual(['An', 'An', 'An', 'An']);
  });
  it('the largest regions are given away first, to whoever has least', () => {
    const lost = [...[0, 1, 2].map((customer) => ({ customer, rep: '', region: 'Large' })), { customer: 3, rep: '', region: 'Small' }, { customer: 4, rep: 'Wang', region: 'N' }, { customer: 5, rep: 'Wang', region: 'N' }, { customer: 6, rep: 'Zhao', region: 'S' }];
    expect([...spreadOverReps(lost, 2)].sort(([a], [b]) => a - b).map(([, rep]) => rep).join(' ')).toBe('Zhao Zhao Zhao Wang Wang Wang Zhao');
  });
  it('new reps take numbers that nobody is called', () => expect(new Set(spreadOverReps([{ customer: 0, rep: '1', region: 'N' }, { customer: 1, rep: '1', region: 'S' }, { customer: 2, rep: '1', region: 'E' }], 3).values())).toEqual(new Set(['1', '2', '3'])));
  it('more visits are made, and their cash comes a month sooner', () => {
    const customers = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`C${i}`, { owes: [{ amount: 1000, overdue: 95, class: 'doubtful' as const }], master: { distanceKm: 150, region: `R${i}`, payDay: 26, approvalDays: 10 } }]));
    const visits = (repCount: number) => trade(customers, { settings: { repCount } }).plan;
    expect(visits(4).trips.length).toBeGreaterThan(visits(1).trips.length);
    const [many, few] = [withCash(visits(4)), withCash(visits(1))];
    expect(many[0].weekStartDay).toBe(few[0].weekStartDay);
    expect(many[0].expectedMinor).toBeGreaterThan(few[0].expectedMinor);
  });
});
