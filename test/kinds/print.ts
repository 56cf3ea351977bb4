/**
 * Prints one side's book as an office would export it. A plan says how the pages are arranged and which columns
 * there are; chance picks the words, so that every seed is a layout nobody has seen.
 */
import type { Side } from '../../src/ledger/books';
import type { CellValue } from '../../src/ledger/grid';
import type { Language } from '../../src/texts';
import { calendarFromDay } from '../../src/units/day';
import type { PrintedBook } from '../layouts/relayout';
import type { Random } from '../matching/support/random';
import { dateHand, moneyHand, type DateHand, type MoneyHand } from './hands';
import { headingsOf, kindWords, PHRASES, type Column, type Phrases } from './words';
import type { WrittenLine, WrittenTrade } from './written';

export interface LedgerPlan {
  readonly columns: readonly Column[];
  /** One table, customer after customer or all by date; blocks under one header; header and all again for each; a sheet each. */
  readonly arrangement: 'table' | 'by date' | 'blocks' | 'stacked' | 'sheets';
  /** Where a block or a sheet names its customer. */
  readonly naming?: 'line above' | 'title' | 'tab' | 'cell';
  readonly isShuffled?: boolean;
  /** One amount column signed as this side keeps it: a bill of theirs is negative. */
  readonly isNegated?: boolean;
  readonly opening?: 'dated' | 'undated' | 'in title';
  readonly totals?: readonly ('month' | 'year' | 'customer' | 'grand')[];
  /** Totals in quotes, with the customer's name, or as a star. */
  readonly totalStyle?: 'plain' | 'quoted' | 'total for' | 'star';
  readonly isNewestFirst?: boolean;
  /** Date, number and name stand on the first of the lines that share them. */
  readonly isSparse?: boolean;
  /** A year over month and day, or two amounts under one word. */
  readonly header?: 'one row' | 'year over month' | 'currencies';
  readonly pageLength?: number;
  readonly hasNotes?: boolean;
  readonly date?: DateHand;
  readonly money?: MoneyHand;
  /** A direction column says which way the balance stands, which is printed without a sign. */
  readonly isBalanceAbsolute?: boolean;
  readonly sheetName?: string;
  /** Our number stands in the memo only. */
  readonly isNumberInMemo?: boolean;
  /** Goods that come back stand red in the goods' own column. */
  readonly hasRedReturns?: boolean;
}

const DATE_COLUMNS: readonly Column[] = ['date', 'made', 'due'];
const SPARSE_COLUMNS: readonly Column[] = ['date', 'document', 'customer', 'code', 'due'];

export function printBook(book: PrintedBook, trade: WrittenTrade, side: Side, plan: LedgerPlan, random: Random): void {
  new Printer(book, trade, side, plan, random).print();
}

class Printer {
  private readonly language: Language;
  private readonly phrases: Phrases;
  private readonly columns: readonly Column[];
  private readonly heads: ReadonlyMap<Column, string>;
  private readonly kinds = new Map<string, string>();
  private readonly money: (minor: number) => CellValue;
  private readonly date: (day: number) => CellValue;
  private readonly words: Readonly<Record<'month' | 'year' | 'customer' | 'grand' | 'carriedOver' | 'broughtForward', string>>;
  private readonly isNumberedByLine: boolean;
  private readonly title: string;
  private readonly base: string;
  private readonly lead: string;
  private readonly hasTitles: boolean;
  private readonly headed = new Set<string>();
  private current = '';
  private onPage = 0;
  private lastYear = 0;
  private balanceMinor = 0;
  private before: WrittenLine | null = null;

  constructor(
    private readonly book: PrintedBook,
    private readonly trade: WrittenTrade,
    private readonly side: Side,
    private readonly plan: LedgerPlan,
    private readonly random: Random,
  ) {
    this.language = trade.language(side);
    this.phrases = PHRASES[this.language];
    this.columns = plan.isShuffled ? random.shuffle(plan.columns) : plan.columns;
    this.isNumberedByLine = random.chance(0.3);
    const titles = side === 'ours' ? this.phrases.ourTitles : this.phrases.theirTitles;
    this.title = random.pick(titles);
    this.base = plan.sheetName ?? random.pick(titles);
    this.lead = random.pick(this.phrases.customerLead) || 'Customer: ';
    this.hasTitles = random.chance(0.7);
    this.heads = this.headingsBy(random.int(0, 999));
    this.money = moneyHand(plan.money ?? 'number', random);
    this.date = dateHand(plan.date ?? 'serial', random);
    const word = (key: 'month' | 'year' | 'customer' | 'grand' | 'carriedOver' | 'broughtForward') => random.pick(this.phrases[key]);
    this.words = { month: word('month'), year: word('year'), customer: word('customer'), grand: word('grand'), carriedOver: word('carriedOver'), broughtForward: word('broughtForward') };
  }

  /** No two columns share their words, and debit and credit are headed in one manner. */
  private headingsBy(manner: number): Map<Column, string> {
    const heads = new Map<Column, string>();
    for (const column of this.columns) {
      const words = headingsOf(column, this.side, this.language, this.trade.hasRareWords);
      const free = words.filter((word) => ![...heads.values()].includes(word));
      const isPaired = column === 'debit' || column === 'credit';
      heads.set(column, isPaired ? words[manner % words.length] : this.random.pick(free.length > 0 ? free : words));
    }
    return heads;
  }

  print(): void {
    const { arrangement } = this.plan;
    const all = this.trade.linesOf(this.side);
    if (arrangement === 'by date') {
      this.begin(null);
      this.lines([...all].sort((a, b) => (this.plan.isNewestFirst ? b.day - a.day : a.day - b.day)), null);
    } else {
      this.trade.parties.forEach((_, party) => this.party(party, all.filter((line) => line.party === party)));
    }
    if (this.plan.totals?.includes('grand')) this.total(this.words.grand, all, null);
    if (arrangement !== 'sheets') this.add([], [this.random.pick(this.phrases.signatures)]);
  }

  private party(party: number, lines: readonly WrittenLine[]): void {
    this.balanceMinor = 0;
    this.begin(party);
    const sorted = this.plan.isNewestFirst ? [...lines].reverse() : lines;
    this.lines(sorted, party);
    if (this.plan.totals?.includes('customer')) this.total(this.customerWord(party), lines, party);
    if (this.plan.arrangement === 'sheets') this.add([], [this.random.pick(this.phrases.signatures)]);
  }

  private customerWord(party: number): string {
    const name = this.trade.nameOf(party, this.side);
    const style = this.plan.totalStyle ?? 'plain';
    return style === 'total for' ? `Total for ${name}` : style === 'star' ? '*' : this.words.customer;
  }

  /** Title, header and name, as the arrangement has them. */
  private begin(party: number | null): void {
    const { arrangement, naming } = this.plan;
    const name = party === null ? '' : this.trade.nameOf(party, this.side);
    const { base } = this;
    if (arrangement !== 'sheets') this.current ||= base;
    else this.current = naming === 'tab' ? name.slice(0, 31) : `${base.slice(0, 20)}${(party as number) + 1}`;
    const isNew = !this.headed.has(this.current);
    this.headed.add(this.current);
    if (isNew && arrangement !== 'stacked') this.titles(arrangement === 'sheets' ? name : '');
    if (arrangement === 'stacked') this.add(...(isNew ? [] : [[], []]), [`${this.lead}${name}`]);
    if (this.plan.opening === 'in title' && party !== null) this.openingInTitle(party);
    if (isNew || arrangement === 'stacked') this.header();
    if (arrangement === 'blocks') this.add([`${this.blockLead()}${name}`]);
    this.before = null;
    this.lastYear = 0;
  }

  private blockLead(): string {
    return this.language === 'en' ? '' : this.phrases.customerLead[0];
  }

  private titles(name: string): void {
    const { title } = this;
    const owner = this.side === 'ours' ? this.trade.ourName : name;
    if (this.plan.naming === 'title' && name) return this.add([`${name}${this.language === 'en' ? ' - ' : ' '}${title}`], []);
    if (this.plan.naming === 'cell' && name) return this.add([title], [this.phrases.customerLead[0].trim(), name], []);
    if (this.hasTitles) this.add([owner || title], [title, null, null, this.trade.period(this.language)], []);
  }

  private openingInTitle(party: number): void {
    const opening = this.trade.linesOf(this.side).find((line) => line.party === party && line.kind === 'opening');
    if (!opening) return;
    const amount = (opening.amountMinor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    this.add([`${this.random.pick(this.phrases.openingLead)}${amount}`]);
    this.place(opening);
    this.balanceMinor += opening.amountMinor;
  }

  private header(): void {
    const { header = 'one row' } = this.plan;
    const year = this.trade.firstYear;
    if (header === 'one row') return this.add(this.columns.map((column) => this.heads.get(column) as string));
    if (header === 'year over month') {
      const top = this.columns.map((column) => (column === 'month' ? `${year}年` : column === 'day' ? null : (this.heads.get(column) as string)));
      return this.add(top, this.columns.map((column) => (column === 'month' ? '月' : column === 'day' ? '日' : null)));
    }
    const isMoney = (column: Column) => ['debit', 'credit', 'balance'].includes(column);
    this.add(this.columns.flatMap((column) => (isMoney(column) ? [this.heads.get(column) as string, null] : [this.heads.get(column) as string])), this.columns.flatMap((column) => (isMoney(column) ? ['原币', '本币'] : [null])));
  }

  private lines(lines: readonly WrittenLine[], party: number | null): void {
    const rowsByDay = this.columns.includes('paid');
    let lastGoods: { row: number; day: number } | null = null;
    lines.forEach((line, i) => {
      if (line.kind === 'opening' && this.plan.opening === 'in title') return;
      this.balanceMinor += line.amountMinor;
      const isLastOfMonth = i + 1 === lines.length || monthOf(lines[i + 1]) !== monthOf(line);
      if (rowsByDay && line.kind === 'payment' && lastGoods && line.day - lastGoods.day <= 4 && this.random.chance(0.5)) {
        this.payBeside(line, lastGoods.row);
        lastGoods = null;
      } else {
        this.add(this.cells(line));
        this.place(line);
        lastGoods = line.kind === 'invoice' ? { row: this.sheet.rows.length - 1, day: line.day } : null;
        this.onPage++;
      }
      this.before = line;
      if (isLastOfMonth && line.kind !== 'opening') this.monthTotals(lines, line, party);
      this.clutter(lines.slice(0, i + 1), i + 1 === lines.length);
    });
  }

  /** A payment written into the row of the goods before it. */
  private payBeside(line: WrittenLine, row: number): void {
    this.sheet.rows[row][this.columns.indexOf('paid')] = this.money(-line.amountMinor);
    const balance = this.columns.indexOf('balance');
    if (balance >= 0) this.sheet.rows[row][balance] = this.money(this.balanceMinor);
    this.book.places.set(line.id, { sheet: this.current, row: row + 1 });
  }

  private monthTotals(lines: readonly WrittenLine[], line: WrittenLine, party: number | null): void {
    const inMonth = lines.filter((other) => other.kind !== 'opening' && monthOf(other) === monthOf(line));
    if (this.plan.totals?.includes('month')) this.total(this.words.month, inMonth, party);
    if (this.plan.totals?.includes('year')) this.total(this.words.year, lines.filter((other) => other.kind !== 'opening' && other.day <= line.day), party);
  }

  private clutter(sofar: readonly WrittenLine[], isLast: boolean): void {
    const { pageLength, hasNotes } = this.plan;
    if (hasNotes && this.random.chance(0.04)) this.add(this.columns.map((column) => (column === 'memo' || (column === 'document' && !this.columns.includes('memo')) ? this.random.pick(this.phrases.notes) : null)));
    if (hasNotes && this.random.chance(0.03)) this.add([]);
    if (!pageLength || this.onPage < pageLength || isLast) return;
    this.onPage = 0;
    this.total(this.words.carriedOver, sofar, null);
    this.header();
    this.total(this.words.broughtForward, sofar, null);
  }

  /** A row of sums under a word; where the word stands depends on the columns there are. */
  private total(word: string, lines: readonly WrittenLine[], party: number | null): void {
    const label = this.columns.find((column) => column === 'memo') ?? this.columns.find((column) => column === 'kind') ?? this.columns[0];
    const at = this.plan.totalStyle === 'total for' || this.plan.totalStyle === 'star' ? this.columns[0] : label;
    const said = this.plan.totalStyle === 'quoted' ? `'${word}'` : word;
    const sum = (of: (line: WrittenLine) => number) => lines.reduce((total, line) => total + of(line), 0);
    const cells = this.columns.flatMap((column): CellValue[] => {
      if (column === at) return [said];
      if (column === 'customer' && party !== null && this.random.chance(0.3)) return [this.trade.nameOf(party, this.side)];
      const value = this.totalCell(column, sum);
      return this.plan.header === 'currencies' && ['debit', 'credit', 'balance'].includes(column) ? [value, value] : [value];
    });
    this.add(cells);
  }

  private totalCell(column: Column, sum: (of: (line: WrittenLine) => number) => number): CellValue {
    if (column === 'debit') return this.money(sum((line) => this.split(line).debitMinor ?? 0));
    if (column === 'credit' || column === 'paid') return this.money(sum((line) => this.split(line).creditMinor ?? 0));
    if (column === 'amount') return this.columns.includes('direction') ? null : this.money(sum((line) => (this.columns.includes('paid') ? (this.split(line).debitMinor ?? 0) : this.signed(line))));
    if (column === 'balance' && this.plan.arrangement !== 'by date') return this.money(this.plan.isBalanceAbsolute ? Math.abs(this.balanceMinor) : this.balanceMinor);
    if (column === 'quantity') return sum((line) => line.quantity ?? 0) || null;
    return null;
  }

  private cells(line: WrittenLine): CellValue[] {
    const isRepeat = this.plan.isSparse && this.before !== null && line.documentText !== '' && this.before.documentText === line.documentText && this.before.party === line.party && this.before.kind === line.kind;
    return this.columns.flatMap((column): CellValue[] => {
      if (isRepeat && SPARSE_COLUMNS.includes(column)) return [null];
      const value = this.cell(column, line);
      return this.plan.header === 'currencies' && ['debit', 'credit', 'balance'].includes(column) ? [value, value] : [value];
    });
  }

  private cell(column: Column, line: WrittenLine): CellValue {
    const isOpening = line.kind === 'opening';
    const balanceOnly = isOpening && this.columns.includes('balance');
    switch (column) {
      case 'date': case 'made': case 'due': case 'year': case 'month': case 'day': return isOpening && this.plan.opening === 'undated' ? null : this.dateCell(column, line);
      case 'debit': { const { debitMinor } = this.split(line); return balanceOnly || debitMinor === null ? null : this.money(debitMinor); }
      case 'credit': case 'paid': { const { creditMinor } = this.split(line); return balanceOnly || creditMinor === null ? null : this.money(creditMinor); }
      case 'amount': return balanceOnly ? null : this.amountCell(line);
      case 'net': return isOpening || line.kind !== 'invoice' ? null : this.money(Math.round(line.amountMinor / 1.13));
      case 'tax': return isOpening || line.kind !== 'invoice' ? null : this.money(line.amountMinor - Math.round(line.amountMinor / 1.13));
      case 'balance': return this.money(this.plan.isBalanceAbsolute ? Math.abs(this.balanceMinor) : this.balanceMinor);
      case 'direction': return this.directionCell(line);
      default: return isOpening && !['kind', 'memo', 'customer', 'code', 'currency', 'rep', 'account'].includes(column) ? null : this.textCell(column, line);
    }
  }

  private dateCell(column: Column, line: WrittenLine): CellValue {
    const { year, month, day } = calendarFromDay(line.day);
    if (column === 'year') { const isNew = year !== this.lastYear; this.lastYear = year; return isNew ? year : null; }
    if (column === 'month') return month;
    if (column === 'day') return day;
    if (column === 'due') return line.dueDay === null ? null : this.date(line.dueDay);
    return this.date(column === 'made' ? line.day + 1 : line.day);
  }

  private textCell(column: Column, line: WrittenLine): CellValue {
    const { trade, side } = this;
    const hasKind = this.columns.includes('kind');
    switch (column) {
      case 'index': return this.sheet.rows.length;
      case 'kind': return this.kindWord(line);
      case 'document': return line.documentText || null;
      case 'reference': return line.referenceText || null;
      case 'other-number': return line.kind === 'invoice' && side === 'ours' ? String(24_312_000_000 + (this.isNumberedByLine ? line.id : (line.document?.number ?? 0)) * 37) : null;
      case 'contract': return `HT${(line.party + 1) * 11}-${(line.id % 3) + 1}`;
      case 'customer': return trade.nameOf(line.party, side);
      case 'code': return trade.codeOf(line.party);
      case 'class': return line.className || null;
      case 'item': return line.itemName || null;
      case 'quantity': return line.quantity;
      case 'price': return line.quantity ? Math.round(line.amountMinor / line.quantity) / 100 : null;
      case 'currency': return trade.currencyName(line.currency, this.language);
      case 'rate': return line.currency === 0 ? 1 : 7.1;
      case 'memo': return this.memo(line, hasKind);
      case 'rep': return trade.repOf(line.party, this.language);
      case 'account': return side === 'ours' ? ({ en: 'Trade debtors', 'zh-CN': '应收账款', 'zh-TW': '應收帳款' } as const)[this.language] : ({ en: 'Trade creditors', 'zh-CN': '应付账款', 'zh-TW': '應付帳款' } as const)[this.language];
      case 'store': return line.quantity ? ({ en: 'Main store', 'zh-CN': '总仓', 'zh-TW': '總倉' } as const)[this.language] : null;
      case 'maker': return ({ en: 'asmith', 'zh-CN': '王会计', 'zh-TW': '王小姐' } as const)[this.language];
      case 'department': return ({ en: 'North', 'zh-CN': '销售一部', 'zh-TW': '業務一課' } as const)[this.language];
      case 'status': return ({ en: 'Posted', 'zh-CN': '已审核', 'zh-TW': '已確認' } as const)[this.language];
      case 'plate': return line.quantity ? `皖A${10_000 + line.id}` : null;
      default: return null;
    }
  }

  private memo(line: WrittenLine, hasKind: boolean): CellValue {
    const parts = [hasKind ? '' : this.kindWord(line), this.plan.isNumberInMemo ? (this.side === 'ours' ? line.documentText : line.referenceText) : '', line.saying(this.phrases)];
    return parts.filter(Boolean).join(this.language === 'en' ? ' ' : '') || null;
  }

  private kindWord(line: WrittenLine): string {
    let word = this.kinds.get(line.kind);
    if (word === undefined) this.kinds.set(line.kind, (word = this.random.pick(kindWords(line.kind, this.side, this.language))));
    return word;
  }

  private amountCell(line: WrittenLine): CellValue {
    if (this.columns.includes('direction') && !this.columns.includes('balance')) return this.money(Math.abs(line.amountMinor));
    if (!this.columns.includes('paid')) return this.money(this.signed(line));
    const { debitMinor } = this.split(line);
    return debitMinor === null ? null : this.money(debitMinor);
  }

  private directionCell(line: WrittenLine): CellValue {
    const owner = this.side === 'ours' ? 1 : -1;
    const of = (this.columns.includes('balance') ? this.balanceMinor : line.amountMinor) * owner;
    return of > 0 ? this.phrases.debit : of < 0 ? this.phrases.credit : this.phrases.even;
  }

  private signed(line: WrittenLine): number {
    return this.plan.isNegated ? -line.amountMinor : line.amountMinor;
  }

  /** What goes into the two columns as this side keeps its books; for one that pays beside the goods, the debit is the goods. */
  private split(line: WrittenLine): { readonly debitMinor: number | null; readonly creditMinor: number | null } {
    const isGrowing = line.amountMinor > 0 || (line.kind === 'return' && this.plan.hasRedReturns === true);
    const [grown, shrunk] = isGrowing ? [line.amountMinor, null] : [null, -line.amountMinor];
    const isMirrored = this.side === 'theirs' && !this.columns.includes('paid');
    return isMirrored ? { debitMinor: shrunk, creditMinor: grown } : { debitMinor: grown, creditMinor: shrunk };
  }

  private get sheet() {
    return this.book.sheet(this.current);
  }

  private add(...rows: readonly (readonly CellValue[])[]): void {
    for (const row of rows) this.sheet.rows.push([...row]);
    if ((this.plan.date ?? 'serial') === 'serial') this.columns.forEach((column, at) => DATE_COLUMNS.includes(column) && this.sheet.dated.add(at));
  }

  private place(line: WrittenLine): void {
    this.book.places.set(line.id, { sheet: this.current, row: this.sheet.rows.length });
  }
}

function monthOf({ day }: WrittenLine): number {
  const { year, month } = calendarFromDay(day);
  return year * 12 + month;
}
