/**
 * npm run -s likelihood -- WORKBOOK.xlsx [TRUTH.json] [--within 30|60|90] [--svg PLOT.svg] [YYYY-MM-DD]…
 * Compares the likelihood of collection with simpler measures, at month ends whose outcome TRUTH.json tells
 * (`{"settled": {"DOCUMENT": "YYYY-MM-DD"}}`), or else the ledger itself. A tool for engineers: it speaks
 * English only.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatIsoDay, parseIsoDay } from '../units/day';
import { HORIZONS, PREDICTORS, measureLikelihood, type Comparison, type Predictor } from '../engine/likelihood';
import { openXlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import { calibrationPlot } from './calibration-plot';

const USAGE = 'Usage: npm run -s likelihood -- WORKBOOK.xlsx [TRUTH.json] [--within 30|60|90] [--svg PLOT.svg] [YYYY-MM-DD]...';

async function main(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { within: { type: 'string', default: '30' }, svg: { type: 'string' } } });
  const days = positionals.map(parseIsoDay).filter((day) => day !== null);
  const [workbook, truth, ...more] = positionals.filter((word) => parseIsoDay(word) === null);
  const horizon = HORIZONS.find((each) => String(each) === values.within);
  if (!workbook || horizon === undefined || more.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const settledDays = truth === undefined ? null : await settledDaysOf(truth);
  const comparison = await measureLikelihood(await openXlsxWorkbook(await readFile(workbook)), { settledDays, days, horizon });
  process.stdout.write(`${linesOf(comparison).join('\n')}\n`);
  if (values.svg !== undefined) await writeFile(values.svg, calibrationPlot(comparison.calibration));
  return 0;
}

async function settledDaysOf(truth: string): Promise<ReadonlyMap<string, number>> {
  const read = JSON.parse(await readFile(truth, 'utf8')) as { settled?: Record<string, string> };
  const days = Object.entries(read.settled ?? {}).map(([document, iso]) => [document, parseIsoDay(iso)] as const);
  return new Map(days.filter((each): each is readonly [string, number] => each[1] !== null));
}

const NAMES: Readonly<Record<Predictor, string>> = { 'days-overdue': 'days overdue', 'customer-mean': 'customer mean', ours: 'ours' };

function linesOf({ days, calibration }: Comparison): readonly string[] {
  const columns = (cells: readonly string[]) => cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(15))).join('');
  /** Days on which all came or none did rank nothing. */
  const mean = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value)).reduce((sum, value, _, known) => sum + value / known.length, 0);
  const constant = mean(days.map(({ constantBrier }) => constantBrier));
  return [
    columns(['AUC', 'open', ...PREDICTORS.map((name) => NAMES[name])]),
    ...days.map((each) => columns([formatIsoDay(each.asOf), String(each.openCount), ...PREDICTORS.map((name) => each.scores[name].auc.toFixed(3))])),
    columns(['mean', '', ...PREDICTORS.map((name) => mean(days.map(({ scores }) => scores[name].auc)).toFixed(3))]),
    '',
    columns(['Brier', 'constant', ...PREDICTORS.map((name) => NAMES[name])]),
    ...days.map((each) => columns([formatIsoDay(each.asOf), each.constantBrier.toFixed(3), ...PREDICTORS.map((name) => each.scores[name].brier.toFixed(3))])),
    columns(['mean', constant.toFixed(3), ...PREDICTORS.map((name) => mean(days.map(({ scores }) => scores[name].brier)).toFixed(3))]),
    columns(['under', '', ...PREDICTORS.map((name) => `${((1 - mean(days.map(({ scores }) => scores[name].brier)) / constant) * 100).toFixed(1)} %`)]),
    '',
    `Mean error of the expected day: ${mean(days.map(({ expectedDayError }) => expectedDayError)).toFixed(1)} days`,
    '',
    `Estimated ${mean(days.map(({ meanLikelihood }) => meanLikelihood)).toFixed(3)} on average, came ${mean(days.map(({ collectedShare }) => collectedShare)).toFixed(3)}`,
    '',
    columns(['Calibration', 'items', 'likelihood', 'collected']),
    ...calibration.flatMap(({ count, meanLikelihood, collectedShare }) => (count === 0 ? [] : [columns(['', String(count), meanLikelihood.toFixed(2), collectedShare.toFixed(2)])])),
  ];
}

process.exitCode = await main(process.argv.slice(2));
