import fc from 'fast-check';
import { collectionTexts } from '../../src/texts/collection';
import { reportHeadingsTexts } from '../../src/texts/report-headings';
import { reportsTexts } from '../../src/texts/reports';
import { termTexts } from '../../src/texts/terms';
import { amountInCapitals } from '../../src/reports/amount-in-capitals';
import { fitsOnePage, orientationFor, pageBreaks } from '../../src/reports/page-breaks';
import { SheetNames } from '../../src/reports/sheet-names';
import { clipped, headingLineCount, headingWidth, lineCount, listed, numberWidth, textWidth } from '../../src/reports/text-width';
import { valueStepOf } from '../../src/reports/charts';
import { adjustedSide, twoSided } from '../../src/reports/two-sided';
import { CATEGORIES, type Account, type ReconcilingItem } from '../../src/matching/reconciliation';

describe('tab names', () => {
  const name = (wanted: string) => new SheetNames((key) => key).nameOf(wanted);
  test.each([
    ['Statement A/B: [north]?', 'Statement A B north'],
    ["'quoted'", 'quoted'],
    ['***', '-'],
    ['a very long name that Excel would refuse', 'a very long name that Excel wou'],
  ])('%s becomes %s', (wanted, legal) => expect(name(wanted)).toBe(legal));
  test('capitals do not tell two tabs apart', () => {
    const names = new SheetNames((key) => key);
    expect([names.nameOf('Plan'), names.nameOf('PLAN'), names.nameOf('Plan')]).toEqual(['Plan', 'PLAN (2)', 'Plan']);
  });
  test('whatever the customers are called, names are legal and unique', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }), (keys) => {
        const names = new SheetNames((key) => key);
        const made = keys.map((key) => names.nameOf(key));
        expect(new Set(made.map((text) => text.toLowerCase())).size).toBe(keys.length);
        for (const text of made) expect([text.length <= 31 && text.length > 0, /[[\]:*?/\\]|^'|'$/.test(text)]).toEqual([true, false]);
      }),
    );
  });
});

describe('amount in capitals', () => {
  test.each([
    [1234560, 'CNY', 'zh-CN', '人民币壹万贰仟叁佰肆拾伍元陆角整'],
    [10000, 'CNY', 'zh-CN', '人民币壹佰元整'],
    [0, 'CNY', 'zh-CN', '人民币零元整'],
    [305, 'CNY', 'zh-CN', '人民币叁元零伍分'],
    [-285636621, 'CNY', 'zh-CN', '人民币负贰佰捌拾伍万陆仟叁佰陆拾陆元贰角壹分'],
    [1040567, 'TWD', 'zh-TW', '新臺幣壹萬零肆佰零伍元陸角柒分'],
    [100000000, 'TWD', 'zh-TW', '新臺幣壹佰萬元整'],
  ] as const)('%i %s in %s is %s', (minor, currency, language, words) => expect(amountInCapitals(minor, currency, language)).toBe(words));
  test('other currencies and English have no such form', () => {
    expect(amountInCapitals(100, 'USD', 'zh-CN')).toBeNull();
    expect(amountInCapitals(100, 'CNY', 'en')).toBeNull();
  });
});

describe('page breaks', () => {
  // A4 landscape takes 30 rows of 16 points, and 29 below a repeated row.
  const sheet = { orientation: 'landscape' as const, columnWidths: [20, 20, 20], rowHeights: {}, repeatedHeight: 16 };
  test('a chart that would be cut starts a new page', () => expect(pageBreaks(sheet, [{ rowIndex: 20, rowCount: 14 }])).toEqual([20]));
  test('one that fits stays', () => expect(pageBreaks(sheet, [{ rowIndex: 10, rowCount: 14 }])).toEqual([]));
  test('one that is larger than a page is cut anyway', () => expect(pageBreaks(sheet, [{ rowIndex: 20, rowCount: 100 }])).toEqual([]));
  test('pages are counted from the last break', () => expect(pageBreaks(sheet, [{ rowIndex: 20, rowCount: 14 }, { rowIndex: 36, rowCount: 10 }, { rowIndex: 46, rowCount: 14 }])).toEqual([20, 46]));
  test('a page before a piece ends where it is full', () => expect(pageBreaks(sheet, [{ rowIndex: 70, rowCount: 10 }])).toEqual([30, 59]));
  test('of pieces within pieces the largest is kept', () => expect(pageBreaks(sheet, [{ rowIndex: 25, rowCount: 12 }, { rowIndex: 28, rowCount: 4 }])).toEqual([25]));
  test('pieces that reach into one another go together', () => expect(pageBreaks(sheet, [{ rowIndex: 18, rowCount: 6 }, { rowIndex: 22, rowCount: 14 }])).toEqual([18]));
  test('no piece that fits a page is cut, and no page is too full', () => {
    const piece = fc.record({ rowIndex: fc.integer({ min: 0, max: 300 }), rowCount: fc.integer({ min: 1, max: 28 }) });
    const apart = fc.uniqueArray(piece, { maxLength: 12, selector: ({ rowIndex }) => Math.floor(rowIndex / 30) }).map((pieces) => pieces.map(({ rowIndex, rowCount }) => ({ rowIndex: rowIndex - (rowIndex % 30), rowCount })));
    fc.assert(fc.property(apart, (pieces) => {
      const breaks = pageBreaks(sheet, pieces);
      for (const { rowIndex, rowCount } of pieces) expect(breaks.filter((row) => row > rowIndex && row < rowIndex + rowCount)).toEqual([]);
      breaks.forEach((row, i) => expect(row - (breaks[i - 1] ?? 0)).toBeLessThanOrEqual(i === 0 ? 30 : 29));
    }));
  });
  test('Excel is not asked for more breaks than it takes', () => expect(pageBreaks(sheet, [{ rowIndex: 45_005, rowCount: 10 }])).toEqual([45_005]));
});

test('a list stands upright where its columns fit at nearly their own size', () => {
  expect([orientationFor([30, 30, 30]), orientationFor([40, 40, 40]), orientationFor([50, 50, 50])]).toEqual(['portrait', 'portrait', 'landscape']);
});

describe('one page or two', () => {
  const paper = { orientation: 'portrait' as const, columnWidths: [40, 40] };
  test('what fits at three quarters of its size is one page', () => expect([fitsOnePage(paper, 900, 0.75), fitsOnePage(paper, 1100, 0.75)]).toEqual([true, false]));
  test('a page with hardly anything on it is spared by shrinking a little more', () => expect([fitsOnePage({ ...paper, columnWidths: [70, 70] }, 1150, 0.75), fitsOnePage({ ...paper, columnWidths: [70, 70] }, 1250, 0.75)]).toEqual([true, false]));
  test('a wide sheet is printed small anyway, and holds more', () => expect(fitsOnePage({ ...paper, columnWidths: [100, 100] }, 1100, 0.75)).toBe(true));
});

test('a text that is cut says that it goes on, and is never wider than its room', () => {
  expect([clipped('xs-001079', 9), clipped('xs-001079,xs-001081', 12), clipped('洗衣机、小家电、彩电', 12)]).toEqual(['xs-001079', 'xs-001079,x…', '洗衣机、小…']);
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, width) => expect(textWidth(clipped(text, width))).toBeLessThanOrEqual(width)));
});

test('of numbers that are too many, those that fit stay whole', () => {
  const numbers = ['RK-160', 'RK-161', 'RK-162'];
  expect([listed(numbers, false, 24), listed(numbers, false, 18), listed(numbers, false, 9), listed(numbers, true, 26), listed(['176–184'], false, 5), listed([], false, 9)])
    .toEqual(['RK-160, RK-161, RK-162', 'RK-160, RK-161 …', 'RK-160 …', 'RK-160, RK-161, RK-162 …', '176–…', '']);
});

test('Han characters take the room of two digits, capitals a little more than one, narrow letters and signs less', () => {
  expect(['2026', '彩电', 'ABCD', 'mW', 'till', 's, s'].map((text) => textWidth(text))).toEqual([4, 4.2, 4.48, 3.2, 3, 3.4].map((width) => expect.closeTo(width, 9)));
});

/** Calibri's widths of a to z, A to Z and signs, in digits. */
const CALIBRI: Readonly<Record<string, number>> = Object.fromEntries([
  ...[0.95, 1.04, 0.83, 1.04, 0.98, 0.6, 0.93, 1.04, 0.45, 0.47, 0.9, 0.45, 1.58, 1.04, 1.04, 1.04, 1.04, 0.69, 0.77, 0.66, 1.04, 0.89, 1.41, 0.85, 0.89, 0.78].map((width, i) => [String.fromCharCode(97 + i), width]),
  ...[1.14, 1.07, 1.05, 1.21, 0.96, 0.91, 1.24, 1.23, 0.5, 0.63, 1.03, 0.83, 1.69, 1.27, 1.31, 1.02, 1.33, 1.07, 0.91, 0.96, 1.27, 1.12, 1.76, 1.02, 0.96, 0.92].map((width, i) => [String.fromCharCode(65 + i), width]),
  ...Object.entries({ ' ': 0.45, '.': 0.5, ',': 0.49, ';': 0.53, ':': 0.53, '(': 0.6, ')': 0.6, '-': 0.6, '%': 1.41, '&': 1.35, "'": 0.44, '’': 0.44 }),
]);
const inCalibri = (text: string) => [...text].reduce((width, sign) => width + (CALIBRI[sign] ?? 1), 0);

test('no heading, term or sentence of ours is wider in Calibri than it is measured, nor much narrower', () => {
  const texts = [termTexts, reportHeadingsTexts, reportsTexts, collectionTexts].flatMap((catalogue) => Object.values(catalogue).map(({ en }) => en));
  expect(texts.length).toBeGreaterThan(400);
  expect(texts.filter((text) => inCalibri(text) > textWidth(text) + 0.5)).toEqual([]);
  expect(texts.filter((text) => inCalibri(text) < textWidth(text) * 0.85 - 1)).toEqual([]);
});

test.each([
  ['has its line and a gap', 'Difference', 14, 14, 1],
  ['would fill its line: the column grows', 'Goods in transit', 13, 15.1, 1],
  ['might or might not break: the column grows', 'Otherwise likely', 13.2, 15.9, 1],
  ['breaks for certain', 'Collection effectiveness', 14, 14, 2],
  ['Han characters break anywhere', '我方贷项对方未入账', 10, 10, 3],
] as const)('a heading that %s', (_, heading, width, grown, lines) => {
  expect([headingWidth(heading, width), headingLineCount(heading, grown)]).toEqual([expect.closeTo(grown, 1), lines]);
});

describe('lines of a wrapped text', () => {
  test.each([
    ['一二三四五六七八九十', 12, 2],
    ['short', 12, 1],
    ['a word stays whole', 9, 3],
    ['the last word fits', 18, 1],
    ['unbreakablelongword', 9, 3],
    ['two\nparagraphs', 20, 2],
    ['', 5, 1],
  ])('%j at %i: %i', (text, width, lines) => expect(lineCount(text, width)).toBe(lines));
  test('never fewer than its width asks for, never more than its words', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '一'), minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(words, fc.integer({ min: 20, max: 60 }), (list, width) => {
      const text = list.join(' ');
      const lines = lineCount(text, width);
      expect([lines >= Math.floor(textWidth(text) / width), lines <= list.length]).toEqual([true, true]);
    }));
  });
});

test('a number has room for its digits, separators and sign', () => {
  expect([numberWidth(1234567.8, '#,##0.00'), numberWidth(-1234, '#,##0'), numberWidth(0, '#,##0.00;[Red]-#,##0.00;"–"')]).toEqual([12, 6, 4]);
});

test.each([
  [0, undefined], [-3, undefined], [0.04, 0.01], [1, 0.2], [900, 200], [1_000, 200], [1_001, 500], [1_255_848.81, 500_000],
] as const)('an axis up to %d is labelled every %p', (most, step) => expect(valueStepOf(most)).toEqual(step === undefined ? undefined : expect.closeTo(step, 9)));

describe('the two-sided form', () => {
  const item = (change: Partial<ReconcilingItem>): ReconcilingItem => ({ customer: 0, currency: 'CNY', category: 'unexplained', side: 'ours', amountMinor: 100, ours: [], theirs: [], actor: 'both', explanation: { code: 'unexplained' }, candidates: [], otherCustomer: null, ...change });
  test.each([
    ['goods under way are added to theirs', { category: 'in-transit-goods', side: 'ours' }, 'theirs'],
    ['their payment that we have not received comes off ours', { category: 'in-transit-payment', side: 'theirs' }, 'ours'],
    ['what we booked twice is put right in our books', { category: 'duplicate', side: 'ours' }, 'ours'],
    ['our receipt for another customer comes off ours', { category: 'misposted', side: 'ours' }, 'ours'],
    ['a payment that we posted to another customer is put right in our books, too, since theirs are right', { category: 'misposted', side: 'theirs' }, 'ours'],
    ['what they booked twice is put right in their books', { category: 'duplicate', side: 'theirs' }, 'theirs'],
    ['a difference of price that is ours to credit comes off ours', { category: 'amount-difference', side: null, actor: 'us' }, 'ours'],
    ['one nobody owns is left with theirs', { category: 'amount-difference', side: null, actor: 'both' }, 'theirs'],
  ] as const)('%s', (_, change, side) => expect(adjustedSide(item(change))).toBe(side));

  test('both sides meet, whatever the items', () => {
    const items = fc.array(fc.record({ category: fc.constantFrom(...CATEGORIES), side: fc.constantFrom('ours' as const, 'theirs' as const, null), actor: fc.constantFrom('us' as const, 'them' as const, 'both' as const), amountMinor: fc.integer({ min: -1e9, max: 1e9 }) }));
    fc.assert(
      fc.property(items, fc.integer({ min: -1e9, max: 1e9 }), (changes, theirsMinor) => {
        const all = changes.map(item);
        const differenceMinor = all.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        const balance = (closingMinor: number) => ({ openingMinor: 0, closingMinor, entryCount: 0 });
        const account: Account = { customer: 0, currency: 'CNY', ours: balance(theirsMinor + differenceMinor), theirs: balance(theirsMinor), differenceMinor, hasTheirs: true };
        const { adjustedMinor } = twoSided(account, all);
        expect(adjustedMinor.ours).toBe(adjustedMinor.theirs);
      }),
    );
  });
});
