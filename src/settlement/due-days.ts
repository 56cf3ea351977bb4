/**
 * When an entry falls due. The order: the due date printed on the line; else the term of the customer
 * and product class; else of the customer; else of the product class; else the general one; else the default.
 */
import { addMonths, calendarFromDay, dayFromCalendar, daysInMonth, endOfMonth } from '../units/day';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type CustomerIndex, type EntryIndex, type EntryKind, type Term } from '../ledger/books';
import { fold } from '../ledger/fold';
import type { SettlementSettings } from './settlement';

export type TermRule = Term['rule'];

/** A debit, or one instalment of it. */
export interface DuePart {
  readonly amountMinor: MinorUnits;
  readonly dueDay: DaySerial;
}

/** Goods change hands under a term. Everything else that debits (an opening balance, a cheque returned) is due at once. */
const KINDS_UNDER_TERM: readonly EntryKind[] = ['invoice', 'exchange', 'transfer', 'return', 'adjustment'];

/** Finds the term that rules a customer's product class; built once per run. */
export class Terms {
  private readonly rules = new Map<string, TermRule>();
  private readonly classKeys = new Map<number, string>();
  private readonly found = new Map<number, TermRule>();
  private readonly fallback: TermRule;
  private readonly underTerm = ENTRY_KINDS.map((kind) => KINDS_UNDER_TERM.includes(kind));

  constructor(private readonly books: Books, settings: SettlementSettings) {
    this.fallback = { kind: 'days', days: settings.defaultTermDays };
    for (const master of books.masters) {
      if (master.settlesBy === 'sell-through') this.rules.set(`${master.customer}|`, { kind: 'sell-through', days: 0 });
    }
    for (const term of books.terms) {
      const key = `${term.customer ?? ''}|${fold(term.productClass)}`;
      // An agreement to settle by sell-through stands against a general number of days for the same customer.
      if (!this.rules.has(key) || term.customer === null || term.productClass !== '') this.rules.set(key, term.rule);
    }
  }

  /** The term of a customer and a product class (a text number of the pool). */
  ruleFor(customer: CustomerIndex, productClass: number): TermRule {
    const key = customer * this.books.texts.size + productClass;
    let rule = this.found.get(key);
    if (!rule) {
      const name = this.classKeyOf(productClass);
      rule = this.rules.get(`${customer}|${name}`) ?? this.rules.get(`${customer}|`) ?? this.rules.get(`|${name}`) ?? this.rules.get('|') ?? this.fallback;
      this.found.set(key, rule);
    }
    return rule;
  }

  /** True where the entry's goods are settled as the customer sells them, so that no calendar day makes them due. */
  isSellThrough(entry: EntryIndex): boolean {
    return this.termOf(entry)?.kind === 'sell-through';
  }

  /** The rule of the entry's term; null where the line prints its due date or falls due at once. */
  termOf(entry: EntryIndex): TermRule | null {
    const { ours } = this.books;
    if (ours.dueDay[entry] !== NO_DAY || !this.underTerm[ours.kind[entry]]) return null;
    return this.ruleFor(ours.customer[entry], ours.productClass[entry]);
  }

  private classKeyOf(productClass: number): string {
    let key = this.classKeys.get(productClass);
    if (key === undefined) {
      key = fold(this.books.texts.at(productClass));
      this.classKeys.set(productClass, key);
    }
    return key;
  }
}

/** The day on which a document of `day` falls due under a rule; for sell-through, `day` is the day of the sale. */
export function dueDayUnder(rule: TermRule, day: DaySerial): DaySerial {
  switch (rule.kind) {
    case 'days':
    case 'sell-through':
      return day + rule.days;
    case 'month-end':
      return endOfMonth(day) + rule.days;
    case 'fixed-day':
      return fixedDay(day, rule.dayOfMonth, rule.months);
    case 'instalments':
      return day + (rule.parts[0]?.days ?? 0);
  }
}

/** The n-th of a later month, or that month's last day where it is shorter. */
function fixedDay(day: DaySerial, dayOfMonth: number, months: number): DaySerial {
  const { year, month } = calendarFromDay(addMonths(day, months));
  return dayFromCalendar(year, month, Math.min(dayOfMonth, daysInMonth(year, month))) as DaySerial;
}

/** An amount in instalments, to the cent: rounding falls to the last part. Ordered by due day. */
export function instalmentsOf(rule: Extract<TermRule, { kind: 'instalments' }>, day: DaySerial, amountMinor: MinorUnits): readonly DuePart[] {
  const parts: DuePart[] = [];
  let restMinor = amountMinor;
  rule.parts.forEach((part, number) => {
    const isLast = number === rule.parts.length - 1;
    const partMinor = isLast ? restMinor : Math.min(restMinor, Math.round(amountMinor * part.share));
    restMinor -= partMinor;
    if (partMinor > 0) parts.push({ amountMinor: partMinor, dueDay: day + part.days });
  });
  return parts.length ? parts.sort((a, b) => a.dueDay - b.dueDay) : [{ amountMinor, dueDay: day }];
}
