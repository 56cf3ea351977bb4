import { MatchColumns } from '../../src/matching/match-columns';
import { LANGUAGES } from '../../src/texts';
import { AllocationColumns } from '../../src/settlement/allocations';
import { modelSheets } from '../../src/reports/model-sheets';
import type { SheetModel } from '../../src/reports/sheet-model';
import { expectLive, expectReadable, expectSound } from './checks';
import { ModelGrid, asText } from './model-grid';
import { smallResult } from './small-result';

const userSheets = ['应收明细账', '宏图对账'];
const sheetsOf = (language: (typeof LANGUAGES)[number] = 'zh-CN') => modelSheets(smallResult(language), { statements: 'all', statementForm: 'activity' });
const sheet = (models: readonly SheetModel[], key: string) => models.find((model) => model.key === key) as SheetModel;

describe('the result sheets, as an accountant reads them', () => {
  const models = sheetsOf();
  test.each(models.filter((model) => model.key !== 'settings').map((model) => [model.key, model] as const))('%s', (_, model) => {
    expect(asText(model)).toMatchSnapshot();
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const models = sheetsOf(language);
  test('every text is there and every name and link is sound', () => expectSound(models, userSheets));
  test('every formula gives the value it carries', () => expect(expectLive(models)).toBeGreaterThan(60));
  test('nothing is cut', () => expectReadable(models));
  test('no sentence has a hole left open', () => {
    for (const model of models) expect(asText(model)).not.toMatch(/\{\w+\}/);
  });
});

test('text from a ledger that looks like a formula stays text', () => {
  const plan = new ModelGrid(sheet(sheetsOf(), 'plan'));
  expect([...plan.cells.values()].map((cell) => cell.content)).toContain('=问财务');
});

test('both sides of the two-sided form end in the same adjusted balance', () => {
  expect(asText(sheet(sheetsOf(), 'two-sided'))).toMatch(/调节后余额 +\| +\| +\| =2,560\.00 +\| +\| 调节后余额 +\| +\| +\| =2,560\.00/);
});

describe('what people wrote is written again', () => {
  const models = sheetsOf();
  test('their notes, their own columns, and those who have paid since', () => {
    const plan = asText(sheet(models, 'plan'));
    for (const text of ['已承诺', '2026-09-20', '=问财务', '片区', '苏南', '已结清客户', '8月已付']) expect(plan).toContain(text);
  });
  test('their columns have no anchor, ours all do', () => {
    const [table, done] = sheet(models, 'plan').tables;
    expect(table.columns.filter((column) => !column.anchored).map((column) => column.heading)).toEqual(['片区']);
    expect(done.columns.filter((column) => column.anchored).every((column) => column.key.startsWith('done.'))).toBe(true);
  });
  test('a rejected match, which is none any more, keeps its decision', () => {
    const result = smallResult();
    const keys = asText(sheet(models, 'settlement'));
    expect(keys).toContain('R-9');
    const decision = { ourKeys: ['gone'], theirKeys: ['too'], decision: 'rejected' as const, note: '不是一笔' };
    const written = modelSheets({ ...result, annotations: { ...result.annotations, matchDecisions: [decision] } }, { statements: 'none', statementForm: 'activity' });
    expect(asText(sheet(written, 'matches'))).toMatch(/已拒绝.*拒绝 +\| 不是一笔/);
  });
  test('what was signed stands first in the log', () => {
    const result = smallResult();
    const reconciliations = [{ customerName: 'Delta Stores Ltd', currency: 'USD', day: result.asOf - 90, signedBy: 'J. Doe', agreedMinor: 12345, note: '' }];
    const written = modelSheets({ ...result, annotations: { ...result.annotations, reconciliations } }, { statements: 'none', statementForm: 'activity' });
    expect(asText(sheet(written, 'reconciliation-log'))).toMatch(/2026-07-02 \| J\. Doe \| +123\.45/);
  });
});

describe('which statements', () => {
  const keys = (models: readonly SheetModel[]) => models.map((model) => model.key).filter((key) => key.startsWith('statement:'));
  test('none, all, or the chosen', () => {
    expect(keys(modelSheets(smallResult(), { statements: 'none', statementForm: 'activity' }))).toEqual([]);
    expect(keys(sheetsOf())).toHaveLength(2);
    expect(keys(modelSheets(smallResult(), { statements: [1], statementForm: 'activity' }))).toEqual(['statement:Delta Stores Ltd']);
  });
  test('only statements, for a workbook of their own', () => {
    const only = modelSheets(smallResult(), { statements: 'all', statementForm: 'open-item', onlyStatements: true });
    expect(only.map((model) => model.key)).toEqual(keys(only));
    expectLive(only);
    expect(asText(only[0])).toMatchSnapshot();
  });
});

describe('where no customer has given its ledger', () => {
  const result = smallResult();
  const accounts = result.reconciliation.accounts.map((account) => ({ ...account, hasTheirs: false }));
  const alone = { ...result, reconciliation: { ...result.reconciliation, accounts, matches: MatchColumns.from([]), items: [] } };
  const models = modelSheets(alone, { statements: 'all', statementForm: 'activity' });
  test('no sheet compares, and none says that both books agree', () => {
    expect(models.map((model) => model.key).filter((key) => ['two-sided', 'differences', 'matches'].includes(key))).toEqual([]);
    for (const model of models) expect(asText(model)).not.toContain('与我方一致');
    expectSound(models, userSheets);
  });
  test('the overview leaves out what would only be dashes', () => expect(asText(sheet(models, 'overview'))).not.toMatch(/对方余额|原因不明/));
  test('a decision about a match is kept all the same', () => {
    const decision = { ourKeys: ['a'], theirKeys: ['b'], decision: 'rejected' as const, note: '' };
    const kept = modelSheets({ ...alone, annotations: { ...alone.annotations, matchDecisions: [decision] } }, { statements: 'none', statementForm: 'activity' });
    expect(asText(sheet(kept, 'matches'))).toContain('拒绝');
  });
});

test('fragments are told apart as if they were sentences', () => {
  expect(asText(sheet(sheetsOf(), 'plan'))).toMatch(/准呆；账龄；金额；距离。/);
  expect(asText(sheet(sheetsOf('en'), 'plan'))).toMatch(/Doubtful\. Age\. Amount\. Distance\./);
});

test('an empty result has sheets that say so', () => {
  const result = smallResult();
  const empty = {
    ...result, reconciliation: { accounts: [], matches: MatchColumns.from([]), items: [], limits: [] }, settlement: { ...result.settlement, allocations: AllocationColumns.from([]), openItems: [] },
    aged: { ...result.aged, items: [], tables: [], provisions: [], keyFigures: [], expectedCash: [] }, plan: { ...result.plan, rows: [], done: [], trips: [], calendar: [], incentives: [] },
  };
  const models = modelSheets(empty, { statements: 'all', statementForm: 'activity' });
  expectSound(models, userSheets);
  expect(asText(sheet(models, 'plan'))).toContain('没有需要催收的客户');
});
