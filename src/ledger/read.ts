import { ownValue } from '../units/own-value';
import { Accounts } from './accounts';
import { SIDES, type Books, type Ledger, type Mapping, type ReadOptions, type Side, type SheetIssue, type SheetReading } from './books';
import { proveBalance } from './balance-proof';
import { CellMemos } from './cell-memos';
import { mainColumn, type ColumnMap } from './columns';
import { complaintsOfBooks, complaintsOfHeader, complaintsOfTable, headerless, hiddenRows, strangers, type LedgerRead } from './complaints';
import { currencyOfLanguage } from './currencies';
import { describeHalves, type Describe } from './found-halves';
import { describeTable, readingOf, readingOfUnread, type FoundTable } from './found-table';
import { TextPool, type Grid } from './grid';
import { settleKinds } from './kinds';
import { languageOfTables } from './language-of';
import { LedgerBuilder } from './ledger-builder';
import { loneDays } from './lone-days';
import { readMasterSheets } from './master-sheets';
import { declaredCustomers } from './masters';
import { openingTables, readOpenings, type OpeningContext, type OpeningsRead } from './openings';
import { orientationOf, turn } from './orientation';
import { settleOwnNumbers } from './own-numbers';
import { Parties } from './parties';
import { classifyProducts } from './products';
import { quotesByParty } from './quotes';
import { readRows } from './rows';
import { linesBefore, settleOpenings, zeroOpenings, type ZeroOpening } from './settled-openings';
import { isSameCompany, namesOfSheet, ourNameOf } from './sheet-names';
import { decideSides, evidenceOf, evidenceOfHalf, leaveOutForeign, settleNumberColumns, type SideDecision, type SideEvidence } from './sides';
import { findTables, titlesOf, type Table } from './tables';
import { followOurCurrency, usualCurrency } from './usual-currency';
import { dayFromCalendar } from '../units/day';
import { minorPerMajor, roundToMinor, type CurrencyCode } from '../units/money';
import { NO_DAY } from '../units/units';
import { say, type Language } from '../texts';

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
  private readonly currencies: CurrencyCode[] = [];
  private readonly parties: Parties;
  private readonly memos: CellMemos;
  private readonly builders = { ours: new LedgerBuilder('ours'), theirs: new LedgerBuilder('theirs') };
  private readonly unread: SheetReading[] = [];
  private readonly counts = { ours: 0, theirs: 0 };
  /** Where nothing names a currency. */
  private usualCurrency: CurrencyCode = '';

  constructor(
    private readonly grids: readonly Grid[],
    private readonly options: ReadOptions,
  ) {
    this.texts = grids[0]?.texts ?? new TextPool();
    this.parties = new Parties(options.aliases ?? {});
    this.memos = new CellMemos(this.texts);
  }

  read(): Books {
    const all = this.findAll();
    const { openings, others: found } = openingTables(all);
    const tables = found.filter((table) => table.family.family === 'ledger');
    const language = languageOfTables(tables.map((table) => table.table));
    for (const { family, table, ...rest } of found) {
      if (family.family !== 'customers' && family.family !== 'agreements') continue;
      for (const { name, code } of declaredCustomers({ table, ...rest })) this.parties.mention(name, code, table.grid.sheet, 'list');
    }
    const read = this.readLedgers(tables);
    const openingsRead = openings.flatMap((opening) => readOpenings(opening, this.openingContext()));
    const ledgers = { ours: this.builders.ours.build(), theirs: this.builders.theirs.build() };
    settleOwnNumbers(ledgers.ours, ledgers.theirs, this.texts);
    const { customers, customerOf } = this.joinCustomers(read, ledgers, language);
    const lines = { ours: linesBefore(ledgers.ours, openingsRead), theirs: linesBefore(ledgers.theirs, openingsRead) };
    for (const { found: { namesCurrency }, side, from, rows } of read) if (side === 'theirs' && !namesCurrency && this.currencies.length > 1) followOurCurrency(lines.theirs, from, rows.entryCount, lines.ours, this.currencies);
    const proven = read.map((one) => ({ ...one, proof: this.prove(one, lines[one.side]) }));
    this.orient(read, lines);
    settleKinds(lines.ours, lines.theirs, this.texts);
    const openingReadings = SIDES.flatMap((side) => this.settleOpenings(side, ledgers, openingsRead, zeroOpenings(read, side, customerOf), customers));
    const { sheets: masterReadings, issues: masterIssues, ...masters } = readMasterSheets(found, this.parties);
    for (const side of SIDES) classifyProducts(ledgers[side], this.texts, masters.terms.map((term) => term.productClass));
    this.issues.push(...found.flatMap(complaintsOfHeader));
    this.complain(proven, ledgers, customers, found.filter(({ family, mapping }) => family.family === 'ignore' && mapping?.role === undefined).map(({ table }) => table.grid.sheet));
    const readings = [...proven.map((one) => readingOfLedger(one, ledgers[one.side])), ...openingReadings, ...masterReadings, ...this.unread];
    return {
      texts: this.texts, ...ledgers, customers, currencies: this.currencies.length > 0 ? this.currencies : [currencyOfLanguage(language)], sheetNames: this.grids.map((grid) => grid.sheet),
      sheets: this.inSheetOrder(readings), issues: [...this.issues, ...masterIssues], ...masters, language,
      ourName: ourNameOf(read.map(({ found: { table }, side }) => ({ table, side })), customers.map(({ name }) => name)), usesRocYears: read.some((one) => one.found.reader.usesRocYears), latestDay: latestDayOf(ledgers),
    };
  }

  private findAll(): FoundTable[] {
    const found: FoundTable[] = [];
    this.grids.forEach((grid, sheetNumber) => {
      this.options.onSheet?.(grid.sheet, sheetNumber, this.grids.length);
      const mapping = ownValue(this.options.mappings ?? {}, grid.sheet);
      const headerRow = mapping?.headerRow ? mapping.headerRow - 1 - (grid.facts.firstRowIndex ?? 0) : null;
      const tables = findTables(grid, headerRow, this.memos);
      if (tables.length === 0) this.noteHeaderless(grid, mapping);
      for (const table of tables) found.push(...this.describe(table, sheetNumber, mapping));
    });
    return found;
  }

  /** A table as it stands, or the two that stand beside each other in it. */
  private describe(table: Table, sheetNumber: number, mapping: Mapping | undefined): readonly FoundTable[] {
    const describe: Describe = (each, mapped) => describeTable(each, sheetNumber, mapped, this.options.mappingsByLayout ?? {}, this.memos);
    const halves = describeHalves(table, mapping, describe);
    if (halves !== null && !('severity' in halves)) return halves;
    const found = describe(table, mapping);
    if (halves !== null && found.family.family === 'ledger') this.issues.push(halves);
    return [found];
  }

  /** A sheet without a header is shown all the same, so that the user can name its role and header row. */
  private noteHeaderless(grid: Grid, mapping: Mapping | undefined): void {
    if (grid.rowCount === 0) return;
    this.unread.push(readingOfUnread(grid));
    if (mapping?.role !== 'ignore') this.issues.push(headerless(grid));
  }

  /** Ours first: what its numbers are tells the customers' columns apart. */
  private readLedgers(found: readonly FoundTable[]): LedgerRead[] {
    const evidence = found.map((table) => evidenceOfHalf(table.half, evidenceOf(table)));
    const named = found.map(({ mapping }) => (mapping?.role === 'our-ledger' ? 'ours' : mapping?.role === 'customer-ledger' ? 'theirs' : null));
    const decisions = decideSides(found, evidence, named).map((decision, i) => inHalf(found[i].half, decision));
    const currency = (this.usualCurrency = usualCurrency(found, decisions.map(({ side }) => side)));
    const tables = found.map((table) => (table.namesCurrency ? table : { ...table, currency }));
    const [ours, theirs] = SIDES.map((side) => tables.filter((_, i) => decisions[i].side === side));
    const supplier = ourNameOf(tables.map(({ table }, i) => ({ table, side: decisions[i].side })), this.parties.names());
    const read: LedgerRead[] = [];
    const firstDays = tables.map(firstDayOf);
    for (const side of SIDES) {
      const accounts = new Accounts((party) => this.parties.accountName(party));
      const chosen = tables.map((_, i) => i).filter((i) => decisions[i].side === side);
      // What says nothing of its time follows the sheet before it.
      for (let at = 1; at < chosen.length; at++) if (firstDays[chosen[at]] === NO_DAY) firstDays[chosen[at]] = firstDays[chosen[at - 1]];
      chosen.sort((a, b) => firstDays[a] - firstDays[b] || a - b);
      for (const i of chosen) {
        const columns = side === 'ours' ? leaveOutForeign(tables[i], theirs) : withoutOurName(tables[i], settleNumberColumns(tables[i], ours), supplier);
        const table = tables[i].mapping?.columns ? tables[i] : { ...tables[i], columns };
        read.push(this.readLedger(table, side, decisions[i], evidence[i], accounts, supplier));
        accounts.closeTable();
      }
    }
    return read;
  }

  private readLedger(found: FoundTable, side: Side, decision: SideDecision, evidence: SideEvidence, accounts: Accounts, supplier: string): LedgerRead {
    const { sheet } = found.table.grid;
    const isSigned = !found.columns.has('debit') && !found.columns.has('credit');
    const from = this.counts[side];
    const rows = readRows({
      table: found.table, columns: found.columns, reader: found.reader, sheetNumber: found.sheetNumber, builder: this.builders[side], currency: found.currency, yenSign: found.yenSign, accounts,
      currencyNumber: (code) => this.currencyNumber(code), party: side === 'theirs' ? this.partyOnTheirs(found, supplier) : (name, code) => this.parties.mention(name, code, sheet, 'our-rows'),
      sheetParty: () => this.partyOfSheet(found, side, supplier), balanceSign: evidence.balanceSign || (side === 'ours' || isSigned ? 1 : -1),
    });
    this.counts[side] += rows.entryCount;
    this.issues.push(...rows.issues);
    return { found, side, decision, rows, from, proof: null };
  }

  private openingContext(): OpeningContext {
    return {
      usual: this.usualCurrency, builders: this.builders, currencyNumber: (code) => this.currencyNumber(code),
      party: (side, name, code, sheet) => {
        // A ledger that prints codes only learns here whose they are.
        if (name !== '' && code !== '' && this.parties.isCodeAlone(code)) this.parties.mention(name, code, sheet, 'list');
        return this.parties.mention(name, code, sheet, side === 'ours' ? 'our-sheet' : 'their-rows');
      },
    };
  }

  /** Takes out of one side's ledger the openings that do not count. */
  private settleOpenings(side: Side, ledgers: Record<Side, Ledger>, read: readonly OpeningsRead[], zeros: readonly ZeroOpening[], customers: Books['customers']): readonly SheetReading[] {
    const { ledger, readings, issues } = settleOpenings(ledgers[side], read.filter((one) => one.side === side), zeros, { customers, currencies: this.currencies });
    ledgers[side] = ledger;
    this.issues.push(...issues);
    return readings;
  }

  /** Reads names on a customer's sheet: its own sheet names us, or shops of its own, among its lines, and they are that customer's all the same. */
  private partyOnTheirs(found: FoundTable, supplier: string): (name: string, code: string) => number {
    const { sheet } = found.table.grid;
    let owner: string | null = null;
    return (name, code) => {
      if (name === '' || this.parties.isMentioned(name)) return this.parties.mention(name, code, sheet, 'their-rows');
      owner ??= namesOfSheet(found.table, 'theirs', supplier).find((other) => this.parties.isMentioned(other)) ?? '';
      return owner === '' ? this.parties.mention(name, code, sheet, 'their-rows') : this.parties.mention(owner, '', sheet, 'their-sheet');
    };
  }

  /** Whose sheet it is where its rows do not say; −1 where our own sheet says nothing either. */
  private partyOfSheet(found: FoundTable, side: Side, supplier: string): number {
    if (found.columns.has('customer') || found.columns.has('customer-code')) return -1;
    const [name = '', ...others] = found.mapping?.customer ? [found.mapping.customer] : namesOfSheet(found.table, side, supplier);
    if (name === '' && side === 'ours') return -1;
    return this.parties.mention(name, '', found.table.grid.sheet, side === 'ours' ? 'our-sheet' : 'their-sheet', others);
  }

  private currencyNumber(code: CurrencyCode): number {
    const at = this.currencies.indexOf(code);
    return at >= 0 ? at : this.currencies.push(code) - 1;
  }

  /** Turns mentions into customers, in both ledgers. */
  private joinCustomers(read: readonly LedgerRead[], ledgers: Record<Side, Ledger>, language: Language): Pick<ReturnType<Parties['join']>, 'customers' | 'customerOf'> {
    for (const { side, from, rows } of read) {
      const { customer } = ledgers[side];
      for (let i = from; i < from + rows.entryCount; i++) if (customer[i] < 0) customer[i] = rows.onlyParty;
    }
    const hasUnnamed = read.some(({ rows }) => rows.firstUnnamedRow !== null && rows.onlyParty < 0);
    const commonAccount = hasUnnamed ? say({ code: 'ledger.common-account' }, language) : null;
    const { customers, customerOf } = this.parties.join({ commonAccount, quotes: () => quotesByParty(ledgers.ours, ledgers.theirs, this.texts, this.parties.firstMentions()) });
    for (const side of SIDES) {
      const { customer } = ledgers[side];
      for (let i = 0; i < customer.length; i++) customer[i] = customerOf[customer[i] + 1];
    }
    return { customers, customerOf };
  }

  private prove(one: LedgerRead, ledger: Ledger): LedgerRead['proof'] {
    if (!one.found.columns.has('balance')) return null;
    const scales = this.currencies.map(minorPerMajor);
    const balances = new Float64Array(one.rows.balances.length);
    for (let k = 0; k < balances.length; k++) balances[k] = roundToMinor(one.rows.balances[k], scales[ledger.currency[one.from + k]]);
    return proveBalance(ledger, one.from, balances);
  }

  private orient(read: readonly LedgerRead[], ledgers: Record<Side, Ledger>): void {
    for (const { found, side, from, rows } of read) {
      const entries = { ledger: found, side, from, count: rows.entryCount };
      if (orientationOf(entries, ledgers[side], ledgers.ours, this.texts) < 0) turn(ledgers[side], from, rows.entryCount);
    }
  }

  private complain(read: readonly LedgerRead[], ledgers: Record<Side, Ledger>, customers: Books['customers'], passedOver: readonly string[]): void {
    this.issues.push(...complaintsOfBooks(this.grids, read, passedOver, ledgers));
    for (const one of read) this.issues.push(...complaintsOfTable(one, read.filter(({ side, rows }) => side === one.side && rows.namedPartyCount > 0).length));
    this.issues.push(...hiddenRows(read));
    const sheetNames = this.grids.map((grid) => grid.sheet);
    if (read.some(({ side }) => side === 'ours')) this.issues.push(...strangers(customers, ledgers, sheetNames));
    this.issues.push(...loneDays(ledgers, sheetNames));
  }

  private inSheetOrder(readings: SheetReading[]): SheetReading[] {
    const order = new Map(this.grids.map((grid, number) => [grid.sheet, number]));
    return readings.sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.firstRow - b.firstRow);
  }
}

function readingOfLedger({ found, side, decision, rows, from, proof }: LedgerRead, ledger: Ledger): SheetReading {
  const isNamed = found.mapping?.role !== undefined;
  const confidence = isNamed ? 1 : found.family.confidence * decision.confidence;
  const customer = rows.namedPartyCount <= 1 && !found.columns.has('customer') && rows.entryCount > 0 ? ledger.customer[from] : null;
  return {
    ...readingOf(found, side === 'ours' ? 'our-ledger' : 'customer-ledger', confidence, rows.skipped),
    runnerUp: isNamed ? null : { role: side === 'ours' ? 'customer-ledger' : 'our-ledger', confidence: Math.max(0, found.family.confidence - confidence) },
    customer, entryCount: rows.entryCount, balanceProof: proof,
  };
}

/** One of a pair is known by the other: no other ledger makes it open whose it is. */
function inHalf(half: Side | null, decision: SideDecision): SideDecision {
  return half === null ? decision : { ...decision, side: half, rival: false };
}

/** A customer's ledger may name us in its column of partners; its customer is then the sheet's, not that column's. */
function withoutOurName({ table, reader }: FoundTable, columns: ColumnMap, supplier: string): ColumnMap {
  const column = mainColumn(columns, 'customer');
  if (column < 0 || supplier === '') return columns;
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    const name = table.grid.texts.at(reader.text(row, column));
    if (name !== '' && !table.headerRows.has(row) && !isSameCompany(name, supplier)) return columns;
  }
  return new Map([...columns].filter(([field]) => field !== 'customer' && field !== 'customer-code'));
}

/** The first day a ledger prints or its title names, so that sheets of one ledger are read in the order of time. */
function firstDayOf({ table, columns, reader }: FoundTable): number {
  const column = columns.get('date')?.[0] ?? -1;
  for (let row = table.headerBottom + 1; row <= table.lastRow && column >= 0; row++) {
    const day = reader.day(row, column);
    if (day > NO_DAY) return day;
  }
  // A month without lines: its title says when.
  const [, year, month] = [...titlesOf(table), table.grid.sheet].map((title) => /(20\d{2})\s*[-./年]\s*(\d{1,2})/.exec(title)).find((period) => period !== null) ?? [];
  return dayFromCalendar(Number(year), Number(month), 1) ?? NO_DAY;
}

function latestDayOf(ledgers: Readonly<Record<Side, Ledger>>): number {
  let latest = NO_DAY;
  for (const side of SIDES) for (const day of ledgers[side].day) if (day > latest) latest = day;
  return latest;
}
