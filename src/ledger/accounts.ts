/**
 * Running sums of a side's accounts while its tables are read: they tell a balance carried forward from an
 * opening. A ledger kept on a sheet per month opens each sheet with what the last one closed with.
 */
export class Accounts {
  /** By name and currency, over all tables read so far. */
  private readonly closed = new Map<string, number>();
  private table = new Map<number, number>();
  private readonly opened = new Set<number>();
  private readonly nameOf = new Map<number, string>();

  constructor(private readonly accountName: (party: number) => string) {}

  open(party: number, currency: number, amount: number): void {
    this.opened.add(keyOf(party, currency));
    this.add(party, currency, amount);
  }

  add(party: number, currency: number, amount: number): void {
    const key = keyOf(party, currency);
    this.table.set(key, (this.table.get(key) ?? 0) + amount);
  }

  /** True where no line of the account has been read in this table. */
  isNew(party: number, currency: number): boolean {
    return !this.table.has(keyOf(party, currency));
  }

  /**
   * True where an opening repeats what is contained already: the account was opened above, or the lines above
   * or an earlier table sum to it. Lines above alone do not make it a repetition: a list need not be sorted.
   */
  isCarriedForward(party: number, currency: number, opening: number): boolean {
    const key = keyOf(party, currency);
    const above = this.table.get(key);
    if (this.opened.has(key) || (above !== undefined && Math.abs(above - opening) < 0.005)) return true;
    const before = this.closed.get(this.name(key));
    return before !== undefined && Math.abs(before - opening) < 0.005;
  }

  /** Ends a table; the next one begins with nothing read. */
  closeTable(): void {
    for (const [key, sum] of this.table) {
      const name = this.name(key);
      this.closed.set(name, (this.closed.get(name) ?? 0) + sum);
    }
    this.table = new Map();
    this.opened.clear();
  }

  private name(key: number): string {
    let name = this.nameOf.get(key);
    if (name === undefined) {
      name = `${this.accountName(Math.floor(key / 256) - 1)} ${key % 256}`;
      this.nameOf.set(key, name);
    }
    return name;
  }
}

const keyOf = (party: number, currency: number) => (party + 1) * 256 + currency;

/** Sums of the lines since the last total and since the start: a typed total repeats one of them. */
export class LineSums {
  private readonly sums = [0, 0, 0, 0];

  add(debit: number, credit: number): void {
    const moved = [debit || 0, credit || 0];
    for (let i = 0; i < 4; i++) this.sums[i] += moved[i % 2];
  }

  startSection(): void {
    this.sums[0] = 0;
    this.sums[1] = 0;
  }

  isTotal(debit: number, credit: number): boolean {
    const [sectionDebit, sectionCredit, allDebit, allCredit] = this.sums;
    const near = (a: number, b: number) => Math.abs(a - b) < 0.006;
    const total = (debits: number, credits: number) => near(debit || 0, debits) && (Number.isNaN(credit) || near(credit, credits));
    return total(sectionDebit, sectionCredit) || total(allDebit, allCredit) || near((debit || 0) - (credit || 0), sectionDebit - sectionCredit) || near((debit || 0) - (credit || 0), allDebit - allCredit);
  }
}
