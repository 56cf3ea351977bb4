/** Settings: every threshold, weight and rate, with its meaning beside it; a changed cell changes the next run. */
import { SHEET_KEYS } from '../../annotations/keys';
import { SETTINGS, SETTING_GROUPS, groupCode, type Setting, type SettingValue } from '../../settings/catalogue';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { Page } from '../page';
import type { Report } from '../report';
import type { CellStyle, SheetModel } from '../sheet-model';
import { FORMATS, STYLES } from '../style';
import { lineCount } from '../text-width';

const COLUMN = { meaning: 0, value: 1, fallback: 2, range: 3, key: 4 } as const;
const WIDTHS = [52, 30, 30, 22, 42];
/** Of a group, so many rows are not left alone on the next page. */
const LAST_ROWS = 3;

export function settingsSheet(report: Report): SheetModel {
  const name = report.names.nameOf(SHEET_KEYS.settings);
  const page = new Page({ key: SHEET_KEYS.settings, name, orientation: 'portrait', footerText: report.footer(name), columnWidths: WIDTHS });
  page.head(report.t('settings.title'), report.asOfText, report.t('settings.shows'));
  putHeadings(report, page);
  page.printColumns(COLUMN.key);
  for (const group of SETTING_GROUPS) {
    page.section(report.say({ code: groupCode(group) }));
    for (const setting of SETTINGS) if (setting.group === group) putSetting(report, page, setting);
    page.keepTogether(LAST_ROWS, page.row - LAST_ROWS);
    page.next();
  }
  return page.build();
}

function putHeadings(report: Report, page: Page): void {
  for (const [key, column] of Object.entries(COLUMN)) page.put(column, report.t(`settings.${key}`), { style: { ...STYLES.heading, horizontal: column === COLUMN.meaning || column === COLUMN.key ? 'left' : 'right', indent: column === COLUMN.key ? 2 : undefined } });
  page.next();
  page.freeze(0);
}

function putSetting(report: Report, page: Page, setting: Setting): void {
  const meaning = report.say({ code: setting.meaning });
  page.put(COLUMN.meaning, meaning, { style: STYLES.words });
  page.anchor(setting.key, COLUMN.value);
  page.put(COLUMN.value, contentOf(setting.get(report.result.settings)), { style: { ...styleOf(setting), ...STYLES.written, wrap: true }, choices: setting.choices });
  page.put(COLUMN.fallback, contentOf(setting.get(DEFAULT_SETTINGS)), { style: { ...styleOf(setting), ...STYLES.label } });
  page.put(COLUMN.range, rangeText(setting), { style: { ...STYLES.label, horizontal: 'right', vertical: 'center' } });
  page.put(COLUMN.key, setting.key, { style: { ...STYLES.label, vertical: 'center', horizontal: 'left', indent: 2 } });
  page.height(15 * Math.max(lineCount(meaning, WIDTHS[0] - 2), lineCount(String(setting.get(report.result.settings)), WIDTHS[1])) + 3);
  page.next();
}

function contentOf(value: SettingValue): SettingValue | null {
  return value === '' ? null : value;
}

function styleOf(setting: Setting): CellStyle {
  const numberFormat = setting.kind === 'percent' ? FORMATS.share : setting.kind === 'number' || setting.kind === 'days' ? '#,##0.##;-#,##0.##' : FORMATS.text;
  return { numberFormat, horizontal: 'right', vertical: 'center' };
}

function rangeText({ kind, min, max, choices }: Setting): string {
  if (choices) return choices.join(' / ');
  if (min === undefined || max === undefined) return '';
  const shown = (value: number) => (kind === 'percent' ? `${value * 100}%` : value.toLocaleString('en-US'));
  return `${shown(min)} – ${shown(max)}`;
}
