/** What every view takes from its surroundings: the store, the actions, the language and the inks. */
import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import { say, type Language, type Message } from '../texts';
import { formatIsoDay } from '../units/day';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { formatAmount, type CurrencyCode } from '../units/money';
import type { PaneState } from './state';
import type { Pane, PaneActions } from './store';
import type { Inks } from './theme';

export interface PaneContextValue {
  readonly pane: Pane;
  readonly language: Language;
  readonly inks: Inks;
}

export const PaneContext = createContext<PaneContextValue | null>(null);

function usePaneContext(): PaneContextValue {
  const value = useContext(PaneContext);
  if (!value) throw new Error('A view stands outside the pane.');
  return value;
}

export function usePane<T>(choose: (state: PaneState) => T): T {
  return useStore(usePaneContext().pane.store, choose);
}

export function useActions(): PaneActions {
  return usePaneContext().pane.actions;
}

export function useInks(): Inks {
  return usePaneContext().inks;
}

export function useLanguage(): Language {
  return usePaneContext().language;
}

export type Say = (code: string, values?: Message['values']) => string;

/** The texts in the pane's language. */
export function useSay(): Say {
  const { language } = usePaneContext();
  return useCallback((code, values) => say({ code, values }, language), [language]);
}

/** A text about `count` things; the text whose code ends in `.one` where it is one. */
export function useSayCount(): (code: string, count: number, values?: Message['values']) => string {
  const say = useSay();
  return useCallback((code, count, values) => say(count === 1 ? `${code}.one` : code, { ...values, count }), [say]);
}

/** `CNY 12,400.00`: an amount never stands without its currency, nor on another line. */
export function money(amountMinor: MinorUnits, currency: CurrencyCode): string {
  return `${currency}\u00a0${figure(amountMinor, currency)}`;
}

/** An amount without its currency; the sign as printed in accounts, a true minus. */
export function figure(amountMinor: MinorUnits, currency: CurrencyCode): string {
  return formatAmount(amountMinor, currency).replace('-', '−');
}

/** `2026-09-30`; a dash for a line without a day. */
export function dayText(day: DaySerial | null): string {
  return day === null || day === NO_DAY ? '–' : formatIsoDay(day);
}
