/** The reconciling items of one account: differences of matches first, then what no match holds. They sum to the account's difference. */
import type { MinorUnits } from '../units/units';
import { SIDES, type Side } from '../ledger/books';
import type { OpenAccount } from './accounts';
import type { Findings } from './across';
import { itemOfDifference, itemOfDoc } from './categories';
import type { Desk } from './desk';
import { otherSide, sameFamily, signOf, type Doc } from './doc';
import { notHeld } from './given';
import type { ReconcilingItem } from './reconciliation';
import { secondBookings } from './seconds';
import type { Work } from './work';

const CANDIDATES_SHOWN = 3;
/** Documents of other families or signs are passed over, up to so many. */
const LOOKED_AT_MAX = 1000;

export function itemsOf(work: Work, open: OpenAccount, findings: Findings): ReconcilingItem[] {
  const { desk, found } = work;
  const items: ReconcilingItem[] = [];
  for (const number of work.numbers) {
    const differenceMinor = found.differenceMinor[number];
    if (differenceMinor !== 0) items.push(itemOfDifference(desk, found.ours.at(number), found.theirs.at(number), differenceMinor, found.ruleOf(number) === 'opening'));
  }
  items.push(...loneOpenings(work, open));
  const seconds = secondBookings(desk);
  for (const side of SIDES) {
    const others = byAmount(desk, otherSide(side));
    for (const doc of desk.free(side)) {
      const item = itemOfDoc(desk, doc, findings.of(side, doc.entries[0]) ?? seconds.get(doc));
      items.push(item.category === 'unexplained' ? { ...item, candidates: nearestCandidates(others, doc) } : item);
    }
  }
  return items;
}

/** An opening that only one ledger prints. */
function loneOpenings(work: Work, open: OpenAccount): ReconcilingItem[] {
  const [ours, theirs] = [notHeld(work, 'ours', open.openings.ours), notHeld(work, 'theirs', open.openings.theirs)];
  if (ours.length + theirs.length === 0) return [];
  return [itemOfDifference(work.desk, ours, theirs, work.sumOfEntries('ours', ours) - work.sumOfEntries('theirs', theirs), true)];
}

/** Free documents of a side in the order of their amounts. */
function byAmount(desk: Desk, side: Side): Doc[] {
  return [...desk.free(side)].sort((a, b) => a.amountMinor - b.amountMinor || a.id - b.id);
}

/** What comes nearest in amount, of the other side's free documents in the order of their amounts. */
function nearestCandidates(others: readonly Doc[], doc: Doc): ReconcilingItem['candidates'] {
  const off = (other: Doc) => Math.abs(other.amountMinor - doc.amountMinor);
  const middle = firstFrom(others, doc.amountMinor);
  const near = [...upward(others, doc, middle), ...downward(others, doc, middle)];
  return near.sort((a, b) => off(a) - off(b) || a.id - b.id).slice(0, CANDIDATES_SHOWN).map((other) => {
    const [ours, theirs] = doc.side === 'ours' ? [doc, other] : [other, doc];
    return { ours: [...ours.entries], theirs: [...theirs.entries], differenceMinor: ours.amountMinor - theirs.amountMinor };
  });
}

/** As many as are shown, from a place on. */
function upward(others: readonly Doc[], doc: Doc, from: number, to = others.length): Doc[] {
  const found: Doc[] = [];
  for (let at = from; at < Math.min(to, from + LOOKED_AT_MAX) && found.length < CANDIDATES_SHOWN; at++) if (sameSort(doc, others[at])) found.push(others[at]);
  return found;
}

/** As many as are shown, from below a place down; of equal amounts the first ones. */
function downward(others: readonly Doc[], doc: Doc, below: number): Doc[] {
  const found: Doc[] = [];
  for (let end = below; end > Math.max(0, below - LOOKED_AT_MAX) && found.length < CANDIDATES_SHOWN; ) {
    const start = firstFrom(others, others[end - 1].amountMinor);
    found.push(...upward(others, doc, start, end));
    end = start;
  }
  return found;
}

const sameSort = (a: Doc, b: Doc): boolean => sameFamily(a, b) && signOf(a.amountMinor) === signOf(b.amountMinor);

/** Position of the first document of at least this amount. */
function firstFrom(docs: readonly Doc[], amountMinor: MinorUnits): number {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle].amountMinor < amountMinor) low = middle + 1;
    else high = middle;
  }
  return low;
}
