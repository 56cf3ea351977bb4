import { PairTable } from './pair-table';

interface Account {
  readonly party: number;
  readonly currency: number;
  sum: number;
  isOpened: boolean;
}

/**
 * Running sums of a side's accounts while its tables are read: they tell a balance carried forward from an
 * opening. A ledger kept on a sheet per month opens each sheet with what the last one closed with.
 */
export class Accounts {
  /** By name and currency, over all tables read so far. */
  private readonly closed = new Map<string, number>();
  /** The accounts of the table at hand, and each one's number among them. */
  private accounts: Account[] = [];
  private numbers = new PairTable();
  private last: Account | null = null;

  constructor(private readonly accountName: (party: number) => string) {}

  open(party: number, currency: number, amount: number): void {
    const account = this.account(party, currency);
    account.isOpened = true;
    account.sum += amount;
  }

  add(party: number, currency: number, amount: number): void {
    this.account(party, currency).sum += amount;
  }

  /** True where no line of the account has been read in this table. */
  isNew(party: number, currency: number): boolean {
    return this.numbers.get(party, currency) < 0;
  }

  /**
   * True where an opening repeats what is contained already: the account was opened above, or the lines above
   * or an earlier table sum to it. Lines above alone do not make it a repetition: a list need not be sorted. One
   * paper of many that were open (`isOfOnePaper`) repeats none of them, be they of one amount.
   */
  isCarriedForward(party: number, currency: number, opening: number, isOfOnePaper: boolean): boolean {
    const number = this.numbers.get(party, currency);
    const above = number < 0 ? null : this.accounts[number];
    if (above && !isOfOnePaper && (above.isOpened || Math.abs(above.sum - opening) < 0.005)) return true;
    const before = this.closed.get(this.name(party, currency));
    return before !== undefined && Math.abs(before - opening) < 0.005;
  }

  /** Ends a table; the next one begins with nothing read. */
  closeTable(): void {
    for (const { party, currency, sum } of this.accounts) {
      const name = this.name(party, currency);
      this.closed.set(name, (this.closed.get(name) ?? 0) + sum);
    }
    this.accounts = [];
    this.numbers = new PairTable();
    this.last = null;
  }

  /** Lines of one account mostly stand together. */
  private account(party: number, currency: number): Account {
    if (this.last !== null && this.last.party === party && this.last.currency === currency) return this.last;
    let number = this.numbers.get(party, currency);
    if (number < 0) {
      number = this.accounts.push({ party, currency, sum: 0, isOpened: false }) - 1;
      this.numbers.set(party, currency, number);
    }
    return (this.last = this.accounts[number]);
  }

  private name(party: number, currency: number): string {
    return `${this.accountName(party)} ${currency}`;
  }
}

/** Sums of the lines since the last total and since the start: a typed total repeats one of them. */
export class LineSums {
  private readonly sums = [0, 0, 0, 0];
  private opened = [0, 0];

  add(debit: number, credit: number): void {
    const [up, down] = [debit || 0, credit || 0];
    this.sums[0] += up;
    this.sums[1] += down;
    this.sums[2] += up;
    this.sums[3] += down;
  }

  /** What the account opens with: a total at its foot counts it with the lines. */
  open(amount: number): void {
    this.opened = [this.opened[0] + Math.max(0, amount || 0), this.opened[1] + Math.max(0, -amount || 0)];
  }

  startSection(): void {
    this.sums[0] = 0;
    this.sums[1] = 0;
  }

  isTotal(debit: number, credit: number): boolean {
    const [sectionDebit, sectionCredit, allDebit, allCredit] = this.sums;
    const near = (a: number, b: number) => Math.abs(a - b) < 0.006;
    const total = (debits: number, credits: number) => near(debit || 0, debits) && (Number.isNaN(credit) || near(credit, credits));
    const [openedDebit, openedCredit] = [allDebit + this.opened[0], allCredit + this.opened[1]];
    // The foot of an account that its balance closes: both sides come to the same.
    const isFoot = near(debit, credit) && near(debit, Math.max(openedDebit, openedCredit));
    return isFoot || total(openedDebit, openedCredit) || total(sectionDebit, sectionCredit) || total(allDebit, allCredit) || near((debit || 0) - (credit || 0), sectionDebit - sectionCredit) || near((debit || 0) - (credit || 0), allDebit - allCredit);
  }
}
