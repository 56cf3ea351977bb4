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
type Instalments = Extract<TermRule, { kind: 'instalments' }>;

/** A debit, or one instalment of it. */
export interface DuePart {
  readonly amountMinor: MinorUnits;
  readonly dueDay: DaySerial;
}

/** Goods change hands under a term. Everything else that debits (an opening balance, a cheque returned) is due at once. */
const KINDS_UNDER_TERM: readonly EntryKind[] = ['invoice', 'exchange', 'transfer', 'return', 'adjustment'];

/** Finds the term that rules a customer's product class, of several for the same the last; built once per run. */
export class Terms {
  readonly hasInstalments: boolean;
  private readonly rules = new Map<string, TermRule>();
  /** Customers with terms of their own; all others go by the class alone. */
  private readonly customers: ReadonlySet<CustomerIndex>;
  private readonly ofAnyone = new Map<number, TermRule>();
  private readonly ofCustomer = new Map<CustomerIndex, Map<number, TermRule>>();
  private readonly dueDays = new Map<TermRule, Map<DaySerial, DaySerial>>();
  private readonly fallback: TermRule;
  private readonly underTerm = ENTRY_KINDS.map((kind) => KINDS_UNDER_TERM.includes(kind));

  constructor(private readonly books: Books, settings: SettlementSettings) {
    this.fallback = { kind: 'days', days: settings.defaultTermDays };
    const agreed = new Set(books.masters.filter(({ settlesBy }) => settlesBy === 'sell-through').map(({ customer }) => customer));
    for (const customer of agreed) this.rules.set(`${customer}|`, { kind: 'sell-through', days: 0 });
    for (const { customer, productClass, rule } of books.terms) {
      // An agreement to settle by sell-through stands against a general number of days for the same customer.
      const isOverruled = customer !== null && productClass === '' && agreed.has(customer) && rule.kind !== 'sell-through';
      if (!isOverruled) this.rules.set(`${customer ?? ''}|${fold(productClass)}`, rule);
    }
    this.customers = new Set([...agreed, ...books.terms.flatMap(({ customer }) => (customer === null ? [] : [customer]))]);
    this.hasInstalments = books.terms.some(({ rule }) => rule.kind === 'instalments');
  }

  /** The term of a customer and a product class (a text number of the pool). */
  ruleFor(customer: CustomerIndex, productClass: number): TermRule {
    const known = this.customers.has(customer) ? found(this.ofCustomer, customer, () => new Map<number, TermRule>()) : this.ofAnyone;
    return found(known, productClass, () => {
      const name = fold(this.books.texts.at(productClass));
      return this.rules.get(`${customer}|${name}`) ?? this.rules.get(`${customer}|`) ?? this.rules.get(`|${name}`) ?? this.rules.get('|') ?? this.fallback;
    });
  }

  /** For sell-through, `day` is the day of the sale. Documents share their days, so what takes a calendar is worked out once. */
  dueDay(rule: Exclude<TermRule, Instalments>, day: DaySerial): DaySerial {
    if (rule.kind === 'days' || rule.kind === 'sell-through') return day + rule.days;
    return found(found(this.dueDays, rule, () => new Map<DaySerial, DaySerial>()), day, () => dueDayUnder(rule, day));
  }

  /** The rule of the entry's term; null where the line prints its due date or falls due at once. */
  termOf(entry: EntryIndex): TermRule | null {
    const { ours } = this.books;
    if (ours.dueDay[entry] !== NO_DAY || !this.underTerm[ours.kind[entry]]) return null;
    return this.ruleFor(ours.customer[entry], ours.productClass[entry]);
  }
}

function found<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = find()));
  return value;
}

/** The day on which a document of `day` falls due under a rule of the calendar. */
function dueDayUnder(rule: Extract<TermRule, { kind: 'month-end' | 'fixed-day' }>, day: DaySerial): DaySerial {
  return rule.kind === 'month-end' ? endOfMonth(day) + rule.days : fixedDay(day, rule.dayOfMonth, rule.months);
}

/** The n-th of a month so much later, or its last day where it is shorter. Nothing is due before it was sold: what comes after the day waits for the next. */
function fixedDay(day: DaySerial, dayOfMonth: number, months: number): DaySerial {
  const { year, month } = calendarFromDay(addMonths(day, months));
  const fixed = dayFromCalendar(year, month, Math.min(dayOfMonth, daysInMonth(year, month))) as DaySerial;
  return fixed >= day ? fixed : fixedDay(day, dayOfMonth, months + 1);
}

/** An amount in instalments, to the cent: rounding falls to the last part. Ordered by due day. */
export function instalmentsOf(rule: Instalments, day: DaySerial, amountMinor: MinorUnits): readonly DuePart[] {
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
