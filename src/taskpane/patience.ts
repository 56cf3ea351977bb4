/**
 * Waiting for Excel. While a cell is being edited or a dialog is open Excel either refuses calls or lets them
 * hang; both are waited for, within a bound, and said to the user. A cancel ends the wait at once.
 */
import { Cancelled, throwIfCancelled } from '../units/progress';
import { isBusy } from './problem';

/** Silence after which we say that Excel may be busy with a cell. */
export const SILENCE_MILLISECONDS = 4000;
const RETRY_MILLISECONDS = 1000;
/** About five minutes, with the adapter's own patience within each try; then the failure is shown. */
const RETRIES_MAX = 120;

export interface Patience {
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onWaiting: (waiting: boolean) => void;
}

/** A call says that it is `alive` whenever Excel has answered a part of it. It must bear being repeated. */
export type PatientCall<T> = (alive: () => void) => Promise<T>;

/** The call's answer, however long the user takes over the cell. */
export async function patiently<T>(call: PatientCall<T>, patience: Patience): Promise<T> {
  for (let retries = 0; ; retries++) {
    throwIfCancelled(patience.signal);
    try {
      const answer = await unlessCancelled(withSilenceNoted(call, patience), patience.signal);
      patience.onWaiting(false);
      return answer;
    } catch (error) {
      if (!isBusy(error) || retries >= RETRIES_MAX) throw error;
      patience.onWaiting(true);
      await unlessCancelled(patience.wait(RETRY_MILLISECONDS), patience.signal);
    }
  }
}

async function withSilenceNoted<T>(call: PatientCall<T>, { onWaiting }: Patience): Promise<T> {
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    timer = setTimeout(() => {
      waiting = true;
      onWaiting(true);
    }, SILENCE_MILLISECONDS);
  };
  const alive = () => {
    clearTimeout(timer);
    if (waiting) onWaiting(false);
    waiting = false;
    listen();
  };
  listen();
  try {
    return await call(alive);
  } finally {
    clearTimeout(timer);
  }
}

function unlessCancelled<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new Cancelled());
    signal.addEventListener('abort', cancel, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
