/** Why it is done, in words: every reason with its figures. */
import { say } from '../../src/texts';
import type { Match } from '../../src/matching/reconciliation';
import { day, rowOf, type CustomerCase, type Owed, type TradeOptions } from './trade';

const due: readonly Owed[] = [{ amount: 1000, overdue: 10 }];
const notDue: readonly Owed[] = [{ amount: 1000, overdue: -20 }];
const doubtful: readonly Owed[] = [{ amount: 50000, overdue: 95, class: 'doubtful' }];
const bad: readonly Owed[] = [{ amount: 50000, overdue: 400, class: 'bad' }];
const shipping = [{ day: day('2026-09-20'), amount: 100, kind: 'invoice' as const }];
const theyHaveIt = (): Match[] => [{ customer: 0, currency: 'CNY', ours: [0], theirs: [0], status: 'confirmed', rule: 'document-number', confidence: 1, differenceMinor: 0, evidence: [], alternatives: [], decision: null }];

it.each<[string, CustomerCase, TradeOptions?]>([
  ['Chasing was stopped by hand.', { owes: due, note: { status: 'stopped' } }],
  ['Payment is promised for 2026-10-12: remind the working day before.', { owes: due, note: { promisedDay: day('2026-10-12'), writtenDay: day('2026-09-20') } }],
  ['Due, and the pay day is not known: send the statement, call, and ask for the pay day.', { owes: due }],
  ['The list for the pay day 2026-10-26 closes on 2026-10-20: the claim must be there by then.', { owes: due, master: { payDay: 25, approvalDays: 5 } }],
  ['Due, and likely to come in: be there on the pay day 2026-10-12.', { owes: due, master: { payDay: 12, method: 'cheque' } }],
  ['The claim is on the list: be there on the pay day 2026-10-09.', { owes: due, master: { payDay: 9, approvalDays: 10, method: 'cheque' }, note: { status: 'contacted' } }],
  ['The limitation date 2026-11-05 is near: demand in writing, and keep proof that it arrived.', { owes: [{ amount: 20000, overdue: 10 }, { amount: 100, overdue: 1060, class: 'bad' }], signed: null }],
  ['Not due before 2026-10-20: serve well, and remind in time for the pay day.', { owes: notDue }],
  ['Nothing is overdue, but the reconciliation is: have the statement signed.', { owes: notDue, signed: day('2026-01-31') }],
  ['Nothing is due by a date: sell-through goods not yet sold.', { owes: [{ amount: 1000, overdue: null }] }],
  ['Mostly doubtful, oldest item 95 days overdue: the manager should go.', { owes: doubtful }],
  ['Mostly doubtful, oldest item 120 days overdue: demand in writing.', { owes: [{ amount: 1, overdue: 120, class: 'doubtful' }] }],
  ['The promise for 2026-09-20 was not kept: demand in writing.', { owes: doubtful, note: { promisedDay: day('2026-09-20'), writtenDay: day('2026-08-31') } }],
  ['The demand of 2026-09-01 has not been met and we still deliver: stop shipment, offset rebates.', { owes: doubtful, note: { demandDay: day('2026-09-01') }, lines: shipping }],
  ['CNY 50,000.00 is open against a credit limit of 40,000.00, and we still deliver: stop shipment.', { owes: doubtful, master: { creditLimitMinor: 4000000 }, lines: shipping }],
  ["CNY 50,000.00 is as good as lost and proven: lawyer's letter.", { owes: bad }],
  ["CNY 50,000.00 is as good as lost, and no signed statement covers it: lawyer's letter, and have the balance acknowledged in writing.", { owes: bad, signed: null }],
  ['The customer has closed and nothing signed proves CNY 50,000.00: propose a write-off.', { owes: bad, signed: null, master: { closed: true } }],
  ['The customer has closed; CNY 50,000.00 is proven: register the claim in court.', { owes: bad, master: { closed: true } }],
  ['CNY 50,000.00 is proven, and the demand of 2026-06-01 has not been met: legal action.', { owes: bad, note: { demandDay: day('2026-06-01') } }],
  ['CNY 50,000.00 is proven and the limitation date 2026-11-05 is near: file suit in time.', { owes: [{ amount: 50000, overdue: 1060, class: 'bad' }], signed: null }, { matches: theyHaveIt }],
  ['CNY 9,999.99 does not justify the cost of legal action: propose a write-off.', { owes: [{ amount: 9999.99, overdue: 400, class: 'bad' }] }],
  ['The limitation date 2026-09-26 has passed for CNY 50,000.00: have it acknowledged in writing, else propose a write-off.', { owes: [{ amount: 50000, overdue: 1100, class: 'bad' }], signed: null }],
])('%s', (sentence, customer, options = {}) => expect(say(rowOf(customer, options).actionReason, 'en')).toBe(sentence));
