/** One run of the pane, from its opening to the written sheets, while Excel misbehaves as a plan says; then one in peace. */
import { createExcelHost, type ExcelHost, type FaultPlan, type Workbook } from '../../../src/preview/host';
import type { Problem } from '../../../src/taskpane/problem';
import { createPane, type Pane } from '../../../src/taskpane/store';
import type { LiveWorkbookPort } from '../../../src/workbook/port';
import { openOfficeWorkbook } from '../../../src/workbook/office/office-workbook';
import { connectOfficeJs } from '../../support/office-js';
import { clone } from './clone';
import { rememberingSession } from './remembering-session';

/** A plan that may look at the workbook, and tell when nothing more will come. */
export interface Mischief extends FaultPlan {
  /** Called before the run. */
  begin?(host: ExcelHost, pane: Pane, giveUp: () => void): void;
}

export interface Trial {
  readonly workbook: Workbook;
  readonly host: ExcelHost;
  readonly pane: Pane;
  /** What the pane says of it: the failed view, or the notice above the result. */
  readonly problem: Problem | null;
  readonly state: string;
}

/** What the plan says, while it is asked: a healthy Excel follows. */
class Switchable implements FaultPlan {
  constructor(private plan: FaultPlan | null) {}
  heal(): void {
    this.plan = null;
  }
  request(number: number) {
    return this.plan?.request?.(number) ?? null;
  }
  action(request: number, action: number) {
    return this.plan?.action?.(request, action) ?? null;
  }
  member(name: string, isSet: boolean) {
    return this.plan?.member?.(name, isSet) ?? null;
  }
  get payloadBytesMax() {
    return this.plan?.payloadBytesMax;
  }
}

const plans = new WeakMap<ExcelHost, Switchable>();

export async function tryRun(start: Workbook, mischief: Mischief, requirementSets?: Readonly<Record<string, string>>): Promise<Trial> {
  const workbook = clone(start);
  const faults = new Switchable(mischief);
  const host = createExcelHost({ workbook, faults, requirementSets });
  plans.set(host, faults);
  connectOfficeJs(host, requirementSets);
  const calls = new Set<unknown>();
  const pane = newPane(calls);
  await new Promise<void>((resolve, reject) => {
    mischief.begin?.(host, pane, resolve);
    // What was cancelled still clears up; the next trial's workbook must not get its requests.
    openAndRun(pane).then(() => Promise.allSettled(calls)).then(() => resolve(), reject);
  });
  const { job, notice } = pane.store.getState();
  return { workbook, host, pane, problem: job.state === 'failed' ? job.problem : notice, state: job.state };
}

/** The same pane once more, or a new one where the old was closed, on an Excel that does as it should. */
export async function tryAgain({ host, pane }: Trial, isReopened: boolean): Promise<Pane> {
  connectOfficeJs(host);
  plans.get(host)?.heal();
  host.endCellEdit();
  if (isReopened) {
    const reopened = newPane();
    await openAndRun(reopened);
    return reopened;
  }
  if (pane.store.getState().job.state === 'failed') pane.actions.leaveFailure();
  await pane.actions.run();
  return pane;
}

async function openAndRun(pane: Pane): Promise<void> {
  await pane.actions.start();
  if (pane.store.getState().job.state !== 'failed') await pane.actions.run();
}

function newPane(calls = new Set<unknown>()): Pane {
  const memory = new Map<string, string>();
  return createPane({
    session: rememberingSession(),
    port: noting(openOfficeWorkbook(), calls),
    language: 'en',
    surroundings: {
      now: () => performance.now(),
      wait: () => Promise.resolve(),
      fetchSample: async () => new Uint8Array(),
      copy: async () => {},
      memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    },
  });
}

/** The same port, which notes every call: the pane that cancels one does not wait for its end. */
function noting(port: LiveWorkbookPort, calls: Set<unknown>): LiveWorkbookPort {
  const noted = Object.entries(port).map(([name, call]: [string, (...given: unknown[]) => unknown]) => {
    const callNoted = (...given: unknown[]) => {
      const answer = call(...given);
      calls.add(answer);
      return answer;
    };
    return [name, callNoted];
  });
  return Object.fromEntries(noted) as LiveWorkbookPort;
}
