/** Progress as a share of the whole, and the time left. */
import type { JobProgress } from '../../src/taskpane/job';
import { ProgressMeter } from '../../src/taskpane/progress-meter';

function meterAt() {
  const shown: Partial<JobProgress>[] = [];
  const clock = { milliseconds: 0 };
  let wake = () => {};
  const wait = () => new Promise<void>((resolve) => (wake = resolve));
  const meter = new ProgressMeter({ now: () => clock.milliseconds, wait }, (progress) => shown.push(progress));
  return { meter, clock, shown, last: () => shown.at(-1) as Partial<JobProgress>, waited: async () => (wake(), Promise.resolve()) };
}

it('counts the transport of cells as most of reading, and reading as two fifths of the whole', () => {
  const { meter, last } = meterAt();
  meter.transported(500, 1000, 'Ledger');
  expect(last().fraction).toBeCloseTo(0.4 * 0.8 * 0.5);
  expect(last()).toMatchObject({ step: 'read', detail: 'Ledger', done: 500, total: 1000 });
});

it('is at its end when the last sheet is written', () => {
  const { meter, last } = meterAt();
  meter.stepped({ step: 'write', done: 7, total: 7 });
  expect(last().fraction).toBeCloseTo(1);
});

it('says how long it will take only once it can know', () => {
  const { meter, clock, last } = meterAt();
  clock.milliseconds = 1000;
  meter.transported(1, 2, 'Ledger');
  expect(last().secondsLeft).toBeNull();
  clock.milliseconds = 7000;
  meter.stepped({ step: 'match', done: 1, total: 1 });
  // 70 % in 7 seconds.
  expect(last().secondsLeft).toBe(3);
});

it('shows a hundred thousand customers in a few steps', () => {
  const { meter, clock, shown } = meterAt();
  for (let done = 1; done < 100_000; done++) {
    clock.milliseconds = done / 100;
    meter.stepped({ step: 'match', done, total: 100_000, detail: `customer ${done}` });
  }
  expect(shown.length).toBeLessThanOrEqual(12);
});

it('shows the customer that takes long, however quickly the one before was done', async () => {
  const { meter, shown, last, waited } = meterAt();
  meter.stepped({ step: 'match', done: 0, total: 1 });
  meter.stepped({ step: 'match', done: 0, total: 2, detail: 'small' });
  meter.stepped({ step: 'match', done: 1, total: 2, detail: 'large' });
  expect(last()).toMatchObject({ detail: '' });
  await waited();
  expect(last()).toMatchObject({ detail: 'large', done: 1, total: 2 });
  expect(shown).toHaveLength(2);
});

it('shows nothing of a step that has been overtaken meanwhile', async () => {
  const { meter, last, waited } = meterAt();
  meter.stepped({ step: 'match', done: 0, total: 1 });
  meter.stepped({ step: 'match', done: 0, total: 2, detail: 'small' });
  meter.stepped({ step: 'settle', done: 0, total: 1 });
  await waited();
  expect(last()).toMatchObject({ step: 'settle' });
});
