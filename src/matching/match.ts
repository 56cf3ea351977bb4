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
 *     lines that cover a document (`covers`), sums on one side only (`combine`, `sums`);
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
 * Everything works on content, both sides alike: row order leaves no trace and swapping the ledgers mirrors the
 * matches. Every search is bounded; where a bound cut it short, `limits` says so.
 */
import type { DaySerial } from '../units/units';
import { Cancelled } from '../units/progress';
import type { Books } from '../ledger/books';
import { EntryKeys } from '../ledger/entry-keys';
import type { Annotations } from '../annotations/annotations';
import { openAccounts, type OpenAccount } from './accounts';
import { Desk } from './desk';
import { itemsOf } from './items';
import { acceptedByAccount, applyDecisions, settleOpenings, type Accepted } from './given';
import { matchNamed } from './named';
import { matchWeighed } from './weighed';
import { findAcross } from './across';
import { matchDifferences } from './differences';
import { TextReadings } from './readings';
import { sortedByKey } from './sorting';
import { settleNetsToZero } from './zero';
import type { Match, MatchingSettings, Reconciliation } from './reconciliation';
import { Rejections, Work } from './work';

export interface MatchOptions {
  /** Entries dated later do not count, neither in balances nor in matches. */
  readonly asOf: DaySerial;
  readonly settings: MatchingSettings;
  readonly annotations: Annotations;
  readonly onCustomer?: (done: number, total: number, name: string) => void;
  /** Asked before every customer; `true` ends the run with `Cancelled`. */
  readonly isCancelled?: () => boolean;
}

/** Matches two ledgers, account by account. Throws `Cancelled` when stopped; nothing else. */
export function matchBooks(books: Books, options: MatchOptions): Reconciliation {
  const accounts = openAccounts(books, options.asOf);
  const compared = accounts.filter((open) => open.account.hasTheirs);
  const desks = new Desks(books, options);
  const works = compared.map((open, done) => {
    if (options.isCancelled?.()) throw new Cancelled();
    options.onCustomer?.(done, compared.length, books.customers[open.account.customer].name);
    return matchAccount(desks.open(open), open, desks.acceptedOf(open));
  });
  const findings = findAcross(books, works);
  for (const work of works) matchDifferences(work, findings);
  const items = works.flatMap((work, at) => itemsOf(work, compared[at], findings));
  return { accounts: accounts.map((open) => open.account), matches: works.flatMap(inRowOrder), items, limits: works.flatMap((work) => work.limits) };
}

/** What all desks of a run share: readings of texts, and what people have decided. */
class Desks {
  private readonly readings: TextReadings;
  private readonly rejections: Rejections;
  private readonly accepted: ReturnType<typeof acceptedByAccount>;

  constructor(
    private readonly books: Books,
    private readonly options: MatchOptions,
  ) {
    const decisions = options.annotations.matchDecisions;
    const keys = decisions.length > 0 ? EntryKeys.of(books) : null;
    const rejected = decisions.filter((each) => each.decision === 'rejected').map((each) => `${[...each.ourKeys].sort().join('+')}=${[...each.theirKeys].sort().join('+')}`);
    this.readings = new TextReadings(books.texts);
    this.rejections = new Rejections(keys, rejected);
    this.accepted = keys ? acceptedByAccount(books, options.asOf, decisions, keys) : new Map();
  }

  open({ entries }: OpenAccount): Work {
    return new Work(new Desk(this.books, entries, this.options.settings, this.readings), this.rejections);
  }

  acceptedOf({ key }: OpenAccount): readonly Accepted[] {
    return this.accepted.get(key) ?? [];
  }
}

/**
 * Everything that one account can tell by itself with amounts that agree, from the strongest evidence to the weakest.
 * Nothing but the account's own entries, the settings and the decisions has a say.
 */
function matchAccount(work: Work, open: OpenAccount, accepted: readonly Accepted[]): Work {
  applyDecisions(work, accepted);
  settleOpenings(work, open);
  matchNamed(work);
  settleNetsToZero(work);
  matchWeighed(work);
  work.keepWhatIsOpen();
  return work;
}

/** In the order of our rows, then theirs. */
function inRowOrder({ matches, desk }: Work): Match[] {
  const ourCount = desk.ledger('ours').count;
  return sortedByKey(matches, ({ ours, theirs }) => (ours.length > 0 ? ours[0] : ourCount + theirs[0]));
}
