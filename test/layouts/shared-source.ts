/** The shared workbooks as trade: read by columns known beforehand, so that no reader under test is asked. */
import { existsSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { EntryKind, Side } from '../../src/ledger/books';
import { parseIsoDay } from '../../src/units/day';
import type { Source, SourceLine } from './source';

const FOLDER = '../shared/cases';
export const SHARED_CASES = ['huaxing-cn', 'acme-en', 'huaxing-tw', 'hongda-cn-hard'].filter((name) => existsSync(`${FOLDER}/${name}.truth.json`));

interface Truth {
  readonly groups: readonly { readonly kind: string; readonly ours: readonly string[]; readonly theirs: readonly string[] }[];
  readonly due: Readonly<Record<string, string>>;
}

const HEADINGS: Readonly<Record<string, RegExp>> = {
  date: /^(日期|Date|Posting Date)$/, kind: /^(单据类型|傳票類別|Type|业务类型|Doc Type)$/, document: /^(单据编号|傳票號碼|Num|我方单号|Voucher|傳票)$/, reference: /^(对方单号|Your ref|貴公司單號)$/, customer: /^(客户名称|客戶名稱|Customer)$/,
  code: /^(客户编码|客戶編號)$/, productClass: /^(产品类别|品類)$/, item: /^(规格型号|規格|Item)$/, quantity: /^(数量|數量|Qty)$/, memo: /^(摘要|Memo)$/, debit: /^(应收金额\(借方\)|借方金額|借方|Debit)$/, credit: /^(收款金额\(贷方\)|貸方金額|贷方|貸方|Credit)$/,
  amount: /^Amount$/, balance: /^(余额|餘額)$/, rep: /^(业务员|業務員|Sales Rep)$/,
};
const KINDS: readonly (readonly [EntryKind, RegExp])[] = [
  ['opening', /期初|上期|^Opening|forward/], ['rebate', /返利|^Rebate/], ['damage', /破损|破損|^Damage/], ['advertising', /广告|廣告|^Advert/], ['promotion', /促销|促銷|^Promo/], ['return', /退货|退回|退出|Credit/], ['transfer', /平调|平調|^Transfer/],
  ['payment', /付款|收款|Payment/], ['invoice', /出库|銷貨|Invoice|入库|進貨|^Bill$/],
];

type Row = readonly unknown[];
type ReadLine = Omit<SourceLine, 'customer'> & { readonly place: string; readonly name: string; readonly code: string; readonly rep: string };

export async function sharedSource(name: string): Promise<Source> {
  const truth = JSON.parse(readFileSync(`${FOLDER}/${name}.truth.json`, 'utf8')) as Truth;
  const workbook = await readXlsx(readFileSync(`${FOLDER}/${name}.xlsx`));
  // Whatever else a workbook holds, its ledgers are the sheets that the truth speaks of.
  const ledgers = new Set(truth.groups.flatMap(({ ours, theirs }) => [...ours, ...theirs]).map((place) => place.slice(0, place.lastIndexOf('!'))));
  const lines: ReadLine[] = [];
  const terms: [string, number][] = [];
  workbook.sheets.forEach((sheet, at) => {
    const rows = sheet.rows as Row[];
    const isTerms = /账期|帳期|Terms/.test(sheet.name);
    if (isTerms) terms.push(...rows.slice(1).map((row): [string, number] => [String(row[0]), Number(row[1])]));
    if (isTerms || !ledgers.has(sheet.name)) return;
    lines.push(...linesOf(sheet.name, at === 0 ? 'ours' : 'theirs', rows, truth, lines.length));
  });
  const names = [...new Set(lines.filter(({ side }) => side === 'ours').map((line) => line.name))];
  const ids = new Map(lines.map((line) => [line.place, line.id]));
  const numbers = (places: readonly string[]) => places.map((place) => ids.get(place) as number);
  return {
    customers: names.map((each, at) => ({ code: `C${String(at + 1).padStart(3, '0')}`, name: each, rep: lines.find((line) => line.name === each)?.rep ?? '' })),
    lines: lines.map((line) => ({ ...line, customer: names.indexOf(line.name) })).sort((a, b) => a.customer - b.customer || a.id - b.id),
    groups: truth.groups.map((group) => ({ kind: group.kind, ours: numbers(group.ours), theirs: numbers(group.theirs) })), terms,
  };
}

function linesOf(sheet: string, side: Side, rows: readonly Row[], truth: Truth, firstId: number): ReadLine[] {
  const head = rows.findIndex((row) => row.some((cell) => HEADINGS.date.test(String(cell))));
  const at = Object.fromEntries(Object.entries(HEADINGS).map(([field, pattern]) => [field, rows[head].findIndex((cell) => pattern.test(String(cell)))]));
  const titleName = String(rows[0][0]).replace(/ 應付帳款明細$/, '');
  const lines: ReadLine[] = [];
  rows.slice(head + 1).forEach((row, i) => {
    const text = (field: string) => (at[field] < 0 ? '' : String(row[at[field]] ?? '').trim());
    const day = dayOfCell(row[at.date]);
    if (day === null) return;
    const words = text('kind') || text('memo');
    const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0];
    if (!kind) throw new Error(`${sheet}!${head + 2 + i}: no kind in "${words}"`);
    const printed = kind === 'opening' && text('amount') + text('debit') + text('credit') === '' ? minor(row[at.balance]) : at.amount >= 0 ? minor(row[at.amount]) : minor(row[at.debit]) - minor(row[at.credit]);
    const place = `${sheet}!${head + 2 + i}`;
    const [printedClass, item] = text('productClass') ? [text('productClass'), text('item')] : (text('item').split(':') as [string, string?]);
    const due = truth.due[place];
    lines.push({
      id: firstId + lines.length, place, side, day, kind, name: text('customer') || titleName, code: text('code'), rep: text('rep'), amountMinor: side === 'ours' || (kind === 'opening' && at.balance >= 0) ? printed : -printed,
      document: text('document'), reference: text('reference'), memo: side === 'ours' && text('memo') !== words ? text('memo') : '', productClass: printedClass, item: item ?? '', quantity: text('quantity') ? Number(text('quantity')) : null, dueDay: due ? parseIsoDay(due) : null,
    });
  });
  return lines;
}

const minor = (cell: unknown) => Math.round(Number(String(cell ?? '').replace(/,/g, '') || 0) * 100);

function dayOfCell(cell: unknown): number | null {
  if (cell instanceof Date) return Math.round(cell.getTime() / 86_400_000) + 25_569;
  const roc = /^(\d{3})\/(\d\d)\/(\d\d)$/.exec(String(cell ?? ''));
  return roc ? parseIsoDay(`${Number(roc[1]) + 1911}-${roc[2]}-${roc[3]}`) : null;
}
