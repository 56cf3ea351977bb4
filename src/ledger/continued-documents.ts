import type { CellReader } from './cell-reader';
import type { LedgerColumns } from './row-cells';

/**
 * A delivery of several lines may print its number on the first of them only (a merged cell, a list that leaves
 * out what repeats). A line of goods without a number goes on with the document above it.
 */
export class ContinuedDocuments {
  private number = 0;
  private party = -1;
  private kind = 0;
  private isDebit = false;

  constructor(
    private readonly reader: CellReader,
    private readonly at: LedgerColumns,
  ) {}

  /** What is remembered of a row read. */
  keep(row: number, number: number, party: number): void {
    this.number = number;
    this.party = party;
    this.kind = this.reader.text(row, this.at.kind);
    this.isDebit = this.standsInDebit(row);
  }

  /** The number of the document that a row without one goes on with; 0 where it is a paper of its own. */
  continued(row: number, isDated: boolean, party: number): number {
    const { at, reader } = this;
    if (this.number === 0 || at.document < 0 || isDated || party !== this.party || this.standsInDebit(row) !== this.isDebit) return 0;
    const isGoods = reader.amount(row, at.quantity) > 0 || at.items.some((column) => reader.text(row, column) !== 0) || reader.text(row, at.productClass) !== 0;
    return isGoods && [0, this.kind].includes(reader.text(row, at.kind)) ? this.number : 0;
  }

  private standsInDebit(row: number): boolean {
    const { at, reader } = this;
    return Math.abs(reader.amount(row, at.debit >= 0 ? at.debit : at.amount)) > 0;
  }
}
