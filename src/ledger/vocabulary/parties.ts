import { fold } from '../fold';

/** Legal forms at the end of a company's name, and the trade words that add nothing to it. */
const LEGAL_FORMS = /(集团)?(股份)?(有限)?(责任)?公司(\(.*\))?$|集团$|股份$|(private|pte|pty|sdnbhd|limited|ltd|llc|llp|incorporated|inc|corporation|corp|company|colimited|coltd|co|plc|gmbh|ag|sa|bv|kk)$/;
const BRANCH = /(分公司|支店|分店|门市部)$/;

/** A folded name without its legal form: `苏州宏图家电商贸有限公司` → `苏州宏图家电商贸`. */
export function coreOfName(name: string): string {
  let core = fold(name);
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
