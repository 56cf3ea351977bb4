/** What speaks for a match, kept as facts: it becomes sentences when somebody reads them, which of most matches nobody does. */
import type { MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { TextPool } from '../ledger/grid';
import type { Desk } from './desk';
import type { Doc } from './doc';

export interface Told {
  messages(): readonly Message[];
}

/** Sentences that are few enough to be made at once. */
export class Said implements Told {
  constructor(private readonly said: readonly Message[]) {}

  messages(): readonly Message[] {
    return this.said;
  }
}

const LISTED_MAX = 6;

/** "XS-001083 is named on both sides." */
export class Named implements Told {
  constructor(
    private readonly texts: TextPool,
    private readonly documents: readonly number[],
  ) {}

  messages(): readonly Message[] {
    return [{ code: 'matching.names', values: { numbers: { list: this.documents.map((document) => this.texts.at(document)) } } }];
  }
}

/** The documents that the other side names, or failing that all that have a number. */
export function namedOnBothSides(desk: Desk, ours: readonly Doc[], theirs: readonly Doc[]): Named {
  const named: number[] = [];
  const numbered: number[] = [];
  const list = (docs: readonly Doc[], others: readonly Doc[]) => {
    for (const doc of docs) {
      if (doc.numbers.length === 0) continue;
      if (numbered.length < LISTED_MAX) numbered.push(doc.document);
      if (named.length < LISTED_MAX && others.some((other) => namesDigitsOf(other, doc))) named.push(doc.document);
    }
  };
  list(ours, theirs);
  list(theirs, ours);
  const listed = named.length > 0 ? named : numbered;
  return new Named(desk.books.texts, listed.length > 1 ? [...new Set(listed)] : listed);
}

function namesDigitsOf(a: Doc, b: Doc): boolean {
  for (const number of a.naming.numbers) for (const own of b.numbers) if (own.digits === number.digits) return true;
  return false;
}

/** "12,400.00 on both sides, 3 days apart." */
export class EqualAmounts implements Told {
  constructor(
    private readonly currency: CurrencyCode,
    private readonly amountMinor: MinorUnits,
    private readonly days: number,
    private readonly isInOrder: boolean,
    private readonly similar: { readonly ours: string; readonly theirs: string } | null,
  ) {}

  messages(): readonly Message[] {
    const messages: Message[] = this.similar ? [{ code: 'matching.similar-number', values: this.similar }] : [];
    messages.push({ code: 'matching.equal-amount', values: { amount: { amountMinor: this.amountMinor, currency: this.currency }, days: this.days } });
    if (this.isInOrder) messages.push({ code: 'matching.order-of-numbers' });
    return messages;
  }
}
