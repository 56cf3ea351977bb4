// npm run -s licences: every package that ships in the pane or runs behind the command line, with its version and licence.
import { readFileSync } from 'node:fs';

/** What may ship: licences that ask for their notice to be kept and for nothing else. */
export const ALLOWED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MIT-0', 'Apache-2.0 AND MIT', '(MIT OR CC0-1.0)', 'MIT AND Apache-2.0'];

/** Its files serve development and tests; the build that ships loads them from Microsoft's own host. */
const NOT_IN_THE_BUILD = ['@microsoft/office-js'];

/** From the lock file: all that `npm ci --omit=dev` installs. */
export function shippedPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ''), version, license: license ?? 'unknown' }))
    .filter(({ name }) => !NOT_IN_THE_BUILD.includes(name));
}

if (process.argv[1]?.endsWith('licences.mjs')) {
  const packages = shippedPackages(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')));
  for (const { name, version, license } of packages) process.stdout.write(`${license}\t${name}@${version}\n`);
  const refused = packages.filter(({ license }) => !ALLOWED.includes(license));
  process.stdout.write(`${packages.length} packages, ${refused.length} of a licence that is not allowed.\n`);
  process.exitCode = refused.length > 0 ? 1 : 0;
}
