/** What speaks for a match, kept as facts: it becomes sentences when somebody reads them, which of most matches nobody does. */
import type { MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { TextPool } from '../ledger/grid';
import type { Desk } from './desk';
import type { Doc } from './doc';
import type { NumberCode, TextReadings } from './readings';

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
    /** One, which is the usual case and needs no list, or several. */
    private readonly documents: number | readonly number[],
  ) {}

  messages(): readonly Message[] {
    return [{ code: 'matching.names', values: { numbers: { list: [this.documents].flat().map((document) => this.texts.at(document)) } } }];
  }
}

/** The documents that the other side names, or failing that all that have a number. */
export function namedOnBothSides(desk: Desk, ours: readonly Doc[], theirs: readonly Doc[]): Named {
  if (ours.length === 1 && theirs.length === 1) {
    // One document each, one of which the other names: nearly all matches are that.
    const [isOurs, isTheirs] = [namesDigitsOf(theirs[0], ours[0]), namesDigitsOf(ours[0], theirs[0])];
    if (isOurs !== isTheirs) return new Named(desk.books.texts, isOurs ? ours[0].document : theirs[0].document);
  }
  let named = [...ours.filter((doc) => isNamedBy(theirs, doc)), ...theirs.filter((doc) => isNamedBy(ours, doc))];
  if (named.length === 0) named = [...ours, ...theirs].filter((doc) => doc.numbers.length > 0);
  const documents = named.slice(0, LISTED_MAX).map((doc) => doc.document);
  return new Named(desk.books.texts, documents.length > 1 ? [...new Set(documents)] : documents);
}

const isNamedBy = (others: readonly Doc[], doc: Doc): boolean => others.some((other) => namesDigitsOf(other, doc));

function namesDigitsOf(a: Doc, b: Doc): boolean {
  for (const number of a.naming.numbers) for (const own of b.numbers) if (own.digits === number.digits) return true;
  return false;
}

/** "XS-001803 is one slip of the hand from XS-001083." */
export class SimilarNumbers implements Told {
  constructor(
    private readonly readings: TextReadings,
    private readonly ours: NumberCode | undefined,
    private readonly theirs: NumberCode | undefined,
  ) {}

  messages(): readonly Message[] {
    return [{ code: 'matching.similar-number', values: { ours: this.textOf(this.ours), theirs: this.textOf(this.theirs) } }];
  }

  private textOf(number: NumberCode | undefined): string {
    return number ? `${this.readings.prefixText(number.prefix)}${number.prefix ? '-' : ''}${this.readings.digitsText(number.digits)}` : '';
  }
}

/** "12,400.00 on both sides, 3 days apart." */
export class EqualAmounts implements Told {
  constructor(
    private readonly currency: CurrencyCode,
    private readonly amountMinor: MinorUnits,
    private readonly days: number,
    private readonly isInOrder: boolean,
    private readonly similar: SimilarNumbers | null,
  ) {}

  messages(): readonly Message[] {
    const messages: Message[] = this.similar ? [...this.similar.messages()] : [];
    messages.push({ code: 'matching.equal-amount', values: { amount: { amountMinor: this.amountMinor, currency: this.currency }, days: this.days } });
    if (this.isInOrder) messages.push({ code: 'matching.order-of-numbers' });
    return messages;
  }
}
