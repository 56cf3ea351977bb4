/** Small cases as an accountant would write them. Amounts in cents; rows count from 1 on each side. */
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { EntryKeys } from '../../src/ledger/entry-keys';
import { booksFromLines } from '../../src/ledger/ledger-builder';
import { say, LANGUAGES } from '../../src/texts';
import { day } from './support/day';
import { itemsSaid, match, matchesSaid } from './support/run';

const ours = (on: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side: 'ours', day: day(on), amountMinor, ...more });
const theirs = (on: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side: 'theirs', day: day(on), amountMinor, ...more });

describe('known situations', () => {
  test('4: receipt 1000, invoice 990: at 0.5 % not matched, at 1 % matched with a difference of 10', () => {
    const lines = [ours('2026-03-01', 99000), theirs('2026-03-03', 100000)];
    expect(matchesSaid(match(lines, { settings: { toleranceShare: 0.005 } }))).toEqual([]);
    const run = match(lines, { settings: { toleranceShare: 0.01 } });
    expect(run.result.matches).toHaveLength(1);
    expect(run.result.matches[0].differenceMinor).toBe(-1000);
    expect(itemsSaid(run)).toEqual(['amount-difference both 1=1 -10.00']);
  });

  test('5: 1010 among 1000 and 1020: the exact one', () => {
    const run = match([ours('2026-03-01', 100000), ours('2026-03-01', 101000), ours('2026-03-01', 102000), theirs('2026-03-02', 101000)]);
    expect(matchesSaid(run)[0]).toMatch(/^2=1 /);
    expect(run.result.matches).toHaveLength(1);
  });

  test('6: 300 against 100, 200, 300: the exact one first', () => {
    const run = match([ours('2026-03-01', 10000), ours('2026-03-01', 20000), ours('2026-03-01', 30000), theirs('2026-03-02', 30000)]);
    expect(matchesSaid(run)[0]).toMatch(/^3=1 /);
    expect(run.result.matches).toHaveLength(1);
  });

  test('9: 300 against 100 + 150 + 53 at 1 %: a suggestion; with 54, none', () => {
    const lines = (last: number) => [ours('2026-03-01', 10000), ours('2026-03-01', 15000), ours('2026-03-01', last), theirs('2026-03-02', 30000)];
    expect(matchesSaid(match(lines(5300), { settings: { toleranceShare: 0.01 } }))).toEqual(['1+2+3=1 suggested sum']);
    expect(matchesSaid(match(lines(5400), { settings: { toleranceShare: 0.01 } }))).toEqual([]);
  });
});

describe('document numbers', () => {
  test('two lines of ours are one line of theirs that names them', () => {
    const run = match([ours('2026-01-05', 4872681, { document: 'XS-001083' }), ours('2026-01-05', 341280, { document: 'XS-001083' }), theirs('2026-01-07', 5213961, { document: 'RK26000088', references: '#1083' })]);
    expect(matchesSaid(run)).toEqual(['1+2=1 confirmed document-group'].map((each) => each.replace('document-group', 'document-number')));
  });

  test('a payment that names the invoice by the word for it', () => {
    const run = match([ours('2026-03-01', 50000, { document: 'XS-001083' }), ours('2026-03-01', 50000, { document: 'XS-001084' }), theirs('2026-03-02', 50000, { document: 'RK26000088', references: 'Invoice No. 1083' }), theirs('2026-03-02', 50000, { document: 'RK26000089', references: '№1084' })]);
    expect(matchesSaid(run)).toEqual(['1=1 confirmed document-number', '2=2 confirmed document-number']);
  });

  test('three deliveries are one line that names the three', () => {
    const run = match([ours('2026-01-02', 1199500, { document: 'XS-001250' }), ours('2026-01-27', 19900, { document: 'XS-001252' }), ours('2026-01-12', 2999000, { document: 'XS-001253' }), theirs('2026-01-29', 4218400, { document: 'RK26000097', references: '001250/001252/001253' })]);
    expect(matchesSaid(run)).toEqual(['1+2+3=1 confirmed document-group']);
  });

  test('a number with two digits swapped, amount and date to bear it out', () => {
    const run = match([ours('2026-01-14', 149731, { document: 'XS-001254' }), theirs('2026-01-16', 149731, { document: 'RK26000096', references: 'XS-001245' })]);
    expect(matchesSaid(run)).toEqual(['1=1 confirmed similar-number']);
  });

  test('a similar number with another amount is nothing', () => {
    const run = match([ours('2026-01-14', 149731, { document: 'XS-001254' }), theirs('2026-01-16', 999999, { document: 'RK26000096', references: 'XS-001245' })]);
    expect(matchesSaid(run)).toEqual([]);
  });

  test('the same number at another amount is the document, with a difference', () => {
    const run = match([ours('2026-02-09', 7612081, { document: 'XS-001356' }), theirs('2026-02-09', 7611181, { document: 'RK26000175', references: '#1356' })]);
    expect(run.result.matches[0].status).toBe('confirmed');
    expect(itemsSaid(run)).toEqual(['amount-difference both 1=1 9.00']);
  });

  test('a payment that names an invoice is not the invoice', () => {
    const run = match([ours('2026-01-14', 149731, { document: 'XS-001254' }), theirs('2026-01-16', -149731, { kind: 'payment', document: 'FK26000096', references: 'XS-001254' })]);
    expect(matchesSaid(run)).toEqual([]);
    expect(itemsSaid(run)).toEqual(['in-transit-goods ours 1= 1497.31', 'in-transit-payment theirs =1 1497.31']);
  });
});

describe('payments', () => {
  test('one payment received in two parts', () => {
    const run = match([ours('2026-05-31', -9423100, { kind: 'payment', document: 'SK-1379' }), ours('2026-06-01', -6212553, { kind: 'payment', document: 'SK-1380' }), theirs('2026-05-31', -15635653, { kind: 'payment', document: 'FK26000202' })]);
    expect(matchesSaid(run)).toEqual(['1+2=1 confirmed split-payment']);
  });

  test('booked gross by them; our receipt and our credit note stand apart, and the note names their payment', () => {
    const run = match([ours('2026-07-31', -2546812, { kind: 'payment', document: 'SK-001428' }), ours('2026-08-14', -43277, { kind: 'advertising', document: 'FY-001429', memo: '对应FK26000274' }), theirs('2026-07-29', -2590089, { kind: 'payment', document: 'FK26000274' })]);
    expect(matchesSaid(run)).toEqual(['1+2=1 confirmed net-of-deductions']);
  });

  test('a deduction credited a month later is found by its amount', () => {
    const run = match([ours('2026-03-06', -223651, { kind: 'advertising', document: 'FY-001152' }), theirs('2026-02-16', -223651, { kind: 'advertising', document: 'FK26000174' })]);
    expect(matchesSaid(run)).toEqual(['1=1 confirmed unique-amount']);
  });
});

describe('recognised differences', () => {
  const recognised = (our: Partial<CaseLine> & { amountMinor: number }, theirMinor: number) => {
    const run = match([ours('2026-03-01', our.amountMinor, { document: 'XS-2001', ...our }), theirs('2026-03-03', theirMinor, { document: 'RK1', references: 'XS-2001' })]);
    return run.result.matches[0].evidence.map((each) => each.code).pop();
  };
  test.each([
    ['booked without tax', { amountMinor: 2099800 }, 1858230, 'matching.difference.tax-theirs-net'],
    ['two units short', { amountMinor: 998000, quantity: 20, item: '8KG' }, 898200, 'matching.difference.units'],
    ['two digits swapped', { amountMinor: 1240000 }, 1420000, 'matching.difference.digits-swapped'],
    ['a digit dropped', { amountMinor: 1234500 }, 123450, 'matching.difference.digit-dropped'],
    ['rounding', { amountMinor: 1234567 }, 1234600, 'matching.difference.rounding'],
  ])('%s', (_, our, theirMinor, code) => expect(recognised(our, theirMinor)).toBe(code));

  test('a bank charge kept back from a payment', () => {
    const run = match([ours('2026-03-03', -4997500, { kind: 'payment' }), theirs('2026-03-02', -5000000, { kind: 'payment', document: 'FK1' })]);
    expect(run.result.matches[0].evidence[0].code).toBe('matching.difference.fee');
  });
});

describe('categories of what stays over', () => {
  test.each<[string, CaseLine, string]>([
    ['goods on their way', ours('2026-09-28', 100), 'in-transit-goods ours 1= 1.00'],
    ['a receipt they have not booked', ours('2026-09-28', -100, { kind: 'payment' }), 'credit-not-booked ours 1= -1.00'],
    ['a credit note they have not booked', ours('2026-09-28', -100, { kind: 'rebate' }), 'credit-not-booked ours 1= -1.00'],
    ['a transfer only we have', ours('2026-09-28', 100, { kind: 'transfer', document: 'PD-1264' }), 'transfer ours 1= 1.00'],
    ['their payment on its way', theirs('2026-09-29', -100, { kind: 'payment' }), 'in-transit-payment theirs =2 1.00'],
    ['their return without our credit', theirs('2026-09-29', -100, { kind: 'return', references: 'XS-1104' }), 'return-not-credited theirs =2 1.00'],
    ['their deduction without our credit', theirs('2026-09-29', -100, { kind: 'damage', document: 'FK9' }), 'deduction-not-credited theirs =2 1.00'],
    ['goods only they have', theirs('2026-09-29', 100), 'unexplained theirs =2 -1.00'],
  ])('%s', (_, line, expected) => {
    const opening = [ours('2025-12-31', 500, { kind: 'opening' }), theirs('2025-12-31', 500, { kind: 'opening' })];
    const run = match(line.side === 'ours' ? [line, ...opening] : [...opening, line]);
    expect(itemsSaid(run)).toEqual([expected.replace('=2', '=2')]);
  });

  test('booked twice under one number: the second is a duplicate', () => {
    const run = match([ours('2026-02-05', 869400, { document: 'XS-001452' }), theirs('2026-02-08', 869400, { document: 'RK293', references: 'XS-001452' }), theirs('2026-02-09', 869400, { document: 'RK294', references: 'XS-001452' })]);
    expect(matchesSaid(run)).toEqual(['1=1 confirmed document-number']);
    expect(itemsSaid(run)).toEqual(['duplicate theirs =2 -8694.00']);
  });

  test('keyed twice on one day, line by line: the second is a duplicate', () => {
    const keyed = (item: string, amountMinor: number) => ours('2026-02-05', amountMinor, { document: 'XS-001452', item });
    const lines = [keyed('soda', 500000), keyed('tea', 369400), keyed('soda', 500000), keyed('tea', 369400)];
    const run = match([...lines, theirs('2026-02-08', 869400, { document: 'RK293', references: 'XS-001452' })]);
    expect(matchesSaid(run)).toEqual(['1+2=1 confirmed document-number']);
    expect(itemsSaid(run)).toEqual(['duplicate ours 3+4= 8694.00']);
    const mirrored = match([ours('2026-02-05', 869400, { document: 'XS-001452' }), ...[1, 2, 3].map(() => theirs('2026-02-08', 869400, { document: 'RK293', references: 'XS-001452' }))]);
    expect(itemsSaid(mirrored)).toEqual(['duplicate theirs =2 -8694.00', 'duplicate theirs =3 -8694.00']);
  });

  test('two equal lines of one delivery are one delivery where the other side has their sum', () => {
    const run = match([ours('2026-02-05', 400000, { document: 'XS-001452' }), ours('2026-02-05', 400000, { document: 'XS-001452' }), theirs('2026-02-08', 800000, { document: 'RK293', references: 'XS-001452' })]);
    expect(matchesSaid(run)).toEqual(['1+2=1 confirmed document-number']);
  });

  test('a genuine repeat has a document of its own', () => {
    const run = match([ours('2026-02-05', 869400, { document: 'XS-001452' }), ours('2026-02-12', 869400, { document: 'XS-001460' }), theirs('2026-02-08', 869400, { document: 'RK293', references: 'XS-001452' }), theirs('2026-02-14', 869400, { document: 'RK299', references: 'XS-001460' })]);
    expect(matchesSaid(run)).toEqual(['1=1 confirmed document-number', '2=2 confirmed document-number']);
    expect(itemsSaid(run)).toEqual([]);
  });

  test('an exchange at one price leaves nothing to book', () => {
    const run = match([ours('2026-01-21', -844500, { kind: 'return', document: 'HH-001085' }), ours('2026-01-21', 844500, { document: 'HH-001085' }), theirs('2026-01-22', 4711, {})]);
    expect(matchesSaid(run)).toEqual(['1+2= confirmed nets-to-zero']);
  });

  describe('a reversal that names what it reverses leaves nothing to book', () => {
    const paid = { kind: 'payment' as const, document: 'chq 001187' };
    const returned = ours('2026-06-03', 132360, { kind: 'adjustment', document: 'J-311', memo: 'chq 001187 returned unpaid' });
    const cheque = [ours('2026-05-29', -132360, paid), returned, theirs('2026-05-27', -132360, { kind: 'payment', document: '001187' }), theirs('2026-05-02', 4711)];

    test('a cheque returned unpaid and presented again', () => {
      const run = match([...cheque, ours('2026-06-10', -132360, { ...paid, memo: 're-presented' })]);
      expect(matchesSaid(run)).toEqual(['1=1 suggested unique-amount', '2+3= confirmed nets-to-zero']);
    });

    test('one that was not presented again is still to be explained', () => {
      expect(itemsSaid(match(cheque))).toContain('unexplained ours 2= 1323.60');
    });

    test('an invoice moved to another account, where their booking of it is the transfer', () => {
      const run = match([
        ours('2026-01-23', 698000, { document: '90041288', customer: 'North' }), ours('2026-02-10', -698000, { kind: 'transfer', document: 'TRF-014', memo: 'to South, invoice 90041288', customer: 'North' }), theirs('2026-01-02', 4711, { customer: 'North' }),
        ours('2026-02-10', 698000, { kind: 'transfer', document: 'TRF-014', memo: 'from North, invoice 90041288', customer: 'South' }), theirs('2026-01-27', 698000, { document: 'V507', references: '90041288', customer: 'South' }),
      ]);
      expect(matchesSaid(run)).toEqual(['1+2= confirmed nets-to-zero', '3=2 confirmed document-number']);
    });

    test('a payment pays what it names: the other side has still to book both', () => {
      const run = match([ours('2026-03-01', 90017, { document: 'XS-2001' }), ours('2026-03-20', -90017, { kind: 'payment', document: 'SK-9', memo: 'XS-2001' }), theirs('2026-03-02', 4711)]);
      expect(itemsSaid(run)).toEqual(expect.arrayContaining(['in-transit-goods ours 1= 900.17', 'credit-not-booked ours 2= -900.17']));
    });

    test('not where the other side has the amount, or where two could be meant', () => {
      const reversed = [ours('2026-03-01', 90017, { document: 'XS-2001' }), ours('2026-03-20', -90017, { kind: 'return', document: 'TH-9', memo: 'XS-2001' })];
      expect(matchesSaid(match([...reversed, theirs('2026-08-02', 90017, { document: 'A' })])).join()).not.toContain('nets-to-zero');
      expect(matchesSaid(match([...reversed, ours('2026-03-02', 90017, { document: 'XS-2001' }), theirs('2026-03-02', 4711)])).join()).not.toContain('nets-to-zero');
    });
  });

  test('a receipt on another customer\'s account is misposted on both, and named', () => {
    const run = match([
      ours('2026-03-16', -5200031, { kind: 'payment', document: 'SK-1486', customer: 'North' }), theirs('2026-03-01', 100, { customer: 'North' }),
      theirs('2026-03-14', -5200031, { kind: 'payment', document: 'FK564', customer: 'South' }),
    ]);
    expect(itemsSaid(run)).toEqual(expect.arrayContaining(['misposted ours 1= -52000.31', 'misposted theirs =2 52000.31']));
    expect(run.result.items.filter((item) => item.category === 'misposted').map((item) => run.books.customers[item.otherCustomer as number].name).sort()).toEqual(['North', 'South']);
  });

  test('openings that differ are one item', () => {
    const run = match([ours('2025-12-31', 500, { kind: 'opening' }), theirs('2025-12-31', 450, { kind: 'opening' })]);
    expect(itemsSaid(run)).toEqual(['opening-difference both 1=1 0.50']);
  });
});

describe('what does not count', () => {
  test('entries after the as-of day', () => {
    const run = match([ours('2026-03-01', 100), theirs('2026-03-02', 100), theirs('2026-04-02', 700)], { asOf: day('2026-03-31') });
    expect(run.result.accounts[0].theirs).toEqual({ openingMinor: 0, closingMinor: 100, entryCount: 1 });
    expect(run.result.items.flatMap((item) => item.theirs)).not.toContain(1);
  });

  test('a customer whose ledger is not there has nothing to compare', () => {
    const run = match([ours('2026-03-01', 100)]);
    expect(run.result.accounts[0].hasTheirs).toBe(false);
    expect(run.result.items).toEqual([]);
  });

  test('dates further apart than the window are no evidence', () => {
    const lines = [ours('2026-01-01', 123457), theirs('2026-03-01', 123457)];
    expect(matchesSaid(match(lines))).toEqual([]);
    expect(matchesSaid(match(lines, { settings: { dateWindowDays: 90 } }))).toHaveLength(1);
  });
});

describe('what people have decided', () => {
  const lines = [ours('2026-03-01', 123457), ours('2026-03-01', 999999), theirs('2026-03-02', 123457)];
  const keys = new EntryKeys(booksFromLines(lines));

  test('a rejected match never comes again', () => {
    const decision = { ourKeys: [keys.keyOf('ours', 0)], theirKeys: [keys.keyOf('theirs', 0)], decision: 'rejected' as const, note: '' };
    expect(matchesSaid(match(lines))).toEqual(['1=1 confirmed unique-amount']);
    expect(matchesSaid(match(lines, { annotations: { matchDecisions: [decision] } }))).toEqual([]);
  });

  test('an accepted match holds against every evidence', () => {
    const decision = { ourKeys: [keys.keyOf('ours', 1)], theirKeys: [keys.keyOf('theirs', 0)], decision: 'accepted' as const, note: 'by phone' };
    const run = match(lines, { annotations: { matchDecisions: [decision] } });
    expect(matchesSaid(run)).toEqual(['2=1 confirmed manual']);
    expect(run.result.matches[0].decision).toBe('accepted');
  });
});

test('every sentence is there in three languages', () => {
  const run = match([ours('2026-03-01', 123457), theirs('2026-03-02', 123457), theirs('2026-03-02', -5, { kind: 'payment' }), theirs('2026-03-04', -7, { kind: 'damage' }), ours('2026-03-01', 990000), theirs('2026-03-01', 1000000)]);
  const messages = [...run.result.items.map((item) => item.explanation), ...run.result.matches.flatMap((each) => each.evidence)];
  expect(messages.length).toBeGreaterThan(3);
  for (const message of messages) for (const language of LANGUAGES) expect(say(message, language)).not.toMatch(/\{\w+\}/);
});
