/**
 * What a run over one account keeps: the desk, the matches found so far, the clocks they have set.
 * `settle` is the only way a match comes to be, so that an entry can be in one match at most.
 */
import type { MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { EntryIndex } from '../ledger/books';
import { AmountStatistics } from './amounts';
import { Clocks } from './clocks';
import type { Desk } from './desk';
import { entriesOf, sumOf, type Doc } from './doc';
import { FoundMatch, NO_ALTERNATIVES, type MatchColumns } from './match-columns';
import type { SumSearch, SumsBudget } from './sums';
import type { Match, MatchRule } from './reconciliation';
import type { Told } from './told';

/** Searches with a bound. */
export type SearchLimit = 'equal-amounts' | 'sums';

/** What a pass proposes: documents, whole. */
export interface Proposal {
  readonly ours: readonly Doc[];
  readonly theirs: readonly Doc[];
  readonly rule: MatchRule;
  readonly confidence: number;
  readonly status: 'confirmed' | 'suggested';
  readonly told: Told;
  readonly alternatives?: Match['alternatives'];
}

/** A decision of people, found again in the books. Entries ascend. */
export interface Decided {
  readonly ours: readonly EntryIndex[];
  readonly theirs: readonly EntryIndex[];
  readonly decision: 'accepted' | 'rejected';
  readonly note: string;
}

/** The readings of an account that people have refused; asked of every proposal. */
class Rejections {
  private readonly refused: ReadonlySet<string>;

  constructor(decisions: readonly Decided[]) {
    this.refused = new Set(decisions.filter(({ decision }) => decision === 'rejected').map(({ ours, theirs }) => pairText(ours, theirs)));
  }

  /** Of entries that ascend. */
  refuses(ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): boolean {
    return this.refused.size > 0 && this.refused.has(pairText(ours, theirs));
  }
}

const pairText = (ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): string => `${ours.join()}=${theirs.join()}`;

/** Sums that the searches of one account may form in all. */
const SUMS_BUDGET = 5_000_000;

export class Work {
  /** Of its matches, in the order in which they were found. */
  readonly numbers: number[] = [];
  readonly clocks: Clocks;
  readonly amounts: AmountStatistics;
  private searches: Map<string, SumSearch> | null = null;
  private readonly cut: Partial<Record<SearchLimit, Set<MinorUnits>>> = {};
  readonly sumsBudget: SumsBudget = { left: SUMS_BUDGET };
  private readonly rejections: Rejections;

  /**
   * @param decisions what people have said of the account
   * @param found takes the matches of all accounts
   */
  constructor(
    readonly desk: Desk,
    readonly decisions: readonly Decided[],
    readonly found: MatchColumns,
  ) {
    this.rejections = new Rejections(decisions);
    this.clocks = new Clocks(desk.settings.dateWindowDays);
    this.amounts = new AmountStatistics(desk.docs);
  }

  /** The result of a search that an earlier round has already made of the same documents. */
  remember(key: string, search: () => SumSearch): SumSearch {
    const searches = (this.searches ??= new Map());
    let found = searches.get(key);
    if (!found) searches.set(key, (found = search()));
    return found;
  }

  /** Lets go of all that only what is settled needed. */
  keepWhatIsOpen(): void {
    this.desk.keepWhatIsOpen();
    // Where a side has nothing left, nobody will search again.
    if (!this.desk.isOpen) this.searches = null;
  }

  /** Notes that a search for this amount was cut short. */
  cutShort(search: SearchLimit, amountMinor: MinorUnits): void {
    (this.cut[search] ??= new Set()).add(Math.abs(amountMinor));
  }

  /** What was cut short, one sentence for each sort of search. */
  get limits(): Message[] {
    const { books, account, currency } = this.desk;
    return (Object.entries(this.cut) as [SearchLimit, Set<MinorUnits>][]).map(([search, amounts]) => {
      let largest = 0;
      for (const amount of amounts) largest = Math.max(largest, amount);
      return { code: `matching.limit.${search}`, values: { customer: books.customers[account.customer].name, count: amounts.size, amount: { amountMinor: largest, currency } } };
    });
  }

  /** Puts a proposal into force; false where people have refused it. Documents give up all their free entries. */
  settle({ ours, theirs, status, rule, confidence, told, alternatives = NO_ALTERNATIVES }: Proposal): boolean {
    const [ourEntries, theirEntries] = [entriesOf(ours), entriesOf(theirs)];
    if (this.rejections.refuses(ourEntries, theirEntries)) return false;
    const { account, currency } = this.desk;
    const match = new FoundMatch(account.customer, currency, ourEntries, theirEntries, status, rule, confidence, sumOf(ours) - sumOf(theirs), told, alternatives, null);
    this.numbers.push(this.found.add(match));
    for (const doc of ours) hold(doc, match);
    for (const doc of theirs) hold(doc, match);
    return true;
  }

  /** Puts into force what needs no documents: what people have said, and openings. False where people have refused it. */
  settleEntries(ours: readonly EntryIndex[], theirs: readonly EntryIndex[], rule: 'manual' | 'opening', told: Told): FoundMatch | null {
    if (rule !== 'manual' && this.rejections.refuses(ours, theirs)) return null;
    const { account, currency } = this.desk;
    const difference = this.sumOfEntries('ours', ours) - this.sumOfEntries('theirs', theirs);
    const match = new FoundMatch(account.customer, currency, ours, theirs, 'confirmed', rule, 1, difference, told, NO_ALTERNATIVES, rule === 'manual' ? 'accepted' : null);
    this.numbers.push(this.found.add(match));
    return match;
  }

  sumOfEntries(side: 'ours' | 'theirs', entries: readonly EntryIndex[]): MinorUnits {
    const { amountMinor } = this.desk.ledger(side);
    return entries.reduce((sum, entry) => sum + amountMinor[entry], 0);
  }
}

function hold(doc: Doc, match: Match): void {
  doc.match = match;
  doc.giveUp();
}
