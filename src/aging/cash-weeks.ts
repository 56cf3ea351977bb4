/**
 * Weeks in which cash is expected, the same wherever it is told: seven days each, the first of them the day
 * after the as-of day. A calendar week would begin before the balance that is being collected, and how much
 * of it is left would hang on the weekday of the as-of day.
 */
import type { DaySerial } from '../units/units';
import type { CurrencyCode } from '../units/money';
import { compareText } from './compare-text';
import type { ExpectedCash } from './aged';

/** A quarter: as far ahead as a likelihood reaches. */
const WEEKS_MIN = 13;
const DAYS = 7;

interface Week {
  expected: number;
  sure: number;
}

/** Sums of one currency, in minor units and parts of them. */
export class CashWeeks {
  private readonly weeks: Week[] = Array.from({ length: WEEKS_MIN }, () => ({ expected: 0, sure: 0 }));

  constructor(private readonly asOf: DaySerial) {}

  /** What should have come by the as-of day comes in the first week. */
  add(day: DaySerial, minor: number, isSure: boolean): void {
    const number = Math.max(0, Math.floor((day - this.asOf - 1) / DAYS));
    while (this.weeks.length <= number) this.weeks.push({ expected: 0, sure: 0 });
    const week = this.weeks[number];
    week.expected += minor;
    if (isSure) week.sure += minor;
  }

  /** Evenly over so many days. */
  spread(fromDay: DaySerial, dayCount: number, minor: number, isSure: boolean): void {
    const end = fromDay + dayCount;
    for (let day = fromDay; day < end; ) {
      const next = Math.min(end, day + DAYS - ((day - this.asOf - 1) % DAYS));
      this.add(day, (minor * (next - day)) / dayCount, isSure);
      day = next;
    }
  }

  inOrder(currency: CurrencyCode): readonly ExpectedCash[] {
    return this.weeks.map(({ expected, sure }, number) => ({ currency, weekStartDay: this.asOf + 1 + DAYS * number, expectedMinor: Math.round(expected), sureMinor: Math.round(sure) }));
  }
}

/** Cash weeks by currency: thirteen, more where something comes later, and those without cash too. */
export class CashByCurrency {
  private readonly byCurrency = new Map<CurrencyCode, CashWeeks>();

  constructor(private readonly asOf: DaySerial) {}

  of(currency: CurrencyCode): CashWeeks {
    let weeks = this.byCurrency.get(currency);
    if (!weeks) this.byCurrency.set(currency, (weeks = new CashWeeks(this.asOf)));
    return weeks;
  }

  inOrder(): readonly ExpectedCash[] {
    return [...this.byCurrency].sort(([a], [b]) => compareText(a, b)).flatMap(([currency, weeks]) => weeks.inOrder(currency));
  }
}
