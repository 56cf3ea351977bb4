/**
 * npm run -s likelihood -- WORKBOOK.xlsx TRUTH.json [--svg PLOT.svg] [YYYY-MM-DD]…
 * Compares the likelihood of collection within 30 days with simpler measures, at month ends whose outcome
 * TRUTH.json tells (`{"settled": {"DOCUMENT": "YYYY-MM-DD"}}`). A tool for engineers: it speaks English only.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { formatIsoDay, parseIsoDay } from '../units/day';
import { PREDICTORS, measureLikelihood, type Comparison, type Predictor } from '../engine/likelihood';
import { openXlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import { calibrationPlot } from './calibration-plot';

const USAGE = 'Usage: npm run -s likelihood -- WORKBOOK.xlsx TRUTH.json [--svg PLOT.svg] [YYYY-MM-DD]...';

async function main(words: readonly string[]): Promise<number> {
  const svgAt = words.indexOf('--svg');
  const svg = svgAt < 0 ? null : words[svgAt + 1];
  const [workbook, truth, ...dates] = words.filter((_, at) => svgAt < 0 || (at !== svgAt && at !== svgAt + 1));
  const days = dates.map(parseIsoDay);
  if (!workbook || !truth || svg === undefined || days.some((day) => day === null)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const comparison = await measureLikelihood(await openXlsxWorkbook(await readFile(workbook)), await settledDaysOf(truth), days.filter((day) => day !== null));
  process.stdout.write(`${linesOf(comparison).join('\n')}\n`);
  if (svg !== null) await writeFile(svg, calibrationPlot(comparison.calibration));
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
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
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
    columns(['Calibration', 'items', 'likelihood', 'collected']),
    ...calibration.flatMap(({ count, meanLikelihood, collectedShare }) => (count === 0 ? [] : [columns(['', String(count), meanLikelihood.toFixed(2), collectedShare.toFixed(2)])])),
  ];
}

process.exitCode = await main(process.argv.slice(2));
