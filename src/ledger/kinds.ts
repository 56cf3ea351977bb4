import { ENTRY_KINDS, type EntryKind, type Ledger } from './books';
import { IndexMemo } from './text-memo';
import type { TextPool } from './text-pool';
import { kindOfPrefix, kindOfWords, prefixOf } from './vocabulary/kinds';

/**
 * What kind of entry each line is: by the printed kind, the memo, the sign, and the prefix of its document
 * number. Which prefix goes with which kind is learnt from our own ledger, so that a customer's "采购退货"
 * against our transfer note is a transfer too.
 */
const NUMBER_OF = new Map(ENTRY_KINDS.map((kind, number) => [kind, number]));
/** Kinds that a memo, or the document referred to, may make more particular. */
const GENERAL: ReadonlySet<EntryKind> = new Set(['invoice', 'return', 'adjustment']);
const PARTICULAR_MEMOS: ReadonlySet<EntryKind> = new Set(['exchange', 'transfer', 'rebate', 'damage', 'advertising', 'promotion', 'write-off']);

export type LearntPrefixes = ReadonlyMap<string, EntryKind>;

/** Prefixes of our documents with the kind that nine in ten of their lines have. */
export function learnPrefixes(ours: Ledger, texts: TextPool): LearntPrefixes {
  const prefixes = new Prefixes(texts);
  const counted: number[] = [];
  for (let i = 0; i < ours.count; i++) {
    const at = prefixes.of(ours.document[i]) * ENTRY_KINDS.length + ours.kind[i];
    counted[at] = (counted[at] ?? 0) + 1;
  }
  const counts = new Map<string, Map<EntryKind, number>>();
  counted.forEach((count, at) => {
    const prefix = prefixes.texts[Math.floor(at / ENTRY_KINDS.length)];
    if (prefix === '') return;
    const byKind = counts.get(prefix) ?? new Map<EntryKind, number>();
    counts.set(prefix, byKind.set(ENTRY_KINDS[at % ENTRY_KINDS.length], count));
  });
  const learnt = new Map<string, EntryKind>();
  for (const [prefix, byKind] of counts) {
    const total = [...byKind.values()].reduce((sum, count) => sum + count, 0);
    for (const [kind, count] of byKind) if (count >= 3 && count >= total * 0.9) learnt.set(prefix, kind);
  }
  return learnt;
}

/** Prefixes of document numbers, numbered: there are few, however many documents bear them. */
class Prefixes {
  /** Number 0 is that of documents without one. */
  readonly texts: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly byText: IndexMemo;

  constructor(pool: TextPool) {
    this.byText = new IndexMemo(pool, (text) => this.numberOf(prefixOf(text)));
  }

  of(document: number): number {
    return document === 0 ? 0 : this.byText.get(document);
  }

  private numberOf(prefix: string): number {
    let number = this.numbers.get(prefix);
    if (number === undefined) {
      number = this.texts.push(prefix) - 1;
      this.numbers.set(prefix, number);
    }
    return number;
  }
}

/**
 * Fills the `kind` column of a ledger. Reading has left there what the columns say: `opening`; `payment` for
 * what was paid on an invoice's own row; `return` for a negative in a debit or credit column; else
 * `adjustment`. `learnt` is empty for our own ledger.
 */
export function settleKinds(ledger: Ledger, texts: TextPool, learnt: LearntPrefixes): void {
  const words = new IndexMemo(texts, (text) => ENTRY_KINDS.indexOf(kindOfWords(text) as EntryKind));
  const kindByWords = (number: number): EntryKind | '' => (number === 0 ? '' : (ENTRY_KINDS[words.get(number)] ?? ''));
  const prefixes = new Prefixes(texts);
  const kinds: (EntryKind | null)[] = [];
  const kindByPrefix = (number: number) => {
    const at = prefixes.of(number);
    const known = kinds[at];
    if (known !== undefined) return known;
    const prefix = prefixes.texts[at];
    return (kinds[at] = prefix === '' ? null : (learnt.get(prefix) ?? kindOfPrefix(prefix)));
  };
  const opening = NUMBER_OF.get('opening');
  for (let i = 0; i < ledger.count; i++) {
    if (ledger.kind[i] === opening) continue;
    const printed = ENTRY_KINDS[ledger.kind[i]];
    const byWords = kindByWords(ledger.kindText[i]);
    const memo = kindByWords(ledger.memo[i]);
    let kind: EntryKind | '' = byWords === 'opening' ? '' : byWords;
    // A memo that names a deduction says more than the payment's number on which it was deducted.
    if (kind === '') kind = kindOfMemo(memo, printed, ledger.amountMinor[i]) || (kindByPrefix(ledger.document[i]) ?? kindByPrefix(ledger.references[i]) ?? '');
    if (kind === '') kind = kindOfSign(printed, ledger.amountMinor[i]);
    if (kind === 'invoice' && printed === 'payment') kind = 'payment';
    if (GENERAL.has(kind)) kind = particular(kind, memo, kindByPrefix(ledger.document[i]), kindByPrefix(ledger.references[i]), ledger.amountMinor[i]);
    ledger.kind[i] = NUMBER_OF.get(kind) as number;
  }
}

/** What a memo makes of a line; a sale's memo may speak of cash, and a payment's of the invoice it is for. */
function kindOfMemo(memo: EntryKind | '', printed: EntryKind, amountMinor: number): EntryKind | '' {
  if (memo === 'opening') return '';
  if (memo === 'payment' && amountMinor > 0 && printed !== 'return') return 'invoice';
  return memo === 'invoice' && amountMinor < 0 && printed !== 'return' ? 'payment' : memo;
}

/** Without words: what increases the balance is an invoice; a negative in the increasing column is a return. */
function kindOfSign(printed: EntryKind, amountMinor: number): EntryKind {
  if (printed === 'return') return amountMinor < 0 ? 'return' : 'payment';
  return amountMinor >= 0 ? 'invoice' : 'payment';
}

function particular(kind: EntryKind, memo: EntryKind | '', byDocument: EntryKind | null, byReference: EntryKind | null, amountMinor: number): EntryKind {
  if (memo !== '' && PARTICULAR_MEMOS.has(memo)) return memo;
  for (const kindOfNumber of [byDocument, byReference]) if (kindOfNumber === 'transfer' || kindOfNumber === 'exchange') return kindOfNumber;
  return kind === 'invoice' && amountMinor < 0 ? 'return' : kind;
}
