/** Ledgers of made-up payers, the same on every machine: every payment names its invoice. */
import { endOfMonth } from '../../src/units/day';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { day } from '../settlement/support';

/** Numbers between 0 and 1 from a seed (Park and Miller). */
export function chance(seed: number): () => number {
  let state = seed % 2147483647 || 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function bell(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Days after the due day on which an invoice is paid; null = never. */
export type Habit = (random: () => number, dueDay: number) => number | null;

/** Each customer around a mean of its own. */
export function steadyHabit(random: () => number): Habit {
  const mean = 12 * bell(random);
  return (each) => Math.round(mean + 6 * bell(each));
}

/** Long tails: some take months, one in twelve is never paid. */
export function tailedHabit(random: () => number): Habit {
  const pace = 4 + 40 * random() ** 2;
  const loss = random() < 0.3 ? 0.25 : 0.01;
  return (each) => (each() < loss ? null : Math.round(-3 - pace * Math.log(1 - each())));
}

/** Paid in the run at the end of the month, after approval; some skip a month. */
export function payRunHabit(random: () => number): Habit {
  const approval = Math.round(25 * random());
  const skips = random() < 0.4 ? 0.35 : 0.05;
  return (each, dueDay) => {
    let run = endOfMonth(dueDay + approval);
    while (each() < skips) run = endOfMonth(run + 5);
    return run - dueDay;
  };
}

export interface Synthetic {
  readonly lines: readonly CaseLine[];
  /** When each invoice is really settled, by document. */
  readonly settledDays: ReadonlyMap<string, number>;
}

export const SYNTHETIC_FIRST_DAY = day('2025-01-01');

/** A year of invoices of sixty customers at terms of 30 days. */
export function synthetic(habitOf: (random: () => number) => Habit, seed: number, invoiceCount = 1500): Synthetic {
  const random = chance(seed);
  const habits = Array.from({ length: 60 }, () => habitOf(random));
  const settledDays = new Map<string, number>();
  const lines = Array.from({ length: invoiceCount }, (_, at): CaseLine[] => {
    const customer = Math.floor(60 * random() ** 1.5);
    const booked = SYNTHETIC_FIRST_DAY + Math.floor((365 * at) / invoiceCount);
    const dueDay = booked + 30;
    const document = `INV-${10000 + at}`;
    const amountMinor = Math.round(10000 * Math.exp(bell(random)));
    const invoice: CaseLine = { day: booked, dueDay, document, customer: `C${customer}`, amountMinor };
    const lateness = habits[customer](random, dueDay);
    if (lateness === null) return [invoice];
    const paid = Math.max(booked + 1, dueDay + lateness);
    settledDays.set(document, paid);
    return [invoice, { day: paid, document: `PAY-${10000 + at}`, customer: `C${customer}`, amountMinor: -amountMinor, references: document }];
  });
  return { lines: lines.flat(), settledDays };
}
