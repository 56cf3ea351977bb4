/** Scores a result as the product's acceptance does: pairs of rows, categories of rows, balances, identity, due days. */
import type { Source, SourceGroup } from './source';

export interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** The parts of the result JSON that are scored. */
export interface ScoredResult {
  readonly customers: readonly { readonly customer: string; readonly currency: string; readonly ours: { readonly closing: number }; readonly theirs: { readonly closing: number }; readonly reconcilingItems: readonly { readonly category: string; readonly amount: number; readonly rows: readonly Place[] }[] }[];
  readonly matches: readonly { readonly ours: readonly Place[]; readonly theirs: readonly Place[]; readonly status: string }[];
  readonly openItems: readonly (Place & { readonly dueDate: string | null })[];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly categories: number;
  readonly balances: number;
  readonly identity: number;
  readonly due: number;
  /** Shares of this printing that are wrong, in words. */
  readonly wrong: readonly string[];
}

const keyOf = ({ sheet, row }: Place) => `${sheet}!${row}`;
const pairsOf = (ours: readonly string[], theirs: readonly string[]) => ours.flatMap((a) => theirs.map((b) => `${a} ~ ${b}`));

/** `due` is asked of the open items among these lines only. */
export function scoreOf(source: Source, placeOf: ReadonlyMap<number, Place>, result: ScoredResult, isoDay: (day: number) => string): Score {
  const wrong: string[] = [];
  const keysOf = (ids: readonly number[]) => ids.map((id) => keyOf(placeOf.get(id) as Place));
  const truePairs = (groups: readonly SourceGroup[]) => new Set(groups.flatMap((group) => pairsOf(keysOf(group.ours), keysOf(group.theirs))));
  const neutral = truePairs(source.groups.filter(({ kind }) => kind === 'misposted'));
  const wanted = truePairs(source.groups.filter(({ kind }) => kind !== 'misposted'));
  const confirmed = result.matches.filter(({ status }) => status !== 'suggested');
  const found = new Set(confirmed.flatMap((match) => pairsOf(match.ours.map(keyOf), match.theirs.map(keyOf))).filter((pair) => !neutral.has(pair)));
  const hits = [...found].filter((pair) => wanted.has(pair)).length;
  for (const pair of found) if (!wanted.has(pair)) wrong.push(`pair ${pair}`);
  return {
    precision: found.size ? hits / found.size : 1, recall: wanted.size ? hits / wanted.size : 1, categories: categoriesOf(source, placeOf, result, wrong),
    ...balancesOf(source, result, wrong), due: dueOf(source, placeOf, result, isoDay, wrong), wrong,
  };
}

function categoriesOf(source: Source, placeOf: ReadonlyMap<number, Place>, result: ScoredResult, wrong: string[]): number {
  const category = new Map(result.customers.flatMap((customer) => customer.reconcilingItems.flatMap((item) => item.rows.map((row) => [keyOf(row), item.category] as const))));
  let right = 0;
  let asked = 0;
  for (const group of source.groups) {
    const expected = /^(?:ours|theirs)-only:(.+)$/.exec(group.kind)?.[1] ?? (group.kind === 'amount-difference' || group.kind === 'misposted' ? group.kind : null);
    if (expected === null) continue;
    for (const id of [...group.ours, ...group.theirs]) {
      asked++;
      const key = keyOf(placeOf.get(id) as Place);
      if (category.get(key) === expected) right++;
      else wrong.push(`category ${key}: ${expected} → ${category.get(key) ?? 'none'}`);
    }
  }
  return asked ? right / asked : 1;
}

function balancesOf(source: Source, result: ScoredResult, wrong: string[]): { balances: number; identity: number } {
  let balances = 0;
  let identity = 0;
  source.customers.forEach(({ name, currency }, at) => {
    const sum = (side: string) => source.lines.reduce((total, line) => total + (line.customer === at && line.side === side ? line.amountMinor : 0), 0);
    const got = result.customers.find((each) => each.customer.includes(name) && (currency === undefined || each.currency === currency));
    const minor = (amount: number) => Math.round(amount * 100);
    if (got && minor(got.ours.closing) === sum('ours') && minor(got.theirs.closing) === sum('theirs')) balances++;
    else wrong.push(`balance ${name}: ${sum('ours') / 100} and ${sum('theirs') / 100} → ${got ? `${got.ours.closing} and ${got.theirs.closing}` : 'no such customer'}`);
    const items = got?.reconcilingItems.reduce((total, item) => total + minor(item.amount), 0);
    if (got && minor(got.ours.closing) - minor(got.theirs.closing) === items) identity++;
  });
  return { balances: balances / source.customers.length, identity: identity / source.customers.length };
}

function dueOf(source: Source, placeOf: ReadonlyMap<number, Place>, result: ScoredResult, isoDay: (day: number) => string, wrong: string[]): number {
  const open = new Map(result.openItems.map((item) => [keyOf(item), item.dueDate]));
  let right = 0;
  let asked = 0;
  for (const line of source.lines) {
    const key = keyOf(placeOf.get(line.id) as Place);
    if (line.dueDay === null || !open.has(key)) continue;
    asked++;
    if (open.get(key) === isoDay(line.dueDay)) right++;
    else wrong.push(`due ${key}: ${isoDay(line.dueDay)} → ${open.get(key)}`);
  }
  return asked ? right / asked : 1;
}
