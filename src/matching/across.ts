/**
 * Findings across accounts: receipts and deliveries posted to the wrong customer, and transfers followed to the
 * customer that the goods came from or went to. Such papers stay unmatched on both accounts; the finding tells
 * the items what they are and whose.
 */
import { SIDES, type Books, type CustomerIndex, type EntryIndex, type Side } from '../ledger/books';
import type { Finding } from './categories';
import { sameFamily } from './doc';
import { names } from './evidence';
import type { Leftovers, Paper } from './leftovers';
import { linesOf } from './lines';
import { samePrefix } from './readings';

/** Coincidences up to which an equal amount on two accounts is called misposted. */
const CHANCE_MAX = 0.01;
/** Pairs of one amount that are compared one by one, at most. */
const PAIRS_MAX = 2500;

interface Placed {
  readonly paper: Paper;
  readonly on: Leftovers;
}

/** What was found, by the first entry that is left of a document. */
export class Findings {
  constructor(private readonly customers: Books['customers']) {}

  private readonly sides: Readonly<Record<Side, Map<EntryIndex, Finding>>> = { ours: new Map(), theirs: new Map() };

  of(side: Side, entry: EntryIndex | null): Finding | undefined {
    return entry === null ? undefined : this.sides[side].get(entry);
  }

  /** What was found of an account's leftovers, in words that hold while rows and customers are numbered anew. */
  toldOf({ ours, theirs }: Leftovers): string {
    const told = [...ours, ...theirs].flatMap(({ side, entry }, at) => {
      const finding = this.of(side, entry);
      return finding ? [[at, finding.category, finding.otherCustomer === null ? null : this.customers[finding.otherCustomer].name]] : [];
    });
    return JSON.stringify(told);
  }

  add({ side, entry }: Paper, finding: Finding): void {
    if (entry !== null) this.sides[side].set(entry, finding);
  }
}

export function findAcross(books: Books, accounts: readonly Leftovers[]): Findings {
  const findings = new Findings(books.customers);
  findTransfers(books, accounts, findings);
  findMisposted(accounts, findings);
  return findings;
}

const customerOf = (placed: Placed): CustomerIndex => placed.on.customer;

function openPapers(accounts: readonly Leftovers[], side: Side): Placed[] {
  return accounts.flatMap((on) => on[side].map((paper) => ({ paper, on })));
}

/** A transfer stands on two accounts of ours under one number; where the number is gone, the memo says with whom. */
function findTransfers(books: Books, accounts: readonly Leftovers[], findings: Findings): void {
  const byNumber = new Map<number, Placed[]>();
  for (const on of accounts) for (const paper of on.transfers) if (paper.numbers.length > 0) pushTo(byNumber, paper.numbers[0].digits, { paper, on });
  for (const side of SIDES) {
    for (const placed of openPapers(accounts, side)) {
      const { paper } = placed;
      const digits = side === 'ours' ? paper.numbers.slice(0, 1) : paper.naming.numbers;
      const partners = digits.flatMap((number) => (byNumber.get(number.digits) ?? []).filter((other) => samePrefix(number.prefix, other.paper.numbers[0].prefix)));
      if (!paper.isTransfer && (side === 'ours' || partners.length === 0)) continue;
      const partner = partners.find((other) => customerOf(other) !== customerOf(placed));
      findings.add(paper, { category: 'transfer', otherCustomer: partner ? customerOf(partner) : namedInMemo(books, placed) });
    }
  }
}

/** The other customer with the longest name in the memo: `宏图` stands in `宏图家电` too, be that another customer's name or the account's own. */
function namedInMemo(books: Books, { paper: { side, entry }, on }: Placed): CustomerIndex | null {
  const { customers } = books;
  const memo = entry === null ? '' : books.texts.at(linesOf(books, side).memo[entry]);
  if (memo === '') return null;
  const own = memo.includes(customers[on.customer].name) ? customers[on.customer].name : '';
  let longest: CustomerIndex | null = null;
  customers.forEach(({ name }, at) => {
    if (name.length > (longest === null ? 0 : customers[longest].name.length) && !own.includes(name) && memo.includes(name)) longest = at;
  });
  return longest;
}

/** One of ours on one account and one of theirs on another, same amount and time, and neither has another to go to. */
function findMisposted(accounts: readonly Leftovers[], findings: Findings): void {
  const isUnknown = ({ paper: { side, entry } }: Placed) => !findings.of(side, entry);
  const ours = groupBy(openPapers(accounts, 'ours').filter(isUnknown), amountKey);
  const theirs = groupBy(openPapers(accounts, 'theirs').filter(isUnknown), amountKey);
  for (const [amount, group] of ours) {
    for (const [placed, other] of lonePairs(group, theirs.get(amount) ?? [])) {
      findings.add(placed.paper, { category: 'misposted', otherCustomer: customerOf(other) });
      findings.add(other.paper, { category: 'misposted', otherCustomer: customerOf(placed) });
    }
  }
}

/** Pairs of which each is the only one that the other could be. */
function lonePairs(ours: readonly Placed[], theirs: readonly Placed[]): (readonly [Placed, Placed])[] {
  const isCrowded = ours.length * theirs.length > PAIRS_MAX;
  const byDigits = isCrowded ? withDigits(theirs) : null;
  const claims = new Map<Paper, number>();
  const fits = ours.map((our) => {
    const others = (byDigits ? sharingDigits(our, byDigits) : theirs).filter((their) => isPlausible(our, their));
    for (const { paper } of others) claims.set(paper, (claims.get(paper) ?? 0) + 1);
    return { our, others };
  });
  return fits.filter(({ others }) => others.length === 1 && claims.get(others[0].paper) === 1).map(({ our, others }) => [our, others[0]] as const);
}

/** An amount that stands over on so many papers tells nothing of where one belongs: only a number does. */
function withDigits(placed: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const byDigits = new Map<number, Placed[]>();
  for (const each of placed) for (const digits of digitsOf(each.paper)) pushTo(byDigits, digits, each);
  return byDigits;
}

function sharingDigits({ paper }: Placed, byDigits: ReadonlyMap<number, readonly Placed[]>): Placed[] {
  return [...new Set([...digitsOf(paper)].flatMap((digits) => byDigits.get(digits) ?? []))];
}

const digitsOf = ({ numbers, naming }: Paper): ReadonlySet<number> => new Set([...numbers, ...naming.numbers].map((number) => number.digits));

const amountKey = ({ paper, on }: Placed): string => `${on.currency} ${paper.amountMinor}`;

function isPlausible(our: Placed, their: Placed): boolean {
  if (customerOf(our) === customerOf(their) || !sameFamily(our.paper, their.paper)) return false;
  if (names(our.paper, their.paper) || names(their.paper, our.paper)) return true;
  // Goods go astray with their papers: without a number only money is looked for elsewhere.
  const { amountMinor, family } = our.paper;
  const [ourHabits, theirHabits] = [our.on.habits, their.on.habits];
  if (family !== 'money' || !ourHabits || !theirHabits || theirHabits.clocks.lagDensity(our.paper, their.paper) <= 0) return false;
  return Math.max(ourHabits.amounts.frequency(amountMinor, family), theirHabits.amounts.frequency(amountMinor, family)) <= CHANCE_MAX;
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
