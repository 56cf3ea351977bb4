/** Who writes to whom, about which period: the top of a statement. */
import { PALETTE, STYLES } from '../style';
import { LAST_COLUMN, dayText, putRule, type Statement } from './layout';

export function putLetterhead(statement: Statement): void {
  const { report, page } = statement;
  const { company } = report.result.settings;
  page.put(0, company.name || report.result.books.ourName || report.t('statement.our-name'), { style: { bold: true, sizeStep: 3, color: PALETTE.ink } });
  page.put(LAST_COLUMN, report.t('statement.title'), { style: { bold: true, sizeStep: 5, color: PALETTE.accent, horizontal: 'right' } });
  page.height(26);
  page.next();
  if (company.contact) { page.put(0, company.contact, { style: STYLES.label }); page.next(); }
  putRule(statement, 'thin');
  page.height(8);
  page.next();
  putParticulars(statement);
  page.next();
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
    if (leftLabel) { page.put(0, leftLabel, { style: STYLES.label }); page.put(1, leftValue, { style: line === 0 ? { bold: true, sizeStep: 1 } : {} }); }
    if (rightLabel) { page.put(LAST_COLUMN - 2, rightLabel, { style: STYLES.label }); page.put(LAST_COLUMN, rightValue, { style: { horizontal: 'right' } }); }
    page.height(16);
    page.next();
  }
}
