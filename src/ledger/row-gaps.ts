import type { SheetIssue } from './books';
import type { CellReader } from './cell-reader';
import type { ColumnMap } from './columns';
import type { RowCells } from './row-cells';
import type { Table } from './tables';
import { isOfNoUse } from './vocabulary/headings';
import type { Message } from '../texts';
import type { CurrencyCode } from '../units/money';

/** So many rows left out in one column are no accident. */
const UNREAD_ROWS_LEAST = 2;

/** What the rows of a table do not say, counted while they are read and told once at the end. */
export class RowGaps {
  private currencies = { count: 0, firstRow: -1, lastRow: -1 };
  /** Rows left out although a column that is not read prints an amount in them; by column. */
  private readonly unread = new Map<number, { count: number; readonly firstRow: number }>();
  private readonly taken: ReadonlySet<number>;

  constructor(
    private readonly context: { readonly table: Table; readonly columns: ColumnMap; readonly reader: CellReader; readonly currency: CurrencyCode },
    private readonly cells: RowCells,
  ) {
    this.taken = new Set([...context.columns.values()].flat());
  }

  noCurrency(row: number): void {
    const { count, firstRow, lastRow } = this.currencies;
    if (row !== lastRow) this.currencies = { count: count + 1, firstRow: firstRow < 0 ? row : firstRow, lastRow: row };
  }

  /** A dated row without an amount where one is read may have it in a column that is not. */
  leaveOut(row: number): void {
    const { table, reader } = this.context;
    for (let c = 0; c < table.grid.columnCount; c++) {
      const amount = this.taken.has(c) || table.headings[c] === '' || isOfNoUse(table.headings[c]) ? Number.NaN : reader.amount(row, c);
      if (!Number.isFinite(amount) || amount === 0) continue;
      const unread = this.unread.get(c);
      if (unread) unread.count++;
      else this.unread.set(c, { count: 1, firstRow: row });
    }
  }

  issues(): SheetIssue[] {
    const { at } = this.cells;
    const { count, firstRow } = this.currencies;
    const issues: SheetIssue[] = [];
    // In a ledger of several currencies a row that names none may be in any of them.
    if (count > 0 && this.cells.namesOtherCurrency) issues.push(this.issue(firstRow, at.currency, 'ledger.blank-currency', { count, currency: this.context.currency }));
    // The user has to know where nothing but words tells what adds and what takes off.
    if (this.cells.amountSigns.isByKind) issues.push(this.issue(null, at.amount, 'ledger.signs-by-kind'));
    for (const [column, unread] of this.unread) if (unread.count >= UNREAD_ROWS_LEAST) issues.push(this.issue(unread.firstRow, column, 'ledger.unread-amounts', { count: unread.count }));
    return issues;
  }

  private issue(row: number | null, column: number, code: string, values: Message['values'] = {}): SheetIssue {
    const { grid } = this.context.table;
    return { severity: 'warning', sheet: grid.sheet, row: row === null ? null : grid.sheetRow(row), column: grid.columnLetters(column), message: { code, values } };
  }
}
