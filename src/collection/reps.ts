/** Who visits whom when the visits are spread over another number of reps: the what-if of a manager. */
import type { CustomerIndex } from '../ledger/books';
import { compareText } from '../aging/compare-text';

interface Assigned {
  readonly customer: CustomerIndex;
  readonly rep: string;
  readonly region: string;
}

/**
 * Rep by customer. A rep's customers of one region stay together. With fewer reps than are named, those
 * with the fewest customers hand theirs over; with more, numbered ones take regions from the busiest.
 */
export function spreadOverReps(accounts: readonly Assigned[], repCount: number | null): ReadonlyMap<CustomerIndex, string> {
  const named = new Map(accounts.map((account) => [account.customer, account.rep]));
  if (repCount === null) return named;
  const groups = new Map<string, { rep: string; customers: Set<CustomerIndex> }>();
  for (const { customer, rep, region } of accounts) {
    const key = `${rep}|${region || customer}`;
    const group = groups.get(key) ?? { rep, customers: new Set<CustomerIndex>() };
    group.customers.add(customer);
    groups.set(key, group);
  }
  const loads = new Map<string, number>();
  for (const { rep, customers } of groups.values()) if (rep !== '') loads.set(rep, (loads.get(rep) ?? 0) + customers.size);
  const kept = [...loads].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).slice(0, repCount).map(([rep]) => rep);
  const reps = [...kept, ...numberedReps(repCount - kept.length, new Set(loads.keys()))];
  return balanced([...groups.values()], reps);
}

function balanced(groups: { rep: string; customers: Set<CustomerIndex> }[], reps: readonly string[]): Map<CustomerIndex, string> {
  const load = new Map(reps.map((rep) => [rep, 0]));
  const loadOf = (rep: string) => load.get(rep) as number;
  const give = (group: { rep: string; customers: Set<CustomerIndex> }, rep: string) => {
    if (load.has(group.rep)) load.set(group.rep, loadOf(group.rep) - group.customers.size);
    group.rep = rep;
    load.set(rep, loadOf(rep) + group.customers.size);
  };
  const least = () => reps.reduce((best, rep) => (loadOf(rep) < loadOf(best) ? rep : best));
  for (const group of groups) if (load.has(group.rep)) load.set(group.rep, loadOf(group.rep) + group.customers.size);
  const orphans = groups.filter((group) => !load.has(group.rep)).sort((a, b) => b.customers.size - a.customers.size);
  for (const group of orphans) give(group, least());
  // Each move makes the busiest less busy without making the other as busy: it ends.
  for (let moves = 0; moves < groups.length; moves++) {
    const busiest = reps.reduce((best, rep) => (loadOf(rep) > loadOf(best) ? rep : best));
    const idle = least();
    const gap = loadOf(busiest) - loadOf(idle);
    const movable = groups.filter((group) => group.rep === busiest && group.customers.size < gap).sort((a, b) => b.customers.size - a.customers.size)[0];
    if (!movable) break;
    give(movable, idle);
  }
  return new Map(groups.flatMap((group) => [...group.customers].map((customer) => [customer, group.rep] as const)));
}

/** "1", "2" … that no rep is named already. */
function numberedReps(count: number, taken: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (let number = 1; names.length < count; number++) if (!taken.has(String(number))) names.push(String(number));
  return names;
}
