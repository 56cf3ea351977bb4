import { ledgerOf, type Books, type EntryIndex, type Ledger, type Side } from './books';

/**
 * A short key made of what an entry says (customer, day, number, amount, kind as printed), so that what
 * people wrote about it finds it again after rows were inserted, sorted or deleted. Entries that say the
 * same get `~2`, `~3` … in the order of their rows.
 *
 * A side is read when its first key is asked for, into two numbers per entry; a key becomes text only where
 * it is written or looked up.
 */
export class EntryKeys {
  private static readonly made = new WeakMap<Books, EntryKeys>();
  private readonly sides: Partial<Record<Side, SideKeys>> = {};

  /** The keys of these books, made once for all who ask. */
  static of(books: Books): EntryKeys {
    let keys = EntryKeys.made.get(books);
    if (!keys) EntryKeys.made.set(books, (keys = new EntryKeys(books)));
    return keys;
  }

  constructor(private readonly books: Books) {}

  keyOf(side: Side, entry: EntryIndex): string {
    return this.side(side).keyOf(entry);
  }

  /** The entry that has the key now; `undefined` where it is gone or says something else. */
  find(side: Side, key: string): EntryIndex | undefined {
    return this.side(side).find(key);
  }

  /** `ours+ours=theirs`: names a match by its entries. */
  matchKey(ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): string {
    return `${this.joined(this.side('ours'), ours)}=${this.joined(this.side('theirs'), theirs)}`;
  }

  private joined(keys: SideKeys, entries: readonly EntryIndex[]): string {
    return entries.length === 1 ? keys.keyOf(entries[0]) : entries.map((entry) => keys.keyOf(entry)).sort().join('+');
  }

  private side(side: Side): SideKeys {
    return (this.sides[side] ??= new SideKeys(this.books, side));
  }
}

/** The two sides of a match key. */
export function parseMatchKey(key: string): { readonly ourKeys: readonly string[]; readonly theirKeys: readonly string[] } {
  const [ours = '', theirs = ''] = key.split('=');
  return { ourKeys: ours.split('+').filter(Boolean), theirKeys: theirs.split('+').filter(Boolean) };
}

const DIGITS = 7;
const NONE = -1;

const PAIRS = Array.from({ length: 36 ** 2 }, (_, number) => number.toString(36).padStart(2, '0'));
/** Of 32 bits the first three of seven digits stay below this. */
const HEADS = Array.from({ length: Math.ceil(2 ** 32 / 36 ** 4) }, (_, number) => number.toString(36).padStart(3, '0'));

/** 32 bits as seven digits of base 36, looked up by threes and twos: it is said of every line of a match. */
function inDigits(bits: number): string {
  const rest = bits % 36 ** 4;
  return HEADS[(bits - rest) / 36 ** 4] + PAIRS[Math.floor(rest / 36 ** 2)] + PAIRS[rest % 36 ** 2];
}

/** The keys of one side: 64 bits per entry in two columns, and a hash table over them, open to the next free place. */
class SideKeys {
  private readonly high: Uint32Array;
  private readonly low: Uint32Array;
  /** First entry of each content, by place. */
  private readonly places: Int32Array;
  /** Entries of a content that more than one says, by the first of them, in the order of rows. */
  private readonly alike = new Map<EntryIndex, EntryIndex[]>();
  /** Which of its like an entry is, where it is not the first. */
  private readonly times = new Map<EntryIndex, number>();

  constructor(books: Books, side: Side) {
    const ledger = ledgerOf(books, side);
    const { count } = ledger;
    this.high = new Uint32Array(count);
    this.low = new Uint32Array(count);
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(NONE);
    const digest = new Digest();
    const begun = new Map<number, readonly [number, number]>();
    for (let entry = 0; entry < count; entry++) {
      digestCustomer(digest, books, ledger.customer[entry], begun);
      digestContent(digest, books, ledger, entry);
      this.high[entry] = digest.high;
      this.low[entry] = digest.low;
      this.place(entry);
    }
  }

  keyOf(entry: EntryIndex): string {
    const key = inDigits(this.high[entry]) + inDigits(this.low[entry]);
    const times = this.times.get(entry);
    return times === undefined ? key : `${key}~${times}`;
  }

  find(key: string): EntryIndex | undefined {
    const [digest, times = '1'] = key.split('~');
    const first = this.places[this.placeOf(Number.parseInt(digest.slice(0, DIGITS), 36), Number.parseInt(digest.slice(DIGITS), 36))];
    if (first === NONE) return undefined;
    const found = times === '1' ? first : this.alike.get(first)?.[Number(times) - 1];
    return found !== undefined && this.keyOf(found) === key ? found : undefined;
  }

  private place(entry: EntryIndex): void {
    const place = this.placeOf(this.high[entry], this.low[entry]);
    const first = this.places[place];
    if (first === NONE) {
      this.places[place] = entry;
      return;
    }
    const alike = this.alike.get(first) ?? [first];
    alike.push(entry);
    this.alike.set(first, alike);
    this.times.set(entry, alike.length);
  }

  /** Where the content stands, or the free place where it would. */
  private placeOf(high: number, low: number): number {
    const mask = this.places.length - 1;
    let place = low & mask;
    for (;;) {
      const entry = this.places[place];
      if (entry === NONE || (this.high[entry] === high && this.low[entry] === low)) return place;
      place = (place + 1) & mask;
    }
  }
}

/** FNV-1a, twice with different seeds: 64 bits, so that a hundred million entries rarely meet. */
class Digest {
  private a = 0;
  private b = 0;

  start(): void {
    this.resume([0x811c9dc5 | 0, 0xcbf29ce4 | 0]);
  }

  get state(): readonly [number, number] {
    return [this.a, this.b];
  }

  resume([a, b]: readonly [number, number]): void {
    this.a = a;
    this.b = b;
  }

  add(text: string): void {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code ^ (a >>> 7), 0x01000193);
    }
    this.a = a;
    this.b = b;
  }

  addPart(text: string): void {
    this.add('|');
    this.add(text);
  }

  get high(): number {
    return this.a >>> 0;
  }

  get low(): number {
    return this.b >>> 0;
  }
}

/** The customer comes first, so that the digest of its name is made once for all of its entries. */
function digestCustomer(digest: Digest, books: Books, customer: number, begun: Map<number, readonly [number, number]>): void {
  const state = begun.get(customer);
  if (state) return digest.resume(state);
  digest.start();
  digest.add(books.customers[customer]?.name ?? '');
  begun.set(customer, digest.state);
}

/** What else makes an entry this entry, part by part, each set off by a bar. */
function digestContent(digest: Digest, { texts }: Books, ledger: Ledger, entry: EntryIndex): void {
  digest.addPart(String(ledger.day[entry]));
  digest.addPart(texts.at(ledger.document[entry]));
  digest.addPart(texts.at(ledger.references[entry]));
  digest.addPart(String(ledger.amountMinor[entry]));
  digest.addPart(texts.at(ledger.kindText[entry]));
  digest.addPart(texts.at(ledger.productClass[entry]));
  digest.addPart(texts.at(ledger.item[entry]));
}
