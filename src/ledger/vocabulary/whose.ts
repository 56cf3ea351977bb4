import type { Side } from '../books';
import { fold } from '../fold';
import { toSimplified } from '../simplified';
import { labelledCode, labelledCustomer, labelledKeeper, labelledSupplier } from './lines';
import { nameInTitle, withoutWords } from './sheets';

/** Words that say whose ledger stands below or beside them, as whoever sells writes them, or as both would. */
const OURS = /我方|我司|我公司|我们|我单位|我厂|本公司|本方|本司|本单位|己方|供方|供货方|供货商|供应商|卖方|销方|销货方|\b(?:ours?|us(?!\$)|we|seller|supplier|vendor)\b/;
const THEIRS = /贵方|贵司|贵公司|贵单位|贵店|对方|你方|你司|你公司|您方|客户|客方|需方|购方|购货方|买方|采购方|\b(?:yours?|theirs?|them|they|customer|client|buyer|purchaser|counterparty)\b/;
const RECEIVABLE = /应收|receivables?|\ba\/?r\b/;
const PAYABLE = /应付|payables?|\ba\/?p\b/;

/** `null` where the text says neither, or both. */
export function whoseOf(text: string): Side | null {
  const plain = toSimplified(text.normalize('NFKC')).toLowerCase();
  return either(OURS.test(plain), THEIRS.test(plain)) ?? either(RECEIVABLE.test(plain), PAYABLE.test(plain));
}

const either = (ours: boolean, theirs: boolean): Side | null => (ours === theirs ? null : ours ? 'ours' : 'theirs');

/** `客户：宏图` names somebody, above one ledger as above two. */
export function isLabelled(text: string): boolean {
  return [labelledCustomer, labelledCode, labelledSupplier, labelledKeeper].some((labelOf) => labelOf(text) !== null);
}

const LEADING = /^\s*(?:我方|我司|本公司|本方|贵方|贵司|贵公司|对方|你方|客户|供方|需方|our|your|their|customer(?:'s)?)[\s:：\-_]*/i;

/** `我方日期` → `日期`: what a heading says besides whose it is; '' where that is nothing. */
export function headingWithoutWhose(heading: string): string {
  const plain = heading.normalize('NFKC');
  const simple = toSimplified(plain);
  const word = LEADING.exec(simple)?.[0] ?? '';
  return simple.length === plain.length ? plain.slice(word.length) : simple.slice(word.length);
}

const BESIDE_NAMES = /贵公司|贵方|贵司|贵单位|贵店|你公司|你方|你司|您方|我公司|我们|我单位|我厂|本方|本司|本单位|己方|供方|供货方|供货商|需方|购方|购货方|买方|采购方|卖方|销方|销货方|客方|账面|账簿|账上|记录|数据|\b(?:us|we|them|they|yours?|theirs?|seller|buyer|purchaser|client|counterparty|side|records?)\b|的?账$/gi;

/** The name in a text that says whose a ledger is, `本公司：星河电器` or `Customer's books (Granite)`; '' where it names nobody. A label is kept. */
export function nameBesideWhose(text: string): string {
  if (isLabelled(text)) return text;
  const plain = withoutWords(text.normalize('NFKC').trim(), BESIDE_NAMES, toSimplified).trim();
  const name = whoseOf(text) === null ? plain : nameInTitle(plain, toSimplified).replace(/^(?:['’]s)?[\s():：]+|[\s():：]+$/g, '');
  return fold(name).length < 2 ? '' : name;
}
