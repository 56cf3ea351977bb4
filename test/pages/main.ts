/**
 * npx tsx test/pages/main.ts
 * Makes the pictures of printed pages in assets/pages: the samples are reconciled, the sheets printed by
 * LibreOffice, a page each turned into a PNG by pdftoppm. With the fonts of a Debian that has
 * fonts-crosextra-carlito (the widths of Calibri) and fonts-noto-cjk.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseIsoDay } from '../../src/units/day';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { modelsToXlsx } from '../../src/workbook/xlsx/models-to-xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { convertWithLibreOffice } from '../support/libreoffice';

interface Picture {
  readonly name: string;
  readonly sample: string;
  /** Key of the sheet, or the beginning of it. */
  readonly sheet: string;
  readonly asOf?: string;
}

/** A quarter makes a statement of one page. */
const QUARTER = '2026-03-31';
const PICTURES: readonly Picture[] = [
  { name: 'statement-zh-CN', sample: 'sample-zh-CN', sheet: 'statement:', asOf: QUARTER },
  { name: 'statement-zh-TW', sample: 'sample-zh-TW', sheet: 'statement:', asOf: QUARTER },
  { name: 'statement-en', sample: 'sample-en', sheet: 'statement:', asOf: QUARTER },
  { name: 'overview-en', sample: 'sample-en', sheet: 'overview' },
  { name: 'two-sided-zh-CN', sample: 'sample-zh-CN', sheet: 'two-sided' },
  { name: 'aging-en', sample: 'sample-en', sheet: 'aging' },
  { name: 'classes-zh-TW', sample: 'sample-zh-TW', sheet: 'classes' },
];
const DOTS_PER_INCH = 80;

const assets = join(import.meta.dirname, '../../assets');

async function pageOf({ sample, sheet, asOf }: Picture): Promise<Uint8Array> {
  const session = createSession();
  await feed(session, await openXlsxWorkbook(readFileSync(join(assets, `${sample}.xlsx`))), () => undefined);
  const options = { sheetLanguage: null, viewLanguage: 'en', asOf: asOf === undefined ? null : parseIsoDay(asOf), mappings: {}, mappingsByLayout: {}, aliases: {} } as const;
  await session.run(options, () => undefined, new AbortController().signal);
  const model = (await session.sheets({ statements: 'all', statementForm: 'activity' })).find(({ key }) => key.startsWith(sheet));
  if (!model) throw new Error(`${sample} has no sheet "${sheet}".`);
  return convertWithLibreOffice(await modelsToXlsx([model]), 'pdf');
}

const folder = mkdtempSync(join(tmpdir(), 'duesheet-pages-'));
mkdirSync(join(assets, 'pages'), { recursive: true });
try {
  for (const picture of PICTURES) {
    writeFileSync(join(folder, 'page.pdf'), await pageOf(picture));
    execFileSync('pdftoppm', ['-png', '-singlefile', '-r', String(DOTS_PER_INCH), join(folder, 'page.pdf'), join(assets, 'pages', picture.name)]);
    process.stdout.write(`${picture.name}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
