/**
 * Differences that an accountant recognises on sight: rounding, tax in or out, a unit short, a line left out,
 * a digit dropped or swapped, a bank's fee. Each comes with how often two unrelated amounts would look so.
 */
import type { MinorUnits } from '../units/units';
import { minorPerMajor, type CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { Desk } from './desk';
import { sumOf as total, type Doc } from './doc';
import { isOneSlipAway } from './references';

export interface Recognised {
  readonly message: Message;
  /** Probability that an unrelated amount of the same size would be recognised in this way. */
  readonly frequency: number;
}

const UNITS_SHORT_MAX = 5;
/** A fee is at most this share of the payment, and at most this many major units. */
const FEE_SHARE_MAX = 0.005;
const FEE_MAJOR_MAX = 100;
/** A cent either way, and half of one by the rounding of the whole. */
const ROUNDED_APART_MAX = 1.5;
/** Amounts spread over about a factor e either way: the density at a is about 1 ÷ 3a. */
const AMOUNT_SPREAD = 3;

/** What explains the difference of two sets of documents, the likeliest first; `null` where nothing does. */
export function recognise(desk: Desk, ours: readonly Doc[], theirs: readonly Doc[]): Recognised | null {
  const a = total(ours);
  const b = total(theirs);
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (Math.sign(a) !== Math.sign(b) || a === b) return null;
  return rounding(desk, a, b, larger) ?? tax(desk, a, b, larger) ?? lines(desk, ours, theirs, larger) ?? digits(a, b, larger) ?? fee(desk, ours, theirs, larger) ?? tolerance(desk, a, b, larger);
}

const money = (desk: { readonly currency: CurrencyCode }, amount: MinorUnits) => ({ amountMinor: Math.abs(amount), currency: desk.currency });

function rounding(desk: Desk, a: MinorUnits, b: MinorUnits, larger: MinorUnits): Recognised | null {
  const difference = Math.abs(a - b);
  if (difference > minorPerMajor(desk.currency) || difference * 100 > larger) return null;
  return { message: { code: 'matching.difference.rounding', values: { difference: money(desk, difference) } }, frequency: (2 * difference) / (AMOUNT_SPREAD * larger) };
}

function tax(desk: Desk, a: MinorUnits, b: MinorUnits, larger: MinorUnits): Recognised | null {
  const smaller = Math.min(Math.abs(a), Math.abs(b));
  for (const rate of desk.settings.taxRates) {
    // Most pairs are told apart before anything is rounded.
    if (Math.abs(larger - smaller * (1 + rate)) > ROUNDED_APART_MAX * (1 + rate)) continue;
    // Each line may have been rounded by itself: a cent either way.
    if (Math.abs(larger - Math.round(smaller * (1 + rate))) > 1 && Math.abs(Math.round(larger / (1 + rate)) - smaller) > 1) continue;
    const code = Math.abs(a) > Math.abs(b) ? 'matching.difference.tax-theirs-net' : 'matching.difference.tax-ours-net';
    return { message: { code, values: { rate: { share: rate } } }, frequency: (6 * desk.settings.taxRates.length) / (AMOUNT_SPREAD * larger) };
  }
  return null;
}

/** Some units of one article, or a whole line, on one side only. */
function lines(desk: Desk, ours: readonly Doc[], theirs: readonly Doc[], larger: MinorUnits): Recognised | null {
  const difference = Math.abs(total(ours) - total(theirs));
  const count = lineCount(ours) + lineCount(theirs);
  const frequency = (count * (UNITS_SHORT_MAX + 1) * 2) / (AMOUNT_SPREAD * larger);
  if (count > 2 && (hasLine(desk, ours, difference) || hasLine(desk, theirs, difference))) return { message: { code: 'matching.difference.line', values: { amount: money(desk, difference) } }, frequency };
  const message = unitsShort(desk, ours, difference) ?? unitsShort(desk, theirs, difference);
  return message && { message, frequency };
}

function lineCount(docs: readonly Doc[]): number {
  let count = 0;
  for (const doc of docs) count += doc.entries.length;
  return count;
}

function hasLine(desk: Desk, docs: readonly Doc[], difference: MinorUnits): boolean {
  for (const doc of docs) {
    const { amountMinor } = desk.ledger(doc.side);
    for (const entry of doc.entries) if (Math.abs(amountMinor[entry]) === difference) return true;
  }
  return false;
}

/** The first line of which a few units make the difference, to the cent. */
function unitsShort(desk: Desk, docs: readonly Doc[], difference: MinorUnits): Message | null {
  for (const doc of docs) {
    const { amountMinor, quantity, unitPrice, item, productClass } = desk.ledger(doc.side);
    for (const entry of doc.entries) {
      const booked = Math.abs(quantity[entry]);
      const unitMinor = Number.isFinite(unitPrice[entry]) ? unitPrice[entry] * minorPerMajor(desk.currency) : Math.abs(amountMinor[entry]) / booked;
      if (!(unitMinor > 0)) continue;
      const units = difference / unitMinor;
      const whole = Math.round(units);
      if (whole < 1 || whole > UNITS_SHORT_MAX || !(whole <= booked) || Math.abs(units - whole) * unitMinor >= 1.5) continue;
      const name = desk.books.texts.at(item[entry]) || desk.books.texts.at(productClass[entry]);
      return { code: 'matching.difference.units', values: { units: whole, item: name, unitPrice: money(desk, Math.round(unitMinor)) } };
    }
  }
  return null;
}

/** `12,400` and `14,200`, `1,240` and `12,400`, `12,400` and `12,500`: one slip of the hand in the leading digits. */
function digits(a: MinorUnits, b: MinorUnits, larger: MinorUnits): Recognised | null {
  const [first, second] = [Math.abs(a), Math.abs(b)];
  // Swapped digits leave a multiple of nine: most pairs are told apart without their texts.
  if ((first - second) % 9 !== 0 && haveOneLength(first, second)) return null;
  const [x, y] = [String(first), String(second)];
  const swapped = x.length === y.length && [...x].sort().join('') === [...y].sort().join('');
  if (!isOneSlipAway(x, y) || !(swapped || x.length !== y.length)) return null;
  const code = swapped ? 'matching.difference.digits-swapped' : 'matching.difference.digit-dropped';
  return { message: { code }, frequency: (20 * x.length) / (AMOUNT_SPREAD * larger) };
}

/** True where the two are written with as many digits. */
function haveOneLength(first: MinorUnits, second: MinorUnits): boolean {
  let power = 10;
  while (power <= Math.min(first, second)) power *= 10;
  return Math.max(first, second) < power;
}

/** What arrives is what was paid less the bank's charge. */
function fee(desk: Desk, ours: readonly Doc[], theirs: readonly Doc[], larger: MinorUnits): Recognised | null {
  const difference = Math.abs(total(ours) - total(theirs));
  const isMoney = [...ours, ...theirs].every((doc) => doc.family === 'money');
  if (!isMoney || difference > FEE_SHARE_MAX * larger || difference > FEE_MAJOR_MAX * minorPerMajor(desk.currency)) return null;
  return { message: { code: 'matching.difference.fee', values: { difference: money(desk, difference) } }, frequency: difference / (AMOUNT_SPREAD * larger) };
}

/** True where the two are the same booking by the tolerance of the settings. */
function withinTolerance(desk: Desk, a: MinorUnits, b: MinorUnits): boolean {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  // Half a millionth of slack: 10 of 1000 is 1 %, whatever binary fractions make of it.
  return Math.abs(a - b) <= Math.max(desk.settings.toleranceMinor, desk.settings.toleranceShare * larger * (1 + 1e-9));
}

function tolerance(desk: Desk, a: MinorUnits, b: MinorUnits, larger: MinorUnits): Recognised | null {
  if (!withinTolerance(desk, a, b)) return null;
  const width = 2 * Math.max(desk.settings.toleranceMinor, desk.settings.toleranceShare * larger);
  return { message: { code: 'matching.difference.tolerance', values: { difference: money(desk, a - b), share: { share: Math.abs(a - b) / larger } } }, frequency: width / (AMOUNT_SPREAD * larger) };
}
