import { toWire, WireSheets } from '../../src/engine/wire';
import type { SheetModel, TableModel } from '../../src/reports/sheet-model';

const model: SheetModel = {
  key: 'matches',
  name: 'Matches',
  columnWidths: [10, 12],
  cells: [{ rowIndex: 0, columnIndex: 0, content: 'Matches' }],
  tables: [
    {
      name: 'T', rowIndex: 2, columnIndex: 0, filters: true, rowCount: 3,
      columns: [{ key: 'document', heading: 'Document' }, { key: 'amount', heading: 'Amount' }],
      row: (i) => [`D${i}`, i * 10],
      rowStyle: (i) => (i === 1 ? { bold: true } : undefined),
      cellStyle: (i, key) => (i === 2 && key === 'amount' ? { color: 'C00000' } : undefined),
      link: (i, key) => (key === 'document' ? { sheet: 'Ledger', rowIndex: i, columnIndex: 0 } : undefined),
    },
  ],
  showGridLines: true,
  tabColor: '0B5A63',
  print: { orientation: 'portrait' },
};

/** As two threads exchange them: every part a message of its own. */
function exchanged(models: readonly SheetModel[]): readonly SheetModel[] {
  const received = new WireSheets();
  for (const part of toWire(models)) received.add(structuredClone(part));
  return received.models;
}

function expectSame(table: TableModel, sent: TableModel): void {
  for (let i = 0; i < sent.rowCount; i++) {
    expect(table.row(i)).toEqual(sent.row(i));
    expect(table.rowStyle?.(i)).toEqual(sent.rowStyle?.(i));
    for (const { key } of sent.columns) {
      expect(table.cellStyle?.(i, key)).toEqual(sent.cellStyle?.(i, key));
      expect(table.link?.(i, key)).toEqual(sent.link?.(i, key));
    }
  }
}

describe('sheet models on the wire', () => {
  it('arrive as they were sent', () => {
    const bare: SheetModel = { ...model, key: 'notes', name: 'Notes', tables: [] };
    const [first, second, third] = exchanged([model, bare, model]);
    expectSame(first.tables[0], model.tables[0]);
    expect({ ...second, tables: [] }).toEqual({ ...bare, tables: [] });
    expectSame(third.tables[0], model.tables[0]);
    expect(Object.keys(first.tables[0]).sort()).toEqual(Object.keys(model.tables[0]).sort());
  });

  it('go in parts that no thread is long at, in the order of their rows', () => {
    const [small] = model.tables;
    const large: SheetModel = { ...model, tables: [{ ...small, rowCount: 12_000, link: (i, key) => (i % 3 === 0 && key === 'amount' ? { sheet: 'Ledger', rowIndex: i, columnIndex: 1 } : undefined) }, small] };
    const parts = [...toWire([large])];
    expect(Math.max(...parts.map((part) => ('rows' in part ? part.rows.length * 2 : 0)))).toBeLessThanOrEqual(10_000);
    expect(parts).toHaveLength(6);
    const [received] = exchanged([large]);
    received.tables.forEach((table, i) => expectSame(table, large.tables[i]));
  });

  it('so do placed cells, of which a form for each customer has many', () => {
    const cells = Array.from({ length: 4000 }, (_, rowIndex) => ({ rowIndex, columnIndex: 0, content: rowIndex }));
    const parts = [...toWire([{ ...model, cells }, model])];
    expect(Math.max(...parts.map((part) => ('cells' in part ? part.cells.length : 0)))).toBeLessThanOrEqual(1_500);
    expect(exchanged([{ ...model, cells }, model]).map((sheet) => sheet.cells)).toEqual([cells, model.cells]);
  });
});
