import { ownValue } from '../units/own-value';
import type { Customer, CustomerAlias, CustomerIndex } from './books';
import { fold, TextCache } from './fold';
import type { Quote } from './quotes';
import { similarity } from './similarity';
import { isTraditional } from './simplified';
import { codeBesideName, coreOfName, namesOfRenamed, withoutTradeWords } from './vocabulary/parties';
import type { Message } from '../texts';

/**
 * Who is who. Every name and code that a sheet prints is one mention; mentions are joined to customers by
 * evidence. Our own ledger and the customer list say which customers there are; other names join them only
 * where one reading is left. Anything weaker is offered to the user and stays apart meanwhile.
 *
 * Where a mention was printed, in the order in which they are placed: the rows of our ledger, the customer
 * list, a title or tab of ours, the customers' sheets.
 */
const SOURCES = ['our-rows', 'list', 'our-sheet', 'their-rows', 'their-sheet'] as const;
export type MentionSource = (typeof SOURCES)[number];

interface Mention {
  readonly name: string;
  readonly code: string;
  readonly sheet: string;
  readonly source: MentionSource;
  /** Other names of a sheet, tried where the first is nobody's. */
  readonly otherNames: readonly string[];
}

interface Known {
  readonly name: string;
  code: string;
  readonly folded: string;
  readonly core: string;
  readonly aliases: CustomerAlias[];
}

interface Finding {
  readonly customer: CustomerIndex;
  /** `null` where the name is the very same and nothing needs saying. */
  readonly evidence: Message | null;
  readonly status: CustomerAlias['status'];
}

export interface JoinEvidence {
  /** What unnamed lines are called; `null` where there are none. */
  readonly commonAccount: string | null;
  /** By mention: whose document numbers its lines quote. Asked only where a name is not clear by itself. */
  readonly quotes: () => ReadonlyMap<number, Quote>;
}

/** Quoted numbers that make a similar name the same customer. */
const LEAST_HITS = 3;
const LEAST_SHARE = 0.8;
/** Likeness from which a name is offered; and from which quoted numbers confirm it. */
const OFFERED_FROM = 0.75;
const CONFIRMED_WITH_NUMBERS_FROM = 0.45;

const SAID_BY_USER: Message = { code: 'ledger.join-user' };

export class Parties {
  private readonly mentions: Mention[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known: Known[] = [];
  /** Customers by what may name them; −1 where several share it. */
  private readonly byName = new Map<string, CustomerIndex>();
  private readonly byFolded = new Map<string, CustomerIndex>();
  private readonly byCore = new Map<string, CustomerIndex>();
  private readonly byCode = new Map<string, CustomerIndex>();
  private commonAccount = -1;
  /** Cores of the names that our ledger and the customer list mention, of so many mentions. */
  private readonly ownCores = new Set<string>();
  private mentionsSeen = 0;
  private readonly folded = new TextCache(fold);
  private readonly cores = new TextCache((name) => coreOfName(name, (text) => this.folded.get(text)));

  constructor(private readonly saidByUser: Readonly<Record<string, string>>) {}

  /** Registers a mention; its number stands in the entries until `join` says which customer it is. */
  mention(printedName: string, printedCode: string, sheet: string, source: MentionSource, otherNames: readonly string[] = []): number {
    const { name, code } = printedCode === '' ? codeBesideName(printedName) : { name: printedName, code: printedCode };
    const key = [name, code, sheet, source].join('\u0001');
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.mentions.push({ name: name.trim(), code: code.trim(), sheet, source, otherNames: [...otherNames, ...namesOfRenamed(name)] }) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  /** Every name mentioned so far. */
  names(): string[] {
    return this.mentions.map(({ name }) => name);
  }

  /** Whether our ledger or the customer list names somebody so, but for the legal form. */
  isMentioned(name: string): boolean {
    for (; this.mentionsSeen < this.mentions.length; this.mentionsSeen++) {
      const mention = this.mentions[this.mentionsSeen];
      if (mention.source !== 'their-rows' && mention.source !== 'their-sheet') this.ownCores.add(this.cores.get(mention.name));
    }
    const core = this.cores.get(codeBesideName(name).name);
    return core.length >= 2 && this.ownCores.has(core);
  }

  /** Whether some line prints the code in place of a name. */
  isCodeAlone(code: string): boolean {
    return this.mentions.some((mention) => (mention.name === '' ? mention.code : mention.name) === code && (mention.name === '' || mention.code === ''));
  }

  /** What names an account across sheets before names are joined. */
  accountName(mention: number): string {
    return mention < 0 ? '' : this.folded.get(this.mentions[mention].name || this.mentions[mention].code);
  }

  /** By mention, the first that names the same account: a ledger on several sheets mentions its customers on each. */
  firstMentions(): Int32Array {
    const firsts = new Map<string, number>();
    return Int32Array.from(this.mentions, (_, mention) => {
      const name = this.accountName(mention);
      const first = firsts.get(name) ?? mention;
      firsts.set(name, first);
      return first;
    });
  }

  /** Joins all mentions; `customerOf[mention + 1]` is each one's customer, `customerOf[0]` that of unnamed lines. */
  join(evidence: JoinEvidence): { readonly customers: Customer[]; readonly customerOf: Int32Array } {
    const customerOf = new Int32Array(this.mentions.length + 1).fill(-1);
    let quotes: ReadonlyMap<number, Quote> | null = null;
    const quoteOf = (mention: number) => () => (quotes ??= evidence.quotes()).get(mention);
    const nameOfCode = this.namesInLists();
    for (const source of SOURCES) {
      if (source === 'their-rows' && evidence.commonAccount !== null) customerOf[0] = this.commonAccount = this.known.length === 1 ? 0 : this.addKnown(evidence.commonAccount, '');
      this.mentions.forEach((mention, i) => {
        if (mention.source === source) customerOf[i + 1] = this.place(this.bestNamed(this.withName(mention, nameOfCode)), evidence, quoteOf(i), customerOf);
      });
    }
    return { customers: this.known.map(({ name, code, aliases }) => ({ name, code, aliases })), customerOf };
  }

  /** The customer a name or code means, or −1; nothing is added. */
  find(name: string, code = ''): CustomerIndex {
    const found = this.look({ name, code, sheet: '', source: 'their-rows', otherNames: [] });
    return found?.status === 'confirmed' ? found.customer : -1;
  }

  /** Names by code, as the customer lists give them. */
  private namesInLists(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const { source, name, code } of this.mentions) if (source === 'list' && name !== '' && code !== '') names.set(this.folded.get(code), name);
    return names;
  }

  /** A ledger that prints codes only: the list says whose they are. */
  private withName(mention: Mention, nameOfCode: ReadonlyMap<string, string>): Mention {
    const code = mention.code || mention.name;
    const name = nameOfCode.size > 0 && (mention.name === '' || mention.code === '') ? nameOfCode.get(this.folded.get(code)) : undefined;
    return name === undefined ? mention : { ...mention, name, code };
  }

  private bestNamed(mention: Mention): Mention {
    if (mention.otherNames.length === 0) return mention;
    const names = [mention.name, ...mention.otherNames];
    const statuses = names.map((name) => this.look({ ...mention, name })?.status);
    const at = Math.max(statuses.indexOf('confirmed'), 0) || Math.max(statuses.indexOf('suggested'), 0);
    return statuses[0] === 'confirmed' || at === 0 ? mention : { ...mention, name: names[at] };
  }

  private place(mention: Mention, evidence: JoinEvidence, quote: () => Quote | undefined, customerOf: Int32Array): CustomerIndex {
    const isTheirs = mention.source === 'their-rows' || mention.source === 'their-sheet';
    let found = this.look(mention);
    if (isTheirs && found?.status !== 'confirmed') found = this.byNumbers(mention, quote(), customerOf) ?? this.byBeingOnly(mention) ?? found;
    if (found?.status === 'confirmed') {
      this.note(found, mention);
      return found.customer;
    }
    if (mention.name === '' && mention.code === '') {
      if (this.commonAccount < 0) this.commonAccount = this.addKnown(evidence.commonAccount ?? mention.sheet, '');
      return this.commonAccount;
    }
    const added = this.addKnown(mention.name || mention.code, mention.code);
    if (found !== null) this.note(found, mention);
    return added;
  }

  private addKnown(name: string, code: string): CustomerIndex {
    const known: Known = { name, code, folded: this.folded.get(name), core: this.cores.get(name), aliases: [] };
    const customer = this.known.push(known) - 1;
    for (const each of [name, ...namesOfRenamed(name)]) {
      enter(this.byName, each, customer);
      enter(this.byFolded, this.folded.get(each), customer);
      enter(this.byCore, this.cores.get(each), customer);
    }
    if (code !== '') enter(this.byCode, this.folded.get(code), customer);
    return customer;
  }

  /** Keeps how a name was joined, or might be, once per sheet. */
  private note({ customer, evidence, status }: Finding, mention: Mention): void {
    const known = this.known[customer];
    const name = mention.name || mention.code || mention.sheet;
    if (status === 'confirmed' && known.code === '' && mention.code !== '') {
      known.code = mention.code;
      enter(this.byCode, this.folded.get(mention.code), customer);
    }
    if (evidence === null || known.aliases.some((alias) => alias.name === name && alias.sheet === mention.sheet)) return;
    known.aliases.push({ name, sheet: mention.sheet, evidence, status });
  }

  private look(mention: Mention): Finding | null {
    const said = ownValue(this.saidByUser, mention.name) ?? ownValue(this.saidByUser, mention.code);
    const name = said ?? mention.name;
    const folded = this.folded.get(name);
    const exact = only(this.byName, name);
    if (exact >= 0) return { customer: exact, evidence: said ? SAID_BY_USER : null, status: 'confirmed' };
    const confirmed = (customer: CustomerIndex, code: string, values: Message['values'] = {}): Finding => ({ customer, evidence: said ? SAID_BY_USER : { code, values }, status: 'confirmed' });
    const same = folded === '' ? -1 : only(this.byFolded, folded);
    if (same >= 0) return confirmed(same, isTraditional(name) !== isTraditional(this.known[same].name) ? 'ledger.join-script' : 'ledger.join-same');
    const coded = this.ofCode(mention, folded);
    if (coded >= 0) return confirmed(coded, 'ledger.join-code', { code: mention.code || mention.name });
    if (folded === '' || mention.source === 'our-rows' || mention.source === 'list') return null;
    const core = this.cores.get(name);
    const cored = core.length < 2 ? -1 : only(this.byCore, core);
    return cored >= 0 ? confirmed(cored, 'ledger.join-legal-form') : this.suggest(core);
  }

  /** By code; a code beside a wholly different name is somebody else's. A tab or cell may print the code as the name. */
  private ofCode(mention: Mention, folded: string): CustomerIndex {
    const code = this.folded.get(mention.code || (mention.source === 'our-rows' || mention.source === 'list' ? '' : mention.name));
    const found = code === '' ? -1 : only(this.byCode, code);
    const isPlain = mention.name === '' || mention.code === '';
    return found >= 0 && (isPlain || similarity(folded, this.known[found].folded) > 0.3) ? found : -1;
  }

  private byNumbers(mention: Mention, quote: Quote | undefined, customerOf: Int32Array): Finding | null {
    if (!quote || quote.hits < LEAST_HITS || quote.share < LEAST_SHARE) return null;
    const customer = customerOf[quote.ours + 1];
    if (customer < 0) return null;
    const isLike = mention.name === '' || [mention.name, ...mention.otherNames].some((name) => likeness(this.cores.get(name), this.known[customer].core) >= CONFIRMED_WITH_NUMBERS_FROM);
    return { customer, evidence: { code: 'ledger.join-numbers', values: { hits: quote.hits } }, status: isLike ? 'confirmed' : 'suggested' };
  }

  /** One account of ours, one sheet of theirs: a cash book and a bank statement, whatever they are titled. */
  private byBeingOnly(mention: Mention): Finding | null {
    if (mention.source !== 'their-sheet' || this.known.length !== 1) return null;
    const isOnly = this.mentions.filter(({ source }) => source === 'their-rows' || source === 'their-sheet').length === 1;
    return isOnly ? { customer: 0, evidence: { code: 'ledger.join-only' }, status: 'confirmed' } : null;
  }

  /** The one customer whose name is a longer or slightly different form of this one. */
  private suggest(core: string): Finding | null {
    const scores = this.known.map((known) => likeness(core, known.core));
    const best = scores.reduce((most, score) => Math.max(most, score), 0);
    const isAlone = scores.filter((score) => score > best - 0.1).length === 1;
    return best >= OFFERED_FROM && isAlone ? { customer: scores.indexOf(best), evidence: { code: 'ledger.join-similar' }, status: 'suggested' } : null;
  }
}

function enter(index: Map<string, CustomerIndex>, key: string, customer: CustomerIndex): void {
  const before = index.get(key);
  index.set(key, before === undefined || before === customer ? customer : -1);
}

/** The one customer that has the key; −1 where none or several do. */
function only(index: ReadonlyMap<string, CustomerIndex>, key: string): CustomerIndex {
  return index.get(key) ?? -1;
}

/** 0 to 1: contained in order (an abbreviation), or few letters apart once words of trade are set aside. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && isSubsequence(short, long)) return 0.8 + (0.2 * short.length) / long.length;
  const [plainA, plainB] = [withoutTradeWords(a), withoutTradeWords(b)];
  return Math.min(similarity(a, b), plainA.length < 2 || plainB.length < 2 ? 1 : similarity(plainA, plainB));
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
