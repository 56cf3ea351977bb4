/** What comes from others: pinned, proven by the lock file, from the registry, with a licence that may ship; and what the manifest asks for. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const json = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const locked: readonly (readonly [string, Locked])[] = Object.entries(json('package-lock.json').packages as Record<string, Locked>).filter(([name]) => name !== '');
const { dependencies, devDependencies, optionalDependencies } = json('package.json');
const wanted: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies, ...optionalDependencies };

/** They unpack or choose a program for the machine; all serve the build and the tests, none ships. */
const INSTALL_SCRIPTS = ['@parcel/watcher', '@swc/core', 'esbuild', 'unrs-resolver'];

test('every dependency is pinned to one version, and that is the one in the lock file', () => {
  const installed = new Map(locked);
  for (const [name, version] of Object.entries(wanted)) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
    expect([name, installed.get(`node_modules/${name}`)?.version]).toEqual([name, version]);
  }
});

test('every package of the lock file is proven by a hash and comes from the registry', () => {
  expect(locked.length).toBeGreaterThan(100);
  for (const [name, { integrity, resolved, link }] of locked) {
    expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
    expect([name, link ?? false, new URL(resolved ?? 'https://registry.npmjs.org/').host]).toEqual([name, false, 'registry.npmjs.org']);
  }
});

test('no package but these few runs a script when it is installed, and none of them ships', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name.replace(/^.*node_modules\//, ''));
  expect([...new Set(scripted)].sort()).toEqual(INSTALL_SCRIPTS);
  const shipped = execFileSync(process.execPath, ['.config/licences.mjs'], { cwd: root, encoding: 'utf8' });
  for (const name of INSTALL_SCRIPTS) expect(shipped).not.toContain(`\t${name}@`);
});

test('every package that ships has a licence that may', () => {
  // Exits with 1, and so throws, where one has not.
  const lines = execFileSync(process.execPath, ['.config/licences.mjs'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  expect(lines[lines.length - 1]).toMatch(/^\d+ packages, 0 of a licence that is not allowed\.$/);
  expect(lines.some((line) => line.startsWith('MIT\treact@'))).toBe(true);
});

test('the manifest asks for the document and for nothing more, at our own address', () => {
  const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
  expect([...manifest.matchAll(/<Permissions>([^<]*)<\/Permissions>/g)].map(([, permission]) => permission)).toEqual(['ReadWriteDocument']);
  // No sign-on, no token, no equal rights for other pages.
  expect(manifest).not.toMatch(/WebApplicationInfo|<Scopes>|EquivalentAddins|ExtendedPermissions/);
  const addresses = [...manifest.matchAll(/(?:DefaultValue|Value)="(https?:[^"]+)"|<AppDomain>([^<]+)</g)].map(([, value, domain]) => new URL(value ?? domain).origin);
  expect([...new Set(addresses)]).toEqual(['https://localhost:3000']);
});
