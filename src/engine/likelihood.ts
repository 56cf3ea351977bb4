/** Measures the likelihood model on a workbook whose outcomes are known. For the command line and the docs. */
import { NO_DAY, type DaySerial } from '../units/units';
import { addMonths, endOfMonth } from '../units/day';
import { compareLikelihood, outcomesIn, type Comparison } from '../aging/likelihood/comparison';
import type { Horizon } from '../aging/likelihood/snapshot';
import { Grid, TextPool } from '../ledger/grid';
import type { SheetSupply } from './feed';
import { isReadable, readWorkbook, Unreadable } from './reconcile';

export { PREDICTORS, type Comparison, type Predictor } from '../aging/likelihood/comparison';
export { HORIZONS, type Horizon } from '../aging/likelihood/snapshot';

const MONTH_ENDS = 7;

export interface Measurement {
  /** By document, when a debit was really settled; debits it does not name are not judged. null = as the ledger itself tells by its last day. */
  readonly settledDays: ReadonlyMap<string, DaySerial> | null;
  /** Empty = the last seven month ends whose outcome is known. */
  readonly days: readonly DaySerial[];
  readonly horizon: Horizon;
}

/** @throws Unreadable when the ledger cannot be read. */
export async function measureLikelihood(supply: SheetSupply, { settledDays, days, horizon }: Measurement): Promise<Comparison> {
  const { books, settings } = readWorkbook(await gridsOf(supply));
  if (!isReadable(books)) throw new Unreadable(books);
  const byDocument = (entry: number) => settledDays?.get(books.texts.at(books.ours.document[entry])) ?? null;
  const settledDayOf = settledDays === null ? outcomesIn(books, settings.settlement) : byDocument;
  const knownUntil = settledDays === null ? books.latestDay - horizon : books.latestDay;
  return compareLikelihood(books, { days: days.length > 0 ? days : lastMonthEnds(knownUntil, firstDayOf(books.ours.day)), horizon, settledDayOf }, settings.settlement);
}

function lastMonthEnds(latestDay: DaySerial, firstDay: DaySerial): readonly DaySerial[] {
  const last = endOfMonth(latestDay) === latestDay ? latestDay : endOfMonth(addMonths(latestDay, -1));
  return Array.from({ length: MONTH_ENDS }, (_, at) => endOfMonth(addMonths(last, at + 1 - MONTH_ENDS))).filter((day) => day > firstDay);
}

function firstDayOf(days: Int32Array): DaySerial {
  return days.reduce((first, day) => (day !== NO_DAY && day < first ? day : first), Number.POSITIVE_INFINITY);
}

async function gridsOf(supply: SheetSupply): Promise<readonly Grid[]> {
  const texts = new TextPool();
  const grids: Grid[] = [];
  for (const { name } of await supply.listSheets()) {
    const { facts, chunks } = await supply.openSheet(name);
    const grid = new Grid(name, texts, facts);
    for await (const rows of chunks) grid.appendRows(rows);
    grids.push(grid);
  }
  return grids;
}
