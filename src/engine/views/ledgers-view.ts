/** What was found on the sheets: the pane's first view. */
import { say, type Language } from '../../texts';
import { SIDES, ledgerOf, type Books, type SheetReading } from '../../ledger/books';
import { isReadable } from '../reconcile';
import type { LedgersView, SheetView } from '../session';
import { issueView, lineView } from './lines';

const PREVIEW_LINES = 5;

export function ledgersView(books: Books, language: Language): LedgersView {
  return {
    sheets: books.sheets.map((reading) => sheetView(books, reading, language)),
    issues: books.issues.map((issue) => issueView(issue, language)),
    joins: books.customers.flatMap((customer) =>
      customer.aliases
        .filter((alias) => alias.status === 'suggested')
        .map((alias) => ({ alias: alias.name, sheet: alias.sheet, customer: customer.name, evidence: say(alias.evidence, language) })),
    ),
    customerNames: books.customers.map((customer) => customer.name),
    canRun: isReadable(books),
    latestDay: books.latestDay,
    ledgerLanguage: books.language,
  };
}

function sheetView(books: Books, reading: SheetReading, language: Language): SheetView {
  const { sheet, role, confidence, runnerUp, headerRow, columns, headings, layoutKey, currency, entryCount, hiddenRowCount, balanceProof } = reading;
  return {
    sheet, role, confidence, runnerUp, headerRow, columns, headings, layoutKey, currency, entryCount, hiddenRowCount,
    customer: reading.customer === null ? null : books.customers[reading.customer].name,
    skipped: reading.skipped.map(({ row, reason }) => ({ row, reason: say(reason, language) })),
    balance: !balanceProof ? 'none' : balanceProof.firstBreakRow === null ? 'proven' : 'broken',
    balanceBreakRow: balanceProof?.firstBreakRow ?? null,
    issues: books.issues.filter((issue) => issue.sheet === sheet).map((issue) => issueView(issue, language)),
    preview: preview(books, reading),
  };
}

/** The first entries of this block of this sheet, in the order of the rows; of its side, as the other's ledger may stand beside it. */
function preview(books: Books, reading: SheetReading): SheetView['preview'] {
  const lines: SheetView['preview'][number][] = [];
  for (const side of SIDES) {
    if (reading.role !== (side === 'ours' ? 'our-ledger' : 'customer-ledger')) continue;
    const ledger = ledgerOf(books, side);
    const sheet = books.sheetNames.indexOf(reading.sheet);
    for (let i = 0; i < ledger.count && lines.length < PREVIEW_LINES; i++) {
      if (ledger.sheet[i] !== sheet || ledger.row[i] < reading.firstRow || ledger.row[i] > reading.lastRow) continue;
      lines.push({ ...lineView(books, side, i), customer: books.customers[ledger.customer[i]].name });
    }
  }
  return lines;
}
