/**
 * Amounts too large to be added up. Up to 2^53 whole numbers are exact; what all amounts of a currency come to,
 * debits and credits of both ledgers alike, bounds every sum that any room can make of them in any order.
 */
import { minorPerMajor } from '../units/money';
import { SIDES, ledgerOf, type Books, type Side, type SheetIssue } from '../ledger/books';

interface Largest {
  grossMinor: number;
  minor: number;
  side: Side;
  line: number;
}

/** An error for each currency whose amounts exceed what can be summed exactly, at the line that exceeds it most. */
export function magnitudeIssues(books: Books): readonly SheetIssue[] {
  const byCurrency = books.currencies.map((): Largest => ({ grossMinor: 0, minor: -1, side: 'ours', line: 0 }));
  for (const side of SIDES) {
    const { count, currency, amountMinor } = ledgerOf(books, side);
    for (let line = 0; line < count; line++) {
      const largest = byCurrency[currency[line]];
      const minor = Math.abs(amountMinor[line]);
      largest.grossMinor += minor;
      if (minor > largest.minor) [largest.minor, largest.side, largest.line] = [minor, side, line];
    }
  }
  return byCurrency.flatMap((largest, currency) => (largest.grossMinor <= Number.MAX_SAFE_INTEGER ? [] : [tooLarge(books, books.currencies[currency], largest)]));
}

function tooLarge(books: Books, currency: string, { minor, side, line }: Largest): SheetIssue {
  const ledger = ledgerOf(books, side);
  const amount = Number.isSafeInteger(minor) ? { amountMinor: minor, currency } : String(minor / minorPerMajor(currency));
  return {
    severity: 'error', sheet: books.sheetNames[ledger.sheet[line]], row: ledger.row[line], column: '',
    message: { code: 'proof.too-large', values: { currency, amount, limit: { amountMinor: Number.MAX_SAFE_INTEGER, currency } } },
  };
}
