/**
 * npm run -s reconcile -- WORKBOOK.xlsx [--out RESULT.xlsx] [--json RESULT.json] …
 * npm run -s reconcile -- FOLDER_OR_WORKBOOK.xlsx… --out-dir FOLDER …
 * stdout is the summary, stderr progress and errors. Exit 0 done, 1 the workbook cannot be read, 2 wrong usage.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { languageOf, say, type Language } from '../texts';
import { RunRefused, feed, type SheetChoice, type SummaryView } from '../engine';
import { createSession } from '../engine/local-session';
import { WorkbookError } from '../workbook/port';
import { openXlsxWorkbook, type XlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import { WrongUsage, readBatch, readCommandLine, type CommandLine } from './arguments';
import { runBatch } from './batch';
import { progressLines } from './progress-lines';
import { writeStatementFiles } from './statement-files';
import { summaryLines } from './summary-lines';

/** More statements than this make a workbook nobody finds anything in: they are left to be chosen, or to a folder. */
const STATEMENT_TABS_MAX = 50;

async function main(): Promise<number> {
  const language = languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en');
  try {
    const words = process.argv.slice(2);
    const batch = readBatch(words);
    if (batch) return await runBatch(batch, language);
    const command = readCommandLine(words);
    await run(command, command.language ?? language);
    return 0;
  } catch (error) {
    const lines = explain(error, language);
    if (!lines) throw error;
    process.stderr.write(`${lines.join('\n')}\n`);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

async function run(command: CommandLine, viewLanguage: Language): Promise<void> {
  const workbook = await openXlsxWorkbook(await readInput(command.workbook));
  await refuseToReplaceLedgers(command, workbook);
  const session = createSession();
  const onProgress = progressLines(viewLanguage, process.stderr);
  await feed(session, workbook, onProgress);
  const mappings = Object.fromEntries(Object.entries(command.roles).map(([sheet, role]) => [sheet, { role }]));
  const options = { sheetLanguage: command.language, viewLanguage, asOf: command.asOf, mappings, mappingsByLayout: {}, aliases: {} };
  const summary = await session.run(options, onProgress, new AbortController().signal);
  const chosen = chosenCustomers(command, summary);
  const tooMany = chosen === 'all' && summary.customers.length > STATEMENT_TABS_MAX;
  const choice: SheetChoice = { statements: tooMany ? 'none' : chosen, statementForm: command.statementForm };
  if (command.out !== null) {
    await workbook.writeSheets(await session.sheets(choice), { onProgress });
    await writeWhole(command.out, await workbook.save());
  }
  const fileCount = command.statements === null ? 0 : await writeStatementFiles(command.statements, session, summary, { ...choice, statements: chosen });
  if (command.json !== null) await writeWhole(command.json, `${JSON.stringify(await session.json(), null, 1)}\n`);
  const lines = [
    ...summaryLines(summary, command, viewLanguage),
    ...(command.statements === null ? [] : [say({ code: 'cli.statements', values: { count: fileCount, folder: command.statements } }, viewLanguage)]),
    ...(tooMany && command.out !== null ? [say({ code: 'cli.statements-left-out', values: { count: summary.customers.length } }, viewLanguage)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A result may be written over the result it came from; over the user's own workbook never. @throws WrongUsage */
async function refuseToReplaceLedgers({ workbook: path, out }: CommandLine, workbook: XlsxWorkbook): Promise<void> {
  if (out === null || resolve(out) !== resolve(path)) return;
  const isResult = (await workbook.listSheets()).some((sheet) => sheet.resultKey !== null);
  if (!isResult) throw new WrongUsage({ code: 'cli.out-is-input', values: { file: path } });
}

/** A name, or a part of the names of several. @throws WrongUsage where a name given is no customer's. */
function chosenCustomers({ customers }: CommandLine, summary: SummaryView): SheetChoice['statements'] {
  if (customers.length === 0) return 'all';
  return customers.flatMap((name) => {
    const exact = summary.customers.filter((each) => each.name === name);
    const found = exact.length > 0 ? exact : summary.customers.filter((each) => each.name.includes(name));
    if (found.length === 0) throw new WrongUsage({ code: 'cli.unknown-customer', values: { name, customers: { list: summary.customers.map((each) => each.name) } } });
    return found.map((each) => each.customer);
  });
}

async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new WorkbookError('unreadable-file', { file: path }, `Cannot read ${path}.`, cause);
  }
}

/** Beside the target first, then swapped: a failure leaves no half-written file. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What an error means to the person at the command line; null for a defect of ours, which keeps its trace. */
function explain(error: unknown, language: Language): string[] | null {
  if (error instanceof WrongUsage) return [say(error.reason, language), say({ code: 'cli.usage' }, language)];
  if (error instanceof RunRefused) {
    const places = error.issues.map(({ sheet, row, column, text }) => `  ${[[sheet, row === null ? '' : `${column}${row}`].filter(Boolean).join('!'), text].filter(Boolean).join(': ')}`);
    return [say({ code: error.reason === 'does-not-foot' ? 'cli.does-not-foot' : 'cli.refused' }, language), ...places];
  }
  if (error instanceof WorkbookError) return [say({ code: `cli.workbook.${error.failure}`, values: error.details }, language)];
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return [say({ code: 'cli.file-error', values: { detail: error.message } }, language)];
  return null;
}

process.exitCode = await main();
