/** The marks both adapters share: legal in Excel, read back exactly, told apart from the user's names. */
import fc from 'fast-check';
import { anchorMark, asideMark, draftMark, draftTab, finalMark, freeSheetName, freeTableName, isDraftMark, isDraftTab, isPassingMark, keptKey, parseAsideMark, parseDraftMark, parseMark, quotedSheet, sheetMark, SWAPPED_MARK } from '../../src/workbook/names';
import { renameInFormula } from '../../src/workbook/formula-references';

test.each([
  ['plan', 'Duesheet.plan'],
  ['statement:甲', 'Duesheet.statement_003a7532_'],
  ['a_b', 'Duesheet.a_005f_b'],
])('the sheet %s is marked %s', (key, mark) => {
  expect(sheetMark(key)).toBe(mark);
  expect(parseMark(mark)).toEqual({ key, anchor: null });
});

test('an anchor is read back with its sheet', () => {
  expect(parseMark(anchorMark('statement:Acme Ltd.', 'promisedDay'))).toEqual({ key: 'statement:Acme Ltd.', anchor: 'promisedDay' });
});

test.each(['Print_Area', 'Duesheet', 'DuesheetDraft.1', 'Duesheets.plan', 'Duesheet.a.b.c'])('%s is not ours', (name) => {
  expect(parseMark(name)).toBeNull();
});

test('every key makes a legal name and comes back', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'binary' }), fc.stringMatching(/^[a-zA-Z]{1,20}$/), (key, anchor) => {
      const mark = anchorMark(key, anchor);
      expect(mark).toMatch(/^Duesheet\.[A-Za-z0-9_]+\.[A-Za-z0-9_]+$/);
      expect(mark.length).toBeLessThanOrEqual(255);
      expect(parseMark(mark)).toEqual({ key: keptKey(key), anchor });
      expect(keptKey(keptKey(key))).toBe(keptKey(key));
    }),
  );
});

test('two long keys with one beginning stay two', () => {
  const long = '有限责任公司'.repeat(20);
  expect(keptKey(`${long}甲`)).not.toBe(keptKey(`${long}乙`));
});

test('a draft is known as one', () => {
  const mark = { key: 'statement:甲', anchor: 'note' };
  expect(parseDraftMark(draftMark(mark))).toEqual(mark);
  expect(parseMark(draftMark(mark))).toBeNull();
  expect(finalMark(mark)).toBe(anchorMark(mark.key, mark.anchor));
  expect(isDraftMark(sheetMark('draft'))).toBe(false);
});

test('a tab put aside is known by the name it had', () => {
  for (const tab of ['Open items', "Bob's 账", 'x'.repeat(31)]) expect(parseAsideMark(asideMark(tab))).toBe(tab);
  expect([asideMark('Plan'), SWAPPED_MARK, draftMark({ key: 'plan', anchor: null })].every(isPassingMark)).toBe(true);
  expect([sheetMark('plan'), 'DuesheetAsides', 'Plan'].some(isPassingMark)).toBe(false);
});

test('a draft\'s tab is told from others', () => {
  expect([draftTab(3), freeSheetName(draftTab(3), [draftTab(3)])].every(isDraftTab)).toBe(true);
  expect(['Duesheet', 'Duesheet~', 'Duesheet~3a', 'My Duesheet~3'].some(isDraftTab)).toBe(false);
});

test('a taken tab name gets a number and keeps within 31 characters', () => {
  expect(freeSheetName('Plan', ['Ledger'])).toBe('Plan');
  expect(freeSheetName('Plan', ['PLAN', 'Plan (2)'])).toBe('Plan (3)');
  expect(freeSheetName('x'.repeat(31), ['X'.repeat(31)])).toBe(`${'x'.repeat(27)} (2)`);
  expect(freeTableName('OpenItems', ['openitems'])).toBe('OpenItems_2');
});

test.each([
  [`SUM('Open items'!A1:A9)`, `SUM('New'!A1:A9)`],
  [`Plan!A1+plan!B2`, `'It''s new'!A1+'It''s new'!B2`],
  [`IF(A1="'Plan'!A1","Plan!",0)`, `IF(A1="'Plan'!A1","Plan!",0)`],
  [`SUBTOTAL(109,Items[Open])&"Items[Open]"`, `SUBTOTAL(109,Items_2[Open])&"Items[Open]"`],
  [`'My Plan'!A1+Other!A1`, `'My Plan'!A1+Other!A1`],
])('%s becomes %s', (formula, expected) => {
  const sheets = new Map([['open items', 'New'], ['plan', "It's new"]]);
  expect(renameInFormula(formula, sheets, new Map([['items', 'Items_2']]))).toBe(expected);
});

test('a sheet name with an apostrophe is quoted as Excel writes it', () => {
  expect(quotedSheet("It's")).toBe("'It''s'");
});
