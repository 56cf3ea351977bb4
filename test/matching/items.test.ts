/** What stays over and what differs, in words: which category, who must act, what the sentence says. */
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { say } from '../../src/texts';
import { day } from './support/day';
import { itemsSaid, match, matchesSaid } from './support/run';

const ours = (on: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side: 'ours', day: day(on), amountMinor, document: 'XS-2001', ...more });
const theirs = (on: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side: 'theirs', day: day(on), amountMinor, document: 'RK-77', ...more });
const openings = [ours('2025-12-31', 500, { kind: 'opening', document: '' }), theirs('2025-12-31', 500, { kind: 'opening', document: '' })];
const itemsOf = (...lines: readonly CaseLine[]) => match([...openings, ...lines]).result.items.map((item) => `${item.category}, ${item.actor}: ${say(item.explanation, 'en')}`);

describe('an entry that nothing answers', () => {
  test.each<[string, CaseLine]>([
    ['in-transit-goods, them: XS-2001 of 2026-09-28 for 123.00 was delivered; the customer has not booked it.', ours('2026-09-28', 12300)],
    ['in-transit-goods, them: XS-2001 of 2026-09-28 for 123.00 was delivered; the customer has not booked it.', ours('2026-09-28', 12300, { kind: 'exchange' })],
    ["unexplained, both: Nothing in the customer's ledger answers our Adjustment XS-2001 of 2026-09-28 for 123.00.", ours('2026-09-28', 12300, { kind: 'adjustment' })],
    ['credit-not-booked, them: We credited 123.00 on 2026-09-28 (Rebate, XS-2001); the customer has not booked it.', ours('2026-09-28', -12300, { kind: 'rebate' })],
    ['transfer, them: We booked the transfer XS-2001 of 123.00 on 2026-09-28; the customer has not.', ours('2026-09-28', 12300, { kind: 'transfer' })],
    ['transfer, us: The customer booked the transfer RK-77 of 123.00 on 2026-09-28; we have not.', theirs('2026-09-28', -12300, { kind: 'transfer' })],
    ['in-transit-payment, us: The customer booked a payment of 123.00 on 2026-09-29 (RK-77); we have not received it.', theirs('2026-09-29', -12300, { kind: 'payment' })],
    ["unexplained, both: Nothing in our ledger answers the customer's Payment RK-77 of 2026-09-29 for 123.00.", theirs('2026-09-29', 12300, { kind: 'payment' })],
    ['return-not-credited, us: The customer booked a return of 123.00 on 2026-09-29 (RK-77); no credit note of ours answers it.', theirs('2026-09-29', -12300, { kind: 'return' })],
    ['return-not-credited, us: The customer booked a return of 123.00 on 2026-09-29 (RK-77); no credit note of ours answers it.', theirs('2026-09-29', -12300, { kind: 'invoice' })],
    ['return-not-credited, us: The customer booked a return of 123.00 on 2026-09-29 (RK-77); no credit note of ours answers it.', theirs('2026-09-29', -12300, { kind: 'exchange' })],
    ['deduction-not-credited, us: The customer deducted 123.00 on 2026-09-29 (Damage, RK-77); no credit note of ours carries it.', theirs('2026-09-29', -12300, { kind: 'damage' })],
    ['deduction-not-credited, us: The customer deducted 123.00 on 2026-09-29 (Promotion, RK-77); no credit note of ours carries it.', theirs('2026-09-29', -12300, { kind: 'promotion' })],
    ["unexplained, both: Nothing in our ledger answers the customer's Damage RK-77 of 2026-09-29 for 123.00.", theirs('2026-09-29', 12300, { kind: 'damage' })],
    ["unexplained, both: Nothing in our ledger answers the customer's Invoice RK-77 of 2026-09-29 for 123.00.", theirs('2026-09-29', 12300)],
    ["unexplained, both: Nothing in our ledger answers the customer's Adjustment – of 2026-09-29 for 123.00.", theirs('2026-09-29', -12300, { kind: 'adjustment', document: '' })],
  ])('%s', (said, line) => expect(itemsOf(line)).toEqual([said]));
});

describe('amounts that differ', () => {
  const told = (our: Partial<CaseLine> & { amountMinor: number }, their: Partial<CaseLine> & { amountMinor: number }) => {
    const run = match([ours('2026-03-01', our.amountMinor, our), theirs('2026-03-03', their.amountMinor, { references: 'XS-2001', ...their })]);
    return [...run.result.matches.map((each) => `${each.status}: ${each.evidence.map((message) => say(message, 'en')).join(' ')}`), ...run.result.items.map((item) => say(item.explanation, 'en'))];
  };
  test.each<[string[], Partial<CaseLine> & { amountMinor: number }, Partial<CaseLine> & { amountMinor: number }]>([
    [['confirmed: Both sides name XS-2001. The customer booked without tax at 13%.', 'XS-2001 is 20,998.00 with us and 18,582.30 with the customer: 2,415.70 apart.'], { amountMinor: 2099800 }, { amountMinor: 1858230 }],
    [['confirmed: Both sides name XS-2001. We booked without tax at 13%.', 'XS-2001 is 18,582.30 with us and 20,998.00 with the customer: 2,415.70 apart.'], { amountMinor: 1858230 }, { amountMinor: 2099800 }],
    [['confirmed: Both sides name XS-2001. 2 × 8KG at 499.00 apart.', 'XS-2001 is 9,980.00 with us and 8,982.00 with the customer: 998.00 apart.'], { amountMinor: 998000, quantity: 20, item: '8KG' }, { amountMinor: 898200 }],
    [['confirmed: Both sides name XS-2001. 2 × Fridges at 499.00 apart.', 'XS-2001 is 8,982.00 with us and 9,980.00 with the customer: 998.00 apart.'], { amountMinor: 898200 }, { amountMinor: 998000, quantity: 20, unitPrice: 499, productClass: 'Fridges' }],
    [['confirmed: Both sides name XS-2001. Two digits are swapped.', 'XS-2001 is 12,400.00 with us and 14,200.00 with the customer: 1,800.00 apart.'], { amountMinor: 1240000 }, { amountMinor: 1420000 }],
    [['confirmed: Both sides name XS-2001. One digit is missing or too many.', 'XS-2001 is 12,345.00 with us and 1,234.50 with the customer: 11,110.50 apart.'], { amountMinor: 1234500 }, { amountMinor: 123450 }],
    [['confirmed: Both sides name XS-2001. Rounding: 0.33.', 'XS-2001 is 12,345.67 with us and 12,346.00 with the customer: 0.33 apart.'], { amountMinor: 1234567 }, { amountMinor: 1234600 }],
    [['confirmed: Both sides name XS-2001. 65.67 apart (1%), within the tolerance.', 'XS-2001 is 12,345.67 with us and 12,280.00 with the customer: 65.67 apart.'], { amountMinor: 1234567 }, { amountMinor: 1228000 }],
    [['confirmed: Both sides name XS-2001.', 'XS-2001 is 12,345.67 with us and 11,000.00 with the customer: 1,345.67 apart.'], { amountMinor: 1234567 }, { amountMinor: 1100000 }],
    [['suggested: Both sides name XS-2001. The amount alone could be a coincidence, so you decide.', 'XS-2001 is 12,345.67 with us and 7,000.00 with the customer: 5,345.67 apart.'], { amountMinor: 1234567 }, { amountMinor: 700000 }],
    [['XS-2001 of 2026-03-01 for 12,345.67 was delivered; the customer has not booked it.', "Nothing in our ledger answers the customer's Invoice RK-77 of 2026-03-03 for 4,000.00."], { amountMinor: 1234567 }, { amountMinor: 400000 }],
  ])('%p', (said, our, their) => expect(told(our, their)).toEqual(said));
});

describe('how far a reason goes', () => {
  const reason = (our: number, their: number, more: Partial<CaseLine> = {}) => {
    const run = match([ours('2026-03-01', our, more), theirs('2026-03-03', their, { references: 'XS-2001', kind: more.kind })], { settings: { toleranceShare: 0.0001 } });
    return run.result.matches[0]?.evidence.at(-1)?.code.replace('matching.', '') ?? 'none';
  };
  const units = { quantity: 10, item: '8KG' };

  test.each<[string, string, number, number, Partial<CaseLine>?]>([
    ['rounding up to one unit of the currency', 'difference.rounding', 1234567, 1234467],
    ['and no further', 'names', 1234567, 1234437],
    ['nor beyond a hundredth', 'names', 5000, 4945],
    ['tax, a cent either way', 'difference.tax-theirs-net', 2099801, 1858230],
    ['and no further', 'names', 2099811, 1858230],
    ['five units short', 'difference.units', 499000, 249500, units],
    ['not six', 'coincidence', 499000, 199600, units],
    ['not more than were delivered', 'none', 99800, 299400, { quantity: 1, item: '8KG' }],
    ['not a unit and a half', 'names', 499000, 424150, units],
    ['two neighbouring digits swapped', 'difference.digits-swapped', 1243789, 1234789],
    ['not two that stand apart', 'coincidence', 1243789, 1943782],
    ['not a digit that is another', 'names', 1243789, 1253789],
    ['a digit too many', 'difference.digit-dropped', 1243789, 12437890],
    ['a fee of a two-hundredth of a payment', 'difference.fee', -1000000, -995000, { kind: 'payment' }],
    ['and no further', 'names', -1000000, -994990, { kind: 'payment' }],
    ['a fee of a hundred', 'difference.fee', -9000000, -8990000, { kind: 'payment' }],
    ['and no further', 'names', -9000000, -8989990, { kind: 'payment' }],
    ['no fee for goods', 'names', 1000000, 995000],
    ['one unit short', 'difference.units', 499000, 449100, units],
    ['as many units as the other side has', 'difference.units', 49900, 99800, { quantity: 1, item: '8KG' }],
    ['no unit at all', 'names', 91, 90, { quantity: 1, item: '8KG' }],
    ['no units of a line without a quantity', 'names', 499000, 449100],
    ['tax, where either rounding fits', 'difference.tax-theirs-net', 1005, 888],
    ['two digits swapped that make no other length', 'difference.digits-swapped', 1900000, 9100000],
  ])('%s: %s', (_, code, our, their, more = {}) => expect(reason(our, their, more)).toBe(code));

  test('nor across directions or sorts', () => {
    const none = (our: CaseLine, their: CaseLine) => matchesSaid(match([our, their]));
    const payment = { kind: 'payment' as const };
    expect([
      none(ours('2026-03-01', 11301), theirs('2026-03-02', -10001, { kind: 'return' })), none(ours('2026-03-01', -1234567, { kind: 'return' }), theirs('2026-03-02', -1234600, payment)),
      none(ours('2026-03-01', -50024, payment), theirs('2026-03-02', 60031, payment)),
    ]).toEqual([[], [], []]);
  });
  test('nor to a paper that the line names another for', () => {
    expect(matchesSaid(match([ours('2026-03-01', 1234567), ours('2026-03-01', 99999, { document: 'XS-3002' }), theirs('2026-03-02', 1234612, { references: 'XS-3002' })]))).toEqual([]);
    // A number that nobody knows leaves it to people.
    expect([matchesSaid(match([ours('2026-03-01', 1234567), theirs('2026-03-02', 1234612, { references: 'XS-3002' })])), matchesSaid(match([ours('2026-03-01', 1234567), theirs('2026-03-02', 1234612)]))]).toEqual([['1=1 suggested recognised-difference'], ['1=1 confirmed recognised-difference']]);
  });
  test('a payment less what was deducted from it: six tenths of it at least, and a whole unit', () => {
    const payments = (our: number, their: number) => match([ours('2026-03-01', our, { kind: 'payment', document: 'SK-1' }), theirs('2026-03-02', their, { kind: 'payment' })]).result.matches.map((each) => each.evidence.map((message) => say(message, 'en')).join(' '));
    const net = (amount: string) => [`One side booked gross and the other net: ${amount} was deducted. The amount alone could be a coincidence, so you decide.`];
    expect([payments(-60019, -100031), payments(-60018, -100031), payments(-100031, -60019), payments(-70, -90), payments(-129, -99), payments(-129, -100)]).toEqual([net('400.12'), [], net('400.12'), [], [], net('0.29')]);
  });
  test('a credit note of nearly the amount of the payment that it names is not that payment', () => {
    expect(matchesSaid(match([ours('2026-03-01', -90017, { kind: 'rebate', document: 'FY-1', references: 'FK-901' }), theirs('2026-03-01', -100031, { kind: 'payment', document: 'FK-901' })]))).toEqual([]);
  });
  test('nearly the amount, where numbers speak for it: a tenth, and no more', () => {
    const near = (their: number, references = 'XS-2010') => match([ours('2026-03-01', 123457), theirs('2026-03-03', their, { references })]).result.matches.map((each) => `${each.status} ${each.evidence.map((message) => say(message, 'en')).join(' ')}`);
    expect([near(111113), near(111110), near(137173), near(137175), near(111113, '')]).toEqual([
      ['suggested Numbers and dates fit; the amounts are 123.44 apart for no reason we recognise.'], [], ['suggested Numbers and dates fit; the amounts are 137.16 apart for no reason we recognise.'], [], [],
    ]);
  });
  test('a line that one side left out', () => {
    const run = match([ours('2026-03-01', 100070), ours('2026-03-01', 200110), theirs('2026-03-03', 200110, { references: 'XS-2001' })]);
    expect(run.result.matches.map((each) => `${each.ours.length} ${each.status} ${each.evidence.map((message) => say(message, 'en')).at(-1)}`)).toEqual(['2 confirmed One line of 1,000.70 is missing on one side.']);
  });
});

describe('numbers that name', () => {
  const name = (document: string, on: string, amountMinor: number, references = '', more: Partial<CaseLine> = {}) => theirs(on, amountMinor, { document, references, ...more });
  const own = (document: string, on: string, amountMinor: number, more: Partial<CaseLine> = {}) => ours(on, amountMinor, { document, ...more });

  test('three lines of theirs that name one document are its parts', () => {
    expect(matchesSaid(match([own('XS-2001', '2026-03-01', 60000), name('RK-1', '2026-03-03', 10000, 'XS-2001'), name('RK-2', '2026-03-03', 20000, 'XS-2001'), name('RK-3', '2026-03-05', 30000, 'XS-2001')]))).toEqual(['1=1+2+3 confirmed document-group']);
  });
  test('a line that was booked twice among the parts stays over as a second booking', () => {
    const run = match([own('XS-2001', '2026-03-01', 60000), name('RK-1', '2026-03-03', 10000, 'XS-2001'), name('RK-2', '2026-03-03', 50000, 'XS-2001'), name('RK-3', '2026-03-09', 50000, 'XS-2001')]);
    expect([matchesSaid(run), itemsSaid(run)]).toEqual([['1=1+2 confirmed document-group'], ['duplicate theirs =3 -500.00']]);
    expect(run.result.items.map((item) => `${item.actor}: ${say(item.explanation, 'en')}`)).toEqual(['them: The customer booked XS-2001 a second time on 2026-03-09 (RK-3): 500.00.']);
  });
  test('a whole document booked a second time in one line; a line of another amount is none', () => {
    const lines = [own('XS-2001', '2026-03-01', 10000), own('XS-2001', '2026-03-01', 20000), name('RK-1', '2026-03-03', 30000, 'XS-2001')];
    expect(itemsSaid(match([...lines, name('RK-2', '2026-03-09', 30000, 'XS-2001')]))).toEqual(['duplicate theirs =2 -300.00']);
    expect(itemsSaid(match([...lines, name('RK-2', '2026-03-09', 20000, 'XS-2001')]))).toEqual(['duplicate theirs =2 -200.00']);
    expect(itemsSaid(match([...lines, name('RK-2', '2026-03-09', 25000, 'XS-2001')]))).toEqual(['unexplained theirs =2 -250.00']);
    expect(itemsSaid(match([...lines, name('RK-2', '2026-03-09', 30000, 'DN-2001')]))).toEqual(['unexplained theirs =2 -300.00']);
  });
  test('a document of several parts booked a second time in one line', () => {
    expect(itemsSaid(match([own('XS-2001', '2026-03-01', 10000), own('XS-2001', '2026-03-01', 20000), name('RK-1', '2026-03-03', 12000, 'XS-2001'), name('RK-2', '2026-03-03', 18000, 'XS-2001'), own('XS-2001', '2026-03-09', 30000)]))).toEqual(['duplicate ours 3= 300.00']);
  });
  test('one number again at another amount is no second booking', () => {
    expect(itemsSaid(match([own('XS-2001', '2026-03-01', 60000), own('XS-2001', '2026-03-09', 51111), own('XS-2001', '2026-03-09', 60000, { kind: 'adjustment' }), name('RK-1', '2026-03-03', 60000, 'XS-2001')]))).toEqual(['in-transit-goods ours 2= 511.11', 'unexplained ours 3= 600.00']);
  });
  test('one number booked twice by us: the second is ours to take out', () => {
    const run = match([own('XS-2001', '2026-03-01', 60000), own('XS-2001', '2026-03-09', 60000), name('RK-1', '2026-03-03', 60000, 'XS-2001')]);
    expect([matchesSaid(run), run.result.items.map((item) => `${item.actor}: ${say(item.explanation, 'en')}`)]).toEqual([['1=1 confirmed document-number'], ['us: We booked XS-2001 a second time on 2026-03-09: 600.00.']]);
  });
  test('two of ours and two of theirs that name them crosswise, as a whole', () => {
    expect(matchesSaid(match([own('XS-2001', '2026-03-01', 10000), own('XS-2002', '2026-03-01', 25000), name('RK-1', '2026-03-03', 20000, 'XS-2001/2002'), name('RK-2', '2026-03-03', 15000, 'XS-2001/2002')]))).toEqual(['1+2=1+2 confirmed document-group']);
  });
  test('a range, from the first to the last of it', () => {
    expect(matchesSaid(match([...[2000, 2001, 2002, 2003, 2004].map((number) => own(`XS-${number}`, '2026-03-01', 10007)), name('RK-1', '2026-03-03', 30021, 'XS-2001~2003')]))).toEqual(['2+3+4=1 confirmed document-group']);
    expect(matchesSaid(match([own('XS-2001', '2026-03-01', 10007), own('DN-2002', '2026-03-01', 20011), own('XS-2002', '2026-03-01', 20011), name('RK-1', '2026-03-03', 30018, 'XS-2001~2002')]))).toEqual(['1+3=1 confirmed document-group']);
  });
  test('other letters are another document', () => expect(matchesSaid(match([own('XS-2001', '2026-03-01', 60000), name('RK-1', '2026-03-03', 61111, 'DN-2001')]))).toEqual([]));
  test('payments that say they pay the same invoice are one payment', () => {
    const [a, b] = [own('SK-1', '2026-03-01', -60000, { kind: 'payment', references: 'XS-1001' }), own('SK-2', '2026-03-01', -60000, { kind: 'payment', references: 'XS-1002' })];
    const [c, d] = [name('FK-1', '2026-03-02', -60000, 'XS-1002', { kind: 'payment' }), name('FK-2', '2026-03-02', -60000, 'XS-1001', { kind: 'payment' })];
    expect(matchesSaid(match([a, b, c, d]))).toEqual(['1=2 confirmed document-number', '2=1 confirmed document-number']);
  });
  test('of two equal lines that name it the first is the booking', () => {
    expect(matchesSaid(match([own('XS-2001', '2026-03-10', 60000), name('RK-2', '2026-03-14', 60000, 'XS-2001'), name('RK-1', '2026-03-12', 60000, 'XS-2001')]))).toEqual(['1=2 confirmed document-number']);
  });
  test('what is named on both sides, up to six', () => {
    const run = match([...Array.from({ length: 8 }, (_, at) => own(`XS-${2001 + at}`, '2026-03-01', 1000 + at)), name('RK-1', '2026-03-03', 8028, 'XS-2001/2002/2003/2004/2005/2006/2007/2008')]);
    expect(run.result.matches.map((each) => each.evidence.map((message) => say(message, 'en')))).toEqual([['Both sides name XS-2001, XS-2002, XS-2003, XS-2004, XS-2005, XS-2006.']]);
  });
});

test('each customer and currency is an account of its own', () => {
  const lines = ['North', 'South', 'West'].flatMap((customer, at) => ['CNY', 'USD', 'EUR'].flatMap((currency, number) => [
    ours('2026-03-01', 1001 + 100 * at + 10 * number, { customer, currency, document: `XS-${at}${number}01` }), theirs('2026-03-02', 1001 + 100 * at + 10 * number + (at === number ? 5 : 0), { customer, currency, references: `XS-${at}${number}01` }),
  ]));
  const { books, result } = match(lines);
  expect(result.accounts.map((account) => `${books.customers[account.customer].name} ${account.currency} ${account.ours.closingMinor} ${account.differenceMinor}`)).toEqual([
    'North CNY 1001 -5', 'North USD 1011 0', 'North EUR 1021 0', 'South CNY 1101 0', 'South USD 1111 -5', 'South EUR 1121 0', 'West CNY 1201 0', 'West USD 1211 0', 'West EUR 1221 -5',
  ]);
  expect(result.matches.map((each) => `${books.customers[each.customer].name} ${each.currency} ${each.differenceMinor}`)).toEqual(result.accounts.map((account) => `${books.customers[account.customer].name} ${account.currency} ${account.differenceMinor}`));
});

describe('between accounts', () => {
  const both = (customer: string) => [ours('2026-01-01', 7, { customer, document: `A-${customer}` }), theirs('2026-01-01', 7, { customer, document: `B-${customer}` })];
  const said = (...lines: readonly CaseLine[]) => match([...both('North'), ...both('South'), ...lines]).result.items.map((item) => say(item.explanation, 'en'));

  test('a transfer is followed by its number to the customer on the other side of it', () => {
    expect(said(ours('2026-03-01', -5000, { customer: 'North', kind: 'transfer', document: 'PD-900' }), ours('2026-03-01', 5000, { customer: 'South', kind: 'transfer', document: 'PD-900' }), theirs('2026-03-02', 5000, { customer: 'South', document: 'RK-5', references: 'PD-900' }))).toEqual(['We booked the transfer PD-900 of 50.00 with South on 2026-03-01; the customer has not.']);
  });
  test('not by a number of other letters, and not by what is no transfer', () => {
    expect(said(ours('2026-03-01', -5000, { customer: 'North', kind: 'transfer', document: 'PD-900' }), ours('2026-03-01', 5000, { customer: 'South', kind: 'transfer', document: 'DN-900' }))).toEqual(['We booked the transfer PD-900 of 50.00 on 2026-03-01; the customer has not.', 'We booked the transfer DN-900 of 50.00 on 2026-03-01; the customer has not.']);
    expect(said(ours('2026-03-01', -5000, { customer: 'North', kind: 'transfer', document: 'PD-900' }), ours('2026-03-01', 5000, { customer: 'South', document: 'PD-900' }))).toEqual(['We booked the transfer PD-900 of 50.00 on 2026-03-01; the customer has not.', 'PD-900 of 2026-03-01 for 50.00 was delivered; the customer has not booked it.']);
    expect(said(ours('2026-03-01', 5000, { customer: 'South', kind: 'transfer', document: '' }))).toEqual(['We booked the transfer – of 50.00 on 2026-03-01; the customer has not.']);
  });
  test('a transfer is not misposted, though the number and the amount of a paper elsewhere fit', () => {
    expect(said(ours('2026-03-01', 5000, { customer: 'North', kind: 'transfer', document: 'PD-900', references: 'RK-56' }), theirs('2026-03-02', 5000, { customer: 'South', document: 'RK-56' })).filter((text) => text.includes('belongs to'))).toEqual([]);
  });
  test('else by its memo', () => {
    expect(said(ours('2026-03-01', 5000, { customer: 'South', kind: 'transfer', document: 'PD-900', memo: 'from North' }))).toEqual(['We booked the transfer PD-900 of 50.00 with North on 2026-03-01; the customer has not.']);
    expect(said(ours('2026-03-01', 5000, { customer: 'North', kind: 'transfer', document: 'PD-900', memo: 'from South' }))).toEqual(['We booked the transfer PD-900 of 50.00 with South on 2026-03-01; the customer has not.']);
    expect(said(ours('2026-03-01', 5000, { customer: 'North', kind: 'transfer', document: 'PD-900', memo: 'to the North' }))).toEqual(['We booked the transfer PD-900 of 50.00 on 2026-03-01; the customer has not.']);
    // A name may stand within another one.
    const between = (customer: string, memo: string) => said(...['North', 'North Star', 'Beacon'].map((name) => theirs('2026-02-01', 100, { customer: name })), ours('2026-03-01', 5000, { customer, kind: 'transfer', document: 'PD-900', memo })).filter((text) => text.includes('PD-900'));
    expect(between('Beacon', 'to North Star')).toEqual(['We booked the transfer PD-900 of 50.00 with North Star on 2026-03-01; the customer has not.']);
    expect(between('North', 'to North Star')).toEqual(['We booked the transfer PD-900 of 50.00 with North Star on 2026-03-01; the customer has not.']);
    expect(between('North Star', 'back from North Star')).toEqual(['We booked the transfer PD-900 of 50.00 on 2026-03-01; the customer has not.']);
    expect(between('North Star', 'to North')).toEqual(['We booked the transfer PD-900 of 50.00 with North on 2026-03-01; the customer has not.']);
  });
  test('goods that only they have, under the number of a transfer', () => {
    expect(said(ours('2026-03-01', -5000, { customer: 'North', kind: 'transfer', document: 'PD-900' }), theirs('2026-03-02', 5000, { customer: 'South', document: 'RK-5', references: 'PD-900' }))).toEqual(['We booked the transfer PD-900 of 50.00 on 2026-03-01; the customer has not.', 'The customer booked the transfer RK-5 of 50.00 with North on 2026-03-02; we have not.']);
  });
  test('money on the wrong account, by an amount that no other could be', () => {
    const [a, b] = [ours('2026-03-16', -5200031, { customer: 'North', kind: 'payment', document: 'SK-14' }), theirs('2026-03-14', -5200031, { customer: 'South', kind: 'payment', document: 'FK-56' })];
    expect(said(a, b)).toEqual(['We booked 52,000.31 of 2026-03-16 (SK-14) on this account; it belongs to South.', 'The customer booked 52,000.31 on 2026-03-14 (FK-56); we booked it on the account of North.']);
    expect(said(a, b, { ...a, document: 'SK-15' })).toHaveLength(3);
    expect(said(a, b, { ...a, document: 'SK-15' }).some((text) => text.includes('belongs to'))).toBe(false);
    expect(said(a, { ...b, day: day('2026-06-14') }).some((text) => text.includes('belongs to'))).toBe(false);
    expect(said({ ...a, amountMinor: -5000000 }, { ...b, amountMinor: -5000000 }).some((text) => text.includes('belongs to'))).toBe(false);
    expect(said({ ...a, currency: 'USD' }, b).some((text) => text.includes('belongs to'))).toBe(false);
  });
  test('of an amount that stands over on very many papers, only those with a number', () => {
    const many = Array.from({ length: 51 }, (_, at) => [ours('2026-03-16', -5003, { customer: 'North', kind: 'payment', document: `SK-${1000 + at}` }), theirs('2026-03-14', -5003, { customer: 'South', kind: 'payment', document: `FK-${5000 + at}`, references: at === 7 ? 'SK-1007' : '' })]).flat();
    expect(said(...many).filter((text) => text.includes('belongs to') || text.includes('on the account of'))).toEqual(['We booked 50.03 of 2026-03-16 (SK-1007) on this account; it belongs to South.', 'The customer booked 50.03 on 2026-03-14 (FK-5007); we booked it on the account of North.']);
  });
  test('money whose amount comes again on either account is not looked for elsewhere', () => {
    const habit = (customer: string) => Array.from({ length: 3 }, (_, at) => [ours('2026-02-01', -5200031, { customer, kind: 'payment', document: `SK-${701 + at}` }), theirs('2026-02-02', -5200031, { customer, kind: 'payment', document: `FK-${801 + at}`, references: `SK-${701 + at}` })]).flat();
    const stray = [ours('2026-03-16', -5200031, { customer: 'North', kind: 'payment', document: 'SK-14' }), theirs('2026-03-14', -5200031, { customer: 'South', kind: 'payment', document: 'FK-56' })];
    expect([[], habit('North'), habit('South')].map((more) => said(...more, ...stray).filter((text) => text.includes('belongs to')).length)).toEqual([1, 0, 0]);
  });
  test('nor what two accounts could claim, or what is of another sort', () => {
    const [a, b] = [ours('2026-03-16', 5200031, { customer: 'North', document: 'XS-14' }), theirs('2026-03-14', 5200031, { customer: 'South', document: 'RK-56', references: 'XS-14' })];
    const away = (...lines: readonly CaseLine[]) => said(...lines).filter((text) => text.includes('belongs to') || text.includes('on the account of')).length;
    expect([away(a, b), away(a, { ...a, customer: 'West' }, theirs('2026-01-01', 9, { customer: 'West' }), b), away({ ...a, amountMinor: -5200031, kind: 'payment' }, { ...b, amountMinor: -5200031, kind: 'rebate' })]).toEqual([2, 0, 0]);
  });
  test('goods only with their number', () => {
    const [a, b] = [ours('2026-03-16', 5200031, { customer: 'North', document: 'XS-14' }), theirs('2026-03-14', 5200031, { customer: 'South', document: 'RK-56' })];
    expect([said(a, b), said(a, { ...b, references: 'XS-14' })].map((texts) => texts.filter((text) => text.includes('belongs to') || text.includes('on the account of')).length)).toEqual([0, 2]);
  });
});

describe('nearest candidates of what nothing explains', () => {
  test('of ours too', () => {
    const [item] = match([ours('2026-03-29', 50000, { kind: 'adjustment' }), theirs('2025-12-01', 47000)]).result.items;
    expect([item.category, item.candidates]).toEqual(['unexplained', [{ ours: [0], theirs: [0], differenceMinor: 3000 }]]);
  });
  test('of its sort, by amount, three at most', () => {
    const lines = [theirs('2026-03-29', 50000), ...[47000, 44000, 58000, 61000, 50001].map((amountMinor, at) => ours('2025-12-01', amountMinor, { document: `XS-${at + 1}` })), ours('2025-12-01', -50000, { kind: 'return', document: 'TH-1' }), ours('2025-12-01', 50000, { kind: 'rebate', document: 'FY-1' })];
    const [item] = match(lines).result.items.filter(({ side }) => side === 'theirs');
    expect(item.candidates.map((candidate) => [candidate.ours.length, candidate.theirs.length, candidate.differenceMinor])).toEqual([[1, 1, 1], [1, 1, -3000], [1, 1, -6000]]);
  });
});
