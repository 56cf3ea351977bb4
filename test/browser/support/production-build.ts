/** The build that ships, made once for all browser tests that look at it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');

/** Its folder, which goes away with the tests' server. */
export function productionBuild(): string {
  const folder = process.env.DUESHEET_BUILD as string;
  if (!existsSync(path.join(folder, 'taskpane.html'))) execFileSync(process.execPath, [path.join(ROOT, 'node_modules/webpack-cli/bin/cli.js'), '--mode', 'production', '--output-path', folder, '--stats', 'errors-only'], { cwd: ROOT });
  return folder;
}
