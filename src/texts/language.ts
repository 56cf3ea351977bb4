/** The languages that Duesheet speaks. Texts are data: each room's sentences stand in one file of this folder. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in the three languages. zh-TW is written for its market, not converted from zh-CN. */
export type Text = Readonly<Record<Language, string>>;

/** The language for a locale tag such as `zh-Hant-HK` or `en-GB`; English where we speak none of it. */
export function languageOf(locale: string): Language {
  const tag = locale.toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /hant|tw|hk|mo/.test(tag) ? 'zh-TW' : 'zh-CN';
}
