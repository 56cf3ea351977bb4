/**
 * Half a year of a supplier's trade as both sides booked it, with what belongs to what. Numbers, names and
 * layouts come later: a document is a word and a running number here, and a line names documents, not texts.
 */
import type { EntryKind, Side } from '../../src/ledger/books';
import { addMonths, dayFromCalendar } from '../../src/units/day';
import { Random } from '../matching/support/random';

export type Paper = 'delivery' | 'return' | 'exchange' | 'transfer' | 'receipt' | 'credit-note' | 'their-goods' | 'their-payment';

/** A document: what sort, and its number among all papers of its side. */
export interface PaperNumber {
  readonly paper: Paper;
  readonly number: number;
  readonly day: number;
}

export interface TradeLine {
  readonly id: number;
  readonly side: Side;
  readonly day: number;
  readonly kind: EntryKind;
  readonly customer: number;
  /** Number in `CURRENCIES` of the trade; 0 is the house's own. */
  readonly currency: number;
  /** Positive increases what the customer owes, on both sides. */
  readonly amountMinor: number;
  readonly document: PaperNumber | null;
  /** Documents of the other side that this line names; `slip` is where the hand slipped. */
  readonly names: readonly PaperNumber[];
  readonly slip: boolean;
  /** Another customer that the memo names. */
  readonly other: number | null;
  readonly productClass: number | null;
  readonly item: number | null;
  readonly quantity: number | null;
}

export interface TradeGroup {
  readonly kind: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export interface Trade {
  readonly lines: readonly TradeLine[];
  readonly groups: readonly TradeGroup[];
  readonly customerCount: number;
  readonly lastDay: number;
}

export interface Habits {
  /** Noise against the shared cases: 1 as they have, 3 thrice that. */
  readonly noise: number;
  readonly customerCount: number;
  readonly months: number;
  readonly firstYear: number;
  /** Goods at list prices, deliveries booked together, payments booked gross. */
  readonly isHard: boolean;
  /** The last customers buy in a second currency as well. */
  readonly hasForeign: boolean;
}

export const CLASSES = 3;
const ITEMS = 6;
export const classOfItem = (item: number) => Math.floor(item / 2);
const LIST_PRICES = [2599, 899, 1799, 129, 459, 129] as const;
const DEDUCTIONS: readonly EntryKind[] = ['rebate', 'damage', 'advertising', 'promotion'];

interface Delivery {
  readonly paper: PaperNumber;
  readonly lines: readonly TradeLine[];
  readonly totalMinor: number;
}

export function simulate(seed: number, habits: Habits): Trade {
  return new Simulation(new Random(seed * 7919 + 17), habits).run();
}

class Simulation {
  private readonly lines: TradeLine[] = [];
  private readonly groups: TradeGroup[] = [];
  private ourNumber = 1200;
  private theirNumber = 300;
  private readonly firstDay: number;
  private readonly lastDay: number;
  private hasMisposted = false;
  private customer = 0;
  private currency = 0;

  constructor(
    private readonly random: Random,
    private readonly habits: Habits,
  ) {
    this.firstDay = dayFromCalendar(habits.firstYear, 1, 1) as number;
    this.lastDay = addMonths(this.firstDay, habits.months) - 1;
  }

  run(): Trade {
    for (this.customer = 0; this.customer < this.habits.customerCount; this.customer++) {
      this.trade(0);
      if (this.habits.hasForeign && this.customer % 2 === 1) this.trade(1);
    }
    const kept = new Set(this.lines.filter(({ day }) => day <= this.lastDay).map(({ id }) => id));
    const groups = this.groups.map((group) => ({ ...group, ours: group.ours.filter((id) => kept.has(id)), theirs: group.theirs.filter((id) => kept.has(id)) })).map((group) => (group.kind === 'amount-difference' && group.theirs.length === 0 ? { ...group, kind: 'ours-only:in-transit-goods' } : group));
    return { lines: this.lines.filter(({ id }) => kept.has(id)), groups: groups.filter(({ ours, theirs }) => ours.length + theirs.length > 0), customerCount: this.habits.customerCount, lastDay: this.lastDay };
  }

  private trade(currency: number): void {
    const { random } = this;
    this.currency = currency;
    if (currency === 0) {
      const opening = { kind: 'opening' as const, day: this.firstDay - 1, amountMinor: random.int(900, 42_000) * 100 + random.int(0, 99) };
      this.group('opening', [this.our(opening)], [this.their(opening)]);
    }
    let unpaid: Delivery[] = [];
    for (let month = 0; month < this.habits.months; month++) {
      const start = addMonths(this.firstDay, month);
      const deliveries = Array.from({ length: random.int(4, 9) }, () => this.deliver(start + random.int(0, 27)));
      this.bookGoods(deliveries);
      this.otherGoods(start, deliveries);
      if (month > 0) unpaid = this.pay(start + random.int(6, 27), unpaid);
      unpaid.push(...deliveries);
    }
  }

  private chance(rate: number): boolean {
    return this.random.chance(Math.min(0.6, rate * this.habits.noise));
  }

  private book(side: Side, line: Partial<TradeLine> & Pick<TradeLine, 'kind' | 'day' | 'amountMinor'>): TradeLine {
    const made: TradeLine = { customer: this.customer, currency: this.currency, document: null, names: [], slip: false, other: null, productClass: null, item: null, quantity: null, ...line, id: this.lines.length, side };
    this.lines.push(made);
    return made;
  }

  private our(line: Partial<TradeLine> & Pick<TradeLine, 'kind' | 'day' | 'amountMinor'>): TradeLine {
    return this.book('ours', line);
  }

  private their(line: Partial<TradeLine> & Pick<TradeLine, 'kind' | 'day' | 'amountMinor'>): TradeLine {
    return this.book('theirs', line);
  }

  private group(kind: string, ours: readonly TradeLine[], theirs: readonly TradeLine[]): void {
    this.groups.push({ kind, ours: ours.map(({ id }) => id), theirs: theirs.map(({ id }) => id) });
  }

  private ourPaper(paper: Paper, day: number): PaperNumber {
    return { paper, number: ++this.ourNumber, day };
  }

  private theirPaper(paper: Paper, day: number): PaperNumber {
    return { paper, number: ++this.theirNumber, day };
  }

  private deliver(day: number): Delivery {
    const { random } = this;
    const paper = this.ourPaper('delivery', day);
    const lines = Array.from({ length: random.int(1, 3) }, () => {
      const item = random.int(0, ITEMS - 1);
      const quantity = random.int(1, 40);
      const priceMinor = this.habits.isHard ? LIST_PRICES[item] * 100 : random.int(20_000, 340_000);
      const exactMinor = priceMinor * quantity;
      const amountMinor = this.habits.isHard || random.chance(0.7) ? exactMinor : Math.round(exactMinor * 0.9987);
      return this.our({ kind: 'invoice', day, document: paper, productClass: classOfItem(item), item, quantity, amountMinor });
    });
    return { paper, lines, totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0) };
  }

  private bookGoods(deliveries: readonly Delivery[]): void {
    const { random, habits } = this;
    let rest = [...deliveries];
    if (habits.isHard && rest.length > 4 && random.chance(0.55)) {
      const together = random.shuffle(rest).slice(0, random.int(2, 3)).sort((a, b) => a.paper.number - b.paper.number);
      rest = rest.filter((delivery) => !together.includes(delivery));
      const day = Math.max(...together.map(({ paper }) => paper.day)) + random.int(0, 7);
      const line = this.their({ kind: 'invoice', day, document: this.theirPaper('their-goods', day), names: random.chance(0.2) ? [] : together.map(({ paper }) => paper), amountMinor: together.reduce((sum, { totalMinor }) => sum + totalMinor, 0) });
      this.group('invoice', together.flatMap(({ lines }) => lines), [line]);
    }
    for (const delivery of rest) this.bookDelivery(delivery);
  }

  private bookDelivery(delivery: Delivery): void {
    const { random } = this;
    if (this.chance(0.02)) return this.group('ours-only:in-transit-goods', delivery.lines, []);
    const day = delivery.paper.day + Math.min(random.int(0, 14), random.int(0, 14));
    const book = (amountMinor: number) => this.their({ kind: 'invoice', day, document: this.theirPaper('their-goods', day), ...this.naming(delivery.paper), amountMinor });
    const isByLine = delivery.lines.length > 1 && random.chance(0.3);
    if (!isByLine && this.chance(0.02)) return this.group('amount-difference', delivery.lines, [book(this.wrongTotal(delivery))]);
    const booked = isByLine ? delivery.lines.map(({ amountMinor }) => book(amountMinor)) : [book(delivery.totalMinor)];
    this.group('invoice', delivery.lines, booked);
    if (isByLine || booked[0].names.length === 0 || booked[0].slip || !this.chance(0.01)) return;
    const later = day + random.int(1, 5);
    this.group('theirs-only:duplicate', [], [this.their({ kind: 'invoice', day: later, document: this.theirPaper('their-goods', later), names: booked[0].names, amountMinor: delivery.totalMinor })]);
  }

  private naming(paper: PaperNumber): Pick<TradeLine, 'names' | 'slip'> {
    if (this.chance(0.07)) return { names: [], slip: false };
    return { names: [paper], slip: this.chance(0.03) };
  }

  /** One unit short, tax left out, or a slip over a few units of money. */
  private wrongTotal({ lines, totalMinor }: Delivery): number {
    const { random } = this;
    const line = random.pick(lines);
    const unit = Math.round(line.amountMinor / (line.quantity ?? 1));
    const sort = random.int(0, 2);
    if (sort === 0 && totalMinor > 2 * unit) return totalMinor - unit;
    return sort === 1 ? Math.round(totalMinor / 1.13) : totalMinor + random.pick([-9, -5, 3, 10, 27]) * 100;
  }

  private otherGoods(start: number, deliveries: readonly Delivery[]): void {
    const { random } = this;
    const day = start + random.int(4, 26);
    const { lines: [line] , paper } = random.pick(deliveries);
    const unit = Math.round(line.amountMinor / (line.quantity ?? 1));
    const quantity = random.int(1, Math.min(4, line.quantity ?? 1));
    const goods = { productClass: line.productClass, item: line.item };
    if (random.chance(0.4)) {
      const document = this.ourPaper('return', day);
      const booked = day - random.int(0, 4);
      const ours = this.our({ ...goods, kind: 'return', day, document, quantity: -quantity, amountMinor: -unit * quantity });
      this.group('return', [ours], [this.their({ kind: 'return', day: booked, document: this.theirPaper('their-goods', booked), ...this.naming(document), amountMinor: -unit * quantity })]);
    } else if (random.chance(0.15)) {
      const { lines: [other], paper: from } = random.pick(deliveries.filter((delivery) => delivery.paper !== paper));
      this.group('theirs-only:return-not-credited', [], [this.their({ kind: 'return', day, document: this.theirPaper('their-goods', day), names: [from], amountMinor: -Math.round(other.amountMinor / (other.quantity ?? 1)) })]);
    }
    if (random.chance(0.22)) {
      const document = this.ourPaper('exchange', day);
      const back = this.our({ ...goods, kind: 'return', day, document, quantity: -1, amountMinor: -unit });
      this.group('exchange', [back, this.our({ ...goods, kind: 'invoice', day, document, quantity: 1, amountMinor: unit })], []);
    }
    if (this.habits.customerCount > 1 && random.chance(0.15)) this.transfer(day, goods, unit * quantity, quantity);
  }

  private transfer(day: number, goods: Pick<TradeLine, 'productClass' | 'item'>, amountMinor: number, quantity: number): void {
    const { random } = this;
    const from = this.customer;
    const to = (from + random.int(1, this.habits.customerCount - 1)) % this.habits.customerCount;
    if (this.currency !== 0) return;
    const document = this.ourPaper('transfer', day);
    for (const [customer, other, sign] of [[from, to, -1], [to, from, 1]] as const) {
      const ours = this.our({ ...goods, kind: 'transfer', day, customer, other, document, quantity: sign * quantity, amountMinor: sign * amountMinor });
      const booked = day + random.int(0, 4);
      if (random.chance(0.3)) this.group('ours-only:transfer', [ours], []);
      else this.group('transfer', [ours], [this.their({ kind: sign < 0 ? 'return' : 'invoice', day: booked, customer, document: this.theirPaper('their-goods', booked), ...this.naming(document), amountMinor: sign * amountMinor })]);
    }
  }

  /** They pay what they have sold of the oldest deliveries, some of it net of what they deduct. */
  private pay(day: number, unpaid: readonly Delivery[]): Delivery[] {
    const { random, habits } = this;
    const paid = unpaid.slice(0, random.int(1, Math.min(4, unpaid.length)));
    if (paid.length === 0) return [...unpaid];
    const whole = paid.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    const amount = random.chance(0.5) ? whole : Math.max(50_000, Math.round((whole * random.int(35, 90)) / 1_000_000) * 10_000);
    const document = this.theirPaper('their-payment', day);
    const names = random.chance(0.5) ? paid.map(({ paper }) => paper) : [];
    const says = random.chance(0.45) ? (names.length > 0 && random.chance(0.5) ? names : [document]) : [];
    const arrives = day + random.int(0, 4);
    const deducted = random.chance(0.35) ? Math.round((amount * random.int(10, 55)) / 1000) : 0;
    const kind = random.pick(DEDUCTIONS);
    const isCredited = random.chance(0.75);
    const note = () => { const on = arrives + random.int(2, 30); return this.our({ kind, day: on, document: this.ourPaper('credit-note', on), names: random.chance(0.5) ? [document] : [], amountMinor: -deducted }); };
    if (deducted > 0 && habits.isHard && random.chance(0.3)) {
      const theirs = this.their({ kind: 'payment', day, document, names, amountMinor: -amount });
      const receipt = this.our({ kind: 'payment', day: arrives, document: this.ourPaper('receipt', arrives), names: says, amountMinor: deducted - amount });
      this.group(isCredited ? 'payment' : 'amount-difference', isCredited ? [receipt, note()] : [receipt], [theirs]);
      return unpaid.slice(paid.length);
    }
    this.receive(arrives, amount - deducted, says, this.their({ kind: 'payment', day, document, names, amountMinor: deducted - amount }));
    if (deducted > 0) {
      const theirs = this.their({ kind, day, document, amountMinor: -deducted });
      this.group(isCredited ? 'deduction' : 'theirs-only:deduction-not-credited', isCredited ? [note()] : [], [theirs]);
    }
    return unpaid.slice(paid.length);
  }

  private receive(day: number, amountMinor: number, names: readonly PaperNumber[], theirs: TradeLine): void {
    const { random } = this;
    const receipt = (on: number, partMinor: number, says: readonly PaperNumber[], customer = this.customer) => this.our({ kind: 'payment', day: on, customer, document: this.ourPaper('receipt', on), names: says, amountMinor: -partMinor });
    if (day > this.lastDay) return this.group('theirs-only:in-transit-payment', [], [theirs]);
    if (!this.hasMisposted && this.customer === 1 && this.currency === 0) {
      this.hasMisposted = true;
      return this.group('misposted', [receipt(day, amountMinor, [], 0)], [theirs]);
    }
    if (this.habits.isHard ? this.chance(0.15) : this.chance(0.06)) {
      const part = Math.round((amountMinor * random.int(30, 70)) / 10_000) * 100;
      return this.group('payment', [receipt(day, part, names), receipt(day + random.int(0, 3), amountMinor - part, [])], [theirs]);
    }
    this.group('payment', [receipt(day, amountMinor, names)], [theirs]);
  }
}
