/** Product classes as small whole numbers, however they are printed; and the class that a payment's memo speaks of. */
import { ENTRY_KINDS, type Books, type EntryIndex } from '../ledger/books';
import { fold } from '../ledger/fold';

/** More classes than this are items, not classes; memos are then not searched for them. */
const CLASSES_IN_MEMOS_MAX = 200;

export class ProductClasses {
  private readonly numbers = new Map<string, number>();
  private readonly ofText = new Map<number, number>([[0, 0]]);
  private readonly ofMemo = new Map<number, number>([[0, 0]]);

  constructor(private readonly books: Books) {
    const { ours } = books;
    for (let i = 0; i < ours.count; i++) this.numberOf(ours.productClass[i]);
  }

  ofEntry(entry: EntryIndex): number {
    const { ours } = this.books;
    const own = this.numberOf(ours.productClass[entry]);
    return own !== 0 || ENTRY_KINDS[ours.kind[entry]] !== 'payment' ? own : this.inMemo(ours.memo[entry]);
  }

  /** The one class that a memo names ("彩电货款"); 0 where it names none or several. */
  private inMemo(memo: number): number {
    let found = this.ofMemo.get(memo);
    if (found === undefined) {
      const text = fold(this.books.texts.at(memo));
      const named = this.numbers.size > CLASSES_IN_MEMOS_MAX ? [] : [...this.numbers].filter(([name]) => name.length > 1 && text.includes(name));
      found = named.length === 1 ? named[0][1] : 0;
      this.ofMemo.set(memo, found);
    }
    return found;
  }

  private numberOf(text: number): number {
    let number = this.ofText.get(text);
    if (number === undefined) {
      const name = fold(this.books.texts.at(text));
      number = this.numbers.get(name) ?? this.numbers.size + 1;
      this.numbers.set(name, number);
      this.ofText.set(text, number);
    }
    return number;
  }
}
