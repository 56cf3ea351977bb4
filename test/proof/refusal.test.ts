/** What does not foot is refused before anything is written, in words that name customer, figure, both values and what to do. */
import { RunRefused, type RunOptions } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { problemOf } from '../../src/taskpane/problem';
import { LANGUAGES, say, type Language } from '../../src/texts';
import { DoesNotFoot } from '../../src/proof/proof';
import { StatementProof, type StatementFigures } from '../../src/proof/prove-statement';
import { modelSheets } from '../../src/reports/model-sheets';
import { settle } from '../../src/settlement/settle';
import { outcomeOf } from './support';

let lost = 0;
jest.mock('../../src/settlement/settle', () => {
  const real = jest.requireActual('../../src/settlement/settle');
  // A settlement that loses the last open item, or a cent of it.
  const losing: typeof settle = (books, options) => {
    const settlement = real.settle(books, options);
    const openItems = [...settlement.openItems];
    if (lost > 0) openItems[0] = { ...openItems[0], openMinor: openItems[0].openMinor - lost };
    return { ...settlement, openItems };
  };
  return { ...real, settle: losing };
});

const OURS = [['Date', 'Doc No', 'Customer', 'Type', 'Debit', 'Credit', 'Currency'], [46023, 'INV-1', 'North Ltd', 'Invoice', 1234.56, null, 'USD'], [46030, 'INV-2', 'North Ltd', 'Invoice', 100, null, 'USD'], [46040, 'REC-1', 'North Ltd', 'Payment', null, 100, 'USD']];
const options = (viewLanguage: Language): RunOptions => ({ sheetLanguage: null, viewLanguage, asOf: null, mappings: { Ledger: { role: 'our-ledger' } }, mappingsByLayout: {}, aliases: {} });

async function sessionWith(rows: typeof OURS) {
  const session = createSession();
  await session.openSheet('Ledger', {});
  await session.appendRows('Ledger', rows);
  return session;
}

async function refusalIn(language: Language): Promise<RunRefused> {
  const session = await sessionWith(OURS);
  const refusal = await session.run(options(language), () => {}, new AbortController().signal).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RunRefused);
  // There is no result to be written.
  await expect(session.sheets({ statements: 'none', statementForm: 'activity' })).rejects.toThrow('Nothing has been run yet');
  return refusal as RunRefused;
}

afterEach(() => (lost = 0));

test.each(LANGUAGES)('a cent lost on the way is refused in %s', async (language) => {
  lost = 1;
  const refusal = await refusalIn(language);
  expect(refusal.reason).toBe('does-not-foot');
  const text = refusal.issues.map((issue) => issue.text).join('\n');
  const figure = say({ code: 'proof.figure.open-items' }, language);
  expect(text).toContain('North Ltd');
  expect(text).toContain(figure);
  expect(text).toMatch(/1,234\.55 USD.*1,234\.56 USD/);
  expect(text).not.toMatch(/[{}]/);
  const problem = problemOf(refusal, 'run');
  expect([problem.happened.code, problem.advice.code]).toEqual(['pane.problem.does-not-foot', 'pane.advice.report-footing']);
  expect(problem.issues).toHaveLength(refusal.issues.length);
  expect(problem.details).toContain(text.split('\n')[0]);
});

test('the same ledger foots where nothing is lost', async () => {
  const session = await sessionWith(OURS);
  expect((await session.run(options('en'), () => {}, new AbortController().signal)).currencies[0].oursMinor).toBe(123456);
});

test.each([
  ['one amount', [[46023, 'INV-1', 'North Ltd', 'Invoice', 1e17, null, 'USD']], 'C', 2],
  ['a sum', [[46023, 'INV-1', 'North Ltd', 'Invoice', 5e13, null, 'USD'], [46023, 'INV-2', 'South Ltd', 'Invoice', 5.1e13, null, 'USD']], 'C', 3],
  ['a debit and a credit that leave little', [[46023, 'INV-1', 'North Ltd', 'Invoice', 6e13, null, 'USD'], [46024, 'REC-2', 'North Ltd', 'Payment', null, 6e13, 'USD']], 'C', 2],
])('%s beyond 2^53 is refused with its row, not rounded', async (_, rows, __, row) => {
  const session = await sessionWith([OURS[0], ...rows] as typeof OURS);
  for (const language of LANGUAGES) {
    const refusal = (await session.run(options(language), () => {}, new AbortController().signal).catch((error: unknown) => error)) as RunRefused;
    expect(refusal).toBeInstanceOf(RunRefused);
    expect(refusal.issues).toEqual([expect.objectContaining({ sheet: 'Ledger', row, severity: 'error', text: expect.stringContaining('90,071,992,547,409.91') })]);
  }
  // The ledgers view says so before anything is run.
  expect((await session.inspect(options('en'))).canRun).toBe(false);
});

describe('a statement', () => {
  const result = () => outcomeOf([{ day: 46023, document: 'XS-1', amountMinor: 6000, customer: 'North' }, { day: 46050, document: 'XS-1', amountMinor: 5900, customer: 'North', side: 'theirs' }, { day: 46051, document: 'SK-1', amountMinor: -1000, customer: 'North' }]);
  const statements = (of: ReturnType<typeof result>, statementForm: 'activity' | 'open-item') => () => modelSheets(of, { statements: 'all', statementForm, onlyStatements: true });

  test.each(['activity', 'open-item'] as const)('(%s) that foots is printed', (form) => {
    expect(statements(result(), form)()).toHaveLength(1);
  });

  test.each([
    ['open-item', 'proof.figure.statement-closing', (of: ReturnType<typeof result>) => ({ ...of, aged: { ...of.aged, items: of.aged.items.map((each) => ({ ...each, item: { ...each.item, openMinor: each.item.openMinor + 1 } })) } })],
    ['activity', 'proof.figure.statement-difference', (of: ReturnType<typeof result>) => ({ ...of, reconciliation: { ...of.reconciliation, items: of.reconciliation.items.map((item) => ({ ...item, amountMinor: item.amountMinor - 1 })) } })],
    ['activity', 'proof.figure.statement-aging', (of: ReturnType<typeof result>) => ({ ...of, aged: { ...of.aged, items: of.aged.items.map((each) => ({ ...each, bucket: 99 })) } })],
  ] as const)('(%s) whose %s is not what the ledger says is refused', (form, figure, spoil) => {
    let thrown: unknown;
    try {
      statements(spoil(result()), form)();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DoesNotFoot);
    expect((thrown as DoesNotFoot).messages.map(({ values }) => (values?.figure as { term: string }).term)).toContain(figure);
  });

  test('each figure that it prints, changed by one in turn, is found', () => {
    const figures: StatementFigures = { customer: 0, currency: 'CNY', activity: { fromDay: 46024, openingMinor: 6000, debitsMinor: 0, creditsMinor: 1000 }, closingMinor: 5000, agingMinor: [5000, 0, 0, 0, 0, 0, 0], differenceMinor: -900 };
    const findings = (change: Partial<StatementFigures>) => {
      const proof = new StatementProof(result());
      proof.check({ ...figures, ...change });
      return () => proof.conclude();
    };
    const { activity } = figures;
    expect(findings({})).not.toThrow();
    for (const wrong of [
      { closingMinor: 5001 }, { differenceMinor: -899 }, { agingMinor: [5001, 0, 0, 0, 0, 0, 0] }, { agingMinor: [4999, 1, 0, 0, 0, 0, 0] },
      { activity: { ...activity!, openingMinor: 5999 } }, { activity: { ...activity!, debitsMinor: 1 } }, { activity: { ...activity!, creditsMinor: 999 } }, { activity: { ...activity!, fromDay: 46000 } },
    ]) expect(findings(wrong)).toThrow(DoesNotFoot);
  });
});
