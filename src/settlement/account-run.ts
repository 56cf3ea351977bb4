/**
 * Settles one account, day by day. Nothing looks ahead: what is laid against what on a day depends only
 * on what was booked by then, so an earlier as-of day gives the same allocations up to that day.
 *
 * On each day the debits arrive first and meet credits that waited for them; then every credit of the day
 * tries its rules from the strongest evidence to the weakest, all credits one rule before the next, so
 * that a payment which says nothing does not take the invoice that its neighbour names.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import { AccountState } from './account-state';
import { PolicyRules } from './by-policy';
import { WordRules } from './by-word';
import type { AccountStretch } from './chronology';
import type { SettlementContext } from './context';
import { NOT_DUE } from './debit-parts';
import { instalmentsOf } from './due-days';
import { SellThrough } from './sell-through';

/** Settles an account up to the as-of day. Its parts and allocations are added to the context's. */
export function settleAccount(context: SettlementContext, account: AccountStretch, asOf: DaySerial): void {
  const { days, order } = context.chronology;
  const run = new AccountRun(new AccountState(context, account));
  for (let from = account.from; from < account.to; ) {
    let to = from + 1;
    while (to < account.to && days[order[to]] === days[order[from]]) to++;
    run.settleDay(order.subarray(from, to), days[order[from]]);
    from = to;
  }
  run.sellThrough.sellUntil(asOf);
}

class AccountRun {
  readonly sellThrough: SellThrough;
  private readonly byWord: WordRules;
  private readonly byPolicy: PolicyRules;
  private readonly amountMinor: Float64Array;

  constructor(private readonly state: AccountState) {
    this.byWord = new WordRules(state);
    this.byPolicy = new PolicyRules(state);
    this.sellThrough = new SellThrough(state, state.context.salesTo(state.account.customer));
    this.amountMinor = state.context.books.ours.amountMinor;
  }

  /** The entries of a day: debits, then credits, as the chronology has them. */
  settleDay(entries: Uint32Array, day: DaySerial): void {
    const { byWord, byPolicy, state } = this;
    let debitCount = 0;
    while (debitCount < entries.length && this.amountMinor[entries[debitCount]] > 0) debitCount++;
    const debits = entries.subarray(0, debitCount);
    const credits = entries.subarray(debitCount);
    this.sellThrough.sellUntil(day - 1);
    for (const debit of debits) this.addParts(debit, day);
    for (const debit of debits) for (const credit of byWord.debitArrives(debit, day)) byPolicy.wait(credit);
    this.sellThrough.sellUntil(day);
    for (const credit of credits) state.addCredit(credit);
    for (const credit of credits) byWord.creditArrives(credit, day);
    for (const credit of credits) {
      if (byWord.isSpokenFor(credit)) continue;
      byPolicy.settleExactly(credit, day);
      byPolicy.wait(credit);
    }
    byPolicy.settleOldestFirst(day);
  }

  private addParts(entry: EntryIndex, day: DaySerial): void {
    const { terms, dueDays, isSellThrough } = this.state.context;
    const amountMinor = this.amountMinor[entry];
    let heldMinor = this.state.context.heldOfDebit(entry);
    const rule = terms.hasInstalments ? terms.termOf(entry) : null;
    if (rule?.kind !== 'instalments') {
      this.addPart(entry, 0, amountMinor, isSellThrough[entry] === 1 ? NOT_DUE : dueDays[entry], heldMinor);
      return;
    }
    instalmentsOf(rule, day, amountMinor).forEach((part, instalment) => {
      const heldOfPartMinor = Math.min(heldMinor, part.amountMinor);
      heldMinor -= heldOfPartMinor;
      this.addPart(entry, instalment, part.amountMinor, part.dueDay, heldOfPartMinor);
    });
  }

  private addPart(entry: EntryIndex, instalment: number, amountMinor: MinorUnits, dueDay: DaySerial, heldMinor: MinorUnits): void {
    const { context, debits } = this.state;
    const part = debits.add(entry, instalment, amountMinor, dueDay, context.classOf(entry), context.numbers.ofEntry(entry), heldMinor);
    if (dueDay === NOT_DUE) this.sellThrough.deliver(part);
  }
}
