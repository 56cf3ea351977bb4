/**
 * Settles one account, day by day. Nothing looks ahead: what is laid against what on a day depends only
 * on what was booked by then, so an earlier as-of day gives the same allocations up to that day.
 *
 * On each day the debits arrive first and meet credits that waited for them; then every credit of the day
 * tries its rules from the strongest evidence to the weakest, all credits one rule before the next, so
 * that a payment which says nothing does not take the invoice that its neighbour names.
 */
import type { DaySerial } from '../units/units';
import type { CustomerIndex, EntryIndex } from '../ledger/books';
import { AccountState } from './account-state';
import { PolicyRules } from './by-policy';
import { WordRules } from './by-word';
import type { AccountStretch } from './chronology';
import type { SettlementContext } from './context';
import { dueDayUnder, instalmentsOf, type DuePart } from './due-days';
import { NOT_DUE } from './open-debits';
import { SellThrough } from './sell-through';
import type { Allocation } from './settlement';

export interface SettledAccount {
  readonly state: AccountState;
  /** Credits that name another customer's document, and whose. */
  readonly onBehalfOf: ReadonlyMap<EntryIndex, CustomerIndex>;
}

/** Settles an account up to the as-of day; allocations are added to the list. */
export function settleAccount(context: SettlementContext, account: AccountStretch, asOf: DaySerial, allocations: Allocation[]): SettledAccount {
  const { days, order } = context.chronology;
  const { amountMinor } = context.books.ours;
  const run = new AccountRun(new AccountState(context, account, allocations));
  for (let at = account.from; at < account.to; ) {
    const day = days[order[at]];
    const debits: EntryIndex[] = [];
    const credits: EntryIndex[] = [];
    for (; at < account.to && days[order[at]] === day; at++) {
      const entry = order[at];
      if (amountMinor[entry] > 0) debits.push(entry);
      else if (amountMinor[entry] < 0) credits.push(entry);
    }
    run.settleDay(debits, credits, day);
  }
  run.sellThrough.sellUntil(asOf);
  return { state: run.state, onBehalfOf: run.byWord.onBehalfOf };
}

class AccountRun {
  readonly byWord: WordRules;
  readonly sellThrough: SellThrough;
  private readonly byPolicy: PolicyRules;

  constructor(readonly state: AccountState) {
    this.byWord = new WordRules(state);
    this.byPolicy = new PolicyRules(state);
    this.sellThrough = new SellThrough(state, state.context.salesTo(state.account.customer));
  }

  settleDay(debits: readonly EntryIndex[], credits: readonly EntryIndex[], day: DaySerial): void {
    this.sellThrough.sellUntil(day - 1);
    for (const debit of debits) this.addParts(debit, day);
    for (const debit of debits) for (const credit of this.byWord.debitArrives(debit, day)) this.byPolicy.wait(credit);
    this.sellThrough.sellUntil(day);
    for (const credit of credits) this.state.addCredit(credit);
    for (const credit of credits) this.byWord.creditArrives(credit, day);
    for (const credit of credits) {
      if (this.byWord.isSpokenFor(credit)) continue;
      this.byPolicy.settleExactly(credit, day);
      this.byPolicy.wait(credit);
    }
    this.byPolicy.settleOldestFirst(day);
  }

  private addParts(entry: EntryIndex, day: DaySerial): void {
    const { context, debits } = this.state;
    let heldMinor = context.heldOfDebit(entry);
    const productClass = context.classOf(entry);
    const document = context.numbers.ofEntry(entry);
    const isSellThrough = context.terms.isSellThrough(entry);
    this.duePartsOf(entry, day).forEach((part, instalment) => {
      const heldOfPartMinor = Math.min(heldMinor, part.amountMinor);
      heldMinor -= heldOfPartMinor;
      const index = debits.add({ entry, instalment, productClass, document, amountMinor: part.amountMinor, dueDay: part.dueDay }, heldOfPartMinor);
      if (isSellThrough) this.sellThrough.deliver(index);
    });
  }

  private duePartsOf(entry: EntryIndex, day: DaySerial): readonly DuePart[] {
    const { books, terms } = this.state.context;
    const amountMinor = books.ours.amountMinor[entry];
    const rule = terms.termOf(entry);
    if (rule === null) return [{ amountMinor, dueDay: books.ours.dueDay[entry] || day }];
    if (rule.kind === 'sell-through') return [{ amountMinor, dueDay: NOT_DUE }];
    return rule.kind === 'instalments' ? instalmentsOf(rule, day, amountMinor) : [{ amountMinor, dueDay: dueDayUnder(rule, day) }];
  }
}
