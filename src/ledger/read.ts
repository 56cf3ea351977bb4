import type { Books, Mapping, ReadOptions, SheetIssue, SheetReading, SheetRole, Side, Skipped } from './books';
import { proveBalance } from './balance-proof';
import { CellReader } from './ledger-columns';
import { currencyOfLanguage, currencyOfTitle } from './currencies';
import { readFamily, type FamilyReading } from './families';
import { TextPool, type Grid } from './grid';
import { settleKinds, learnPrefixes } from './kinds';
import { LedgerBuilder } from './ledger-builder';
import { layoutKeyOf } from './layout-key';
import { languageOfTables } from './language-of';
import { declaredCustomers, readMasters, readRemittances, readSellThrough, readTerms, readVisits, type MasterTable } from './masters';
import { orientationOf, turn } from './orientation';
import { Parties } from './parties';
import { classifyProducts } from './products';
import { readRows, type RowsRead } from './rows';
import { decideSides, evidenceOf, type LedgerTable, type SideDecision, type SideEvidence } from './sides';
import { namesOfSheet, ourNameOf } from './sheet-names';
import { findTables, titlesOf, type Table } from './tables';
import { toMinor, type CurrencyCode } from '../units/money';
import { NO_DAY } from '../units/units';
import { say, type Language } from '../texts';

interface FoundTable extends LedgerTable {
  readonly family: FamilyReading;
  readonly mapping: Mapping | undefined;
  readonly sheetNumber: number;
  readonly language: Language;
  readonly currency: CurrencyCode;
}

interface ReadLedger {
  readonly found: FoundTable;
  readonly side: Side;
  readonly decision: SideDecision;
  readonly rows: RowsRead;
  readonly from: number;
  proof: SheetReading['balanceProof'];
}

/**
 * Reads the grids of a workbook into books: finds the ledgers and master sheets, reads every row as an entry
 * or lists why not, and joins the customers both sides name. Sheets that Duesheet wrote are passed over.
 * Never throws for what a sheet holds: what is wrong stands in `issues`, and an `error` among them means that
 * the books must not be used.
 */
export function readBooks(grids: readonly Grid[], options: ReadOptions = {}): Books {
  return new BooksReader(grids.filter((grid) => !grid.facts.result), options).read();
}

class BooksReader {
  private readonly texts: TextPool;
  private readonly issues: SheetIssue[] = [];
  private readonly sheets: SheetReading[] = [];
  private readonly currencies: CurrencyCode[] = [];
  private readonly parties: Parties;
  private readonly builders = { ours: new LedgerBuilder('ours'), theirs: new LedgerBuilder('theirs') };
  private readonly counts = { ours: 0, theirs: 0 };
  private language: Language = 'en';

  constructor(
    private readonly grids: readonly Grid[],
    private readonly options: ReadOptions,
  ) {
    this.texts = grids[0]?.texts ?? new TextPool();
    this.parties = new Parties(options.aliases ?? {});
  }

  read(): Books {
    const found = this.findAll();
    const ledgerTables = found.filter((table) => table.family.family === 'ledger');
    this.language = languageOfTables(ledgerTables.map((table) => table.table));
    const evidence = ledgerTables.map(evidenceOf);
    const decisions = decideSides(ledgerTables, evidence, ledgerTables.map((table) => namedSide(table.mapping)));
    this.complain(found, ledgerTables, decisions);
    const masters = found.filter((table) => table.family.family === 'customers');
    const read = this.readLedgers(ledgerTables, evidence, decisions, masters);
    return this.finish(found, read);
  }

  private findAll(): FoundTable[] {
    const found: FoundTable[] = [];
    this.grids.forEach((grid, sheetNumber) => {
      this.options.onSheet?.(grid.sheet, sheetNumber, this.grids.length);
      const bySheet = this.options.mappings?.[grid.sheet];
      const headerRow = bySheet?.headerRow ? bySheet.headerRow - 1 - (grid.facts.firstRowIndex ?? 0) : null;
      const tables = findTables(grid, headerRow);
      if (tables.length === 0) this.noteHeaderless(grid, bySheet);
      for (const table of tables) found.push(this.describe(table, sheetNumber, bySheet));
    });
    return found;
  }

  private describe(table: Table, sheetNumber: number, bySheet: Mapping | undefined): FoundTable {
    const layoutKey = layoutKeyOf(table.headings);
    const mapping = bySheet ?? this.options.mappingsByLayout?.[layoutKey];
    const family = readFamily(table, mapping);
    const language = languageOfTables([table]);
    const reader = new CellReader(table, family.columns, language === 'en' ? 'mdy' : 'ymd');
    return { table, family, mapping, sheetNumber, language, layoutKey, columns: family.columns, reader, currency: this.currencyOf(table, language) };
  }

  private currencyOf(table: Table, language: Language): CurrencyCode {
    for (const text of [...titlesOf(table), ...table.headings]) {
      const code = currencyOfTitle(text);
      if (code !== null) return code;
    }
    return currencyOfLanguage(language);
  }

  private noteHeaderless(grid: Grid, mapping: Mapping | undefined): void {
    if (grid.rowCount === 0 || mapping?.role === 'ignore') return;
    this.issues.push({ severity: 'warning', sheet: grid.sheet, row: null, column: '', message: { code: 'ledger.no-header' } });
  }

  private complain(found: readonly FoundTable[], ledgers: readonly FoundTable[], decisions: readonly SideDecision[]): void {
    const error = (code: string, sheet: string, values = {}) => this.issues.push({ severity: 'error', sheet, row: null, column: '', message: { code, values } });
    if (this.grids.every((grid) => grid.rowCount === 0)) return void error('ledger.empty-workbook', this.grids[0]?.sheet ?? '');
    const ours = ledgers.filter((_, i) => decisions[i].side === 'ours');
    const rival = ledgers.find((_, i) => decisions[i].rival);
    if (ours.length === 0) error('ledger.no-our-ledger', found[0]?.table.grid.sheet ?? this.grids[0].sheet);
    else if (rival) error('ledger.two-our-ledgers', rival.table.grid.sheet, { sheets: { list: [ours[0].table.grid.sheet, rival.table.grid.sheet] } });
    else if (ours.length === ledgers.length) this.issues.push({ severity: 'warning', sheet: ours[0].table.grid.sheet, row: null, column: '', message: { code: 'ledger.no-customer-ledger' } });
  }

  private readLedgers(tables: readonly FoundTable[], evidence: readonly SideEvidence[], decisions: readonly SideDecision[], masters: readonly FoundTable[]): ReadLedger[] {
    const read: ReadLedger[] = [];
    for (const side of ['ours', 'theirs'] as const) {
      if (side === 'theirs') for (const master of masters) for (const { name, code } of declaredCustomers(master)) this.parties.mention(name, code, master.table.grid.sheet, true);
      tables.forEach((found, i) => {
        if (decisions[i].side === side) read.push(this.readLedger(found, side, decisions[i], evidence[i]));
      });
    }
    return read;
  }

  private readLedger(found: FoundTable, side: Side, decision: SideDecision, evidence: SideEvidence): ReadLedger {
    const { sheet } = found.table.grid;
    const isSigned = !found.columns.has('debit') && !found.columns.has('credit');
    const balanceSign = evidence.balanceSign || (side === 'ours' || isSigned ? 1 : -1);
    const names = found.columns.has('customer') || found.columns.has('customer-code') ? [] : found.mapping?.customer ? [found.mapping.customer] : namesOfSheet(found.table, side);
    const from = this.counts[side];
    const rows = readRows({
      table: found.table, columns: found.columns, reader: found.reader, sheetNumber: found.sheetNumber, builder: this.builders[side], currency: found.currency,
      currencyNumber: (code) => this.currencyNumber(code), party: (name, code) => this.parties.mention(name, code, sheet, side === 'ours'),
      sheetParty: () => (names.length > 0 ? this.parties.mentionOneOf(names, sheet, side === 'ours') : -1), balanceSign,
    });
    this.counts[side] += rows.entryCount;
    this.issues.push(...rows.issues);
    return { found, side, decision, rows, from, proof: null };
  }

  private currencyNumber(code: CurrencyCode): number {
    const at = this.currencies.indexOf(code);
    return at >= 0 ? at : this.currencies.push(code) - 1;
  }

  private finish(found: readonly FoundTable[], read: readonly ReadLedger[]): Books {
    const ledgers = { ours: this.builders.ours.build(), theirs: this.builders.theirs.build() };
    const { customers, customerOf } = this.parties.join(read.some((one) => one.rows.hasUnnamedRows && one.rows.onlyParty < 0) ? say({ code: 'ledger.common-account' }, this.language) : null);
    for (const one of read) {
      const ledger = ledgers[one.side];
      for (let i = one.from; i < one.from + one.rows.entryCount; i++) ledger.customer[i] = customerOf[(ledger.customer[i] < 0 ? one.rows.onlyParty : ledger.customer[i]) + 1];
      this.prove(one, ledgers);
      const entries = { ledger: one.found, side: one.side, from: one.from, count: one.rows.entryCount };
      if (orientationOf(entries, ledger, ledgers.ours, this.texts) < 0) turn(ledger, one.from, one.rows.entryCount);
    }
    settleKinds(ledgers.ours, this.texts, new Map());
    settleKinds(ledgers.theirs, this.texts, learnPrefixes(ledgers.ours, this.texts));
    const masterRows = this.readMasterSheets(found);
    for (const side of ['ours', 'theirs'] as const) classifyProducts(ledgers[side], this.texts, masterRows.terms.map((term) => term.productClass));
    for (const one of read) this.sheets.push(this.describeLedger(one, ledgers[one.side].customer[one.from] ?? null));
    let latestDay = NO_DAY;
    for (const ledger of Object.values(ledgers)) for (let i = 0; i < ledger.count; i++) latestDay = Math.max(latestDay, ledger.day[i]);
    return {
      texts: this.texts, ...ledgers, customers, currencies: this.currencies.length > 0 ? this.currencies : [currencyOfLanguage(this.language)], sheetNames: this.grids.map((grid) => grid.sheet),
      sheets: this.sheets.sort((a, b) => this.grids.findIndex((grid) => grid.sheet === a.sheet) - this.grids.findIndex((grid) => grid.sheet === b.sheet) || a.firstRow - b.firstRow), issues: this.issues, ...masterRows,
      ourName: ourNameOf(read.map(({ found: { table }, side }) => ({ table, side })), customers), language: this.language, usesRocYears: read.some((one) => one.found.reader.usesRocYears), latestDay,
    };
  }

  private prove(one: ReadLedger, ledgers: Record<Side, Books['ours']>): void {
    const ledger = ledgers[one.side];
    const balances = Float64Array.from(one.rows.balances, (balance, k) => toMinor(balance, this.currencies[ledger.currency[one.from + k]]));
    one.proof = proveBalance(ledger, one.from, balances);
    const row = one.proof?.firstBreakRow ?? null;
    if (row !== null) this.issues.push({ severity: 'warning', sheet: one.found.table.grid.sheet, row, column: '', message: { code: 'ledger.balance-breaks' } });
  }

  private readMasterSheets(found: readonly FoundTable[]): Pick<Books, 'terms' | 'masters' | 'visits' | 'remittances' | 'sellThrough'> {
    const all = { terms: [] as Books['terms'][number][], masters: [] as Books['masters'][number][], visits: [] as Books['visits'][number][], remittances: [] as Books['remittances'][number][], sellThrough: [] as Books['sellThrough'][number][] };
    for (const table of found) {
      const { family } = table.family;
      if (family === 'ledger') continue;
      const master: MasterTable = { ...table, find: (name, code) => this.parties.find(name, code) };
      const skipped: Skipped[] = [];
      const take = <T>(into: T[], rows: { rows: readonly T[]; skipped: readonly Skipped[]; issues: readonly SheetIssue[] }) => {
        into.push(...rows.rows);
        skipped.push(...rows.skipped);
        this.issues.push(...rows.issues);
      };
      if (family === 'customers' || family === 'agreements') take(all.masters, readMasters(master));
      if (family === 'terms') take(all.terms, readTerms(master));
      else if ((family === 'customers' || family === 'agreements') && (table.columns.has('term') || table.columns.has('term-days'))) all.terms.push(...readTerms(master).rows);
      if (family === 'visits') take(all.visits, readVisits(master));
      if (family === 'remittances') take(all.remittances, readRemittances(master));
      if (family === 'sell-through') take(all.sellThrough, readSellThrough(master));
      this.sheets.push(this.describeSheet(table, family, table.family.confidence, skipped));
    }
    return all;
  }

  private describeLedger(one: ReadLedger, customer: number | null): SheetReading {
    const role: SheetRole = one.side === 'ours' ? 'our-ledger' : 'customer-ledger';
    const other: SheetRole = one.side === 'ours' ? 'customer-ledger' : 'our-ledger';
    const confidence = one.found.family.confidence * one.decision.confidence;
    const isNamed = one.found.columns.has('customer') || one.found.columns.has('customer-code');
    return {
      ...this.describeSheet(one.found, role, one.found.mapping?.role ? 1 : confidence, one.rows.skipped), runnerUp: one.found.mapping?.role ? null : { role: other, confidence: Math.max(0, one.found.family.confidence - confidence) },
      customer: isNamed ? null : customer, entryCount: one.rows.entryCount, balanceProof: one.proof,
    };
  }

  private describeSheet(found: FoundTable, role: SheetRole, confidence: number, skipped: readonly Skipped[]): SheetReading {
    const { table } = found;
    const { grid } = table;
    const second = found.family.runnerUp;
    return {
      sheet: grid.sheet, role, confidence, runnerUp: second === null ? null : { role: second.family === 'ledger' ? 'our-ledger' : second.family, confidence: second.confidence },
      headerRow: table.headerBottom >= table.headerTop ? grid.sheetRow(table.headerBottom) : 0, firstRow: grid.sheetRow(table.titleTop), lastRow: grid.sheetRow(table.lastRow),
      columns: Object.fromEntries([...found.columns].map(([field, columns]) => [field, grid.columnLetters(columns[0])])),
      headings: Object.fromEntries(table.headings.flatMap((heading, column) => (heading === '' ? [] : [[grid.columnLetters(column), heading.replace(/\n/g, ' ')]]))),
      layoutKey: found.layoutKey, customer: null, currency: found.currency, language: found.language, entryCount: 0,
      hiddenRowCount: (grid.facts.hiddenRows ?? []).filter((row) => row >= table.titleTop && row <= table.lastRow).length, skipped, balanceProof: null,
    };
  }
}

function namedSide(mapping: Mapping | undefined): Side | null {
  return mapping?.role === 'our-ledger' ? 'ours' : mapping?.role === 'customer-ledger' ? 'theirs' : null;
}
