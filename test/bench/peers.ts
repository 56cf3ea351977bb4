/** What else could have been done with the same lines, run in the same process: SQL in DuckDB, and XLOOKUP by hand. */
import type { CellValue } from '../../src/ledger/grid';
import { Stopwatch, type Span } from './clock';
import type { Trade } from './trade';

export interface PeerResult {
  readonly name: string;
  /** From cells to what the method asks of: amounts and keys in columns. */
  readonly load: Span;
  /** The method itself. */
  readonly span: Span;
  readonly pairs: ReadonlySet<string>;
}

/** Our and their columns by position, see `trade.ts`: a person knows them, so that nothing is searched for. */
const OUR = { day: 0, customer: 2, document: 4, debit: 9, credit: 10 };
const THEIR = { day: 0, customer: 1, reference: 4, debit: 5, credit: 6 };

/** As VALUE reads it: a number, or a text that prints one; what is blank or no number counts for nothing. */
function numberOf(cell: CellValue): number {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' && cell !== '' ? Number(cell.replace(/[,¥\s]/g, '')) || 0 : 0;
}

const centsOf = (debit: CellValue, credit: CellValue) => Math.round((numberOf(debit) - numberOf(credit)) * 100);
/** As XLOOKUP compares: spaces around a text (TRIM) and case do not count. */
const keyOf = (cell: CellValue) => String(cell ?? '').trim().toUpperCase();

/** One side as a person prepares it for looking up: a column of keys, one of customers, one of amounts. */
interface Side {
  readonly keys: readonly string[];
  readonly customers: readonly string[];
  readonly cents: readonly number[];
}

function sideOf(rows: Trade['ours'], key: number, customer: number, plus: number, minus: number): Side {
  const lines = rows.slice(1);
  return { keys: lines.map((row) => keyOf(row[key])), customers: lines.map((row) => keyOf(row[customer])), cents: lines.map((row) => centsOf(row[plus], row[minus])) };
}

const sidesOf = ({ ours, theirs }: Trade): readonly [Side, Side] => [sideOf(ours, OUR.document, OUR.customer, OUR.debit, OUR.credit), sideOf(theirs, THEIR.reference, THEIR.customer, THEIR.credit, THEIR.debit)];

/**
 * The careful Excel user: SUMIFS our lines by document, XLOOKUP the other side's reference, and where that
 * fails customer and amount. The first hit is taken, as XLOOKUP does.
 */
export function lookupMethod(trade: Trade): PeerResult {
  const watch = new Stopwatch();
  const [ours, theirs] = sidesOf(trade);
  const load = watch.lap();
  const byDocument = new Map<string, { rows: number[]; cents: number }>();
  const byAmount = new Map<string, number[]>();
  ours.keys.forEach((key, i) => {
    const document = byDocument.get(key);
    if (document) {
      document.rows.push(i + 2);
      document.cents += ours.cents[i];
    } else byDocument.set(key, { rows: [i + 2], cents: ours.cents[i] });
  });
  for (const { rows, cents } of byDocument.values()) {
    const key = `${ours.customers[rows[0] - 2]}|${cents}`;
    if (!byAmount.has(key)) byAmount.set(key, rows);
  }
  const pairs = new Set<string>();
  theirs.keys.forEach((key, i) => {
    const named = byDocument.get(key);
    const rows = named && named.cents === theirs.cents[i] ? named.rows : byAmount.get(`${theirs.customers[i]}|${theirs.cents[i]}`);
    for (const ourRow of rows ?? []) pairs.add(`${ourRow}~${i + 2}`);
  });
  return { name: 'XLOOKUP/SUMIFS', load, span: watch.lap(), pairs };
}

/** The join and group-by that a data team would write. Its loading is told apart: a warehouse has the lines in tables. */
export async function duckdbMethod(trade: Trade): Promise<PeerResult> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('CREATE TABLE ours (row INTEGER, customer VARCHAR, document VARCHAR, cents BIGINT)');
  await connection.run('CREATE TABLE theirs (row INTEGER, customer VARCHAR, reference VARCHAR, cents BIGINT)');
  const watch = new Stopwatch();
  const [ours, theirs] = sidesOf(trade);
  await append(connection, 'ours', ours);
  await append(connection, 'theirs', theirs);
  const load = watch.lap();
  const reader = await connection.runAndReadAll(`
    WITH documents AS (SELECT customer, document, sum(cents) AS cents, list(row) AS rows FROM ours GROUP BY customer, document),
    named AS (SELECT t.row AS their, d.rows FROM theirs t JOIN documents d ON d.document = t.reference AND d.cents = t.cents),
    rest AS (SELECT t.* FROM theirs t ANTI JOIN named n ON n.their = t.row),
    by_amount AS (SELECT customer, cents, min(document) AS document, any_value(rows ORDER BY document) AS rows FROM documents GROUP BY customer, cents),
    amounts AS (SELECT r.row AS their, b.rows FROM rest r JOIN by_amount b USING (customer, cents))
    SELECT their, unnest(rows) AS our FROM (SELECT * FROM named UNION ALL SELECT * FROM amounts)`);
  const rows = reader.getRows();
  const span = watch.lap();
  connection.closeSync();
  return { name: 'DuckDB join', load, span, pairs: new Set(rows.map(([their, our]) => `${our}~${their}`)) };
}

type Connection = Awaited<ReturnType<Awaited<ReturnType<typeof import('@duckdb/node-api').DuckDBInstance.create>>['connect']>>;

async function append(connection: Connection, table: string, { keys, customers, cents }: Side): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let i = 0; i < keys.length; i++) {
    appender.appendInteger(i + 2);
    appender.appendVarchar(customers[i]);
    appender.appendVarchar(keys[i]);
    appender.appendBigInt(BigInt(cents[i]));
    appender.endRow();
  }
  appender.closeSync();
}
