/**
 * What the adapter relies on, tried in the Excel that is open: on one sheet of our own, which the report then
 * takes the place of. The user's sheets are listed before and after, and never written to.
 */
import type { CellValue } from '../ledger/grid';
import type { SheetModel, TableModel } from '../reports/sheet-model';
import { say, type Language } from '../texts';
import type { SheetInfo, WorkbookPort } from './port';

export const SELF_CHECK_KEY = 'self-check';

type Promised = 'texts' | 'numbers' | 'dates' | 'formulas' | 'links' | 'tables' | 'marks' | 'all-or-nothing' | 'memory' | 'users-sheets';

export interface Finding {
  readonly promised: Promised;
  readonly isKept: boolean;
  /** What was found instead, for support. */
  readonly found: string;
}

/** Texts that Excel would like to make something else of. */
const TEXTS = ['=1+1', '+86 510 1234', '-12', '@sum', '00123', '1/2', '2026-01-31', '1e5', 'TRUE', '#N/A', "'quoted", ' blank ', '<b>&', '甲 & Co.', '😀'];
const NUMBERS = [0.1, -250.25, 1e15, 46053, true, false];
const LINKED_ROWS = 600;
const MEMORY_KEY = 'self-check';
/** Columns of the first table. */
const COLUMNS = ['text', 'number', 'day', 'sum'];

/** Checks, writes the report, and answers what was found. Throws `WorkbookError` where Excel lets nothing be written. */
export async function checkWorkbook(port: WorkbookPort, language: Language): Promise<readonly Finding[]> {
  const write = (model: SheetModel) => port.writeSheets([model], { keep: (key) => key !== SELF_CHECK_KEY });
  const before = usersSheets(await port.listSheets());
  await write(trialModel());
  const findings = await contentFindings(port);
  const refusal = await write(brokenModel()).then(() => 'written', (error: unknown) => String(error));
  findings.push(finding('all-or-nothing', [(await rowsOf(port)).rows.length, refusal.includes(BROKEN)], [LINKED_ROWS + TEXTS.length + 3, true]));
  await port.remember({ [MEMORY_KEY]: '<&>"\n' });
  const kept = (await port.remembered())[MEMORY_KEY];
  await port.remember({ [MEMORY_KEY]: '' });
  findings.push(finding('memory', kept, '<&>"\n'), finding('users-sheets', usersSheets(await port.listSheets()), before));
  await write(reportModel(findings, language));
  return findings;
}

function finding(promised: Promised, found: unknown, expected: unknown): Finding {
  const isKept = JSON.stringify(found) === JSON.stringify(expected);
  return { promised, isKept, found: isKept ? '' : JSON.stringify(found ?? null).slice(0, 500) };
}

function usersSheets(sheets: readonly SheetInfo[]): unknown {
  return sheets.filter(({ resultKey }) => resultKey !== SELF_CHECK_KEY);
}

async function rowsOf(port: WorkbookPort) {
  const name = (await port.listSheets()).find(({ resultKey }) => resultKey === SELF_CHECK_KEY)?.name ?? '';
  const { chunks, facts } = await port.openSheet(name);
  const rows: (readonly CellValue[])[] = [];
  for await (const chunk of chunks) rows.push(...chunk);
  return { rows, facts };
}

async function contentFindings(port: WorkbookPort): Promise<Finding[]> {
  const { rows, facts } = await rowsOf(port);
  const body = rows.slice(2, 2 + TEXTS.length);
  const linked = rows.slice(3 + TEXTS.length).map(([text]) => text);
  return [
    finding('texts', body.map(([text]) => text), TEXTS),
    finding('numbers', body.slice(0, NUMBERS.length).map((row) => row[1]), NUMBERS),
    finding('dates', facts.datedColumns, [COLUMNS.indexOf('day')]),
    finding('formulas', body.map((row) => row[3]), TEXTS.map((_, index) => index * 2)),
    finding('links', linked, Array.from({ length: LINKED_ROWS }, (_, index) => TEXTS[index % TEXTS.length])),
    finding('tables', facts.tables?.map(({ rowIndex, rowCount }) => [rowIndex, rowCount]), [[1, TEXTS.length + 1], [2 + TEXTS.length, LINKED_ROWS + 1]]),
    finding('marks', facts.result, { key: SELF_CHECK_KEY, anchors: { text: { rowIndex: 1, columnIndex: 0 } } }),
  ];
}

function modelOf(name: string, more: Partial<SheetModel>): SheetModel {
  return { key: SELF_CHECK_KEY, name, columnWidths: [40, 12, 60], cells: [], tables: [], showGridLines: true, tabColor: '0B5A63', print: { orientation: 'portrait' }, ...more };
}

function trialModel(): SheetModel {
  const title = { rowIndex: 0, columnIndex: 0, content: 'Duesheet', style: { bold: true } };
  const mixed: TableModel = {
    name: 'Duesheet_Check', rowIndex: 1, columnIndex: 0, rowCount: TEXTS.length, filters: true,
    columns: COLUMNS.map((key) => ({ key, heading: key, anchored: key === 'text', style: key === 'day' ? { numberFormat: 'yyyy-mm-dd' } : {} })),
    row: (index) => [TEXTS[index], NUMBERS[index] ?? null, 46053 + index, { formula: `(ROW()-3)*2`, value: index * 2 }],
  };
  const linked: TableModel = {
    name: 'Duesheet_CheckLinks', rowIndex: 2 + TEXTS.length, columnIndex: 0, rowCount: LINKED_ROWS, filters: true,
    columns: [{ key: 'linked', heading: 'linked' }],
    row: (index) => [TEXTS[index % TEXTS.length]],
    link: (index) => ({ sheet: 'Duesheet', rowIndex: index, columnIndex: 0 }),
  };
  return modelOf('Duesheet', { cells: [title], tables: [mixed, linked] });
}

const BROKEN = 'this row is not to be written';

function brokenModel(): SheetModel {
  const row = (): never => {
    throw new Error(BROKEN);
  };
  return modelOf('Duesheet', { tables: [{ name: 'Duesheet_Check', rowIndex: 0, columnIndex: 0, rowCount: 1, filters: false, columns: [{ key: 'a', heading: 'a' }], row }] });
}

function reportModel(findings: readonly Finding[], language: Language): SheetModel {
  const t = (code: string, values?: Record<string, number>) => say({ code, values }, language);
  const keptCount = findings.filter(({ isKept }) => isKept).length;
  return modelOf(t('self-check.sheet'), {
    cells: [
      { rowIndex: 0, columnIndex: 0, content: t('self-check.title'), style: { bold: true, sizeStep: 4 } },
      { rowIndex: 1, columnIndex: 0, content: t('self-check.lead', { kept: keptCount, count: findings.length }) },
    ],
    tables: [{
      name: 'Duesheet_Check', rowIndex: 3, columnIndex: 0, rowCount: findings.length, filters: false,
      columns: (['promised', 'kept', 'found'] as const).map((key) => ({ key, heading: t(`self-check.column.${key}`), style: { wrap: true, vertical: 'top' as const } })),
      row: (index) => [t(`self-check.${findings[index].promised}`), t(findings[index].isKept ? 'self-check.yes' : 'self-check.no'), findings[index].found],
    }],
  });
}
