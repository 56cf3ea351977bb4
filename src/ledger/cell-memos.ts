import { parseAmountText, type DecimalMark } from './amount-text';
import { dayOf, parseDateText, type DateOrder } from './date-text';
import { IndexMemo, NumberMemo } from './text-memo';
import type { TextPool } from './text-pool';
import { headingness } from './vocabulary/headings';
import { carriesForward, lineWordOf, type LineWord } from './vocabulary/lines';
import { NO_DAY } from '../units/units';

/** A cell that holds something which cannot be read as what its column holds. */
export const UNREADABLE = Number.NEGATIVE_INFINITY;

const LINE_WORDS: readonly (LineWord | '')[] = ['', 'opening', 'closing', 'owing', 'subtotal', 'signature'];

/** What texts mean as cells, shared by all tables of a run. */
export class CellMemos {
  private readonly trimmedTexts: IndexMemo;
  private readonly amountsByMark: Readonly<Record<DecimalMark, NumberMemo>>;
  private readonly daysByOrder: Readonly<Record<DateOrder, NumberMemo>>;
  private readonly lineWords: IndexMemo;
  private readonly forwards: IndexMemo;
  private readonly headings: NumberMemo;

  constructor(private readonly texts: TextPool) {
    const amounts = (mark: DecimalMark) => new NumberMemo(texts, (text) => (text.trim() === '' ? Number.NaN : (parseAmountText(text, mark) ?? UNREADABLE)));
    const days = (order: DateOrder) => new NumberMemo(texts, (text) => dayOfText(text, order));
    this.trimmedTexts = new IndexMemo(texts, (text) => texts.intern(text.trim()));
    this.amountsByMark = { '.': amounts('.'), ',': amounts(',') };
    this.daysByOrder = { ymd: days('ymd'), dmy: days('dmy'), mdy: days('mdy') };
    this.lineWords = new IndexMemo(texts, (text) => LINE_WORDS.indexOf(lineWordOf(text) ?? ''));
    this.forwards = new IndexMemo(texts, (text) => Number(carriesForward(text)));
    this.headings = new NumberMemo(texts, headingness);
  }

  /** Pool number of a text without the spaces around it. */
  trimmed(number: number): number {
    return this.texts.isPadded(number) ? this.trimmedTexts.get(number) : number;
  }

  /** How much a text looks like a heading, 0 to 1. */
  headingness(number: number): number {
    return this.headings.get(number);
  }

  /** NaN for a blank text, `UNREADABLE` for one that is no amount. */
  amount(number: number, mark: DecimalMark): number {
    return this.amountsByMark[mark].get(number);
  }

  /** `NO_DAY` for a blank text, `UNREADABLE` for one that is no date. */
  day(number: number, order: DateOrder): number {
    return this.daysByOrder[order].get(number);
  }

  lineWord(number: number): LineWord | '' {
    return LINE_WORDS[this.lineWords.get(number)];
  }

  /** Whether a text says that a balance is carried forward. */
  carriesForward(number: number): boolean {
    return this.forwards.get(number) === 1;
  }
}

function dayOfText(text: string, order: DateOrder): number {
  if (text.trim() === '') return NO_DAY;
  const parts = parseDateText(text);
  return parts === null ? UNREADABLE : (dayOf(parts, order) ?? UNREADABLE);
}
