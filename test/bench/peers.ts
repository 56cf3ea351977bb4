/** What else could have been done with the same lines, run in the same process: SQL in DuckDB, and XLOOKUP by hand. */
import type { CellValue } from '../../src/ledger/grid';
import { processorMilliseconds } from './clock';
import type { Trade } from './trade';

export interface PeerResult {
  readonly name: string;
  /** Of processor time, all threads together. */
  readonly milliseconds: number;
  readonly pairs: ReadonlySet<string>;
}

/** Our and their columns by position, see `trade.ts`. */
const OUR = { day: 0, customer: 2, document: 4, debit: 9, credit: 10 };
const THEIR = { day: 0, customer: 1, reference: 4, debit: 5, credit: 6 };

const amountOf = (debit: CellValue, credit: CellValue) => (Number(debit) || 0) - (Number(credit) || 0);

/**
 * The careful Excel user: SUMIFS our lines by document, XLOOKUP the other side's reference, and where that
 * fails customer and amount. The first hit is taken, as XLOOKUP does.
 */
export function lookupMethod({ ours, theirs }: Trade): PeerResult {
  const start = processorMilliseconds();
  const byDocument = new Map<string, { rows: number[]; cents: number }>();
  const byAmount = new Map<string, number[]>();
  for (let i = 1; i < ours.length; i++) {
    const row = ours[i];
    const cents = Math.round(amountOf(row[OUR.debit], row[OUR.credit]) * 100);
    const document = byDocument.get(row[OUR.document] as string);
    if (document) {
      document.rows.push(i + 1);
      document.cents += cents;
    } else byDocument.set(row[OUR.document] as string, { rows: [i + 1], cents });
  }
  for (const { rows, cents } of byDocument.values()) {
    const key = `${ours[rows[0] - 1][OUR.customer]}|${cents}`;
    if (!byAmount.has(key)) byAmount.set(key, rows);
  }
  const pairs = new Set<string>();
  for (let i = 1; i < theirs.length; i++) {
    const row = theirs[i];
    const cents = Math.round(amountOf(row[THEIR.credit], row[THEIR.debit]) * 100);
    const named = byDocument.get(row[THEIR.reference] as string);
    const rows = named && named.cents === cents ? named.rows : byAmount.get(`${row[THEIR.customer]}|${cents}`);
    for (const ourRow of rows ?? []) pairs.add(`${ourRow}~${i + 1}`);
  }
  return { name: 'XLOOKUP/SUMIFS in TypeScript', milliseconds: processorMilliseconds() - start, pairs };
}

/** The join and group-by that a data team would write. Loading is counted apart: the lines start in a table. */
export async function duckdbMethod(trade: Trade): Promise<PeerResult & { readonly loadMilliseconds: number }> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const loadStart = processorMilliseconds();
  await connection.run('CREATE TABLE ours (row INTEGER, customer VARCHAR, document VARCHAR, cents BIGINT)');
  await connection.run('CREATE TABLE theirs (row INTEGER, customer VARCHAR, reference VARCHAR, cents BIGINT)');
  await append(connection, 'ours', trade.ours, (row) => [row[OUR.customer], row[OUR.document], amountOf(row[OUR.debit], row[OUR.credit])]);
  await append(connection, 'theirs', trade.theirs, (row) => [row[THEIR.customer], row[THEIR.reference], amountOf(row[THEIR.credit], row[THEIR.debit])]);
  const start = processorMilliseconds();
  const reader = await connection.runAndReadAll(`
    WITH documents AS (SELECT customer, document, sum(cents) AS cents, list(row) AS rows FROM ours GROUP BY customer, document),
    named AS (SELECT t.row AS their, d.rows FROM theirs t JOIN documents d ON d.document = t.reference AND d.cents = t.cents),
    rest AS (SELECT t.* FROM theirs t ANTI JOIN named n ON n.their = t.row),
    by_amount AS (SELECT customer, cents, min(document) AS document, any_value(rows ORDER BY document) AS rows FROM documents GROUP BY customer, cents),
    amounts AS (SELECT r.row AS their, b.rows FROM rest r JOIN by_amount b USING (customer, cents))
    SELECT their, unnest(rows) AS our FROM (SELECT * FROM named UNION ALL SELECT * FROM amounts)`);
  const rows = reader.getRows();
  const milliseconds = processorMilliseconds() - start;
  connection.closeSync();
  return { name: 'DuckDB join and group-by', milliseconds, loadMilliseconds: start - loadStart, pairs: new Set(rows.map(([their, our]) => `${our}~${their}`)) };
}

type Connection = Awaited<ReturnType<Awaited<ReturnType<typeof import('@duckdb/node-api').DuckDBInstance.create>>['connect']>>;

async function append(connection: Connection, table: string, rows: Trade['ours'], columns: (row: readonly CellValue[]) => [CellValue, CellValue, number]): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let i = 1; i < rows.length; i++) {
    const [customer, number, amount] = columns(rows[i]);
    appender.appendInteger(i + 1);
    appender.appendVarchar(String(customer));
    appender.appendVarchar(String(number ?? ''));
    appender.appendBigInt(BigInt(Math.round(amount * 100)));
    appender.endRow();
  }
  appender.closeSync();
}
