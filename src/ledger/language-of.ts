import { LANGUAGES, type Language } from '../texts';
import { isTraditional } from './simplified';
import { titlesOf, type Table } from './tables';

const HAN = /\p{Script=Han}/u;
/** A word of Taiwan's ledgers that stays where somebody has converted one to simplified characters. */
const TAIWAN_WORD = /传票/;

/** The language of a table's headings; of several tables, the one that most are printed in. */
export function languageOfTables(tables: readonly Table[]): Language {
  const votes: Record<Language, number> = { en: 0, 'zh-CN': 0, 'zh-TW': 0 };
  for (const table of tables) votes[languageOfText([...table.headings, ...titlesOf(table)])]++;
  return LANGUAGES.reduce((best, language) => (votes[language] > votes[best] ? language : best), 'en' as Language);
}

function languageOfText(texts: readonly string[]): Language {
  const chinese = texts.filter((text) => HAN.test(text));
  if (chinese.length * 2 < texts.filter((text) => text !== '').length) return 'en';
  return chinese.some((text) => isTraditional(text) || TAIWAN_WORD.test(text)) ? 'zh-TW' : 'zh-CN';
}
