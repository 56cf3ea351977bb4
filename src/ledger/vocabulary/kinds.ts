import { ownValue } from '../../units/own-value';
import type { EntryKind } from '../books';
import { fold } from '../fold';

/**
 * What a ledger calls its documents, by kind, in the order in which they are tried: the particular before
 * the general ("采购退货" is a return before it is a purchase).
 */
const KIND_WORDS: readonly (readonly [EntryKind, RegExp])[] = [
  ['opening', /^(期初|年初|月初|上期|上年|上月|承前|前期|opening|balance(brought|carry|carried)?forward|(brought|carry|carried)forward|balancecf|余额结转|结转余额|balancebf|bf$|bfwd|balbf|balbfwd|beginningbalance|initialbalance|balancebroughtforward|previousbalance|openingbalance|startingbalance)/],
  ['exchange', /换货|调换|exchange|replacement/],
  ['transfer', /平调|调拨|调货|转货|stocktransfer|transferin|transferout|^transfer(?!.*(payment|bank))/],
  ['write-off', /坏账|坏帐|呆账|呆帐|备抵|writeoff|baddebt|writtenoff/],
  ['rebate', /返利|回馈|返点|奖励金|年终奖|折扣|现折|rebate|bonus|discount/],
  // Goods that went back are a return, whatever was wrong with them.
  ['damage', /^(?!.*(退货|退回|退出|return)).*(破损|残次|损坏|瑕疵|货损|damage|defect|breakage)/],
  ['advertising', /广告|advert|coop|marketingfund|slotting/],
  ['promotion', /促销|进场费|堆头|端架|陈列|特价补差|价保|活动费|promotion|promo|display|markdown/],
  ['return', /退货|退回|退出|销退|进退|折让|红字|红冲|贷项|creditmemo|creditnote|customercredit|vendorcredit|suppliercredit|debitmemo|debitnote|return|refundnote|salesallowance|^dg$|^k[ga]$|^[sp]c$|^slrt$|^prrt$|^crm$|^(so|sales)?rtn$/],
  ['adjustment', /contra(?!ct)|setoff|claim|索赔/],
  ['payment', /收款|回款|付款|汇款|还款|收到|支付|[收付还].{0,5}款|电汇|转账|承兑|支票|现金|收据|银行|payment|(?<!goods)receipt|(?<!goods)received|paid|deposit|remittance|cheque|check|bankentry|cash|^dz$|^(kz|zp)$|^p[pay]$|^pmts?$|^rcpt$|^pymt$|wire|^transfer|^bnk|^csh/],
  ['invoice', /销售|销货|出库|出货|发货|发票|应收单|采购|购进|购入|进货|入库|收货|应付单|invoice|bill|sale|delivery|shipment|purchase|goodsreceipt|^d[ra]$|^kr$|^r[vre]$|^inv$|^[sp]i$|^purc$/],
  ['adjustment', /调整|^misc|差异|尾差|汇兑|其他应收|其他|journal|adjust|rounding|generaljournal|fee|手续费|补差|扣款|deduction|^ab$|^sa$|clearing|转账凭证/],
];

/** `null` where the words name no kind. */
export function kindOfWords(text: string): EntryKind | null {
  const folded = fold(text);
  if (folded === '') return null;
  for (const [kind, pattern] of KIND_WORDS) if (pattern.test(folded)) return kind;
  return null;
}

/** What the memo of a line that takes off says: `Transfer` and no more is money sent, as a type it is goods that moved. */
export function kindOfCreditMemo(text: string): EntryKind | null {
  return /^transfer(red)?$/.test(fold(text)) ? 'payment' : kindOfWords(text);
}

/** Prefixes of document numbers that are habit across systems; a ledger's own habit, once learnt, goes first. */
const KIND_BY_PREFIX: Readonly<Record<string, EntryKind>> = {
  xs: 'invoice', xsck: 'invoice', inv: 'invoice', si: 'invoice', so: 'invoice', rk: 'invoice', cgrk: 'invoice', ck: 'invoice', 'acc-sinv': 'invoice', sinv: 'invoice',
  th: 'return', sr: 'return', xsth: 'return', cgth: 'return', cn: 'return', cm: 'return', rinv: 'return', hh: 'exchange', pd: 'transfer', db: 'transfer', sk: 'payment', skd: 'payment', fk: 'payment', fkd: 'payment',
  rc: 'payment', dz: 'payment', pay: 'payment', pmt: 'payment', 'acc-pay': 'payment', bnk: 'payment', fl: 'rebate', ps: 'damage', gg: 'advertising', cx: 'promotion',
};

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Letters before the digits of a document number, in lower case; '' where it has none. Called once per line. */
export function prefixOf(document: string): string {
  let end = 0;
  let at = 0;
  for (; at < document.length && !isDigit(document.charCodeAt(at)); at++) {
    const code = document.charCodeAt(at);
    // Full-width letters are rare enough to pay for a conversion.
    if (code > 0xff00 && code < 0xff5f) return prefixOf(document.normalize('NFKC'));
    if (isLetter(code)) end = at + 1;
    else if (!' -#/'.includes(document[at])) return '';
  }
  return at < document.length ? document.slice(0, end).trim().toLowerCase() : '';
}

export function kindOfPrefix(prefix: string): EntryKind | null {
  return ownValue(KIND_BY_PREFIX, prefix) ?? null;
}

/** Kinds that tell who keeps the books: a seller writes the first, a buyer the second. */
const SELLER_WORDS = /销售|销货|出库|出货|收款|回款|^invoice|(?<!goods)receipt|^(rv|d[rzg]|s[icra]|rcpt|slrt)$|receivable|creditmemo|creditnote|customerpayment|salesinvoice|应收/;
const BUYER_WORDS = /采购|购进|购入|进货|入库|付款|^bill|^(re|k[rzg]|zp|p[icpa]|purc|pymt|prrt)$|payable|vendor|supplier|purchase|goodsreceipt|应付|debitnote|扣款|deduction/;

/** +1 a seller's word, −1 a buyer's, 0 neither. */
export function keeperOfKind(text: string): number {
  const folded = fold(text);
  return (SELLER_WORDS.test(folded) ? 1 : 0) - (BUYER_WORDS.test(folded) ? 1 : 0);
}
