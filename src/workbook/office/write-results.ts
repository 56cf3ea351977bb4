/**
 * Writes result sheets into the live workbook, all or none. They are built as drafts behind the other tabs,
 * under names of their own; what may fail fails there. Only then, in one call, the old results make room and
 * the drafts take their names and marks. A run that dies half-way leaves drafts, which the next one removes.
 */
import { Cancelled, throwIfCancelled } from '../../units/progress';
import type { SheetModel, TableModel } from '../../reports/sheet-model';
import { renameInFormula } from '../formula-references';
import { WorkbookError, type WorkbookPort } from '../port';
import { withDetails } from './failures';
import { tableRowCount } from '../table-look';
import { prepareDrafts, type Draft, type Plan } from './drafts';
import { Pauses } from './pauses';
import { settle, standingResults } from './settle';
import { addSlicers } from './slicers';
import { swapDrafts } from './swap';
import { chartStep } from './write-charts';
import { formulaSteps, totalsSteps, valueSteps, type CellStep, type TableWatch } from './write-cells';
import { linkReference, linkSteps, plainLinkSteps } from './write-links';
import { WriteQueue, rangeAt, type Step } from './write-queue';
import { choiceSteps, dataBarSteps, frameSteps, pageStep } from './write-surroundings';
import { styleSteps } from './write-styles';

type Options = NonNullable<Parameters<WorkbookPort['writeSheets']>[1]>;

export async function writeResults(models: readonly SheetModel[], options: Options = {}): Promise<void> {
  throwIfCancelled(options.signal);
  const plan = await prepareDrafts(models, options.keep);
  let hasBegunSwap = false;
  try {
    await new DraftWriter(plan, options).write();
    throwIfCancelled(options.signal);
    hasBegunSwap = true;
    await swapDrafts(plan);
  } catch (error) {
    const ids = plan.drafts.map(({ id }) => id);
    // What cannot be cleared up now, the next run does.
    await settle(new Set(ids)).catch(() => undefined);
    const standing = await standingResults(ids).catch(() => 'unknown' as const);
    if (!hasBegunSwap || standing === 'old') throw error;
    // Where the new ones stand, Excel did all of it and lost no more than its answer.
    if (standing === 'unknown') throw withDetails(error, { results: 'unknown' });
  }
  await addSlicers(plan);
  options.onProgress?.({ step: 'write', done: rowsOf(models), total: rowsOf(models) });
}

class DraftWriter {
  private readonly queue: WriteQueue;
  private readonly pauses = new Pauses();
  private readonly formulaColumns = new Map<TableModel, Set<number>>();
  private readonly total: number;
  private done = 0;

  constructor(
    private readonly plan: Plan,
    private readonly options: Options,
  ) {
    this.queue = new WriteQueue(options.signal);
    this.total = rowsOf(plan.drafts.map(({ model }) => model));
  }

  async write(): Promise<void> {
    // Formulas may speak of any sheet and table, so all of these stand before the first formula.
    for (const draft of this.plan.drafts) await this.writeContent(draft);
    for (const draft of this.plan.drafts) await this.writeFormulas(draft);
    for (const draft of this.plan.drafts) await this.writeLooks(draft);
    await this.queue.flush();
    await this.writePrinting();
  }

  private async writeContent(draft: Draft): Promise<void> {
    const { model } = draft;
    const watch: TableWatch = {
      onFormula: (table, column) => void this.columnsWithFormulas(table).add(column),
      referenceTo: (target) => linkReference(target, (sheet) => this.plan.finalName(sheet)),
    };
    for (const step of valueSteps(model, watch)) await this.addRows(draft, step);
    await this.addAll(draft, model.tables.map((table, i) => tableStep(table, draft.tables[i].draftName)));
  }

  private async writeFormulas(draft: Draft): Promise<void> {
    const { sheetNames, tableNames } = this.plan.draftRenaming;
    const renamed = (formula: string) => renameInFormula(formula, sheetNames, tableNames);
    for (const step of formulaSteps(draft.model, (table) => this.columnsWithFormulas(table), renamed)) await this.queue.add(draft, step);
    await this.addAll(draft, draft.model.tables.flatMap((table) => totalsSteps(table, renamed)));
  }

  private async writeLooks(draft: Draft): Promise<void> {
    const { model } = draft;
    for (const step of linkSteps(model, (sheet) => this.plan.finalName(sheet))) await this.queue.add(draft, step);
    await this.addAll(draft, [...plainLinkSteps(model), ...frameSteps(model)]);
    for (const steps of styleSteps(model, this.plan.bodyFontSize)) {
      await this.addAll(draft, steps);
      await this.pauses.perhaps();
    }
    await this.addAll(draft, [...choiceSteps(model), ...dataBarSteps(model), ...(model.charts ?? []).map(chartStep)]);
  }

  /** Without a printer desktop Excel knows no pages and refuses; the sheets are whole without it. */
  private async writePrinting(): Promise<void> {
    for (const draft of this.plan.drafts) await this.queue.add(draft, pageStep(draft.model));
    await this.queue.flush().catch((error) => {
      if (error instanceof Cancelled || (error instanceof WorkbookError && error.failure !== 'host')) throw error;
    });
  }

  private async addAll(draft: Draft, steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.queue.add(draft, step);
  }

  private async addRows(draft: Draft, step: CellStep): Promise<void> {
    await this.queue.add(draft, step);
    await this.pauses.perhaps();
    this.done = Math.min(this.total, this.done + step.rows);
    this.options.onProgress?.({ step: 'write', done: this.done, total: this.total, detail: draft.model.name });
  }

  private columnsWithFormulas(table: TableModel): Set<number> {
    let columns = this.formulaColumns.get(table);
    if (!columns) this.formulaColumns.set(table, (columns = new Set()));
    return columns;
  }
}

/** The values stand already: rows added to a table one by one take Excel ten times as long. */
function tableStep(model: TableModel, name: string): Step {
  return {
    bytes: 1500,
    run: (sheet) => {
      const rowCount = 1 + Math.max(1, model.rowCount);
      const table = sheet.tables.add(rangeAt(sheet, model.rowIndex, model.columnIndex, rowCount, model.columns.length), true);
      table.name = name;
      // The plainest style there is; the cells carry the report's own look.
      table.style = 'TableStyleLight1';
      table.showBandedRows = false;
      table.showFilterButton = model.filters;
      if (model.totals) table.showTotals = true;
    },
  };
}

/** Rows that are written, for the progress bar; never 0. */
function rowsOf(models: readonly SheetModel[]): number {
  return models.reduce((rows, { tables, cells }) => rows + cells.length + tables.reduce((sum, table) => sum + tableRowCount(table), 0), 1);
}
