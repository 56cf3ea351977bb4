/** Who writes to whom, about which period: the top of a statement. */
import type { CellStyle } from '../sheet-model';
import { PALETTE, STYLES } from '../style';
import { lineCount } from '../text-width';
import { LAST_COLUMN, WIDTHS, dayText, putRule, type Statement } from './layout';

/** Points of the body font. */
const BODY_SIZE = 11;

export function putLetterhead(statement: Statement): void {
  const { report, page } = statement;
  const { company } = report.result.settings;
  const us = company.name || report.result.books.ourName || report.t('statement.our-name');
  const lines = putName(statement, us, 0, LAST_COLUMN - 2, { bold: true, sizeStep: 3, color: PALETTE.ink });
  page.put(LAST_COLUMN, report.t('statement.title'), { style: { bold: true, sizeStep: 5, color: PALETTE.accent, horizontal: 'right' } });
  page.height(Math.max(26, lines * 19));
  page.next();
  if (company.contact) { page.put(0, company.contact, { style: STYLES.label }); page.next(); }
  putRule(statement, 'thin');
  page.height(8);
  page.next();
  putParticulars(statement);
  page.next();
}

/** A name over several columns: merged and wrapped only where it is too long to run on. Returns how many lines it takes. */
function putName({ page }: Statement, name: string, first: number, last: number, style: CellStyle): number {
  const room = WIDTHS.slice(first, last + 1).reduce((sum, width) => sum + width, 0);
  const lines = lineCount(name, (room * BODY_SIZE) / (BODY_SIZE + (style.sizeStep ?? 0)) - 2);
  page.put(first, name, lines > 1 ? { style: { ...style, wrap: true, vertical: 'top' }, columnSpan: last - first + 1 } : { style });
  return lines;
}

/** The customer on the left, the statement on the right, line by line. */
function putParticulars(statement: Statement): void {
  const { report, page, file, activity } = statement;
  const master = report.master(file.account.customer);
  const period = statement.form === 'activity' ? `${dayText(statement, activity.fromDay)} – ${dayText(statement, activity.toDay)}` : '';
  const left = [[report.t('statement.to'), file.name], [report.t('statement.code'), report.result.books.customers[file.account.customer]?.code ?? ''], [report.t('statement.contact'), master?.contact ?? '']].filter(([, value]) => value);
  const right = [[report.t('statement.number'), statement.number], [report.t('statement.as-of'), dayText(statement, report.result.asOf)], [report.t('statement.period'), period], [report.t('statement.currency'), file.account.currency]].filter(([, value]) => value);
  for (let line = 0; line < Math.max(left.length, right.length); line++) {
    const [leftLabel, leftValue] = left[line] ?? ['', ''];
    const [rightLabel, rightValue] = right[line] ?? ['', ''];
    const lines = leftLabel ? putName(statement, leftValue, 1, 3, line === 0 ? { bold: true, sizeStep: 1 } : {}) : 1;
    const vertical = lines > 1 ? 'top' : undefined;
    if (leftLabel) page.put(0, leftLabel, { style: { ...STYLES.label, vertical } });
    if (rightLabel) { page.put(LAST_COLUMN - 2, rightLabel, { style: { ...STYLES.label, vertical } }); page.put(LAST_COLUMN, rightValue, { style: { horizontal: 'right', vertical } }); }
    page.height(lines * 16);
    page.next();
  }
}
