/** Drop-downs: the words a person may choose from in a column or a cell. */
import type { SheetModel } from '../../reports/sheet-model';
import { choiceList, tableRowCount } from '../table-look';
import { rangeReference } from './references';
import type { Area } from './sheet-facts';
import { escapeXml } from './xml-scan';

export function validationsXml({ cells, tables }: SheetModel): string {
  const lists = [
    ...cells.flatMap(({ rowIndex, columnIndex, choices }) => listXml({ rowIndex, columnIndex, rowCount: 1, columnCount: 1 }, choices)),
    ...tables.flatMap((table) => {
      const rowCount = tableRowCount(table) - 1 - (table.totals ? 1 : 0);
      return table.columns.flatMap(({ choices }, i) => listXml({ rowIndex: table.rowIndex + 1, columnIndex: table.columnIndex + i, rowCount, columnCount: 1 }, choices));
    }),
  ];
  return lists.length ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
}

function listXml(area: Area, choices: readonly string[] | undefined): string[] {
  const words = choiceList(choices);
  if (words === null) return [];
  const list = escapeXml(`"${words.replaceAll('"', '""')}"`);
  return [`<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${rangeReference(area)}"><formula1>${list}</formula1></dataValidation>`];
}
