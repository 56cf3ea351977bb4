/** The user's own allocations, as amounts that both sides can bear. They win over every rule. */
import type { MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import { EntryKeys } from '../ledger/entry-keys';
import type { Books, EntryIndex } from '../ledger/books';
import type { Annotations, ManualAllocation } from '../annotations/annotations';

export interface Wish {
  readonly credit: EntryIndex;
  readonly debit: EntryIndex;
  readonly amountMinor: MinorUnits;
}

export interface Wishes {
  readonly wishes: readonly Wish[];
  /** What could not be done as the user asked, and why. */
  readonly problems: readonly Message[];
}

/** Wishes whose lines are gone, lie in different accounts or are not a credit and a debit cannot be met: the lines have changed since. */
export function manualWishes(books: Books, annotations: Annotations): Wishes {
  const wishes: Wish[] = [];
  const problems: Message[] = [];
  if (annotations.manualAllocations.length === 0) return { wishes, problems };
  const { ours } = books;
  const keys = EntryKeys.of(books);
  const restMinor = new Map<EntryIndex, MinorUnits>();
  for (const manual of annotations.manualAllocations) {
    const credit = keys.find('ours', manual.creditKey);
    const debit = keys.find('ours', manual.debitKey);
    if (credit === undefined || debit === undefined) {
      problems.push(goneProblem(books, manual, credit ?? debit));
      continue;
    }
    const values = { credit: nameOf(books, credit), debit: nameOf(books, debit) };
    const isPair = ours.amountMinor[credit] < 0 && ours.amountMinor[debit] > 0 && ours.customer[credit] === ours.customer[debit] && ours.currency[credit] === ours.currency[debit];
    if (!isPair) {
      problems.push({ code: 'settlement.manual-no-pair', values });
      continue;
    }
    const creditRestMinor = restMinor.get(credit) ?? -ours.amountMinor[credit];
    const debitRestMinor = restMinor.get(debit) ?? ours.amountMinor[debit];
    const amountMinor = Math.min(manual.amountMinor ?? Number.POSITIVE_INFINITY, creditRestMinor, debitRestMinor);
    if (amountMinor <= 0) {
      problems.push({ code: 'settlement.manual-nothing-left', values });
      continue;
    }
    if (manual.amountMinor !== null && amountMinor < manual.amountMinor) problems.push(reducedProblem(manual.amountMinor, amountMinor, books.currencies[ours.currency[credit]], values));
    restMinor.set(credit, creditRestMinor - amountMinor);
    restMinor.set(debit, debitRestMinor - amountMinor);
    wishes.push({ credit, debit, amountMinor });
  }
  return { wishes, problems };
}

function goneProblem(books: Books, manual: ManualAllocation, left: EntryIndex | undefined): Message {
  if (left === undefined) return { code: 'settlement.manual-both-gone', values: { credit: manual.creditKey, debit: manual.debitKey } };
  return { code: 'settlement.manual-gone', values: { line: nameOf(books, left) } };
}

function reducedProblem(askedMinor: MinorUnits, takenMinor: MinorUnits, currency: CurrencyCode, lines: Readonly<Record<string, string>>): Message {
  return { code: 'settlement.manual-reduced', values: { ...lines, asked: { amountMinor: askedMinor, currency }, taken: { amountMinor: takenMinor, currency } } };
}

/** `XS-001083 (Ledger 12)`: where people find the line. */
function nameOf(books: Books, entry: EntryIndex): string {
  const { ours } = books;
  return `${books.texts.at(ours.document[entry])} (${books.sheetNames[ours.sheet[entry]]} ${ours.row[entry]})`.trim();
}
