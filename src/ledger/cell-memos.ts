import { parseAmountText, type DecimalMark } from './amount-text';
import { dayOf, parseDateText, type DateOrder } from './date-text';
import type { TextPool } from './grid';
import { lineWordOf, type LineWord } from './vocabulary/lines';
import { NO_DAY } from '../units/units';

/** A cell that holds something which cannot be read as what its column holds. */
export const UNREADABLE = Number.NEGATIVE_INFINITY;

/** Not yet worked out; no reading of a cell is this. */
const UNKNOWN = Number.POSITIVE_INFINITY;

/** A number per text of the pool, worked out once however many cells and sheets hold the text. */
class NumberMemo {
  private results = new Float64Array(0);

  constructor(
    private readonly texts: TextPool,
    private readonly work: (text: string, number: number) => number,
  ) {}

  get(number: number): number {
    if (number >= this.results.length) this.grow(number);
    let result = this.results[number];
    if (result === UNKNOWN) {
      result = this.work(this.texts.at(number), number);
      this.results[number] = result;
    }
    return result;
  }

  private grow(number: number): void {
    const grown = new Float64Array(Math.max(number + 1, this.texts.size, Math.ceil(this.results.length * 1.5))).fill(UNKNOWN);
    grown.set(this.results);
    this.results = grown;
  }
}

const LINE_WORDS: readonly (LineWord | '')[] = ['', 'opening', 'closing', 'owing', 'subtotal', 'signature'];

/** What texts mean as cells, shared by all tables of a run. */
export class CellMemos {
  /** Pool number of a text without the spaces around it. */
  readonly trimmed: NumberMemo;
  private readonly amountsByMark: Readonly<Record<DecimalMark, NumberMemo>>;
  private readonly daysByOrder: Readonly<Record<DateOrder, NumberMemo>>;
  private readonly lineWords: NumberMemo;

  constructor(texts: TextPool) {
    const amounts = (mark: DecimalMark) => new NumberMemo(texts, (text) => (text.trim() === '' ? Number.NaN : (parseAmountText(text, mark) ?? UNREADABLE)));
    const days = (order: DateOrder) => new NumberMemo(texts, (text) => dayOfText(text, order));
    this.trimmed = new NumberMemo(texts, (text, number) => {
      const trimmed = text.trim();
      return trimmed.length === text.length ? number : texts.intern(trimmed);
    });
    this.amountsByMark = { '.': amounts('.'), ',': amounts(',') };
    this.daysByOrder = { ymd: days('ymd'), dmy: days('dmy'), mdy: days('mdy') };
    this.lineWords = new NumberMemo(texts, (text) => LINE_WORDS.indexOf(lineWordOf(text) ?? ''));
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
}

function dayOfText(text: string, order: DateOrder): number {
  if (text.trim() === '') return NO_DAY;
  const parts = parseDateText(text);
  return parts === null ? UNREADABLE : (dayOf(parts, order) ?? UNREADABLE);
}
