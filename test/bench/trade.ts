/**
 * A seeded supplier's trade of any size, printed as two sheets: our ledger and the customers'. Realistic
 * noise: several lines a delivery booked as one line there, missing and mistyped numbers, lag, payments net
 * of deductions, returns, goods in transit. The truth is kept beside it as pairs of rows.
 */
import type { CellValue } from '../../src/ledger/grid';

export interface Trade {
  readonly ours: readonly (readonly CellValue[])[];
  readonly theirs: readonly (readonly CellValue[])[];
  /** `ourRow~theirRow`, rows from 1 as on the sheets. */
  readonly pairs: ReadonlySet<string>;
  readonly customerCount: number;
}

export interface TradeOptions {
  /** Lines of both ledgers together, about. */
  readonly lines: number;
  readonly customers: number;
  readonly seed: number;
  /** Amounts from a price list of this many prices: equal amounts abound. Absent = any amount. */
  readonly prices?: number;
  /** Every line is of this quantity: with one price, all amounts are equal. Absent = any. */
  readonly quantity?: number;
  /** True where neither side names the other's papers: only amounts and days are left. */
  readonly withoutReferences?: boolean;
  /** They book this many of a customer's deliveries as one line, a few cents off: sums that nearly fit. Absent = one. */
  readonly deliveriesPerReceipt?: number;
}

export const OUR_HEADER = ['日期', '客户编码', '客户名称', '单据类型', '单据编号', '产品类别', '规格型号', '数量', '摘要', '应收金额(借方)', '收款金额(贷方)', '业务员'];
export const THEIR_HEADER = ['日期', '客户名称', '业务类型', '我方单号', '对方单号', '借方', '贷方'];

const FIRST_DAY = 45658;
const DAYS = 365;
const CLASSES = [['彩电', '55Q'], ['洗衣机', '8KG'], ['小家电', '电水壶1.7']];
export const REPS = ['李敏', '王强', '赵磊', '陈静', '刘洋'];

/** Mulberry32: small, fast, the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Writer {
  readonly ours: CellValue[][];
  readonly theirs: CellValue[][];
  readonly pairs: Set<string>;
  readonly random: () => number;
  readonly options: TradeOptions;
  /** Deliveries by customer that they have not booked yet. */
  readonly unbooked: Map<number, Delivery[]>;
  /** Of our next paper. */
  number: number;
  /** Of theirs, from a series of its own: an office does not number its papers by its supplier's. */
  theirNumber: number;
}

interface Delivery {
  readonly document: string;
  readonly day: number;
  readonly cents: number;
  /** On our sheet. */
  readonly rows: readonly number[];
}

export function makeTrade(options: TradeOptions): Trade {
  const { lines, customers, seed, prices } = options;
  const random = randomOf(seed);
  const to: Writer = { ours: [OUR_HEADER], theirs: [THEIR_HEADER], pairs: new Set(), random, options, unbooked: new Map(), number: 1000, theirNumber: 20_000_000 };
  const list = prices ? Array.from({ length: prices }, () => Math.round(20 + random() * 400) * 10 - 1) : null;
  const price = () => (list ? list[Math.floor(random() * list.length)] : Math.round(1000 * Math.exp(random() * 4)) / 100 + 10);
  for (let customer = 0; to.ours.length + to.theirs.length - 2 < lines; customer = (customer + 1) % customers) writeDeal(to, customer, price);
  return { ours: to.ours, theirs: to.theirs, pairs: to.pairs, customerCount: customers };
}

/** One delivery, perhaps with a return, and the payment for it. */
function writeDeal(to: Writer, customer: number, price: () => number): void {
  const { random, options } = to;
  const code = `C${String(customer + 1).padStart(6, '0')}`;
  const name = `第${customer + 1}号家电商贸有限公司`;
  const rep = REPS[customer % REPS.length];
  const day = FIRST_DAY + Math.floor(random() * DAYS);
  const document = `XS-${String(++to.number).padStart(8, '0')}`;
  const ourRows: number[] = [];
  let totalCents = 0;
  for (let line = 0, count = 1 + Math.floor(random() * 3); line < count; line++) {
    const [productClass, item] = CLASSES[Math.floor(random() * CLASSES.length)];
    const quantity = options.quantity ?? 1 + Math.floor(random() * 30);
    const cents = Math.round(quantity * price() * 100);
    totalCents += cents;
    to.ours.push([day, code, name, '销售出库', document, productClass, item, quantity, '', cents / 100, '', rep]);
    ourRows.push(to.ours.length);
  }
  if (random() < 0.03) return; // in transit: they have not booked it
  bookReceipt(to, customer, name, { document, day, cents: totalCents, rows: ourRows });
  if (random() < 0.7) writePayment(to, { code, name, rep, document, day: day + 20 + Math.floor(random() * 50), cents: totalCents });
}

/** They book what came, one by one or several together. */
function bookReceipt(to: Writer, customer: number, name: string, delivery: Delivery): void {
  const { random, options } = to;
  const together = [...(to.unbooked.get(customer) ?? []), delivery];
  const several = options.deliveriesPerReceipt ?? 1;
  to.unbooked.set(customer, together.length < several ? together : []);
  if (together.length < several) return;
  const lag = Math.floor(random() * 12);
  const cents = together.reduce((sum, each) => sum + each.cents, 0) + (several > 1 ? 1 + Math.floor(random() * 9) : 0);
  to.theirs.push([delivery.day + lag, name, '采购入库', `RK${++to.theirNumber}`, options.withoutReferences ? '' : printedReference(delivery.document, random), '', cents / 100]);
  for (const { rows } of together) for (const row of rows) to.pairs.add(`${row}~${to.theirs.length}`);
}

function writePayment(to: Writer, deal: { code: string; name: string; rep: string; document: string; day: number; cents: number }): void {
  const { random, options: { withoutReferences } } = to;
  const deductionCents = random() < 0.15 ? Math.round(deal.cents * 0.02) : 0;
  const paid = deal.cents - deductionCents;
  const voucher = `FK${++to.theirNumber}`;
  to.number++;
  to.theirs.push([deal.day, deal.name, '付款', voucher, random() < 0.6 && !withoutReferences ? deal.document : '', paid / 100, '']);
  const theirRow = to.theirs.length;
  to.ours.push([deal.day + Math.floor(random() * 4), deal.code, deal.name, '收款', `SK-${to.number}`, '', '', '', random() < 0.5 && !withoutReferences ? deal.document : '', '', paid / 100, deal.rep]);
  to.pairs.add(`${to.ours.length}~${theirRow}`);
  if (deductionCents === 0) return;
  to.theirs.push([deal.day, deal.name, '返利', voucher, '', deductionCents / 100, '']);
  if (random() < 0.5) return; // not credited by us yet
  to.ours.push([deal.day + 10, deal.code, deal.name, '返利', `FL-${to.number}`, '', '', '', '', '', deductionCents / 100, deal.rep]);
  to.pairs.add(`${to.ours.length}~${to.theirs.length}`);
}

/** As the other side types our number: mostly right, often another form, sometimes missing or mistyped. */
function printedReference(document: string, random: () => number): string {
  const chance = random();
  const digits = document.slice(3);
  if (chance < 0.62) return document;
  if (chance < 0.72) return `#${Number(digits)}`;
  if (chance < 0.78) return document.toLowerCase();
  if (chance < 0.84) return digits;
  if (chance < 0.96) return '';
  const at = 3 + Math.floor(random() * 4);
  return `XS-${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at]}${digits.slice(at + 2)}`;
}
