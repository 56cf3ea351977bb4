/** The foot of a statement: where to pay, our signature, and the reply slip to cut off and send back. */
import { PALETTE, STYLES } from '../style';
import { LAST_COLUMN, dayText, moneyText, putGap, putRule, type Statement } from './layout';

/** Points. The seal is a stamp of four centimetres, set over its line and the next. */
const SLIP_HEIGHTS = [20, 24, 32, 26];

export function putBankDetails(statement: Statement): void {
  const { report, page } = statement;
  const details = report.result.settings.company.bankDetails;
  if (!details) return;
  page.put(0, report.t('statement.bank'), { style: STYLES.label });
  page.put(2, details, { style: { wrap: true, vertical: 'top' }, columnSpan: 5 });
  page.height(18 * Math.max(1, details.split('\n').length));
  page.next();
  putGap(statement);
}

/** Both sides sign, seal and date; ours stands above the cut. */
export function putSignatures(statement: Statement): void {
  const { report, page } = statement;
  const style = { color: PALETTE.quiet };
  page.put(0, report.t('statement.ours-signed'), { style });
  page.put(3, report.t('statement.seal'), { style });
  page.put(5, report.t('statement.date'), { style });
  page.height(24);
  page.next();
  putGap(statement);
}

/** The 对账函 reply: the balance stated, then "correct" on the left and "not correct, because" on the right. */
export function putReplySlip(statement: Statement): void {
  const { report, page, file, activity } = statement;
  page.keepTogether(9);
  putRule(statement, 'dashed', report.t('statement.cut-here'));
  page.next();
  page.put(0, report.t('statement.reply'), { style: { bold: true, sizeStep: 1, color: PALETTE.ink } });
  page.put(LAST_COLUMN, `${report.t('statement.number')} ${statement.number}`, { style: { ...STYLES.label, horizontal: 'right' } });
  page.height(22);
  page.next();
  const us = report.result.settings.company.name || report.result.books.ourName || report.t('statement.our-name');
  page.putWide(report.t('statement.reply-text', { us, customer: file.name, day: dayText(statement, report.result.asOf), amount: moneyText(statement, activity.closingMinor) }), { ...STYLES.words });
  page.next();
  putGap(statement);
  const left = ['statement.correct', 'statement.signature', 'statement.seal', 'statement.date'];
  const right = ['statement.not-correct', 'statement.line', 'statement.line', 'statement.signature-seal-date'];
  left.forEach((code, i) => {
    page.put(0, report.t(code), { style: { bold: i === 0, color: i === 0 ? PALETTE.ink : PALETTE.quiet, vertical: 'bottom' } });
    page.put(4, report.t(right[i]), { style: { bold: i === 0, color: i === 0 ? PALETTE.ink : PALETTE.quiet, vertical: 'bottom' } });
    page.height(SLIP_HEIGHTS[i]);
    page.next();
  });
}
