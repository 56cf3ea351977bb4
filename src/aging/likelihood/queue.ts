/**
 * Where an item stands in its customer's queue: many customers pay so much a month, oldest first, whatever
 * the due day. Then an item comes when what lies before it has been paid.
 */
import type { DaySerial, MinorUnits } from '../../units/units';
import type { CustomerIndex } from '../../ledger/books';
import type { Episodes } from './episodes';
import { firstAbove } from './survival';

/** The stretch over which a customer's rate of payment is taken. */
const RATE_DAYS = 90;
const RATE_DAYS_MIN = 45;
/** Of the rate, what is taken from the portfolio: a customer that paid nothing of late may pay yet. */
const RATE_OF_ALL_SHARE = 0.15;
const IN_ORDER_PSEUDO_OBSERVATIONS = 3;
/** Logarithms beyond this say no more. */
const LOG_MAX = 2.5;
/** As many as a column of bytes tells apart. */
const CURRENCIES_MAX = 256;

/** What is open of a customer in a currency: a stretch of the queues' columns. */
interface Account {
  readonly from: number;
  readonly to: number;
  /** What is paid in a stretch, by what was paid in the last one. */
  readonly rateMinor: MinorUnits;
}

export class Queues {
  private readonly accounts = new Map<number, Account>();
  /** Due days of what is open, ascending within an account, and the open amounts up to and with each. */
  private readonly dueDays: Int32Array;
  private readonly cumulativeMinor: Float64Array;
  private used = 0;
  /** By currency: the share of what is open that is paid in a stretch, over all customers. */
  private readonly turnover: readonly number[];
  private readonly inOrderOfAll: number;

  constructor(private readonly episodes: Episodes, private readonly day: DaySerial) {
    const openMinor: number[] = [];
    const settledMinor: number[] = [];
    let settled = 0;
    let inOrder = 0;
    let open = 0;
    for (let i = 0; i < episodes.count; i++) {
      if (episodes.day[i] > day) continue;
      const currency = episodes.currency[i];
      if (episodes.settledDay[i] > day) open++;
      if (episodes.settledDay[i] > day) openMinor[currency] = (openMinor[currency] ?? 0) + episodes.amountMinor[i];
      else if (episodes.settledDay[i] > day - RATE_DAYS) settledMinor[currency] = (settledMinor[currency] ?? 0) + episodes.amountMinor[i];
      if (episodes.settledDay[i] > day) continue;
      settled++;
      inOrder += episodes.settledInOrder[i];
    }
    this.turnover = Array.from(openMinor, (minor, currency) => (settledMinor[currency] ?? 0) / Math.max(1, minor ?? 0));
    this.inOrderOfAll = settled === 0 ? 0 : inOrder / settled;
    this.dueDays = new Int32Array(open);
    this.cumulativeMinor = new Float64Array(open);
  }

  /**
   * Logarithm of what must be paid before an item is, its own amount included, over what is paid in so many
   * days at the account's rate of late; 0 where the days suffice. A short queue hastens nothing: the pace
   * says when such an item comes.
   */
  shortfall(customer: CustomerIndex, currency: number, dueDay: DaySerial, withinDays: number): number {
    const key = customer * CURRENCIES_MAX + currency;
    let account = this.accounts.get(key);
    if (!account) this.accounts.set(key, (account = this.accountOf(customer, currency)));
    const aheadMinor = this.aheadOf(account, dueDay);
    if (aheadMinor === 0) return 0;
    return Math.max(0, Math.min(LOG_MAX, Math.log((aheadMinor * RATE_DAYS) / (account.rateMinor * withinDays))));
  }

  /** How far this customer's debits are settled by order of age, 0 to 1; by all customers' where its own say little. */
  inOrderShareOf(customer: CustomerIndex): number {
    const { episodes, day } = this;
    let settled = 0;
    let inOrder = 0;
    for (let i = episodes.starts[customer]; i < episodes.starts[customer + 1]; i++) {
      if (episodes.settledDay[i] > day) continue;
      settled++;
      inOrder += episodes.settledInOrder[i];
    }
    return (inOrder + IN_ORDER_PSEUDO_OBSERVATIONS * this.inOrderOfAll) / (settled + IN_ORDER_PSEUDO_OBSERVATIONS);
  }

  /** What is open and due by a day. */
  private aheadOf({ from, to }: Account, dueDay: DaySerial): MinorUnits {
    const end = firstAbove(this.dueDays, from, to, dueDay);
    return end === from ? 0 : this.cumulativeMinor[end - 1];
  }

  private accountOf(customer: CustomerIndex, currency: number): Account {
    const { episodes, day } = this;
    const open: number[] = [];
    let settledMinor = 0;
    let firstSettledDay = day;
    for (let i = episodes.starts[customer]; i < episodes.starts[customer + 1]; i++) {
      if (episodes.currency[i] !== currency || episodes.day[i] > day) continue;
      firstSettledDay = Math.min(firstSettledDay, episodes.settledDay[i]);
      if (episodes.settledDay[i] > day) open.push(i);
      else if (episodes.settledDay[i] > day - RATE_DAYS) settledMinor += episodes.amountMinor[i];
    }
    // A customer that began to pay a month ago paid in one month what it paid.
    settledMinor *= RATE_DAYS / Math.max(RATE_DAYS_MIN, Math.min(RATE_DAYS, day - firstSettledDay));
    open.sort((a, b) => episodes.dueDay[a] - episodes.dueDay[b] || a - b);
    const from = this.used;
    let sumMinor = 0;
    for (const i of open) {
      this.dueDays[this.used] = episodes.dueDay[i];
      this.cumulativeMinor[this.used++] = sumMinor += episodes.amountMinor[i];
    }
    return { from, to: this.used, rateMinor: (1 - RATE_OF_ALL_SHARE) * settledMinor + RATE_OF_ALL_SHARE * sumMinor * (this.turnover[currency] ?? 0) };
  }
}
