/**
 * The proof of the statements: what is printed on each is added up again from the lines of its customer, so that
 * nobody signs a balance that is not the ledger's.
 */
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type CustomerIndex } from '../ledger/books';
import { accountNumber, balancesOf, type Balances } from './balances';
import { Findings, findingMessage, type Whose } from './findings';
import { DoesNotFoot, type Outcome } from './proof';

/** The sums as they are printed. */
export interface StatementFigures {
  readonly customer: CustomerIndex;
  readonly currency: string;
  /** Null on a statement of open items, which tells of no period. */
  readonly activity: { readonly fromDay: DaySerial; readonly openingMinor: MinorUnits; readonly debitsMinor: MinorUnits; readonly creditsMinor: MinorUnits } | null;
  readonly closingMinor: MinorUnits;
  /** By bucket. */
  readonly agingMinor: readonly MinorUnits[];
  /** What the reconciling items come to; null where the customer's ledger is not at hand. */
  readonly differenceMinor: MinorUnits | null;
}

const OPENING = ENTRY_KINDS.indexOf('opening');

export class StatementProof {
  private readonly findings: Findings;
  private readonly balances: Balances;
  /** Our lines in the order of their accounts, and where each account's begin. */
  private readonly lines: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly agingMinor: Float64Array;

  constructor(private readonly outcome: Pick<Outcome, 'asOf' | 'books' | 'aged'>) {
    const { asOf, books, aged } = outcome;
    this.findings = new Findings(books);
    this.balances = balancesOf(books, asOf);
    const { ours } = books;
    this.starts = new Uint32Array(this.balances.accountCount + 1);
    for (let line = 0; line < ours.count; line++) this.starts[accountNumber(books, ours.customer[line], ours.currency[line]) + 1]++;
    for (let account = 0; account < this.balances.accountCount; account++) this.starts[account + 1] += this.starts[account];
    const next = this.starts.slice();
    this.lines = new Uint32Array(ours.count);
    for (let line = 0; line < ours.count; line++) this.lines[next[accountNumber(books, ours.customer[line], ours.currency[line])]++] = line;
    this.agingMinor = new Float64Array(this.balances.accountCount * aged.buckets.length);
    for (const { item, bucket } of aged.items) this.agingMinor[accountNumber(books, ours.customer[item.entry], ours.currency[item.entry]) * aged.buckets.length + bucket] += item.openMinor;
  }

  check({ customer, currency, activity, closingMinor, agingMinor, differenceMinor }: StatementFigures): void {
    const { books, aged } = this.outcome;
    const { findings, balances } = this;
    const whose: Whose = { customer, currency: books.currencies.indexOf(currency) };
    const account = accountNumber(books, customer, whose.currency);
    const balanceMinor = balances.ours.closingMinor[account];
    findings.sameMinor('statement-closing', whose, closingMinor, balanceMinor);
    if (activity) {
      const openingMinor = this.openingMinor(account, activity.fromDay);
      findings.sameMinor('statement-opening', whose, activity.openingMinor, openingMinor);
      findings.sameMinor('statement-movements', whose, activity.debitsMinor - activity.creditsMinor, balanceMinor - openingMinor);
    }
    agingMinor.forEach((minor, bucket) => findings.sameMinor('statement-aging', whose, minor, this.agingMinor[account * aged.buckets.length + bucket], aged.buckets[bucket].key));
    findings.sameMinor('statement-aging', whose, agingMinor.reduce((sumMinor, minor) => sumMinor + minor, 0), balanceMinor);
    if (differenceMinor !== null) findings.sameMinor('statement-difference', whose, differenceMinor, balanceMinor - balances.theirs.closingMinor[account]);
  }

  /** @throws DoesNotFoot where any statement checked so far does not. */
  conclude(): void {
    const { list } = this.findings;
    if (list.length > 0) throw new DoesNotFoot(list.map((finding) => findingMessage(this.outcome.books, finding)));
  }

  /** What stood on the account before a day: opening balances, lines without a day, and all that came before. */
  private openingMinor(account: number, fromDay: DaySerial): number {
    const { books: { ours }, asOf } = this.outcome;
    let sumMinor = 0;
    for (const line of this.lines.subarray(this.starts[account], this.starts[account + 1])) {
      const day = ours.day[line];
      if (day <= asOf && (day === NO_DAY || day < fromDay || ours.kind[line] === OPENING)) sumMinor += ours.amountMinor[line];
    }
    return sumMinor;
  }
}
