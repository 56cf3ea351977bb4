/** Amounts in Chinese capitals (大写金额), as statements in RMB and TWD carry them against alteration. */
import Nzh from 'nzh';
import { formatAmount, type CurrencyCode } from '../units/money';
import type { MinorUnits } from '../units/units';
import type { Language } from '../texts';

const NAMES: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  CNY: { 'zh-CN': '人民币', 'zh-TW': '人民幣' },
  TWD: { 'zh-CN': '新台币', 'zh-TW': '新臺幣' },
};

/** `人民币壹万贰仟叁佰肆拾伍元陆角整`; `null` where the language or the currency has no such form. */
export function amountInCapitals(minor: MinorUnits, currency: CurrencyCode, language: Language): string | null {
  const name = NAMES[currency]?.[language];
  if (name === undefined) return null;
  const digits = formatAmount(Math.abs(minor), currency).replaceAll(',', '');
  const words = language === 'zh-TW' ? Nzh.hk.toMoney(digits, { outSymbol: false }).replaceAll('圓', '元') : Nzh.cn.toMoney(digits, { outSymbol: false });
  // 整 closes an amount that has no fen, so that nothing can be written after it.
  const closed = minor % 10 === 0 && !words.endsWith('整') ? `${words}整` : words;
  return `${name}${minor < 0 ? (language === 'zh-TW' ? '負' : '负') : ''}${closed}`;
}
