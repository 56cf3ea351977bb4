/** The Office.js adapter of the workbook port: the workbook that is open in Excel. */
import type { LiveWorkbookPort } from '../port';
import { listSheets } from './list-sheets';
import { activate, inSilence, onChanged, onSelected, openAsNewWorkbook, select } from './live';
import { remember, remembered } from './memory';
import { openSheet } from './read-sheet';
import { LONG_PATIENCE } from './run';
import { writeResults } from './write-results';

/** To be called after `Office.onReady`. Keeps nothing of the workbook: every call asks Excel what is. */
export function openOfficeWorkbook(): LiveWorkbookPort {
  const [writeInTurn, rememberInTurn] = [turns(), turns()];
  return {
    listSheets, openSheet, remembered, select, activate, onChanged, onSelected, openAsNewWorkbook,
    // One that was cancelled still clears up when its caller has long gone on, and would clear away what the next has begun.
    writeSheets: (models, options) => writeInTurn(() => inSilence(() => writeResults(models, options))),
    // Each adds to what the last has left: two at once would lose what one of them adds.
    remember: (values) => rememberInTurn(() => remember(values)),
  };
}

/** Lets none begin before the last has ended. One that Excel never answers is waited for within bounds. */
function turns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> | null = null;
  return async (work) => {
    while (last && (await endsInTime(last)));
    const own = work();
    const end: Promise<void> = own.then(undefined, () => undefined).then(() => {
      if (last === end) last = null;
    });
    last = end;
    return own;
  };
}

function endsInTime(work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<boolean>((resume) => (timer = setTimeout(() => resume(false), LONG_PATIENCE)));
  return Promise.race([work.then(() => true), tooLong]).finally(() => clearTimeout(timer));
}
