/** Matches in columns, in the order in which they are added; one becomes an object when somebody reads it. */
import type { MinorUnits } from '../units/units';
import { FIRST_CAPACITY, longer } from '../units/columns';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { CustomerIndex, EntryIndex, Side } from '../ledger/books';
import { MATCH_RULES, type EntryLists, type Match, type Matches, type MatchRule } from './reconciliation';
import { sortedByKey } from './sorting';
import { Said, type Told } from './told';

export const NO_ALTERNATIVES: Match['alternatives'] = [];

const RULE_NUMBERS = Object.fromEntries(MATCH_RULES.map((rule, number) => [rule, number])) as Record<MatchRule, number>;
/** No ledger has so many rows. */
const ROWS_MAX = 2 ** 31;

/** A match as it is found; its evidence is told when asked for. */
export class FoundMatch implements Match {
  constructor(
    readonly customer: CustomerIndex,
    readonly currency: CurrencyCode,
    readonly ours: readonly EntryIndex[],
    readonly theirs: readonly EntryIndex[],
    readonly status: 'confirmed' | 'suggested',
    readonly rule: MatchRule,
    readonly confidence: number,
    readonly differenceMinor: MinorUnits,
    readonly told: Told,
    readonly alternatives: Match['alternatives'],
    readonly decision: 'accepted' | null,
  ) {}

  get evidence(): readonly Message[] {
    return this.told.messages();
  }

  /** The same match of entries that stand elsewhere now. */
  movedTo(customer: CustomerIndex, { ours, theirs }: Pick<Match, Side>, alternatives: Match['alternatives']): FoundMatch {
    return new FoundMatch(customer, this.currency, ours, theirs, this.status, this.rule, this.confidence, this.differenceMinor, this.told, alternatives, this.decision);
  }
}

class EntryListColumns implements EntryLists {
  entries = new Int32Array(FIRST_CAPACITY);
  starts = new Int32Array(FIRST_CAPACITY);
  private count = 0;

  add(list: ArrayLike<EntryIndex>): void {
    const from = this.starts[this.count];
    const to = from + list.length;
    if (to > this.entries.length) this.entries = longer(this.entries, 2 * to);
    for (let at = from; at < to; at++) this.entries[at] = list[at - from];
    this.count++;
    if (this.count === this.starts.length) this.starts = longer(this.starts, 2 * this.count);
    this.starts[this.count] = to;
  }

  at(list: number): readonly EntryIndex[] {
    const entries: EntryIndex[] = [];
    for (let at = this.starts[list]; at < this.starts[list + 1]; at++) entries.push(this.entries[at]);
    return entries;
  }
}

export class MatchColumns implements Matches {
  count = 0;
  readonly ours = new EntryListColumns();
  readonly theirs = new EntryListColumns();
  isConfirmed = new Uint8Array(FIRST_CAPACITY);
  customer = new Int32Array(FIRST_CAPACITY);
  differenceMinor = new Float64Array(FIRST_CAPACITY);
  private rule = new Uint8Array(FIRST_CAPACITY);
  private confidence = new Float64Array(FIRST_CAPACITY);
  readonly currency: CurrencyCode[] = [];
  private readonly told: Told[] = [];
  /** Of those that have other readings. */
  private readonly alternatives = new Map<number, Match['alternatives']>();
  private readonly accepted = new Set<number>();

  /** Matches that are at hand as objects. */
  static from(list: readonly Match[]): MatchColumns {
    const columns = new MatchColumns();
    for (const { customer, currency, ours, theirs, status, rule, confidence, differenceMinor, evidence, alternatives, decision } of list) {
      columns.add(new FoundMatch(customer, currency, ours, theirs, status, rule, confidence, differenceMinor, new Said(evidence), alternatives, decision));
    }
    return columns;
  }

  /** Returns its number. */
  add({ customer, currency, ours, theirs, status, rule, confidence, differenceMinor, told, alternatives, decision }: FoundMatch): number {
    if (this.count === this.customer.length) this.grow(2 * this.count);
    const number = this.count++;
    this.ours.add(ours);
    this.theirs.add(theirs);
    this.isConfirmed[number] = status === 'confirmed' ? 1 : 0;
    this.customer[number] = customer;
    this.differenceMinor[number] = differenceMinor;
    this.rule[number] = RULE_NUMBERS[rule];
    this.confidence[number] = confidence;
    this.currency.push(currency);
    this.told.push(told);
    if (alternatives.length > 0) this.alternatives.set(number, alternatives);
    if (decision === 'accepted') this.accepted.add(number);
    return number;
  }

  /** Takes over the matches of one account from other columns, in the order of our rows, then theirs. Returns where they stand. */
  addAccount({ columns, numbers }: AccountMatches): AccountMatches {
    const first = this.count;
    // No entry is in two matches: no two have the same key.
    for (const number of sortedByKey(numbers, (each) => columns.rowKey(each))) this.add(columns.at(number));
    return { columns: this, numbers: Array.from({ length: this.count - first }, (_, at) => first + at) };
  }

  at(number: number): FoundMatch {
    return new FoundMatch(
      this.customer[number], this.currency[number], this.ours.at(number), this.theirs.at(number), this.isConfirmed[number] === 1 ? 'confirmed' : 'suggested', this.ruleOf(number),
      this.confidence[number], this.differenceMinor[number], this.told[number], this.alternatives.get(number) ?? NO_ALTERNATIVES, this.accepted.has(number) ? 'accepted' : null,
    );
  }

  ruleOf(number: number): MatchRule {
    return MATCH_RULES[this.rule[number]];
  }

  *[Symbol.iterator](): Iterator<FoundMatch> {
    for (let number = 0; number < this.count; number++) yield this.at(number);
  }

  private rowKey(number: number): number {
    const { ours, theirs } = this;
    const first = ours.starts[number];
    return first < ours.starts[number + 1] ? ours.entries[first] : ROWS_MAX + theirs.entries[theirs.starts[number]];
  }

  private grow(capacity: number): void {
    this.isConfirmed = longer(this.isConfirmed, capacity);
    this.customer = longer(this.customer, capacity);
    this.differenceMinor = longer(this.differenceMinor, capacity);
    this.rule = longer(this.rule, capacity);
    this.confidence = longer(this.confidence, capacity);
  }
}

/** The matches of one account, by their numbers in some columns. */
export interface AccountMatches {
  readonly columns: MatchColumns;
  readonly numbers: readonly number[];
}
