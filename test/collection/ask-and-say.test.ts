/** How much to ask for, promises, and the words for the customer. */
import { LANGUAGES, say, type Language } from '../../src/texts';
import { CATEGORIES, type Category, type ReconcilingItem } from '../../src/matching/reconciliation';
import { day, noteOf, rowOf, trade, type CustomerCase, type TradeOptions } from './trade';

const item = (category: Category, amount: number, ours: readonly number[] = []): ReconcilingItem => ({ customer: 0, currency: 'CNY', category, side: ours.length > 0 ? 'ours' : 'theirs', amountMinor: amount * 100, ours, theirs: ours.length > 0 ? [] : [0], actor: 'us', explanation: { code: '' }, candidates: [], otherCustomer: null });
const asked = (customer: CustomerCase, options: TradeOptions = {}) => rowOf(customer, options).askMinor / 100;
const words = (customer: CustomerCase, options: TradeOptions = {}, language: Language = 'en') => rowOf(customer, options).summary.map((sentence) => say(sentence, language));

describe('the amount to ask for', () => {
  it('what is due now, where no pay day is known', () => expect(asked({ owes: [{ amount: 100, overdue: 1 }, { amount: 40, overdue: 0 }, { amount: 7, overdue: -1 }] })).toBe(140));
  it('what is due by the pay day', () => expect(asked({ owes: [{ amount: 100, overdue: 1 }, { amount: 40, overdue: -26 }, { amount: 7, overdue: -27 }], master: { payDay: 26 } })).toBe(140));
  it('not what is unsold', () => expect(asked({ owes: [{ amount: 100 }, { amount: 900, overdue: null }] })).toBe(100));
  it('less what we have received already', () => expect(asked({ owes: [{ amount: 100 }, { amount: -30 }] })).toBe(70));
  it('less returns and deductions we have not credited', () => expect(asked({ owes: [{ amount: 100 }] }, { items: () => [item('return-not-credited', 10), item('deduction-not-credited', 5)] })).toBe(85));
  it('less the difference only, where amounts differ', () => expect(asked({ owes: [{ amount: 100, disputed: true }] }, { items: () => [item('amount-difference', 4, [0])] })).toBe(96));
  it('less what is marked as disputed', () => expect(asked({ owes: [{ amount: 100 }, { amount: 60, disputed: true }] })).toBe(100));
  it('less what they have paid and we have not received', () => expect(asked({ owes: [{ amount: 100 }] }, { items: () => [item('in-transit-payment', 80)] })).toBe(20));
  it('never below nothing', () => expect(asked({ owes: [{ amount: 100 }] }, { items: () => [item('return-not-credited', 300)] })).toBe(0));
  it('is not lowered by items in our favour, nor by a difference that is settled', () => {
    expect(asked({ owes: [{ amount: 100 }], lines: [{ day: day('2026-08-01'), amount: 50 }] }, { items: () => [item('return-not-credited', -10), item('amount-difference', 8, [1])] })).toBe(100);
  });
  it('what is disputed is shown, and never exceeds what is open', () => {
    expect(rowOf({ owes: [{ amount: 100 }] }, { items: () => [item('return-not-credited', 300)] }).disputedMinor).toBe(10000);
  });
});

describe('a promise', () => {
  const promised = { promisedDay: day('2026-09-25'), promisedMinor: 800000, openThenMinor: 1000000, writtenDay: day('2026-08-31') };
  const state = (note: Parameters<typeof noteOf>[1], paid: readonly (readonly [string, number])[] = []) =>
    rowOf({ owes: [{ amount: 10000 }], note, lines: paid.map(([iso, amount]) => ({ day: day(iso), amount: -amount, kind: 'payment' as const })) }).promise?.state;

  it('nothing came: broken', () => expect(state(promised)).toBe('broken'));
  it('all of it came: kept', () => expect(state(promised, [['2026-09-20', 3000], ['2026-09-25', 5000]])).toBe('kept'));
  it('less came: broken', () => expect(state(promised, [['2026-09-20', 7999.99]])).toBe('broken'));
  it('what came before it was made does not count, nor what comes after the as-of day', () => expect(state(promised, [['2026-08-31', 8000], ['2026-10-01', 8000]])).toBe('broken'));
  it('new purchases do not break it: payments count, not the balance', () => expect(rowOf({ owes: [{ amount: 90000 }], note: promised, lines: [{ day: day('2026-09-20'), amount: -8000, kind: 'payment' }] }).promise?.state).toBe('kept'));
  it('its day is still in time: pending', () => expect(state({ ...promised, promisedDay: day('2026-09-30') })).toBe('pending'));
  it('kept before its day', () => expect(state({ ...promised, promisedDay: day('2026-10-20') }, [['2026-09-20', 8000]])).toBe('kept'));
  it('without an amount: all that was open then', () => expect([state({ ...promised, promisedMinor: null }, [['2026-09-20', 9000]]), state({ ...promised, promisedMinor: null }, [['2026-09-20', 10000]])]).toEqual(['broken', 'kept']));
  it('of an unknown day: by how far the balance has fallen', () => expect([state({ ...promised, writtenDay: null, openThenMinor: 1800000 }), state({ ...promised, writtenDay: null, openThenMinor: 1799999 })]).toEqual(['kept', 'broken']));
  it('none', () => expect(rowOf({ owes: [{ amount: 1 }], note: { status: 'contacted' } }).promise).toBeNull());
});

describe('the words for the customer', () => {
  const customer: CustomerCase = { owes: [{ amount: 80000, overdue: 45, document: 'XS-0917' }, { amount: 42000, overdue: -12, document: 'XS-0988' }], master: { payDay: 26 }, note: { promisedDay: day('2026-09-20'), promisedMinor: 3000000, writtenDay: day('2026-08-31') } };
  const options: TradeOptions = { items: () => [item('return-not-credited', 3500), item('amount-difference', 120, [0]), item('in-transit-payment', 10000)] };

  it('read aloud in English', () => {
    expect(words(customer, options)).toEqual([
      'Suning: as of 2026-09-30, CNY 122,000.00 is open with us; CNY 80,000.00 of the invoices is overdue, the oldest since 2026-08-16.',
      'You have booked returns of CNY 3,500.00 that we have not credited; we are checking them.',
      'On some documents our amounts are CNY 120.00 higher than yours; let us compare them.',
      'By your books you have paid CNY 10,000.00 that has not reached us yet; please tell us the date and the bank.',
      'The CNY 30,000.00 promised for 2026-09-20 has not come in full.',
      'Please pay CNY 108,380.00 on 2026-10-26, for XS-0917, XS-0988.',
    ]);
  });
  it('in simplified Chinese', () => {
    expect(words(customer, options, 'zh-CN')).toEqual([
      'Suning：截至 2026-09-30，贵方在我处未结 CNY 122,000.00；其中已逾期单据 CNY 80,000.00，最早一笔 2026-08-16 到期。',
      '贵方已记退货 CNY 3,500.00，我方尚未入账，正在核实。',
      '部分单据我方金额比贵方高 CNY 120.00，请一起核对。',
      '贵方账上已付 CNY 10,000.00，我方尚未收到，请告知付款日期和银行。',
      '贵方承诺 2026-09-20 付款 CNY 30,000.00，至今未足额收到。',
      '请于 2026-10-26 付款 CNY 108,380.00，对应单据：XS-0917、XS-0988。',
    ]);
  });
  it('in traditional Chinese', () => {
    expect(words(customer, options, 'zh-TW')[5]).toBe('請於 2026-10-26 付款 CNY 108,380.00，對應單據：XS-0917、XS-0988。');
  });
  it('nothing overdue, the statement to be signed, and our own last sentence', () => {
    expect(words({ owes: [{ amount: 500, overdue: -60, document: 'XS-1' }], signed: day('2026-01-31') }, { settings: { closingWords: 'Call Ms Chen, 021-5555.' } })).toEqual([
      'Suning: as of 2026-09-30, CNY 500.00 is open with us; nothing is overdue.',
      'There is nothing for you to pay at the moment.',
      'Our statement is due for signature as well; please confirm the balance.',
      'Call Ms Chen, 021-5555.',
    ]);
  });
  it('names five documents and counts the rest', () => {
    expect(words({ owes: Array.from({ length: 7 }, (_, i) => ({ amount: 10, overdue: 20 - i, document: `D${i}` })) }).at(-1)).toBe('Please pay CNY 70.00 now, for D0, D1, D2, D3, D4 and 2 more.');
  });
  it('names all of five, the oldest due first, each once, and none that is disputed, not due, unsold or without a number', () => {
    const named = (...owes: CustomerCase['owes']) => words({ owes }).at(-1);
    expect(named(...['D3', 'D1', 'D5', 'D2', 'D4'].map((document) => ({ amount: 10, overdue: 20 - Number(document[1]), document })))).toBe('Please pay CNY 50.00 now, for D1, D2, D3, D4, D5.');
    expect(named({ amount: 10, overdue: 9, document: 'A' }, { amount: 10, overdue: 9, document: 'A' }, { amount: 10, overdue: 0, document: 'B' }, { amount: 5, overdue: 8, document: 'C', disputed: true }, { amount: 5, overdue: -1, document: 'D' }, { amount: 5, overdue: null, document: 'E' }, { amount: 10, overdue: 3, document: '' }, { amount: -1, document: 'F' })).toBe('Please pay CNY 39.00 now, for A, B.');
    expect(named({ amount: 10, document: '' })).toBe('Please pay CNY 10.00 now.');
  });
  it('speaks of what is on account, and of the oldest that is owed', () => {
    expect(words({ owes: [{ amount: 100, overdue: 5 }, { amount: 50, overdue: 9 }, { amount: -30, overdue: 90 }, { amount: 5, overdue: null }] }).slice(0, 2)).toEqual([
      'Suning: as of 2026-09-30, CNY 125.00 is open with us; CNY 150.00 of the invoices is overdue, the oldest since 2026-09-21.',
      'CNY 30.00 received from you is not yet applied to an invoice; tell us what it is for.',
    ]);
  });
  it('speaks of a promise that is broken or running, not of one that was kept', () => {
    const promised = (promisedDay: string, paid: number) => words({ owes: [{ amount: 10 }], note: { promisedDay: day(promisedDay), openThenMinor: 1000, writtenDay: day('2026-08-31') }, lines: [{ day: day('2026-09-05'), amount: -paid, kind: 'payment' }] });
    expect([promised('2026-09-20', 0)[1], promised('2026-10-20', 0)[1], promised('2026-09-20', 10).length]).toEqual(['The payment promised for 2026-09-20 has not come.', 'You promised payment by 2026-10-20; we count on it.', 2]);
  });
  it('all disputed: settle first', () => expect(words({ owes: [{ amount: 10, disputed: true }] }).at(-1)).toBe('Let us clear these differences first, so that the rest can be paid.'));
  it('says every sort of dispute in every language, without a hole', () => {
    for (const language of LANGUAGES) for (const category of CATEGORIES) expect(words({ owes: [{ amount: 100 }, { amount: -1 }] }, { items: () => [item(category, 10)] }, language).join('')).not.toMatch(/[{}]/);
  });
});

describe('missing terms', () => {
  it('are tasks', () => {
    expect(rowOf({ owes: [{ amount: 1 }], master: { agreementDay: null, place: '', method: null, settlesBy: null, contact: '', approvalDays: null } }).missing.map((task) => say(task, 'en'))).toEqual([
      'Conclude a settlement agreement', 'Agree on the pay day', 'Ask how many days approval takes', 'Agree on the place of settlement', 'Agree on the method of payment', 'Agree whether to settle by invoice or by sell-through', 'Ask for the person to contact',
    ]);
  });
  it('are none where all is agreed', () => expect(rowOf({ owes: [{ amount: 1 }], master: { payDay: 5 } }).missing).toEqual([]));
});

describe('customers that have paid', () => {
  it('written under two names that are one customer now become one, and nobody has paid', () => {
    const { plan } = trade({ Suning: { owes: [{ amount: 100, overdue: 10 }], note: { note: 'call on Monday', status: 'contacted' } } }, { moreNotes: [noteOf('SUNING', { note: 'cheque is ready', status: 'open', demandDay: day('2026-09-01') })] });
    expect([plan.rows.map(({ note }) => [note?.note, note?.status, note?.demandDay]), plan.done]).toEqual([[['call on Monday\ncheque is ready', 'contacted', day('2026-09-01')]], []]);
  });
  it('move to the done part with their notes, and so do those no longer in the ledger', () => {
    const { plan } = trade({ Paid: { owes: [], lines: [{ day: day('2026-08-01'), amount: 100 }, { day: day('2026-09-01'), amount: -100, kind: 'payment' }], note: { status: 'contacted', note: 'cheque sent', added: { Mood: 'glad' } } }, Owes: { owes: [{ amount: 1 }], note: { note: 'later' } } }, { moreNotes: [noteOf('Gone', { note: 'merged' })] });
    expect(plan.done.map(({ customerName, note }) => [customerName, note.note, note.added])).toEqual([['Paid', 'cheque sent', { Mood: 'glad' }], ['Gone', 'merged', {}]]);
    expect(plan.rows.map((row) => row.note?.note)).toEqual(['later']);
  });
  it('are tied by content: full width, traditional or simplified, upper or lower case', () => {
    const { plan } = trade({ 国美Gome: { owes: [{ amount: 1 }] } }, { moreNotes: [noteOf('國美ＧＯＭＥ', { note: 'kept' })] });
    expect([plan.rows[0].note?.note, plan.done]).toEqual(['kept', []]);
  });
});
