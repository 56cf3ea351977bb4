import type { Catalogue } from './message';

/** The report on what Excel makes of our sheets. */
export const selfCheckTexts = {
  'self-check.sheet': { en: 'Self-check', 'zh-CN': '自检报告', 'zh-TW': '自我檢查報告' },
  'self-check.title': { en: 'What this Excel does with our sheets', 'zh-CN': '此 Excel 如何处理我们的工作表', 'zh-TW': '此 Excel 如何處理我們的工作表' },
  'self-check.lead': { en: '{kept} of {count} checks passed. Your sheets were not written to; this sheet can be deleted.', 'zh-CN': '{count} 项检查中 {kept} 项通过。未写入您的工作表；本表可以删除。', 'zh-TW': '{count} 項檢查中 {kept} 項通過。未寫入您的工作表；本表可以刪除。' },
  'self-check.column.promised': { en: 'Check', 'zh-CN': '检查项目', 'zh-TW': '檢查項目' },
  'self-check.column.kept': { en: 'Passed', 'zh-CN': '通过', 'zh-TW': '通過' },
  'self-check.column.found': { en: 'Found instead', 'zh-CN': '实际结果', 'zh-TW': '實際結果' },
  'self-check.yes': { en: 'yes', 'zh-CN': '是', 'zh-TW': '是' },
  'self-check.no': { en: 'no', 'zh-CN': '否', 'zh-TW': '否' },
  'self-check.texts': { en: 'Text stays text, whatever it looks like', 'zh-CN': '文本保持为文本，无论外观如何', 'zh-TW': '文字保持為文字，無論外觀如何' },
  'self-check.numbers': { en: 'Numbers and truth values keep every digit', 'zh-CN': '数字和逻辑值原样保留', 'zh-TW': '數字與邏輯值原樣保留' },
  'self-check.dates': { en: 'A column of dates is known as one', 'zh-CN': '日期列可被识别', 'zh-TW': '日期欄可被辨識' },
  'self-check.formulas': { en: 'Formulas are evaluated', 'zh-CN': '公式得到计算', 'zh-TW': '公式得到計算' },
  'self-check.links': { en: 'Cells with links in a long table show their text', 'zh-CN': '长表中带链接的单元格显示原文', 'zh-TW': '長表中帶連結的儲存格顯示原文' },
  'self-check.tables': { en: 'Tables stand where they were put', 'zh-CN': '表格位置正确', 'zh-TW': '表格位置正確' },
  'self-check.marks': { en: 'Our sheet and the cells people write in are found again', 'zh-CN': '本程序的工作表及填写单元格可再次找到', 'zh-TW': '本程式的工作表及填寫儲存格可再次找到' },
  'self-check.all-or-nothing': { en: 'A write that fails leaves the earlier sheet whole', 'zh-CN': '写入失败时原工作表保持完整', 'zh-TW': '寫入失敗時原工作表保持完整' },
  'self-check.memory': { en: 'The workbook remembers and forgets', 'zh-CN': '工作簿能记住并清除设置', 'zh-TW': '活頁簿能記住並清除設定' },
  'self-check.users-sheets': { en: 'Your sheets are as they were', 'zh-CN': '您的工作表未改变', 'zh-TW': '您的工作表未改變' },
} as const satisfies Catalogue;
