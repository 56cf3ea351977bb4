/** Small ledgers as an accountant writes them: days as ISO text, amounts in major units. */
import { NO_ANNOTATIONS, type Annotations } from '../../src/annotations/annotations';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import type { Books, Term } from '../../src/ledger/books';
import { MatchColumns } from '../../src/matching/match-columns';
import type { Reconciliation } from '../../src/matching/reconciliation';
import { settle } from '../../src/settlement/settle';
import type { Settlement } from '../../src/settlement/settlement';
import { formatIsoDay, parseIsoDay } from '../../src/units/day';
import type { DaySerial } from '../../src/units/units';

export const NO_RECONCILIATION: Reconciliation = { accounts: [], matches: MatchColumns.from([]), items: [], limits: [] };

export function day(iso: string): DaySerial {
  const serial = parseIsoDay(iso);
  if (serial === null) throw new Error(`No such day: ${iso}`);
  return serial;
}

export type Line = Omit<Partial<CaseLine>, 'day' | 'amountMinor' | 'dueDay'> & { readonly due?: string };

/** A line of ours; a positive amount is an invoice and a negative one a payment unless `kind` says otherwise. */
export function line(iso: string, document: string, amount: number, more: Line = {}): CaseLine {
  const { due, ...rest } = more;
  return { day: day(iso), document, amountMinor: Math.round(amount * 100), dueDay: due ? day(due) : undefined, ...rest };
}

export function term(rule: Term['rule'], productClass = '', customer: number | null = null): Term {
  return { customer, productClass, rule, sheet: 'terms', row: 1 };
}

export interface Given {
  readonly asOf?: string;
  readonly reconciliation?: Reconciliation;
  readonly annotations?: Partial<Annotations>;
  readonly books?: Partial<Books>;
}

export function booksOf(lines: readonly CaseLine[], given: Given = {}): Books {
  return booksFromLines(lines, given.books);
}

export function settled(lines: readonly CaseLine[], given: Given = {}): { readonly books: Books; readonly settlement: Settlement } {
  const books = booksOf(lines, given);
  const settlement = settle(books, {
    asOf: given.asOf ? day(given.asOf) : books.latestDay,
    reconciliation: given.reconciliation ?? NO_RECONCILIATION,
    annotations: { ...NO_ANNOTATIONS, ...given.annotations },
    settings: { defaultTermDays: 30 },
  });
  return { books, settlement };
}

/** `XS-1 60.00 due 2026-02-09`, on account as `SK-1 -10.00 on account`; in the order of the books. */
export function openOf(lines: readonly CaseLine[], given: Given = {}): string[] {
  const { books, settlement } = settled(lines, given);
  return settlement.openItems.map((item) => {
    const name = books.texts.at(books.ours.document[item.entry]);
    const when = item.onAccount ? 'on account' : item.dueDay === null ? 'not due' : `due ${formatIsoDay(item.dueDay)}`;
    return `${name} ${(item.openMinor / 100).toFixed(2)} ${when}`;
  });
}

/** `SK-1 → XS-1 40.00 named-document`, with ` by policy` where policy decided. */
export function allocationsOf(lines: readonly CaseLine[], given: Given = {}): string[] {
  const { books, settlement } = settled(lines, given);
  const name = (entry: number) => books.texts.at(books.ours.document[entry]);
  return Array.from(settlement.allocations, (a) => `${name(a.credit)} → ${name(a.debit)} ${(a.amountMinor / 100).toFixed(2)} ${a.rule}${a.byPolicy ? ' by policy' : ''}`);
}
