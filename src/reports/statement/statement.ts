/**
 * The statement (对账单): one customer, one currency, on A4, in the customer's own language, with the reply
 * slip of a balance confirmation. Two forms share everything but the list in the middle.
 */
import type { CustomerIndex } from '../../ledger/books';
import { formatIsoDay } from '../../units/day';
import { StatementProof, type StatementFigures } from '../../proof/prove-statement';
import { Page } from '../page';
import type { AccountFile, Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { putActivity, putOpenItems } from './lists';
import { putAging, putCapitals, putClasses, putReconcilingItems } from './explanation';
import { putBankDetails, putReplySlip, putSignatures } from './reply';
import { DESCRIPTION_COLUMN, WIDTHS, dayIn, type Statement } from './layout';
import { activityOf } from './movements';
import { putLetterhead } from './letterhead';

export type StatementForm = 'activity' | 'open-item';

/** The closing line never opens a page: so many rows of the list stand above it. */
const ROWS_ABOVE_CLOSING = 2;

/**
 * One sheet per customer and currency, in the order of the accounts.
 * @throws DoesNotFoot where what one prints is not what the ledgers add up to.
 */
export function statementSheets(report: Report, customers: readonly CustomerIndex[], form: StatementForm): readonly SheetModel[] {
  const chosen = new Set(customers);
  const files = report.files.filter((file) => chosen.has(file.account.customer));
  if (files.length === 0) return [];
  const proof = new StatementProof(report.result);
  const sheets = files.map((file) => statementSheet(report, file, form, proof));
  proof.conclude();
  return sheets;
}

function statementSheet(report: Report, file: AccountFile, form: StatementForm, proof: StatementProof): SheetModel {
  const { customer, currency } = file.account;
  const isOnlyCurrency = report.files.every((other) => other.account.customer !== customer || other.account.currency === currency);
  const key = `statement:${file.name}${isOnlyCurrency ? '' : ` ${currency}`}`;
  const name = report.names.nameOf(key);
  const own = report.in(report.master(customer)?.language ?? report.language);
  const page = new Page({ key, name, orientation: 'portrait', footerText: (pageCount) => own.footer(`${file.name}  ·  ${statementNumber(own, file)}`, dayIn(own, report.result.asOf), pageCount), columnWidths: WIDTHS, flexibleColumn: DESCRIPTION_COLUMN });
  const statement: Statement = { report: own, page, file, activity: activityOf(own, file), number: statementNumber(own, file), form };
  putLetterhead(statement);
  const firstRow = page.row + 1;
  const list = form === 'activity' ? putActivity(statement) : putOpenItems(statement);
  const closingRow = page.row - 1;
  putCapitals(statement);
  page.endList({ rowIndex: firstRow, rowCount: closingRow - firstRow }, closingRow - ROWS_ABOVE_CLOSING);
  const explained = putExplanation(statement);
  proof.check({ customer, currency, ...list, ...explained });
  return page.build();
}

/** What explains the balance, each part whole; the slip with our signature is whole, and the last part stands above it. */
function putExplanation(statement: Statement): Pick<StatementFigures, 'agingMinor' | 'differenceMinor'> {
  const { page } = statement;
  let lastPartRow = page.row;
  const whole = <Figure>(put: (statement: Statement) => Figure): Figure => {
    const top = page.row;
    const figure = put(statement);
    if (page.row === top) return figure;
    page.keepTogether(page.row - top, top);
    lastPartRow = top;
    return figure;
  };
  const agingMinor = whole(putAging);
  whole(putClasses);
  const differenceMinor = whole(putReconcilingItems);
  putBankDetails(statement);
  const signatureRow = page.row;
  putSignatures(statement);
  putReplySlip(statement);
  for (const row of [lastPartRow, signatureRow]) page.keepTogether(page.row - row, row);
  return { agingMinor, differenceMinor };
}

/** As-of day and account: the same statement has the same number however often it is printed. */
function statementNumber(report: Report, file: AccountFile): string {
  const day = formatIsoDay(report.result.asOf).replaceAll('-', '');
  return `${day}-${String(report.files.indexOf(file) + 1).padStart(4, '0')}`;
}
