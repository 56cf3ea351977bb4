/** Trade under the names, numbers and words of two offices: what the printers print and the score asks for. */
import type { Side } from '../../src/ledger/books';
import type { Language } from '../../src/texts';
import { formatIsoDay } from '../../src/units/day';
import type { Source } from '../layouts/source';
import { Random } from '../matching/support/random';
import { CLASS_NAMES, copied, HOUSES, ITEM_NAMES, listed, PARTY_NAMES, REPS } from './hands';
import type { WordedTerm } from './terms';
import type { Trade, TradeLine } from './trade';
import type { Phrases } from './words';

export interface WrittenLine extends Omit<TradeLine, 'productClass' | 'item'> {
  readonly party: number;
  readonly documentText: string;
  readonly referenceText: string;
  readonly className: string;
  readonly itemName: string;
  readonly dueDay: number | null;
  /** What the memo says beside the kind. */
  readonly saying: (phrases: Phrases) => string;
}

export interface WritingPlan {
  readonly ourLanguage: Language;
  readonly theirLanguage: Language;
  readonly ourHouse: keyof typeof HOUSES;
  readonly theirHouse: keyof typeof HOUSES;
  readonly theirNames: 'full' | 'short' | 'other' | 'code';
  /** Our ledger names its customers by code; the customer list tells who they are. */
  readonly areOursCodes?: boolean;
  readonly foreignCurrency?: 'USD' | 'EUR';
}

const CURRENCY_NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { 'zh-CN': { '': '人民币', USD: '美元', EUR: '欧元' }, 'zh-TW': { '': '新台幣', USD: '美元', EUR: '歐元' }, en: { '': 'GBP', USD: 'USD', EUR: 'EUR' } };
const CURRENCY_CODES: Readonly<Record<Language, string>> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD', en: 'GBP' };

export class WrittenTrade {
  private readonly random: Random;
  private readonly lines: readonly WrittenLine[];
  readonly parties: readonly { readonly code: string; readonly full: string; readonly short: string; readonly other: string }[];

  constructor(
    readonly trade: Trade,
    readonly plan: WritingPlan,
    readonly terms: readonly WordedTerm[] | null,
    seed: number,
    readonly hasRareWords = false,
  ) {
    this.random = new Random(seed * 104_729 + 3);
    const names = PARTY_NAMES[plan.ourLanguage];
    const first = this.random.int(10, 80) * 10;
    this.parties = names.slice(0, trade.customerCount).map((name, at) => ({ ...name, code: `${plan.ourHouse === 'SAP' ? '00' : 'K'}${first + at + 1}` }));
    this.lines = [...trade.lines].sort((a, b) => a.customer - b.customer || a.day - b.day || a.id - b.id).map((line) => this.write(line));
  }

  private write(line: TradeLine): WrittenLine {
    const { plan, random } = this;
    const isOurs = line.side === 'ours';
    const ownHouse = HOUSES[isOurs ? plan.ourHouse : plan.theirHouse];
    const textOf = (paper: TradeLine['names'][number]) => HOUSES[paper.paper.startsWith('their') ? plan.theirHouse : plan.ourHouse](paper);
    const numbers = line.names.map(textOf);
    const isPlainList = numbers.length > 1;
    const references = isOurs ? '' : isPlainList ? listed(random, numbers) : numbers.map((number) => copied(random, number, line.slip)).join('');
    const said = isOurs ? numbers.join(',') : '';
    const language = this.language(line.side);
    const term = isOurs && line.kind === 'invoice' && line.productClass !== null ? this.terms?.[line.productClass] : undefined;
    const isExchange = line.document?.paper === 'exchange';
    return {
      ...line, party: line.customer, documentText: line.document ? ownHouse(line.document) : '', referenceText: references, className: line.productClass === null ? '' : CLASS_NAMES[language][line.productClass],
      itemName: line.item === null ? '' : ITEM_NAMES[language][line.item], dueDay: term ? term.dueDay(line.day) : null,
      saying: (phrases) => (isExchange ? phrases.exchange[0] : line.other !== null ? `${phrases.transfer[0]}${this.parties[line.other].full}` : said ? `${phrases.re[line.id % phrases.re.length]}${said}` : ''),
    };
  }

  linesOf(side: Side): readonly WrittenLine[] {
    return this.lines.filter((line) => line.side === side);
  }

  language(side: Side): Language {
    return side === 'ours' ? this.plan.ourLanguage : this.plan.theirLanguage;
  }

  nameOf(party: number, side: Side): string {
    const { full, code } = this.parties[party];
    if (side === 'ours') return this.plan.areOursCodes ? code : full;
    return this.plan.theirNames === 'code' ? code : this.parties[party][this.plan.theirNames];
  }

  codeOf(party: number): string {
    return this.parties[party].code;
  }

  repOf(party: number, language: Language): string {
    return REPS[language][party % REPS[language].length];
  }

  currencyName(currency: number, language: Language): string {
    return CURRENCY_NAMES[language][currency === 0 ? '' : (this.plan.foreignCurrency ?? 'USD')];
  }

  get ourName(): string {
    return { 'zh-CN': '星河电器有限公司', 'zh-TW': '星河電器股份有限公司', en: 'Galaxy Appliances Ltd' }[this.plan.ourLanguage];
  }

  get firstYear(): number {
    return Number(formatIsoDay(this.trade.lastDay).slice(0, 4));
  }

  period(language: Language): string {
    const last = formatIsoDay(this.trade.lastDay);
    return language === 'en' ? `to ${last}` : `${this.firstYear}年1期至${Number(last.slice(5, 7))}期`;
  }

  /** Accounts are customers by currency. */
  source(): Source {
    const accounts = this.parties.flatMap((party, at) => [...new Set(this.lines.filter((line) => line.party === at).map(({ currency }) => currency))].sort().map((currency) => ({ at, currency, code: party.code, name: party.full, rep: '' })));
    const hasForeign = accounts.some(({ currency }) => currency > 0);
    return {
      customers: accounts.map(({ code, name, rep, currency }) => ({ code, name, rep, ...(hasForeign ? { currency: currency === 0 ? CURRENCY_CODES[this.plan.ourLanguage] : (this.plan.foreignCurrency ?? 'USD') } : {}) })),
      lines: this.lines.map((line) => ({
        id: line.id, side: line.side, day: line.day, kind: line.kind, customer: accounts.findIndex(({ at, currency }) => at === line.party && currency === line.currency), amountMinor: line.amountMinor,
        document: line.documentText, reference: line.referenceText, memo: '', productClass: line.className, item: line.itemName, quantity: line.quantity, dueDay: line.dueDay,
      })),
      groups: this.trade.groups.filter(({ kind }) => kind !== 'opening'), terms: [],
    };
  }
}
