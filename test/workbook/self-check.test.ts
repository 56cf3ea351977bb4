/** The self-check finds a good Excel good, says what a bad one does, and leaves nothing but its report. */
import { createExcelHost, openWorkbookFile, type Workbook } from '../../src/preview/host';
import { LANGUAGES, say } from '../../src/texts';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { checkWorkbook } from '../../src/workbook/self-check';
import { usersSheets } from '../faults/support/content';
import { nodeCalculation } from '../support/calculation';
import { connectOfficeJs } from '../support/office-js';
import { planModel } from './support/models';
import { userWorkbook } from './support/user-workbook';

const port = openOfficeWorkbook();

async function opened(spoil: (body: string) => string = (body) => body): Promise<Workbook> {
  const workbook = await openWorkbookFile(await userWorkbook(), 'user.xlsx');
  const host = createExcelHost({ workbook, calculation: nodeCalculation() });
  const real = host.processQuery.bind(host);
  host.processQuery = (body, flags) => real(spoil(body), flags);
  connectOfficeJs(host);
  return workbook;
}

test.each(LANGUAGES)('a good Excel passes, and keeps the report in %s beside everything it had', async (language) => {
  const workbook = await opened();
  await port.writeSheets([planModel()]);
  const [tabs, users] = [workbook.sheets.map(({ name }) => name), usersSheets(workbook)];
  const findings = await checkWorkbook(port, language);
  expect(findings.filter(({ isKept }) => !isKept)).toEqual([]);
  expect(findings).toHaveLength(10);
  expect(workbook.sheets.map(({ name }) => name)).toEqual([...tabs, say({ code: 'self-check.sheet' }, language)]);
  expect(usersSheets(workbook)).toBe(users);
  expect(await port.remembered()).toEqual({});
});

test('checked twice it keeps one report', async () => {
  const workbook = await opened();
  await checkWorkbook(port, 'en');
  await checkWorkbook(port, 'en');
  expect(workbook.sheets.filter(({ name }) => name.startsWith('Self-check') || name.startsWith('Duesheet'))).toHaveLength(1);
});

test('an Excel that makes numbers of texts is found out', async () => {
  await opened((body) => body.replace(`"'00123"`, '"00123"'));
  const findings = await checkWorkbook(port, 'en');
  expect(findings.filter(({ isKept }) => !isKept)).toEqual([{ promised: 'texts', isKept: false, found: expect.stringContaining('123') }]);
});
