import fc from 'fast-check';
import { decimalMarkOf, parseAmountText } from '../../src/ledger/amount-text';
import { dayFromNumber, dayOf, parseDateText, settleDateOrder, type DateOrder } from '../../src/ledger/date-text';
import { currencyOfWords } from '../../src/ledger/currencies';
import { calendarFromDay, formatIsoDay } from '../../src/units/day';

describe('amounts as text', () => {
  test.each([
    ['10,425', 10425], ['10425.00', 10425], ['(1,200.00)', -1200], ['（1,200.00）', -1200], ['１２，３４５．６７', 12345.67], ['¥1,200', 1200], ['￥-1,200.50', -1200.5], ['NT$3,000', 3000], ['RMB 88.8', 88.8],
    ['US$1,000.00', 1000], ['1,234.56-', -1234.56], ['-1,234.56', -1234.56], ['−500', -500], ['1.234,56-', -1234.56], ['1.234.567,89', 1234567.89], ["1'234.50", 1234.5], ['1 234,50', 1234.5], ['红字1,200', -1200],
    ['[红字]300', -300], ['1,200.00CR', -1200], ['1,200.00 DR', 1200], ['贷 500', -500], ['借500.00', 500], ['-', 0], ['—', 0], ['0.00', 0], ['1.2万', 12000], ['12,00,000.00', 1200000], ['.5', 0.5], ['1,234元', 1234], ['€ 99,90', 99.9], ['5,000圓整', 5000],
  ])('%s is %d', (text, amount) => expect(parseAmountText(text)).toBe(amount));

  test.each(['待定', 'N/A', '12-34', 'XS-001', '1,2,3', '2026-01-05', 'abc1', '1.2.3', '1.234,5.6'])('%s is no amount', (text) => expect(parseAmountText(text)).toBeNull());

  test('a column of comma decimals makes 1.234 a thousand', () => {
    expect(decimalMarkOf(['1.234', '99,50'])).toBe(',');
    expect(parseAmountText('1.234', ',')).toBe(1234);
    expect(parseAmountText('1.234', '.')).toBe(1.234);
    expect(decimalMarkOf(['10,425', '3.50'])).toBe('.');
  });

  test('any amount survives printing with commas, in brackets, full width, or with a trailing minus', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (minor) => {
        const digits = (Math.abs(minor) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
        const european = digits.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
        const amount = minor / 100 || 0;
        for (const text of minor < 0 ? [`-${digits}`, `(${digits})`, `${digits}-`, `${european}-`, `${digits} CR`] : [digits, `¥${digits}`, european, `${digits} DR`]) expect(parseAmountText(text)).toBe(amount);
        const wide = digits.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
        expect(parseAmountText(wide)).toBe(Math.abs(amount));
      }),
    );
  });
});

describe('dates as text', () => {
  const iso = (text: string, order: DateOrder = 'ymd') => {
    const parts = parseDateText(text);
    const day = parts && dayOf(parts, order);
    return day === null ? null : formatIsoDay(day);
  };
  test.each([
    ['2026.01.11', '2026-01-11'], ['2026年1月11日', '2026-01-11'], ['2026年01月11', '2026-01-11'], ['20260111', '2026-01-11'], ['2026/1/11', '2026-01-11'], ['2026-01-11 08:30:00', '2026-01-11'], ['2026-01-11T00:00:00', '2026-01-11'],
    ['5 Jan 2026', '2026-01-05'], ['05-Jan-26', '2026-01-05'], ['January 5, 2026', '2026-01-05'], ['Jan 5, 2026', '2026-01-05'], ['Mon, 5 January 2026', '2026-01-05'], ['5th Jan 2026', '2026-01-05'],
    ['115/01/11', '2026-01-11'], ['115.1.11', '2026-01-11'], ['民國115年1月11日', '2026-01-11'], ['1150111', '2026-01-11'], ['114/12/31', '2025-12-31'], ['２０２６／０１／１１', '2026-01-11'], ['26年1月11日', '2026-01-11'], ['2026-01-11(日)', '2026-01-11'],
  ])('%s is %s', (text, day) => expect(iso(text)).toBe(day));

  test.each(['1026-01-05', '2226-01-05', '5 Jan 126', '1026年1月5日'])('%s is of no ledger of our time', (text) => expect(iso(text)).toBeNull());
  test('one such date does not unsettle the order of the others', () => {
    expect(settleDateOrder(['11/01/1026', '25/01/2026'].map((text) => parseDateText(text) as never), 'mdy')).toEqual({ order: 'dmy', clear: true });
    expect(['dmy', 'mdy', 'ymd'].map((order) => iso('11/01/1026', order as DateOrder))).toEqual([null, null, null]);
  });

  test.each(['2026-02-30', '115/13/01', 'Total', '10,425', '12345', 'XS-2026', '8/9'])('%s is no date', (text) => expect(iso(text)).toBeNull());

  test('the order of day and month is settled by the whole column', () => {
    const column = (...texts: string[]) => texts.map((text) => parseDateText(text)).filter((parts) => parts !== null);
    expect(settleDateOrder(column('11/01/2026', '25/01/2026'), 'mdy')).toEqual({ order: 'dmy', clear: true });
    expect(settleDateOrder(column('01/11/2026', '01/25/2026'), 'dmy')).toEqual({ order: 'mdy', clear: true });
    // 1, 2, 3 … February in steps of a day, or the first of each month: the even walk is the likelier one.
    expect(settleDateOrder(column('01/02/2026', '02/02/2026', '03/02/2026', '05/02/2026', '08/02/2026'), 'mdy')).toEqual({ order: 'dmy', clear: true });
    expect(settleDateOrder(column('03/03/2026'), 'mdy')).toMatchObject({ order: 'mdy' });
    expect(settleDateOrder(column('04/03/2026'), 'mdy')).toEqual({ order: 'mdy', clear: false });
  });

  test('numbers in a date column: serials, compact dates, compact ROC dates', () => {
    expect(dayFromNumber(46033)).toBe(46033);
    expect(dayFromNumber(46033.75)).toBe(46033);
    expect(formatIsoDay(dayFromNumber(20260111) as number)).toBe('2026-01-11');
    expect(formatIsoDay(dayFromNumber(1150111) as number)).toBe('2026-01-11');
    expect(dayFromNumber(500)).toBeNull();
    expect(dayFromNumber(20261345)).toBeNull();
  });

  test('any day survives every unambiguous way of printing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36526, max: 55000 }), (serial) => {
        const { year, month, day } = calendarFromDay(serial);
        const two = (n: number) => String(n).padStart(2, '0');
        for (const text of [`${year}.${two(month)}.${two(day)}`, `${year}年${month}月${day}日`, `${year}${two(month)}${two(day)}`, `${year - 1911}/${two(month)}/${two(day)}`]) {
          if (year - 1911 < 100 && text.startsWith(String(year - 1911))) continue;
          expect(dayOf(parseDateText(text) as never, 'ymd')).toBe(serial);
        }
      }),
    );
  });
});

test.each([['币别：人民币', 'CNY'], ['幣別：新台幣', 'TWD'], ['NT$', 'TWD'], ['US$', 'USD'], ['HKD', 'HKD'], ['€', 'EUR'], ['EUR', 'EUR'], ['港币', 'HKD'], ['苏州宏图', null]])('%s names the currency %s', (text, code) => {
  expect(currencyOfWords(text)).toBe(code);
});
