/** Passes that need no search: what people have decided, and opening balance against opening balance. */
import type { MatchDecision } from '../annotations/annotations';
import type { EntryIndex, Side } from '../ledger/books';
import type { EntryKeys } from '../ledger/entry-keys';
import type { OpenAccount } from './accounts';
import type { Work } from './work';

/** Accepted decisions come first and hold against everything. One whose entries are gone, or belong elsewhere, is left out. */
export function applyDecisions(work: Work, open: OpenAccount, decisions: readonly MatchDecision[], keys: EntryKeys): void {
  const counted = { ours: new Set([...open.entries.ours, ...open.openings.ours]), theirs: new Set([...open.entries.theirs, ...open.openings.theirs]) };
  const held = { ours: new Set<EntryIndex>(), theirs: new Set<EntryIndex>() };
  for (const decision of decisions) {
    if (decision.decision !== 'accepted') continue;
    const ours = entriesByKey(keys, 'ours', decision.ourKeys);
    const theirs = entriesByKey(keys, 'theirs', decision.theirKeys);
    if (!ours || !theirs || ours.length + theirs.length === 0) continue;
    if ([...ours].some((entry) => !counted.ours.has(entry) || held.ours.has(entry))) continue;
    if ([...theirs].some((entry) => !counted.theirs.has(entry) || held.theirs.has(entry))) continue;
    ours.forEach((entry) => held.ours.add(entry));
    theirs.forEach((entry) => held.theirs.add(entry));
    const evidence = [decision.note ? { code: 'matching.decided-with-note', values: { note: decision.note } } : { code: 'matching.decided' }];
    work.hold({ ours, theirs, status: 'confirmed', rule: 'manual', confidence: 1, evidence, alternatives: [], decision: 'accepted' }, [...work.desk.docs.ours, ...work.desk.docs.theirs]);
  }
}

/** `null` where one of them is gone. */
function entriesByKey(keys: EntryKeys, side: Side, wanted: readonly string[]): EntryIndex[] | null {
  const found = wanted.map((key) => keys.find(side, key));
  return found.every((entry) => entry !== undefined) ? (found as EntryIndex[]).sort((a, b) => a - b) : null;
}

/** The opening lines of both sides are one match, equal or not: the difference is an item of its own. */
export function settleOpenings(work: Work, open: OpenAccount): void {
  const held = new Set(work.drafts.flatMap((draft) => draft.ours));
  const heldTheirs = new Set(work.drafts.flatMap((draft) => draft.theirs));
  const ours = open.openings.ours.filter((entry) => !held.has(entry));
  const theirs = open.openings.theirs.filter((entry) => !heldTheirs.has(entry));
  if (ours.length === 0 || theirs.length === 0 || work.rejections.refuses(ours, theirs)) return;
  work.hold({ ours, theirs, status: 'confirmed', rule: 'opening', confidence: 1, evidence: [{ code: 'matching.opening' }], alternatives: [], decision: null }, []);
}
