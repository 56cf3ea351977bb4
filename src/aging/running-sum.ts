/** Sums up to each of a few days, from movements in any order: one pass over a ledger instead of one per day. */
import type { DaySerial, MinorUnits } from '../units/units';

export class RunningSum {
  private readonly days: readonly DaySerial[];
  /** Movements after the day before and up to each day. */
  private readonly stretches: Float64Array;
  /** By day from the first of the days: the number of the first that is not before it. */
  private readonly stretchByDay: Uint16Array;

  /** The days that will be asked for. */
  constructor(days: readonly DaySerial[]) {
    this.days = [...new Set(days)].sort((a, b) => a - b);
    this.stretches = new Float64Array(this.days.length + 1);
    this.stretchByDay = new Uint16Array(this.days[this.days.length - 1] - this.days[0] + 1);
    for (let at = 0, stretch = 0; at < this.stretchByDay.length; at++) {
      if (this.days[0] + at > this.days[stretch]) stretch++;
      this.stretchByDay[at] = stretch;
    }
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
    const at = day - this.days[0];
    if (at <= 0) return 0;
    return at < this.stretchByDay.length ? this.stretchByDay[at] : this.days.length;
  }
}
