import type { Ledger } from './books';
import { fold } from './fold';
import type { TextPool } from './grid';
import { TextMemo } from './fold';

/** Product classes for lines that print none: by the names in the terms sheet, found in the item or the memo. */
export function classifyProducts(ledger: Ledger, texts: TextPool, classNames: readonly string[]): void {
  // The longest name first: 小家电 before 家电.
  const classes = [...new Set(classNames)].filter(Boolean).map((name) => ({ folded: fold(name), number: texts.intern(name) })).sort((a, b) => b.folded.length - a.folded.length || a.number - b.number);
  if (classes.length === 0) return;
  const named = new TextMemo((number) => texts.at(number), (text) => {
    const folded = fold(text);
    return classes.find((one) => folded.includes(one.folded))?.number ?? 0;
  });
  for (let i = 0; i < ledger.count; i++) {
    if (ledger.productClass[i] !== 0) continue;
    ledger.productClass[i] = (ledger.item[i] === 0 ? 0 : named.get(ledger.item[i])) || (ledger.memo[i] === 0 ? 0 : named.get(ledger.memo[i]));
  }
}
