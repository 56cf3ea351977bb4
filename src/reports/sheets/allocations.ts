/** Settlement: which credit settled which debit and why; and the user's own allocations, which win. */
import { ALLOCATION_COLUMNS, SHEET_KEYS, headingCode } from '../../annotations/keys';
import type { ManualAllocation } from '../../annotations/annotations';
import type { EntryIndex } from '../../ledger/books';
import type { CurrencyCode } from '../../units/money';
import type { Allocation } from '../../settlement/settlement';
import { amountColumn, dayColumn, nameColumn, textColumn, type Column } from '../columns';
import { tableName } from '../page';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, STYLES } from '../style';
import { putTable, rowsOf } from '../table';

/** Empty lines to write on. */
const BLANK_LINES = 12;
const [CREDIT, DEBIT, CURRENCY, AMOUNT] = ALLOCATION_COLUMNS;

export function settlementSheet(report: Report): SheetModel {
  const page = report.page('settlement');
  const { allocations } = report.result.settlement;
  page.head(report.t('settlement.title'), report.scope(), report.showsPrintedTo(report.t('settlement.shows', { count: allocations.count }), report.t('heading.by-policy')));
  if (allocations.count === 0) page.putWide(report.t('settlement.none'), STYLES.label);
  else putTable(page, { name: tableName('Settlement'), columns: settlementColumns(report), rows: { count: allocations.count, at: (index) => allocations.at(index) }, currency: (row) => currencyOf(report, row.debit), currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns: 1, printedTo: 'policy', cutText: report.cutText });
  return page.build();
}

/** Keys are all of one length, and cost a look at every line of the ledger: they are not made to be measured. */
const KEY_WIDTH = 16;
const keySample = () => '0'.repeat(KEY_WIDTH);

function currencyOf({ result: { books } }: Report, entry: EntryIndex): CurrencyCode {
  return books.currencies[books.ours.currency[entry]];
}

function settlementColumns(report: Report): readonly Column<Allocation>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const { ours, texts } = report.result.books;
  const document = (entry: EntryIndex) => texts.at(ours.document[entry]) || report.t('no-number');
  return [
    nameColumn('customer', t('customer'), (row) => report.customerName(ours.customer[row.debit]), { widthMax: 26 }),
    textColumn('currency', t('currency'), (row) => currencyOf(report, row.debit), { hidden: report.hasOneCurrency }),
    dayColumn('creditDay', t('credit-day'), (row) => ours.day[row.credit]),
    textColumn('creditDocument', t('credit-document'), (row) => document(row.credit), { widthMax: 22, link: (row) => report.lineLink('ours', row.credit) }),
    dayColumn('debitDay', t('debit-day'), (row) => ours.day[row.debit]),
    textColumn('debitDocument', t('debit-document'), (row) => document(row.debit), { widthMax: 22, link: (row) => report.lineLink('ours', row.debit) }),
    amountColumn('amount', t('amount'), (row) => row.amountMinor, { total: true }),
    textColumn('rule', t('rule-settled'), (row) => report.term(`allocation.${row.rule}`), { widthMax: 30 }),
    textColumn('policy', t('by-policy'), (row) => (row.byPolicy ? report.t('settlement.by-policy') : ''), { rowStyle: () => ({ color: CLASS_COLORS.doubtful }) }),
    textColumn('creditKey', t('credit-key'), (row) => report.entryKeys.keyOf('ours', row.credit), { style: STYLES.label, shown: keySample }),
    textColumn('debitKey', t('debit-key'), (row) => report.entryKeys.keyOf('ours', row.debit), { style: STYLES.label, shown: keySample }),
  ];
}

/** A line of the user's own; `allocation` is null on the empty ones. */
interface ManualLine {
  readonly allocation: ManualAllocation | null;
  readonly currency: CurrencyCode;
}

export function manualAllocationsSheet(report: Report): SheetModel {
  const page = report.page(SHEET_KEYS.allocations);
  page.head(report.t('allocations.title'), report.scope(), report.t('allocations.shows'));
  const written = report.result.annotations.manualAllocations.map((allocation): ManualLine => ({ allocation, currency: manualCurrency(report, allocation) }));
  const blank = Array.from({ length: BLANK_LINES }, (): ManualLine => ({ allocation: null, currency: report.mainCurrency }));
  putTable(page, { name: tableName('Allocations'), columns: manualColumns(report), rows: rowsOf([...written, ...blank]), currency: (line) => line.currency, freezeColumns: 0 });
  return page.build();
}

function manualCurrency(report: Report, { debitKey, creditKey }: ManualAllocation): CurrencyCode {
  const entry = report.entryKeys.find('ours', debitKey) ?? report.entryKeys.find('ours', creditKey);
  return entry === undefined ? report.mainCurrency : currencyOf(report, entry);
}

function manualColumns(report: Report): readonly Column<ManualLine>[] {
  const h = (key: string) => report.say({ code: headingCode(key) });
  const style = STYLES.written;
  return [
    textColumn<ManualLine>(CREDIT, h(CREDIT), (line) => line.allocation?.creditKey ?? '', { anchored: true, style, widthMin: KEY_WIDTH, widthMax: 30 }),
    textColumn<ManualLine>(DEBIT, h(DEBIT), (line) => line.allocation?.debitKey ?? '', { anchored: true, style, widthMin: KEY_WIDTH, widthMax: 30 }),
    textColumn<ManualLine>(CURRENCY, h(CURRENCY), (line) => (line.allocation ? line.currency : ''), { anchored: true, style }),
    amountColumn<ManualLine>(AMOUNT, h(AMOUNT), (line) => line.allocation?.amountMinor ?? null, { anchored: true, style, widthMin: 13 }),
  ];
}
