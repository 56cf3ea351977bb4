/** The user's own allocations, as amounts that both sides can bear. They win over every rule. */
import type { MinorUnits } from '../units/units';
import { EntryKeys } from '../ledger/entry-keys';
import type { Books, EntryIndex } from '../ledger/books';
import type { Annotations } from '../annotations/annotations';

export interface Wish {
  readonly credit: EntryIndex;
  readonly debit: EntryIndex;
  readonly amountMinor: MinorUnits;
}

/** Wishes whose lines are gone, lie in different accounts or are not a credit and a debit are left out: the lines have changed since. */
export function manualWishes(books: Books, annotations: Annotations): readonly Wish[] {
  if (annotations.manualAllocations.length === 0) return [];
  const { ours } = books;
  const keys = EntryKeys.of(books);
  const restMinor = new Map<EntryIndex, MinorUnits>();
  const wishes: Wish[] = [];
  for (const manual of annotations.manualAllocations) {
    const credit = keys.find('ours', manual.creditKey);
    const debit = keys.find('ours', manual.debitKey);
    if (credit === undefined || debit === undefined || ours.amountMinor[credit] >= 0 || ours.amountMinor[debit] <= 0) continue;
    if (ours.customer[credit] !== ours.customer[debit] || ours.currency[credit] !== ours.currency[debit]) continue;
    const creditRestMinor = restMinor.get(credit) ?? -ours.amountMinor[credit];
    const debitRestMinor = restMinor.get(debit) ?? ours.amountMinor[debit];
    const amountMinor = Math.min(manual.amountMinor ?? Number.POSITIVE_INFINITY, creditRestMinor, debitRestMinor);
    if (amountMinor <= 0) continue;
    restMinor.set(credit, creditRestMinor - amountMinor);
    restMinor.set(debit, debitRestMinor - amountMinor);
    wishes.push({ credit, debit, amountMinor });
  }
  return wishes;
}
