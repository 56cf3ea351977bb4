/**
 * Small results that use every part of the Office.js adapter's writing, with each action of the write refused in
 * turn: once only, and from there on. What the run with the real sheets tries request by request, action by action.
 */
import { createExcelHost, newWorkbook, type FaultPlan, type Workbook } from '../../src/preview/host';
import type { SheetModel } from '../../src/reports/sheet-model';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { WorkbookError } from '../../src/workbook/port';
import { connectOfficeJs } from '../support/office-js';
import { planModel, planTable, sheetModel, titled } from '../workbook/support/models';
import { clone } from './support/clone';
import { leftOvers, resultsOf, unlike, usersSheets, type Results } from './support/content';

const port = openOfficeWorkbook();
const values = { rowIndex: 3, columnIndex: 1, rowCount: 3, columnCount: 1 };

const NEW: readonly SheetModel[] = [
  planModel('Plan', {
    tables: [planTable({ totals: true, link: (index, key) => (key === 'customer' ? { sheet: 'Notes', rowIndex: index, columnIndex: 0 } : undefined), rowStyle: (index) => (index === 1 ? { fill: 'FFF2CC' } : undefined) })],
    anchors: { note: { rowIndex: 0, columnIndex: 2 } },
    dataBars: [{ kind: 'data-bar', ...values, color: '5B8C92' }],
    charts: [{ name: 'Open', kind: 'column', title: 'Open', rowIndex: 9, columnIndex: 0, rowCount: 4, columnCount: 3, categories: { ...values, columnIndex: 0 }, series: [{ name: 'one', values, color: '0B5A63' }], altText: 'open' }],
    freeze: { rows: 3, columns: 0 },
    hiddenColumns: [4],
    rowHeights: { 0: 30 },
    print: { orientation: 'landscape', footerText: '&P', pageBreakRowIndices: [5], repeatRows: { fromRowIndex: 0, toRowIndex: 2 }, area: { rowIndex: 0, columnIndex: 0, rowCount: 9, columnCount: 3 } },
  }),
  sheetModel('notes', 'Notes', { cells: [{ rowIndex: 1, columnIndex: 0, content: 'To the plan', columnSpan: 2, style: { bold: true, borderBottom: 'thin' }, link: { sheet: 'Plan', rowIndex: 2, columnIndex: 1 } }] }),
];

let start: Workbook;
let expected: Results;
let actionCounts: number[];
let pagesRequest = 0;

/** Connects office.js to a copy of the start, which misbehaves as told. */
function connected(faults: FaultPlan): Workbook {
  const workbook = clone(start);
  connectOfficeJs(createExcelHost({ workbook, faults }));
  return workbook;
}

beforeAll(async () => {
  start = newWorkbook('Ledger');
  start.sheetByName('Ledger')!.cells.setValue(0, 0, 'ours');
  connectOfficeJs(createExcelHost({ workbook: start }));
  await port.writeSheets([planModel(), titled('aging', 'Aging', 'old')]);
  actionCounts = [];
  let lastRequest = 0;
  const workbook = connected({
    action: (request, action) => {
      actionCounts[request] = action + 1;
      lastRequest = request;
      return null;
    },
    member: (name) => {
      if (name.startsWith('PageLayout.')) pagesRequest = lastRequest;
      return null;
    },
  });
  await port.writeSheets(NEW);
  expected = resultsOf(workbook);
  expect(leftOvers(workbook)).toEqual([]);
});

describe.each([
  ['once', (at: number, number: number) => number === at],
  ['from there on', (at: number, number: number) => number >= at],
])('an action refused %s', (_, isRefused) => {
  test('leaves the old results or the new ones, and the next run puts the rest right', async () => {
    const old = resultsOf(start);
    const users = usersSheets(start);
    const figures = { tried: 0, old: 0, new: 0, 'left to the next run': 0 };
    const ends = new Set<string>();
    for (const [at, request, action] of numbered(actionCounts)) {
      let isWell = false;
      const workbook = connected({ action: (r, a) => (!isWell && isRefused(at, numberOf(r, a)) ? 'GeneralException' : null) });
      const failure = await port.writeSheets(NEW).then(() => null, (error: unknown) => error as WorkbookError);
      const where = `action ${action} of request ${request}`;
      const results = resultsOf(workbook);
      const left = leftOvers(workbook);
      expect([where, usersSheets(workbook) === users]).toEqual([where, true]);
      if (left.length === 0) {
        // For want of a printer Excel may refuse to set up pages; the results stand without.
        expect([where, ...unlike(results, failure === null ? expected : old, request !== pagesRequest)]).toEqual([where]);
        figures[failure === null ? 'new' : 'old']++;
      } else {
        // Nothing got through any more, so both stand there; the names say which of them count.
        figures['left to the next run']++;
        expect([where, [old, expected].some(({ contents }) => JSON.stringify(Object.entries(contents).sort()) === JSON.stringify(Object.entries(results.contents).sort()))]).toEqual([where, true]);
        expect([where, failure instanceof WorkbookError]).toEqual([where, true]);
      }
      figures.tried++;
      // The adapter keeps nothing: the same workbook ends alike.
      const end = JSON.stringify([results, left]);
      if (ends.has(end)) continue;
      ends.add(end);
      isWell = true;
      await port.listSheets();
      const told = (await port.listSheets()).flatMap(({ resultKey }) => resultKey ?? []).sort();
      expect([['aging', 'plan'], ['notes', 'plan']]).toContainEqual(told);
      await port.writeSheets(NEW);
      expect([where, ...unlike(resultsOf(workbook), expected), ...leftOvers(workbook)]).toEqual([where]);
      expect([where, usersSheets(workbook) === users]).toEqual([where, true]);
    }
    console.log(`a refused action: ${JSON.stringify(figures)}`);
  }, 240_000);
});

function* numbered(counts: readonly number[]): Generator<[at: number, request: number, action: number]> {
  for (let request = 1; request < counts.length; request++) for (let action = 0; action < counts[request]; action++) yield [numberOf(request, action), request, action];
}

function numberOf(request: number, action: number): number {
  return request * 100_000 + action;
}
