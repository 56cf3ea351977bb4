/** The stand-in for Excel itself: one workbook, one pane that talks to it, one grid that shows it. */
import type { CellView, ExcelHost, HostChange, HostMessage, HostOptions, Traffic } from './api';
import { EventBoard } from './events';
import { withoutCells, type Fault } from './faults';
import { saveWorkbookFile } from './file/save';
import { address, contains, type Area } from './model/areas';
import { deleteSheet, enter, renameSheet } from './model/edits';
import type { Sheet } from './model/sheet';
import { createObjects } from './objects/factory';
import { ensureUnprotected } from './objects/protection';
import { WorksheetEvent } from './objects/worksheet';
import { PayloadError, TransportError, messageFor } from './protocol/errors';
import { processQuery, References } from './protocol/interpreter';
import { answerMessage } from './protocol/messages';
import type { HostContext, ObjectFactory } from './protocol/object';
import type { ProcessQuery } from './protocol/wire';
import { viewCell } from './view';

/** Excel on the web takes and gives at most this much at once. */
export const PAYLOAD_BYTES_MAX = 5 * 1024 * 1024;
/** The request flag that `Excel.run({ delayForCellEdit: true })` sets. */
const DELAY_FOR_CELL_EDIT = 64;

/** What Excel on the web says it can do. */
export const WEB_REQUIREMENT_SETS: Readonly<Record<string, string>> = { ExcelApi: '1.17', ExcelApiOnline: '1.1', DelayForCellEdit: '1.1', SharedRuntime: '1.2', RibbonApi: '1.2', KeyboardShortcuts: '1.1', DialogApi: '1.2', RichApiRuntimeFlag: '1.2' };

/** Writes come batch after batch; formulas are worth evaluating between them only when somebody reads. */
const QUIET_MILLISECONDS = 60;

const encoder = new TextEncoder();

export function createExcelHost(options: HostOptions): ExcelHost {
  return new Host(options);
}

class Host implements ExcelHost, HostContext {
  readonly workbook;
  readonly locale: string;
  readonly objects: ObjectFactory;
  readonly runtime = { areEventsEnabled: true };
  selection: readonly Area[] = [{ row: 0, column: 0, rows: 1, columns: 1 }];
  private readonly requirementSets: Readonly<Record<string, string>>;
  private readonly calculation;
  private readonly faults;
  private lastRequest = 0;
  private readonly references = new References();
  private readonly events = new EventBoard();
  private readonly subscribers = new Set<(change: HostChange) => void>();
  private counted = { syncs: 0, requestBytes: 0, responseBytes: 0 };
  private editing: { ended: Promise<void>; end: () => void } | null = null;
  /** What one batch changed: told to the grid and to listeners once, after it. */
  private readonly changedSheets = new Set<Sheet>();
  private readonly changedAreas: { readonly sheet: Sheet; readonly area: Area }[] = [];
  private haveTabsChanged = false;
  private needsRecalculation = false;
  private quietTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ workbook, locale = 'en-US', requirementSets = WEB_REQUIREMENT_SETS, calculation, faults }: HostOptions) {
    this.workbook = workbook;
    this.locale = locale;
    this.requirementSets = requirementSets;
    this.calculation = calculation;
    this.faults = faults;
    this.objects = createObjects(() => this);
  }

  get traffic(): Traffic {
    return this.counted;
  }

  resetTraffic(): void {
    this.counted = { syncs: 0, requestBytes: 0, responseBytes: 0 };
  }

  async processQuery(body: string, requestFlags = 0): Promise<string> {
    const number = ++this.lastRequest;
    const requestBytes = encoder.encode(body).length;
    this.counted = { ...this.counted, syncs: this.counted.syncs + 1, requestBytes: this.counted.requestBytes + requestBytes };
    if (requestBytes > this.payloadBytesMax) throw new PayloadError('request');
    if (this.editing && requestFlags & DELAY_FOR_CELL_EDIT) await this.editing.ended;
    const fault = this.faults?.request?.(number) ?? null;
    if (this.editing) return refusal('InvalidOperationInCellEditMode');
    if (fault?.kind === 'refused') return refusal(fault.code);
    if (fault && !isCarriedOut(fault)) return this.unanswered(fault);
    const answer = await this.carriedOut(body, number, fault);
    if (fault && fault.kind !== 'null-cells') return this.unanswered(fault);
    const responseBytes = encoder.encode(answer).length;
    if (responseBytes > this.payloadBytesMax) throw new PayloadError('response');
    this.counted = { ...this.counted, responseBytes: this.counted.responseBytes + responseBytes };
    return answer;
  }

  private async carriedOut(body: string, number: number, fault: Fault | null): Promise<string> {
    const watch = this.faults && { action: (index: number) => this.faults?.action?.(number, index) ?? null, member: (name: string, isSet: boolean) => this.faults?.member?.(name, isSet) ?? null };
    const result = processQuery(JSON.parse(body) as ProcessQuery, this.objects.workbook(), this.references, watch);
    await this.settle('ThisLocalAddin');
    return JSON.stringify(fault?.kind === 'null-cells' ? withoutCells(result) : result);
  }

  private unanswered(fault: Fault): Promise<string> {
    if (fault.kind === 'lost') throw new TransportError(fault.officeJsCode, 'The request or its answer was lost.');
    return new Promise(() => {});
  }

  private get payloadBytesMax(): number {
    return this.faults?.payloadBytesMax ?? PAYLOAD_BYTES_MAX;
  }

  answer(message: HostMessage): Promise<Record<string, unknown> | null> {
    this.events.conversationId = message._conversationId;
    return answerMessage(this, this.requirementSets, message);
  }

  onMessage(listener: (message: Record<string, unknown>) => void): () => void {
    return this.events.onMessage(listener);
  }

  invokeCommand(functionName: string, controlId: string): void {
    this.events.send('appCommandInvoked', [controlId, functionName, JSON.stringify({ source: { id: controlId } })]);
  }

  subscribe(listener: (change: HostChange) => void): () => void {
    this.subscribers.add(listener);
    return () => this.subscribers.delete(listener);
  }

  get activeSheet(): Sheet {
    return this.workbook.activeSheet;
  }

  cell(sheet: Sheet, row: number, column: number): CellView {
    return viewCell(this.workbook, sheet, row, column);
  }

  // The pane's doing, through the objects.

  contentChanged(sheet: Sheet, area: Area): void {
    this.changedAreas.push({ sheet, area });
    if (this.workbook.source?.sheets.has(sheet.id)) sheet.editedAreas.push(area);
    this.needsRecalculation = true;
    this.looksChanged(sheet);
  }

  looksChanged(sheet: Sheet): void {
    sheet.changes++;
    this.changedSheets.add(sheet);
  }

  tabsChanged(): void {
    this.haveTabsChanged = true;
  }

  requestRecalculation(): void {
    this.needsRecalculation = true;
  }

  register(eventType: number, targetId: string): void {
    this.events.register(eventType, targetId);
  }

  unregister(eventType: number, targetId: string): void {
    this.events.unregister(eventType, targetId);
  }

  openNewWorkbook(file: Uint8Array): void {
    this.tell({ kind: 'new-workbook', file });
  }

  showPane(): void {
    this.tell({ kind: 'pane-shown' });
  }

  // The user's doing, through the grid; and the pane's, where it is the same.

  activate(sheet: Sheet | string): void {
    const target = this.sheetOf(sheet);
    if (!target || target.visibility !== 'Visible' || this.workbook.activeSheetId === target.id) return;
    this.workbook.activeSheetId = target.id;
    this.selection = [{ row: 0, column: 0, rows: 1, columns: 1 }];
    this.events.raise(WorksheetEvent.Activated, target.id, { worksheetId: target.id });
    this.tell({ kind: 'selection' });
  }

  select(sheet: Sheet | string, areas: readonly Area[]): void {
    const target = this.sheetOf(sheet);
    if (!target || areas.length === 0) return;
    this.activate(target);
    this.selection = areas;
    this.events.raise(WorksheetEvent.SelectionChanged, target.id, { worksheetId: target.id, address: areas.map((area) => address(area)).join(','), isInsideTable: target.tableAt(areas[0].row, areas[0].column) !== undefined });
    this.tell({ kind: 'selection' });
  }

  async edit(sheetId: string, row: number, column: number, typed: string): Promise<void> {
    const sheet = this.sheetOf(sheetId);
    if (!sheet) return;
    ensureUnprotected(sheet);
    enter(this.workbook, sheet, row, column, typed);
    this.contentChanged(sheet, { row, column, rows: 1, columns: 1 });
    await this.settle('Unknown');
  }

  renameSheet(sheetId: string, name: string): void {
    const sheet = this.sheetOf(sheetId);
    if (sheet) renameSheet(this.workbook, sheet, name);
    this.tell({ kind: 'sheets' });
  }

  deleteSheet(sheetId: string): void {
    const sheet = this.sheetOf(sheetId);
    if (sheet) deleteSheet(this.workbook, sheet);
    this.tell({ kind: 'sheets' });
  }

  beginCellEdit(): void {
    if (this.editing) return;
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.editing = { ended, end };
  }

  endCellEdit(): void {
    const { editing } = this;
    this.editing = null;
    editing?.end();
  }

  async recalculate(): Promise<void> {
    this.needsRecalculation = true;
    await this.loadCalculation();
    this.ensureCalculated();
  }

  async save(): Promise<Uint8Array> {
    await this.recalculate();
    return saveWorkbookFile(this.workbook);
  }

  ensureCalculated(): void {
    if (!this.needsRecalculation || !this.calculation) return;
    this.needsRecalculation = false;
    for (const sheet of this.calculation.recalculate(this.workbook)) {
      sheet.changes++;
      this.tell({ kind: 'cells', sheetId: sheet.id });
    }
  }

  private async loadCalculation(): Promise<void> {
    if (this.calculation && this.workbook.sheets.some((sheet) => sheet.cells.formulaCount > 0)) await this.calculation.load();
  }

  /** After a batch or an edit: the grid is redrawn, listeners are told, formulas are evaluated when it stays quiet. */
  private async settle(triggerSource: 'ThisLocalAddin' | 'Unknown'): Promise<void> {
    if (this.needsRecalculation) {
      await this.loadCalculation();
      this.calculateSoon();
    }
    if (this.haveTabsChanged) this.tell({ kind: 'sheets' });
    this.haveTabsChanged = false;
    for (const sheet of this.changedSheets) this.tell({ kind: 'cells', sheetId: sheet.id });
    this.changedSheets.clear();
    const areas = this.changedAreas.splice(0);
    if (!this.runtime.areEventsEnabled) return;
    for (const { sheet, area } of joined(areas)) this.events.raise(WorksheetEvent.Changed, sheet.id, { worksheetId: sheet.id, address: address(area), changeType: 'RangeEdited', source: 'Local', triggerSource });
  }

  private calculateSoon(): void {
    clearTimeout(this.quietTimer);
    this.quietTimer = setTimeout(() => this.ensureCalculated(), QUIET_MILLISECONDS);
    // In Node a timer of the stand-in's must not keep the process.
    if (typeof this.quietTimer === 'object') (this.quietTimer as { unref(): void }).unref();
  }

  private tell(change: HostChange): void {
    for (const listener of this.subscribers) listener(change);
  }

  private sheetOf(sheet: Sheet | string): Sheet | undefined {
    return typeof sheet === 'string' ? this.workbook.sheetById(sheet) : sheet;
  }
}

function refusal(code: string): string {
  return JSON.stringify({ Results: [], Error: { Code: code, Message: messageFor(code), Location: '', ActionIndex: 0 } });
}

function isCarriedOut(fault: Fault): boolean {
  return fault.kind === 'null-cells' || (fault.kind !== 'refused' && fault.isCarriedOut);
}

/** A write that office.js cut into pieces is one change of one area. */
function joined(areas: readonly { readonly sheet: Sheet; readonly area: Area }[]): { sheet: Sheet; area: Area }[] {
  const result: { sheet: Sheet; area: Area }[] = [];
  for (const { sheet, area } of areas) {
    const last = result.at(-1);
    const continues = last && last.sheet === sheet && last.area.column === area.column && last.area.columns === area.columns && last.area.row + last.area.rows === area.row;
    if (continues) last.area = { ...last.area, rows: last.area.rows + area.rows };
    else if (!last || last.sheet !== sheet || !contains(last.area, area.row, area.column)) result.push({ sheet, area });
  }
  return result;
}
