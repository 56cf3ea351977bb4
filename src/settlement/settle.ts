/** The room's verb: lays credits against debits, and says what is open as of a day and when debits were settled. */
import { NO_DAY, type DaySerial } from '../units/units';
import type { Annotations } from '../annotations/annotations';
import type { Books } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import { settleAccount } from './account-run';
import type { AccountStretch } from './chronology';
import { SettlementContext } from './context';
import { NOT_DUE } from './debit-parts';
import { SettledDebitColumns } from './settled-debits';
import type { OpenItem, Settlement, SettlementSettings } from './settlement';

export interface SettleOptions {
  /** Nothing booked after this day counts. */
  readonly asOf: DaySerial;
  readonly reconciliation: Reconciliation;
  readonly annotations: Annotations;
  readonly settings: SettlementSettings;
}

/**
 * Settles our ledger. Per customer and currency the open items sum to the balance of the as-of day, no
 * allocation exceeds either side, and a later as-of day only adds to what an earlier one gave.
 */
export function settle(books: Books, options: SettleOptions): Settlement {
  const { asOf, annotations, reconciliation, settings } = options;
  const context = new SettlementContext(books, asOf, annotations, reconciliation, settings);
  const openItems: OpenItem[] = [];
  for (const account of context.chronology.accounts) {
    const firstPart = context.parts.count;
    settleAccount(context, account, asOf);
    addOpenDebits(context, account, firstPart, openItems);
    addCreditsOnAccount(context, account, openItems);
  }
  return { asOf, allocations: context.allocations, openItems, history: historyOf(context), dueDays: context.dueDays, problems: context.problems };
}

function addOpenDebits({ books, parts }: SettlementContext, { customer, currency }: AccountStretch, firstPart: number, openItems: OpenItem[]): void {
  for (let part = firstPart; part < parts.count; part++) {
    const openMinor = parts.openMinor[part];
    if (openMinor <= 0) continue;
    const entry = parts.entry[part];
    openItems.push({
      entry, customer, currency: books.currencies[currency], dueDay: parts.dueDay[part] === NOT_DUE ? null : parts.dueDay[part], originalMinor: parts.originalMinor[part], openMinor,
      onAccount: false, instalment: parts.instalment[part], productClass: books.texts.at(books.ours.productClass[entry]), onBehalfOf: undefined,
    });
  }
}

/** In the order of their coming. */
function addCreditsOnAccount({ books, chronology, creditLeftMinor, onBehalfOf }: SettlementContext, { customer, currency, from, to }: AccountStretch, openItems: OpenItem[]): void {
  for (let at = from; at < to; at++) {
    const entry = chronology.order[at];
    const leftMinor = creditLeftMinor[entry];
    if (leftMinor <= 0) continue;
    openItems.push({
      entry, customer, currency: books.currencies[currency], dueDay: null, originalMinor: books.ours.amountMinor[entry], openMinor: -leftMinor,
      onAccount: true, instalment: 0, productClass: books.texts.at(books.ours.productClass[entry]), onBehalfOf: onBehalfOf.get(entry),
    });
  }
}

function historyOf({ books, chronology, parts }: SettlementContext): SettledDebitColumns {
  const history = new SettledDebitColumns(parts.count);
  for (let part = 0; part < parts.count; part++) {
    const settledDay = parts.openMinor[part] > 0 ? NO_DAY : parts.lastPaidDay[part];
    const isUnsold = parts.dueDay[part] === NOT_DUE;
    // Unsold goods have no term to be measured against; once paid, they were due when they were paid.
    if (parts.originalMinor[part] === 0 || (isUnsold && settledDay === NO_DAY)) continue;
    const entry = parts.entry[part];
    history.add(entry, parts.instalment[part], books.ours.customer[entry], chronology.days[entry], isUnsold ? settledDay : parts.dueDay[part], parts.originalMinor[part], settledDay);
  }
  return history;
}
