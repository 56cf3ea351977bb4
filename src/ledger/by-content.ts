import type { Field } from './books';
import { mainColumn, type ColumnMap, type ColumnProfile } from './columns';
import { AGREEING_SHARE, isMoney, Numbers, ROWS_LEAST, settleMovements } from './movements';
import type { Table } from './tables';
import { fieldsOfHeading, isBeforeTax, isOfNoUse, isTax } from './vocabulary/headings';
import { isCompanyName } from './vocabulary/parties';

/**
 * Columns that their headings do not tell, or tell wrongly, by what stands in them: movements, an amount before
 * tax beside the one that includes it, words of documents, names, notes, numbers.
 */
export function settleByContent(table: Table, profiles: readonly ColumnProfile[], columns: Map<Field, readonly number[]>): void {
  settleMovements(profiles, columns, new Numbers(table));
  nameWords(table, profiles, columns);
}

function freeColumns(profiles: readonly ColumnProfile[], columns: ColumnMap): number[] {
  const taken = new Set([...columns.values()].flat());
  return profiles.flatMap((_, column) => (taken.has(column) ? [] : [column]));
}

/** `未税金额 | 税额 | 价税合计`: the column that is the sum of the other two is what is owed; where none is, the two together are. */
export function preferWithTax(table: Table, profiles: readonly ColumnProfile[], columns: Map<Field, readonly number[]>): void {
  const numbers = new Numbers(table);
  const tax = table.headings.findIndex(isTax);
  if (tax < 0) return;
  for (const field of ['amount', 'debit', 'credit'] as const) {
    const net = mainColumn(columns, field);
    if (net < 0) continue;
    const gross = profiles.findIndex((profile, column) => column !== tax && column !== net && isMoney(profile) && isSum(numbers.of(net), numbers.of(tax), numbers.of(column)));
    if (gross < 0) {
      if (isBeforeTax(table.headings[net]) && isMoney(profiles[tax])) columns.set(field, [net, tax]);
      continue;
    }
    columns.delete(field);
    const isRead = (['debit', 'credit', 'amount'] as const).some((other) => mainColumn(columns, other) === gross);
    if (isRead) continue;
    for (const [other, [column]] of columns) if (column === gross) columns.delete(other);
    columns.set(field, [gross]);
  }
}

function isSum(part: Float64Array, other: Float64Array, whole: Float64Array): boolean {
  let rows = 0;
  let agreeing = 0;
  part.forEach((amount, i) => {
    if (!(Math.abs(amount) > 0) || !(Math.abs(other[i]) > 0)) return;
    rows++;
    if (Math.abs(amount + other[i] - whole[i]) < 0.02) agreeing++;
  });
  return rows >= ROWS_LEAST && agreeing >= rows * AGREEING_SHARE;
}

/** Words of documents, notes and numbers under a heading that nobody knows, or that another column has taken. */
function nameWords(table: Table, profiles: readonly ColumnProfile[], columns: Map<Field, readonly number[]>): void {
  const free = freeColumns(profiles, columns).filter((column) => !isOfNoUse(table.headings[column]));
  const isWordy = (column: number) => profiles[column].words >= 0.6 && profiles[column].codes < 0.8;
  const kind = free.find((column) => isWordy(column) && profiles[column].kinds >= 0.6);
  if (kind !== undefined && !columns.has('kind')) columns.set('kind', [kind]);
  const name = free.find((column) => column !== kind && isWordy(column) && namesCompanies(table, column));
  if (name !== undefined && !columns.has('customer')) columns.set('customer', [name]);
  const memo = free.find((column) => column !== kind && column !== name && isWordy(column) && profiles[column].variety > 0.02 && profiles[column].filled >= 2);
  if (memo !== undefined && !columns.has('memo')) columns.set('memo', [memo]);
  // `Particulars` over two columns: To and By, and whom.
  const beside = mainColumn(columns, 'memo') + 1;
  if (beside > 0 && table.headings[beside] === '' && freeColumns(profiles, columns).includes(beside) && isWordy(beside)) columns.set('memo', [...(columns.get('memo') ?? []), beside]);
  // Products are named on goods alone; who typed or approved a line stands on every one.
  const product = free.find((column) => column !== kind && column !== name && column !== memo && isWordy(column) && profiles[column].variety < 0.3 && profiles[column].filled < profiles[column].sampled * 0.97);
  if (product !== undefined && !columns.has('product-class') && !columns.has('item')) columns.set('product-class', [product]);
  const code = free.find((column) => profiles[column].codes >= 0.8 && profiles[column].variety < 0.2 && profiles[column].filled >= profiles[column].sampled * 0.8);
  if (code !== undefined && !columns.has('customer') && !columns.has('customer-code')) columns.set('customer-code', [code]);
  const codes = free.filter((column) => column !== code && profiles[column].filled >= 2 && profiles[column].dates < 0.5 && !profiles[column].isCounter && (isNumberHeading(table.headings[column]) ? profiles[column].codes + profiles[column].amounts >= 0.8 : profiles[column].codes >= 0.8 && profiles[column].amounts < 0.5));
  for (const field of ['document', 'reference'] as const) if (!columns.has(field) && codes.length > 0) columns.set(field, [codes.shift() as number]);
}

const isNumberHeading = (heading: string) => fieldsOfHeading(heading).some(({ field }) => field === 'document' || field === 'reference');

/** Rows looked at for names. */
const NAME_ROWS = 60;

/** Names beside the lines; above them, in a column without a heading, they head blocks. */
function namesCompanies(table: Table, column: number): boolean {
  if (table.headings[column] === '') return false;
  let [names, texts] = [0, 0];
  for (let row = table.headerBottom + 1; row <= table.lastRow && texts < NAME_ROWS; row++) {
    const text = table.headerRows.has(row) ? '' : table.grid.text(row, column).trim();
    if (text === '') continue;
    texts++;
    if (isCompanyName(text)) names++;
  }
  return names >= 2 && names >= texts * 0.6;
}
