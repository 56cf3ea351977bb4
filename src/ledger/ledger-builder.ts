import { NO_DAY, type DaySerial, type MinorUnits, type SheetRow } from '../units/units';
import type { CurrencyCode } from '../units/money';
import { TextPool } from './grid';
import { ENTRY_KINDS, type Books, type CustomerIndex, type EntryIndex, type EntryKind, type Ledger, type Side } from './books';

/** One line to be appended; what is left out is unknown. Texts are numbers of the pool. */
export interface LineToAdd {
  readonly sheet: number;
  readonly row: SheetRow;
  readonly day: DaySerial;
  readonly kind: EntryKind;
  readonly customer: CustomerIndex;
  readonly amountMinor: MinorUnits;
  readonly currency?: number;
  readonly dueDay?: DaySerial;
  readonly document?: number;
  readonly references?: number;
  readonly memo?: number;
  readonly kindText?: number;
  readonly productClass?: number;
  readonly item?: number;
  readonly rep?: number;
  readonly quantity?: number;
  readonly unitPrice?: number;
  readonly disputed?: boolean;
  readonly clearing?: number;
}

export const KIND_NUMBERS = Object.fromEntries(ENTRY_KINDS.map((kind, number) => [kind, number])) as Readonly<Record<EntryKind, number>>;

/** Collects a ledger's columns line by line; typed arrays grow by half, or to what was announced. */
export class LedgerBuilder {
  /** Where the lines stand; not to be kept over a call of `next` or `reserve`. */
  columns = emptyColumns(256);
  private count = 0;

  constructor(private readonly side: Side) {}

  /** Makes room for so many more lines. */
  reserve(lines: number): void {
    const needed = this.count + lines;
    if (needed > this.columns.row.length) this.columns = copyColumns(this.columns, this.count, Math.max(needed, Math.ceil(this.count * 1.5)));
  }

  /** The index of one more line, every column of which its caller fills in `columns`. */
  next(): EntryIndex {
    if (this.count === this.columns.row.length) this.reserve(1);
    return this.count++;
  }

  add(line: LineToAdd): void {
    const i = this.next();
    const to = this.columns;
    to.sheet[i] = line.sheet;
    to.row[i] = line.row;
    to.day[i] = line.day;
    to.dueDay[i] = line.dueDay ?? NO_DAY;
    to.kind[i] = KIND_NUMBERS[line.kind];
    to.customer[i] = line.customer;
    to.currency[i] = line.currency ?? 0;
    to.amountMinor[i] = line.amountMinor;
    to.document[i] = line.document ?? 0;
    to.references[i] = line.references ?? 0;
    to.memo[i] = line.memo ?? 0;
    to.kindText[i] = line.kindText ?? 0;
    to.productClass[i] = line.productClass ?? 0;
    to.item[i] = line.item ?? 0;
    to.rep[i] = line.rep ?? 0;
    to.quantity[i] = line.quantity ?? Number.NaN;
    to.unitPrice[i] = line.unitPrice ?? Number.NaN;
    to.disputed[i] = line.disputed ? 1 : 0;
    to.clearing[i] = line.clearing ?? 0;
  }

  build(): Ledger {
    return { side: this.side, count: this.count, ...withoutSlack(this.columns, this.count) };
  }
}

type Columns = Omit<Ledger, 'side' | 'count'>;

function emptyColumns(capacity: number): Columns {
  const int32 = () => new Int32Array(capacity);
  return {
    sheet: new Uint16Array(capacity), row: int32(), day: int32(), dueDay: int32(), kind: new Uint8Array(capacity), customer: int32(), currency: new Uint16Array(capacity),
    amountMinor: new Float64Array(capacity), document: int32(), references: int32(), memo: int32(), kindText: int32(), productClass: int32(), item: int32(), rep: int32(),
    quantity: new Float64Array(capacity), unitPrice: new Float64Array(capacity), disputed: new Uint8Array(capacity), clearing: int32(),
  };
}

function copyColumns(from: Columns, count: number, capacity: number): Columns {
  const to = emptyColumns(capacity);
  for (const name of Object.keys(to) as (keyof Columns)[]) to[name].set(from[name].subarray(0, count) as never);
  return to;
}

/** The lines there are, in place: on a ledger of a million a copy would cost as much as reading a column. */
function withoutSlack(columns: Columns, count: number): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.subarray(0, count)])) as unknown as Columns;
}

/** A ledger without those of its last entries, from `from` on, that `keep` does not hold 1 for; its columns are used on. */
export function withoutEntries(ledger: Ledger, from: number, keep: Uint8Array): Ledger {
  const { side, count: countBefore, ...columns } = ledger;
  let count = from;
  for (let i = from; i < countBefore; i++) {
    if (keep[i - from] === 0) continue;
    for (const column of Object.values(columns)) column[count] = column[i];
    count++;
  }
  return { side, count, ...withoutSlack(columns, count) };
}

/** A line as an accountant writes it in a test case: words and major units, only what matters. */
export interface CaseLine {
  readonly side?: Side;
  /** Day serial or `YYYY-MM-DD` already turned into one by the caller. */
  readonly day: DaySerial;
  readonly kind?: EntryKind;
  readonly amountMinor: MinorUnits;
  readonly customer?: string;
  readonly currency?: CurrencyCode;
  readonly document?: string;
  readonly references?: string;
  readonly memo?: string;
  readonly kindText?: string;
  readonly productClass?: string;
  readonly item?: string;
  readonly rep?: string;
  readonly quantity?: number;
  readonly unitPrice?: number;
  readonly dueDay?: DaySerial;
  readonly disputed?: boolean;
  readonly clearing?: string;
  readonly sheet?: string;
  readonly row?: SheetRow;
}

/**
 * Books straight from lines, without a sheet: rows count from 1 on the sheets "ours" and "theirs".
 * Kind defaults to invoice for a positive amount and payment for a negative one.
 */
export function booksFromLines(lines: readonly CaseLine[], more: Partial<Books> = {}): Books {
  const texts = more.texts ?? new TextPool();
  const customers: string[] = [];
  const currencies: CurrencyCode[] = [];
  const sheetNames: string[] = [];
  const numberIn = <T>(list: T[], value: T) => (list.includes(value) ? list.indexOf(value) : list.push(value) - 1);
  const builders = { ours: new LedgerBuilder('ours'), theirs: new LedgerBuilder('theirs') };
  const rows = new Map<string, number>();
  for (const line of lines) {
    const side = line.side ?? 'ours';
    const sheet = line.sheet ?? side;
    const row = line.row ?? (rows.get(sheet) ?? 0) + 1;
    rows.set(sheet, row);
    const text = (value: string | undefined) => texts.intern(value ?? '');
    builders[side].add({
      sheet: numberIn(sheetNames, sheet), row, day: line.day, dueDay: line.dueDay, amountMinor: line.amountMinor,
      kind: line.kind ?? (line.amountMinor >= 0 ? 'invoice' : 'payment'),
      customer: numberIn(customers, line.customer ?? 'Customer'), currency: numberIn(currencies, line.currency ?? 'CNY'),
      document: text(line.document), references: text(line.references), memo: text(line.memo), kindText: text(line.kindText), productClass: text(line.productClass),
      item: text(line.item), rep: text(line.rep), quantity: line.quantity, unitPrice: line.unitPrice, disputed: line.disputed, clearing: text(line.clearing),
    });
  }
  return {
    texts, ours: builders.ours.build(), theirs: builders.theirs.build(), customers: customers.map((name) => ({ name, code: '', aliases: [] })), currencies: currencies.length ? currencies : ['CNY'],
    sheetNames, sheets: [], issues: [], terms: [], masters: [], visits: [], remittances: [], sellThrough: [], ourName: '', language: 'en', usesRocYears: false,
    latestDay: lines.reduce((latest, line) => Math.max(latest, line.day), NO_DAY), ...more,
  };
}
