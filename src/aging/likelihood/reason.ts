/** Why an item is as likely to come in as it is, in words with the customer's own figures. */
import type { Message } from '../../texts';
import type { CustomerIndex } from '../../ledger/books';
import type { Episodes } from './episodes';
import type { Snapshot, Subject } from './snapshot';

/** Fewer settled debits than this are no history to speak of: the portfolio speaks instead. */
const THIN_HISTORY = 5;
/** A dispute is worth a word from so many days on. */
const DISPUTE_WORTH_SAYING_DAYS = 2;
const NINE_IN_TEN = 0.9;

export class Reasons {
  private readonly byCustomer = new Map<CustomerIndex, Int32Array>();
  private readonly all: Int32Array;

  constructor(private readonly episodes: Episodes, private readonly now: Snapshot) {
    this.all = settledLateness(episodes, 0, episodes.count);
  }

  of(subject: Subject): Message {
    const own = this.latenessOf(subject.customer);
    if (this.all.length === 0) return { code: 'aging.likelihood-nothing-settled' };
    if (own.length < THIN_HISTORY) return thinHistory(own.length, this.all);
    const within = quantile(own, NINE_IN_TEN);
    const slowest = own[own.length - 1];
    if (subject.lateness > slowest) return { code: 'aging.likelihood-later-than-ever', values: { count: own.length, slowest, overdue: subject.lateness } };
    const shift = Math.round(this.now.pace.disputeShift);
    if (subject.disputed && shift >= DISPUTE_WORTH_SAYING_DAYS) return { code: within > 0 ? 'aging.likelihood-own-disputed' : 'aging.likelihood-own-early-disputed', values: { count: own.length, days: Math.max(0, within), shift } };
    return within > 0 ? { code: 'aging.likelihood-own', values: { count: own.length, days: within } } : { code: 'aging.likelihood-own-early', values: { count: own.length } };
  }

  private latenessOf(customer: CustomerIndex): Int32Array {
    let lateness = this.byCustomer.get(customer);
    if (!lateness) {
      lateness = settledLateness(this.episodes, this.episodes.starts[customer], this.episodes.starts[customer + 1]);
      this.byCustomer.set(customer, lateness);
    }
    return lateness;
  }
}

function thinHistory(count: number, all: Int32Array): Message {
  const values = { count, all: all.length, days: Math.max(0, quantile(all, NINE_IN_TEN)) };
  return count === 0 ? { code: 'aging.likelihood-no-history', values: { all: values.all, days: values.days } } : { code: 'aging.likelihood-thin-history', values };
}

/** Days from due day to settlement, ascending. */
function settledLateness(episodes: Episodes, from: number, to: number): Int32Array {
  const lateness = new Int32Array(to - from);
  let count = 0;
  for (let i = from; i < to; i++) if (episodes.settledDay[i] <= episodes.asOf) lateness[count++] = episodes.settledDay[i] - episodes.dueDay[i];
  return lateness.subarray(0, count).sort();
}

/** The smallest value that at least this share of the ascending values does not exceed. */
function quantile(ascending: Int32Array, share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)];
}
