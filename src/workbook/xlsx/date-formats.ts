/** Which cell styles show a date: by their number format, as Excel itself tells; and how far apart its two ways of counting days are. */
import { childOf, childrenOf, parseXml } from './xml-tree';

/** Days between the two date systems' zeros. */
export const DAYS_1904 = 1462;

/** Built-in formats that show a day (ECMA-376 §18.8.30, with the East Asian ones 27–36 and 50–58). */
function isBuiltInDate(formatId: number): boolean {
  return (formatId >= 14 && formatId <= 17) || formatId === 22 || (formatId >= 27 && formatId <= 31) || formatId === 36 || (formatId >= 50 && formatId <= 54) || formatId === 57 || formatId === 58;
}

/** True for a format code with a day, month or year in it; a time of day alone is no date. */
export function isDateFormat(code: string): boolean {
  const first = code.split(';')[0];
  // Brackets hold colours, conditions and locales, but also hours that count past a day: `[h]:mm`.
  const letters = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[([hms]+)\]/gi, '$1').replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/[yd年日]|ge|[gr]{1,3}e/.test(letters)) return !/general/.test(letters);
  return /m/.test(letters) && !/[hs]/.test(letters);
}

/** For each cell style number, whether it shows a date. */
export function dateStylesOf(stylesXml: string): readonly boolean[] {
  const root = parseXml(stylesXml);
  const codes = new Map(childrenOf(childOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '']));
  return childrenOf(childOf(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const formatId = Number(attributes.get('numFmtId') ?? 0);
    const code = codes.get(formatId);
    return code === undefined ? isBuiltInDate(formatId) : isDateFormat(code);
  });
}
