/** The proof of the key figures' amounts, each added up anew from our ledger for its day and period. */
import { NO_DAY, type DaySerial } from '../units/units';
import { ENTRY_KINDS } from '../ledger/books';
import type { KeyFigures } from '../aging/aged';
import { firstDayOf } from './balances';
import type { Findings, Whose } from './findings';
import type { Outcome } from './proof';

const OPENING = ENTRY_KINDS.indexOf('opening');
const PAYMENT = ENTRY_KINDS.indexOf('payment');
/** Credit sales are goods that went out less goods that came back. */
const IS_SALE = ENTRY_KINDS.map((kind) => kind === 'invoice' || kind === 'exchange' || kind === 'transfer' || kind === 'return');

/** Sales are those of so many days, or of the ledger's life where that is shorter. */
const PERIOD_DAYS = 90;
/** Ratios are quotients: two ways to write one may differ in the last of their sixteen digits. */
const RATIO_DIGITS = 12;

interface Sums {
  readonly figures: KeyFigures;
  receivablesMinor: number;
  salesMinor: number;
  collectedMinor: number;
}

export function proveKeyFigures(outcome: Outcome, findings: Findings): void {
  const { books, aged, asOf } = outcome;
  const byCurrency = books.currencies.map((currency) => aged.keyFigures.filter((figures) => figures.currency === currency).map((figures): Sums => ({ figures, receivablesMinor: 0, salesMinor: 0, collectedMinor: 0 })));
  const firstDay = firstDayOf(books.ours.day, asOf);
  addUp(outcome, firstDay, byCurrency);
  // Each currency in which we have lines is told of, and no other.
  const used = new Set(books.ours.currency);
  findings.same('account', { customer: null, currency: 0 }, aged.keyFigures.filter((figures) => figures.asOf === asOf && used.has(books.currencies.indexOf(figures.currency))).length, used.size);
  findings.same('account', { customer: null, currency: 0 }, byCurrency.reduce((count, list) => count + list.length, 0), aged.keyFigures.length);
  const overdueMinor = overdueNow(outcome);
  byCurrency.forEach((list, currency) => {
    const everyone: Whose = { customer: null, currency };
    for (const { figures, receivablesMinor, salesMinor, collectedMinor } of list) {
      const month = String(figures.asOf);
      findings.same('period', everyone, figures.periodDays, Math.max(1, Math.min(PERIOD_DAYS, figures.asOf - firstDay + 1)), month);
      findings.sameMinor('receivables', everyone, figures.receivablesMinor, receivablesMinor, month);
      findings.sameMinor('sales', everyone, figures.salesMinor, salesMinor, month);
      findings.sameMinor('collected', everyone, figures.collectedMinor, collectedMinor, month);
      findings.sameMinor('current', everyone, figures.currentMinor, receivablesMinor - figures.overdueMinor, month);
      proveRatios(figures, everyone, month, findings);
      if (figures.asOf === asOf) findings.sameMinor('overdue', everyone, figures.overdueMinor, overdueMinor[currency], month);
    }
  });
}

/** Days of sales that the receivables stand for, those not yet due, and the rest. */
function proveRatios({ receivablesMinor, currentMinor, salesMinor, periodDays, dso, bestPossibleDso, averageDaysDelinquent }: KeyFigures, everyone: Whose, month: string, findings: Findings): void {
  const isKnown = salesMinor > 0;
  const sameRatio = (is: number | null, shouldBe: number) => findings.same('ratio', everyone, rounded(is), isKnown ? rounded(shouldBe) : null, month);
  sameRatio(dso, (receivablesMinor * periodDays) / salesMinor);
  sameRatio(bestPossibleDso, (currentMinor * periodDays) / salesMinor);
  sameRatio(averageDaysDelinquent, (receivablesMinor * periodDays) / salesMinor - (currentMinor * periodDays) / salesMinor);
}

function rounded(ratio: number | null): number | null {
  return ratio === null ? null : Number(ratio.toPrecision(RATIO_DIGITS));
}

/** An opening balance stands before the period in which the ledger begins; a line without a day is of the ledger's first day. */
function addUp({ books: { ours }, asOf }: Outcome, firstDay: DaySerial, byCurrency: readonly (readonly Sums[])[]): void {
  for (let line = 0; line < ours.count; line++) {
    if (ours.day[line] > asOf) continue;
    const kind = ours.kind[line];
    const amountMinor = ours.amountMinor[line];
    const day = ours.day[line] === NO_DAY ? firstDay : ours.day[line];
    for (const sums of byCurrency[ours.currency[line]]) {
      if (kind !== OPENING && day > sums.figures.asOf) continue;
      sums.receivablesMinor += amountMinor;
      if (day > sums.figures.asOf || day <= sums.figures.asOf - sums.figures.periodDays) continue;
      if (IS_SALE[kind]) sums.salesMinor += amountMinor;
      else if (kind === PAYMENT) sums.collectedMinor -= amountMinor;
    }
  }
}

/** By currency: open, due, and the due day past. */
function overdueNow({ books, settlement, asOf }: Outcome): Float64Array {
  const overdueMinor = new Float64Array(books.currencies.length);
  for (const { entry, openMinor, dueDay, onAccount } of settlement.openItems) {
    if (!onAccount && dueDay !== null && dueDay < asOf) overdueMinor[books.ours.currency[entry]] += openMinor;
  }
  return overdueMinor;
}
