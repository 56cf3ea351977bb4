import type { CurrencyCode } from '../units/money';
import type { Language } from '../texts';

/** Currency words and signs, the particular before the general (`NT$` before `$`). */
const CURRENCY_WORDS: readonly (readonly [CurrencyCode, RegExp])[] = [
  ['TWD', /新[台臺][币幣]|[台臺][币幣]|\bNTD?\$|\bNT\$|\bNTD\b|\bTWD\b/i],
  ['HKD', /港[币幣元]|HK\$|\bHKD\b/i],
  ['MOP', /澳门[币元]|澳門[幣元]|MOP\$?/i],
  ['CNY', /人民[币幣]|\bRMB\b|\bCNY\b|\bCNH\b/i],
  ['USD', /美[元金]|US\$|\bUSD\b|U\.S\. ?dollars?/i],
  ['EUR', /欧元|歐元|€|\bEUR\b/i],
  ['GBP', /英[镑鎊]|£|\bGBP\b/i],
  ['JPY', /日[元圆圓]|日幣|日币|\bJPY\b/i],
  ['KRW', /韩[元币]|韓[元幣]|₩|\bKRW\b/i],
  ['SGD', /新加坡[元币幣]|S\$|\bSGD\b/i],
  ['MYR', /马币|馬幣|令吉|\bMYR\b|\bRM\b/],
  ['AUD', /澳[元币幣]|A\$|\bAUD\b/i],
  ['CAD', /加元|C\$|\bCAD\b/i],
  ['THB', /泰铢|泰銖|\bTHB\b|฿/i],
  ['VND', /越南盾|\bVND\b|₫/i],
  ['INR', /卢比|₹|\bINR\b/i],
];

/** Currencies of which `￥` may be the sign; where nothing says which, it is the first. */
const YEN_SIGNED: readonly CurrencyCode[] = ['CNY', 'JPY', 'TWD'];

/**
 * The currency that a cell of a currency column, a title or a sign beside an amount names; `null` if none.
 * @param yenSign what a `￥` stands for that no word or code goes with
 */
export function currencyOfWords(text: string, yenSign: CurrencyCode = YEN_SIGNED[0]): CurrencyCode | null {
  return currencyOfNames(text) ?? (/[¥￥]/.test(text) ? yenSign : null);
}

function currencyOfNames(text: string): CurrencyCode | null {
  const plain = text.normalize('NFKC');
  for (const [code, pattern] of CURRENCY_WORDS) if (pattern.test(plain)) return code;
  return /^\s*[A-Z]{3}\s*$/.test(plain) ? plain.trim() : null;
}

/** What `￥` stands for in a ledger whose title or heading names a currency. */
export function yenSignUnder(named: CurrencyCode | null): CurrencyCode {
  return named !== null && YEN_SIGNED.includes(named) ? named : YEN_SIGNED[0];
}

/** The first currency that titles and headings name, in words before any sign. */
export function currencyOfTitles(titles: readonly string[]): CurrencyCode | null {
  const isNaming = (text: string) => currencyOfTitle(text) !== null && currencyOfNames(text) !== null;
  const text = titles.find(isNaming) ?? titles.find((title) => currencyOfTitle(title) !== null);
  return text === undefined ? null : currencyOfTitle(text);
}

/** A title or heading that speaks of a currency: `币别：人民币`, `Amount (EUR)`. A bare name of three letters is none. */
export function currencyOfTitle(text: string): CurrencyCode | null {
  return /^\s*[A-Z]{3}\s*$/.test(text) ? null : currencyOfWords(text);
}

/** What a ledger is kept in where nothing says it. */
export function currencyOfLanguage(language: Language): CurrencyCode {
  return { en: 'USD', 'zh-CN': 'CNY', 'zh-TW': 'TWD' }[language];
}
