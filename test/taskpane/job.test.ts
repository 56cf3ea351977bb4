/** The job's states: what can follow what, and that nothing else can. */
import fc from 'fast-check';
import { isResting, isWorking, nextJob, NO_PROGRESS, type Job, type JobEvent } from '../../src/taskpane/job';
import type { Problem } from '../../src/taskpane/problem';

const problem: Problem = { happened: { code: 'pane.problem.run' }, kept: { code: 'pane.kept.run' }, advice: { code: 'pane.advice.try-again' }, issues: [], details: '' };

function after(...events: JobEvent[]): Job {
  return events.reduce<Job>(nextJob, { state: 'starting' });
}

describe('a job that goes well', () => {
  it('opens, reads, waits for the user, runs, and is done', () => {
    expect(after({ event: 'opened' }).state).toBe('welcome');
    expect(after({ event: 'opened' }, { event: 'reading-started' }).state).toBe('reading');
    expect(after({ event: 'opened' }, { event: 'reading-started' }, { event: 'read' }).state).toBe('ready');
    expect(after({ event: 'opened' }, { event: 'reading-started' }, { event: 'read' }, { event: 'run-started' }, { event: 'ran' }).state).toBe('done');
  });

  it('reads again from a result and comes back to it', () => {
    expect(after({ event: 'opened' }, { event: 'reading-started' }, { event: 'read' }, { event: 'run-started' }, { event: 'ran' }, { event: 'reading-started' }, { event: 'read' }).state).toBe('done');
  });
});

describe('a job that does not', () => {
  const running: JobEvent[] = [{ event: 'opened' }, { event: 'reading-started' }, { event: 'read' }, { event: 'run-started' }];

  it('goes back to where it started when it is cancelled', () => {
    expect(after({ event: 'opened' }, { event: 'reading-started' }, { event: 'stopped' }).state).toBe('welcome');
    expect(after(...running, { event: 'stopped' }).state).toBe('ready');
  });

  it('shows its failure until it has been read', () => {
    expect(after(...running, { event: 'failed', problem })).toEqual({ state: 'failed', problem, back: 'ready' });
    expect(after(...running, { event: 'failed', problem }, { event: 'failure-read' }).state).toBe('ready');
  });

  it('refuses what cannot happen', () => {
    expect(() => after({ event: 'run-started' })).toThrow('cannot be "starting"');
    expect(() => after({ event: 'opened' }, { event: 'run-started' })).toThrow('cannot be "welcome"');
    expect(() => after({ event: 'opened' }, { event: 'ran' })).toThrow();
    expect(() => after(...running, { event: 'run-started' })).toThrow('cannot be "running"');
  });
});

describe('progress', () => {
  it('never falls back', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (fractions) => {
        let job: Job = { state: 'running', progress: NO_PROGRESS, back: 'ready' };
        let before = 0;
        for (const fraction of fractions) {
          job = nextJob(job, { event: 'progressed', progress: { fraction } });
          if (job.state !== 'running') throw new Error('progress changed the state');
          expect(job.progress.fraction).toBeGreaterThanOrEqual(before);
          before = job.progress.fraction;
        }
      }),
    );
  });
});

describe('any sequence of events', () => {
  const events: JobEvent[] = [{ event: 'opened' }, { event: 'reading-started' }, { event: 'run-started' }, { event: 'progressed', progress: { fraction: 0.5 } }, { event: 'read' }, { event: 'ran' }, { event: 'stopped' }, { event: 'failed', problem }, { event: 'failure-read' }];

  it('never leaves the pane both working and resting, and never reaches a result without a run', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (sequence) => {
        let job: Job = { state: 'starting' };
        let ran = false;
        for (const event of sequence) {
          try {
            job = nextJob(job, event);
            ran ||= event.event === 'ran';
          } catch {
            continue;
          }
          expect(isWorking(job) && isResting(job)).toBe(false);
          if (job.state === 'done') expect(ran).toBe(true);
        }
      }),
    );
  });
});
