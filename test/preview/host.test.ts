/** The real office.js against the stand-in: what an add-in does, and what Excel refuses. */
import { createExcelHost, newWorkbook, type ExcelHost } from '../../src/preview/host';
import { connectOfficeJs } from '../support/office-js';

let host: ExcelHost;

beforeEach(() => {
  host = createExcelHost({ workbook: newWorkbook('Ledger') });
  connectOfficeJs(host);
});

async function refusal(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<OfficeExtension.Error> {
  return Excel.run(work).then(
    () => {
      throw new Error('The stand-in let it through.');
    },
    (error: OfficeExtension.Error) => error,
  );
}

test('values are written and read back', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    sheet.getRange('B2:C3').values = [['甲', 1.5], [true, '']];
    const used = sheet.getUsedRange(true).load('address,values,rowIndex');
    await context.sync();
    expect(used.address).toBe('Ledger!B2:C3');
    expect(used.values).toEqual([['甲', 1.5], [true, '']]);
    expect(used.rowIndex).toBe(1);
  });
});

test('a null leaves a cell alone, an empty text clears it', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ledger').getRange('A1:B1');
    range.values = [['a', 'b']];
    range.values = [[null, '']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['a', '']]);
  });
});

test.each([
  ['=1+1', '=1+1'],
  ['+A1', '=+A1'],
  ['-A1', '=-A1'],
])('the text %s becomes the formula %s', async (text, formula) => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ledger').getRange('B1');
    range.values = [[text]];
    range.load('formulas');
    await context.sync();
    expect(range.formulas).toEqual([[formula]]);
  });
});

test.each([["'=1+1", '=1+1'], ["'0012", '0012'], ['2026.01.11', '2026.01.11'], ['1,234.50', 1234.5], ['12%', 0.12], ['true', true], ['-5', -5]])('%s is kept as %p', async (text, value) => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ledger').getRange('B1');
    range.values = [[text]];
    range.load('values,formulas');
    await context.sync();
    expect(range.values).toEqual([[value]]);
    expect(range.formulas).toEqual([[value]]);
  });
});

test('a cell formatted as text keeps what looks like a formula', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ledger').getRange('A1');
    range.numberFormat = [['@']];
    range.values = [['=1+1']];
    range.load('values,formulas,numberFormat');
    await context.sync();
    expect(range.values).toEqual([['=1+1']]);
    expect(range.numberFormat).toEqual([['@']]);
  });
});

test('a sheet that does not exist is not found, or null where that was asked', async () => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Nobody').load('name');
    await context.sync();
  });
  expect(error.code).toBe('ItemNotFound');
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nobody');
    await context.sync();
    expect(sheet.isNullObject).toBe(true);
  });
});

test('values of the wrong size are refused, and the error says where', async () => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1:B1').values = [[1]];
    await context.sync();
  });
  expect(error.code).toBe('InvalidArgument');
  expect(error.debugInfo.errorLocation).toBe('Range.values');
});

test('what came before a refused action stays done', async () => {
  const error = await refusal(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    sheet.getRange('A1').values = [['done']];
    sheet.name = 'a/b';
    await context.sync();
  });
  expect(error.code).toBe('InvalidArgument');
  expect(host.cell(host.activeSheet, 0, 0).text).toBe('done');
});

test.each(['', 'x'.repeat(32), 'a:b', 'a\\b', 'a/b', 'a?b', 'a*b', 'a[b', 'a]b', "'a", "a'", 'History'])('"%s" is no name for a sheet', async (name) => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').name = name;
    await context.sync();
  });
  expect(error.code).toBe('InvalidArgument');
});

test('two sheets cannot share a name, whatever its capitals', async () => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.add('LEDGER');
    await context.sync();
  });
  expect(error.code).toBe('ItemAlreadyExists');
});

test('a protected sheet refuses values, formats and tables', async () => {
  host.activeSheet.isProtected = true;
  for (const change of [(range: Excel.Range) => (range.values = [[1]]), (range: Excel.Range) => (range.format.font.bold = true), (range: Excel.Range) => range.worksheet.tables.add(range, true)]) {
    const error = await refusal(async (context) => {
      change(context.workbook.worksheets.getItem('Ledger').getRange('A1'));
      await context.sync();
    });
    expect(error.code).toBe('AccessDenied');
  }
});

test('a method that the stand-in lacks is an error that names it', async () => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1').flashFill();
    await context.sync();
  });
  expect(error.code).toBe('ApiNotFound');
  expect(error.message).toContain('Range.flashFill');
});

test('a request over 5 MB is refused whole', async () => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1:A6').values = Array.from({ length: 6 }, () => ['x'.repeat(1024 * 1024)]);
    await context.sync();
  });
  expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
  expect(host.cell(host.activeSheet, 0, 0).text).toBe('');
});

test('an answer over 5 MB is refused', async () => {
  for (let row = 0; row < 6; row++) host.activeSheet.cells.setValue(row, 0, String(row).repeat(1024 * 1024));
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1:A6').load('values');
    await context.sync();
  });
  expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('more than five million cells cannot be read at once', async () => {
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1:E1000001').load('values');
    await context.sync();
  });
  expect(error.code).toBe('RequestAborted');
});

test('while a cell is edited calls fail, unless they asked to wait', async () => {
  host.beginCellEdit();
  const error = await refusal(async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(error.code).toBe('InvalidOperationInCellEditMode');
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem('Ledger').getRange('A1').values = [[2]];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(host.cell(host.activeSheet, 0, 0).text).toBe('');
  host.endCellEdit();
  await waiting;
  expect(host.cell(host.activeSheet, 0, 0).text).toBe('2');
});

test('renaming a sheet or a table carries formulas and names along', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    sheet.getRange('A1:A2').values = [['Amount'], [5]];
    const table = sheet.tables.add('A1:A2', true);
    table.name = 'Old';
    context.workbook.names.add('Mark', sheet.getRange('A2'));
    const other = context.workbook.worksheets.add('Sums');
    other.getRange('A1:A2').formulas = [['=SUM(Old[Amount])'], ['=Ledger!A2']];
    table.name = 'New';
    sheet.name = "It's";
    const formulas = other.getRange('A1:A2').load('formulas');
    const name = context.workbook.names.getItem('Mark').load('formula');
    await context.sync();
    expect(formulas.formulas).toEqual([['=SUM(New[Amount])'], ["='It''s'!A2"]]);
    expect(name.formula).toBe("='It''s'!$A$2");
  });
});

test('formats, borders, widths and links show in the grid', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    const range = sheet.getRange('A1:B2');
    range.numberFormat = [['#,##0.00', '#,##0.00'], ['#,##0.00', '#,##0.00']];
    range.values = [[1234.5, -1], [0, 2]];
    range.format.font.bold = true;
    range.format.fill.color = '#0F766E';
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    sheet.getRange('A:A').format.columnWidth = 90;
    sheet.getRange('B1').hyperlink = { documentReference: "'Ledger'!A2", screenTip: 'there' };
    await context.sync();
  });
  const view = host.cell(host.activeSheet, 0, 0);
  expect(view.text).toBe('1,234.50');
  expect(view.format).toMatchObject({ bold: true, fill: '#0F766E', borders: {} });
  expect(host.cell(host.activeSheet, 1, 0).format.borders.EdgeBottom).toMatchObject({ style: 'Continuous' });
  expect(host.activeSheet.columnWidth(0)).toBe(90);
  expect(host.cell(host.activeSheet, 0, 1).link).toBe("'Ledger'!A2");
});

test('the pane hears of an edit by hand, and not of its own while events are off', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event.address));
    await context.sync();
  });
  await host.edit(host.activeSheet.id, 2, 1, '7');
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('Ledger').getRange('A1').values = [[1]];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual(['B3']);
});

test('it counts syncs and bytes each way', async () => {
  host.resetTraffic();
  await Excel.run(async (context) => {
    context.workbook.worksheets.load('items/name');
    await context.sync();
  });
  expect(host.traffic.syncs).toBe(1);
  expect(host.traffic.requestBytes).toBeGreaterThan(100);
  expect(host.traffic.responseBytes).toBeGreaterThan(20);
});
