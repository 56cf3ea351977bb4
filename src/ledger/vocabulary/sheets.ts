import type { SheetRole } from '../books';
import { fold } from '../fold';

/** What tabs and titles say about a sheet, with how much it weighs. */
const ROLE_WORDS: readonly (readonly [SheetRole, RegExp, number])[] = [
  ['customer-ledger', /应付|供应商往来|采购明细|payable|vendor|supplier|apledger|ap明细|theirs?|customersbooks/, 1],
  ['customer-ledger', /客户对账|客户对帐|客户往来|对方|贵公司|statement|stmt|客户账|customerstatement|customerledger-|往来对账函|银行对账|bank|对账单/, 0.6],
  ['our-ledger', /应收|receivable|arledger|ar明细|我方|本公司账|our|customerbalancedetail|arsubledger|debtors|sales(invoices?|ledger|daybook|register)|fbl5n|销售明细|cashbook|现金日记|日记账|glledger/, 1],
  ['our-ledger', /明细账|明细帐|往来账|往来帐|往来明细|generalledger|partnerledger|customerledger|transactionlist|agingdetail|ledger|books/, 0.4],
  ['terms', /^账期|^帐期|账期表|付款条件|信用期|^terms|paymentterms|creditterms/, 1],
  ['customers', /客户资料|客户档案|客户信息|客户主档|客户基本|客户清单|客户一览|^customers?$|customermaster|customerlist|clients/, 1],
  ['agreements', /协议|合约|合同|agreement|contract/, 1],
  ['visits', /拜访|走访|访问|visit/, 1],
  ['remittances', /汇款明细|付款明细|收款核销|付款通知|核销明细|汇款通知|remittance|paymentadvice|allocation/, 1],
  ['sell-through', /实销|销售上报|终端销售|动销|进销存|售出|已售|(铺货|寄售|寄卖|代销)(销售|销量)|sellthrough|sellout|soldreport|storesales/, 1],
];

/** How strongly a tab or title speaks for each role. */
export function rolesOfTitle(text: string): ReadonlyMap<SheetRole, number> {
  const folded = fold(text);
  const weights = new Map<SheetRole, number>();
  for (const [role, pattern, weight] of ROLE_WORDS) if (pattern.test(folded)) weights.set(role, Math.max(weights.get(role) ?? 0, weight));
  return weights;
}

/** Words around a customer's name in a tab or a title: kinds of ledger, periods, codes of the sheet's own. */
const AROUND_NAMES = /我方|对方|我司|贵公司|本公司|日记账|银行|现金|流水|\bours?\b|\btheirs?\b|\ball\b|\b(?:activity|outstanding)\b|\bbank\b|\bcash ?books?\b|应[收付](账款|帐款|账|帐)?|往来[账帐]?(户|单|款)?|对[账帐](单|函|表|明细)?|(?:核对|对照)[表单]?|明细[账帐表]?|客户(?!名)|供应商|厂商|账款|帐款|帐户|账户|总[账帐]|分户[账帐]?|余额表?|单位|查询|报表|\b(?:statements?(?: of accounts?)?|stmt|accounts? (?:receivable|payable)|a\/?[rp]|customers?|vendors?|suppliers?|ledgers?|details?|sub-?ledger|balance|transactions?|list by|open items?|account|aging|aged|receivables?|payables?|as (?:of|at)|from|to|until|period|for|books)\b/gi;

/** A tab or title without the words around the name: what is left may be a name or a code. */
export function nameInTitle(text: string, simplify: (text: string) => string): string {
  const plain = text.normalize('NFKC').trim().replace(/\.(xlsx?|xlsm|csv|et|pdf|docx?)$/i, '').replace(/_/g, ' ');
  return withoutWords(plain, AROUND_NAMES, simplify)
    .replace(/\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?)?月?/g, ' ')
    .replace(/(?<!\d)(?:19|20|1)\d{2}\s*年度?(?:[上下]半年)?/g, ' ')
    .replace(/(?<![\dA-Za-z-])(?:20\d{2}|1\d{2})(?:0[1-9]|1[0-2])(?:\d{2})?$/, ' ')
    .replace(/\(\s*\)|【\s*】/g, ' ')
    .replace(/^[\s\-_—–:：,，.·|]+|[\s\-_—–:：,，·|]+$/g, '')
    .replace(/\s{2,}/g, ' ');
}

/** A printed text with a blank for every word; `words` are simplified. */
export function withoutWords(plain: string, words: RegExp, simplify: (text: string) => string): string {
  const simple = simplify(plain);
  // Conversion keeps the length, so that a word found in the simplified text is cut from the printed one.
  if (simple.length !== plain.length) return plain.replace(words, ' ').trim();
  let left = '';
  let from = 0;
  for (const match of simple.matchAll(words)) {
    left += `${plain.slice(from, match.index)} `;
    from = match.index + match[0].length;
  }
  return left + plain.slice(from);
}

const LEDGER_TITLE = /应[收付]|往来[账帐]?(户|单|款)?|对[账帐]|明细|账[单簿]?$|帐[单簿]?$|余额|statement|ledger|receivable|payable|balance|transactions|aging|report|summary|detail|listing/;

/** True where a title line names a kind of sheet rather than somebody. */
export function isSheetTitle(text: string): boolean {
  return LEDGER_TITLE.test(fold(text));
}

/** A list of what came in, kept by a seller; on a buyer's ledger the same money is paid out. */
const RECEIPTS = /收款|回款|receipts?(?!no)|received/;
const NO_RECEIPTS = /应收|应付|往来|对账|对帐|核销|销售|付款|goodsreceipt|payable|paid/;

/** True where a tab, a title or a heading names a list of receipts and nothing else. */
export function namesReceipts(text: string): boolean {
  const folded = fold(text);
  return RECEIPTS.test(folded) && !NO_RECEIPTS.test(folded);
}
