/** The build that ships, made once for all tests that look at it, minified as it is. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const BUILD_MILLISECONDS = 400_000;

/** The folder of the build; `start.cjs` names it and `stop.cjs` takes it away. */
export function productionBuild(): string {
  const folder = process.env.DUESHEET_BUILD as string;
  const root = path.join(__dirname, '../../..');
  if (!existsSync(path.join(folder, 'manifest.xml'))) {
    execFileSync(process.execPath, [path.join(root, 'node_modules/webpack-cli/bin/cli.js'), '--mode', 'production', '--output-path', folder, '--stats', 'errors-only'], { cwd: root });
  }
  return folder;
}
