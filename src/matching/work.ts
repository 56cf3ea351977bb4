/**
 * What a run over one account keeps: the desk, the matches found so far, the clocks they have set.
 * `settle` is the only way a match comes to be, so that an entry can be in one match at most.
 */
import type { MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { EntryIndex } from '../ledger/books';
import { EntryKeys } from '../ledger/entry-keys';
import { AmountStatistics } from './amounts';
import { Clocks } from './clocks';
import type { Desk, Doc } from './desk';
import type { SumSearch, SumsBudget } from './sums';
import type { MatchRule } from './reconciliation';

/** Searches with a bound. */
export type SearchLimit = 'equal-amounts' | 'sums';

export interface Draft {
  readonly ours: readonly EntryIndex[];
  readonly theirs: readonly EntryIndex[];
  readonly status: 'confirmed' | 'suggested';
  readonly rule: MatchRule;
  readonly confidence: number;
  readonly evidence: readonly Message[];
  readonly alternatives: readonly { readonly ours: readonly EntryIndex[]; readonly theirs: readonly EntryIndex[] }[];
  readonly decision: 'accepted' | null;
}

/** What a pass proposes: documents, whole, or only some of their entries. */
export interface Proposal {
  readonly ours: readonly Doc[];
  readonly theirs: readonly Doc[];
  readonly rule: MatchRule;
  readonly confidence: number;
  readonly status: 'confirmed' | 'suggested';
  readonly evidence: readonly Message[];
  readonly alternatives?: Draft['alternatives'];
}

/** The pairs that people have refused; asked of every proposal. */
export class Rejections {
  private readonly keys: Set<string>;

  constructor(
    private readonly entryKeys: EntryKeys | null,
    keys: readonly string[],
  ) {
    this.keys = new Set(keys);
  }

  refuses(ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): boolean {
    return this.keys.size > 0 && this.entryKeys !== null && this.keys.has(this.entryKeys.matchKey(ours, theirs));
  }
}

/** Sums that the searches of one account may form in all. */
const SUMS_BUDGET = 5_000_000;

export class Work {
  readonly drafts: Draft[] = [];
  readonly clocks: Clocks;
  readonly amounts: AmountStatistics;
  private readonly searches = new Map<string, SumSearch>();
  private readonly cut: Partial<Record<SearchLimit, Set<MinorUnits>>> = {};
  readonly sumsBudget: SumsBudget = { left: SUMS_BUDGET };
  /** Match number by document, for what stays over: a second booking looks for the first. */
  readonly settledDocs = new Map<Doc, Draft>();

  constructor(
    readonly desk: Desk,
    readonly rejections: Rejections,
  ) {
    this.clocks = new Clocks(desk.settings.dateWindowDays);
    this.amounts = new AmountStatistics(desk);
  }

  /** The result of a search that an earlier round has already made of the same documents. */
  remember(key: string, search: () => SumSearch): SumSearch {
    let found = this.searches.get(key);
    if (!found) this.searches.set(key, (found = search()));
    return found;
  }

  /** Notes that a search for this amount was cut short. */
  cutShort(search: SearchLimit, amountMinor: MinorUnits): void {
    (this.cut[search] ??= new Set()).add(Math.abs(amountMinor));
  }

  /** What was cut short, one sentence for each sort of search. */
  get limits(): Message[] {
    const { books, account, currency } = this.desk;
    return (Object.entries(this.cut) as [SearchLimit, Set<MinorUnits>][]).map(([search, amounts]) => {
      const largest = Math.max(...amounts);
      return { code: `matching.limit.${search}`, values: { customer: books.customers[account.customer].name, count: amounts.size, amount: { amountMinor: largest, currency } } };
    });
  }

  /** Puts a proposal into force; false where people have refused it. Documents give up all their free entries. */
  settle(proposal: Proposal): boolean {
    const ours = entriesOf(proposal.ours);
    const theirs = entriesOf(proposal.theirs);
    if (this.rejections.refuses(ours, theirs)) return false;
    const draft: Draft = { ours, theirs, status: proposal.status, rule: proposal.rule, confidence: proposal.confidence, evidence: proposal.evidence, alternatives: proposal.alternatives ?? [], decision: null };
    this.hold(draft, [...proposal.ours, ...proposal.theirs]);
    return true;
  }

  hold(draft: Draft, docs: readonly Doc[]): void {
    this.drafts.push(draft);
    this.desk.take('ours', new Set(draft.ours), docs.filter((doc) => doc.side === 'ours'));
    this.desk.take('theirs', new Set(draft.theirs), docs.filter((doc) => doc.side === 'theirs'));
    for (const doc of docs) this.settledDocs.set(doc, draft);
  }
}

export function entriesOf(docs: readonly Doc[]): EntryIndex[] {
  return docs.flatMap((doc) => doc.entries).sort((a, b) => a - b);
}
