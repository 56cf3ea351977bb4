/**
 * npm run -s reconcile -- WORKBOOK.xlsx [--out RESULT.xlsx] [--json RESULT.json] …
 * npm run -s reconcile -- FOLDER_OR_WORKBOOK.xlsx… --out-dir FOLDER …
 * stdout is the summary, stderr progress and errors. Exit 0 done, 1 the workbook cannot be read, 2 wrong usage.
 */
import { readFile } from 'node:fs/promises';
import { languageOf, say, type Language } from '../texts';
import { RunRefused, feed, type SheetChoice, type SummaryView } from '../engine';
import { createSession } from '../engine/local-session';
import { WorkbookError } from '../workbook/port';
import { openXlsxWorkbook, type XlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import { WrongUsage, asksForHelp, readBatch, readCommandLine, type CommandLine } from './arguments';
import { runBatch } from './batch';
import { fileIdentity } from './file-identity';
import { progressLines } from './progress-lines';
import { statementFiles } from './statement-files';
import { summaryLines } from './summary-lines';
import { CannotWrite, writeTogether, type FileToWrite } from './write-together';

/** More statements than this make a workbook nobody finds anything in: they are left to be chosen, or to a folder. */
const STATEMENT_TABS_MAX = 50;

async function main(): Promise<number> {
  let language = languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en');
  try {
    const words = process.argv.slice(2);
    if (asksForHelp(words)) {
      process.stdout.write(`${say({ code: 'cli.usage' }, language)}\n`);
      return 0;
    }
    const batch = readBatch(words);
    if (batch) {
      language = batch.language ?? language;
      return await runBatch(batch, language);
    }
    const command = readCommandLine(words);
    language = command.language ?? language;
    await run(command, language);
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
  for (const line of await unknownSheetLines(command, workbook, viewLanguage)) process.stderr.write(`${line}\n`);
  const session = createSession();
  const onProgress = progressLines(viewLanguage, process.stderr);
  await feed(session, workbook, onProgress);
  const mappings = Object.fromEntries(Object.entries(command.roles).map(([sheet, role]) => [sheet, { role }]));
  const options = { sheetLanguage: command.language, viewLanguage, asOf: command.asOf, mappings, mappingsByLayout: {}, aliases: {} };
  const summary = await session.run(options, onProgress, new AbortController().signal);
  const chosen = chosenCustomers(command, summary);
  const tooMany = chosen === 'all' && summary.customers.length > STATEMENT_TABS_MAX;
  const choice: SheetChoice = { statements: tooMany ? 'none' : chosen, statementForm: command.statementForm };
  if (command.out !== null) await workbook.writeSheets(await session.sheets(choice), { onProgress });
  const statements = command.statements === null ? [] : await statementFiles(command.statements, session, summary, { ...choice, statements: chosen });
  const files: FileToWrite[] = [
    ...(command.out === null ? [] : [{ path: command.out, content: () => workbook.save() }]),
    ...statements,
    ...(command.json === null ? [] : [{ path: command.json, content: async () => `${JSON.stringify(await session.json(), null, 1)}\n` }]),
  ];
  for (const { path } of statements) await refuseLedgers(path, command.workbook);
  await writeTogether(files);
  const lines = [
    ...summaryLines(summary, command, viewLanguage),
    ...(command.statements === null ? [] : [say({ code: 'cli.statements', values: { count: statements.length, folder: command.statements } }, viewLanguage)]),
    ...(tooMany && command.out !== null ? [say({ code: 'cli.statements-left-out', values: { count: summary.customers.length } }, viewLanguage)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A result may be written over the result it came from; over the user's own workbook never. @throws WrongUsage */
async function refuseToReplaceLedgers({ workbook: path, out, json }: CommandLine, workbook: XlsxWorkbook): Promise<void> {
  const isResult = (await workbook.listSheets()).some((sheet) => sheet.resultKey !== null);
  if (out !== null && !isResult) await refuseLedgers(out, path);
  if (json !== null) await refuseLedgers(json, path);
}

async function refuseLedgers(target: string, ledgers: string): Promise<void> {
  const identity = await fileIdentity(target);
  if (identity !== null && identity === (await fileIdentity(ledgers))) throw new WrongUsage({ code: 'cli.out-is-input', values: { file: ledgers } });
}

/** In a batch not every workbook has every sheet, so that a name that none has is said and no failure. */
async function unknownSheetLines({ roles }: CommandLine, workbook: XlsxWorkbook, language: Language): Promise<string[]> {
  const sheets = (await workbook.listSheets()).map(({ name }) => name);
  const unknown = Object.keys(roles).filter((name) => !sheets.includes(name));
  return unknown.map((name) => say({ code: 'cli.unknown-sheet', values: { name, sheets: { list: sheets } } }, language));
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
    throw new WorkbookError('unreadable-file', { file: path, kind: 'missing' }, `Cannot read ${path}.`, cause);
  }
}

/** What an error means to the person at the command line; null for a defect of ours, which keeps its trace. */
function explain(error: unknown, language: Language): string[] | null {
  if (error instanceof WrongUsage) return [say(error.reason, language), say({ code: 'cli.usage' }, language)];
  if (error instanceof RunRefused) {
    const places = error.issues.map(({ sheet, row, column, text }) => `  ${[[sheet, row === null ? '' : `${column}${row}`].filter(Boolean).join('!'), text].filter(Boolean).join(': ')}`);
    return [say({ code: error.reason === 'does-not-foot' ? 'cli.does-not-foot' : 'cli.refused' }, language), ...places];
  }
  if (error instanceof WorkbookError) return [say({ code: ['cli.workbook', error.failure, error.details.kind].filter(Boolean).join('.'), values: error.details }, language)];
  if (error instanceof CannotWrite) return [cannotWrite(error, language)];
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return [say({ code: 'cli.file-error', values: { detail: error.message } }, language)];
  return null;
}

function cannotWrite({ path, cause }: CannotWrite, language: Language): string {
  const { code } = cause;
  if (code === 'ENOSPC' || code === 'EDQUOT') return say({ code: 'cli.disk-full', values: { file: path } }, language);
  const isRefused = code !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EBUSY'].includes(code);
  return isRefused ? say({ code: 'cli.may-not-write', values: { file: path } }, language) : say({ code: 'cli.file-error', values: { detail: cause.message } }, language);
}

process.exitCode = await main();
