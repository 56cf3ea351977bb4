/** What only an open Excel can do: show cells, hear of the user's hand, open a workbook beside this one. */
import type { CellArea } from '../port';
import { asWorkbookError } from './failures';
import { LONG_PATIENCE, hasExcelApi, inExcel } from './run';
import { ADDRESS_LENGTH_MAX, areaAddress } from './style-areas';
import { parseArea } from './addresses';

/** Selects the areas of the first one's sheet, as many as one selection holds; where Excel selects one only, the first. */
export async function select(areas: readonly CellArea[]): Promise<void> {
  const sheetName = areas[0]?.sheet;
  if (sheetName === undefined) return;
  let address = '';
  for (const area of areas) {
    const next = areaAddress(area);
    if (area.sheet !== sheetName || address.length + next.length + 1 > ADDRESS_LENGTH_MAX) continue;
    address = address === '' ? next : `${address},${next}`;
  }
  await inExcel(
    async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.activate();
      selectAreas(sheet, address);
      await context.sync();
    },
    { sheet: sheetName },
  );
}

/** Several areas at once came with API 1.18; the office.js of an older package has no such method. */
function selectAreas(sheet: Excel.Worksheet, address: string): void {
  const areas: { select?: () => void } | null = hasExcelApi('1.18') ? sheet.getRanges(address).untrack() : null;
  if (areas?.select) areas.select();
  else sheet.getRange(address.split(',')[0]).untrack().select();
}

export function activate(sheet: string): Promise<void> {
  return inExcel(
    async (context) => {
      context.workbook.worksheets.getItem(sheet).activate();
      await context.sync();
    },
    { sheet },
  );
}

/**
 * Our own writes raise no events where an older Excel does not say whose change it tells of (API 1.14 does):
 * nobody is to take them for the user's.
 */
export async function inSilence(work: () => Promise<void>): Promise<void> {
  if (hasExcelApi('1.14')) return work();
  await setEvents(false);
  try {
    await work();
  } finally {
    await setEvents(true).catch(() => undefined);
  }
}

function setEvents(enabled: boolean): Promise<void> {
  return inExcel(async (context) => {
    context.runtime.enableEvents = enabled;
    await context.sync();
  });
}

/** Calls back with the sheet's name when cells change by anybody's hand but ours; returns how to stop. */
export async function onChanged(listener: (sheet: string) => void): Promise<() => Promise<void>> {
  return subscribed(async (context) => context.workbook.worksheets.onChanged.add(async ({ worksheetId, triggerSource }) => {
    if (triggerSource === 'ThisLocalAddin') return;
    // The user may be in the next cell already, for as long as it takes: the change is told all the same.
    const name = await nameOf(worksheetId, LONG_PATIENCE);
    if (name !== null) listener(name);
  }));
}

export async function onSelected(listener: (area: CellArea) => void): Promise<() => Promise<void>> {
  return subscribed(async (context) => context.workbook.worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
    const area = parseArea(address.split(',')[0]);
    // Whoever goes on to edit the cell asks nothing of it, and a late answer would take the place of a later selection's.
    const sheet = area && (await nameOf(worksheetId, 0).catch(() => null));
    if (area && sheet) listener({ sheet, ...area });
  }));
}

async function subscribed<T>(add: (context: Excel.RequestContext) => Promise<OfficeExtension.EventHandlerResult<T>>): Promise<() => Promise<void>> {
  const handler = await inExcel(async (context) => {
    const result = await add(context);
    await context.sync();
    return result;
  });
  // A handler is given up in the context that it was added in.
  return () => Excel.run(handler.context as Excel.RequestContext, async (context) => {
    handler.remove();
    await context.sync();
  });
}

/** The tab's name as it is now; null when the sheet has gone meanwhile. */
function nameOf(worksheetId: string, patienceMilliseconds: number): Promise<string | null> {
  return inExcel(
    async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId).load('name');
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    },
    { patienceMilliseconds },
  );
}

const BASE64_CHUNK_BYTES = 0x8000;

export async function openAsNewWorkbook(file: Uint8Array): Promise<void> {
  let binary = '';
  for (let i = 0; i < file.length; i += BASE64_CHUNK_BYTES) binary += String.fromCharCode(...file.subarray(i, i + BASE64_CHUNK_BYTES));
  await Excel.createWorkbook(btoa(binary)).catch((error: unknown) => {
    throw asWorkbookError(error);
  });
}
