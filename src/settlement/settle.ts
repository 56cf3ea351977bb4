/** The room's verb: lays credits against debits, and says what is open as of a day and when debits were settled. */
import type { DaySerial } from '../units/units';
import type { Annotations } from '../annotations/annotations';
import type { Books } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import { settleAccount, type SettledAccount } from './account-run';
import type { AccountStretch } from './chronology';
import { SettlementContext } from './context';
import { dueDayUnder } from './due-days';
import { NOT_DUE } from './open-debits';
import type { Allocation, OpenItem, SettledDebit, Settlement, SettlementSettings } from './settlement';

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
  const allocations: Allocation[] = [];
  const openItems: OpenItem[] = [];
  const history: SettledDebit[] = [];
  const dueDays = dueDaysOf(context);
  for (const account of context.chronology.accounts) {
    report(context, account, settleAccount(context, account, asOf, allocations), openItems, history);
  }
  return { asOf, allocations, openItems, history, dueDays, problems: context.problems };
}

function dueDaysOf(context: SettlementContext): Int32Array {
  const { books, chronology, terms } = context;
  const { ours } = books;
  const dueDays = new Int32Array(ours.count);
  for (let i = 0; i < ours.count; i++) {
    if (ours.amountMinor[i] <= 0) continue;
    const rule = terms.termOf(i);
    if (rule?.kind === 'sell-through') continue;
    dueDays[i] = rule ? dueDayUnder(rule, chronology.days[i]) : ours.dueDay[i] || chronology.days[i];
  }
  return dueDays;
}

function report(context: SettlementContext, account: AccountStretch, { state, onBehalfOf }: SettledAccount, openItems: OpenItem[], history: SettledDebit[]): void {
  const { books, chronology } = context;
  const { debits } = state;
  const { customer } = account;
  const currency = books.currencies[account.currency];
  const classText = (entry: number) => books.texts.at(books.ours.productClass[entry]);
  for (let part = 0; part < debits.count; part++) {
    const entry = debits.entry[part];
    const originalMinor = debits.originalMinor[part];
    const openMinor = debits.openMinor[part];
    if (originalMinor === 0) continue;
    const isUnsold = debits.dueDay[part] === NOT_DUE;
    const dueDay = isUnsold ? null : debits.dueDay[part];
    if (openMinor > 0) openItems.push({ entry, customer, currency, dueDay, originalMinor, openMinor, onAccount: false, instalment: debits.instalment[part], productClass: classText(entry) });
    const settledDay = openMinor > 0 ? null : debits.lastPaidDay[part];
    // Unsold goods have no term to be measured against; once paid, they were due when they were paid.
    if (!isUnsold || settledDay !== null) history.push({ entry, instalment: debits.instalment[part] || undefined, customer, day: chronology.days[entry], dueDay: dueDay ?? (settledDay as DaySerial), amountMinor: originalMinor, settledDay, productClass: classText(entry) });
  }
  for (const [entry, leftMinor] of state.creditLeftMinor) {
    if (leftMinor <= 0) continue;
    openItems.push({ entry, customer, currency, dueDay: null, originalMinor: books.ours.amountMinor[entry], openMinor: -leftMinor, onAccount: true, instalment: 0, productClass: classText(entry), onBehalfOf: onBehalfOf.get(entry) });
  }
}
