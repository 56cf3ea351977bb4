/** Sums up to each of a few days, from movements in any order: one pass over a ledger instead of one per day. */
import type { DaySerial, MinorUnits } from '../units/units';

export class RunningSum {
  private readonly days: readonly DaySerial[];
  /** Movements after the day before and up to each day. */
  private readonly stretches: Float64Array;

  /** The days that will be asked for. */
  constructor(days: readonly DaySerial[]) {
    this.days = [...new Set(days)].sort((a, b) => a - b);
    this.stretches = new Float64Array(this.days.length + 1);
  }

  add(day: DaySerial, amountMinor: MinorUnits): void {
    this.stretches[this.stretchOf(day)] += amountMinor;
  }

  /** Sum of the movements up to and with one of the days given. */
  until(day: DaySerial): MinorUnits {
    let sumMinor = 0;
    for (let stretch = 0; stretch <= this.days.indexOf(day); stretch++) sumMinor += this.stretches[stretch];
    return sumMinor;
  }

  /** The first of the days that is not before this one. */
  private stretchOf(day: DaySerial): number {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
