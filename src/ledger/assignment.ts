/**
 * The best assignment of rows to columns as a whole (Hungarian method, O(rows² × columns)).
 * `score[row][column]` is what a pairing is worth; pairs worth nothing are left unassigned.
 */
export function bestAssignment(score: readonly (readonly number[])[]): number[] {
  const rows = score.length;
  const columns = Math.max(rows, score[0]?.length ?? 0);
  const cost = (row: number, column: number) => -(score[row - 1][column - 1] ?? 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOfColumn[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const from = rowOfColumn[column];
      let delta = Infinity;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (used[c]) continue;
        const reduced = cost(from, c) - rowPotential[from] - columnPotential[c];
        if (reduced < slack[c]) {
          slack[c] = reduced;
          previous[c] = column;
        }
        if (slack[c] < delta) {
          delta = slack[c];
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (used[c]) {
          rowPotential[rowOfColumn[c]] += delta;
          columnPotential[c] -= delta;
        } else slack[c] -= delta;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    for (; column !== 0; column = previous[column]) rowOfColumn[column] = rowOfColumn[previous[column]];
  }
  const columnOfRow = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) if (rowOfColumn[c] > 0 && (score[rowOfColumn[c] - 1][c - 1] ?? 0) > 0) columnOfRow[rowOfColumn[c] - 1] = c - 1;
  return columnOfRow;
}
