/**
 * A failure in words: what happened, what was kept, what to do; and the details that support asks for.
 * Errors are known by their names, because those from the worker arrive without their class.
 */
import type { IssueView, RunRefused } from '../engine';
import type { Message } from '../texts';
import type { WorkbookError, WorkbookFailure } from '../workbook/port';

export interface Problem {
  readonly happened: Message;
  readonly kept: Message;
  readonly advice: Message;
  /** The cells that the failure names, where it names any. */
  readonly issues: readonly IssueView[];
  /** For support; in English, as the error says it. */
  readonly details: string;
}

/** What the pane was about when it failed. */
export type Undertaking = 'start' | 'read' | 'run' | 'write' | 'remember' | 'statement' | 'sample' | 'show' | 'correct' | 'check' | 'decide' | 'copy';

const ADVICE_BY_FAILURE: Readonly<Record<WorkbookFailure, string>> = {
  'unreadable-file': 'pane.advice.open-in-excel',
  'encrypted-file': 'pane.advice.open-in-excel',
  'sheet-missing': 'pane.advice.read-again',
  'too-large': 'pane.advice.fewer-rows',
  'sheet-protected': 'pane.advice.unprotect-sheet',
  'workbook-protected': 'pane.advice.unprotect-workbook',
  'read-only': 'pane.advice.open-for-editing',
  'workbook-changed': 'pane.advice.read-again',
  'session-lost': 'pane.advice.reload',
  'cell-editing': 'pane.advice.finish-cell',
  'dialog-open': 'pane.advice.close-dialog',
  host: 'pane.advice.try-again',
};

export function problemOf(error: unknown, during: Undertaking): Problem {
  const { happened, advice } = wordsFor(error, during);
  return { happened, kept: { code: keptCode(error, during) }, advice, issues: issuesOf(error), details: detailsOf(error, during) };
}

export function isCancelled(error: unknown): boolean {
  return nameOf(error) === 'Cancelled';
}

/** True where what the engine held is lost. */
export function hasEngineEnded(error: unknown): boolean {
  return nameOf(error) === 'EngineEnded';
}

/** True while Excel takes no call because the user is at a cell or a dialog. */
export function isBusy(error: unknown): boolean {
  return nameOf(error) === 'WorkbookError' && ['cell-editing', 'dialog-open'].includes((error as WorkbookError).failure);
}

function keptCode(error: unknown, during: Undertaking): string {
  const isUnknown = nameOf(error) === 'WorkbookError' && (error as WorkbookError).details.results === 'unknown';
  return isUnknown ? 'pane.kept.unknown' : `pane.kept.${during}`;
}

function wordsFor(error: unknown, during: Undertaking): Pick<Problem, 'happened' | 'advice'> {
  if (nameOf(error) === 'RunRefused') {
    return (error as RunRefused).reason === 'does-not-foot'
      ? { happened: { code: 'pane.problem.does-not-foot' }, advice: { code: 'pane.advice.report-footing' } }
      : { happened: { code: 'pane.problem.refused' }, advice: { code: 'pane.advice.mend-cells' } };
  }
  if (nameOf(error) === 'WorkbookError') {
    const { failure, details } = error as WorkbookError;
    return { happened: { code: `pane.problem.${failure}`, values: { sheet: '', ...details } }, advice: { code: ADVICE_BY_FAILURE[failure] } };
  }
  return { happened: { code: `pane.problem.${during}` }, advice: { code: 'pane.advice.try-again' } };
}

function issuesOf(error: unknown): readonly IssueView[] {
  return nameOf(error) === 'RunRefused' ? ((error as { issues?: readonly IssueView[] }).issues ?? []) : [];
}

function detailsOf(error: unknown, during: Undertaking): string {
  const lines = [`during: ${during}`, `error: ${nameOf(error)}`, `message: ${error instanceof Error ? error.message : String(error)}`];
  if (nameOf(error) === 'WorkbookError') lines.push(`failure: ${(error as WorkbookError).failure} ${JSON.stringify((error as WorkbookError).details)}`);
  const cause = (error as { cause?: unknown } | null)?.cause;
  if (cause !== undefined) lines.push(`cause: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`);
  if (error instanceof Error && error.stack) lines.push(error.stack);
  return lines.join('\n');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
