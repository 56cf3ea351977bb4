/** What a person's cell says: a day, an amount, a choice from a drop-down, or free text. `undefined` where it cannot be read. */
import { dayFromCalendar, calendarFromDay } from '../units/day';
import { toMinor, type CurrencyCode } from '../units/money';
import type { DaySerial, MinorUnits } from '../units/units';
import { LANGUAGES, say } from '../texts';
import { parseAmountText } from '../ledger/amount-text';
import { dayFromNumber, dayOf, parseDateText, type DateOrder } from '../ledger/date-text';
import { fold } from '../ledger/fold';
import { parseYearless } from '../ledger/yearless';
import type { CellValue } from '../ledger/grid';

export function textOf(cell: CellValue): string {
  return cell === null ? '' : String(cell).trim();
}

/** Empty → null. A date without a year ("11月30日", "11/30", "30/11") is the first such day from `since` on. */
export function dayIn(cell: CellValue, order: DateOrder, since: DaySerial | null): DaySerial | null | undefined {
  if (textOf(cell) === '') return null;
  if (typeof cell === 'number') return dayFromNumber(cell) ?? undefined;
  const parts = parseDateText(textOf(cell));
  if (parts) return dayOf(parts, order) ?? undefined;
  return dayOfYearlessText(textOf(cell), since) ?? undefined;
}

function dayOfYearlessText(text: string, since: DaySerial | null): DaySerial | null {
  // The month first, unless there is no such month.
  const parts = parseYearless(text, 'mdy');
  if (parts === null || since === null) return null;
  const { year } = calendarFromDay(since);
  const thisYear = dayFromCalendar(year, parts.month, parts.day);
  return thisYear !== null && thisYear >= since ? thisYear : dayFromCalendar(year + 1, parts.month, parts.day);
}

/** Empty → null. Cells hold major units. */
export function amountIn(cell: CellValue, currency: CurrencyCode): MinorUnits | null | undefined {
  if (textOf(cell) === '') return null;
  const major = typeof cell === 'number' ? cell : parseAmountText(textOf(cell));
  return major === null || !Number.isFinite(major) ? undefined : toMinor(major, currency);
}

/** Words in any language → the identifier they stand for. */
export class Words<T extends string> {
  private readonly meanings = new Map<string, T>();

  constructor(identifiers: readonly T[], codeOf: (identifier: T) => string, alsoSaid?: Readonly<Partial<Record<T, readonly string[]>>>) {
    for (const identifier of identifiers) {
      const said: readonly string[] = [identifier, ...LANGUAGES.map((language) => say({ code: codeOf(identifier) }, language)), ...(alsoSaid?.[identifier] ?? [])];
      for (const word of said) this.meanings.set(comparable(word), this.meanings.get(comparable(word)) ?? identifier);
    }
  }

  /** Empty → null. */
  meaningOf(cell: CellValue): T | null | undefined {
    const text = textOf(cell);
    return text === '' ? null : this.meanings.get(comparable(text));
  }
}

/** Folded, except for marks such as ✓ that have no letters to fold to. */
function comparable(word: string): string {
  return fold(word) || word.trim();
}
