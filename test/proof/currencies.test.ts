/** Money from cells to sheets, in currencies of no, two and three decimals: every amount on its way stays a whole number of minor units. */
import Big from 'big.js';
import { createSession } from '../../src/engine/local-session';
import { decimalsOf } from '../../src/units/money';
import { ModelGrid } from '../reports/model-grid';

/** Amounts as each currency prints them; as floats, the second and third do not add up (0.1 + 0.2). */
const AMOUNTS: Readonly<Record<string, readonly [string, string, string]>> = {
  JPY: ['1234567', '10', '20'],
  CNY: ['12345.67', '0.10', '0.20'],
  USD: ['70368744177.07', '0.01', '0.29'],
  KWD: ['1234.567', '0.001', '0.299'],
};

interface Json {
  readonly customers: readonly { readonly currency: string; readonly ours: { readonly closing: number }; readonly theirs: { readonly closing: number }; readonly difference: number; readonly reconcilingItems: readonly { readonly amount: number }[] }[];
  readonly openItems: readonly { readonly open: number }[];
}

/** Three invoices; the customer has the first two, and has paid the smallest. As text where asked, as an exporter prints them. */
async function run(currency: string, asText: boolean) {
  const [large, small, other] = AMOUNTS[currency];
  const cell = (amount: string) => (asText ? amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : Number(amount));
  const session = createSession();
  await session.openSheet('Ledger', {});
  await session.appendRows('Ledger', [
    ['Date', 'Doc No', 'Customer', 'Type', 'Debit', 'Credit', 'Currency'],
    [46023, 'INV-1', 'North Ltd', 'Invoice', cell(large), null, currency],
    [46030, 'INV-2', 'North Ltd', 'Invoice', cell(small), null, currency],
    [46040, 'INV-3', 'North Ltd', 'Invoice', cell(other), null, currency],
  ]);
  await session.openSheet('North', {});
  await session.appendRows('North', [
    ['Date', 'Customer', 'Type', 'Your Ref', 'Our Ref', 'Debit', 'Credit', 'Currency'],
    [46024, 'North Ltd', 'Purchase', 'INV-1', 'B-1', null, cell(large), currency],
    [46031, 'North Ltd', 'Purchase', 'INV-2', 'B-2', null, cell(small), currency],
    [46050, 'North Ltd', 'Payment', null, 'P-9', cell(small), null, currency],
  ]);
  const roles = { Ledger: { role: 'our-ledger' as const }, North: { role: 'customer-ledger' as const } };
  const summary = await session.run({ sheetLanguage: 'en', viewLanguage: 'en', asOf: null, mappings: roles, mappingsByLayout: {}, aliases: {} }, () => {}, new AbortController().signal);
  const json = JSON.parse(JSON.stringify(await session.json())) as Json;
  const sheets = await session.sheets({ statements: 'all', statementForm: 'activity' });
  return { summary, json, sheets };
}

describe.each(Object.keys(AMOUNTS).flatMap((currency) => [[currency, 'numbers'], [currency, 'texts']]))('%s as %s', (currency, form) => {
  const [large, small, other] = AMOUNTS[currency].map((amount) => new Big(amount));
  const ours = large.plus(small).plus(other);
  const theirs = large;

  test('is summed, matched and written to the last digit', async () => {
    const { summary, json, sheets } = await run(currency, form === 'texts');
    const scale = 10 ** decimalsOf(currency);
    expect(summary.currencies).toEqual([expect.objectContaining({ currency, oursMinor: Number(ours.times(scale)), theirsMinor: Number(theirs.times(scale)), differenceMinor: Number(ours.minus(theirs).times(scale)) })]);
    const [customer] = json.customers;
    expect(customer).toMatchObject({ currency, ours: { closing: Number(ours) }, theirs: { closing: Number(theirs) }, difference: Number(ours.minus(theirs)) });
    // What JSON holds is the decimal number itself, so that its sums are exact in any decimal arithmetic.
    const sum = (amounts: readonly number[]) => Number(amounts.reduce((total, amount) => total.plus(amount), new Big(0)));
    expect(sum(customer.reconcilingItems.map(({ amount }) => amount))).toBe(Number(ours.minus(theirs)));
    expect(sum(json.openItems.map(({ open }) => open))).toBe(Number(ours));
    const statement = sheets.find(({ key }) => key === 'statement:North Ltd')!;
    const closing = [...new ModelGrid(statement).cells.values()].filter(({ style }) => style.borderBottom === 'double').map(({ content }) => (content as { value: number }).value);
    expect(closing).toEqual([Number(ours)]);
  });

  test('is shown with its own decimals', async () => {
    const { sheets } = await run(currency, form === 'texts');
    const decimals = decimalsOf(currency);
    const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
    const formats = new Set(sheets.filter(({ key }) => key.startsWith('statement:') || key === 'open-items').flatMap((model) => [...new ModelGrid(model).cells.values()].map(({ style }) => style.numberFormat ?? '')).filter((format) => format.startsWith('#,##0')));
    expect(formats.size).toBeGreaterThan(0);
    for (const format of formats) expect([format, format === '#,##0' || format.split(';')[0] === digits]).toEqual([format, true]);
  });
});
