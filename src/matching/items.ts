/** The reconciling items of one account: differences of matches first, then what no match holds. They sum to the account's difference. */
import { SIDES, type EntryIndex } from '../ledger/books';
import type { OpenAccount } from './accounts';
import type { Findings } from './across';
import { itemOfDifference, itemOfDoc } from './categories';
import { isFree, otherSide, sameFamily, signOf, type Desk, type Doc } from './desk';
import type { ReconcilingItem } from './reconciliation';
import { secondBookings } from './seconds';
import type { Work } from './work';

const CANDIDATES_SHOWN = 3;

export function itemsOf(work: Work, open: OpenAccount, findings: Findings): ReconcilingItem[] {
  const { desk } = work;
  const sum = (side: 'ours' | 'theirs', entries: readonly EntryIndex[]) => entries.reduce((total, entry) => total + desk.ledger(side).amountMinor[entry], 0);
  const items: ReconcilingItem[] = [];
  for (const draft of work.drafts) {
    const difference = sum('ours', draft.ours) - sum('theirs', draft.theirs);
    if (difference !== 0) items.push(itemOfDifference(desk, draft.ours, draft.theirs, difference, draft.rule === 'opening'));
  }
  items.push(...loneOpenings(work, open));
  const seconds = secondBookings(work);
  for (const side of SIDES) {
    for (const doc of desk.docs[side]) {
      if (!isFree(doc)) continue;
      const item = itemOfDoc(desk, doc, findings.get(doc) ?? seconds.get(doc), []);
      items.push(item.category === 'unexplained' ? { ...item, candidates: nearestCandidates(desk, doc) } : item);
    }
  }
  return items;
}

/** An opening that only one ledger prints. */
function loneOpenings(work: Work, open: OpenAccount): ReconcilingItem[] {
  const { desk } = work;
  const held = { ours: new Set(work.drafts.flatMap((draft) => draft.ours)), theirs: new Set(work.drafts.flatMap((draft) => draft.theirs)) };
  const ours = open.openings.ours.filter((entry) => !held.ours.has(entry));
  const theirs = open.openings.theirs.filter((entry) => !held.theirs.has(entry));
  if (ours.length + theirs.length === 0) return [];
  const total = (side: 'ours' | 'theirs', entries: readonly EntryIndex[]) => entries.reduce((sum, entry) => sum + desk.ledger(side).amountMinor[entry], 0);
  return [itemOfDifference(desk, ours, theirs, total('ours', ours) - total('theirs', theirs), true)];
}

/** What on the other side comes nearest in amount, of what is still open there. */
function nearestCandidates(desk: Desk, doc: Doc): ReconcilingItem['candidates'] {
  const others = desk.docs[otherSide(doc.side)].filter((other) => isFree(other) && sameFamily(doc, other) && signOf(other.amountMinor) === signOf(doc.amountMinor));
  const off = (other: Doc) => Math.abs(other.amountMinor - doc.amountMinor);
  return others.sort((a, b) => off(a) - off(b) || a.id - b.id).slice(0, CANDIDATES_SHOWN).map((other) => {
    const [ours, theirs] = doc.side === 'ours' ? [doc, other] : [other, doc];
    return { ours: [...ours.entries], theirs: [...theirs.entries], differenceMinor: ours.amountMinor - theirs.amountMinor };
  });
}
