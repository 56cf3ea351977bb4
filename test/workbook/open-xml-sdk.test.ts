/** Microsoft's Open XML SDK reads what we write: a workbook with a fault by its rules Excel may offer to repair. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { modelsToXlsx } from '../../src/workbook/xlsx/models-to-xlsx';
import { resultOf } from '../formulas/recalculate';
import { hasOpenXmlSdk, openXmlFaults } from '../support/open-xml-sdk';
import { planTable, sheetModel } from './support/models';

(hasOpenXmlSdk ? describe : describe.skip)('the Open XML SDK', () => {
  test.each(['en', 'zh-CN', 'zh-TW'] as const)('finds nothing in the results for the %s sample but what the sample has', async (language) => {
    const sample = readFileSync(path.join(__dirname, `../../assets/sample-${language}.xlsx`));
    const faults = openXmlFaults(await resultOf(sample, language === 'en' ? 'activity' : 'open-item'));
    expect(faults).toEqual(openXmlFaults(sample));
  });

  test('finds nothing in a workbook of sheets alone, and what is wrong in a spoilt one', async () => {
    const file = await modelsToXlsx([sheetModel('plan', 'Plan', { cells: [{ rowIndex: 0, columnIndex: 0, content: '甲 <&> 😀' }], tables: [planTable()] })]);
    expect(openXmlFaults(file)).toEqual([]);
    const parts = unzipSync(file);
    const [sheet] = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'));
    const spoilt = new TextDecoder().decode(parts[sheet]).replace('<sheetData>', '<sheetData/><sheetData>');
    expect(openXmlFaults(zipSync({ ...parts, [sheet]: strToU8(spoilt) }))).toEqual([expect.stringContaining('unexpected child element')]);
  });
});
