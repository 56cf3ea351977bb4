import { fold } from '../fold';

/** Legal forms at the end of a company's name, and the trade words that add nothing to it. */
const LEGAL_FORMS = /(集团)?(股份)?(有限)?(责任)?公司(\(.*\))?$|集团$|股份$|(private|pte|pty|sdnbhd|limited|ltd|llc|llp|incorporated|inc|corporation|corp|company|colimited|coltd|co|plc|gmbh|ag|sa|bv|kk)$/;
const BRANCH = /(分公司|支店|分店|门市部)$/;

/** A place in brackets, wherever a name has it: `宏图家电（苏州）有限公司`. */
const PLACE_IN_BRACKETS = /^(\p{Script=Han}{2,}?)[(（]\s*(\p{Script=Han}{2,3})\s*[)）](?=\p{Script=Han})/u;

/** A folded name without its legal form, its place first: `宏图家电商贸（苏州）有限公司` → `苏州宏图家电商贸`. `folded` may remember what it was asked. */
export function coreOfName(name: string, folded: (text: string) => string = fold): string {
  let core = folded(name.trim().replace(PLACE_IN_BRACKETS, '$2$1').replace(/\s&\s/g, ' and '));
  if (BRANCH.test(core)) return core;
  for (let again = true; again; ) {
    const shorter = core.replace(LEGAL_FORMS, '');
    again = shorter !== core && shorter.length >= 2;
    if (again) core = shorter;
  }
  return core;
}

/** Words of trade in a name; what is left besides them and the place is what tells customers apart. */
const TRADE_WORDS = /家电|电器|商贸|贸易|商场|百货|电子|实业|销售|商行|商城|超市|连锁|科技|发展|投资|控股|appliances?|trading|home|stores?|electronics?|group|holdings?|retail|international|enterprises?/g;

export function withoutTradeWords(core: string): string {
  return core.replace(TRADE_WORDS, '');
}

/** True where a text ends in a legal form or in a word of trade: it can be nothing but a company's name. */
export function isCompanyName(text: string): boolean {
  const folded = fold(text);
  return folded.length >= 4 && folded.length <= 40 && (coreOfName(text) !== folded || /(商场|百货|商行|商城|超市|电器|家电|门市部|分店|stores?|trading|appliances?)$/.test(folded));
}

const CODE = String.raw`[A-Za-z]{0,4}[-.]?\d{2,10}(?:[-.]\d{1,6})?`;
const CODE_BEFORE = new RegExp(String.raw`^\s*[[(【（]?(${CODE})[\])】）]?(?:\s*[-:：_/|]\s*|\s+|(?<=[\])】）]))(?=\p{L}{2})(.+)$`, 'u');
const CODE_BEHIND = new RegExp(String.raw`^(.*\p{L}{2}.*?)\s*[[(【（](${CODE})[\])】）]\s*$`, 'u');

/** `C001 苏州宏图`, `[C001] 苏州宏图`, `苏州宏图（C001）`: code and name printed as one. */
export function codeBesideName(text: string): { readonly name: string; readonly code: string } {
  const before = CODE_BEFORE.exec(text);
  if (before) return { code: before[1], name: before[2].trim() };
  const behind = CODE_BEHIND.exec(text);
  return behind ? { code: behind[2], name: behind[1].trim() } : { name: text, code: '' };
}

/** `Northgate Interiors Ltd (formerly Northgate Fitouts Ltd)`, `宏远商贸有限公司（原名：宏图商贸有限公司）`. */
const RENAMED = /^(.{2,}?)\s*[,，([（【]\s*(?:formerly(?:\s+(?:known|trading)\s+as)?|previously|f\/?k\/?a\.?|原名称?|原称|原稱|曾用名|旧名|舊名|更名前|前身[为為]?|原(?=.{4}))\s*[:：]?\s*(.{2,}?)\s*[)\]）】]?$/i;

/** The new and the former name where a text prints both; none where it prints one. */
export function namesOfRenamed(text: string): readonly string[] {
  const names = RENAMED.exec(text);
  return names ? [names[1], names[2]] : [];
}
