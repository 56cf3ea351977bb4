/** The plan as it is really written, edited as people do, and read by the next run: nothing lost. */
import { settle } from '../../src/settlement/settle';
import { age } from '../../src/aging/age';
import { planCollection } from '../../src/collection/plan-collection';
import type { Plan } from '../../src/collection/plan';
import { gridOf, type CellValue, type Grid } from '../../src/ledger/grid';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { matchBooks } from '../../src/matching/match';
import { modelSheets } from '../../src/reports/model-sheets';
import type { Result } from '../../src/reports/result';
import type { SheetModel } from '../../src/reports/sheet-model';
import { settingsFrom } from '../../src/settings/catalogue';
import { LANGUAGES, say, type Language } from '../../src/texts';
import { parseIsoDay } from '../../src/units/day';
import { NO_ANNOTATIONS, type Annotations } from '../../src/annotations/annotations';
import { statusCode } from '../../src/annotations/keys';
import { readAnnotations } from '../../src/annotations/read';
import { ResultSheet } from './result-sheet';

const day = (iso: string) => parseIsoDay(iso) as number;
const CUSTOMERS = ['Gome', 'Suning', 'Wanda', 'Yongle'];
const LINES: readonly CaseLine[] = CUSTOMERS.map((customer, i) => ({ customer, day: day('2026-05-10') + i, amountMinor: 1000000 * (i + 1), document: `XS-${i}` }));
const paid = (customer: string, iso: string, amount: number): CaseLine => ({ customer, day: day(iso), amountMinor: -amount * 100, kind: 'payment' });

function run(asOf: string, language: Language, annotations: Annotations = NO_ANNOTATIONS, more: readonly CaseLine[] = []): { plan: Plan; sheets: ReadonlyMap<string, ResultSheet>; names: (customer: number) => string } {
  const books = booksFromLines([...LINES, ...more], { language });
  const options = { asOf: day(asOf), annotations };
  const { settings } = settingsFrom(annotations.settings);
  const reconciliation = matchBooks(books, { ...options, settings: settings.matching });
  const settlement = settle(books, { ...options, reconciliation, settings: settings.settlement });
  const aged = age(books, { ...options, reconciliation, settlement, settings: settings.aging });
  const plan = planCollection(books, { ...options, reconciliation, settlement, aged, settings: settings.collection });
  const result: Result = { asOf: options.asOf, language, books, annotations, settings, reconciliation, settlement, aged, plan, milliseconds: { read: 0, match: 0, settle: 0, age: 0, plan: 0, write: 0 } };
  const models = modelSheets(result, { statements: 'none', statementForm: 'activity' });
  return { plan, sheets: new Map(models.map((model) => [model.key, sheetOf(model)])), names: (customer) => books.customers[customer].name };
}

/** The cells and anchors that an adapter would write. */
function sheetOf(model: SheetModel): ResultSheet {
  const sheet = new ResultSheet(model.key, model.name);
  const value = (content: SheetModel['cells'][number]['content']): CellValue => (content !== null && typeof content === 'object' ? content.value : content);
  const put = (r: number, c: number, cell: CellValue) => {
    while (sheet.rows.length <= r) sheet.rows.push([]);
    sheet.set(r, c, cell);
  };
  for (const cell of model.cells) put(cell.rowIndex, cell.columnIndex, value(cell.content));
  for (const table of model.tables) {
    table.columns.forEach((column, c) => {
      put(table.rowIndex, table.columnIndex + c, column.heading);
      if (column.anchored) sheet.anchors[column.key] = { rowIndex: table.rowIndex, columnIndex: table.columnIndex + c };
    });
    for (let r = 0; r < table.rowCount; r++) table.row(r).forEach((content, c) => put(table.rowIndex + 1 + r, table.columnIndex + c, value(content)));
  }
  Object.assign(sheet.anchors, model.anchors);
  return sheet;
}

const grids = (sheets: ReadonlyMap<string, ResultSheet>): Grid[] => [...sheets.values()].map((sheet) => sheet.grid());
const rowOf = (sheet: ResultSheet, customer: string) => sheet.rows.findIndex((row) => row[sheet.anchors.customer.columnIndex] === customer);
const write = (sheet: ResultSheet, customer: string, column: string, value: CellValue) => sheet.set(rowOf(sheet, customer), sheet.anchors[column].columnIndex, value);

describe.each(LANGUAGES)('a plan written in %s', (language) => {
  it('untouched: no problems, nothing written, no column taken for a user’s', () => {
    const { planNotes, problems, settings, reconciliations } = readAnnotations(grids(run('2026-09-30', language).sheets));
    expect(problems).toEqual([]);
    expect(planNotes.map((note) => note.customerName).sort()).toEqual(CUSTOMERS);
    expect(planNotes.every((note) => note.status === null && note.note === '' && Object.keys(note.added).length === 0 && note.writtenDay === day('2026-09-30') && (note.openThenMinor as number) > 0)).toBe(true);
    expect(settingsFrom(settings).problems).toEqual([]);
    expect(reconciliations).toEqual([]);
  });

  it('edited: sorted, a column added and one moved, a promise, a changed weight; twice over', () => {
    const first = run('2026-09-30', language);
    const plan = first.sheets.get('plan') as ResultSheet;
    write(plan, 'Suning', 'status', say({ code: statusCode('promised') }, language));
    write(plan, 'Suning', 'promisedDay', '2026.10.15');
    write(plan, 'Suning', 'promisedAmount', '5,000');
    write(plan, 'Gome', 'note', 'boss is away');
    plan.moveColumn(plan.anchors.note.columnIndex, 0).insertColumn(3, { [plan.anchors.customer.rowIndex]: 'Mood', [rowOf(plan, 'Gome')]: 'angry' });
    plan.sortRows(plan.anchors.customer.rowIndex + 1, plan.anchors.customer.rowIndex + 5, plan.anchors.customer.columnIndex);
    const settings = first.sheets.get('settings') as ResultSheet;
    const weight = settings.anchors['collection.weights.age'];
    settings.set(weight.rowIndex, weight.columnIndex, 77);

    // A month later: nothing came from Suning, and Gome has paid.
    const second = run('2026-10-31', language, readAnnotations(grids(first.sheets)), [paid('Gome', '2026-10-10', 10000)]);
    const suning = second.plan.rows.find((row) => second.names(row.customer) === 'Suning');
    expect(suning?.promise).toEqual({ day: day('2026-10-15'), amountMinor: 500000, state: 'broken' });
    expect(suning?.parts.find((part) => part.factor === 'broken-promise')?.points).toBe(20);
    expect(suning?.parts.find((part) => part.factor === 'age')?.points).toBeGreaterThan(30);
    expect(second.plan.done.map(({ customerName, note }) => [customerName, note.note, note.added])).toEqual([['Gome', 'boss is away', { Mood: 'angry' }]]);

    // Another month: the money came late, the sheet has lost its anchors, and Gome is still remembered.
    const kept = second.sheets.get('plan') as ResultSheet;
    const third = run('2026-11-20', language, readAnnotations([kept.withoutAnchors().grid()]), [paid('Gome', '2026-10-10', 10000), paid('Suning', '2026-11-05', 5000)]);
    expect(third.plan.rows.find((row) => third.names(row.customer) === 'Suning')?.promise?.state).toBe('kept');
    expect(third.plan.done.map(({ customerName, note }) => [customerName, note.note, note.added.Mood])).toEqual([['Gome', 'boss is away', 'angry']]);
  });
});

it.each(LANGUAGES)('a settings sheet in %s that has lost its anchors is read by its words', (language) => {
  const settings = run('2026-09-30', language).sheets.get('settings') as ResultSheet;
  const weight = settings.anchors['collection.weights.age'];
  settings.set(weight.rowIndex, weight.columnIndex, 77);
  const anchored = settingsFrom(readAnnotations([settings.grid()]).settings);
  expect(anchored.settings.collection.weights.age).toBe(77);
  expect(settingsFrom(readAnnotations([settings.withoutAnchors().grid()]).settings)).toEqual(anchored);
});

it('a grid of the plan is read among grids of ledgers', () => {
  const { sheets } = run('2026-09-30', 'en');
  expect(readAnnotations([gridOf('ledger', [['Date', 'Amount'], [1, 2]]), ...grids(sheets)]).planNotes).toHaveLength(4);
});
