/**
 * npx tsx test/formulas/main.ts [WORKBOOK.xlsx…]
 * Every result of the workbooks (the samples, and the shared cases where they are) in three languages, with
 * statements in both forms, calculated anew by LibreOffice: one line each, exit 1 where anything changed.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LANGUAGES } from '../../src/texts';
import { recalculated, resultOf } from './recalculate';

const SHOWN_MAX = 10;
const folders = ['../../assets', '../../../shared/cases'].map((folder) => join(import.meta.dirname, folder)).filter((folder) => existsSync(folder));
const given = process.argv.slice(2);
const workbooks = given.length ? given : folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.xlsx')).sort().map((name) => join(folder, name)));

for (const workbook of workbooks)
  for (const language of LANGUAGES)
    for (const form of ['activity', 'open-item'] as const) {
      const { formulas, cells, changed, errors } = await recalculated(await resultOf(readFileSync(workbook), form, language));
      process.stdout.write(`${basename(workbook)}  ${language}  ${form}: ${formulas} formulas, ${cells} cells, ${changed.length} changed, ${errors.length} errors\n`);
      for (const line of [...changed, ...errors].slice(0, SHOWN_MAX)) process.stdout.write(`  ${line}\n`);
      if (changed.length + errors.length > 0) process.exitCode = 1;
    }
