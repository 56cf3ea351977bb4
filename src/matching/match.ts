/**
 * Matching: what of our ledger is what of theirs, and what explains the rest.
 *
 * **What is compared.** An account is one customer in one currency (`accounts`). On its desk (`desk`) entries of
 * one number are one document; matching ties documents. Document numbers are read as people write them
 * (`references`): width, case, zeros, prefixes, lists, ranges, "and two more".
 *
 * **Passes**, each taking off the table what it settles:
 *  1. what people decided, openings (`given`);
 *  2. numbers that name the other side, with amounts that agree to the cent: one to one, a document against its
 *     lines, a line against its documents, components of shared numbers (`named`);
 *  3. papers that cancel out on one side (`zero`);
 *  4. candidates that agree to the cent without a clear number: equal amounts and similar numbers (`candidates`),
 *     lines that cover a document (`covers`), sums on one side only (`combine`, `sums`); then reversals (`zero`);
 *  5. across accounts: receipts on the wrong account, transfers (`across`);
 *  6. amounts that differ (`differences`, `recognise`), and then suggestions.
 *
 * **How a candidate is judged** (`evidence`, `resolve`). An equal amount is no proof: on a price list half the
 * deliveries cost the same. Each candidate carries its *chance*: how many unrelated readings would look as good.
 * It is the frequency of the amount in these very books, times the documents that stand as near in time by the
 * clock this customer has shown (`clocks`), divided by what numbers say for it. Candidates that share documents
 * compete: the probability of one is its share in all ways to choose candidates that do not overlap. Confirmed is
 * what is probable enough *and* of small chance; the rest is a suggestion with its alternatives. Hence a twin is
 * never settled by order, and of a thousand unrelated payments at most one is confirmed.
 *
 * **What stays over** becomes a reconciling item (`items`, `categories`, `seconds`), so that for every account our
 * closing − their closing = the sum of its items, to the cent.
 *
 * **A run again** (`memory`) takes over every account about which nothing has changed; what goes across accounts
 * (`leftovers`, `across`) is looked at each time.
 *
 * Everything works on content, both sides alike: row order leaves no trace and swapping the ledgers mirrors the
 * matches. Every search is bounded; where a bound cut it short, `limits` says so.
 */
import type { DaySerial } from '../units/units';
import { Cancelled } from '../units/progress';
import type { Books } from '../ledger/books';
import type { Annotations } from '../annotations/annotations';
import { openAccounts, type OpenAccount } from './accounts';
import { findAcross, type Findings } from './across';
import { Desk } from './desk';
import { matchDifferences } from './differences';
import { applyDecisions, decidedByAccount, settleOpenings } from './given';
import { itemsOf } from './items';
import { leftoversOf, type Leftovers } from './leftovers';
import type { AccountFacts, MatchMemory, Remembered } from './memory';
import { MatchColumns } from './match-columns';
import { matchNamed } from './named';
import { TextReadings } from './readings';
import type { MatchingSettings, Reconciliation } from './reconciliation';
import { matchWeighed } from './weighed';
import { Work } from './work';
import { settleNetsToZero, settleReversals } from './zero';

export interface MatchOptions {
  /** Entries dated later do not count, neither in balances nor in matches. */
  readonly asOf: DaySerial;
  readonly settings: MatchingSettings;
  readonly annotations: Annotations;
  /** Of the run before: accounts about which nothing has changed are not matched again. */
  readonly memory?: MatchMemory;
  readonly onCustomer?: (done: number, total: number, name: string) => void;
  /** Asked before every customer; `true` ends the run with `Cancelled`. */
  readonly isCancelled?: () => boolean;
}

/** Matches two ledgers, account by account. Throws `Cancelled` when stopped; nothing else. */
export function matchBooks(books: Books, options: MatchOptions): Reconciliation {
  const accounts = openAccounts(books, options.asOf);
  const compared = accounts.filter((open) => open.account.hasTheirs);
  const desks = new Desks(books, options, new MatchColumns());
  const runs = compared.map((open, done) => {
    if (options.isCancelled?.()) throw new Cancelled();
    options.onCustomer?.(done, compared.length, books.customers[open.account.customer].name);
    return desks.runOf(open);
  });
  const findings = findAcross(books, runs.map(({ leftovers }) => leftovers));
  const matches = new MatchColumns();
  const finished = runs.map((run) => run.finish(findings, matches));
  options.memory?.keep(books, finished);
  return {
    accounts: accounts.map((open) => open.account), matches,
    items: finished.flatMap(({ items }) => items), limits: finished.flatMap(({ limits }) => limits),
  };
}

/** What all desks of a run share: readings of texts, what people have decided, and what is remembered. */
class Desks {
  private readonly readings: TextReadings;
  private readonly decided: ReturnType<typeof decidedByAccount>;

  constructor(
    private readonly books: Books,
    private readonly options: MatchOptions,
    private readonly found: MatchColumns,
  ) {
    this.readings = options.memory?.begin(books, options.settings) ?? new TextReadings(books.texts);
    this.decided = decidedByAccount(books, options.asOf, options.annotations.matchDecisions);
  }

  runOf(open: OpenAccount): AccountRun {
    const facts: AccountFacts = { open, decisions: this.decided.get(open.key) ?? NO_DECISIONS };
    return new AccountRun(facts, this.options.memory?.recall(facts, this.found) ?? null, () => this.matched(facts));
  }

  /**
   * Everything that one account can tell by itself with amounts that agree, from the strongest evidence to the weakest.
   * Nothing but the account's own lines, the settings and the decisions has a say.
   */
  private matched({ open, decisions }: AccountFacts): Work {
    const work = new Work(new Desk(this.books, open.entries, this.options.settings, this.readings), decisions, this.found);
    applyDecisions(work);
    settleOpenings(work, open);
    matchNamed(work);
    settleNetsToZero(work);
    matchWeighed(work);
    settleReversals(work);
    work.keepWhatIsOpen();
    return work;
  }
}

const NO_DECISIONS: AccountFacts['decisions'] = [];

/** An account that has told all that it can by itself, in this run or, where nothing about it has changed, in an earlier one. */
class AccountRun {
  readonly leftovers: Leftovers;
  private work: Work | null = null;

  constructor(
    private readonly facts: AccountFacts,
    private readonly remembered: Remembered | null,
    private readonly match: () => Work,
  ) {
    this.leftovers = remembered?.leftovers ?? leftoversOf((this.work = match()));
  }

  /** What it comes to, now that it is known what its leftovers are on other accounts. */
  finish(findings: Findings, matches: MatchColumns): Remembered {
    const told = findings.toldOf(this.leftovers);
    if (this.remembered?.told === told) return { ...this.remembered, matches: matches.addAccount(this.remembered.matches) };
    const work = this.work ?? this.match();
    this.work = null;
    matchDifferences(work, findings);
    settleReversals(work, findings);
    return {
      facts: this.facts, leftovers: this.leftovers, told, isRecalled: false,
      matches: matches.addAccount({ columns: work.found, numbers: work.numbers }), items: itemsOf(work, this.facts.open, findings), limits: work.limits,
    };
  }
}
