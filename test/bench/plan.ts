/** How long it takes to plan the collection from a few hundred customers, with everything that a supplier knows of them. */
import { planCollection } from '../../src/collection/plan-collection';
import { reconcile } from '../../src/engine/reconcile';
import { gridOf, TextPool, type CellValue } from '../../src/ledger/grid';
import { median, timed, type Span } from './clock';
import { OUR_SHEET, THEIR_SHEET } from './supply';
import { makeTrade, randomOf, REPS, type TradeOptions } from './trade';

export interface PlanFigures {
  readonly customers: number;
  readonly planRows: number;
  readonly trips: number;
  readonly reps: number;
  readonly span: Span;
}

const REGIONS = ['苏州', '无锡', '南京', '杭州', '宁波', '合肥', '上海', '常州', '南通', '扬州', '徐州', '嘉兴'];
const METHODS = ['电汇', '承兑', '支票', '现金'];

export async function measurePlan(options: TradeOptions, runs: number): Promise<PlanFigures> {
  const { ours, theirs, customerCount } = makeTrade(options);
  const texts = new TextPool();
  const sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>> = { [OUR_SHEET]: ours, [THEIR_SHEET]: theirs, 客户资料: masterRows(customerCount, options.seed), 账期: [['产品类别', '账期(天)'], ['彩电', 45], ['洗衣机', 30], ['小家电', 60]] };
  const { books, reconciliation, settlement, aged, annotations, settings, asOf } = await reconcile(Object.entries(sheets).map(([name, rows]) => gridOf(name, rows, {}, texts)));
  if (books.masters.length !== customerCount) throw new Error(`Of ${customerCount} customers ${books.masters.length} were read from their list: the plan would know less than it should.`);
  const made = [];
  for (let run = 0; run < runs; run++) made.push(await timed(() => planCollection(books, { asOf, reconciliation, settlement, aged, annotations, settings: settings.collection })));
  const { value: plan, span } = median(made, (each) => each.span);
  return { customers: customerCount, planRows: plan.rows.length, trips: plan.trips.length, reps: new Set(plan.rows.map(({ rep }) => rep)).size, span };
}

/** Regions around a distance of their own; one customer in eight has no pay day, as in every list. */
function masterRows(customers: number, seed: number): CellValue[][] {
  const random = randomOf(seed);
  const distances = REGIONS.map(() => Math.round(10 + random() * 300));
  const rows = Array.from({ length: customers }, (_, i) => {
    const region = Math.floor(random() * REGIONS.length);
    return [`C${String(i + 1).padStart(6, '0')}`, `第${i + 1}号家电商贸有限公司`, REPS[i % REPS.length], REGIONS[region], distances[region] + Math.floor(random() * 25), random() < 0.125 ? null : 1 + Math.floor(random() * 28), Math.floor(random() * 6), METHODS[Math.floor(random() * METHODS.length)], 100_000 + Math.round(random() * 900_000)];
  });
  return [['客户编码', '客户名称', '业务员', '区域', '距离(公里)', '付款日', '审批天数', '付款方式', '信用额度'], ...rows];
}
