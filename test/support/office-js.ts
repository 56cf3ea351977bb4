/**
 * The unmodified office.js in Node, with the stand-in for Excel behind it: what `Excel.run` sends goes to
 * `processQuery` as it would go to Excel on the web. One host is connected at a time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExcelHost } from '../../src/preview/host';
import { WEB_REQUIREMENT_SETS } from '../../src/preview/host/host';
import { TransportError } from '../../src/preview/host/protocol/errors';

type Answer = { status: 'succeeded'; value: { data: readonly unknown[] } } | { status: 'failed'; error: { code: number; message: string } };
type MessageHandler = (message: { readonly entries: readonly unknown[] }) => void;

const SCRIPT = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js';
const BODY_INDEX = 4;
const REQUEST_FLAGS_INDEX = 6;
/** office.js names no code for what went wrong inside the host itself. */
const INTERNAL_ERROR = 5001;

let current: ExcelHost | null = null;
let requirementSets = WEB_REQUIREMENT_SETS;
const messageHandlers = new Set<MessageHandler>();
let isLoaded = false;

/** Connects `Excel.run` to a host, until the next call connects it to another. */
export function connectOfficeJs(host: ExcelHost, sets: Readonly<Record<string, string>> = WEB_REQUIREMENT_SETS): void {
  if (!isLoaded) loadOfficeJs();
  isLoaded = true;
  current = host;
  requirementSets = sets;
  host.onMessage((message) => {
    if (current === host && message._actionName === 'richApiMessage') deliver(message._data as { ArrayData: readonly (readonly unknown[])[] });
  });
}

/** The script wants a browser's window about it while it loads; nothing of it is used afterwards. */
function loadOfficeJs(): void {
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const element = () => ({ style: {}, setAttribute: () => undefined });
  const browser: Readonly<Record<string, unknown>> = {
    window: globalThis,
    document: { getElementById: () => null, getElementsByTagName: () => [], createElement: element, addEventListener: () => undefined, URL: '' },
    location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:', host: 'localhost' },
    navigator: { userAgent: 'Node', platform: '', language: 'en-US' },
    sessionStorage: storage,
    localStorage: storage,
    external: { GetContext: () => ({}) },
    addEventListener: () => undefined,
  };
  for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  // Indirect, so that the script's own globals land where the tests look for them.
  (0, eval)(readFileSync(join(process.cwd(), SCRIPT), 'utf8'));
  const { OSF } = globalThis as unknown as { OSF: { DDA: { RichApi: Record<string, unknown> }; _OfficeAppFactory: unknown } };
  OSF.DDA.RichApi.executeRichApiRequestAsync = (request: readonly unknown[], done: (answer: Answer) => void) => void execute(request).then(done);
  OSF.DDA.RichApi.richApiMessageManager = {
    register: (handler: MessageHandler) => Promise.resolve(void messageHandlers.add(handler)),
    removeHandlerAsync: (_: string, { handler }: { handler: MessageHandler }, done: (result: unknown) => void) => done(messageHandlers.delete(handler)),
  };
  const context = { platform: 'OfficeOnline', requirements: { isSetSupported: (name: string, version: string) => isSupported(requirementSets[name], version) } };
  OSF._OfficeAppFactory = { getContext: () => context };
}

function isSupported(has: string | undefined, wanted = '1.0'): boolean {
  if (has === undefined) return false;
  const [hasMajor, hasMinor] = has.split('.').map(Number);
  const [major, minor] = String(wanted).split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= (minor ?? 0));
}

async function execute(request: readonly unknown[]): Promise<Answer> {
  try {
    const result = await current!.processQuery(String(request[BODY_INDEX]), Number(request[REQUEST_FLAGS_INDEX]));
    return { status: 'succeeded', value: { data: [200, [], result] } };
  } catch (error) {
    return { status: 'failed', error: { code: error instanceof TransportError ? error.officeJsCode : INTERNAL_ERROR, message: String(error) } };
  }
}

/** What office.js makes of an event message before it hands it to its listeners. */
function deliver({ ArrayData }: { ArrayData: readonly (readonly unknown[])[] }): void {
  const entries = ArrayData.map(([messageCategory, messageType, targetId, message]) => ({ messageCategory, messageType, targetId, message }));
  for (const handler of messageHandlers) handler({ entries });
}
