/** Passes that need no search: what people have decided, and opening balance against opening balance. */
import type { DaySerial } from '../units/units';
import type { MatchDecision } from '../annotations/annotations';
import { ledgerOf, SIDES, type Books, type EntryIndex, type Side } from '../ledger/books';
import { EntryKeys } from '../ledger/entry-keys';
import { accountKey, type OpenAccount } from './accounts';
import type { Doc } from './doc';
import { Said } from './told';
import type { Decided, Work } from './work';

/** The decisions by account. One whose entries are gone, lie after the day, or belong to several accounts is left out. */
export function decidedByAccount(books: Books, asOf: DaySerial, decisions: readonly MatchDecision[]): ReadonlyMap<number, readonly Decided[]> {
  const byAccount = new Map<number, Decided[]>();
  if (decisions.length === 0) return byAccount;
  const keys = EntryKeys.of(books);
  for (const { ourKeys, theirKeys, decision, note } of decisions) {
    const ours = entriesByKey(keys, 'ours', ourKeys);
    const theirs = entriesByKey(keys, 'theirs', theirKeys);
    if (!ours || !theirs || ours.length + theirs.length === 0) continue;
    const accounts = new Set([...accountsOf(books, 'ours', ours), ...accountsOf(books, 'theirs', theirs)]);
    const counts = SIDES.every((side) => (side === 'ours' ? ours : theirs).every((entry) => ledgerOf(books, side).day[entry] <= asOf));
    if (accounts.size !== 1 || !counts) continue;
    const [account] = accounts;
    byAccount.set(account, [...(byAccount.get(account) ?? []), { ours, theirs, decision, note }]);
  }
  return byAccount;
}

/** `null` where one of them is gone. */
function entriesByKey(keys: EntryKeys, side: Side, wanted: readonly string[]): EntryIndex[] | null {
  const found = wanted.map((key) => keys.find(side, key));
  return found.every((entry) => entry !== undefined) ? (found as EntryIndex[]).sort((a, b) => a - b) : null;
}

const accountsOf = (books: Books, side: Side, entries: readonly EntryIndex[]): number[] => entries.map((entry) => accountKey(books, side, entry));

/** Accepted decisions come first and hold against everything; of two that claim one entry the first holds. */
export function applyDecisions(work: Work): void {
  const held = { ours: new Set<EntryIndex>(), theirs: new Set<EntryIndex>() };
  for (const { ours, theirs, decision, note } of work.decisions) {
    if (decision === 'rejected' || ours.some((entry) => held.ours.has(entry)) || theirs.some((entry) => held.theirs.has(entry))) continue;
    ours.forEach((entry) => held.ours.add(entry));
    theirs.forEach((entry) => held.theirs.add(entry));
    const match = work.settleEntries(ours, theirs, 'manual', new Said([note ? { code: 'matching.decided-with-note', values: { note } } : { code: 'matching.decided' }]));
    const taken = { ours: new Set(ours), theirs: new Set(theirs) };
    for (const side of SIDES) for (const doc of work.desk.docs[side]) if (doc.entries.some((entry) => taken[side].has(entry))) take(work, doc, taken[side], match);
  }
}

/** The rest of the document stays free: people may tie single lines. */
function take(work: Work, doc: Doc, entries: ReadonlySet<EntryIndex>, match: Doc['match']): void {
  doc.match = match;
  doc.entries = doc.entries.filter((entry) => !entries.has(entry));
  doc.amountMinor = work.sumOfEntries(doc.side, doc.entries);
}

/** The opening lines of both sides are one match, equal or not: the difference is an item of its own. */
export function settleOpenings(work: Work, { openings }: OpenAccount): void {
  const [ours, theirs] = [notHeld(work, 'ours', openings.ours), notHeld(work, 'theirs', openings.theirs)];
  if (ours.length > 0 && theirs.length > 0) work.settleEntries(ours, theirs, 'opening', new Said([{ code: 'matching.opening' }]));
}

/** Openings that no match holds. */
export function notHeld(work: Work, side: Side, openings: readonly EntryIndex[]): readonly EntryIndex[] {
  if (openings.length === 0) return openings;
  const held = new Set(work.numbers.flatMap((number) => work.found[side].at(number)));
  return openings.filter((entry) => !held.has(entry));
}
