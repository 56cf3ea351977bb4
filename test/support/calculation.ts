/** The spreadsheet engine in Node, where its binary is read from the package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIronCalculation } from '../../src/preview/host';

export const nodeCalculation = () => createIronCalculation(() => readFileSync(join(process.cwd(), 'node_modules/@ironcalc/wasm/wasm_bg.wasm')));
