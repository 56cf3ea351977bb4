/** How one printing writes dates, amounts, names and numbers: the choices that any layout may make. */
import type { CellValue } from '../../src/ledger/grid';
import { calendarFromDay, formatIsoDay } from '../../src/units/day';

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dated(print: (year: number, month: number, day: number) => CellValue): (day: number) => CellValue {
  return (serial) => {
    const { year, month, day } = calendarFromDay(serial);
    return print(year, month, day);
  };
}

export const DATES = {
  serial: (day: number): CellValue => day,
  iso: (day: number): CellValue => formatIsoDay(day),
  points: dated((y, m, d) => `${y}.${two(m)}.${two(d)}`),
  chinese: dated((y, m, d) => `${y}年${m}月${d}日`),
  compact: dated((y, m, d) => y * 10_000 + m * 100 + d),
  roc: dated((y, m, d) => `${y - 1911}/${two(m)}/${two(d)}`),
  rocPoints: dated((y, m, d) => `${y - 1911}.${two(m)}.${two(d)}`),
  monthFirst: dated((y, m, d) => `${two(m)}/${two(d)}/${y}`),
  dayFirst: dated((y, m, d) => `${two(d)}/${two(m)}/${y}`),
  german: dated((y, m, d) => `${two(d)}.${two(m)}.${y}`),
  named: dated((y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`),
  shortYear: dated((y, m, d) => `${String(y).slice(2)}-${two(m)}-${two(d)}`),
} as const;

const grouped = (minor: number) => (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });

export const MONEY = {
  number: (minor: number): CellValue => minor / 100,
  text: (minor: number): CellValue => grouped(minor),
  yuan: (minor: number): CellValue => (minor < 0 ? `-¥${grouped(-minor)}` : `¥${grouped(minor)}`),
  brackets: (minor: number): CellValue => (minor < 0 ? `(${grouped(-minor)})` : grouped(minor)),
  trailing: (minor: number): CellValue => `${(Math.abs(minor) / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 })}${minor < 0 ? '-' : ''}`,
  wide: (minor: number): CellValue => String(minor / 100).replace(/[\d.-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  dollar: (minor: number): CellValue => (minor < 0 ? `-$${grouped(-minor)}` : `$${grouped(minor)}`),
} as const;

const TRADITIONAL: Readonly<Record<string, string>> = { 苏: '蘇', 图: '圖', 电: '電', 贸: '貿', 无: '無', 锡: '錫', 场: '場', 乐: '樂', 扬: '揚', 恒: '恆', 达: '達', 东: '東', 鹰: '鷹', 责: '責', 宁: '寧', 盐: '鹽', 诚: '誠', 实: '實', 业: '業', 镇: '鎮', 国: '國', 联: '聯', 华: '華', 发: '發' };
const LEGAL_FORM = /(股份)?有限(责任)?公司$|,? (Co\., )?(Ltd\.?|LLC|Inc|Corp|Limited)$/;
const TRADE_WORDS = /家电商贸|贸易|商场|电器|实业| (Appliances|Trading|Home|Stores|Electronics)$/;

/** A customer's name as another hand writes it. */
export const NAMES = {
  same: (name: string) => name,
  traditional: (name: string) => [...name].map((letter) => TRADITIONAL[letter] ?? letter).join(''),
  'no legal form': (name: string) => name.replace(LEGAL_FORM, ''),
  spaced: (name: string) => ` ${/[\u4e00-\u9fff]/.test(name) ? `${name.slice(0, 2)} ${name.slice(2)}` : name.replace(/ /g, '  ')} `,
  brackets: (name: string) => name.replace(/^([\u4e00-\u9fff]{2})(.*)(有限公司)$/, '$2（$1）$3'),
  wide: (name: string) => name.toUpperCase().replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  upper: (name: string) => name.toUpperCase().replace(/,? LTD\.?$/, ' LIMITED'),
  abbreviated: (name: string) => name.replace(LEGAL_FORM, '').replace(TRADE_WORDS, ''),
  placeless: (name: string) => name.replace(/^(苏州|无锡|南京|扬州|泰州|徐州|南通|盐城|常州|镇江)/, ''),
} as const;

/** Our document numbers of another sort, wherever they stand: `XS-001083`, `xs 001083`, `对应XS-001083,XS-001084`. */
export type Numbering = (text: string) => string;

const OUR_NUMBER = /(XS|TH|HH|PD|SK|FY)([-\s]*)(\d+)/gi;
const reprefixed = (prefixes: Readonly<Record<string, string>>) => (text: string) => text.replace(OUR_NUMBER, (_, prefix: string, gap: string, digits: string) => {
  const other = prefixes[prefix.toUpperCase()] ?? prefix;
  return `${prefix === prefix.toLowerCase() ? other.toLowerCase() : other}${gap}${digits}`;
});

export const NUMBERINGS = {
  as_is: (text: string) => text,
  SO: reprefixed({ XS: 'SO', TH: 'RMA', HH: 'EX', PD: 'TR', SK: 'RCPT', FY: 'CN' }),
  'INV-2026': reprefixed({ XS: 'INV-2026', TH: 'CN-2026', HH: 'EX-2026', PD: 'TR-2026', SK: 'RC-2026', FY: 'DN-2026' }),
  'Kingdee XSCKD': reprefixed({ XS: 'XSCKD', TH: 'XSTHD', HH: 'HHD', PD: 'DBD', SK: 'SKD', FY: 'YSTZ' }),
  'Digiwin kind': reprefixed({ XS: '2301', TH: '2401', HH: '2302', PD: '1201', SK: '6401', FY: '6102' }),
  'digits only': (text: string) => text.replace(OUR_NUMBER, (_, _prefix: string, _gap: string, digits: string) => digits.replace(/^0+/, '').padStart(8, '26000000')),
  'plain digits': (text: string) => text.replace(OUR_NUMBER, (_, _prefix: string, _gap: string, digits: string) => digits.replace(/^0+/, '')),
} as const;

/** Their vouchers as digits of the same length as ours, so that the two series meet by chance. */
export const THEIR_NUMBERINGS = {
  as_is: (text: string) => text,
  colliding: (text: string) => text.replace(/(RK|FK)26(\d{6})/g, (_, _prefix: string, digits: string) => String(Number(digits) + 1000)),
  'colliding 8': (text: string) => text.replace(/(RK|FK)(\d{8})/g, (_, _prefix: string, digits: string) => String(Number(digits) + 1000)),
} as const;

/** Day on which an invoice of a day falls due, where a term is counted from the month's end. */
export function afterMonthEnd(day: number, days: number): number {
  const { year, month } = calendarFromDay(day);
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  let end = day;
  while (calendarFromDay(end).month !== next.month) end++;
  return end - 1 + days;
}
