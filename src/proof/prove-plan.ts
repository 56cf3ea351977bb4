/** The proof of the plan's amounts: each row is what the open items of its customer and currency add up to, and asks for no more than is due. */
import { CLASSES, type CollectionClass } from '../aging/aged';
import { accountNumber, type Balances } from './balances';
import type { Findings, Whose } from './findings';
import type { Outcome } from './proof';

export function provePlan(outcome: Outcome, { accountCount }: Balances, findings: Findings): void {
  const { books, aged, plan, asOf } = outcome;
  const openMinor = new Float64Array(accountCount);
  const overdueMinor = new Float64Array(accountCount);
  const debitsMinor = new Float64Array(accountCount);
  const classesMinor = Object.fromEntries(CLASSES.map((name) => [name, new Float64Array(accountCount)])) as Record<CollectionClass, Float64Array>;
  for (const { item, class: itemClass } of aged.items) {
    const account = accountNumber(books, item.customer, books.ours.currency[item.entry]);
    openMinor[account] += item.openMinor;
    classesMinor[itemClass][account] += item.openMinor;
    if (item.openMinor > 0) debitsMinor[account] += item.openMinor;
    if (item.openMinor > 0 && item.dueDay !== null && item.dueDay < asOf) overdueMinor[account] += item.openMinor;
  }
  for (const row of plan.rows) {
    const whose: Whose = { customer: row.customer, currency: books.currencies.indexOf(row.currency) };
    const account = accountNumber(books, row.customer, whose.currency);
    findings.sameMinor('plan-open', whose, row.openMinor, openMinor[account]);
    findings.sameMinor('plan-overdue', whose, row.overdueMinor, overdueMinor[account]);
    for (const name of CLASSES) findings.sameMinor('plan-class', whose, row.classesMinor[name], classesMinor[name][account], name);
    findings.sameMinor('plan-ask', whose, row.askMinor, Math.min(Math.max(0, row.askMinor), debitsMinor[account]));
  }
}
