/** Drop-downs: the words a person may choose from in a column or a cell. */
import type { SheetModel } from '../../reports/sheet-model';
import { rangeReference } from './references';
import type { Area } from './sheet-facts';
import { bodyRowCount } from './table-part';
import { escapeXml } from './xml-scan';

/** Excel keeps a list of words up to this length; a longer one would make it repair the file. */
const LIST_LENGTH_MAX = 255;

export function validationsXml({ cells, tables }: SheetModel): string {
  const lists = [
    ...cells.flatMap(({ rowIndex, columnIndex, choices }) => listXml({ rowIndex, columnIndex, rowCount: 1, columnCount: 1 }, choices)),
    ...tables.flatMap((table) => table.columns.flatMap(({ choices }, i) => listXml({ rowIndex: table.rowIndex + 1, columnIndex: table.columnIndex + i, rowCount: bodyRowCount(table), columnCount: 1 }, choices))),
  ];
  return lists.length ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
}

/** None where the words do not fit into a list: the cell then takes any text. */
function listXml(area: Area, choices: readonly string[] | undefined): string[] {
  if (!choices?.length) return [];
  const words = choices.join(',');
  if (words.length > LIST_LENGTH_MAX || choices.some((choice) => choice.includes(','))) return [];
  const list = escapeXml(`"${words.replaceAll('"', '""')}"`);
  return [`<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${rangeReference(area)}"><formula1>${list}</formula1></dataValidation>`];
}
