/**
 * What stays over becomes a reconciling item: which category, on whose side, who must act, in one sentence.
 * The rules are the trade's (why the books disagree): goods and money on their way, returns and deductions the
 * customer has booked and we have not credited, credits of ours they have not booked, transfers only one side
 * has, second bookings.
 */
import type { Message } from '../texts';
import { ENTRY_KINDS, type CustomerIndex, type EntryIndex, type EntryKind, type Side } from '../ledger/books';
import type { Desk } from './desk';
import { entriesOf, type Doc } from './doc';
import type { Category, ReconcilingItem } from './reconciliation';

type Actor = ReconcilingItem['actor'];

/** What the passes have learnt of a document that stays over. */
export interface Finding {
  readonly category: Category;
  readonly otherCustomer: CustomerIndex | null;
  /** For a second booking: the text of the document it repeats. */
  readonly repeats?: string;
}

const DEDUCTIONS: ReadonlySet<EntryKind> = new Set(['rebate', 'damage', 'advertising', 'promotion']);

/** The category of an entry that nothing on the other side answers. Amounts are in the sense of what the customer owes. */
function categoryOf(side: Side, kind: EntryKind, amountMinor: number): Category {
  if (kind === 'transfer') return 'transfer';
  if (kind === 'opening') return 'opening-difference';
  const credit = amountMinor < 0;
  if (side === 'ours') {
    if (credit) return 'credit-not-booked';
    return kind === 'invoice' || kind === 'exchange' ? 'in-transit-goods' : 'unexplained';
  }
  if (DEDUCTIONS.has(kind)) return credit ? 'deduction-not-credited' : 'unexplained';
  if (kind === 'payment') return credit ? 'in-transit-payment' : 'unexplained';
  if (credit && (kind === 'return' || kind === 'invoice' || kind === 'exchange')) return 'return-not-credited';
  return 'unexplained';
}

function actorOf(category: Category, side: Side | null): Actor {
  switch (category) {
    case 'in-transit-goods':
    case 'credit-not-booked':
      return 'them';
    case 'in-transit-payment':
    case 'return-not-credited':
    case 'deduction-not-credited':
      return 'us';
    case 'transfer':
      return side === 'ours' ? 'them' : 'us';
    case 'duplicate':
      return side === 'theirs' ? 'them' : 'us';
    case 'misposted':
      return 'us';
    default:
      return 'both';
  }
}

/** The item of what is left of one document. */
export function itemOfDoc(desk: Desk, doc: Doc, finding: Finding | undefined): ReconcilingItem {
  const kind = ENTRY_KINDS[desk.ledger(doc.side).kind[doc.entries[0]]];
  const category = finding?.category ?? categoryOf(doc.side, kind, doc.amountMinor);
  return {
    customer: desk.account.customer, currency: desk.currency, category, side: doc.side, amountMinor: doc.side === 'ours' ? doc.amountMinor : -doc.amountMinor,
    ours: doc.side === 'ours' ? entriesOf([doc]) : [], theirs: doc.side === 'theirs' ? entriesOf([doc]) : [],
    actor: actorOf(category, doc.side), explanation: explain(desk, doc, kind, category, finding), candidates: [], otherCustomer: finding?.otherCustomer ?? null,
  };
}

/** The item of a match whose sides are not equal. */
export function itemOfDifference(desk: Desk, ours: readonly EntryIndex[], theirs: readonly EntryIndex[], differenceMinor: number, opening: boolean): ReconcilingItem {
  const category = opening ? 'opening-difference' : 'amount-difference';
  const sum = (side: Side, entries: readonly EntryIndex[]) => entries.reduce((total, entry) => total + desk.ledger(side).amountMinor[entry], 0);
  const amount = (amountMinor: number) => ({ amountMinor, currency: desk.currency });
  const first = ours[0];
  const document = first === undefined ? '' : desk.books.texts.at(desk.ledger('ours').document[first]);
  const code = opening ? 'matching.item.opening-difference' : document ? 'matching.item.amount-difference' : 'matching.item.amount-difference-unnumbered';
  return {
    customer: desk.account.customer, currency: desk.currency, category, side: null, amountMinor: differenceMinor, ours, theirs, actor: 'both',
    explanation: { code, values: { document, ours: amount(sum('ours', ours)), theirs: amount(sum('theirs', theirs)), difference: amount(Math.abs(differenceMinor)) } },
    candidates: [], otherCustomer: null,
  };
}

function explain(desk: Desk, doc: Doc, kind: EntryKind, category: Category, finding: Finding | undefined): Message {
  const document = desk.books.texts.at(doc.document);
  const other = finding?.otherCustomer;
  const values = {
    amount: { amountMinor: Math.abs(doc.amountMinor), currency: desk.currency }, day: { day: doc.day }, kind: { term: kind }, document: document || '–',
    other: other === null || other === undefined ? '' : desk.books.customers[other].name, repeats: finding?.repeats ?? '',
  };
  const sided = category === 'duplicate' || category === 'transfer' || category === 'unexplained' || category === 'misposted';
  const withOther = category === 'transfer' && values.other ? '-with' : '';
  return { code: `matching.item.${category}${sided ? `-${doc.side}` : ''}${withOther}`, values };
}
