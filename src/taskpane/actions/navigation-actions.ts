/** Where the user goes: views, customers, cells and sheets of the workbook; and what the sheet's selection tells. */
import type { IssueView, LineView } from '../../engine';
import type { CellArea } from '../../workbook/port';
import { columnIndexOf } from '../column-letters';
import { isResting } from '../job';
import { statementId, type CustomerChoice, type PaneParts, type ThemeChoice, type View } from '../state';
import { rememberTheme } from './remembering';
import { resultSheetsOf, type JobActions } from './job-actions';
import { announce, attempt, type Workbench } from './workbench';

/** Rows of a selection that are traced; nobody reads more at once. */
const TRACED_ROWS_MAX = 20;

export interface NavigationActions {
  show(view: View): void;
  openCustomer(choice: CustomerChoice): Promise<void>;
  /** Shows and selects the rows of some lines in their sheets. */
  selectLines(lines: readonly Pick<LineView, 'sheet' | 'row'>[]): Promise<void>;
  goToLine(line: Pick<LineView, 'sheet' | 'row'>): Promise<void>;
  goToIssue(issue: IssueView): Promise<void>;
  goToSheet(name: string): Promise<void>;
  /** Listens to the sheet's selection from now on. */
  followSelection(): Promise<void>;
  writeStatement(choice: CustomerChoice, form: 'activity' | 'open-item'): Promise<void>;
  /** The statement as a new workbook, to be sent: this one is not changed. */
  openStatement(choice: CustomerChoice, form: 'activity' | 'open-item'): Promise<void>;
  /** Writes the statement of the customer whose row is selected in the sheet, or who is shown in the pane. */
  writeStatementForSelection(): Promise<void>;
  copy(text: string): Promise<void>;
  setTheme(theme: ThemeChoice): void;
  setCurrency(currency: string): void;
  dismissNotice(): void;
}

export function navigationActions(bench: Workbench, jobs: JobActions): NavigationActions {
  return new Navigation(bench, jobs);
}

class Navigation implements NavigationActions {
  /** What the pane itself has selected: its echo is no question of the user's. */
  private ownSelection: readonly CellArea[] = [];
  /** Selections on their way to Excel, whose echo is still to come. */
  private selecting = 0;

  constructor(
    private readonly bench: Workbench,
    private readonly jobs: JobActions,
  ) {}

  show = (view: View): void => {
    if (!isResting(this.bench.get().job)) return;
    this.bench.set({ view, notice: null });
    if (view === 'ledgers') void this.jobs.freshenLedgers();
  };

  openCustomer = (choice: CustomerChoice): Promise<void> =>
    attempt(this.bench, 'show', async () => {
      this.bench.set({ view: 'customer', customerChoice: choice, customer: null });
      const customer = await this.parts.session.customer(choice.customer, choice.currency);
      if (this.bench.get().customerChoice === choice) this.bench.set({ customer });
    });

  selectLines = (lines: readonly Pick<LineView, 'sheet' | 'row'>[]): Promise<void> =>
    this.selectAreas(lines.map(({ sheet, row }) => ({ sheet, rowIndex: row - 1, columnIndex: 0, rowCount: 1, columnCount: this.ledgerWidth(sheet) })));

  goToLine = (line: Pick<LineView, 'sheet' | 'row'>): Promise<void> => this.selectLines([line]);

  goToIssue = ({ sheet, row, column }: IssueView): Promise<void> => (row === null ? this.goToSheet(sheet) : this.selectAreas([{ sheet, rowIndex: row - 1, columnIndex: columnIndexOf(column), rowCount: 1, columnCount: 1 }]));

  goToSheet = (name: string): Promise<void> => attempt(this.bench, 'show', () => this.parts.port.activate(name));

  followSelection = (): Promise<void> =>
    attempt(this.bench, 'show', async () => {
      await this.parts.port.onSelected((area) => void this.noteSelection(area));
    });

  writeStatement = async (choice: CustomerChoice, form: 'activity' | 'open-item'): Promise<void> => {
    if (this.bench.get().writingStatement) return;
    this.bench.set({ writingStatement: true });
    await attempt(this.bench, 'statement', async () => {
      const { session, port } = this.parts;
      const models = await session.sheets({ statements: [choice.customer], statementForm: form, onlyStatements: true });
      // Only the statement: what people have written in the other sheets since the run stays.
      await port.writeSheets(models, { keep: () => true });
      const resultSheets = await resultSheetsOf(this.bench);
      // A customer of several currencies gets a statement for each; the one that was asked for is shown.
      const model = models.find(({ key }) => key.endsWith(` ${choice.currency}`)) ?? models[0];
      const written = resultSheets.find(({ key }) => key === model?.key);
      this.bench.set({ resultSheets });
      if (written) {
        this.bench.set({ statements: { ...this.bench.get().statements, [statementId(choice)]: written.name } });
        await port.activate(written.name);
      }
      announce(this.bench, 'pane.said.statement');
    });
    this.bench.set({ writingStatement: false });
  };

  openStatement = (choice: CustomerChoice, form: 'activity' | 'open-item'): Promise<void> =>
    attempt(this.bench, 'statement', async () => {
      const { session, port } = this.parts;
      const models = await session.sheets({ statements: [choice.customer], statementForm: form, onlyStatements: true });
      // Few need it, so that what writes files is fetched only here.
      const { modelsToXlsx } = await import('../../workbook/xlsx/models-to-xlsx');
      await port.openAsNewWorkbook(await modelsToXlsx(models));
    });

  writeStatementForSelection = async (): Promise<void> => {
    const { summary, selection, customerChoice } = this.bench.get();
    if (!summary) return this.jobs.findLedgers();
    const name = selection?.traces[0]?.customer;
    const line = summary.customers.find((each) => each.name === name);
    const choice = line ? { customer: line.customer, currency: line.currency } : customerChoice;
    if (!choice) return this.show('customers');
    await this.openCustomer(choice);
    await this.writeStatement(choice, 'open-item');
  };

  copy = (text: string): Promise<void> =>
    attempt(this.bench, 'copy', async () => {
      await this.parts.surroundings.copy(text);
      announce(this.bench, 'pane.said.copied');
    });

  setTheme = (theme: ThemeChoice): void => {
    rememberTheme(this.parts, theme);
    this.bench.set({ theme });
  };

  setCurrency = (currency: string): void => this.bench.set({ currency });

  dismissNotice = (): void => this.bench.set({ notice: null });

  private selectAreas(areas: readonly CellArea[]): Promise<void> {
    return attempt(this.bench, 'show', async () => {
      this.ownSelection = areas;
      this.selecting++;
      try {
        await this.parts.port.select(areas);
      } finally {
        this.selecting--;
      }
    });
  }

  /** Columns from A to the last one with a heading. */
  private ledgerWidth(sheet: string): number {
    const headings = this.bench.get().ledgers?.sheets.find((each) => each.sheet === sheet)?.headings ?? {};
    return Math.max(0, ...Object.keys(headings).map(columnIndexOf)) + 1;
  }

  private async noteSelection(area: CellArea): Promise<void> {
    const { summary, ledgers, job } = this.bench.get();
    if (!summary || !isResting(job) || this.ownSelection.some((own) => sharesRows(own, area))) return;
    if (this.selecting === 0) this.ownSelection = [];
    const isLedger = ledgers?.sheets.some((sheet) => sheet.sheet === area.sheet && sheet.role.endsWith('ledger'));
    if (!isLedger) return this.bench.set({ selection: null });
    await attempt(this.bench, 'show', async () => {
      const rows = Array.from({ length: Math.min(area.rowCount, TRACED_ROWS_MAX) }, (_, i) => area.rowIndex + i + 1);
      this.bench.set({ selection: { area, traces: await this.parts.session.trace(area.sheet, rows) } });
    });
  }

  private get parts(): PaneParts {
    return this.bench.parts;
  }
}

/** A host may answer several selected rows with the first of them, or with the span over all. */
function sharesRows(a: CellArea, b: CellArea): boolean {
  return a.sheet === b.sheet && a.rowIndex < b.rowIndex + b.rowCount && b.rowIndex < a.rowIndex + a.rowCount;
}
