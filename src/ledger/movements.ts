import type { Field } from './books';
import { parseAmountText } from './amount-text';
import { mainColumn, type ColumnMap, type ColumnProfile } from './columns';
import { directionOf } from './directions';
import type { Table } from './tables';
import { isMoneyInOut } from './vocabulary/headings';

/**
 * Which columns move an account, where the headings do not tell or tell wrongly: a running balance proves what
 * moves it, and of two columns of money that never stand in one row one adds what the other takes off.
 */

/** Share of the rows that must agree before content overrules a heading. */
export const AGREEING_SHARE = 0.9;
export const ROWS_LEAST = 4;
/** Half a cent and a little: printed amounts have been through binary fractions. */
const NEAR = 0.006;
const MONEY_SHARE = 0.8;
/** A balance explained this far is left as it is read. */
const SETTLED_SHARE = 0.97;
/** Of the rows that print amounts; totals are among them. */
const SEVERAL_SHARE = 0.75;
const ROWS_MAX = 2000;
/** Fields whose numbers are no money, though they look like it. */
const NUMBERED: readonly Field[] = ['document', 'reference', 'customer-code', 'clearing'];
/** Money columns tried with each other, at most. */
const CANDIDATES_MAX = 8;

/** Amounts of a table by column, each read once; NaN where a cell holds none. */
export class Numbers {
  private readonly columns = new Map<number, Float64Array>();
  private readonly count: number;

  constructor(private readonly table: Table) {
    this.count = Math.max(0, Math.min(table.lastRow - table.headerBottom, ROWS_MAX));
  }

  of(column: number): Float64Array {
    let numbers = this.columns.get(column);
    if (!numbers) {
      const { grid, headerBottom, headerRows } = this.table;
      numbers = Float64Array.from({ length: this.count }, (_, i) => {
        const row = headerBottom + 1 + i;
        const value = headerRows.has(row) ? null : grid.value(row, column);
        return typeof value === 'number' ? value : typeof value === 'string' ? (parseAmountText(value) ?? Number.NaN) : Number.NaN;
      });
      this.columns.set(column, numbers);
    }
    return numbers;
  }

  /** Whether a column's heading says that money came in or went out, which either side of an account may print. */
  tellsMoney(column: number): boolean {
    return isMoneyInOut(this.table.headings[column] ?? '');
  }

  /** Whether a column of directions says credit more often than debit. */
  saysCredit(column: number): boolean {
    let votes = 0;
    for (let i = 0; i < this.count && column >= 0; i++) votes += directionOf(this.table.grid.text(this.table.headerBottom + 1 + i, column));
    return votes < 0;
  }
}

export const isMoney = ({ filled, amounts, dates, isCounter, codes, isText }: ColumnProfile) => filled > 0 && amounts >= MONEY_SHARE && dates < 0.9 && !isCounter && !(isText && codes >= MONEY_SHARE);

interface Agreement {
  readonly steps: number;
  readonly agreeing: number;
}

/** How well steps of the balance agree with what two columns move it by. */
function agreement(balance: Float64Array, up: Float64Array | null, down: Float64Array | null): Agreement {
  let [steps, agreeing, last] = [0, 0, Number.NaN];
  balance.forEach((printed, i) => {
    if (Number.isNaN(printed)) return;
    const moved = (up?.[i] || 0) - (down?.[i] || 0);
    if (!Number.isNaN(last) && printed !== last) {
      // A balance printed without its sign may change sides: the step is then the sum of both.
      const agrees = Math.abs(Math.abs(printed - last) - Math.abs(moved)) < NEAR || Math.abs(Math.abs(printed + last) - Math.abs(moved)) < NEAR;
      // One account's lines below another's: what begins at nothing says nothing of the line above.
      const isAnew = !agrees && Math.abs(Math.abs(printed) - Math.abs(moved)) < NEAR;
      if (!isAnew) steps++;
      if (agrees) agreeing++;
    }
    last = printed;
  });
  return { steps, agreeing };
}

export function settleMovements(profiles: readonly ColumnProfile[], columns: Map<Field, readonly number[]>, numbers: Numbers): void {
  const other = new Set((['quantity', 'unit-price', 'balance'] as const).map((field) => mainColumn(columns, field)));
  const candidates = profiles.flatMap((profile, column) => (isMoney(profile) && !other.has(column) ? [column] : [])).slice(0, CANDIDATES_MAX);
  const balance = mainColumn(columns, 'balance');
  if (balance >= 0) {
    const now = readAgreement(balance, columns, numbers);
    if (now.agreeing < now.steps * SETTLED_SHARE && !moveBySeveral(balance, candidates, columns, numbers, now.agreeing)) moveByBalance(balance, candidates, columns, numbers, now.agreeing);
    return;
  }
  const spoken = new Set((['debit', 'credit', 'amount', 'paid'] as const).map((field) => mainColumn(columns, field)));
  const running = candidates.find((column) => !spoken.has(column) && moveByBalance(column, candidates.filter((each) => each !== column), columns, numbers, 0));
  if (running !== undefined) setBalance(columns, running);
  else if (!(['debit', 'credit', 'amount', 'open'] as const).some((field) => columns.has(field))) {
    const numbered = new Set(NUMBERED.flatMap((field) => columns.get(field) ?? []));
    moveByExclusion(candidates.filter((column) => !numbered.has(column)), columns, numbers);
  }
}

function setBalance(columns: Map<Field, readonly number[]>, column: number): void {
  for (const [field, [main]] of columns) if (main === column) columns.delete(field);
  columns.set('balance', [column]);
}

/** How well the columns read for movements explain the balance. */
function readAgreement(balance: number, columns: ColumnMap, numbers: Numbers): Agreement {
  const column = (...fields: Field[]) => fields.map((field) => mainColumn(columns, field)).find((at) => at >= 0);
  const [up, down] = [column('debit', 'amount'), column('credit', 'paid')].map((at) => (at === undefined ? null : numbers.of(at)));
  return agreement(numbers.of(balance), up, down);
}

/** Takes for movements the one or two columns by which the balance steps, in more than `least` rows; false where there are none. */
function moveByBalance(balance: number, candidates: readonly number[], columns: Map<Field, readonly number[]>, numbers: Numbers, least: number): boolean {
  const printed = numbers.of(balance);
  const explained = (up: number, down: number | null) => {
    const { steps, agreeing } = agreement(printed, numbers.of(up), down === null ? null : numbers.of(down));
    return steps >= ROWS_LEAST && agreeing >= steps * AGREEING_SHARE ? agreeing : 0;
  };
  const single = candidates.map((column) => ({ column, rows: explained(column, null) })).sort((a, b) => b.rows - a.rows)[0];
  for (const up of candidates) {
    for (const down of candidates) {
      if (up === down || explained(up, down) <= Math.max(least, single.rows) || !raises(printed, numbers.of(up))) continue;
      setPair(columns, up, down, numbers, numbers.saysCredit(mainColumn(columns, 'direction')));
      return true;
    }
  }
  if (single === undefined || single.rows <= least) return false;
  for (const field of ['debit', 'credit', 'paid'] as const) columns.delete(field);
  columns.set('amount', [single.column]);
  return true;
}

interface Movers {
  readonly ups: readonly number[];
  readonly downs: readonly number[];
  readonly agreeing: number;
}

/**
 * `应收 | 收款 | 冲销 | 余额`: more than two columns move the balance. They are taken one after another, each the
 * way in which most steps come right, as long as every one explains more than was explained; false where the balance stays unexplained.
 */
function moveBySeveral(balance: number, candidates: readonly number[], columns: Map<Field, readonly number[]>, numbers: Numbers, least: number): boolean {
  const printed = numbers.of(balance);
  let best: Movers = { ups: [], downs: [], agreeing: 0 };
  for (let more = true; more; ) {
    const free = candidates.filter((column) => !best.ups.includes(column) && !best.downs.includes(column));
    const tried = free.flatMap((column) => [{ ups: [...best.ups, column], downs: best.downs }, { ups: best.ups, downs: [...best.downs, column] }]);
    const next = tried.map((movers) => ({ ...movers, agreeing: signedAgreement(printed, movers.ups.map((column) => numbers.of(column)), movers.downs.map((column) => numbers.of(column))) })).reduce((most, movers) => (movers.agreeing > most.agreeing ? movers : most), best);
    more = next !== best;
    best = next;
  }
  const isMoving = (i: number) => candidates.some((column) => Math.abs(numbers.of(column)[i]) > 0);
  const steps = printed.reduce((sum, amount, i) => sum + (!Number.isNaN(amount) && isMoving(i) ? 1 : 0), 0);
  if (best.ups.length + best.downs.length < 3 || best.ups.length === 0 || best.downs.length === 0 || best.agreeing < ROWS_LEAST || best.agreeing <= least || best.agreeing < steps * SEVERAL_SHARE) return false;
  const [[up, ...otherUps], [down, ...otherDowns]] = [best.ups, best.downs];
  for (const column of [...otherUps, ...otherDowns]) for (const [field, [main]] of columns) if (main === column) columns.delete(field);
  setPair(columns, up, down, numbers, numbers.saysCredit(mainColumn(columns, 'direction')));
  for (const field of ['debit', 'credit'] as const) columns.set(field, mainColumn(columns, field) === up ? best.ups : best.downs);
  return true;
}

/** Steps of the balance that go the way the columns say. */
function signedAgreement(balance: Float64Array, ups: readonly Float64Array[], downs: readonly Float64Array[]): number {
  let [agreeing, last] = [0, Number.NaN];
  balance.forEach((printed, i) => {
    if (Number.isNaN(printed)) return;
    const moved = ups.reduce((sum, up) => sum + (up[i] || 0), 0) - downs.reduce((sum, down) => sum + (down[i] || 0), 0);
    if (!Number.isNaN(last) && printed !== last && (Math.abs(printed - last - moved) < NEAR || Math.abs(printed + last - Math.abs(moved)) < NEAR)) agreeing++;
    last = printed;
  });
  return agreeing;
}

/** Whether a column's amounts go with a growing balance, more often than not. */
function raises(balance: Float64Array, amounts: Float64Array): boolean {
  let [votes, last] = [0, Number.NaN];
  balance.forEach((printed, i) => {
    if (Number.isNaN(printed)) return;
    if (Math.abs(amounts[i]) > 0 && !Number.isNaN(last)) votes += Math.sign((Math.abs(printed) - Math.abs(last)) * amounts[i]);
    last = printed;
  });
  return votes > 0;
}

/** Two columns of money that hardly ever stand in one row: the one that sums to more is what was bought. One alone is the amount. */
function moveByExclusion(candidates: readonly number[], columns: Map<Field, readonly number[]>, numbers: Numbers): void {
  const sumOf = (column: number) => numbers.of(column).reduce((sum, amount) => sum + (Math.abs(amount) || 0), 0);
  const bySize = [...candidates].sort((a, b) => sumOf(b) - sumOf(a));
  for (const up of bySize) {
    const down = bySize.find((column) => column !== up && excludes(numbers.of(up), numbers.of(column)));
    if (down === undefined) continue;
    // A third that never stands beside them: what parts the columns is not debit and credit (a column for each customer).
    if (bySize.some((column) => column !== up && column !== down && excludes(numbers.of(up), numbers.of(column)) && excludes(numbers.of(down), numbers.of(column)))) return;
    return setPair(columns, up, down, numbers);
  }
  if (bySize.length > 0) columns.set('amount', [bySize[0]]);
}

function excludes(a: Float64Array, b: Float64Array): boolean {
  let [both, one, other] = [0, 0, 0];
  a.forEach((amount, i) => {
    const [inA, inB] = [Math.abs(amount) > 0, Math.abs(b[i]) > 0];
    if (inA && inB) both++;
    else if (inA) one++;
    else if (inB) other++;
  });
  return Math.min(one, other) >= 2 && both <= (one + other) * (1 - AGREEING_SHARE);
}

/** A column that is debit or credit by its heading stays so (`Paid in` is so in a bank's book alone, where it adds), and a balance in the credit grows by credits; otherwise what raises the balance is the debit, as in a ledger of receivables. */
function setPair(columns: Map<Field, readonly number[]>, up: number, down: number, numbers: Numbers, balanceIsCredit = false): void {
  const isMirrored = balanceIsCredit || mainColumn(columns, 'credit') === up || (mainColumn(columns, 'debit') === down && !numbers.tellsMoney(down));
  for (const [field, [column]] of columns) if (['amount', 'paid'].includes(field) || column === up || column === down) columns.delete(field);
  columns.set('debit', [isMirrored ? down : up]);
  columns.set('credit', [isMirrored ? up : down]);
}
