import { lines, read } from './support';

/** What the words on a line make of it, on a customer's sheet where most lines say no more than a few words. */

const ours = 'Date | Invoice no | Customer | Debit | Credit\n@2026-01-05 | 1001 | Granite Ltd | 500 |\n@2026-01-09 | 1002 | Granite Ltd | 300 |';
const kindOf = (memo: string, debit = 80, credit: number | '' = '') => {
  const books = read({ 'AR Ledger': ours, 'AP Granite Ltd': `Date | Your ref | Particulars | Debit | Credit\n@2026-01-06 | 1001 | Purchase | | 500\n@2026-01-10 | 1002 | Purchase | | 300\n@2026-01-12 | | ${memo} | ${credit === '' ? debit : ''} | ${credit}` });
  return lines(books, 'theirs')[2].split(' ')[1];
};

test.each([
  ['Transfer', 'payment'],
  ['Transfer to Granite North', 'transfer'],
  ['Settlement discount taken', 'rebate'],
  ['现金折扣', 'rebate'],
  ['Returned 20 pcs, defective', 'return'],
  ['破损退货', 'return'],
  ['破损', 'damage'],
  ['Breakages', 'damage'],
  ['Contra: site clearance', 'adjustment'],
  ['Claim, late delivery', 'adjustment'],
  ['Under contract 12', 'payment'],
])('“%s” takes off as %s', (memo, kind) => expect(kindOf(memo)).toBe(kind));

test('a transfer that adds is of goods', () => expect(kindOf('Transfer', 0, 80)).toBe('transfer'));
