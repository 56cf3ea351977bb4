/** The few words of the stand-in's own surface: what Excel itself would say. */
export const PAGE_LOCALES = ['en-US', 'zh-CN', 'zh-TW'] as const;
export type PageLocale = (typeof PAGE_LOCALES)[number];

export const LOCALE_NAMES: Readonly<Record<PageLocale, string>> = { 'en-US': 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };

export const PAGE_TEXTS = {
  open: { 'en-US': 'Open workbook', 'zh-CN': '打开工作簿', 'zh-TW': '開啟活頁簿' },
  save: { 'en-US': 'Save a copy', 'zh-CN': '另存副本', 'zh-TW': '儲存複本' },
  home: { 'en-US': 'Home', 'zh-CN': '开始', 'zh-TW': '常用' },
  language: { 'en-US': 'Language', 'zh-CN': '语言', 'zh-TW': '語言' },
  formula: { 'en-US': 'Cell content', 'zh-CN': '单元格内容', 'zh-TW': '儲存格內容' },
  sheets: { 'en-US': 'Sheets', 'zh-CN': '工作表', 'zh-TW': '工作表' },
  closePane: { 'en-US': 'Close the pane', 'zh-CN': '关闭窗格', 'zh-TW': '關閉窗格' },
  cannotOpen: { 'en-US': 'This file cannot be opened as a workbook.', 'zh-CN': '无法将此文件作为工作簿打开。', 'zh-TW': '無法將此檔案作為活頁簿開啟。' },
} as const satisfies Record<string, Record<PageLocale, string>>;

export function pageLocale(tag: string): PageLocale {
  const exact = PAGE_LOCALES.find((locale) => locale.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  return tag.toLowerCase().startsWith('zh') ? (/hant|hk|mo/i.test(tag) ? 'zh-TW' : 'zh-CN') : 'en-US';
}
