/**
 * LibreOffice as a second opinion: opens what we write, calculates it anew and says what it finds. On a
 * fresh Debian it is installed; elsewhere the test fails with the command to run.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const CANDIDATES = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/lib/libreoffice/program/soffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'];
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends libreoffice-calc';

/** Calculates every formula of an .xlsx when it is opened, instead of trusting the values in it. */
const ALWAYS_RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/** Time for an installation on a fresh machine, and for a conversion on a busy one. */
export const LIBREOFFICE_TIMEOUT_MS = 300_000;

function findLibreOffice(): string | undefined {
  return [process.env.DUESHEET_SOFFICE ?? '', ...CANDIDATES].find((path) => path !== '' && existsSync(path));
}

/** The path of LibreOffice, installed where that can be done without asking. */
export function ensureLibreOffice(): string {
  const found = findLibreOffice();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`LibreOffice is missing; running: ${INSTALL}`);
    execFileSync('/bin/sh', ['-c', INSTALL], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const installed = findLibreOffice();
  if (!installed) throw new Error(`These tests need LibreOffice. Install it with: sudo sh -c "${INSTALL}"`);
  return installed;
}

/** Opens a workbook, calculates it anew and saves it again. `pdf` prints it. */
export async function convertWithLibreOffice(file: Uint8Array, to: 'xlsx' | 'pdf'): Promise<Uint8Array> {
  const program = ensureLibreOffice();
  const folder = mkdtempSync(join(tmpdir(), 'duesheet-'));
  try {
    // A profile of its own: two LibreOffices cannot share one.
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    writeFileSync(join(folder, 'in.xlsx'), file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')];
    const { stderr } = await promisify(execFile)(program, args, { timeout: LIBREOFFICE_TIMEOUT_MS });
    const result = join(folder, 'out', `in.${to}`);
    if (!existsSync(result)) throw new Error(`LibreOffice could not open the workbook: ${stderr}`);
    return new Uint8Array(readFileSync(result));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
