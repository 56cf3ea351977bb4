/** The two-sided reconciliation of each customer, as it is laid before both sides: one form under another. */
import type { CurrencyCode } from '../../units/money';
import { NO_DAY, type DaySerial, type MinorUnits } from '../../units/units';
import { SIDES, ledgerOf, type Side } from '../../ledger/books';
import type { ReconcilingItem } from '../../matching/reconciliation';
import { Page } from '../page';
import { cellReference } from '../references';
import type { AccountFile, Report } from '../report';
import type { CellStyle, LinkTarget, SheetModel } from '../sheet-model';
import { FORMATS, PALETTE, STYLES, amountFormat } from '../style';
import { twoSided, type TwoSided } from '../two-sided';

/** What, day, where, amount; a gap; the same again. */
const WIDTHS = [30, 12, 30, 17, 3, 30, 12, 30, 17];
/** What is named in a column ends before the next begins. */
const TEXT_MARGIN = 2;
const FIRST_COLUMN: Readonly<Record<Side, number>> = { ours: 0, theirs: 5 };
/** Lines shown of one category; the rest is one line, and stands in full on the differences sheet. */
const LINES_MAX = 12;
/** Forms on the sheet; the summary has every customer. */
const FORMS_MAX = 1000;

/** One printed row of one side of the form. */
interface FormLine {
  readonly text: string;
  readonly day: DaySerial | null;
  readonly where: string;
  readonly link?: LinkTarget;
  readonly minor: MinorUnits;
  /** Rows below it that it sums, where it is a category's heading. */
  readonly sums: number;
}

export function twoSidedSheet(report: Report): SheetModel {
  const name = report.names.nameOf('two-sided');
  const page = new Page({ key: 'two-sided', name, orientation: 'landscape', footerText: report.footer(name), columnWidths: WIDTHS });
  const files = report.files.filter((file) => file.account.hasTheirs);
  page.head(report.t('two-sided.title'), report.scope(), report.t(files.length > FORMS_MAX ? 'two-sided.shows-some' : 'two-sided.shows', { count: Math.min(files.length, FORMS_MAX) }));
  if (files.length === 0) page.putWide(report.t('two-sided.none'), STYLES.label);
  const looks = new Map(report.currencies.map((currency) => [currency, moneyOf(currency)]));
  for (const file of files.slice(0, FORMS_MAX)) {
    const form = formOf(report, file);
    const height = Math.max(form.ours.length, form.theirs.length) + 5;
    page.keepTogether(height);
    putForm(report, page, file, form, looks.get(file.account.currency) as Money);
  }
  return page.build();
}

type Form = Readonly<Record<Side, readonly FormLine[]>> & { readonly twoSided: TwoSided };

function formOf(report: Report, file: AccountFile): Form {
  const items = file.items.map((index) => report.result.reconciliation.items[index]);
  const sides = twoSided(file.account, items);
  return { ours: linesOf(report, sides, 'ours'), theirs: linesOf(report, sides, 'theirs'), twoSided: sides };
}

function linesOf(report: Report, { adjustments }: TwoSided, side: Side): readonly FormLine[] {
  return adjustments[side].flatMap(({ category, amountMinor, items }) => {
    const shown = items.slice(0, LINES_MAX).map(({ item, amountMinor: minor }) => lineOf(report, item, minor));
    const rest = items.slice(LINES_MAX);
    if (rest.length) shown.push({ text: report.t('two-sided.more', { count: rest.length }), day: null, where: report.names.nameOf('differences'), link: report.sheetLink('differences'), minor: rest.reduce((sum, line) => sum + line.amountMinor, 0), sums: 0 });
    const heading = { text: report.t(amountMinor < 0 ? 'two-sided.less' : 'two-sided.add', { category: { term: category } }), day: null, where: '', minor: amountMinor, sums: shown.length };
    return [heading, ...shown];
  });
}

function lineOf(report: Report, item: ReconcilingItem, minor: MinorUnits): FormLine {
  const side: Side = item.ours.length ? 'ours' : 'theirs';
  const { day } = ledgerOf(report.result.books, side);
  return {
    text: report.documentsText(side, item[side], WIDTHS[0] - TEXT_MARGIN) || report.t('no-number'), minor, sums: 0,
    day: item[side].reduce((last, entry) => Math.max(last, day[entry]), NO_DAY) || null,
    where: report.linesText(side, item[side], WIDTHS[2] - TEXT_MARGIN), link: report.lineLink(side, item[side][0]),
  };
}

function putForm(report: Report, page: Page, file: AccountFile, form: Form, money: Money): void {
  const { account, name } = file;
  report.mark(`two-sided:${account.customer}|${account.currency}`, { sheet: page.sheetName, rowIndex: page.row, columnIndex: 0 });
  page.put(0, report.hasOneCurrency ? name : `${name}  ·  ${account.currency}`, { style: STYLES.section });
  page.height(20);
  page.next();
  putHeadings(report, page);
  const balanceRow = page.row;
  const lineCount = Math.max(form.ours.length, form.theirs.length);
  for (const side of SIDES) putSide(report, page, file, form, money, side, balanceRow + lineCount + 1);
  page.row = balanceRow + lineCount + 2;
  page.put(0, report.t('two-sided.difference', { difference: { amountMinor: account.differenceMinor, currency: account.currency } }), { style: STYLES.label });
  page.next(2);
}

const HEADINGS: readonly CellStyle[] = (['left', 'center', 'left', 'right'] as const).map((horizontal) => ({ ...STYLES.heading, horizontal }));
const DOCUMENT: CellStyle = { horizontal: 'left', indent: 1, color: PALETTE.quiet };
const DAY: CellStyle = { numberFormat: FORMATS.date, horizontal: 'center', color: PALETTE.quiet };

/** Both balances stand clear of the rules beside them. */
const BALANCE: CellStyle = { ...STYLES.strong, vertical: 'center' };
const BALANCE_HEIGHT = 18;

/** Looks of the amounts in one currency, made once for all of its forms. */
interface Money {
  readonly plain: CellStyle;
  readonly quiet: CellStyle;
  readonly balance: CellStyle;
  readonly adjusted: CellStyle;
}

function moneyOf(currency: CurrencyCode): Money {
  const plain: CellStyle = { numberFormat: amountFormat(currency), horizontal: 'right' };
  return { plain, quiet: { ...plain, color: PALETTE.quiet }, balance: { ...BALANCE, ...plain }, adjusted: { ...STYLES.total, ...plain, vertical: 'center', borderBottom: 'double', borderColor: PALETTE.ink } };
}

function putHeadings(report: Report, page: Page): void {
  for (const side of SIDES) {
    const column = FIRST_COLUMN[side];
    const texts = [report.term(side), report.t('heading.day'), report.t('heading.lines'), report.t('heading.amount')];
    texts.forEach((text, i) => page.put(column + i, text, { style: HEADINGS[i] }));
  }
  page.next();
}

/** Balance, lines and adjusted balance of one side, from the page's row down; the page's row stays. */
function putSide(report: Report, page: Page, { account }: AccountFile, form: Form, money: Money, side: Side, adjustedRow: number): void {
  const column = FIRST_COLUMN[side];
  const top = page.row;
  const major = (minor: MinorUnits) => report.major(minor, account.currency);
  page.put(column, report.t('closing-balance'), { style: BALANCE });
  page.put(column + 3, major(account[side].closingMinor), { style: money.balance });
  page.height(BALANCE_HEIGHT);
  for (const line of form[side]) {
    page.next();
    putLine(page, line, column, money, major(line.minor));
  }
  page.row = adjustedRow;
  const balance = cellReference(top, column + 3);
  const formula = adjustedRow > top + 1 ? `${balance}+SUBTOTAL(9,${cellReference(top + 1, column + 3)}:${cellReference(adjustedRow - 1, column + 3)})` : balance;
  for (let i = 0; i < 3; i++) page.put(column + i, i === 0 ? report.t('two-sided.adjusted') : null, { style: { ...STYLES.total, vertical: 'center' } });
  page.height(BALANCE_HEIGHT);
  page.put(column + 3, { formula, value: major(form.twoSided.adjustedMinor[side]) }, { style: money.adjusted });
  page.row = top;
}

/** A category's own sum is a SUBTOTAL, which the sum of the side leaves out: nothing is counted twice. */
function putLine(page: Page, line: FormLine, column: number, money: Money, value: number): void {
  const isHeading = line.sums > 0;
  const below = `${cellReference(page.row + 1, column + 3)}:${cellReference(page.row + line.sums, column + 3)}`;
  page.put(column, line.text, { style: isHeading ? {} : DOCUMENT });
  if (line.day !== null) page.put(column + 1, line.day, { style: DAY });
  if (line.where) page.put(column + 2, line.where, { style: STYLES.link, link: line.link });
  page.put(column + 3, isHeading ? { formula: `SUBTOTAL(9,${below})`, value } : value, { style: isHeading ? money.plain : money.quiet });
}
