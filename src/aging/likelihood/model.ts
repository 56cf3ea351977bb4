/** Likelihood of collection, learned from the ledger's own settlement history. */
import type { DaySerial } from '../../units/units';
import type { Message } from '../../texts';
import type { Books } from '../../ledger/books';
import type { OpenItem, Settlement } from '../../settlement/settlement';
import { Survival, shrunkShare } from './survival';

export interface Estimate {
  readonly likelihood30: number;
  readonly likelihood60: number;
  readonly likelihood90: number;
  readonly expectedDay: DaySerial | null;
  readonly likelihoodReason: Message;
}

export interface LikelihoodModel {
  estimate(item: OpenItem): Estimate;
}

const CUSTOMER_PSEUDO_OBSERVATIONS = 5;

export function learnLikelihood(_books: Books, settlement: Settlement): LikelihoodModel {
  const { asOf } = settlement;
  const byCustomer = new Map<number, { settled: number[]; open: number[] }>();
  const all = { settled: [] as number[], open: [] as number[] };
  for (const part of settlement.history) {
    let own = byCustomer.get(part.customer);
    if (!own) byCustomer.set(part.customer, (own = { settled: [], open: [] }));
    for (const group of [own, all]) {
      if (part.settledDay !== null) group.settled.push(part.settledDay - part.dueDay);
      else group.open.push(asOf - part.dueDay);
    }
  }
  const portfolio = Survival.of(all.settled, all.open);
  const customers = new Map([...byCustomer].map(([customer, { settled, open }]) => [customer, Survival.of(settled, open)]));
  return {
    estimate(item) {
      if (item.onAccount) return { likelihood30: 0, likelihood60: 0, likelihood90: 0, expectedDay: null, likelihoodReason: { code: 'aging.likelihood-on-account' } };
      const own = customers.get(item.customer) ?? portfolio;
      const lateness = item.dueDay === null ? 0 : asOf - item.dueDay;
      const open = [30, 60, 90].map((days) => 1 - shrunkShare(own, lateness + days - 30, 30, shrunkShare(portfolio, lateness + days - 30, 30, 0.5, 1), CUSTOMER_PSEUDO_OBSERVATIONS));
      const [likelihood30, likelihood60, likelihood90] = [1 - open[0], 1 - open[0] * open[1], 1 - open[0] * open[1] * open[2]];
      return { likelihood30, likelihood60, likelihood90, expectedDay: asOf + 30, likelihoodReason: { code: 'aging.likelihood-customer', values: { count: own.settledCount } } };
    },
  };
}
