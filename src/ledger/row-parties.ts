import type { Grid } from './grid';
import { PairTable } from './pair-table';
import type { RowCells } from './row-cells';

export interface PartySource {
  /** Registers a customer as printed; the number stands in the entries until all names are joined. */
  readonly party: (name: string, code: string) => number;
  /** The party of a sheet that names it outside its rows; −1 where only the rows can tell. Asked only where needed. */
  readonly sheetParty: () => number;
}

/** Whom the lines of a table name. */
export interface NamedParties {
  /** First line that names nobody; such lines belong to `onlyParty` where the table names one party and no other. */
  readonly firstUnnamedRow: number | null;
  /** −1 where the table names several, or none. */
  readonly onlyParty: number;
  readonly namedPartyCount: number;
}

/** Whose each row is: by its own cells or the last ones filled above, else by the name that stands above it, else by the sheet. */
export class RowParties {
  private readonly byCells = new PairTable();
  private lastCustomer = 0;
  private lastCode = 0;
  /** Who was named last above the rows at hand, and their party once a line has been read; `null` before. */
  private block: { readonly name: string; readonly code: string } | null = null;
  private blockParty: number | null = null;
  private firstUnnamedRow: number | null = null;
  private readonly partiesNamed = new Set<number>();
  private lastNoted = -1;

  constructor(
    private readonly grid: Grid,
    private readonly source: PartySource,
    private readonly cells: RowCells,
  ) {}

  partyOf(row: number): number {
    const { cells, cells: { at }, grid: { texts }, source } = this;
    if (at.customer < 0 && at.code < 0) return this.currentParty();
    const customer = cells.textIn(cells.read.customer, row);
    const code = cells.textIn(cells.read.code, row);
    if (customer !== 0 || code !== 0) {
      this.lastCustomer = customer;
      this.lastCode = code;
    }
    if (this.lastCustomer === 0 && this.lastCode === 0) return this.currentParty();
    let party = this.byCells.get(this.lastCustomer, this.lastCode);
    if (party < 0) {
      party = source.party(texts.at(this.lastCustomer), texts.at(this.lastCode));
      this.byCells.set(this.lastCustomer, this.lastCode, party);
    }
    return party;
  }

  /** A name or a code that the lines below are of. */
  startBlock(name: string, code: string): void {
    // `Customer 100231` above `Name Granite`: one party, of whom no line has been read yet.
    const above = this.blockParty === null ? this.block : null;
    const isCodeAbove = above !== null && !/\p{L}{2}/u.test(above.name);
    this.block = { name: name || (above?.name ?? ''), code: code || (isCodeAbove ? above.code || above.name : '') };
    this.blockParty = null;
  }

  /** An entry of a party, −1 where nobody is named. Lines of one party mostly stand together. */
  note(party: number, row: number): void {
    if (party < 0) this.firstUnnamedRow ??= this.grid.sheetRow(row);
    else if (party !== this.lastNoted) {
      this.lastNoted = party;
      this.partiesNamed.add(party);
    }
  }

  named(): NamedParties {
    const { firstUnnamedRow, partiesNamed } = this;
    return { firstUnnamedRow, onlyParty: partiesNamed.size === 1 ? [...partiesNamed][0] : -1, namedPartyCount: partiesNamed.size };
  }

  private currentParty(): number {
    this.blockParty ??= this.block === null ? this.source.sheetParty() : this.source.party(this.block.name, this.block.code);
    return this.blockParty;
  }
}
