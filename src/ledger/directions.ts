/** +1 for a debit, −1 for a credit, 0 where the balance is nil or nothing is said. */
export function directionOf(text: string): number {
  if (/^(借|dr?|debit|s|soll|\+)/i.test(text)) return 1;
  return /^(贷|貸|cr?|credit|h|haben|-)/i.test(text) ? -1 : 0;
}
