/** How an office writes: document numbers of its house, numbers copied by a clerk, dates, amounts, names. */
import type { CellValue } from '../../src/ledger/grid';
import type { Language } from '../../src/texts';
import { calendarFromDay } from '../../src/units/day';
import { DATES, MONEY } from '../layouts/styles';
import type { Random } from '../matching/support/random';
import type { Paper, PaperNumber } from './trade';

const pad = (n: number, length: number) => String(n).padStart(length, '0');
type House = (paper: PaperNumber) => string;
type Prefixes = Readonly<Record<Paper, string>>;

const ymd = (day: number) => { const { year, month, day: d } = calendarFromDay(day); return `${year}${pad(month, 2)}${pad(d, 2)}`; };
const rocYmd = (day: number) => { const { year, month, day: d } = calendarFromDay(day); return `${year - 1911}${pad(month, 2)}${pad(d, 2)}`; };
const yearOf = (day: number) => calendarFromDay(day).year;
const prefixed = (prefixes: Prefixes, rest: (paper: PaperNumber) => string): House => (paper) => `${prefixes[paper.paper]}${rest(paper)}`;

/** Numbers by the system that gives them. */
export const HOUSES = {
  'XS-': prefixed({ delivery: 'XS-', return: 'TH-', exchange: 'HH-', transfer: 'PD-', receipt: 'SK-', 'credit-note': 'FY-', 'their-goods': 'RK26', 'their-payment': 'FK26' }, ({ number }) => pad(number, 6)),
  Kingdee: prefixed({ delivery: 'XSCKD', return: 'XSTHD', exchange: 'HHD', transfer: 'DBD', receipt: 'SKD', 'credit-note': 'QTYSD', 'their-goods': 'CGRK', 'their-payment': 'FKD' }, ({ number }) => pad(number, 8)),
  dated: prefixed({ delivery: 'XSD-', return: 'XTD-', exchange: 'HHD-', transfer: 'DBD-', receipt: 'SKD-', 'credit-note': 'FYD-', 'their-goods': 'JHD-', 'their-payment': 'FKD-' }, ({ number, day }) => `${ymd(day)}-${pad(number, 5)}`),
  ERPNext: prefixed({ delivery: 'ACC-SINV-', return: 'ACC-SINV-', exchange: 'ACC-SINV-', transfer: 'ACC-JV-', receipt: 'ACC-PAY-', 'credit-note': 'ACC-JV-', 'their-goods': 'ACC-PINV-', 'their-payment': 'ACC-PAY-' }, ({ number, day }) => `${yearOf(day)}-${pad(number, 5)}`),
  Odoo: prefixed({ delivery: 'INV/', return: 'RINV/', exchange: 'INV/', transfer: 'MISC/', receipt: 'BNK1/', 'credit-note': 'RINV/', 'their-goods': 'BILL/', 'their-payment': 'PBNK1/' }, ({ number, day }) => `${yearOf(day)}/${pad(number, 5)}`),
  SAP: prefixed({ delivery: '9000', return: '9100', exchange: '9200', transfer: '9300', receipt: '1400', 'credit-note': '1600', 'their-goods': '5105', 'their-payment': '1500' }, ({ number }) => pad(number, 6)),
  plain: ({ number }) => String(number),
  Xero: prefixed({ delivery: 'INV-', return: 'CN-', exchange: 'INV-', transfer: 'TRF-', receipt: 'RCT-', 'credit-note': 'CN-', 'their-goods': 'PB-', 'their-payment': 'PV-' }, ({ number }) => pad(number, 4)),
  Digiwin: prefixed({ delivery: '2301-', return: '2401-', exchange: '2302-', transfer: '1201-', receipt: '6401-', 'credit-note': '6102-', 'their-goods': '3401-', 'their-payment': '7401-' }, ({ number, day }) => `${rocYmd(day)}${pad(number % 1000, 3)}`),
  letters: prefixed({ delivery: 'S', return: 'R', exchange: 'E', transfer: 'T', receipt: 'C', 'credit-note': 'N', 'their-goods': 'G', 'their-payment': 'P' }, ({ number }) => pad(number, 6)),
} as const satisfies Readonly<Record<string, House>>;

const wide = (text: string) => text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
const tail = (text: string) => (/(\d+)$/.exec(text)?.[1] ?? text);

/** One number of the other side as a clerk copies it, slip included. */
export function copied(random: Random, number: string, isSlip: boolean): string {
  const text = isSlip ? slipped(random, number) : number;
  const short = tail(text).replace(/^0+/, '');
  const isDistinct = tail(text).length <= 8;
  return random.pick([text, text, text, text, text, text.toLowerCase(), text.replace(/[-/]/, ''), text.replace('-', ' - '), `${text} `, ...(isDistinct ? [`#${short}`, short, wide(short), `${text}/${text.slice(-2)}`] : [text, wide(text)])]);
}

/** Digits near the end swapped, wrong or left out. */
function slipped(random: Random, number: string): string {
  const letters = [...number];
  const at = letters.length - random.int(2, 3);
  const sort = random.int(0, 2);
  if (sort === 0) [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  else if (sort === 1) letters[at] = String(random.int(0, 9));
  else letters.splice(at, 1);
  return letters.join('');
}

/** Several numbers in one cell. */
export function listed(random: Random, numbers: readonly string[]): string {
  if (numbers.length === 1) return numbers[0];
  const form = random.int(0, 5);
  if (form === 0) return `${numbers[0]}等${numbers.length}张`;
  if (form === 1 && tail(numbers[0]).length <= 8) return numbers.map((number) => tail(number)).join('/');
  return numbers.join(random.pick([',', '、', ' ', ', ', ';']));
}

/** Amounts as cells of several sorts in one column, as after years of pasting. */
const grouped = (minor: number) => (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
const MIXED: ((minor: number) => CellValue)[] = [(minor) => minor / 100, (minor) => minor / 100, grouped, (minor) => (minor < 0 ? `(${grouped(-minor)})` : `${grouped(minor)} `), (minor) => wide(String(minor / 100))];
const YUAN = (minor: number) => (minor < 0 ? `-￥${grouped(-minor)}` : `￥${grouped(minor)}`);

export type MoneyHand = keyof typeof MONEY | 'mixed' | 'mixed with ￥' | 'US$';
export type DateHand = keyof typeof DATES | 'mixed' | 'singleDigits' | 'monthNamed';

export function moneyHand(hand: MoneyHand, random: Random): (minor: number) => CellValue {
  if (hand === 'mixed') return (minor) => random.pick(MIXED)(minor);
  if (hand === 'mixed with ￥') return (minor) => random.pick([...MIXED, YUAN])(minor);
  if (hand === 'US$') return (minor) => (minor < 0 ? `(US$${grouped(-minor)})` : `US$${grouped(minor)}`);
  return MONEY[hand];
}

export function dateHand(hand: DateHand, random: Random): (day: number) => CellValue {
  if (hand === 'mixed') return (day) => random.pick([DATES.serial, DATES.iso, DATES.points, DATES.chinese])(day);
  if (hand === 'singleDigits') return (serial) => { const { year, month, day } = calendarFromDay(serial); return `${year}/${month}/${day}`; };
  if (hand === 'monthNamed') return (serial) => `${pad(calendarFromDay(serial).day, 2)}-${['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'][calendarFromDay(serial).month - 1]}-${calendarFromDay(serial).year}`;
  return DATES[hand];
}

export interface PartyName {
  readonly full: string;
  /** How another office shortens it. */
  readonly short: string;
  /** In the other script, or with the legal form written out. */
  readonly other: string;
}

export const PARTY_NAMES: Readonly<Record<Language, readonly PartyName[]>> = {
  'zh-CN': [
    { full: '合肥瑞丰电器销售有限公司', short: '合肥瑞丰', other: '合肥瑞豐電器銷售有限公司' }, { full: '芜湖大润家电商贸有限公司', short: '大润家电', other: '蕪湖大潤家電商貿有限公司' }, { full: '安庆市新世纪百货', short: '安庆新世纪', other: '安慶市新世紀百貨' },
    { full: '马鞍山汇通贸易有限责任公司', short: '马鞍山汇通贸易', other: '馬鞍山匯通貿易有限責任公司' }, { full: '蚌埠国美电器股份有限公司', short: '蚌埠国美', other: '蚌埠國美電器股份有限公司' }, { full: '滁州鑫隆商场（个体）', short: '滁州鑫隆商场', other: '滁州鑫隆商場' },
  ],
  'zh-TW': [
    { full: '全聯福利社股份有限公司', short: '全聯福利社', other: '全联福利社股份有限公司' }, { full: '台南燦坤實業有限公司', short: '台南燦坤', other: '臺南燦坤實業有限公司' }, { full: '順發電腦企業股份有限公司', short: '順發電腦', other: '顺发电脑企业股份有限公司' },
    { full: '大同綜合訊電股份有限公司', short: '大同綜合訊電', other: '大同综合讯电股份有限公司' }, { full: '高雄良興電子有限公司', short: '良興電子', other: '高雄良兴电子有限公司' }, { full: '花蓮上新聯晴商行', short: '花蓮上新聯晴', other: '花莲上新联晴商行' },
  ],
  en: [
    { full: 'Redwood Electrical Ltd', short: 'Redwood Electrical', other: 'REDWOOD ELECTRICAL LIMITED' }, { full: 'Marlow & Finch Home Stores, Inc.', short: 'Marlow & Finch', other: 'Marlow and Finch Home Stores Inc' }, { full: 'Kestrel Retail Group PLC', short: 'Kestrel Retail', other: 'Kestrel Retail Group P.L.C.' },
    { full: 'Sandbar Appliance Center LLC', short: 'Sandbar Appliance Center', other: 'Sandbar Appliance Centre, L.L.C.' }, { full: 'Old Mill Trading Co.', short: 'Old Mill Trading', other: 'Old Mill Trading Company' }, { full: 'Vantage Domestic Pty Ltd', short: 'Vantage Domestic', other: 'VANTAGE DOMESTIC PTY. LTD.' },
  ],
};

export const CLASS_NAMES: Readonly<Record<Language, readonly string[]>> = { 'zh-CN': ['空调', '冰箱', '厨电'], 'zh-TW': ['冷氣', '冰箱', '廚房家電'], en: ['Air conditioning', 'Refrigeration', 'Kitchen'] };
export const ITEM_NAMES: Readonly<Record<Language, readonly string[]>> = { 'zh-CN': ['KFR-35GW', 'KFR-72LW', 'BCD-216', 'BCD-530', '烟机A3', '灶具T2'], 'zh-TW': ['AS-22', 'AS-50', 'RG-330', 'RG-610', '抽油煙機', '瓦斯爐'], en: ['AC-9000', 'AC-18000', 'FR-210', 'FR-550', 'Hood 60', 'Hob 4'] };
export const REPS: Readonly<Record<Language, readonly string[]>> = { 'zh-CN': ['周涛', '何静', '孙磊'], 'zh-TW': ['林志豪', '陳怡君'], en: ['Dana', 'Oscar', 'Priya'] };
