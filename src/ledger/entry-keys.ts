import type { MinorUnits, DaySerial } from '../units/units';
import { SIDES, ledgerOf, type Books, type EntryIndex, type Side } from './books';

/**
 * A short key made of what an entry says (customer, day, number, amount, kind as printed), so that what
 * people wrote about it finds it again after rows were inserted, sorted or deleted. Entries that say the
 * same get `~2`, `~3` … in the order of their rows.
 */
export class EntryKeys {
  private readonly keys: Record<Side, string[]>;
  private readonly entries: Record<Side, Map<string, EntryIndex>> = { ours: new Map(), theirs: new Map() };

  constructor(books: Books) {
    this.keys = { ours: [], theirs: [] };
    for (const side of SIDES) {
      const ledger = ledgerOf(books, side);
      const seen = new Map<string, number>();
      for (let i = 0; i < ledger.count; i++) {
        const content = contentOf(books, side, i);
        const times = (seen.get(content) ?? 0) + 1;
        seen.set(content, times);
        const key = times === 1 ? hash(content) : `${hash(content)}~${times}`;
        this.keys[side].push(key);
        this.entries[side].set(key, i);
      }
    }
  }

  keyOf(side: Side, entry: EntryIndex): string {
    return this.keys[side][entry];
  }

  /** The entry that has the key now; `undefined` where it is gone or says something else. */
  find(side: Side, key: string): EntryIndex | undefined {
    return this.entries[side].get(key);
  }

  /** `ours+ours=theirs`: names a match by its entries. */
  matchKey(ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): string {
    const join = (side: Side, entries: readonly EntryIndex[]) => entries.map((entry) => this.keyOf(side, entry)).sort().join('+');
    return `${join('ours', ours)}=${join('theirs', theirs)}`;
  }
}

/** The two sides of a match key. */
export function parseMatchKey(key: string): { readonly ourKeys: readonly string[]; readonly theirKeys: readonly string[] } {
  const [ours = '', theirs = ''] = key.split('=');
  return { ourKeys: ours.split('+').filter(Boolean), theirKeys: theirs.split('+').filter(Boolean) };
}

function contentOf(books: Books, side: Side, i: EntryIndex): string {
  const ledger = ledgerOf(books, side);
  const parts: (string | DaySerial | MinorUnits)[] = [
    books.customers[ledger.customer[i]]?.name ?? '', ledger.day[i], books.texts.at(ledger.document[i]), books.texts.at(ledger.references[i]),
    ledger.amountMinor[i], books.texts.at(ledger.kindText[i]), books.texts.at(ledger.productClass[i]), books.texts.at(ledger.item[i]),
  ];
  return parts.join('|');
}

/** FNV-1a, twice with different seeds: 64 bits, so that a hundred million entries rarely meet. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code ^ (a >>> 7), 0x01000193);
  }
  return (a >>> 0).toString(36).padStart(7, '0') + (b >>> 0).toString(36).padStart(7, '0');
}
