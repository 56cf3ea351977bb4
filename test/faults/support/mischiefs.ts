/** What may go wrong at the n-th request of a run: Excel's own refusals, the line to it, the user, a colleague. */
import type { ExcelHost, Fault } from '../../../src/preview/host';
import type { Mischief } from './trial';
import { NOTES, OURS } from './small-workbook';

export interface Kind {
  /** The plan that does it at the given request. */
  readonly at: (request: number) => Mischief;
  /** True where everything after it fails too, until Excel is well again: what is half-way then stays so until the next run. */
  readonly lasts?: boolean;
  /** True where nobody can know whether Excel did what it was asked. */
  readonly isDoubtful?: boolean;
  /** The pane is closed, and opened anew. */
  readonly closesPane?: boolean;
  /** What a colleague did to the workbook meanwhile. */
  readonly change?: (host: ExcelHost) => void;
  /** The run does not fail at it: it is tried where that costs a whole run, at fewer requests. */
  readonly runsOn?: boolean;
}

const once = (fault: Fault): Kind['at'] => (at) => ({ request: (number) => (number === at ? fault : null) });
const from = (fault: Fault): Kind['at'] => (at) => ({ request: (number) => (number >= at ? fault : null) });
const refused = (code: string): Kind => ({ at: once({ kind: 'refused', code }) });

/** office.js's number for a session that is gone. */
const SESSION_LOST = 5012;
/** Changes of the workbook: what a file that may only be read refuses. */
const WRITING = /\.(?:add|delete|setXml|merge|setPosition|setPrintArea|setPrintMargins|setPrintTitleRows|freezeRows|freezeAt|freezeColumns)$/;

function silent(isCarriedOut: boolean): Kind {
  const at: Kind['at'] = (at) => {
    let close = (): void => {};
    return {
      begin: (_host, _pane, giveUp) => (close = giveUp),
      request: (number) => {
        if (number !== at) return null;
        setImmediate(close);
        return { kind: 'silent', isCarriedOut };
      },
    };
  };
  return { at, closesPane: true };
}

/** The user opens a cell, and leaves it, or presses cancel, after some refusals. */
function editing(refusalsMax: number, then: 'leaves' | 'cancels'): Kind {
  const at: Kind['at'] = (at) => {
    let end = (): void => {};
    let open = (): void => {};
    let refusals = 0;
    return {
      begin: (host, pane) => {
        open = () => host.beginCellEdit();
        end = () => (then === 'leaves' ? host.endCellEdit() : pane.actions.cancel());
      },
      request: (number) => {
        if (number === at) open();
        if (number > at && ++refusals % refusalsMax === 0) end();
        return null;
      },
    };
  };
  return { at, lasts: then === 'cancels', runsOn: then === 'leaves' };
}

function colleague(change: (host: ExcelHost) => void): Kind {
  const at: Kind['at'] = (at) => {
    let host: ExcelHost;
    return {
      begin: (each) => (host = each),
      request: (number) => {
        if (number === at) change(host);
        return null;
      },
    };
  };
  return { at, change, runsOn: true };
}

/** Does something to the workbook that holds until Excel is well again, which is when it is asked no more. */
function lasting(change: (host: ExcelHost) => void): Kind {
  return { ...colleague(change), change: undefined, lasts: true, runsOn: false };
}

const sheetId = (host: ExcelHost, name: string) => host.workbook.sheetByName(name)?.id ?? '';

/** A sheet that the old results had, while they are the results: among them there is no settlement. */
const oldMatches = (host: ExcelHost) => (host.workbook.sheetByName('Settlement') ? '' : sheetId(host, 'Matches'));

function insertRow(host: ExcelHost): void {
  const { cells } = host.workbook.sheetByName(OURS)!;
  const used = cells.used(true)!;
  for (let row = used.rows; row > 2; row--) for (let column = 0; column < used.columns; column++) cells.setValue(row, column, cells.value(row - 1, column));
  cells.setValue(2, 4, 77);
  void host.edit(sheetId(host, OURS), 2, 2, 'INV-0999');
}

/** What Excel refuses or loses by itself. */
export const OF_EXCEL: Readonly<Record<string, Kind>> = {
  GeneralException: refused('GeneralException'),
  ItemNotFound: refused('ItemNotFound'),
  InvalidOperation: refused('InvalidOperation'),
  InvalidRequestContext: refused('InvalidRequestContext'),
  'timed out': refused('RequestAborted'),
  'dialog open for a moment': { ...refused('WriteNotSupportedWhenModalDialogOpen'), runsOn: true },
  'request lost': { at: once({ kind: 'lost', officeJsCode: SESSION_LOST, isCarriedOut: false }) },
  'answer lost': { at: once({ kind: 'lost', officeJsCode: SESSION_LOST, isCarriedOut: true }) },
  'connection lost': { at: from({ kind: 'lost', officeJsCode: SESSION_LOST, isCarriedOut: false }), lasts: true, isDoubtful: true },
  'connection lost after the last request': {
    at: (at) => ({ request: (number) => (number < at ? null : { kind: 'lost', officeJsCode: SESSION_LOST, isCarriedOut: number === at }) }),
    lasts: true,
    isDoubtful: true,
  },
  'pane closed before the request': silent(false),
  'pane closed before the answer': silent(true),
  'null in the place of cells': { at: once({ kind: 'null-cells' }), runsOn: true },
  'small payloads': {
    at: (at) => {
      let isSmall = false;
      return {
        request: (number) => {
          isSmall ||= number >= at;
          return null;
        },
        get payloadBytesMax() {
          return isSmall ? 60_000 : undefined;
        },
      };
    },
    runsOn: true,
  },
  'read-only file': {
    at: (at) => {
      let isReadOnly = false;
      return {
        request: (number) => {
          isReadOnly ||= number >= at;
          return null;
        },
        member: (name, isSet) => (isReadOnly && (isSet || WRITING.test(name)) ? 'AccessDenied' : null),
      };
    },
    lasts: true,
    isDoubtful: true,
  },
};

/** What the user or a colleague does to the workbook meanwhile. */
export const OF_PEOPLE: Readonly<Record<string, Kind>> = {
  'cell edited for a moment': editing(4, 'leaves'),
  'cell edited until cancelled': editing(12, 'cancels'),
  'workbook protected': lasting(({ workbook }) => void (workbook.isProtected = true)),
  'sheets protected': lasting(({ workbook }) => workbook.sheets.forEach((sheet) => (sheet.isProtected = true))),
  'ledger renamed': colleague((host) => host.renameSheet(sheetId(host, OURS), 'Our ledger 2026')),
  'sheet deleted': colleague((host) => host.deleteSheet(sheetId(host, NOTES))),
  'row inserted': colleague(insertRow),
  'old result deleted': colleague((host) => host.deleteSheet(oldMatches(host))),
  'old result renamed': colleague((host) => host.renameSheet(oldMatches(host), 'Mine')),
  'draft deleted': colleague((host) => host.deleteSheet(sheetId(host, 'Duesheet~3'))),
  'tab taken': colleague(({ workbook }) => void (workbook.sheetByName('Overview') ?? workbook.addSheet('Overview'))),
};
