import type { Customer, CustomerAlias, CustomerIndex } from './books';
import { fold } from './fold';
import { similarity } from './similarity';
import { isTraditional } from './simplified';
import { coreOfName, withoutTradeWords } from './vocabulary/parties';
import type { Message } from '../texts';

/**
 * Who is who. Every name and code that a sheet prints is one mention; mentions are joined to customers by
 * evidence. Our own ledger and the customer master say which customers there are; other names join them
 * only where one reading is left. Anything weaker is offered to the user and stays apart meanwhile.
 */
export interface Mention {
  readonly name: string;
  readonly code: string;
  readonly sheet: string;
  /** Names from our ledger and master define customers; names from the customers' sheets look for them. */
  readonly defines: boolean;
}

interface Known {
  readonly name: string;
  code: string;
  readonly folded: string;
  readonly core: string;
  readonly aliases: CustomerAlias[];
}

export class Parties {
  private readonly mentions: Mention[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly otherNames = new Map<number, readonly string[]>();
  private readonly known: Known[] = [];

  constructor(private readonly aliases: Readonly<Record<string, string>>) {}

  /** Registers a mention; the number is turned into a customer by `join`. */
  mention(name: string, code: string, sheet: string, defines: boolean): number {
    const key = `${name}\u0001${code}\u0001${sheet}\u0001${defines}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.mentions.push({ name: name.trim(), code: code.trim(), sheet, defines }) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  /** Registers a sheet's customer by the first of several names that somebody known has; else by the first. */
  mentionOneOf(names: readonly string[], sheet: string, defines: boolean): number {
    const number = this.mention(names[0], '', sheet, defines);
    this.otherNames.set(number, names.slice(1));
    return number;
  }

  /** Joins all mentions; `customerOf[mention + 1]` is each one's customer, `customerOf[0]` that of unnamed lines. */
  join(commonAccount: string | null): { readonly customers: Customer[]; readonly customerOf: Int32Array } {
    const customerOf = new Int32Array(this.mentions.length + 1).fill(-1);
    if (commonAccount !== null) customerOf[0] = this.place({ name: commonAccount, code: '', sheet: '', defines: true });
    for (const defines of [true, false]) {
      this.mentions.forEach((mention, i) => {
        if (mention.defines === defines) customerOf[i + 1] = this.place(this.bestNamed(mention, i));
      });
    }
    const customers = this.known.map(({ name, code, aliases }) => ({ name, code, aliases }));
    return { customers, customerOf };
  }

  /** The customer a name or code means, or −1; nothing is added. */
  find(name: string, code = ''): CustomerIndex {
    return this.look({ name, code, sheet: '', defines: false })?.customer ?? -1;
  }

  private bestNamed(mention: Mention, number: number): Mention {
    if (this.look(mention)?.status === 'confirmed') return mention;
    const other = this.otherNames.get(number)?.find((name) => this.look({ ...mention, name })?.status === 'confirmed');
    return other === undefined ? mention : { ...mention, name: other };
  }

  private place(mention: Mention): CustomerIndex {
    const found = this.look(mention);
    if (found !== null && found.status === 'confirmed') {
      const known = this.known[found.customer];
      known.code ||= mention.code;
      if (found.evidence !== null && !known.aliases.some((alias) => alias.name === mention.name && alias.sheet === mention.sheet)) {
        known.aliases.push({ name: mention.name || mention.code, sheet: mention.sheet, evidence: found.evidence, status: 'confirmed' });
      }
      return found.customer;
    }
    const name = mention.name || mention.code;
    const added = this.known.push({ name, code: mention.code, folded: fold(name), core: coreOfName(name), aliases: [] }) - 1;
    if (found !== null && found.evidence !== null) this.known[found.customer].aliases.push({ name, sheet: mention.sheet, evidence: found.evidence, status: 'suggested' });
    return added;
  }

  private look(mention: Mention): { readonly customer: CustomerIndex; readonly evidence: Message | null; readonly status: CustomerAlias['status'] } | null {
    const saidByUser = this.aliases[mention.name] ?? this.aliases[mention.code];
    const name = saidByUser ?? mention.name;
    const folded = fold(name);
    const confirmed = (customer: CustomerIndex, code: string | null, values: Message['values'] = {}) => ({ customer, evidence: code === null ? null : { code, values }, status: 'confirmed' as const });
    const only = (test: (known: Known) => boolean) => {
      const hits = this.known.flatMap((known, i) => (test(known) ? [i] : []));
      return hits.length === 1 ? hits[0] : -1;
    };
    const exact = only((known) => known.name === name);
    if (exact >= 0) return confirmed(exact, saidByUser ? 'ledger.join-user' : null);
    const same = folded === '' ? -1 : only((known) => known.folded === folded);
    if (same >= 0) return confirmed(same, saidByUser ? 'ledger.join-user' : isTraditional(name) !== isTraditional(this.known[same].name) ? 'ledger.join-script' : 'ledger.join-same');
    const codeSaid = mention.code || (mention.defines ? '' : mention.name);
    const byCode = codeSaid === '' ? -1 : only((known) => known.code !== '' && fold(known.code) === fold(codeSaid));
    if (byCode >= 0 && (mention.name === '' || mention.code === '' || similarity(folded, this.known[byCode].folded) > 0.3)) return confirmed(byCode, 'ledger.join-code', { code: codeSaid });
    if (folded === '') return null;
    const core = coreOfName(name);
    const byCore = core.length < 2 ? -1 : only((known) => known.core === core);
    if (byCore >= 0 && !mention.defines) return confirmed(byCore, 'ledger.join-legal-form');
    return mention.defines ? null : this.suggest(core);
  }

  /** The one customer whose name is a longer or slightly different form of this one. */
  private suggest(core: string): { readonly customer: CustomerIndex; readonly evidence: Message; readonly status: 'suggested' } | null {
    const scores = this.known.map((known) => likeness(core, known.core));
    const best = Math.max(0, ...scores);
    const isAlone = scores.filter((score) => score > best - 0.1).length === 1;
    if (best < 0.75 || !isAlone) return null;
    return { customer: scores.indexOf(best), evidence: { code: 'ledger.join-similar' }, status: 'suggested' };
  }
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
