import { resultJson } from '../../src/reports/result-json';
import { smallResult } from './small-result';

describe('the result as JSON', () => {
  const json = JSON.parse(JSON.stringify(resultJson(smallResult('en'))));

  test('amounts are in major units, days are ISO, rows count from 1', () => {
    expect(json).toMatchObject({ schema: 1, asOf: '2026-09-30', stats: { entries: 10, milliseconds: { match: 2 } } });
    expect(json.customers[0]).toEqual({
      customer: '苏州宏图家电商贸有限公司', currency: 'CNY', ours: { opening: 2000, closing: 2860 }, theirs: { opening: 2000, closing: 1560 }, difference: 1300,
      reconcilingItems: [
        { category: 'in-transit-goods', amount: 1000, rows: [{ sheet: '应收明细账', row: 5 }] },
        { category: 'deduction-not-credited', amount: 300, rows: [{ sheet: '宏图对账', row: 4 }] },
      ],
    });
  });
  test('a match names both sides', () => {
    expect(json.matches[0]).toEqual({ ours: [{ sheet: '应收明细账', row: 2 }, { sheet: '应收明细账', row: 3 }], theirs: [{ sheet: '宏图对账', row: 2 }], status: 'confirmed', rule: 'document-number', confidence: 0.999, difference: 0 });
  });
  test('what is on account is a negative open item', () => {
    expect(json.openItems.at(-1)).toMatchObject({ customer: 'Delta Stores Ltd', document: 'R-10', open: -50, bucket: 'not-due' });
    expect(json.openItems[1]).toMatchObject({ document: 'S-1', product: '彩电', original: 500, open: 500, dueDate: '2026-08-08', daysOverdue: 53, bucket: '31-60', class: 'collectible', likelihood30: 0.5, expectedDate: '2026-10-20' });
  });
  test('allocations and the plan say what and why', () => {
    expect(json.allocations).toEqual([{ credit: { sheet: '应收明细账', row: 4 }, debit: { sheet: '应收明细账', row: 1 }, amount: 1000 }]);
    expect(json.plan[0]).toMatchObject({ rank: 1, action: 'manager-visit', date: '2026-10-12', amount: 1860, points: 47.5, reasons: [{ factor: 'age', points: 30, text: 'Age' }, {}, {}] });
  });
});
