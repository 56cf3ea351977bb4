import { parseIsoDay } from '../../src/units/day';
import { TextPool, gridOf, type CellValue } from '../../src/ledger/grid';
import { readBooks } from '../../src/ledger/read';

const day = (iso: string) => parseIsoDay(iso) as number;

const bank = (texts: TextPool) => gridOf('Bank', [
  ['Date', 'Description', 'Debit', 'Credit', 'Balance'],
  [day('2026-01-01'), 'Balance brought forward', '', '', 1000],
  [day('2026-01-03'), 'Deposit', '', 250, 1250],
  [day('2026-01-07'), 'Cheque 11001', 80, '', 1170],
], { datedColumns: [0] }, texts);

function expectSides(cashBook: readonly (readonly CellValue[])[]) {
  const texts = new TextPool();
  const books = readBooks([bank(texts), gridOf('Cash book', cashBook, { datedColumns: [0] }, texts)]);
  expect(books.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  expect([...books.ours.amountMinor]).toEqual([100000, 25000, -8000]);
  expect([...books.theirs.amountMinor]).toEqual([100000, 25000, -8000]);
}

describe('a cash book beside a bank statement', () => {
  it.each([
    ['Received', 'Paid'],
    ['Receipts', 'Payments'],
    ['收入', '支出'],
    ['收款', '付款'],
  ])('takes %s for what came in and %s for what went out', (moneyIn, moneyOut) => {
    expectSides([
      ['Cash book 2026'],
      ['Date', 'Voucher', 'Payee', moneyIn, moneyOut],
      [day('2026-01-01'), '', 'Balance b/f', 1000, ''],
      [day('2026-01-02'), 'RC1', 'Customer 1', 250, ''],
      [day('2026-01-05'), 'CHQ 11001', 'Supplier 1', '', 80],
    ]);
  });
});
