/** Aged items as the other rooms see them: figures in columns, since there may be a million, and words made when somebody asks. */
import { NO_DAY, type DaySerial } from '../units/units';
import type { Message } from '../texts';
import type { OpenItem } from '../settlement/settlement';
import { CLASSES, type AgedItem, type CollectionClass } from './aged';

/** Why an item is in its class, and as likely as it is. */
export interface Reasons {
  ofClass(aged: AgedItem): Message;
  ofLikelihood(aged: AgedItem): Message;
}

export class AgedColumns {
  readonly ageDays: Int32Array;
  readonly bucket: Uint8Array;
  readonly bucketByDocumentDay: Uint8Array;
  readonly disputed: Uint8Array;
  /** Number in `CLASSES`. */
  readonly class: Uint8Array;
  readonly likelihood30: Float64Array;
  readonly likelihood60: Float64Array;
  readonly likelihood90: Float64Array;
  /** `NO_DAY` where there is none. */
  readonly expectedDay: Int32Array;

  constructor(count: number, readonly asOf: DaySerial, readonly reasons: Reasons) {
    this.ageDays = new Int32Array(count);
    this.bucket = new Uint8Array(count);
    this.bucketByDocumentDay = new Uint8Array(count);
    this.disputed = new Uint8Array(count);
    this.class = new Uint8Array(count);
    this.likelihood30 = new Float64Array(count);
    this.likelihood60 = new Float64Array(count);
    this.likelihood90 = new Float64Array(count);
    this.expectedDay = new Int32Array(count);
  }
}

export class AgedRow implements AgedItem {
  constructor(readonly item: OpenItem, private readonly columns: AgedColumns, private readonly row: number) {}

  get daysOverdue(): number | null {
    return this.item.dueDay === null ? null : this.columns.asOf - this.item.dueDay;
  }

  get ageDays(): number {
    return this.columns.ageDays[this.row];
  }

  get bucket(): number {
    return this.columns.bucket[this.row];
  }

  get bucketByDocumentDay(): number {
    return this.columns.bucketByDocumentDay[this.row];
  }

  get class(): CollectionClass {
    return CLASSES[this.columns.class[this.row]];
  }

  get classReason(): Message {
    return this.columns.reasons.ofClass(this);
  }

  get likelihood30(): number {
    return this.columns.likelihood30[this.row];
  }

  get likelihood60(): number {
    return this.columns.likelihood60[this.row];
  }

  get likelihood90(): number {
    return this.columns.likelihood90[this.row];
  }

  get expectedDay(): DaySerial | null {
    const day = this.columns.expectedDay[this.row];
    return day === NO_DAY ? null : day;
  }

  get likelihoodReason(): Message {
    return this.columns.reasons.ofLikelihood(this);
  }

  get disputed(): boolean {
    return this.columns.disputed[this.row] === 1;
  }
}
