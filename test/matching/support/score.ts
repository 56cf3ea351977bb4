/** How well a reconciliation does against known truth: pairs of (our row, their row), and categories of rows. */
import type { Books, Side } from '../../../src/ledger/books';
import type { Match, Reconciliation } from '../../../src/matching/reconciliation';
import type { TrueGroup } from './trade';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly recallWithSuggestions: number;
  readonly categoryShare: number;
  /** Confirmed pairs that are wrong, and true pairs that nothing proposes, as `row=row`. */
  readonly wrongPairs: readonly string[];
  readonly missedPairs: readonly string[];
  readonly wrongCategories: readonly string[];
}

export function scoreOf(books: Books, result: Pick<Reconciliation, 'items'> & { readonly matches: Iterable<Match> }, groups: readonly TrueGroup[]): Score {
  const row = (side: Side) => (entry: number) => books[side].row[entry];
  const pairs = (ours: readonly number[], theirs: readonly number[]) => ours.flatMap((a) => theirs.map((b) => `${a}=${b}`));
  const truth = (kinds: (kind: string) => boolean) => new Set(groups.filter((group) => kinds(group.kind)).flatMap((group) => pairs(group.ours.map((line) => line.row as number), group.theirs.map((line) => line.row as number))));
  const neutral = truth((kind) => kind === 'misposted' || kind === 'opening');
  const wanted = truth((kind) => kind !== 'misposted' && kind !== 'opening');
  const found = (statuses: readonly string[]) => new Set([...result.matches].filter((match) => statuses.includes(match.status)).flatMap((match) => pairs(match.ours.map(row('ours')), match.theirs.map(row('theirs')))).filter((pair) => !neutral.has(pair)));
  const sure = found(['confirmed']);
  const all = found(['confirmed', 'suggested']);
  const wrongPairs = [...sure].filter((pair) => !wanted.has(pair));
  const missedPairs = [...wanted].filter((pair) => !all.has(pair));
  const hit = sure.size - wrongPairs.length;
  const categories = categoriesOf(books, result, groups);
  return {
    precision: sure.size ? hit / sure.size : 1, recall: hit / wanted.size, recallWithSuggestions: 1 - missedPairs.length / wanted.size,
    categoryShare: categories.asked ? 1 - categories.wrong.length / categories.asked : 1, wrongPairs, missedPairs, wrongCategories: categories.wrong,
  };
}

function categoriesOf(books: Books, result: Pick<Reconciliation, 'items'> & { readonly matches: Iterable<Match> }, groups: readonly TrueGroup[]): { readonly asked: number; readonly wrong: string[] } {
  const category = new Map<string, string>();
  for (const item of result.items) for (const side of ['ours', 'theirs'] as const) for (const entry of item[side]) category.set(`${side} ${books[side].row[entry]}`, item.category);
  const wrong: string[] = [];
  let asked = 0;
  for (const group of groups) {
    const wanted = /^(?:ours|theirs)-only:(.+)$/.exec(group.kind)?.[1] ?? (group.kind === 'amount-difference' || group.kind === 'misposted' ? group.kind : null);
    if (!wanted) continue;
    for (const line of [...group.ours, ...group.theirs]) {
      asked++;
      const got = category.get(`${line.side} ${line.row}`) ?? 'none';
      if (got !== wanted) wrong.push(`${line.side} ${line.row}: ${wanted} → ${got}`);
    }
  }
  return { asked, wrong };
}
