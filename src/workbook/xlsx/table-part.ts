/** An Excel table over a model's rows: where it stands, its columns, its filters and totals. */
import type { CellContent, TableModel } from '../../reports/sheet-model';
import { tableRowCount } from '../table-look';
import { rangeReference } from './references';
import { escapeXml } from './xml-scan';

/** Headings as Excel wants them: none empty, none twice (without regard to capitals). */
export function headingsOf(table: TableModel): readonly string[] {
  const used = new Set<string>();
  return table.columns.map(({ heading, key }) => {
    const wanted = heading === '' ? key : heading;
    let name = wanted;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wanted} ${number}`;
    used.add(name.toLowerCase());
    return name;
  });
}

/** The table part. `id` and `name` must be the workbook's only ones; formulas are already renamed for it. */
export function tableXml(table: TableModel, id: number, name: string, renamed: (formula: string) => string): string {
  const { rowIndex, columnIndex, totals, filters } = table;
  const columnCount = table.columns.length;
  const whole = { rowIndex, columnIndex, rowCount: tableRowCount(table), columnCount };
  const filtered = { ...whole, rowCount: whole.rowCount - (totals ? 1 : 0) };
  const headings = headingsOf(table);
  const columns = table.columns.map(({ total }, i) => columnXml(i + 1, headings[i], totals ? total : undefined, renamed));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${rangeReference(whole)}"${totals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
    `${filters ? `<autoFilter ref="${rangeReference(filtered)}"/>` : ''}<tableColumns count="${columnCount}">${columns.join('')}</tableColumns>` +
    // No table style: the cells carry the report's own.
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

function columnXml(id: number, heading: string, total: CellContent | undefined, renamed: (formula: string) => string): string {
  // In a column's name a line break is written out (ECMA-376, ST_Xstring).
  const head = `<tableColumn id="${id}" name="${escapeXml(heading).replaceAll('\r', '').replaceAll('\n', '_x000a_')}"`;
  if (typeof total === 'string' && total !== '') return `${head} totalsRowLabel="${escapeXml(total)}"/>`;
  if (total !== null && typeof total === 'object') return `${head} totalsRowFunction="custom"><totalsRowFormula>${escapeXml(renamed(total.formula))}</totalsRowFormula></tableColumn>`;
  return `${head}/>`;
}
