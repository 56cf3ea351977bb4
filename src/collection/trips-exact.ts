/** The best plan of a few visits, by trying for each day every set of those left (dynamic programming over sets). */
import { HOURS_SLACK, dayWorth, type Stop, type StopSlots, type TripRules } from './trip-day';

/** 3^8 pairs of sets per day: a fraction of a millisecond. */
export const EXACT_UP_TO = 8;

export function planExactly(stops: readonly Stop[], rules: TripRules): StopSlots {
  const setCount = 1 << stops.length;
  const worths = worthOfEachDay(stops, rules, setCount);
  const open = openBySlot(stops, rules);
  // best[v]: the largest worth of the slots so far that visits exactly the set v.
  let best = new Float64Array(setCount).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  const choices: Int32Array[] = [];
  for (let slot = 0; slot < rules.slots; slot++) {
    const next = best.slice();
    const choice = new Int32Array(setCount);
    for (let visited = 0; visited < setCount; visited++) {
      if (best[visited] === Number.NEGATIVE_INFINITY) continue;
      const free = open[slot] & ~visited;
      for (let day = free; day > 0; day = (day - 1) & free) {
        const worth = best[visited] + worths[day];
        if (worth > next[visited | day]) {
          next[visited | day] = worth;
          choice[visited | day] = day;
        }
      }
    }
    best = next;
    choices.push(choice);
  }
  return slotsFrom(best, choices, stops.length);
}

/** A day's worth by set of stops; minus infinity where the hours do not suffice. */
function worthOfEachDay(stops: readonly Stop[], rules: TripRules, setCount: number): Float64Array {
  const worths = new Float64Array(setCount);
  for (let set = 1; set < setCount; set++) {
    const { hours, worth } = dayWorth(stops, stops.map((_, s) => s).filter((s) => set & (1 << s)), rules);
    worths[set] = hours <= rules.hoursPerDay + HOURS_SLACK ? worth : Number.NEGATIVE_INFINITY;
  }
  return worths;
}

/** The set of stops that may be visited on each slot. */
function openBySlot(stops: readonly Stop[], rules: TripRules): number[] {
  return Array.from({ length: rules.slots }, (_, slot) => stops.reduce((set, stop, s) => (stop.fromSlot <= slot && slot <= stop.untilSlot ? set | (1 << s) : set), 0));
}

/** Walks the choices back from the best set of all. */
function slotsFrom(best: Float64Array, choices: readonly Int32Array[], stopCount: number): StopSlots {
  let visited = best.reduce((top, worth, set) => (worth > best[top] ? set : top), 0);
  const slots: StopSlots = new Int32Array(stopCount).fill(-1);
  for (let slot = choices.length - 1; slot >= 0; slot--) {
    const day = choices[slot][visited];
    for (let s = 0; s < stopCount; s++) if (day & (1 << s)) slots[s] = slot;
    visited &= ~day;
  }
  return slots;
}
