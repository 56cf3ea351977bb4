/** A trade's two sheets as a workbook port would hand them over, chunk by chunk. */
import type { CellValue } from '../../src/ledger/grid';
import type { Trade } from './trade';

export const CHUNK_ROWS = 5000;
export const OUR_SHEET = '应收明细账';
export const THEIR_SHEET = '客户对账单';

export type Rows = readonly (readonly CellValue[])[];

export function supplyOf({ ours, theirs }: Pick<Trade, 'ours' | 'theirs'>) {
  return supplyOfChunks({ [OUR_SHEET]: { rowCount: ours.length, chunks: () => chunksOf(ours) }, [THEIR_SHEET]: { rowCount: theirs.length, chunks: () => chunksOf(theirs) } });
}

export function supplyOfChunks(sheets: Readonly<Record<string, { readonly rowCount: number; readonly chunks: () => AsyncIterable<Rows> }>>) {
  return {
    listSheets: async () => Object.entries(sheets).map(([name, { rowCount }]) => ({ name, rowCount })),
    openSheet: async (name: string) => ({ facts: { datedColumns: [0] }, chunks: sheets[name].chunks() }),
  };
}

async function* chunksOf(rows: Rows): AsyncGenerator<Rows> {
  for (let i = 0; i < rows.length; i += CHUNK_ROWS) yield rows.slice(i, i + CHUNK_ROWS);
}
