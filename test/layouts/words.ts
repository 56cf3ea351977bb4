/** What the two sides call their documents, in the systems' own words. */
import type { EntryKind } from '../../src/ledger/books';

type Words = Readonly<Partial<Record<EntryKind, string>>>;

export const OURS_CN: Words = { opening: '期初余额', invoice: '销售出库', return: '销售退货', payment: '收款', transfer: '平调', rebate: '返利', damage: '破损赔付', advertising: '广告费', promotion: '终端促销费' };
export const OURS_KINGDEE: Words = { opening: '期初余额', invoice: '应收单', return: '应收单', payment: '收款单', transfer: '其他应收单', rebate: '其他应收单', damage: '其他应收单', advertising: '其他应收单', promotion: '其他应收单' };
export const OURS_TW: Words = { opening: '上期結轉', invoice: '銷貨單', return: '銷退單', payment: '收款單', transfer: '調撥單', rebate: '回饋折讓', damage: '破損折讓', advertising: '廣告費折讓', promotion: '促銷費折讓' };
export const OURS_EN: Words = { opening: 'Opening Balance', invoice: 'Invoice', return: 'Credit Memo', payment: 'Payment', transfer: 'Transfer', rebate: 'Rebate', damage: 'Damage allowance', advertising: 'Advertising', promotion: 'Promotion' };
export const OURS_SAP: Words = { opening: 'AB', invoice: 'RV', return: 'DG', payment: 'DZ', transfer: 'DR', rebate: 'DG', damage: 'DG', advertising: 'DG', promotion: 'DG' };
export const OURS_XERO: Words = { opening: 'Opening Balance', invoice: 'Receivable Invoice', return: 'Receivable Credit Note', payment: 'Receivable Payment', transfer: 'Manual Journal', rebate: 'Receivable Credit Note', damage: 'Receivable Credit Note', advertising: 'Receivable Credit Note', promotion: 'Receivable Credit Note' };
export const OURS_ERPNEXT: Words = { opening: 'Opening', invoice: 'Sales Invoice', return: 'Sales Invoice', payment: 'Payment Entry', transfer: 'Journal Entry', rebate: 'Journal Entry', damage: 'Journal Entry', advertising: 'Journal Entry', promotion: 'Journal Entry' };
export const OURS_ODOO: Words = { opening: 'MISC', invoice: 'INV', return: 'RINV', payment: 'BNK1', transfer: 'MISC', rebate: 'RINV', damage: 'RINV', advertising: 'RINV', promotion: 'RINV' };

export const THEIRS_CN: Words = { opening: '期初余额', invoice: '采购入库', return: '采购退货', payment: '付款', transfer: '采购入库', rebate: '返利扣款', damage: '破损扣款', advertising: '广告费扣款', promotion: '促销费扣款' };
export const THEIRS_TW: Words = { opening: '上期結轉', invoice: '進貨', return: '進貨退出', payment: '付款', transfer: '進貨', rebate: '返利扣款', damage: '破損扣款', advertising: '廣告扣款', promotion: '促銷扣款' };
export const THEIRS_EN: Words = { opening: 'Balance forward', invoice: 'Bill', return: 'Vendor Credit', payment: 'Bill Payment', transfer: 'Bill', rebate: 'Rebate deduction', damage: 'Damage deduction', advertising: 'Advertising deduction', promotion: 'Promotion deduction' };
export const THEIRS_SAP: Words = { opening: 'AB', invoice: 'RE', return: 'KG', payment: 'KZ', transfer: 'RE', rebate: 'KG', damage: 'KG', advertising: 'KG', promotion: 'KG' };

/** What a deduction is for, where the document's kind does not say. */
export const PURPOSE: Words = { rebate: '返利', damage: '破损', advertising: '广告费', promotion: '促销费', transfer: '平调' };
export const PURPOSE_EN: Words = { rebate: 'Rebate', damage: 'Damaged goods', advertising: 'Advertising', promotion: 'Promotion', transfer: 'Stock transfer' };
