import { LANGUAGES, type Language } from '../texts';
import { isTraditional, toSimplified } from './simplified';
import { titlesOf, type Table } from './tables';

const HAN = /\p{Script=Han}/u;
/** Words that only one of the two markets writes, folded to simplified characters. */
const TAIWAN_WORDS = /传票|帐款|账款明细帐|币别：新台币|统一发票|销货/;

/** The language of a table's headings; of several tables, the one that most are printed in. */
export function languageOfTables(tables: readonly Table[]): Language {
  const votes: Record<Language, number> = { en: 0, 'zh-CN': 0, 'zh-TW': 0 };
  for (const table of tables) votes[languageOfText([...table.headings, ...titlesOf(table)])]++;
  return LANGUAGES.reduce((best, language) => (votes[language] > votes[best] ? language : best), 'en' as Language);
}

function languageOfText(texts: readonly string[]): Language {
  const chinese = texts.filter((text) => HAN.test(text));
  if (chinese.length * 2 < texts.filter((text) => text !== '').length) return 'en';
  const isTaiwanese = chinese.some((text) => isTraditional(text)) || chinese.some((text) => TAIWAN_WORDS.test(text) && text === toSimplified(text) && /传票/.test(text));
  return isTaiwanese ? 'zh-TW' : 'zh-CN';
}
