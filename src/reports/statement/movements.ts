/** What moved on an account in a period: the lines of the activity statement. */
import { NO_DAY, type DaySerial, type MinorUnits } from '../../units/units';
import { addMonths } from '../../units/day';
import { ENTRY_KINDS, type EntryIndex, type EntryKind } from '../../ledger/books';
import type { AccountFile, Report } from '../report';

/** One document: the lines that our ledger has for it on one day. */
export interface Movement {
  readonly day: DaySerial;
  readonly kind: EntryKind;
  readonly document: string;
  readonly entries: readonly EntryIndex[];
  readonly amountMinor: MinorUnits;
}

export interface Activity {
  readonly fromDay: DaySerial;
  readonly toDay: DaySerial;
  readonly openingMinor: MinorUnits;
  readonly movements: readonly Movement[];
  readonly closingMinor: MinorUnits;
}

/** From the last signed statement, else over the months after which one is due, to the as-of day. */
export function activityOf(report: Report, file: AccountFile): Activity {
  const { account } = file;
  const toDay = report.result.asOf;
  const fromDay = periodStart(report, file);
  const { ours } = report.result.books;
  const entries = report.entriesOf(account.customer, account.currency).filter((entry) => ours.day[entry] <= toDay);
  const before = (entry: EntryIndex) => ours.day[entry] < fromDay || ours.day[entry] === NO_DAY || ENTRY_KINDS[ours.kind[entry]] === 'opening';
  const sum = (list: readonly EntryIndex[]) => list.reduce((total, entry) => total + ours.amountMinor[entry], 0);
  const openingMinor = sum(entries.filter(before));
  const moved = entries.filter((entry) => !before(entry)).sort((a, b) => ours.day[a] - ours.day[b] || a - b);
  return { fromDay, toDay, openingMinor, movements: movementsOf(report, moved), closingMinor: openingMinor + sum(moved) };
}

function periodStart(report: Report, { account }: AccountFile): DaySerial {
  const { asOf, plan, settings } = report.result;
  const signed = plan.calendar.find((task) => task.customer === account.customer && task.currency === account.currency)?.lastSignedDay ?? report.master(account.customer)?.lastReconciledDay ?? null;
  if (signed !== null && signed < asOf) return signed + 1;
  const months = report.master(account.customer)?.reconcileEveryMonths ?? settings.collection.reconcileEveryMonths;
  // Of the time before the ledger begins we know the opening balance only.
  return Math.max(addMonths(asOf + 1, -months), report.firstDay);
}

/** Neighbouring lines of one document are one movement. */
function movementsOf(report: Report, entries: readonly EntryIndex[]): readonly Movement[] {
  const { ours, texts } = report.result.books;
  const movements: Movement[] = [];
  for (let i = 0; i < entries.length; ) {
    const first = entries[i];
    const sameDocument = (entry: EntryIndex) => ours.document[first] !== 0 && ours.document[entry] === ours.document[first] && ours.day[entry] === ours.day[first] && ours.kind[entry] === ours.kind[first];
    let end = i + 1;
    while (end < entries.length && sameDocument(entries[end])) end++;
    const lines = entries.slice(i, end);
    movements.push({ day: ours.day[first], kind: ENTRY_KINDS[ours.kind[first]], document: texts.at(ours.document[first]), entries: lines, amountMinor: lines.reduce((sum, entry) => sum + ours.amountMinor[entry], 0) });
    i = end;
  }
  return movements;
}
