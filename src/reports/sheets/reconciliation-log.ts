/** The reconciliation log: what was signed, by whom, for how much; below it a line per account to sign next. */
import { RECONCILIATION_COLUMNS, SHEET_KEYS, headingCode } from '../../annotations/keys';
import type { ReconciliationSigned } from '../../annotations/annotations';
import { amountColumn, dayColumn, nameColumn, textColumn, type Column } from '../columns';
import { tableName } from '../page';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { STYLES } from '../style';
import { putTable, rowsOf } from '../table';

type Line = Omit<ReconciliationSigned, 'day'> & { readonly day: number | null };
const [CUSTOMER, CURRENCY, DAY, SIGNED_BY, AGREED, NOTE] = RECONCILIATION_COLUMNS;

export function reconciliationLogSheet(report: Report): SheetModel {
  const page = report.page(SHEET_KEYS.reconciliationLog);
  page.head(report.t('log.title'), report.scope(), report.t('log.shows'));
  const signed = [...report.result.annotations.reconciliations].sort((a, b) => b.day - a.day);
  const toSign = report.files.map(({ name, account }): Line => ({ customerName: name, currency: account.currency, day: null, signedBy: '', agreedMinor: null, note: '' }));
  const lines: readonly Line[] = [...signed, ...toSign];
  if (lines.length === 0) page.putWide(report.t('open-items.none'), STYLES.label);
  else putTable(page, { name: tableName('ReconciliationLog'), columns: columnsOf(report), rows: rowsOf(lines), currency: (line) => line.currency, freezeColumns: 1 });
  return page.build();
}

function columnsOf(report: Report): readonly Column<Line>[] {
  const h = (key: string) => report.say({ code: headingCode(key) });
  const style = STYLES.written;
  return [
    nameColumn<Line>(CUSTOMER, h(CUSTOMER), (line) => line.customerName, { anchored: true }),
    textColumn<Line>(CURRENCY, h(CURRENCY), (line) => line.currency, { anchored: true, hidden: report.hasOneCurrency }),
    dayColumn<Line>(DAY, h(DAY), (line) => line.day, { anchored: true, style }),
    textColumn<Line>(SIGNED_BY, h(SIGNED_BY), (line) => line.signedBy, { anchored: true, style, widthMin: 14, widthMax: 24 }),
    amountColumn<Line>(AGREED, h(AGREED), (line) => line.agreedMinor, { anchored: true, style, widthMin: 13 }),
    textColumn<Line>(NOTE, h(NOTE), (line) => line.note, { anchored: true, style: { ...style, wrap: true }, widthMin: 30, widthMax: 50 }),
  ];
}
