import type { Side } from './books';
import { fold } from './fold';
import { toSimplified } from './simplified';
import { titlesOf, type Table } from './tables';
import { coreOfName, isCompanyName } from './vocabulary/parties';
import { labelledCode, labelledCustomer, labelledKeeper, labelledSupplier, lineWordOf } from './vocabulary/lines';
import { isSheetTitle, nameInTitle } from './vocabulary/sheets';
import { currencyOfTitle } from './currencies';
import { parseDateText } from './date-text';

/** What stands in brackets, and all from a year on. */
const PERIOD = /[(（【].*?[)）】]|\d{4}\s*[-./年].*$/g;

/** Names that may be the customer of a sheet without a customer column, the surest first; on a customer's sheet our own is none. */
export function namesOfSheet(table: Table, side: Side, ourName: string): string[] {
  const { half } = table;
  // What stands above their ledger names them; above ours, or above both, it may be us.
  const theirs = half ? (side === 'theirs' ? half.own : half.other) : side === 'theirs' ? titlesOf(table) : [];
  const common = half ? half.common : side === 'ours' ? titlesOf(table) : [];
  const isTheirs = new Set(theirs);
  const nameLabelled = (title: string) => labelledCustomer(title) ?? (isTheirs.has(title) ? labelledKeeper(title) : null);
  const titles = [...theirs, ...common].filter((title) => labelledSupplier(title) === null && (isTheirs.has(title) || labelledKeeper(title) === null));
  // Where a code and a name are both labelled `Customer`, the name says more.
  const labelled = titles.map(nameLabelled).filter((name) => name !== null).sort((a, b) => Number(/\p{L}/u.test(b)) - Number(/\p{L}/u.test(a)));
  const codes = titles.map(labelledCode).filter((code) => code !== null);
  const unlabelled = titles.filter((title) => nameLabelled(title) === null && labelledCode(title) === null && !isNoise(title));
  // Above two ledgers a title may tell the period too; a company's name in it is nothing else.
  const besidePeriods = half ? common.filter((title) => isNoise(title) && isSheetTitle(title)).map((title) => nameInTitle(title.replace(PERIOD, ' '), toSimplified)).filter(isCompanyName) : [];
  const inTitles = [...unlabelled.filter(isSheetTitle).map((title) => nameInTitle(title, toSimplified)), ...besidePeriods];
  const isOwn = (name: string) => isSameCompany(name, ourName);
  const alone = unlabelled.filter((title) => !isSheetTitle(title)).map((title) => title.trim()).sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  const tab = nameInTitle(table.grid.sheet, toSimplified);
  const names = [...labelled, ...codes, ...alone.filter((name) => isTheirs.has(name)), ...inTitles, tab, ...alone.filter((name) => !isTheirs.has(name))];
  // Parts of a tab or a title may be a customer's code: `FBL1N C001`.
  names.push(...[tab, ...inTitles].flatMap((name) => (/\s/.test(name) ? name.split(/\s+/) : [])));
  // `Maple Kitchens - invoices from Ferris`
  names.push(...[...alone, ...inTitles].flatMap((name) => (/\s[-–—|]\s/.test(name) ? name.split(/\s[-–—|]\s/) : [])));
  return [...new Set(names)].filter((name) => fold(name).length >= 2 && ((side === 'ours' && !half) || !isOwn(name)) && !/^(sheet|工作表)\d*$/i.test(name) && !/^\d{1,4}[年月]?$/.test(name));
}

/** The same name but for its legal form. */
export function isSameCompany(a: string, b: string): boolean {
  return a !== '' && b !== '' && coreOfName(a) === coreOfName(b);
}

/** Titles that say when, in what currency or that the sheet goes on; they name nobody. */
export function isNoise(title: string): boolean {
  return (
    lineWordOf(title) !== null || currencyOfTitle(title) !== null || parseDateText(title) !== null || /^(as (of|at)|to|from|until|(for the )?(period|year|month)|date|page|printed|run|期间|期間|日期|截至|截止|打印|列印|单位：元|單位：元|制表|会计期间|會計期間)/i.test(title.trim()) || /\d{4}[-./年]\d{1,2}/.test(title) || !/\p{L}{2,}/u.test(title)
  );
}

/** Our own name, where a title of ours or the supplier's label on a customer's sheet says it. `customers` are not we. */
export function ourNameOf(tables: readonly { readonly table: Table; readonly side: Side }[], customers: readonly string[]): string {
  // Thousands of names, asked about only where a title names somebody.
  let folded: ReadonlySet<string> | null = null;
  const votes = new Map<string, number>();
  const vote = (name: string, weight: number) => {
    if (name !== '' && !(folded ??= new Set(customers.map(fold))).has(fold(name))) votes.set(name, (votes.get(name) ?? 0) + weight);
  };
  for (const { table, side } of tables) {
    // What stands above both halves of a sheet may be either's name.
    for (const title of table.half ? [...table.half.own, ...table.half.common.filter((text) => labelledSupplier(text) !== null)] : titlesOf(table)) {
      const supplier = labelledSupplier(title) ?? (side === 'ours' ? labelledKeeper(title) : null);
      if (supplier !== null) vote(supplier, 2);
      else if (side === 'ours' && labelledCustomer(title) === null && labelledCode(title) === null && !isNoise(title)) vote(isSheetTitle(title) ? nameInTitle(title, toSimplified) : title.trim(), isSheetTitle(title) ? 0.5 : 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
