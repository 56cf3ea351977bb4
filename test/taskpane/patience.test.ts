/** Waiting for a cell that is being edited: repeated, said, bounded by a cancel. */
import { patiently, SILENCE_MILLISECONDS } from '../../src/taskpane/patience';
import { WorkbookError } from '../../src/workbook/port';

const editing = () => new WorkbookError('cell-editing', {}, 'InvalidOperationInCellEditMode');

function patience(abort = new AbortController()) {
  const waited: boolean[] = [];
  return { waited, signal: abort.signal, wait: async () => {}, onWaiting: (waiting: boolean) => void waited.push(waiting) };
}

it('tries again until the cell is left, and says that it waits', async () => {
  const kept = patience();
  let refusals = 2;
  const answer = await patiently(async () => {
    if (refusals-- > 0) throw editing();
    return 'sheets';
  }, kept);
  expect(answer).toBe('sheets');
  expect(kept.waited).toEqual([true, true, false]);
});

it('does not repeat any other failure', async () => {
  const call = jest.fn().mockRejectedValue(new WorkbookError('sheet-protected', { sheet: 'A' }, 'protected'));
  await expect(patiently(call, patience())).rejects.toThrow('protected');
  expect(call).toHaveBeenCalledTimes(1);
});

it('gives up in the end', async () => {
  const call = jest.fn().mockRejectedValue(editing());
  await expect(patiently(call, patience())).rejects.toThrow('InvalidOperationInCellEditMode');
  expect(call).toHaveBeenCalledTimes(121);
});

it('ends at once on a cancel, even while Excel says nothing', async () => {
  const abort = new AbortController();
  const kept = patience(abort);
  const waiting = patiently(() => new Promise(() => {}), kept);
  abort.abort();
  await expect(waiting).rejects.toThrow('cancelled');
});

it('says after a while that Excel does not answer', async () => {
  jest.useFakeTimers();
  try {
    const kept = patience();
    void patiently(() => new Promise(() => {}), kept);
    await jest.advanceTimersByTimeAsync(SILENCE_MILLISECONDS - 1);
    expect(kept.waited).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(kept.waited).toEqual([true]);
  } finally {
    jest.useRealTimers();
  }
});

it('does not say so while a long call shows signs of life', async () => {
  jest.useFakeTimers();
  try {
    const kept = patience();
    let live = (): void => {};
    void patiently((alive) => ((live = alive), new Promise(() => {})), kept);
    for (let i = 0; i < 5; i++) {
      await jest.advanceTimersByTimeAsync(SILENCE_MILLISECONDS - 1);
      live();
    }
    expect(kept.waited).toEqual([]);
    await jest.advanceTimersByTimeAsync(SILENCE_MILLISECONDS);
    live();
    expect(kept.waited).toEqual([true, false]);
  } finally {
    jest.useRealTimers();
  }
});
