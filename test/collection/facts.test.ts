/** What a row of the plan rests on, to the day and the cent. As of Wednesday 2026-09-30. */
import { formatIsoDay } from '../../src/units/day';
import { say } from '../../src/texts';
import type { Match } from '../../src/matching/reconciliation';
import { AS_OF, day, rowOf, rowsByName, trade, type CustomerCase, type TradeOptions } from './trade';

const action = (customer: CustomerCase, options: TradeOptions = {}) => rowOf(customer, options).action;
const doubtful = [{ amount: 50000, overdue: 95, class: 'doubtful' as const }];
const bad = [{ amount: 50000, overdue: 400, class: 'bad' as const }];

describe('the rep', () => {
  const lines = [{ day: day('2026-03-01'), amount: 1, rep: 'New' }, { day: day('2026-02-01'), amount: 1, rep: 'Old' }, { day: day('2026-04-01'), amount: 1 }];

  it('as the customers sheet says', () => expect(rowOf({ owes: doubtful, master: { rep: 'Wang' }, lines }).rep).toBe('Wang'));
  it('else as the latest line that names one', () => {
    expect(rowOf({ owes: doubtful, master: { rep: '' }, lines }).rep).toBe('New');
    expect(rowOf({ owes: doubtful, master: null, lines }).rep).toBe('New');
    expect(rowOf({ owes: doubtful, master: null, lines: [...lines, { day: day('2026-03-01'), amount: 2, rep: 'Newer' }] }).rep).toBe('Newer');
  });
  it('else nobody', () => expect(rowOf({ owes: doubtful, master: { rep: '' } }).rep).toBe(''));
});

describe('a customer that is not on the customers sheet', () => {
  it('is in the plan, with all terms to be agreed', () => {
    const row = rowOf({ owes: [{ amount: 1000, overdue: 10 }], master: null });
    expect([row.rep, row.region, row.place, row.contact, row.method, row.action, row.missing.length]).toEqual(['', '', '', '', null, 'statement-and-call', 7]);
  });
  it('is visited though nobody knows how far it is', () => {
    const distance = rowOf({ owes: doubtful, master: null }).parts.find(({ factor }) => factor === 'distance');
    expect([distance?.points, say(distance?.text ?? { code: '' }, 'en')]).toEqual([0, 'Distance not known']);
  });
  it('is judged by the general rules', () => {
    const shipping = { lines: [{ day: day('2026-09-20'), amount: 100 }] };
    expect([action({ owes: bad, master: null }), action({ owes: bad, master: null, signed: null }), action({ owes: doubtful, master: null, ...shipping }), action({ owes: [{ amount: 1, overdue: -9 }], master: null })]).toEqual(['lawyers-letter', 'lawyers-letter', 'manager-visit', 'remind']);
  });
  it('says nothing of its margin', () => expect(rowOf({ owes: doubtful, master: null }).leverage?.scores.profit).toBeNull());
});

describe('still supplied', () => {
  const limited = (iso: string, kind: 'invoice' | 'payment' = 'invoice') => action({ owes: doubtful, master: { creditLimitMinor: 100 }, lines: [{ day: day(iso), amount: 100, kind }] });

  it('is who got goods within sixty days', () => expect([limited('2026-08-02'), limited('2026-08-01')]).toEqual(['stop-shipment', 'manager-visit']));
  it('a payment is no supply', () => expect(limited('2026-09-20', 'payment')).toBe('manager-visit'));
  it('and at the credit limit, not over it, goes on', () => {
    const at = (creditLimitMinor: number | null) => action({ owes: doubtful, master: { creditLimitMinor }, lines: [{ day: day('2026-09-20'), amount: 100 }] });
    expect([at(4999999), at(5000000), at(null)]).toEqual(['stop-shipment', 'manager-visit', 'manager-visit']);
  });
});

describe('the class that decides', () => {
  it('counts what is overdue, not what is only feared for', () => expect(action({ owes: [{ amount: 50000, overdue: -5, class: 'bad' }, { amount: 1000, overdue: 10 }] })).toBe('statement-and-call'));
  it('what is on account weighs nothing', () => expect(action({ owes: [{ amount: 1000, overdue: 10 }, { amount: 900, overdue: 95, class: 'doubtful' }, { amount: -500, class: 'doubtful' }] })).toBe('statement-and-call'));
  it('from the floor of a lawsuit on, it is worth a lawyer', () => expect([9999.99, 10000].map((amount) => action({ owes: [{ amount, overdue: 400, class: 'bad' }] }))).toEqual(['write-off', 'lawyers-letter']));
  it('a part disputed leaves the rest to be demanded', () => {
    const row = rowOf({ owes: [...doubtful, { amount: 10000, overdue: 95, class: 'doubtful', disputed: true }] });
    expect(say(row.actionReason, 'en')).toBe('Mostly doubtful, oldest item 95 days overdue: the manager should go.');
  });
  it('all that is overdue disputed, and more to come', () => expect(say(rowOf({ owes: [{ amount: 500, overdue: 95, class: 'doubtful', disputed: true }, { amount: 400, overdue: -9 }] }).actionReason, 'en')).toMatch(/^CNY 500.00 is disputed, all that is overdue/));
  it('who has had a demand gets no second one for a broken promise', () => expect(action({ owes: doubtful, note: { demandDay: day('2026-09-10'), promisedDay: day('2026-09-20'), writtenDay: day('2026-08-31') } })).toBe('manager-visit'));
  it('the oldest item is one that is owed', () => expect(action({ owes: [...doubtful, { amount: -100 }] })).toBe('manager-visit'));
});

describe('proof', () => {
  const match = (more: Partial<Match>): Match => ({ customer: 0, currency: 'CNY', ours: [0], theirs: [0], status: 'confirmed', rule: 'document-number', confidence: 1, differenceMinor: 0, evidence: [], alternatives: [], decision: null, ...more });
  const proven = (customer: CustomerCase, ...matches: readonly Match[]) => !say(rowOf(customer, { matches: () => matches }).actionReason, 'en').includes('no signed statement');
  // Booked thirty days before it fell due, 430 days ago.
  const unsigned = { owes: bad, signed: null };

  it('is no match that is only suggested, nor one with nothing of theirs in it', () => expect([proven(unsigned, match({})), proven(unsigned, match({ status: 'suggested' })), proven(unsigned, match({ theirs: [] }))]).toEqual([true, false, false]));
  it('is a statement of the day itself', () => expect([proven({ owes: bad, signed: AS_OF - 431 }), proven({ owes: bad, signed: AS_OF - 430 })]).toEqual([false, true]));
  it('must cover every item that is lost, and need not cover others', () => {
    const two = [...bad, { amount: 30000, overdue: 380, class: 'bad' as const }];
    expect([proven({ owes: two, signed: AS_OF - 430 }), proven({ owes: two, signed: AS_OF - 410 }), proven({ owes: [...bad, { amount: 10, overdue: 5 }, { amount: -5, class: 'bad' }], signed: AS_OF - 430 })]).toEqual([false, true, true]);
  });
});

describe('the day of a visit', () => {
  const visited = (method: 'cheque' | 'bank-transfer' | null) => formatIsoDay(rowOf({ owes: [{ amount: 1000, overdue: 10 }], master: { payDay: 12, method, distanceKm: 30 } }).day);

  it('what is handed over is fetched from the pay day on; a transfer is seen to before', () => expect([visited('cheque'), visited('bank-transfer'), visited(null)]).toEqual(['2026-10-12', '2026-10-09', '2026-10-09']));
});

describe('sales and support', () => {
  const volume = (iso: string) => rowsByName({ A: { owes: [{ amount: 100, overdue: 10 }], lines: [{ day: day(iso), amount: 300 }] }, B: { owes: [{ amount: 100, overdue: 10 }] } }).B.leverage?.scores['sales-volume'];
  const support = (iso: string, kind: 'rebate' | 'damage' | 'advertising' | 'promotion' | 'return') => rowOf({ owes: [{ amount: 1000, overdue: 10 }], lines: [{ day: day(iso), amount: -100, kind }] }).leverage?.scores.profit;

  it('are those of a year', () => expect([volume('2025-10-01'), volume('2025-09-30')]).toEqual([0.2, 0.5]));
  it('what is booked after the as-of day is not known yet', () => expect(volume('2026-10-01')).toBe(0.5));
  it('rebates, damages, advertising and promotion are support; a return is none', () => {
    expect((['rebate', 'damage', 'advertising', 'promotion'] as const).map((kind) => support('2026-09-30', kind))).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect([support('2025-09-30', 'rebate'), support('2026-09-01', 'return')]).toEqual([null, null]);
  });
});

describe('words for what is between the books', () => {
  it('what they have not booked yet, and disputes from the largest on', () => {
    const { plan } = trade({ A: { owes: [{ amount: 1000, overdue: 10 }] } }, { items: () => (['deduction-not-credited', 'in-transit-goods', 'return-not-credited'] as const).map((category, at) => ({ customer: 0, currency: 'CNY', category, side: 'theirs', amountMinor: 1000 * (at + 1), ours: [], theirs: [at], actor: 'us', explanation: { code: '' }, candidates: [], otherCustomer: null })) });
    expect(plan.rows[0].summary.slice(1, 4).map((sentence) => sentence.code)).toEqual(['collection.say-disputed.return-not-credited', 'collection.say-disputed.deduction-not-credited', 'collection.say-not-booked']);
    expect(say(plan.rows[0].summary[3], 'en')).toContain('20.00');
  });
});
