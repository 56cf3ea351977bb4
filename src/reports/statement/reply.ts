/** The foot of a statement: where to pay, our signature, and the reply slip to cut off and send back. */
import type { CellStyle } from '../sheet-model';
import { PALETTE, STYLES } from '../style';
import { LAST_COLUMN, dayText, moneyText, putGap, putRule, type Statement } from './layout';

/** Where our name is not known: the letterhead says where it comes from, the slip is filled in by hand. */
const BLANK = '____________';
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
  putRule(statement, 'dashed', report.t('statement.cut-here'));
  page.next();
  page.put(0, report.t('statement.reply'), { style: { bold: true, sizeStep: 1, color: PALETTE.ink } });
  page.put(LAST_COLUMN, `${report.t('statement.number')} ${statement.number}`, { style: { ...STYLES.label, horizontal: 'right' } });
  page.height(22);
  page.next();
  const us = report.result.settings.company.name || report.result.books.ourName || BLANK;
  const { closingMinor } = activity;
  const stated = { us, customer: file.name, day: dayText(statement, report.result.asOf), amount: moneyText(statement, Math.abs(closingMinor)) };
  page.putWide(report.t(closingMinor < 0 ? 'statement.reply-text-credit' : 'statement.reply-text', stated), { ...STYLES.words });
  page.next();
  putGap(statement);
  putAnswers(statement);
}

/** Lines to write on: [words, whether a line runs under them across the half page]. */
type SlipLine = readonly [code: string | null, isRuled: boolean];

const LEFT: readonly SlipLine[] = [['statement.correct', false], ['statement.signature', true], ['statement.seal', false], ['statement.date', true]];
const RIGHT: readonly SlipLine[] = [['statement.not-correct', false], [null, true], [null, true], ['statement.signature-seal-date', true]];

function putAnswers(statement: Statement): void {
  const { page } = statement;
  SLIP_HEIGHTS.forEach((height, i) => {
    putSlipLine(statement, LEFT[i], { first: 0, last: 2, isHead: i === 0 });
    putSlipLine(statement, RIGHT[i], { first: 4, last: LAST_COLUMN, isHead: i === 0 });
    page.height(height);
    page.next();
  });
}

function putSlipLine({ report, page }: Statement, [code, isRuled]: SlipLine, { first, last, isHead }: { readonly first: number; readonly last: number; readonly isHead: boolean }): void {
  const style: CellStyle = { bold: isHead, color: isHead ? PALETTE.ink : PALETTE.quiet, vertical: 'bottom', ...(isRuled && { borderBottom: 'hair', borderColor: PALETTE.quiet }) };
  for (let column = first; column <= (isRuled ? last : first); column++) page.put(column, column === first && code !== null ? report.t(code) : null, { style });
}
