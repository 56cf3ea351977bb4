/** The sheets of whole workbooks: they foot, their formulas agree, and a statement ends in the balance. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from '../../src/engine/reconcile';
import { modelSheets } from '../../src/reports/model-sheets';
import type { Result } from '../../src/reports/result';
import { gridsOfFile } from '../support/grids';
import { expectLive, expectReadable, expectSound } from './checks';
import { ModelGrid } from './model-grid';

const folder = join(__dirname, '../../../shared/cases');
const cases = ['huaxing-cn', 'acme-en', 'huaxing-tw'];

const resultOf = async (name: string): Promise<Result> => reconcile(await gridsOfFile(join(folder, `${name}.xlsx`)));

if (!existsSync(folder)) {
  test('the shared cases are absent here: their sheets are not checked', () => expect(existsSync(folder)).toBe(false));
} else {
  describe.each(cases)('%s', (name) => {
    let result: Result;
    beforeAll(async () => { result = await resultOf(name); }, 60_000);

    test('names, links and tables are sound; nothing is cut; every formula gives the value it carries', () => {
      const models = modelSheets(result, { statements: 'all', statementForm: 'activity' });
      expectSound(models, result.books.sheetNames);
      expectReadable(models);
      expect(expectLive(models)).toBeGreaterThan(500);
    });

    test.each(['activity', 'open-item'] as const)('each statement (%s) ends in the balance of our ledger', (statementForm) => {
      const statements = modelSheets(result, { statements: 'all', statementForm, onlyStatements: true });
      expectLive(statements);
      statements.forEach((model, i) => {
        const balances = [...new ModelGrid(model).cells.values()].filter(({ style }) => style.borderBottom === 'double').map(({ content }) => (content !== null && typeof content === 'object' ? content.value : content));
        expect(balances).toEqual([result.reconciliation.accounts[i].ours.closingMinor / 100]);
      });
    });
  });
}
