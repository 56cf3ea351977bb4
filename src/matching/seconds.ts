/**
 * Second bookings. A line that stays over, names a document that is already matched in full, and repeats its
 * amount or that of one of its lines, is that document booked twice. A genuine repeat (the same goods at the
 * same price a week later) has a document of its own and is matched with it.
 */
import type { EntryIndex, Side } from '../ledger/books';
import type { Finding } from './categories';
import type { Desk } from './desk';
import { isFree, otherSide, type Doc } from './doc';
import { samePrefix } from './readings';

export function secondBookings(desk: Desk): ReadonlyMap<Doc, Finding> {
  const found = new Map<Doc, Finding>();
  for (const side of ['ours', 'theirs'] as const) {
    for (const doc of desk.free(side)) {
      const repeats = repeatedDocument(desk, doc) ?? repeatedNumber(desk, doc);
      if (repeats) found.set(doc, { category: 'duplicate', otherCustomer: null, repeats });
    }
  }
  return found;
}

/** The other side's document that it names, where that is matched and has the same amount, whole or in a line. */
function repeatedDocument(desk: Desk, doc: Doc): string | null {
  const side = otherSide(doc.side);
  for (const number of doc.naming.numbers) {
    for (const named of desk.withDigits(side, number.digits)) {
      const { match } = named;
      if (!match || isFree(named) || !samePrefix(named.numbers[0].prefix, number.prefix)) continue;
      if (repeatsAmount(desk, doc, side, match[side]) || repeatsAmount(desk, doc, doc.side, match[doc.side])) return firstText(desk, side, match[side]);
    }
  }
  return null;
}

/** The same number on the same side with the same amount, already matched. */
function repeatedNumber(desk: Desk, doc: Doc): string | null {
  for (const number of doc.numbers.slice(0, 1)) {
    for (const same of desk.withDigits(doc.side, number.digits)) {
      const { match } = same;
      if (same === doc || !match || same.numbers[0].prefix !== number.prefix || same.family !== doc.family) continue;
      if (repeatsAmount(desk, doc, doc.side, match[doc.side])) return firstText(desk, doc.side, match[doc.side]);
    }
  }
  return null;
}

function repeatsAmount(desk: Desk, doc: Doc, side: Side, entries: readonly EntryIndex[]): boolean {
  const amounts = entries.map((entry) => desk.ledger(side).amountMinor[entry]);
  return amounts.includes(doc.amountMinor) || amounts.reduce((sum, amount) => sum + amount, 0) === doc.amountMinor;
}

function firstText(desk: Desk, side: Side, entries: readonly EntryIndex[]): string {
  return entries.length ? desk.books.texts.at(desk.ledger(side).document[entries[0]]) : '';
}
