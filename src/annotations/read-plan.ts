/** What reps wrote into the plan, and into its part for customers that have paid. One note per customer and currency. */
import type { DaySerial } from '../units/units';
import { LANGUAGES, say } from '../texts';
import { fold } from '../ledger/fold';
import type { CellValue, Grid } from '../ledger/grid';
import { PLAN_STATUSES, type PlanNote, type PlanStatus } from './annotations';
import { DONE_PREFIX, PLAN_WRITTEN_COLUMNS, WRITTEN_DAY_ANCHOR, WRITTEN_DAY_LABEL_CODE, statusCode } from './keys';
import { joinedNotes } from './notes-by-account';
import { findTable, hasRows, type Headings, type TablePlace } from './places';
import { originFromMark } from './promise-mark';
import { TableReader, type Problem } from './table-reader';
import { Words, dayIn, textOf } from './written-cells';

const statusWords = new Words<PlanStatus>(PLAN_STATUSES, statusCode, { contacted: ['called', '已沟通', '已致电'], promised: ['承诺付款'], paid: ['已付', '已收款', '已回款'], stopped: ['stop', '停止', '暂停'], disputed: ['争议'] });
const NEEDS = ['customer', 'currency'];

export function readPlanNotes(grid: Grid, headings: Headings, onlyCurrency: string, problems: Problem[]): PlanNote[] {
  const writtenDay = writtenDayOf(grid);
  const plan = findTable(grid, headings, { needs: NEEDS });
  const done = findTable(grid, headings, { prefix: DONE_PREFIX, nth: 1, needs: NEEDS });
  if (!plan && hasRows(grid)) problems.push({ sheet: grid.sheet, row: 0, message: { code: 'annotations.no-headings', values: { sheet: grid.sheet } } });
  const notes = new Map<string, PlanNote>();
  for (const place of [plan, done?.headingRowIndex === plan?.headingRowIndex ? null : done]) {
    if (place) for (const note of notesIn(grid, place, writtenDay, onlyCurrency, problems)) keep(notes, note);
  }
  return [...notes.values()];
}

function notesIn(grid: Grid, place: TablePlace, writtenDay: DaySerial | null, onlyCurrency: string, problems: Problem[]): PlanNote[] {
  const notes: PlanNote[] = [];
  const row = new TableReader(grid, place, problems);
  for (let r = place.firstRowIndex; r <= place.lastRowIndex; r++) {
    if (isPlanRow(row.at(r))) notes.push(noteIn(row, writtenDay, onlyCurrency));
    else if (writesSomething(row)) row.problem('customer', 'annotations.no-customer', PLAN_WRITTEN_COLUMNS.map((column) => row.text(column)).filter(Boolean).join(' '));
  }
  return notes;
}

function writesSomething(row: TableReader): boolean {
  return PLAN_WRITTEN_COLUMNS.some((column) => row.text(column) !== '');
}

/** Titles and totals have a customer's cell filled at most; a row of the plan has a currency too, or something written. */
function isPlanRow(row: TableReader): boolean {
  return row.text('customer') !== '' && (row.text('currency') !== '' || !row.has('currency') || writesSomething(row));
}

function noteIn(row: TableReader, writtenDay: DaySerial | null, onlyCurrency: string): PlanNote {
  const currency = row.text('currency') || onlyCurrency;
  const unread: string[] = [];
  /** A cell that says something else ("after the holiday") is kept as a note, since the next plan is written anew. */
  const orNote = <T>(column: string, read: T | null | undefined): T | null => {
    if (read === undefined) unread.push(row.text(column));
    return read ?? null;
  };
  const promisedDay = orNote('promisedDay', row.day('promisedDay', writtenDay));
  const promisedMinor = orNote('promisedAmount', row.amount('promisedAmount', currency));
  const origin = originFromMark(row.text('promiseMade'), promisedDay, promisedMinor);
  return {
    customerName: row.text('customer'), currency,
    status: orNote('status', row.choice('status', statusWords)),
    promisedDay, promisedMinor,
    nextContactDay: orNote('nextContact', row.day('nextContact', writtenDay)),
    demandDay: orNote('demandDay', row.day('demandDay', null)),
    note: [row.text('note'), ...unread].filter(Boolean).join('\n'),
    added: row.added(),
    openThenMinor: origin ? origin.openThenMinor : (row.amount('open', currency) ?? null),
    writtenDay: origin ? origin.writtenDay : writtenDay,
  };
}

/** Two rows of one customer (someone copied a row) become one. */
function keep(notes: Map<string, PlanNote>, note: PlanNote): void {
  const key = `${fold(note.customerName)}|${note.currency}`;
  const first = notes.get(key);
  notes.set(key, first ? joinedNotes(first, note) : note);
}

/** The as-of day of the run that wrote the plan: at its anchor, or beside its label above the table. */
function writtenDayOf(grid: Grid): DaySerial | null {
  const anchor = grid.facts.result?.anchors[WRITTEN_DAY_ANCHOR];
  const anchored = anchor && dayInTitle(grid.value(anchor.rowIndex, anchor.columnIndex));
  if (anchored) return anchored;
  const labels = new Set(LANGUAGES.map((language) => fold(say({ code: WRITTEN_DAY_LABEL_CODE }, language))));
  for (let r = 0; r < Math.min(grid.rowCount, 10); r++) {
    for (let c = 0; c + 1 < grid.columnCount; c++) {
      const day = labels.has(fold(grid.text(r, c))) ? dayInTitle(grid.value(r, c + 1)) : null;
      if (day) return day;
    }
  }
  return null;
}

/** A date cell, or a title that ends in a date ("As of 2026-09-30"). */
function dayInTitle(cell: CellValue): DaySerial | null {
  const whole = dayIn(cell, 'ymd', null);
  if (typeof whole === 'number') return whole;
  const inside = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.exec(textOf(cell));
  return inside ? (dayIn(inside[0], 'ymd', null) ?? null) : null;
}
