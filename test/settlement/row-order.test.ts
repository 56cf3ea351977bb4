/** Lines of one day are taken by what they say, whichever of them stands first in the sheet. */
import { allocationsOf, line, settled, type Line } from './support';

const invoice = (more: Line & { readonly document?: string; readonly amount?: number }) => {
  const { document = 'XS-000101', amount = 100, ...rest } = more;
  return line('2026-01-01', document, amount, { due: '2026-02-15', ...rest });
};

test.each([
  ['the number', { document: 'XS-000101' }, { document: 'XS-000102' }],
  ['the class', { productClass: 'Fan' }, { productClass: 'TV' }],
  ['the item', { item: 'F1' }, { item: 'F2' }],
  ['the amount', { amount: 90 }, { amount: 100 }],
  ['the due date', { due: '2026-02-15' }, { due: '2026-02-16' }],
  ['the kind', { kind: 'opening' }, { kind: 'invoice' }],
  ['the references', { references: 'DH-1' }, { references: 'DH-2' }],
  ['the memo', { memo: 'first lot' }, { memo: 'second lot' }],
  ['the rep', { rep: 'Li' }, { rep: 'Wang' }],
  ['the clearing number', { clearing: 'A1' }, { clearing: 'A2' }],
] as const)('two that differ in %s alone', (_, first, second) => {
  const taken = (...rows: readonly ReturnType<typeof invoice>[]) => settled(rows).settlement.openItems.map(({ entry }) => rows[entry]);
  const [a, b] = [invoice(first), invoice(second)];
  expect([taken(a, b), taken(b, a)]).toEqual([[a, b], [a, b]]);
});

test('an invoice precedes the payment of its day, whatever their numbers', () => {
  for (const number of ['XA-1', 'XZ-1']) expect(allocationsOf([line('2026-01-05', 'XK-1', -100), line('2026-01-05', number, 100)])).toEqual([`XK-1 → ${number} 100.00 exact-invoice`]);
});
