/** `--statements DIR`: each customer's statement as a workbook of its own, ready to be mailed. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatIsoDay } from '../units/day';
import type { Session, SheetChoice, SummaryView } from '../engine';
import { modelsToXlsx } from '../workbook/xlsx/models-to-xlsx';
import { CannotWrite, type FileToWrite } from './write-together';

type SheetModel = Awaited<ReturnType<Session['sheets']>>[number];

/** UTF-16 units of a customer's name in a file's name: with four bytes each it keeps within the 255 that file systems allow. */
const NAME_LENGTH_MAX = 50;
/** Devices of Windows: no file may be called so, whatever its extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The statements as files of the folder, which is made where there is none. A customer's currencies stand in one
 * workbook. Files of an earlier run as of the same day are replaced.
 */
export async function statementFiles(folder: string, session: Session, summary: SummaryView, choice: SheetChoice): Promise<FileToWrite[]> {
  const models = await session.sheets({ ...choice, onlyStatements: true });
  const names = fileNames(summary);
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new CannotWrite(folder, error);
  });
  return Array.from(byCustomer(models, summary), ([customer, statements]) => ({ path: join(folder, names.get(customer) as string), content: () => modelsToXlsx(statements) }));
}

function byCustomer(models: readonly SheetModel[], { customers }: SummaryView): ReadonlyMap<number, readonly SheetModel[]> {
  const customerOf = new Map<string, number>(customers.flatMap(({ customer, name, currency }) => [[`statement:${name}`, customer], [`statement:${name} ${currency}`, customer]] as const));
  const groups = new Map<number, SheetModel[]>();
  for (const model of models) {
    const customer = customerOf.get(model.key);
    if (customer === undefined) throw new Error(`No customer has the statement "${model.key}".`);
    groups.set(customer, [...(groups.get(customer) ?? []), model]);
  }
  return groups;
}

/** `NAME 2026-09-30.xlsx`: legal on every system, and unique where capitals do not count. */
function fileNames({ customers, asOf }: SummaryView): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { customer, name } of customers) {
    if (names.has(customer)) continue;
    const legal = legalName(name);
    let free = legal;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${legal} (${number})`;
    taken.add(free.toLowerCase());
    names.set(customer, `${free} ${formatIsoDay(asOf)}.xlsx`);
  }
  return names;
}

/** Without what Windows, macOS or Linux refuse in a name; a name of nothing else is `-`. */
export function legalName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, ' ').replace(/\s+/g, ' ').trim();
  let kept = '';
  for (const character of cleaned) {
    if (kept.length + character.length > NAME_LENGTH_MAX) break;
    kept += character;
  }
  kept = kept.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  return kept === '' ? '-' : RESERVED.test(kept) ? `${kept}-` : kept;
}
