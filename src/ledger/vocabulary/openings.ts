import type { Side } from '../books';
import { fold } from '../fold';
import { openingAmountIn } from './lines';
import { whoseOf } from './whose';

/** Words of what an account opens with, in a heading, a title or a tab; all on folded text. */
const OPENING = /期初|年初(余|数)|(上年|上期|年初)结转|^openings?$|opening(balance|bal|debit|credit|dr|cr|amount|receivable|payable)|(beginning|starting|initial)balance|broughtforward|balancebf/;
const NO_AMOUNT = /数量|单价|日期|日$|方向|借贷$|qty|quantity|price|date$|drcr|direction/;
const DIRECTION = /方向|借贷$|drcr|direction/;
/** `期初至今`: lines since then, not what stood then. */
const SINCE = /至今|起|todate|onwards?|since|ytd/;
const DEBIT = /借|debit|dr$/;
const CREDIT = /贷|credit|cr$/;

/** True where a heading says that its column holds what accounts open with. */
export function headsOpening(heading: string): boolean {
  const folded = fold(heading);
  return OPENING.test(folded) && !NO_AMOUNT.test(folded);
}

/** True where a heading tells on which side of the account an opening beside it stands. */
export function headsOpeningDirection(heading: string): boolean {
  const folded = fold(heading);
  return OPENING.test(folded) && DIRECTION.test(folded);
}

/** True where a tab or a title says that a sheet lists openings; `期初余额：100` opens an account instead. */
export function isTitledOpenings(text: string): boolean {
  const folded = fold(text);
  return OPENING.test(folded) && !SINCE.test(folded) && openingAmountIn(text) === null;
}

/** Which side of the account a column of openings holds. */
export function openingField(heading: string): 'debit' | 'credit' | 'balance' {
  const folded = fold(heading);
  return DEBIT.test(folded) === CREDIT.test(folded) ? 'balance' : DEBIT.test(folded) ? 'debit' : 'credit';
}

/** Words for customers say here whom a list is about, and not who keeps it. */
const CUSTOMERS = /客[户戶]|customers?(?!['’]s)|clients?|debtors?/gi;
const OF_SUPPLIERS = /供应商|vendor|supplier|应付|payable/;

/** Whose ledger a tab, a title or the heading of a single column means; `null` where it says nothing. */
export function whoseOpenings(text: string): Side | null {
  return OF_SUPPLIERS.test(fold(text)) ? 'theirs' : whoseOf(text.replace(CUSTOMERS, ' '));
}

/** Headings of the day on which openings stood, beside those of any date. */
export const AS_OF = /^(asof|asat)(date)?$|^(截至|截止)(日|日期)?$|^(期初|余额)(日|日期)$/;

