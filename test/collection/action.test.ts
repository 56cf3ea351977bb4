/** What to do and when, at the strength of the class. As of Wednesday 2026-09-30; work resumes on 8 October, and 10 October (a Saturday) is worked. */
import { formatIsoDay } from '../../src/units/day';
import { LANGUAGES, say } from '../../src/texts';
import type { Match } from '../../src/matching/reconciliation';
import type { CollectionClass } from '../../src/aging/aged';
import { day, rowOf, trade, type CustomerCase, type Owed, type TradeOptions } from './trade';

const did = (customer: CustomerCase, options: TradeOptions = {}) => {
  const row = rowOf(customer, options);
  for (const language of LANGUAGES) expect(say(row.actionReason, language)).not.toMatch(/\{/);
  return `${row.action} on ${formatIsoDay(row.day)}${row.payDay === null ? '' : ` for ${formatIsoDay(row.payDay)}`}`;
};
const due: readonly Owed[] = [{ amount: 1000, overdue: 10 }];
const notDue: readonly Owed[] = [{ amount: 1000, overdue: -20 }];
const doubtful: readonly Owed[] = [{ amount: 50000, overdue: 95, class: 'doubtful' }];
const bad: readonly Owed[] = [{ amount: 50000, overdue: 400, class: 'bad' }];

describe('collectible: statement, call, be there on the pay day', () => {
  it('the claim must be on the list before it closes: pay day less approval days', () => {
    expect(did({ owes: due, master: { payDay: 25, approvalDays: 5 } })).toBe('statement-and-call on 2026-10-20 for 2026-10-26');
  });
  it('a list that closes on a day off is met on the working day before; the money comes on the working day after', () => {
    // 25 October 2026 is a Sunday; seven days before it is a Sunday too.
    expect(did({ owes: due, master: { payDay: 25, approvalDays: 7 } })).toBe('statement-and-call on 2026-10-16 for 2026-10-26');
  });
  it('a list that has closed is missed: the claim waits a month', () => {
    expect(did({ owes: due, master: { payDay: 10, approvalDays: 10 } })).toBe('statement-and-call on 2026-10-30 for 2026-11-10');
  });
  it('a claim that is on the closed list is fetched on its pay day', () => {
    expect(did({ owes: due, master: { payDay: 9, approvalDays: 10, method: 'cheque' }, note: { status: 'contacted' } })).toBe('visit-on-pay-day on 2026-10-09 for 2026-10-09');
  });
  it('without approval in between: be there on the pay day', () => {
    expect(did({ owes: due, master: { payDay: 12, method: 'cheque' } })).toBe('visit-on-pay-day on 2026-10-12 for 2026-10-12');
  });
  it('the last day of the month stays within it, whatever its length', () => {
    expect(did({ owes: due, master: { payDay: 31, approvalDays: 1 } })).toBe('statement-and-call on 2026-10-30 for 2026-10-30');
  });
  it('pay day unknown: call on the first working day', () => {
    expect(did({ owes: due })).toBe('statement-and-call on 2026-10-08');
  });
  it('weekends only where no country is set', () => {
    expect(did({ owes: due }, { settings: { holidays: '' } })).toBe('statement-and-call on 2026-10-01');
  });
  it('days off and days worked on the settings sheet win', () => {
    expect(did({ owes: due }, { settings: { daysOff: [day('2026-10-08'), day('2026-10-09')] } })).toBe('statement-and-call on 2026-10-10');
    expect(did({ owes: due }, { settings: { daysWorked: [day('2026-10-04')] } })).toBe('statement-and-call on 2026-10-04');
  });
});

describe('not due: serve and remind', () => {
  it('before the list closes for the first pay day after the due date', () => {
    // Due 20 October: the pay day of the 15th is too early.
    expect(did({ owes: notDue, master: { payDay: 15, approvalDays: 3 } })).toBe('remind on 2026-11-12 for 2026-11-16');
  });
  it('on the due date where no pay day is known', () => expect(did({ owes: notDue })).toBe('remind on 2026-10-20'));
  it('nothing to be done while sell-through goods are unsold', () => expect(did({ owes: [{ amount: 1000, overdue: null }] })).toBe('none on 2026-10-08'));
  it('a reconciliation that is overdue is made up for', () => expect(did({ owes: notDue, signed: day('2026-01-31') })).toBe('reconcile on 2026-10-08'));
});

describe('doubtful: the manager, a demand, no more deliveries', () => {
  const shipping = [{ day: day('2026-09-20'), amount: 100, kind: 'invoice' as const }];

  it('the manager goes before the list closes', () => expect(did({ owes: doubtful, master: { payDay: 25, approvalDays: 5 } })).toMatch(/^manager-visit on .* for 2026-10-26$/));
  it('long overdue: demand in writing, at once', () => expect(did({ owes: [{ amount: 1, overdue: 120, class: 'doubtful' }], master: { payDay: 25 } })).toBe('demand-letter on 2026-10-08 for 2026-10-26'));
  it('a broken promise: demand in writing', () => expect(did({ owes: doubtful, note: { promisedDay: day('2026-09-20'), writtenDay: day('2026-08-31') } })).toBe('demand-letter on 2026-10-08'));
  it('the limitation date near: demand in writing', () => expect(did({ owes: [{ amount: 1, overdue: 1060, class: 'doubtful' }], signed: null }, { settings: { demandFromDays: 3000 } })).toBe('demand-letter on 2026-10-08'));
  it('a demand not met, and still delivering: stop', () => expect(did({ owes: doubtful, note: { demandDay: day('2026-09-01') }, lines: shipping })).toBe('stop-shipment on 2026-10-08'));
  it('over the credit limit, and still delivering: stop', () => expect(did({ owes: doubtful, master: { creditLimitMinor: 4000000 }, lines: shipping })).toBe('stop-shipment on 2026-10-08'));
  it('a demand not met by one who no longer buys: the manager', () => expect(did({ owes: doubtful, note: { demandDay: day('2026-09-01') } })).toMatch(/^manager-visit/));
  it('all of it disputed: the manager settles it', () => {
    const row = rowOf({ owes: [{ amount: 50000, overdue: 200, class: 'doubtful', disputed: true }] });
    expect([row.action, row.askMinor, say(row.actionReason, 'en')]).toEqual(['manager-visit', 0, 'CNY 50,000.00 is disputed, all that is overdue: the manager should settle the dispute on the spot.']);
  });
});

describe('bad: lawyer, court or write-off', () => {
  const unsigned = { owes: bad, signed: null };
  const theyHaveIt = (): Match[] => [{ customer: 0, currency: 'CNY', ours: [0], theirs: [0], status: 'confirmed', rule: 'document-number', confidence: 1, differenceMinor: 0, evidence: [], alternatives: [], decision: null }];

  it("a lawyer's letter first", () => expect(did({ owes: bad })).toBe('lawyers-letter on 2026-10-08'));
  it('legal action once a demand has not been met', () => expect(did({ owes: bad, note: { demandDay: day('2026-06-01') } })).toBe('legal-action on 2026-10-08'));
  it('legal action when the limitation date is near', () => expect(did({ owes: [{ amount: 50000, overdue: 1060, class: 'bad' }], signed: null }, { matches: theyHaveIt })).toBe('legal-action on 2026-10-08'));
  it("their own books are evidence as good as a signature", () => {
    expect(say(rowOf(unsigned, { matches: theyHaveIt }).actionReason, 'en')).toContain('proven');
    expect(say(rowOf(unsigned).actionReason, 'en')).toContain('no signed statement covers it');
  });
  it('a signature before the delivery proves nothing of it', () => expect(say(rowOf({ owes: bad, signed: day('2025-01-31') }).actionReason, 'en')).toContain('no signed statement covers it'));
  it('too small for the court: write off', () => expect(did({ owes: [{ amount: 9999.99, overdue: 400, class: 'bad' }] })).toBe('write-off on 2026-10-08'));
  it('past the limitation date: write off', () => expect(did({ owes: [{ amount: 50000, overdue: 1100, class: 'bad' }], signed: null })).toBe('write-off on 2026-10-08'));
  it('closed: register a proven claim, write off the rest', () => {
    expect(did({ owes: bad, master: { closed: true } })).toBe('legal-action on 2026-10-08');
    expect(did({ ...unsigned, master: { closed: true } })).toBe('write-off on 2026-10-08');
  });
  it('a crumb of it does not send the lawyer to a good customer', () => {
    const row = rowOf({ owes: [{ amount: 20000, overdue: 10 }, { amount: 100, overdue: 400, class: 'bad' }] });
    expect([row.action, row.class]).toEqual(['statement-and-call', 'bad']);
  });
  it.each([
    [40, 35, 'lawyers-letter'],
    [39, 10, 'manager-visit'],
    [20, 19, 'statement-and-call'],
  ])('of 80 thousand overdue, %d bad and %d doubtful: half of it decides, %s', (badPart, doubtfulPart, action) => {
    const part = (thousands: number, overdue: number, itemClass: CollectionClass): Owed => ({ amount: thousands * 1000, overdue, class: itemClass });
    expect(rowOf({ owes: [part(badPart, 95, 'bad'), part(doubtfulPart, 95, 'doubtful'), part(80 - badPart - doubtfulPart, 10, 'collectible')] }).action).toBe(action);
  });
  it('a crumb about to lapse is demanded in writing all the same', () => {
    expect(did({ owes: [{ amount: 20000, overdue: 10 }, { amount: 100, overdue: 1060, class: 'bad' }], signed: null })).toBe('demand-letter on 2026-10-08');
  });
});

describe('what people wrote', () => {
  it('stopped by hand: nothing', () => {
    const row = rowOf({ owes: bad, note: { status: 'stopped' } });
    expect([row.action, row.askMinor]).toEqual(['none', 0]);
  });
  it('a promise still running: remind the working day before', () => {
    expect(did({ owes: bad, note: { promisedDay: day('2026-10-12'), writtenDay: day('2026-09-20') } })).toBe('remind on 2026-10-10 for 2026-10-12');
  });
  it("the rep's own next contact is the day", () => {
    expect(did({ owes: due, note: { nextContactDay: day('2026-10-14') } })).toBe('statement-and-call on 2026-10-14');
    expect(did({ owes: due, note: { nextContactDay: day('2026-09-14') } })).toBe('statement-and-call on 2026-10-08');
  });
});

describe('who is in the plan', () => {
  it('only a prepayment: not chased', () => expect(trade({ A: { owes: [{ amount: -500 }] } }).plan.rows).toEqual([]));
  it('more prepaid than owed: not chased', () => expect(trade({ A: { owes: [{ amount: -500 }, { amount: 400 }] } }).plan.rows).toEqual([]));
  it('one row per currency', () => {
    expect(trade({ A: { owes: [{ amount: 5, currency: 'USD' }, { amount: 7 }] } }).plan.rows.map((row) => [row.currency, row.openMinor])).toEqual([['CNY', 700], ['USD', 500]]);
  });
  it('says which years have no holidays yet', () => {
    expect(trade({ A: { owes: [{ amount: 5, overdue: -130 }], master: { payDay: 20 } } }).plan.notices?.map((notice) => notice.values?.year)).toContain(2027);
    expect(trade({ A: { owes: due } }, { settings: { holidays: '' } }).plan.notices).toEqual([]);
    // Elsewhere than in China weekends alone are known, and none is missing.
    expect(trade({ A: { owes: [{ amount: 5, overdue: -130, currency: 'USD' }], master: { payDay: 20 } } }).plan.notices).toEqual([]);
  });
});
