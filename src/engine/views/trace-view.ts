/** Where a row of a ledger went: its match or reconciling item, and what settled it. */
import { say, type Language } from '../../texts';
import type { SheetRow } from '../../units/units';
import { EntryKeys } from '../../ledger/entry-keys';
import type { Match, Matches } from '../../matching/reconciliation';
import { SIDES, ledgerOf, type EntryIndex, type Side } from '../../ledger/books';
import type { Result } from '../../reports/result';
import type { Allocation, Allocations } from '../../settlement/settlement';
import type { TraceView } from '../session';
import { lineView } from './lines';
import { matchReview } from './review-view';

/** More rows than this at once are a selection of a whole column, not a question. */
const MAX_ROWS = 50;

export function traceViews(result: Result, keys: EntryKeys, sheet: string, rows: readonly SheetRow[], language: Language): TraceView[] {
  const wanted = new Set(rows.slice(0, MAX_ROWS));
  return SIDES.flatMap((side) => entriesOn(result, side, sheet, wanted).map((entry) => traceView(result, keys, side, entry, language)));
}

export function entriesOn(result: Result, side: Side, sheet: string, rows: ReadonlySet<SheetRow>): EntryIndex[] {
  const ledger = ledgerOf(result.books, side);
  const sheetNumber = result.books.sheetNames.indexOf(sheet);
  const found: EntryIndex[] = [];
  for (let i = 0; i < ledger.count; i++) if (ledger.sheet[i] === sheetNumber && rows.has(ledger.row[i])) found.push(i);
  return found;
}

function allocationsOf(allocations: Allocations, entry: EntryIndex): Allocation[] {
  const found: Allocation[] = [];
  for (let i = 0; i < allocations.count; i++) if (allocations.credit[i] === entry || allocations.debit[i] === entry) found.push(allocations.at(i));
  return found;
}

function matchHolding(matches: Matches, side: Side, entry: EntryIndex): Match | null {
  const { entries, starts } = matches[side];
  for (let match = 0; match < matches.count; match++) {
    for (let at = starts[match]; at < starts[match + 1]; at++) if (entries[at] === entry) return matches.at(match);
  }
  return null;
}

function traceView(result: Result, keys: EntryKeys, side: Side, entry: EntryIndex, language: Language): TraceView {
  const { books, reconciliation, settlement } = result;
  const match = matchHolding(reconciliation.matches, side, entry);
  const item = reconciliation.items.find((each) => each[side].includes(entry));
  const allocations = side === 'ours' ? allocationsOf(settlement.allocations, entry) : [];
  const open = side === 'ours' ? settlement.openItems.filter((each) => each.entry === entry) : [];
  return {
    line: lineView(books, side, entry),
    customer: books.customers[ledgerOf(books, side).customer[entry]].name,
    match: match ? matchReview(result, keys, match, language) : null,
    item: item ? { categoryText: say({ code: item.category }, language), text: say(item.explanation, language) } : null,
    settledBy: allocations.map((each) => ({
      line: lineView(books, 'ours', each.credit === entry ? each.debit : each.credit),
      amountMinor: each.amountMinor,
      ruleText: say({ code: `allocation.${each.rule}` }, language),
    })),
    openMinor: side === 'ours' ? open.reduce((sum, each) => sum + each.openMinor, 0) : null,
  };
}
