import type { CustomerIndex, CustomerMaster, Field, PaymentMethod, RemittanceLine, SellThroughLine, SheetIssue, Skipped, Term, Visit } from './books';
import { mainColumn } from './columns';
import { fold } from './fold';
import { CellTag } from './grid';
import { UNREADABLE } from './cell-memos';
import type { LedgerTable } from './sides';
import { isNoTerm, nameInTermHeading } from './term-matrix';
import { parseTermText } from './term-text';
import { toMinor, type CurrencyCode } from '../units/money';
import { endOfMonth } from '../units/day';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';

/**
 * The sheets beside the ledgers, row by row: who the customers are and how they pay, terms, agreements,
 * visits, remittances and what was sold through. Customers are looked up, never made, except by the
 * customer list itself.
 */
export interface MasterTable extends LedgerTable {
  readonly currency: CurrencyCode;
  /** The customer a row names; −1 where nobody known has that name or code. */
  readonly find: (name: string, code: string) => CustomerIndex;
}

export interface MasterRows<T> {
  readonly rows: readonly T[];
  readonly skipped: readonly Skipped[];
  readonly issues: readonly SheetIssue[];
}

/** One row of a master table, by field. */
class MasterRow {
  constructor(
    private readonly master: MasterTable,
    readonly row: number,
  ) {}

  get sheet(): string {
    return this.master.table.grid.sheet;
  }

  get sheetRow(): number {
    return this.master.table.grid.sheetRow(this.row);
  }

  text(field: Field): string {
    return this.master.table.grid.texts.at(this.master.reader.text(this.row, mainColumn(this.master.columns, field)));
  }

  /** A number, also out of a text such as `163 km` or `30天`; `null` where there is none. */
  number(field: Field): number | null {
    const column = mainColumn(this.master.columns, field);
    const amount = this.master.reader.amount(this.row, column);
    if (Number.isFinite(amount)) return amount;
    const digits = /-?\d+(\.\d+)?/.exec(this.text(field).normalize('NFKC').replace(/(\d),(\d{3})/g, '$1$2'));
    return digits ? Number(digits[0]) : null;
  }

  /** A term, as a number of days or in words; `null` where the cell has none. */
  termIn(column: number): Term['rule'] | null {
    const value = column < 0 ? null : this.master.table.grid.value(this.row, column);
    return typeof value === 'number' || (typeof value === 'string' && !isNoTerm(value)) ? parseTermText(String(value)) : null;
  }

  day(field: Field): DaySerial | null {
    const day = this.master.reader.day(this.row, mainColumn(this.master.columns, field));
    return day === UNREADABLE || day === NO_DAY ? null : day;
  }

  /** `number` of what cannot be less than nothing; `null` where it is. */
  size(field: Field): number | null {
    const size = this.number(field);
    return size === null || size < 0 ? null : size;
  }

  /** Major units in the table's currency. */
  minor(major: number | null): MinorUnits | null {
    return major === null ? null : toMinor(major, this.master.currency);
  }

  flag(field: Field): boolean {
    const column = mainColumn(this.master.columns, field);
    const value = column < 0 ? null : this.master.table.grid.value(this.row, column);
    return value === true || value === 1 || (typeof value === 'string' && /^(y|yes|true|是|closed|inactive|停业|停業|已停业|已停業|歇业|歇業|关闭|關閉|倒闭|倒閉|注销|註銷|x|√|1)$/i.test(value.trim()));
  }

  get names(): { readonly name: string; readonly code: string } {
    return { name: this.text('customer'), code: this.text('customer-code') };
  }

  /** `null` where the row names nobody; −1 where it names somebody unknown. */
  get customer(): CustomerIndex | null {
    const { name, code } = this.names;
    return name === '' && code === '' ? null : this.master.find(name, code);
  }
}

function* rowsOf(master: MasterTable): Generator<MasterRow> {
  const { table } = master;
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    if (table.headerRows.has(row)) continue;
    for (let c = 0; c < table.grid.columnCount; c++) {
      if (table.grid.tag(row, c) === CellTag.Empty) continue;
      yield new MasterRow(master, row);
      break;
    }
  }
}

/** Reads rows with `read`; a row it returns `null` for is skipped, one that names an unknown customer is an issue. */
function collect<T>(master: MasterTable, read: (row: MasterRow) => T | null): MasterRows<T> {
  const rows: T[] = [];
  const skipped: Skipped[] = [];
  const issues: SheetIssue[] = [];
  for (const row of rowsOf(master)) {
    if (row.customer === -1) {
      const { name, code } = row.names;
      const column = mainColumn(master.columns, name !== '' ? 'customer' : 'customer-code');
      issues.push({ severity: 'warning', sheet: row.sheet, row: row.sheetRow, column: master.table.grid.columnLetters(column), message: { code: 'ledger.unknown-customer', values: { name: name || code } } });
      skipped.push({ row: row.sheetRow, reason: { code: 'ledger.skip-unknown-customer', values: { name: name || code } } });
      continue;
    }
    const value = read(row);
    if (value === null) skipped.push({ row: row.sheetRow, reason: { code: 'ledger.skip-note', values: { text: '' } } });
    else rows.push(value);
  }
  return { rows, skipped, issues };
}

/** Names and codes that a customer list declares, before anything is joined. */
export function declaredCustomers(master: Omit<MasterTable, 'find' | 'currency'>): { readonly name: string; readonly code: string }[] {
  return [...rowsOf({ ...master, currency: 'USD', find: () => -1 })].map((row) => row.names).filter(({ name, code }) => name !== '' || code !== '');
}

export function readMasters(master: MasterTable): MasterRows<CustomerMaster> {
  return collect(master, (row) => {
    const { customer } = row;
    if (customer === null) return null;
    const margin = row.number('margin');
    const approvalDays = row.size('approval-days');
    return {
      customer, rep: row.text('rep'), region: row.text('region'), distanceKm: row.size('distance'), payDay: payDayOf(row), approvalDays: approvalDays === null ? null : Math.ceil(approvalDays), method: methodOf(row.text('method')),
      place: row.text('place'), contact: row.text('contact'), language: languageOf(row.text('language')), jurisdiction: row.text('jurisdiction'), creditLimitMinor: row.minor(row.size('credit-limit')),
      reconcileEveryMonths: reconcileMonthsOf(row), lastReconciledDay: row.day('last-reconciled'), agreementDay: row.day('agreement-date'), settlesBy: settlesByOf(row.text('settles-by')),
      closed: row.flag('closed'), margin: margin === null ? null : margin > 1 || row.text('margin').includes('%') ? margin / 100 : margin, sheet: row.sheet, row: row.sheetRow,
    };
  });
}

/** A day of the month; "月底", "month end" and 31 are its last. */
function payDayOf(row: MasterRow): number | null {
  if (/月底|月末|month ?end|last day|eom/i.test(row.text('pay-day'))) return 31;
  const day = row.number('pay-day');
  return day !== null && day >= 1 && day <= 31 ? Math.floor(day) : null;
}

const PERIODS: readonly (readonly [RegExp, number])[] = [[/半年|half|semi/, 6], [/年|year|annual/, 12], [/季|quarter/, 3], [/月|month/, 1]];

/** `3`, `每3个月`, `季度`, `half-yearly`: whole months, one at least. A number counts what stands right behind it, else months: `6个月（半年）`. */
function reconcileMonthsOf(row: MasterRow): number | null {
  const text = fold(row.text('reconcile-every'));
  const count = row.number('reconcile-every');
  const counted = count === null ? text : (/\d(个?[年季月]|year|quarter)/.exec(text)?.[1] ?? '月');
  const period = PERIODS.find(([word]) => word.test(counted))?.[1] ?? 0;
  const months = Math.round((count ?? 1) * period);
  return months >= 1 ? months : null;
}

function methodOf(text: string): PaymentMethod | null {
  const folded = fold(text);
  if (/承兑|汇票|bill|acceptance/.test(folded)) return 'acceptance-bill';
  if (/支票|票据|cheque|check/.test(folded)) return 'cheque';
  if (/现金|cash/.test(folded)) return 'cash';
  return /转账|转帐|汇款|电汇|银行|网银|transfer|wire|ach|bank|tt|eft/.test(folded) ? 'bank-transfer' : null;
}

function languageOf(text: string): CustomerMaster['language'] {
  if (/\ben|英/i.test(text)) return 'en';
  if (/tw|hant|hk|traditional|繁|正[體体]/i.test(text)) return 'zh-TW';
  return /zh|cn|chinese|中|简|簡/i.test(text) ? 'zh-CN' : null;
}

function settlesByOf(text: string): CustomerMaster['settlesBy'] {
  const folded = fold(text);
  if (/实销|动销|代销|寄售|sellthrough|sellout|consign/.test(folded)) return 'sell-through';
  return /发票|单据|账期|进货|invoice|document/.test(folded) ? 'invoice' : null;
}

/** Terms by customer × product class; a sheet of customers with a term column gives a term for every product. */
export function readTerms(master: MasterTable): MasterRows<Term> {
  const across = master.columns.get('term') ?? [];
  if (across.length > 1 && across.every((column) => nameInTermHeading(master.table.headings[column]) !== '')) return readTermMatrix(master, across);
  const [termColumn, daysColumn] = [mainColumn(master.columns, 'term'), mainColumn(master.columns, 'term-days')];
  return collect(master, (row) => {
    const rule = row.termIn(termColumn) ?? row.termIn(daysColumn);
    return rule === null ? null : { customer: row.customer, productClass: everyProduct(row.text('product-class') || row.text('item')), rule, sheet: row.sheet, row: row.sheetRow };
  });
}

/** Customers down and products across, or the other way round: whichever the names say. */
function readTermMatrix(master: MasterTable, across: readonly number[]): MasterRows<Term> {
  const heads = across.map((column) => ({ column, name: nameInTermHeading(master.table.headings[column]) }));
  const areCustomersAcross = heads.filter(({ name }) => master.find(name, '') >= 0).length * 2 > heads.length;
  if (!areCustomersAcross) {
    const { rows, ...rest } = collect(master, (row) => termsOfRow(row, heads.map(({ column, name }) => ({ column, customer: row.customer, productClass: everyProduct(name) }))));
    return { rows: rows.flat(), ...rest };
  }
  const known = heads.map(({ column, name }) => ({ column, customer: master.find(name, '') })).filter(({ customer }) => customer >= 0);
  const rows = [...rowsOf(master)].flatMap((row) => {
    const productClass = everyProduct(row.text('product-class') || row.text('item') || row.text('customer'));
    return termsOfRow(row, known.map((each) => ({ ...each, productClass }))) ?? [];
  });
  const { grid, headerBottom } = master.table;
  const unknown = heads.filter(({ name }) => master.find(name, '') < 0);
  return { rows, skipped: [], issues: unknown.map(({ column, name }) => ({ severity: 'warning', sheet: grid.sheet, row: grid.sheetRow(headerBottom), column: grid.columnLetters(column), message: { code: 'ledger.unknown-customer', values: { name } } })) };
}

function termsOfRow(row: MasterRow, cells: readonly (Pick<Term, 'customer' | 'productClass'> & { readonly column: number })[]): Term[] | null {
  const terms = cells.flatMap(({ column, customer, productClass }) => {
    const rule = row.termIn(column);
    return rule === null ? [] : [{ customer, productClass, rule, sheet: row.sheet, row: row.sheetRow }];
  });
  return terms.length > 0 ? terms : null;
}

const everyProduct = (text: string) => (/^(全部|所有|其他|其它|默认|預設|通用|all|any|default|other|\*|-)(产品|產品|商品|products?)?$/i.test(text.trim()) ? '' : text);

export function readVisits(master: MasterTable): MasterRows<Visit> {
  return collect(master, (row) => {
    const day = row.day('date') ?? row.day('planned-date');
    return row.customer === null || day === null ? null : { customer: row.customer, day, plannedDay: row.day('planned-date'), rep: row.text('rep'), note: row.text('memo') };
  });
}

export function readRemittances(master: MasterTable): MasterRows<RemittanceLine> {
  return collect(master, (row) => {
    const amountMinor = row.minor(row.number('amount'));
    if (amountMinor === null || row.text('invoice') === '') return null;
    return { customer: row.customer, payment: row.text('payment'), invoice: row.text('invoice'), amountMinor, memo: row.text('memo'), day: row.day('date'), sheet: row.sheet, row: row.sheetRow };
  });
}

export function readSellThrough(master: MasterTable): MasterRows<SellThroughLine> {
  return collect(master, (row) => {
    const quantity = row.number('quantity');
    const start = row.day('period-start');
    const soldDay = row.day('date');
    const printedEnd = row.day('period-end') ?? start ?? soldDay;
    if (quantity === null || printedEnd === null) return null;
    const isMonth = printedEnd !== soldDay && (row.day('period-end') === null || /^\d{4}\s*[-./年]\s*\d{1,2}\s*月?$/.test(row.text('period-end')));
    return { customer: row.customer, productClass: row.text('product-class'), item: row.text('item'), quantity, amountMinor: row.minor(row.number('amount')), periodStartDay: start, periodEndDay: isMonth ? endOfMonth(printedEnd) : printedEnd, sheet: row.sheet, row: row.sheetRow };
  });
}
