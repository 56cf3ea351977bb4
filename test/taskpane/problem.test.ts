/** Failures in words: every kind has its three sentences in every language. */
import { RunRefused } from '../../src/engine';
import { LANGUAGES, say } from '../../src/texts';
import { Cancelled } from '../../src/units/progress';
import { isCancelled, isBusy, problemOf, type Undertaking } from '../../src/taskpane/problem';
import { WorkbookError, type WorkbookFailure } from '../../src/workbook/port';

const UNDERTAKINGS: Undertaking[] = ['start', 'read', 'run', 'write', 'remember', 'statement', 'sample', 'show', 'correct', 'check', 'decide', 'copy'];
const FAILURES: WorkbookFailure[] = ['unreadable-file', 'encrypted-file', 'sheet-missing', 'too-large', 'sheet-protected', 'workbook-protected', 'read-only', 'workbook-changed', 'session-lost', 'cell-editing', 'dialog-open', 'host'];
const issue = { severity: 'error' as const, sheet: 'Ledger', row: 14, column: 'C', text: 'No such date.' };

it.each(LANGUAGES)('says what happened, what was kept and what to do in %s', (language) => {
  for (const during of UNDERTAKINGS) {
    const errors = [new Error('boom'), new RunRefused([issue]), ...FAILURES.map((failure) => new WorkbookError(failure, { sheet: '2026' }, failure))];
    for (const problem of errors.map((error) => problemOf(error, during))) {
      for (const message of [problem.happened, problem.kept, problem.advice]) {
        expect(say(message, language)).not.toMatch(/\{\w+\}|^$/);
      }
    }
  }
});

it('names the sheet that is protected, and how to take the protection off', () => {
  const problem = problemOf(new WorkbookError('sheet-protected', { sheet: 'Ledger' }, 'AccessDenied'), 'read');
  expect(say(problem.happened, 'en')).toBe('A sheet is protected: Ledger');
  expect(say(problem.advice, 'en')).toContain('Unprotect Sheet');
});

it('hands on the cells of a refusal', () => {
  expect(problemOf(new RunRefused([issue]), 'run').issues).toEqual([issue]);
});

it('keeps the error and its cause for support', () => {
  const { details } = problemOf(new WorkbookError('host', { sheet: 'A' }, 'GeneralException', new Error('socket closed')), 'write');
  expect(details).toContain('during: write');
  expect(details).toContain('failure: host {"sheet":"A"}');
  expect(details).toContain('cause: Error: socket closed');
});

it('knows errors from the worker by their names', () => {
  expect(isCancelled(Object.assign(new Error('x'), { name: 'Cancelled' }))).toBe(true);
  expect(isCancelled(new Cancelled())).toBe(true);
  expect(isCancelled(new Error('x'))).toBe(false);
  expect(isBusy(new WorkbookError('cell-editing', {}, 'x'))).toBe(true);
  expect(isBusy(new WorkbookError('dialog-open', {}, 'x'))).toBe(true);
  expect(isBusy(new WorkbookError('host', {}, 'x'))).toBe(false);
});

it('says so where nobody knows which results the workbook holds', () => {
  expect(problemOf(new WorkbookError('host', { results: 'unknown' }, 'x'), 'write').kept.code).toBe('pane.kept.unknown');
});
