/**
 * A supplier's trade, simulated with known truth: deliveries in several lines, returns, exchanges, transfers,
 * payments net of deductions, split receipts, papers in transit, typing errors, second bookings, receipts on the
 * wrong account. Each customer keeps books in its own fashion. What belongs together is known by construction.
 */
import type { CaseLine } from '../../../src/ledger/ledger-builder';
import type { EntryKind } from '../../../src/ledger/books';
import { dayFromCalendar } from '../../../src/units/day';
import { Random } from './random';

export interface Noise {
  /** Amounts from a price list, so that equal amounts abound; otherwise to the cent. */
  readonly listPrices: boolean;
  /** Their line carries no number of ours. */
  readonly missingReference: number;
  /** Their line carries our number with a slip. */
  readonly typo: number;
  /** Several deliveries booked as one line. */
  readonly merged: number;
  /** Deduction not on a line of its own: our receipt and our credit note stand apart. */
  readonly gross: number;
  readonly splitReceipt: number;
  readonly amountDiffers: number;
  readonly duplicate: number;
  readonly inTransit: number;
  /** Days after which goods are booked, at most. */
  readonly lagDaysMax: number;
  /** Their vouchers are numbered in the order of our papers; otherwise by their own booking day. */
  readonly parallelVouchers: boolean;
}

export const EASY: Noise = { listPrices: false, missingReference: 0.07, typo: 0.03, merged: 0, gross: 0, splitReceipt: 0.1, amountDiffers: 0.02, duplicate: 0.01, inTransit: 0.02, lagDaysMax: 14, parallelVouchers: true };
export const HARD: Noise = { listPrices: true, missingReference: 0.09, typo: 0.04, merged: 0.12, gross: 0.15, splitReceipt: 0.2, amountDiffers: 0.05, duplicate: 0.01, inTransit: 0.02, lagDaysMax: 14, parallelVouchers: true };
export const HARDER: Noise = { listPrices: true, missingReference: 0.15, typo: 0.08, merged: 0.12, gross: 0.3, splitReceipt: 0.3, amountDiffers: 0.08, duplicate: 0.02, inTransit: 0.04, lagDaysMax: 21, parallelVouchers: false };

export interface TrueGroup {
  readonly kind: string;
  readonly ours: readonly CaseLine[];
  readonly theirs: readonly CaseLine[];
}

export interface Trade {
  readonly lines: readonly CaseLine[];
  readonly groups: readonly TrueGroup[];
  readonly asOf: number;
}

const PRICES = [1000, 2999, 199, 499, 2399, 499] as const;
const ITEMS = ['65Q', '55Q', '43S', '8KG', '10KG', '4L'] as const;
const DEDUCTIONS: readonly EntryKind[] = ['rebate', 'damage', 'advertising', 'promotion'];

interface Delivery {
  readonly number: string;
  readonly day: number;
  readonly ours: CaseLine[];
  readonly total: number;
}

/** Six months of trade from January 2026. */
export function simulateTrade(seed: number, noise: Noise, customerCount = 4, months = 6): Trade {
  const simulation = new Simulation(new Random(seed), noise, months);
  const customers = Array.from({ length: customerCount }, (_, at) => `Customer ${at + 1}`);
  for (const customer of customers) simulation.trade(customer, customers);
  return simulation.finish();
}

class Simulation {
  private readonly ours: CaseLine[] = [];
  private readonly theirs: CaseLine[] = [];
  private readonly groups: TrueGroup[] = [];
  private number = 1000;
  private voucher = 26000000;
  private readonly firstDay = dayFromCalendar(2026, 1, 1) as number;
  private readonly lastDay: number;
  private misposted = false;

  constructor(
    private readonly random: Random,
    private readonly noise: Noise,
    private readonly months: number,
  ) {
    this.lastDay = this.firstDay + 30 * months;
  }

  trade(customer: string, customers: readonly string[]): void {
    const opening = this.random.int(1000, 40000) * 100;
    this.group('opening', [this.our({ day: this.firstDay - 1, kind: 'opening', customer, amountMinor: opening })], [this.their({ day: this.firstDay - 1, kind: 'opening', customer, amountMinor: opening })]);
    let unpaid: Delivery[] = [];
    for (let month = 0; month < this.months; month++) {
      const start = this.firstDay + 30 * month;
      const deliveries = Array.from({ length: this.random.int(4, 10) }, () => this.deliver(customer, start + this.random.int(0, 29)));
      this.bookGoods(customer, deliveries);
      this.sundries(customer, customers, start, deliveries);
      if (month > 0) unpaid = this.pay(customer, customers, start + this.random.int(8, 28), unpaid);
      unpaid.push(...deliveries);
    }
  }

  finish(): Trade {
    const asOf = this.lastDay;
    const random = this.random;
    const counted = (line: CaseLine) => line.day <= asOf;
    const groups = this.groups.map((group) => ({ ...group, ours: group.ours.filter(counted), theirs: group.theirs.filter(counted) }));
    return { lines: random.shuffle([...this.ours, ...this.theirs].filter(counted)), groups: groups.filter((group) => group.ours.length + group.theirs.length > 0), asOf };
  }

  private our(line: CaseLine): CaseLine {
    const made = { ...line, side: 'ours' as const, sheet: 'ours', row: this.ours.length + 2 };
    this.ours.push(made);
    return made;
  }

  private their(line: CaseLine): CaseLine {
    const made = { ...line, side: 'theirs' as const, sheet: 'theirs', row: this.theirs.length + 2 };
    this.theirs.push(made);
    return made;
  }

  private group(kind: string, ours: CaseLine[], theirs: CaseLine[]): void {
    this.groups.push({ kind, ours, theirs });
  }

  private nextNumber(prefix: string): string {
    return `${prefix}-${String(++this.number).padStart(6, '0')}`;
  }

  private nextVoucher(prefix: string): string {
    this.voucher += this.noise.parallelVouchers ? 1 : this.random.int(1, 40);
    return `${prefix}${this.noise.parallelVouchers ? this.voucher : this.voucher - this.random.int(0, 400)}`;
  }

  private deliver(customer: string, day: number): Delivery {
    const number = this.nextNumber('XS');
    const ours = Array.from({ length: this.random.int(1, 3) }, () => {
      const at = this.random.int(0, PRICES.length - 1);
      const quantity = this.noise.listPrices ? this.random.pick([1, 2, 3, 5, 10, 20, this.random.int(1, 40)]) : this.random.int(1, 40);
      const amountMinor = this.noise.listPrices ? PRICES[at] * quantity * 100 : Math.round(Math.exp(10 + this.random.normal()) * 100);
      return this.our({ day, kind: 'invoice', customer, document: number, quantity, item: ITEMS[at], amountMinor });
    });
    return { number, day, ours, total: ours.reduce((sum, line) => sum + line.amountMinor, 0) };
  }

  private bookGoods(customer: string, deliveries: Delivery[]): void {
    const { random, noise } = this;
    let left = [...deliveries];
    if (noise.merged > 0 && left.length > 3 && random.chance(noise.merged * 5)) {
      const merged = random.shuffle(left).slice(0, random.int(2, 4)).sort((a, b) => (a.number < b.number ? -1 : 1));
      left = left.filter((delivery) => !merged.includes(delivery));
      const day = Math.max(...merged.map((delivery) => delivery.day)) + random.int(0, 8);
      const line = this.their({ day, kind: 'invoice', customer, document: this.nextVoucher('RK'), references: mergedReference(random, merged.map((each) => each.number)), amountMinor: merged.reduce((sum, each) => sum + each.total, 0) });
      this.group('invoice', merged.flatMap((delivery) => delivery.ours), [line]);
    }
    for (const delivery of left) this.bookDelivery(customer, delivery);
  }

  private bookDelivery(customer: string, delivery: Delivery): void {
    const { random, noise } = this;
    if (random.chance(noise.inTransit)) return this.group('ours-only:in-transit-goods', delivery.ours, []);
    const day = delivery.day + Math.min(random.int(0, noise.lagDaysMax), random.int(0, noise.lagDaysMax));
    const byLine = delivery.ours.length > 1 && random.chance(0.3);
    const book = (amountMinor: number) => this.their({ day, kind: 'invoice', customer, document: this.nextVoucher('RK'), references: this.reference(delivery.number), amountMinor });
    if (!byLine && random.chance(noise.amountDiffers)) {
      this.group('amount-difference', delivery.ours, [book(this.otherAmount(delivery))]);
      return;
    }
    const booked = byLine ? delivery.ours.map((line) => book(line.amountMinor)) : [book(delivery.total)];
    this.group('invoice', delivery.ours, booked);
    if (!byLine && booked[0].references && random.chance(noise.duplicate)) {
      const again = this.their({ day: day + random.int(1, 6), kind: 'invoice', customer, document: this.nextVoucher('RK'), references: booked[0].references || delivery.number, amountMinor: delivery.total });
      this.group('theirs-only:duplicate', [], [again]);
    }
  }

  private otherAmount(delivery: Delivery): number {
    const line = this.random.pick(delivery.ours);
    const unit = Math.round(line.amountMinor / (line.quantity ?? 1));
    const kind = this.random.int(0, 3);
    if (kind === 0 && delivery.total > 2 * unit) return delivery.total - unit;
    if (kind === 1) return Math.round(delivery.total / 1.13);
    if (kind === 2) return delivery.total + this.random.int(1, 9) * 100;
    return Math.round(delivery.total * (1 - this.random.int(1, 30) / 1000));
  }

  private reference(number: string): string {
    const { random, noise } = this;
    if (random.chance(noise.missingReference)) return '';
    return writeNumber(random, random.chance(noise.typo) ? slip(random, number) : number);
  }

  private sundries(customer: string, customers: readonly string[], start: number, deliveries: readonly Delivery[]): void {
    const { random } = this;
    const day = start + random.int(5, 28);
    const from = random.pick(deliveries);
    const line = from.ours[0];
    const quantity = Math.min(line.quantity ?? 1, random.int(1, 5));
    const amountMinor = -Math.round((line.amountMinor / (line.quantity ?? 1)) * quantity);
    if (random.chance(0.5)) {
      const number = this.nextNumber('TH');
      const ours = this.our({ day: day + random.int(0, 5), kind: 'return', customer, document: number, memo: `对应${from.number}`, quantity: -quantity, item: line.item, amountMinor });
      this.group('return', [ours], [this.their({ day, kind: 'return', customer, document: this.nextVoucher('RK'), references: this.reference(number), amountMinor })]);
    } else if (random.chance(0.3)) {
      this.group('theirs-only:return-not-credited', [], [this.their({ day, kind: 'return', customer, document: this.nextVoucher('RK'), references: from.number, amountMinor: -Math.round(Math.abs(from.ours[from.ours.length - 1].amountMinor) / (from.ours[from.ours.length - 1].quantity ?? 1)) })]);
    }
    if (random.chance(0.3)) this.exchange(customer, day, -amountMinor);
    const other = random.pick(customers);
    if (random.chance(0.2) && other !== customer) this.transfer(customer, other, day, amountMinor);
  }

  private exchange(customer: string, day: number, amountMinor: number): void {
    const document = this.nextNumber('HH');
    const back = this.our({ day, kind: 'return', customer, document, memo: '换货', amountMinor: -amountMinor });
    this.group('exchange', [back, this.our({ day, kind: 'invoice', customer, document, memo: '换货', amountMinor })], []);
  }

  private transfer(from: string, to: string, day: number, amountMinor: number): void {
    const document = this.nextNumber('PD');
    for (const [customer, other, amount] of [[from, to, amountMinor], [to, from, -amountMinor]] as const) {
      const ours = this.our({ day, kind: 'transfer', customer, document, memo: `平调${other}`, amountMinor: amount });
      if (this.random.chance(0.25)) this.group('ours-only:transfer', [ours], []);
      else this.group('transfer', [ours], [this.their({ day: day + this.random.int(0, 5), kind: amount < 0 ? 'return' : 'invoice', customer, document: this.nextVoucher('RK'), references: this.reference(document), amountMinor: amount })]);
    }
  }

  /** The customer pays what it has sold of the oldest deliveries; the rest waits. */
  private pay(customer: string, customers: readonly string[], day: number, unpaid: Delivery[]): Delivery[] {
    const { random, noise } = this;
    const paid = unpaid.slice(0, random.int(1, Math.max(1, Math.min(6, unpaid.length))));
    if (paid.length === 0) return unpaid;
    const whole = paid.reduce((sum, delivery) => sum + delivery.total, 0);
    const amount = random.chance(0.5) ? whole : Math.max(10000, Math.round((whole * random.int(30, 90)) / 100 / 10000) * 10000);
    const document = this.nextVoucher('FK');
    const named = random.chance(0.5) ? paid.map((delivery) => delivery.number).join(',') : '';
    const memo = random.chance(0.5) ? `对应${random.chance(0.5) && named ? named : document}` : '';
    const arrives = day + random.int(0, 5);
    const deducted = random.chance(0.35) ? Math.round((amount * random.int(10, 60)) / 1000 / 10) * 10 : 0;
    const kind = random.pick(DEDUCTIONS);
    const credited = random.chance(0.75);
    const note = () => this.our({ day: arrives + random.int(3, 35), kind, customer, document: this.nextNumber('FY'), memo: random.chance(0.5) ? `对应${document}` : '', amountMinor: -deducted });
    if (deducted && random.chance(noise.gross)) {
      const theirs = this.their({ day, kind: 'payment', customer, document, references: named, amountMinor: -amount });
      const receipt = this.our({ day: arrives, kind: 'payment', customer, document: this.nextNumber('SK'), memo, amountMinor: -(amount - deducted) });
      this.group(credited ? 'payment' : 'amount-difference', credited ? [receipt, note()] : [receipt], [theirs]);
      return unpaid.slice(paid.length);
    }
    const theirs = this.their({ day, kind: 'payment', customer, document, references: named, amountMinor: -(amount - deducted) });
    this.receive(customer, customers, arrives, amount - deducted, memo, theirs);
    if (deducted) {
      const line = this.their({ day, kind, customer, document, amountMinor: -deducted });
      this.group(credited ? 'deduction' : 'theirs-only:deduction-not-credited', credited ? [note()] : [], [line]);
    }
    return unpaid.slice(paid.length);
  }

  private receive(customer: string, customers: readonly string[], day: number, amount: number, memo: string, theirs: CaseLine): void {
    const { random, noise } = this;
    const receipt = (on: number, part: number, says: string, who = customer) => this.our({ day: on, kind: 'payment', customer: who, document: this.nextNumber('SK'), memo: says, amountMinor: -part });
    if (day > this.lastDay) return this.group('theirs-only:in-transit-payment', [], [theirs]);
    if (!this.misposted && customers.length > 1 && customer === customers[1]) {
      this.misposted = true;
      return this.group('misposted', [receipt(day, amount, '', customers[0])], [theirs]);
    }
    if (random.chance(noise.splitReceipt)) {
      const first = Math.round((amount * random.int(30, 70)) / 100 / 100) * 100;
      return this.group('payment', [receipt(day, first, memo), receipt(day + random.int(0, 3), amount - first, '')], [theirs]);
    }
    this.group('payment', [receipt(day, amount, memo)], [theirs]);
  }
}

function mergedReference(random: Random, numbers: readonly string[]): string {
  const digits = numbers.map((number) => number.slice(3));
  const form = random.int(0, 4);
  if (form === 0) return '';
  if (form === 1) return `${numbers[0]}等${numbers.length}张`;
  if (form === 2) return digits.join('/');
  if (form === 3) return numbers.join(',');
  return numbers.join(' ');
}

/** Our number as the customer's clerk writes it. */
function writeNumber(random: Random, number: string): string {
  const plain = String(Number(number.slice(3)));
  const forms = [number, number, number, number, number.toLowerCase(), number.replace('-', ''), number.replace('-', ' - '), `#${plain}`, plain, plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), `${number}/${number.slice(-2)}`];
  return random.pick(forms);
}

/** One slip of the hand: two digits swapped, one wrong, one missing. */
function slip(random: Random, number: string): string {
  const digits = [...number.slice(3)];
  const at = random.int(2, digits.length - 2);
  const kind = random.int(0, 2);
  if (kind === 0) [digits[at], digits[at + 1]] = [digits[at + 1], digits[at]];
  else if (kind === 1) digits[at] = String(random.int(0, 9));
  else digits.splice(at, 1);
  return `${number.slice(0, 3)}${digits.join('')}`;
}
