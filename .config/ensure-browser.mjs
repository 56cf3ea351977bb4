// The browser tests need a Chromium-family browser, and the sheet tests a LibreOffice, that are already on
// the machine: nothing is downloaded by a test. On Debian as root both are installed; elsewhere this stops
// with the one command to run. Never skips silently.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const BROWSERS = [
  process.env.DUESHEET_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const OFFICES = [
  process.env.DUESHEET_SOFFICE,
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

export const findBrowser = () => BROWSERS.find((path) => path && existsSync(path));
export const findOffice = () => OFFICES.find((path) => path && existsSync(path));

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function missingPackages() {
  return [...(findBrowser() ? [] : ['chromium']), ...(findOffice() ? [] : ['libreoffice-calc']), ...(hasCjkFont() ? [] : ['fonts-noto-cjk'])];
}

/** Only Debian is asked: elsewhere the system's own fonts have the characters. */
function hasCjkFont() {
  return !existsSync('/etc/debian_version') || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

function ensure() {
  const packages = missingPackages();
  if (packages.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isRootOnDebian()) {
    console.error(`The tests need ${packages.join(' and ')}. Install ${packages.length > 1 ? 'them' : 'it'} and run again; on Debian:\n  sudo sh -c '${command}'\nWhat stands elsewhere is named by DUESHEET_BROWSER and DUESHEET_SOFFICE.`);
    process.exit(1);
  }
  console.error(`Installing ${packages.join(' and ')} for the tests`);
  execFileSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

if (process.argv[1]?.endsWith('ensure-browser.mjs')) ensure();
