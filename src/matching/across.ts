/**
 * Findings across accounts: receipts and deliveries posted to the wrong customer, and transfers followed to the
 * customer that the goods came from or went to. Such papers stay unmatched on both accounts; the finding tells
 * the items what they are and whose.
 */
import { SIDES, type Books, type CustomerIndex, type Side } from '../ledger/books';
import type { Finding } from './categories';
import type { Desk } from './desk';
import { isFree, sameFamily, type Doc } from './doc';
import { names } from './evidence';
import { samePrefix } from './readings';
import type { Work } from './work';

export type Findings = ReadonlyMap<Doc, Finding>;

/** Coincidences up to which an equal amount on two accounts is called misposted. */
const CHANCE_MAX = 0.01;
/** Pairs of one amount that are compared one by one, at most. */
const PAIRS_MAX = 2500;

interface Placed {
  readonly doc: Doc;
  readonly work: Work;
}

export function findAcross(books: Books, works: readonly Work[]): Findings {
  const findings = new Map<Doc, Finding>();
  findTransfers(books, works, findings);
  findMisposted(works, findings);
  return findings;
}

const customerOf = (placed: Placed): CustomerIndex => placed.work.desk.account.customer;

function freeDocs(works: readonly Work[], side: Side): Placed[] {
  return works.flatMap((work) => work.desk.free(side).map((doc) => ({ doc, work })));
}

/** A transfer stands on two accounts of ours under one number; where the number is gone, the memo says with whom. */
function findTransfers(books: Books, works: readonly Work[], findings: Map<Doc, Finding>): void {
  const byNumber = new Map<number, Placed[]>();
  for (const work of works) for (const doc of work.desk.transfers) if (doc.numbers.length > 0) pushTo(byNumber, doc.numbers[0].digits, { doc, work });
  for (const side of SIDES) {
    for (const placed of freeDocs(works, side)) {
      const { doc, work } = placed;
      const digits = side === 'ours' ? doc.numbers.slice(0, 1) : doc.naming.numbers;
      const partners = digits.flatMap((number) => (byNumber.get(number.digits) ?? []).filter((other) => samePrefix(number.prefix, other.doc.numbers[0].prefix)));
      if (side === 'ours' ? !work.desk.isTransfer(doc) : partners.length === 0 && !work.desk.isTransfer(doc)) continue;
      const partner = partners.find((other) => customerOf(other) !== customerOf(placed));
      findings.set(doc, { category: 'transfer', otherCustomer: partner ? customerOf(partner) : namedInMemo(books, work.desk, doc) });
    }
  }
}

function namedInMemo(books: Books, desk: Desk, doc: Doc): CustomerIndex | null {
  const memo = books.texts.at(desk.ledger(doc.side).memo[doc.entries[0]]);
  const found = memo ? books.customers.findIndex((customer, at) => at !== desk.account.customer && customer.name !== '' && memo.includes(customer.name)) : -1;
  return found < 0 ? null : found;
}

/** One of ours on one account and one of theirs on another, same amount and time, and neither has another to go to. */
function findMisposted(works: readonly Work[], findings: Map<Doc, Finding>): void {
  const ours = groupBy(freeDocs(works, 'ours').filter(({ doc }) => !findings.has(doc)), amountKey);
  const theirs = groupBy(freeDocs(works, 'theirs').filter(({ doc }) => !findings.has(doc)), amountKey);
  for (const [amount, group] of ours) {
    for (const [placed, other] of lonePairs(group, theirs.get(amount) ?? [])) {
      findings.set(placed.doc, { category: 'misposted', otherCustomer: customerOf(other) });
      findings.set(other.doc, { category: 'misposted', otherCustomer: customerOf(placed) });
    }
  }
}

/** Pairs of which each is the only one that the other could be. */
function lonePairs(ours: readonly Placed[], theirs: readonly Placed[]): (readonly [Placed, Placed])[] {
  const isCrowded = ours.length * theirs.length > PAIRS_MAX;
  const byDigits = isCrowded ? withDigits(theirs) : null;
  const claims = new Map<Doc, number>();
  const fits = ours.map((our) => {
    const others = (byDigits ? sharingDigits(our, byDigits) : theirs).filter((their) => isPlausible(our, their));
    for (const { doc } of others) claims.set(doc, (claims.get(doc) ?? 0) + 1);
    return { our, others };
  });
  return fits.filter(({ others }) => others.length === 1 && claims.get(others[0].doc) === 1).map(({ our, others }) => [our, others[0]] as const);
}

/** An amount that stands over on so many papers tells nothing of where one belongs: only a number does. */
function withDigits(placed: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const byDigits = new Map<number, Placed[]>();
  for (const each of placed) for (const digits of digitsOf(each.doc)) pushTo(byDigits, digits, each);
  return byDigits;
}

function sharingDigits({ doc }: Placed, byDigits: ReadonlyMap<number, readonly Placed[]>): Placed[] {
  return [...new Set([...digitsOf(doc)].flatMap((digits) => byDigits.get(digits) ?? []))];
}

const digitsOf = (doc: Doc): ReadonlySet<number> => new Set([...doc.numbers, ...doc.naming.numbers].map((number) => number.digits));

const amountKey = ({ doc, work }: Placed): string => `${work.desk.account.currency} ${doc.amountMinor}`;

function isPlausible(our: Placed, their: Placed): boolean {
  if (customerOf(our) === customerOf(their) || !isFree(our.doc) || !isFree(their.doc) || !sameFamily(our.doc, their.doc)) return false;
  const named = names(our.doc, their.doc) || names(their.doc, our.doc);
  if (named) return true;
  // Goods go astray with their papers: without a number only money is looked for elsewhere.
  if (our.doc.family !== 'money' || their.work.clocks.lagDensity(our.doc, their.doc) <= 0) return false;
  const frequency = Math.max(our.work.amounts.frequency(our.doc.amountMinor, our.doc.family), their.work.amounts.frequency(our.doc.amountMinor, our.doc.family));
  return frequency <= CHANCE_MAX;
}

function groupBy(placed: readonly Placed[], keyOf: (placed: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) pushTo(groups, keyOf(each), each);
  return groups;
}

function pushTo<Key>(groups: Map<Key, Placed[]>, key: Key, placed: Placed): void {
  const group = groups.get(key);
  if (group) group.push(placed);
  else groups.set(key, [placed]);
}
