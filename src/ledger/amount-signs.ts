import type { EntryKind } from './books';
import { UNREADABLE } from './cell-memos';
import { directionOf } from './directions';
import { TextMemo } from './fold';
import { kindOfWords } from './vocabulary/kinds';
import { lineWordOf } from './vocabulary/lines';

/** Columns of one table, each read as a whole. */
interface SignColumns {
  readonly amount: Float64Array | null; readonly debit: Float64Array | null; readonly credit: Float64Array | null; readonly paid: Float64Array | null;
  readonly direction: Int32Array | null; readonly kind: Int32Array | null; readonly memos: readonly Int32Array[];
}

/** What a type takes off a balance, whoever prints it. */
const TAKING_OFF: ReadonlySet<EntryKind> = new Set(['payment', 'return', 'rebate', 'damage', 'advertising', 'promotion', 'write-off']);
/** Of the credits in a column that prints its own signs, so many are negative. */
const SIGNED_SHARE = 0.9;
/** Of the lines, so many have a memo that names a type; where the type has a column, that column is heeded. */
const TOLD_SHARE = 0.9;

/**
 * Which lines of a single amount column take off what they print. A direction beside the amount says so, unless
 * the amounts bear their signs themselves (`H` beside `1,000.00-`). Where no amount bears a sign and there is no
 * direction, the type of the line is all that tells: `Invoice 500`, `Payment 500`.
 */
export class AmountSigns {
  /** True where nothing but the types of the lines tells what adds and what takes off. */
  readonly isByKind: boolean;
  private readonly isByDirection: boolean;
  /** The types of the lines; memos, where there is no such column. */
  private readonly words: Int32Array | null;
  private readonly kinds: TextMemo<EntryKind | 'no line' | null>;

  constructor(
    private readonly read: SignColumns,
    private readonly textAt: (number: number) => string,
    private readonly first: number,
  ) {
    this.kinds = new TextMemo(textAt, (text) => (lineWordOf(text) === null ? kindOfWords(text) : 'no line'));
    const isSingle = read.amount !== null && read.debit === null && read.credit === null && read.paid === null;
    this.isByDirection = isSingle && read.direction !== null && !this.printsSigns();
    this.words = read.kind ?? read.memos[0] ?? null;
    this.isByKind = isSingle && read.direction === null && this.isUnsigned();
  }

  takesOff(row: number): boolean {
    const i = row - this.first;
    if (this.isByDirection) return directionOf(this.textAt(this.read.direction?.[i] ?? 0)) < 0;
    return this.isByKind && TAKING_OFF.has(this.kinds.get(this.words?.[i] ?? 0) as EntryKind);
  }

  /** Whether the credits are negative as printed. */
  private printsSigns(): boolean {
    const { amount, direction } = this.read;
    let [credits, negative] = [0, 0];
    for (let i = 0; amount !== null && direction !== null && i < amount.length; i++) {
      if (!(Math.abs(amount[i]) > 0) || amount[i] === UNREADABLE || directionOf(this.textAt(direction[i])) >= 0) continue;
      credits++;
      if (amount[i] < 0) negative++;
    }
    return credits > 0 && negative >= credits * SIGNED_SHARE;
  }

  /** Whether lines of both sorts stand in the column, hardly any of a sort unknown, and none of them negative. */
  private isUnsigned(): boolean {
    const { read: { amount }, words } = this;
    let [lines, adding, takingOff] = [0, 0, 0];
    for (let i = 0; amount !== null && words !== null && i < amount.length; i++) {
      if (amount[i] < 0 && amount[i] !== UNREADABLE) return false;
      if (!(amount[i] > 0) || words[i] === 0) continue;
      const meant = this.kinds.get(words[i]);
      if (meant === 'opening' || meant === 'no line') continue;
      lines++;
      if (TAKING_OFF.has(meant as EntryKind)) takingOff++;
      else if (meant === 'invoice') adding++;
    }
    return adding > 0 && takingOff > 0 && (this.read.kind !== null || adding + takingOff >= lines * TOLD_SHARE);
  }
}
