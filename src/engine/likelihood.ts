/** Measures the likelihood model on a workbook whose outcomes are known. For the command line and the docs. */
import type { DaySerial } from '../units/units';
import { addMonths, endOfMonth } from '../units/day';
import { compareLikelihood, type Comparison } from '../aging/likelihood/comparison';
import { Grid, TextPool } from '../ledger/grid';
import type { SheetSupply } from './feed';
import { isReadable, readWorkbook, Unreadable } from './reconcile';

export { PREDICTORS, type Comparison, type Predictor } from '../aging/likelihood/comparison';

const MONTH_ENDS = 7;

/**
 * `settledDays` tells by document when a debit was really settled; debits it does not name are not judged.
 * Without days, the seven month ends up to the ledger's last day are judged.
 * @throws Unreadable when the ledger cannot be read.
 */
export async function measureLikelihood(supply: SheetSupply, settledDays: ReadonlyMap<string, DaySerial>, days: readonly DaySerial[]): Promise<Comparison> {
  const { books, settings } = readWorkbook(await gridsOf(supply));
  if (!isReadable(books)) throw new Unreadable(books);
  const settledDayOf = (entry: number) => settledDays.get(books.texts.at(books.ours.document[entry])) ?? null;
  return compareLikelihood(books, days.length > 0 ? days : lastMonthEnds(books.latestDay), settledDayOf, settings.settlement);
}

function lastMonthEnds(latestDay: DaySerial): readonly DaySerial[] {
  const last = endOfMonth(latestDay) === latestDay ? latestDay : endOfMonth(addMonths(latestDay, -1));
  return Array.from({ length: MONTH_ENDS }, (_, at) => endOfMonth(addMonths(last, at + 1 - MONTH_ENDS)));
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
