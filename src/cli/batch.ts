/**
 * Many workbooks at once: each in a process of its own, as many at a time as there are cores, so that one that
 * fails takes no other with it. Results go into one folder; one summary says what failed and what did not balance.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { STEPS } from '../units/progress';
import { say, type Language, type Message } from '../texts';
import { WrongUsage, endingOf, type Batch } from './arguments';
import { fileIdentity } from './file-identity';

interface Job {
  readonly workbook: string;
  /** Of its results in the folder, without the ending. */
  readonly name: string;
}

interface Outcome {
  readonly job: Job;
  /** What it says of its failure; empty where it is done. */
  readonly failure: readonly string[];
  /** Accounts of whose difference a part is unexplained. */
  readonly unbalanced: readonly { readonly customer: string; readonly currency: string; readonly amount: number }[];
}

/** The part of RESULT.json that the summary needs. */
interface WrittenResult {
  readonly customers: readonly { readonly customer: string; readonly currency: string; readonly reconcilingItems: readonly { readonly category: string; readonly amount: number }[] }[];
}

/** Runs them all. Returns the exit code: 1 where any failed. @throws WrongUsage where there is nothing to read. */
export async function runBatch(batch: Batch, language: Language): Promise<number> {
  const jobs = jobsOf(await workbooksOf(batch.paths));
  if (jobs.length === 0) throw new WrongUsage({ code: 'cli.no-workbooks', values: { paths: { list: batch.paths } } });
  await refuseToReplaceOthers(jobs, batch);
  await mkdir(batch.outFolder, { recursive: true });
  const outcomes = new Array<Outcome>(jobs.length);
  let [next, done] = [0, 0];
  const work = async () => {
    while (next < jobs.length) {
      const at = next++;
      outcomes[at] = await run(jobs[at], batch, language);
      process.stderr.write(`${++done}/${jobs.length} ${jobs[at].workbook}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  process.stdout.write(`${batchLines(outcomes, batch, language).join('\n')}\n`);
  return outcomes.some(({ failure }) => failure.length > 0) ? 1 : 0;
}

/** Files as named; of a folder its workbooks by name, Excel's own lock files left out. */
async function workbooksOf(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const each of paths) {
    const isFolder = await stat(each).then((stats) => stats.isDirectory(), () => false);
    if (!isFolder) found.push(each);
    else found.push(...(await readdir(each)).filter((name) => /^[^~.].*\.xlsx$/i.test(name)).sort().map((name) => path.join(each, name)));
  }
  return found;
}

/** Workbooks of one name from different folders get a number. */
function jobsOf(workbooks: readonly string[]): Job[] {
  const taken = new Set<string>();
  return workbooks.map((workbook) => {
    const wanted = path.basename(workbook, path.extname(workbook));
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
    taken.add(name.toLowerCase());
    return { workbook, name };
  });
}

/** Whether a workbook may be renewed in place its own run decides; over that of another no result is written. @throws WrongUsage */
async function refuseToReplaceOthers(jobs: readonly Job[], { outFolder }: Batch): Promise<void> {
  const read = new Map<string | null, string>();
  for (const { workbook } of jobs) read.set(await fileIdentity(workbook), workbook);
  read.delete(null);
  for (const job of jobs) {
    const replaced = read.get(await fileIdentity(resultOf(job, outFolder)));
    if (replaced !== undefined && replaced !== job.workbook) throw new WrongUsage({ code: 'cli.out-is-input', values: { file: replaced } });
  }
}

function resultOf({ workbook, name }: Job, outFolder: string): string {
  return path.join(outFolder, `${name}${endingOf(workbook)}`);
}

async function run(job: Job, { outFolder, passedOn }: Batch, language: Language): Promise<Outcome> {
  const json = path.join(outFolder, `${job.name}.json`);
  const words = [job.workbook, '--out', resultOf(job, outFolder), '--json', json, ...passedOn];
  const { code, errors } = await startAgain(words, language);
  return code === 0 ? { job, failure: [], unbalanced: unbalancedIn(JSON.parse(await readFile(json, 'utf8'))) } : { job, failure: errors, unbalanced: [] };
}

/** This command once more, with other words. Its summary is not shown; of what it says, progress is left out. */
function startAgain(words: readonly string[], language: Language): Promise<{ readonly code: number | null; readonly errors: readonly string[] }> {
  const steps = new Set(STEPS.map((step) => say({ code: `cli.step.${step}` }, language)));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1], ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, errors: said.split('\n').filter((line) => line.trim() !== '' && !steps.has(line)) }));
  });
}

function unbalancedIn({ customers }: WrittenResult): Outcome['unbalanced'] {
  return customers.flatMap(({ customer, currency, reconcilingItems }) => {
    const unexplained = reconcilingItems.filter((item) => item.category === 'unexplained');
    // Cents summed as whole numbers: 0.1 and 0.2 are 0.3 here.
    const amount = unexplained.reduce((sum, item) => sum + Math.round(item.amount * 1000), 0) / 1000;
    return unexplained.length > 0 ? [{ customer, currency, amount }] : [];
  });
}

function batchLines(outcomes: readonly Outcome[], { outFolder }: Batch, language: Language): string[] {
  const words = (code: string, values?: Message['values']) => say({ code, values }, language);
  const failed = outcomes.filter(({ failure }) => failure.length > 0);
  const unbalanced = outcomes.filter((outcome) => outcome.unbalanced.length > 0);
  return [
    words('cli.batch', { count: outcomes.length, done: outcomes.length - failed.length, failed: failed.length, folder: outFolder }),
    ...(failed.length > 0 ? ['', words('cli.batch-failed')] : []),
    ...failed.flatMap(({ job, failure }) => [job.workbook, ...failure.map((line) => `  ${line}`)]),
    ...(unbalanced.length > 0 ? ['', words('cli.batch-unbalanced')] : []),
    ...unbalanced.flatMap(({ job, unbalanced: accounts }) => [job.workbook, ...accounts.map(({ customer, currency, amount }) => `  ${customer}  ${amount} ${currency}`)]),
  ];
}
