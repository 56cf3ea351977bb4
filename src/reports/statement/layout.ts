/** What the parts of a statement share: its grid of seven columns and how it writes days and money. */
import { calendarFromDay, formatIsoDay } from '../../units/day';
import { formatAmount, toMajor } from '../../units/money';
import { NO_DAY, type DaySerial, type MinorUnits } from '../../units/units';
import type { CellContent, CellStyle } from '../sheet-model';
import type { Page } from '../page';
import type { AccountFile, Report } from '../report';
import { FORMATS, PALETTE, STYLES, amountFormat } from '../style';
import type { Activity } from './movements';

export const DESCRIPTION_WIDTH = 27;
export const AMOUNT_WIDTH = 15.5;
/** Day, kind or due day, document, description, two amounts, balance: an A4 page at nearly full size. */
export const WIDTHS = [12, 13.5, 16, DESCRIPTION_WIDTH, AMOUNT_WIDTH, AMOUNT_WIDTH, 16.5];
export const DESCRIPTION_COLUMN = 3;
export const LAST_COLUMN = WIDTHS.length - 1;
/** Points. Statements breathe more than tables. */
export const ROW_HEIGHT = 15;

export interface Statement {
  /** In the customer's language. */
  readonly report: Report;
  readonly page: Page;
  readonly file: AccountFile;
  readonly activity: Activity;
  readonly number: string;
  readonly form: 'activity' | 'open-item';
}

/** ROC years on a Taiwanese statement where the ledger prints them: as text, since not every host has that calendar. */
function usesRocYears(report: Report): boolean {
  return report.language === 'zh-TW' && report.result.books.usesRocYears;
}

/** `115/09/30` or `2026-09-30`, in a sentence. */
export function dayText({ report }: Statement, day: DaySerial): string {
  return dayIn(report, day);
}

export function dayIn(report: Report, day: DaySerial): string {
  if (!usesRocYears(report)) return formatIsoDay(day);
  const { year, month, day: dayOfMonth } = calendarFromDay(day);
  return `${year - 1911}/${String(month).padStart(2, '0')}/${String(dayOfMonth).padStart(2, '0')}`;
}

export function dayContent(statement: Statement, day: DaySerial | null): CellContent {
  if (day === null || day === NO_DAY) return null;
  return usesRocYears(statement.report) ? dayText(statement, day) : day;
}

export const DAY_STYLE: CellStyle = { ...STYLES.body, numberFormat: FORMATS.date, horizontal: 'center' };

export function moneyStyle({ file }: Statement, more: CellStyle = {}): CellStyle {
  return { numberFormat: amountFormat(file.account.currency), horizontal: 'right', ...more };
}

export function major({ file }: Statement, minor: MinorUnits): number {
  return toMajor(minor, file.account.currency);
}

/** `CNY 12,400.00`, in a sentence. */
export function moneyText({ file }: Statement, minor: MinorUnits): string {
  return `${file.account.currency} ${formatAmount(minor, file.account.currency)}`;
}

/** A rule across the page, or the dashes along which the reply slip is cut, with small words at its left. */
export function putRule({ page }: Statement, kind: 'hair' | 'thin' | 'dashed', text: string | null = null): void {
  const style: CellStyle = { borderTop: kind, borderColor: kind === 'thin' ? PALETTE.accent : PALETTE.quiet, color: PALETTE.quiet, sizeStep: -2 };
  for (let column = 0; column <= LAST_COLUMN; column++) page.put(column, column === 0 ? text : null, { style });
}

/** A gap between parts. */
export function putGap({ page }: Statement): void {
  page.height(8);
  page.next();
}

/** A heading of a part, with a hairline under it across the page. */
export function putPartHeading({ page }: Statement, text: string): void {
  for (let column = 0; column <= LAST_COLUMN; column++) page.put(column, column === 0 ? text : null, { style: { bold: true, color: PALETTE.accent, borderBottom: 'hair', borderColor: PALETTE.hairline } });
  page.height(20);
  page.next();
}
