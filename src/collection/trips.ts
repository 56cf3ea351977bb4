/** Which customers a rep visits on which day: few visits are planned exactly, many well. */
import type { DaySerial } from '../units/units';
import type { Stop, StopSlots, TripRules } from './trip-day';
import { planExactly, EXACT_UP_TO } from './trips-exact';
import { planGreedily } from './trips-greedy';

export function planStops(stops: readonly Stop[], rules: TripRules): StopSlots {
  return stops.length <= EXACT_UP_TO ? planExactly(stops, rules) : planGreedily(stops, rules);
}

/** Slots of a window of days; null where none of the days ahead is in it. */
export function slotWindow(days: readonly DaySerial[], fromDay: DaySerial, untilDay: DaySerial): { readonly fromSlot: number; readonly untilSlot: number } | null {
  const fromSlot = days.findIndex((day) => day >= fromDay);
  const untilSlot = days.findLastIndex((day) => day <= untilDay);
  return fromSlot < 0 || untilSlot < fromSlot ? null : { fromSlot, untilSlot };
}
