/** Workbooks as other programs leave them: results go into each of them, and a second program can open it. */
import { readXlsx } from 'hucre/xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { StyleBook } from '../../src/workbook/xlsx/style-book';
import { LIBREOFFICE_TIMEOUT_MS, convertWithLibreOffice } from '../support/libreoffice';
import { planModel } from './support/models';
import { partsOf, textOfPart, withParts } from './support/package-parts';
import { LEDGER, userWorkbook } from './support/user-workbook';

jest.setTimeout(LIBREOFFICE_TIMEOUT_MS);

/** Puts the main namespace on a prefix, as the Open XML SDK does. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?![?!])(?=[a-zA-Z]+[\s>/])/g, '<$1x:').replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"', 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"');
}

const ODD: Readonly<Record<string, (file: Uint8Array) => Uint8Array>> = {
  'with a namespace prefix on every tag': (file) => withParts(file, { 'xl/workbook.xml': prefixed, 'xl/styles.xml': prefixed }),
  'without names and views': (file) => withParts(file, { 'xl/workbook.xml': (xml) => xml.replace(/<definedNames>.*<\/definedNames>/, '').replace(/<bookViews>.*<\/bookViews>/, '') }),
  'without styles': (file) =>
    withParts(file, {
      'xl/styles.xml': null,
      'xl/_rels/workbook.xml.rels': (xml) => xml.replace(/<Relationship [^>]*styles\.xml"\/>/, ''),
      '[Content_Types].xml': (xml) => xml.replace(/<Override PartName="\/xl\/styles\.xml"[^>]*>/, ''),
    }),
  'with references from the root and other capitals': (file) =>
    withParts(file, { 'xl/_rels/workbook.xml.rels': (xml) => xml.replaceAll('Target="worksheets/', 'Target="/xl/Worksheets/') }),
  'with a byte order mark and single quotes': (file) =>
    withParts(file, { 'xl/workbook.xml': (xml) => `\ufeff${xml.replace(/<sheet name="Rates" sheetId="(\d+)" state="hidden"/, "<sheet name='Rates' sheetId='$1' state='hidden'")}` }),
};

test.each(Object.keys(ODD))('a workbook %s', async (kind) => {
  const workbook = await openXlsxWorkbook(ODD[kind](await userWorkbook()));
  await workbook.writeSheets([planModel()]);
  await workbook.remember({ language: 'en' });
  const file = await workbook.save();
  const calculated = await readXlsx(await convertWithLibreOffice(file, 'xlsx'), { readStyles: true });
  expect(calculated.sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([[LEDGER, false], ["Bob's notes", false], ['Rates', true], ['Empty', false], ['Plan', false]]);
  expect(calculated.sheets[4].cells?.get('0,0')?.style?.font).toMatchObject({ bold: true, size: 15 });
  expect(calculated.sheets[4].rows[1][1]).toBe(601.5);
  // And a second run finds the first.
  await workbook.writeSheets([planModel()]);
  expect((await workbook.listSheets()).map(({ name }) => name)).toContain('Plan');
  expect(partsOf(await workbook.save()).size).toBe(partsOf(file).size);
});

describe('styles', () => {
  test('start from the body font of the workbook', async () => {
    const song = withParts(await userWorkbook(), { 'xl/styles.xml': (xml) => xml.replace(/<font>.*?<\/font>/, '<font><sz val="10"/><name val="宋体"/><charset val="134"/></font>') });
    const workbook = await openXlsxWorkbook(song);
    await workbook.writeSheets([planModel()]);
    const styles = textOfPart(await workbook.save(), 'xl/styles.xml');
    expect(styles).toContain('<font><b/><sz val="14"/><name val="宋体"/><charset val="134"/></font>');
  });

  test('that are the same share a number; the plain one is the workbook\'s own', () => {
    const book = new StyleBook(null);
    expect(book.idOf({})).toBe(0);
    expect(book.idOf({ bold: true, color: '0B5A63' })).toBe(book.idOf({ color: '0B5A63', bold: true }));
    expect(book.idOf({ bold: true })).not.toBe(book.idOf({ bold: true }, { quoted: true }));
    expect(new StyleBook(book.toXml()).idOf({ bold: true, color: '0B5A63' })).toBe(book.idOf({ bold: true, color: '0B5A63' }));
  });

  test('count what their lists hold', () => {
    const book = new StyleBook(null);
    for (const sizeStep of [1, 2, 3]) book.idOf({ sizeStep, fill: `0000${sizeStep}0`, borderTop: 'hair', numberFormat: `0.${'0'.repeat(sizeStep + 2)}` });
    const xml = book.toXml();
    for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs']) {
      const [, count, content] = new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`).exec(xml) ?? [];
      const entry = { numFmts: 'numFmt', fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf' }[list];
      expect(content.match(new RegExp(`<${entry}[ >/]`, 'g'))).toHaveLength(Number(count));
    }
    expect(xml.indexOf('<numFmts')).toBeLessThan(xml.indexOf('<fonts'));
  });
});
