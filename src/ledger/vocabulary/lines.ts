import { fold } from '../fold';

/** Words that tell what a printed line is when it is no entry. All are tried on folded text. */
const OPENING = /^(期初|年初|月初)(余额|结余|数|欠款|应收|应付|未收|未付)?$|^(上期|上年|上月|前期|承前)(结转|余额|页|转入|结余|期|结欠|欠款|未收|未付|未结)*$|^(balance)?(brought|carried)forward$|^balance(b|c)?\/?f(wd)?$|^balance(forward|bf|cf|bfwd)|^(opening|beginning|starting|previous|initial)(balance)?$|^(bal)?bf(wd)?$|^broughtforward|^openingentry/;
/** Words that open an account where they stand on its first line; on any other they may as well close one. */
const FORWARD = /^余额结转$|^结转余额$|^(bal|balance)?(brought|carry|carried)forward\d*$|^(bal|balance)(b|c)f(wd)?\d*$/;
/** `Opening balance 01.01.2026`, `B/fwd as at 1/4/26`. */
const DAY_BEHIND = /(asof|asat|at|on|per)?\d{4,8}$/;
const CLOSING = /^(期末|年末|月末)(余额|结余|数|欠款)?$|^(结转|转)?(下期|下年|下月|次页|下页)$|^(过次页|结转下年|结转下期|转下页)$|^(closing|ending)(balance)?($|openingtotal)|^balance(asof|at|on).*|^(尚欠|欠款|应收|应付)余额(合计)?$|^余额$|^balance$|^(amount|balance|total)due\d*$|^balancecarried(forward|down)/;
/** `欠款：1450` or `我方余额` below the lines; on a line of its own day it says that goods were sold on credit. */
const OWING = /^(我方|我司|本公司|贵方|贵司|贵公司|对方|双方|客户)(期末|账面|账上)*(余额|结余)$|^(双方)?(余额)?差(额|异)(数|金额|合计)?$|^(our|your|their|customers)(closing|ending)?balance$|^(differences?|balanceper(our|your|their|customers)books)$|^(累计|合计|总共|总计|总|共|还|尚|结|下|净)?欠(款|账|帐)?(余额|金额|总额|合计|数)?[¥$]?\d*元?$/;
const SUBTOTAL = /^(本[日月季年期]|当[日月年期]|全年|客户|单位|本页|本单|本期发生|每月|\d{1,2}月份?|\d{4}年(\d{1,2}月)?)?(发生额?)?(合计|小计|总计|累计|共计|月计|年计|日计)(数|金额|余额|行)?[:]?$|^合计.{0,6}$|^(sub|grand|monthly|running|cumulative|report|page|ytd|month|customer|account|vendor|supplier|client|party|group|company)?totals?$|^yeartodate$|^累计(发生额)?$|^(本年|本月|本期|本日)(累计|合计|小计|发生额?)$|.{1,40}(小计|合计|累计)$/;
/** `April total`, `Q2 totals`, `Week 14 total`: the totals of a period, as people write them who add up by hand. */
const PERIOD_TOTAL = /^(q[1-4]|quarter\d?|h[12]|(week|wk|month|period)(ending)?\d*|(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})(\d{2}|\d{4})?(sub)?totals?$/;
const TOTAL_FOR = /^(total|subtotal|totals)(for|of)?(.+)$/;
const SIGNATURE = /^(制表|制单|审核|复核|经办|会计|财务|出纳|主管|核准|负责人|签字|签章|签名|盖章|打印|制作|列印|覆核|确认)(人|主管|经理|日期|时间|单位)?($|.)|(盖章|签字|签章|签名|公章)|^(preparedby|approvedby|checkedby|signature|signed|reviewedby|printedon|printedby|generatedon|reportgenerated|stamp|page\d)/;

export type LineWord = 'opening' | 'closing' | 'owing' | 'subtotal' | 'signature';

/** `期初余额：36,867.13`, `Balance brought forward: 4,656.50 Cr`: the words and what stands behind them. */
const OPENING_WITH_AMOUNT = /^\s*((?:截至|as (?:of|at))?[^:：\d]{2,30}?)\s*[:：]\s*((?:[借贷貸]|dr|cr)?\s*\S*\d[\d.,'’\s]*\S*)\s*$/i;

/** The amount, as printed, of a text that tells an opening balance and what it was; `null` for any other. */
export function openingAmountIn(text: string): string | null {
  const parts = text.length > 60 ? null : OPENING_WITH_AMOUNT.exec(text.normalize('NFKC'));
  return parts && OPENING.test(fold(parts[1])) ? parts[2] : null;
}

/** What the text says a line is; `null` where it says nothing of the kind. */
export function lineWordOf(text: string): LineWord | null {
  if (text.length > 80) return null;
  if (/^\s*\*+\s*$/.test(text)) return 'subtotal';
  const folded = fold(text);
  if (folded === '') return null;
  if (OPENING.test(folded) || OPENING.test(folded.replace(DAY_BEHIND, '')) || openingAmountIn(text) !== null) return 'opening';
  if (CLOSING.test(folded)) return 'closing';
  if (OWING.test(folded)) return 'owing';
  if (SUBTOTAL.test(folded) || PERIOD_TOTAL.test(folded) || TOTAL_FOR.test(folded)) return 'subtotal';
  if (SIGNATURE.test(folded)) return 'signature';
  return null;
}

/** Spares the folding of every text of a ledger. */
const MAY_CARRY_FORWARD = /[期年月承余餘结結]|forward|[bc]\s?\/?\s?f|opening|balance/i;

/** True where a line says that it carries a balance forward, to whatever it stands in. */
export function carriesForward(text: string): boolean {
  if (text.length > 80 || !MAY_CARRY_FORWARD.test(text)) return false;
  return [fold(text), fold(text).replace(DAY_BEHIND, '')].some((words) => OPENING.test(words) || FORWARD.test(words));
}

const NAME_LABEL = /^\s*(?:客户(?:名称|全称|全名|简称)?|客戶(?:名稱|全稱|全名|簡稱)?|往来单位(?:名称)?|往來單位(?:名稱)?|单位名称|单位|單位名稱|往来对象|往來對象|购货单位|客商(?:名称)?|户名|戶名|customer(?: name)?|client|partner|party|account(?: name)?|name(?: 1)?|contact|statement for|to|bill to)\s*[:：]\s*(.+)$/i;
const CODE_LABEL = /^\s*(?:(?:客户|客戶|往来单位|往來單位|单位|單位|客商)(?:编号|編號|编码|編碼|代号|代號|代码|代碼)|customer (?:no\.?|number|id|code|account)|account (?:no\.?|number|code|ref)|a\/c(?: no\.?| ref)?)\s*[:：]\s*(.+)$/i;
const SUPPLIER_LABEL = /^\s*(?:供应商(?:名称)?|供應商(?:名稱)?|供货单位|供貨單位|厂商|廠商|销货单位|收款单位|vendor(?: account| name)?|supplier(?: name| account)?)\s*[:：]\s*(.+)$/i;
const KEEPER_LABEL = /^\s*(?:our company|company(?: name)?|from|statement from|公司名称|公司名稱|公司|编制单位|編製單位|核算单位|核算單位|本公司)\s*[:：]\s*(.+)$/i;
const LABEL_ALONE = /^\s*(?:(?:客户|客戶)(?:名称|名稱|全称|全稱|全名|简称|簡稱|编号|編號|编码|編碼|代号|代號|代码|代碼)?|往来单位|往來單位|单位名称|单位|單位|购货单位|购货方|客商|户名|戶名|供应商名称|供应商|供應商|公司名称|公司|customer(?: name| no\.?| account| code)?|client|partner|party|vendor|supplier|company|bill to|to|from|statement for|name(?: 1)?|a\/c(?: no\.?| ref)?|account(?: name| no\.?| code| ref)?)\s*[:：]?\s*$/i;

/** `客户：苏州宏图` → `苏州宏图`. */
export function labelledCustomer(text: string): string | null {
  return NAME_LABEL.exec(text)?.[1].trim() ?? null;
}

/** `客戶代號：A001` → `A001`. */
export function labelledCode(text: string): string | null {
  return CODE_LABEL.exec(text)?.[1].trim() ?? null;
}

/** `供應商：華星家電` names us, on whichever sheet it stands. */
export function labelledSupplier(text: string): string | null {
  return SUPPLIER_LABEL.exec(text)?.[1].trim() ?? null;
}

/** `公司：华星家电` names whoever keeps the ledger: us on our sheet, the customer on theirs. */
export function labelledKeeper(text: string): string | null {
  return KEEPER_LABEL.exec(text)?.[1].trim() ?? null;
}

/** Texts of a row with a label and the value in the cell beside it as one: `客户 | 苏州宏图` is `客户：苏州宏图`. */
export function withLabels(texts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < texts.length; i++) {
    const isLabel = LABEL_ALONE.test(texts[i]) && i + 1 < texts.length && !LABEL_ALONE.test(texts[i + 1]);
    joined.push(isLabel ? `${texts[i].replace(/[:：\s]+$/, '')}：${texts[++i]}` : texts[i]);
  }
  return joined;
}

/** Whether a text that stands alone can be somebody's name: no sentence, no date, no measure. */
export function mayBeName(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return plain.length >= 2 && plain.length <= 60 && /\p{L}{2}/u.test(plain) && !/^[※*★☆●■◆▲]|[。;!?]|[\u4e00-\u9fff],|\d+月\d+日|^(注|备注|備註|说明|說明|note|remark)s?[:\s]/iu.test(plain) && lineWordOf(plain) === null;
}
