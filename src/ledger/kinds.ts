import { ENTRY_KINDS, type EntryIndex, type EntryKind, type Ledger } from './books';
import { openForwarded } from './forwarded';
import { KIND_NUMBERS } from './ledger-builder';
import { IndexMemo } from './text-memo';
import type { TextPool } from './text-pool';
import { kindOfCreditMemo, kindOfPrefix, kindOfWords, prefixOf } from './vocabulary/kinds';

/**
 * What kind of entry each line is: by the printed kind, the memo, the sign, and the prefix of its document
 * number. Which prefix goes with which kind is learnt from our own ledger, so that a customer's "采购退货"
 * against our transfer note is a transfer too.
 */
const OPENING = KIND_NUMBERS.opening;
/** Kinds that a memo, or the document referred to, may make more particular. */
const GENERAL: ReadonlySet<EntryKind> = new Set(['invoice', 'return', 'adjustment']);
const PARTICULAR_MEMOS: ReadonlySet<EntryKind> = new Set(['exchange', 'transfer', 'rebate', 'damage', 'advertising', 'promotion', 'write-off']);

/** Kinds by the prefixes of one ledger's documents. */
type LearntPrefixes = ReadonlyMap<string, EntryKind>;

/** Share of a prefix's lines that are of one kind, and lines at least, before it speaks for that kind. */
const LEARNT_SHARE = 0.9;
const LEAST_LINES = 3;
/** Shapes of numbers that are remembered; memos that differ in more than their digits are each read. */
const SHAPES_MAX = 10_000;

/**
 * Fills the `kind` columns of both ledgers. Reading has left there what the columns say: `opening`; `payment`
 * for what was paid on an invoice's own row; `return` for a negative in a debit or credit column; else
 * `adjustment`. What our prefixes mean is learnt from our own ledger, once its kinds stand.
 */
export function settleKinds(ours: Ledger, theirs: Ledger, texts: TextPool): void {
  const kinds = new KindReader(texts);
  kinds.settle(ours, new Map());
  kinds.settle(theirs, kinds.learnPrefixes(ours));
}

class KindReader {
  private readonly words: IndexMemo;
  private readonly creditMemos: IndexMemo;
  private readonly prefixes: Prefixes;

  constructor(private readonly texts: TextPool) {
    this.words = kindsOfTexts(texts, kindOfWords);
    this.creditMemos = kindsOfTexts(texts, kindOfCreditMemo);
    this.prefixes = new Prefixes(texts);
  }

  /** Prefixes of our documents with the kind that nine in ten of their lines have. */
  learnPrefixes(ours: Ledger): LearntPrefixes {
    const counts: number[][] = [];
    for (let i = 0; i < ours.count; i++) {
      const byKind = (counts[this.prefixes.of(ours.document[i])] ??= ENTRY_KINDS.map(() => 0));
      byKind[ours.kind[i]]++;
    }
    const learnt = new Map<string, EntryKind>();
    counts.forEach((byKind, prefix) => {
      const total = byKind.reduce((sum, count) => sum + count, 0);
      const kind = byKind.findIndex((count) => count >= LEAST_LINES && count >= total * LEARNT_SHARE);
      if (prefix !== NO_PREFIX && kind >= 0) learnt.set(this.prefixes.texts[prefix], ENTRY_KINDS[kind]);
    });
    return learnt;
  }

  /** `learnt` is empty for our own ledger. */
  settle(ledger: Ledger, learnt: LearntPrefixes): void {
    const kinds: (EntryKind | null)[] = [];
    const kindByPrefix = (number: number) => {
      const at = this.prefixes.of(number);
      while (kinds.length <= at) kinds.push(kindOfLearnt(this.prefixes.texts[kinds.length], learnt));
      return kinds[at];
    };
    const opening: EntryIndex[] = [];
    for (let i = 0; i < ledger.count; i++) {
      if (ledger.kind[i] === OPENING) continue;
      const printed = ENTRY_KINDS[ledger.kind[i]];
      const byWords = kindIn(this.words, ledger.kindText[i]);
      const memo = kindIn(ledger.amountMinor[i] < 0 ? this.creditMemos : this.words, ledger.memo[i]);
      let kind: EntryKind | '' = byWords === 'opening' ? '' : byWords;
      // A memo that names a deduction says more than the payment's number on which it was deducted.
      if (kind === '') kind = kindOfMemo(memo, printed, ledger.amountMinor[i]) || (kindByPrefix(ledger.document[i]) ?? kindByPrefix(ledger.references[i]) ?? '');
      if (kind === '') kind = kindOfSign(printed, ledger.amountMinor[i]);
      if (kind === 'invoice' && printed === 'payment') kind = 'payment';
      if (GENERAL.has(kind)) kind = particular(kind, memo, kindByPrefix(ledger.document[i]), kindByPrefix(ledger.references[i]), ledger.amountMinor[i]);
      ledger.kind[i] = KIND_NUMBERS[kind];
      if (byWords === 'opening' || (memo === 'opening' && (byWords === '' || byWords === 'adjustment'))) opening.push(i);
    }
    openForwarded(ledger, opening, this.texts);
  }
}

/** The kind that each text of a pool names, by its place among the kinds; −1 where it names none. */
function kindsOfTexts(texts: TextPool, kindOfText: (text: string) => EntryKind | null): IndexMemo {
  const kindsByShape = new Map<string, number>();
  const kindOf = (text: string) => ENTRY_KINDS.indexOf(kindOfText(text) as EntryKind);
  return new IndexMemo(texts, (text, number) => {
    if (kindsByShape.size > SHAPES_MAX || !texts.isAscii(number) || !texts.hasDigit(number)) return kindOf(text);
    // Numbers in a memo differ in their digits only, and no word for a kind holds one.
    const shape = text.replace(/\d/g, '0');
    const known = kindsByShape.get(shape) ?? kindOf(shape);
    kindsByShape.set(shape, known);
    return known;
  });
}

const kindIn = (kinds: IndexMemo, text: number): EntryKind | '' => (text === 0 ? '' : (ENTRY_KINDS[kinds.get(text)] ?? ''));

function kindOfLearnt(prefix: string, learnt: LearntPrefixes): EntryKind | null {
  return prefix === '' ? null : (learnt.get(prefix) ?? kindOfPrefix(prefix));
}

const NO_PREFIX = 0;

/** Prefixes of document numbers, numbered: there are few, however many documents bear them. */
class Prefixes {
  readonly texts: string[] = [''];
  private readonly numbers = new Map<string, number>([['', NO_PREFIX]]);
  private readonly byText: IndexMemo;

  constructor(pool: TextPool) {
    this.byText = new IndexMemo(pool, (text) => this.numberOf(prefixOf(text)));
  }

  of(document: number): number {
    return document === 0 ? NO_PREFIX : this.byText.get(document);
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
