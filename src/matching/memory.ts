/**
 * What matching keeps from one run to the next, so that a run after small edits redoes only the accounts that
 * changed. An account is taken from memory where its lines, the decisions on it and the settings are what they
 * were, and what its leftovers are found to be on other accounts as well; its rows may have moved. Lines are
 * compared, not digests of them: a match is never taken over from lines that merely look alike.
 */
import type { Message } from '../texts';
import { SIDES, type Books, type CustomerIndex, type EntryIndex, type Side } from '../ledger/books';
import type { OpenAccount } from './accounts';
import type { Leftovers, Paper } from './leftovers';
import { COLUMNS, linesOf } from './lines';
import type { AccountMatches, FoundMatch, MatchColumns } from './match-columns';
import { TextReadings } from './readings';
import type { MatchingSettings, ReconcilingItem } from './reconciliation';
import { ascend } from './sorting';
import type { Decided } from './work';

/** All that has a say in the matching of one account, beside the settings and what other accounts left over. */
export interface AccountFacts {
  readonly open: OpenAccount;
  /** What people have said of it. */
  readonly decisions: readonly Decided[];
}

/** What the matching of one account came to. */
export interface Remembered {
  readonly facts: AccountFacts;
  readonly leftovers: Leftovers;
  /** What the leftovers were found to be on other accounts. */
  readonly told: string;
  readonly matches: AccountMatches;
  readonly items: readonly ReconcilingItem[];
  readonly limits: readonly Message[];
  /** True where it was taken over from the run before. */
  readonly isRecalled: boolean;
}

/** Of one workbook, whose texts keep their numbers from run to run. */
export class MatchMemory {
  private last: Books | null = null;
  private settings = '';
  private readings: TextReadings | null = null;
  private accounts = new Map<string, Remembered>();
  private change: Change | null = null;
  /** Accounts that the last run had to match, because they are new or something about them has changed. */
  rematchedCount = 0;

  /** A new run begins. Returns the readings of texts, which all runs share. */
  begin(books: Books, settings: MatchingSettings): TextReadings {
    const settingsText = JSON.stringify(settings);
    if (this.readings?.texts !== books.texts) this.readings = null;
    if (!this.readings || this.settings !== settingsText) this.last = null;
    this.settings = settingsText;
    this.change = this.last && new Change(this.last, books);
    return (this.readings ??= new TextReadings(books.texts));
  }

  /**
   * What is remembered of an account, at its place in the books of now; `null` where it is new or something about it has changed.
   * @param found takes matches whose entries stand elsewhere now
   */
  recall(facts: AccountFacts, found: MatchColumns): Remembered | null {
    const remembered = this.change && this.accounts.get(this.change.nameOf(facts.open));
    if (!this.change || !remembered) return null;
    const moved = this.change.movedAccount(remembered.facts.open, facts.open);
    if (!moved || JSON.stringify(moved.decisions(remembered.facts.decisions)) !== JSON.stringify(facts.decisions)) return null;
    return moved.remembered(remembered, facts, found);
  }

  /** Keeps what a whole run has come to. */
  keep(books: Books, accounts: readonly Remembered[]): void {
    this.last = books;
    this.change = null;
    this.rematchedCount = accounts.filter((each) => !each.isRecalled).length;
    this.accounts = new Map(accounts.map((each) => [nameOf(books, each.facts.open), each]));
  }
}

/** Customers may be numbered anew. */
const nameOf = ({ customers }: Books, { account: { customer, currency } }: OpenAccount): string => `${currency} ${customers[customer].name}`;

/** From the books of the run before to those of now. */
class Change {
  /** Number of now by number of then; `null` where all are numbered as they were. */
  private readonly customers: readonly (CustomerIndex | undefined)[] | null;

  constructor(
    private readonly before: Books,
    private readonly now: Books,
  ) {
    const numbers = new Map(now.customers.map(({ name }, at) => [name, at]));
    const customers = before.customers.map(({ name }) => numbers.get(name));
    this.customers = customers.every((number, at) => number === at) ? null : customers;
  }

  nameOf(open: OpenAccount): string {
    return nameOf(this.now, open);
  }

  /** `null` where lines of the account came, went or say something else. */
  movedAccount(from: OpenAccount, to: OpenAccount): MovedAccount | null {
    const isSame = SIDES.every((side) => this.saysTheSame(side, from.entries[side], to.entries[side]) && this.saysTheSame(side, from.openings[side], to.openings[side]));
    return isSame ? new MovedAccount(from, to, this.customers) : null;
  }

  private saysTheSame(side: Side, from: ArrayLike<EntryIndex>, to: ArrayLike<EntryIndex>): boolean {
    if (from.length !== to.length) return false;
    const [before, now] = [linesOf(this.before, side), linesOf(this.now, side)];
    return COLUMNS.every((name) => {
      const [old, current] = [before[name], now[name]];
      for (let at = 0; at < from.length; at++) if (!Object.is(old[from[at]], current[to[at]])) return false;
      return true;
    });
  }
}

/** An account whose lines say what they said, though rows and customers may be numbered anew. */
class MovedAccount {
  private readonly customer: CustomerIndex;
  private readonly entries: Readonly<Record<Side, ReadonlyMap<EntryIndex, EntryIndex> | null>>;
  private readonly isUnmoved: boolean;

  constructor(
    from: OpenAccount,
    to: OpenAccount,
    private readonly customers: readonly (CustomerIndex | undefined)[] | null,
  ) {
    const entriesOf = (side: Side) => newPlaces([from.entries[side], from.openings[side]], [to.entries[side], to.openings[side]]);
    this.customer = to.account.customer;
    this.entries = { ours: entriesOf('ours'), theirs: entriesOf('theirs') };
    this.isUnmoved = !customers && !this.entries.ours && !this.entries.theirs;
  }

  decisions(decisions: readonly Decided[]): readonly Decided[] {
    return decisions.map((each) => ({ ...each, ...this.sides(each) }));
  }

  remembered(remembered: Remembered, facts: AccountFacts, found: MatchColumns): Remembered {
    if (this.isUnmoved) return { ...remembered, facts, isRecalled: true };
    const { leftovers, told, matches, items, limits } = remembered;
    const papers = (list: readonly Paper[]) => list.map((paper) => (paper.entry === null ? paper : { ...paper, entry: this.placeOf(paper.side, paper.entry) }));
    return {
      facts, told, limits, isRecalled: true,
      leftovers: { ...leftovers, customer: this.customer, ours: papers(leftovers.ours), theirs: papers(leftovers.theirs), transfers: papers(leftovers.transfers) },
      matches: { columns: found, numbers: matches.numbers.map((number) => found.add(this.match(matches.columns.at(number)))) },
      items: items.map((item) => this.item(item)),
    };
  }

  private match(match: FoundMatch): FoundMatch {
    return match.movedTo(this.customer, this.sides(match), match.alternatives.map((each) => this.sides(each)));
  }

  private item(item: ReconcilingItem): ReconcilingItem {
    const { otherCustomer } = item;
    return {
      ...item, ...this.sides(item), customer: this.customer,
      otherCustomer: otherCustomer === null || !this.customers ? otherCustomer : (this.customers[otherCustomer] ?? null),
      // As they stand in their document, which is by what they say.
      candidates: item.candidates.map((each) => ({ ...each, ours: this.places('ours', each.ours), theirs: this.places('theirs', each.theirs) })),
    };
  }

  private sides({ ours, theirs }: Readonly<Record<Side, readonly EntryIndex[]>>): Readonly<Record<Side, readonly EntryIndex[]>> {
    return { ours: ascend(this.places('ours', ours)), theirs: ascend(this.places('theirs', theirs)) };
  }

  private places(side: Side, entries: readonly EntryIndex[]): EntryIndex[] {
    return entries.map((entry) => this.placeOf(side, entry));
  }

  private placeOf(side: Side, entry: EntryIndex): EntryIndex {
    return this.entries[side]?.get(entry) ?? entry;
  }
}

/** Of lists as long as each other; `null` where each entry stands where it stood. */
function newPlaces(from: readonly ArrayLike<EntryIndex>[], to: readonly ArrayLike<EntryIndex>[]): ReadonlyMap<EntryIndex, EntryIndex> | null {
  const places = new Map<EntryIndex, EntryIndex>();
  from.forEach((list, which) => {
    for (let at = 0; at < list.length; at++) if (list[at] !== to[which][at]) places.set(list[at], to[which][at]);
  });
  return places.size === 0 ? null : places;
}
