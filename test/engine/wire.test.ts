import { fromWire, toWire } from '../../src/engine/wire';
import type { SheetModel } from '../../src/reports/sheet-model';

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

describe('a sheet model on the wire', () => {
  it('arrives as it was sent, through a structured clone', () => {
    const [table] = fromWire(structuredClone(toWire(model))).tables;
    const [sent] = model.tables;
    for (let i = 0; i < sent.rowCount; i++) {
      expect(table.row(i)).toEqual(sent.row(i));
      expect(table.rowStyle?.(i)).toEqual(sent.rowStyle?.(i));
      for (const { key } of sent.columns) {
        expect(table.cellStyle?.(i, key)).toEqual(sent.cellStyle?.(i, key));
        expect(table.link?.(i, key)).toEqual(sent.link?.(i, key));
      }
    }
  });
});
