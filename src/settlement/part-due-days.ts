/** When the part of a debit fell due that an allocation paid: an instalment, or goods sold, by its own day. */
import type { DaySerial } from '../units/units';
import type { Settlement } from './settlement';

export class PartDueDays {
  /** The first or only part's day stands in `Settlement.dueDays`. */
  private readonly later = new Map<string, DaySerial>();

  constructor(private readonly settlement: Settlement) {
    const { history } = settlement;
    for (let i = 0; i < history.count; i++) if (history.instalment[i] !== 0) this.later.set(`${history.entry[i]}|${history.instalment[i]}`, history.dueDay[i]);
  }

  /** `NO_DAY` for goods that were paid before they were sold. */
  ofAllocation(index: number): DaySerial {
    const { allocations, dueDays } = this.settlement;
    const debit = allocations.debit[index];
    const instalment = allocations.instalment[index];
    return instalment === 0 ? dueDays[debit] : this.later.get(`${debit}|${instalment}`) ?? dueDays[debit];
  }
}
