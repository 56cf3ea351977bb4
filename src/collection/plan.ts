/** The shapes of the collection plan: who does what, when, where, for how much, and why in that order. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { PlanNote } from '../annotations/annotations';
import type { CustomerIndex, PaymentMethod } from '../ledger/books';
import type { CollectionClass, ExpectedCash } from '../aging/aged';
import { BY_CURRENCY } from './country';

export const ACTIONS = ['remind', 'statement-and-call', 'visit-on-pay-day', 'manager-visit', 'demand-letter', 'stop-shipment', 'lawyers-letter', 'legal-action', 'write-off', 'reconcile', 'none'] as const;
export type PlanAction = (typeof ACTIONS)[number];

export const FACTORS = ['age', 'amount', 'kind', 'likelihood', 'broken-promise', 'limitation', 'agreement-missing', 'reconciliation-overdue', 'distance'] as const;
export type Factor = (typeof FACTORS)[number];

export interface PointsPart {
  readonly factor: Factor;
  /** Negative for the cost of distance. */
  readonly points: number;
  readonly text: Message;
}

export interface PlanRow {
  /** From 1. */
  readonly rank: number;
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly rep: string;
  readonly region: string;
  readonly action: PlanAction;
  readonly actionReason: Message;
  /** The most serious class among its items. */
  readonly class: CollectionClass;
  readonly openMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
  readonly classesMinor: Readonly<Record<CollectionClass, MinorUnits>>;
  readonly disputedMinor: MinorUnits;
  /** The amount to ask for at this contact. */
  readonly askMinor: MinorUnits;
  readonly expectedMinor30: MinorUnits;
  /** When to act, and the pay day that it is for. */
  readonly day: DaySerial;
  readonly payDay: DaySerial | null;
  readonly place: string;
  readonly method: PaymentMethod | null;
  readonly contact: string;
  /** The items behind it: numbers in `Aged.items`. */
  readonly items: readonly number[];
  readonly points: number;
  readonly parts: readonly PointsPart[];
  readonly limitation: Limitation | null;
  readonly missing: readonly Message[];
  readonly leverage: Leverage | null;
  readonly promise: { readonly day: DaySerial; readonly amountMinor: MinorUnits | null; readonly state: 'pending' | 'kept' | 'broken' } | null;
  /** What people wrote, carried over. */
  readonly note: PlanNote | null;
  /** Summary in words, sentence by sentence, for reading aloud or pasting. */
  readonly summary: readonly Message[];
}

export interface Limitation {
  /** The last day to act. */
  readonly day: DaySerial;
  readonly jurisdiction: string;
  readonly near: boolean;
  readonly passed: boolean;
  /** Says the day and what would restart it, and that it is no legal advice. */
  readonly text: Message;
  /** Open amounts whose period has run out already, beside the one that `day` speaks of. */
  readonly passedMinor?: MinorUnits;
}

export const LEVERS = ['sales-volume', 'profit', 'relationship', 'follow-up'] as const;
export type Lever = (typeof LEVERS)[number];

/** Why they would pay us first: each lever 0 to 1 from the data at hand, null where there is none. */
export interface Leverage {
  readonly scores: Readonly<Record<Lever, number | null>>;
  readonly weakest: Lever | null;
  readonly advice: Message | null;
}

/** One rep's day on the road. */
export interface Trip {
  readonly rep: string;
  readonly day: DaySerial;
  readonly region: string;
  readonly stops: readonly CustomerIndex[];
  readonly distanceKm: number;
  readonly hours: number;
  readonly points: number;
}

export interface CalendarTask {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly lastSignedDay: DaySerial | null;
  readonly nextDay: DaySerial;
  readonly overdue: boolean;
}

export interface IncentiveRow {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly periodStartDay: DaySerial;
  readonly periodEndDay: DaySerial;
  readonly paidOnTimeMinor: MinorUnits;
  readonly paidEarlyMinor: MinorUnits;
  readonly paidLateMinor: MinorUnits;
  readonly points: number;
  readonly tier: string;
}

export interface Plan {
  readonly asOf: DaySerial;
  readonly rows: readonly PlanRow[];
  /** Customers that have paid since, with the notes people wrote about them. */
  readonly done: readonly { readonly customerName: string; readonly currency: string; readonly note: PlanNote }[];
  readonly trips: readonly Trip[];
  readonly calendar: readonly CalendarTask[];
  readonly incentives: readonly IncentiveRow[];
  /**
   * Cash by week if the plan is followed: each row's likelihoods fall on the pay days that its action
   * reaches; a visit that no trip has room for waits for the next pay day.
   */
  readonly expectedCash?: readonly ExpectedCash[];
  /** What the reader of the plan should know: years without a holiday table, customers too far for a day's trip. */
  readonly notices?: readonly Message[];
}

export interface CollectionSettings {
  /** Points at the full strength of each factor; distance is subtracted. */
  readonly weights: Readonly<Record<Factor, number>>;
  /** Average days overdue at which age has its full strength. */
  readonly fullAgeDays: number;
  /** Strength (0 to 1) of the factor `kind` by class. */
  readonly kindStrength: Readonly<Record<CollectionClass, number>>;
  /** The class decides the action for which this share of what is overdue is as serious or more; a smaller remainder follows the rest. */
  readonly leadingShare: number;
  /** Doubtful and overdue by so many days or more is demanded in writing. */
  readonly demandFromDays: number;
  readonly reconcileEveryMonths: number;
  readonly limitationYears: Readonly<Record<string, number>>;
  /** Of customers for whom none is named; `auto` = by the currency (`country.ts`). */
  readonly defaultJurisdiction: string;
  readonly limitationWarnDays: number;
  readonly workingHoursPerDay: number;
  readonly visitHours: number;
  readonly kmPerHour: number;
  /** Working days ahead for which trips are planned. */
  readonly tripDays: number;
  /** Working days around the pay day on which a visit still meets it. */
  readonly visitWindowDays: number;
  /** Amounts below this are not worth legal action. */
  readonly legalFromMajor: number;
  readonly incentivePointsOnTime: number;
  readonly incentivePointsEarly: number;
  readonly incentiveTiers: readonly { readonly name: string; readonly fromPoints: number }[];
  readonly incentiveMonths: number;
  /** Points are given per this many major units paid. */
  readonly incentivePerMajor: number;
  /** Paid at least so many days before the due day is early. */
  readonly incentiveEarlyDays: number;
  /** Country whose holidays count, ISO 3166; '' = weekends only; `auto` = by the currency (`country.ts`). */
  readonly holidays: string;
  /** Further days off, and weekend days that are worked. They win over the country's table. */
  readonly daysOff: readonly DaySerial[];
  readonly daysWorked: readonly DaySerial[];
  /** Reps to spread the visits over, for the what-if; null = as the ledger and the master name them. */
  readonly repCount: number | null;
  /** The house's own last sentence of every summary; '' = none. */
  readonly closingWords: string;
}

export const DEFAULT_COLLECTION_SETTINGS: CollectionSettings = {
  weights: { age: 30, amount: 30, kind: 10, likelihood: 15, 'broken-promise': 20, limitation: 25, 'agreement-missing': 5, 'reconciliation-overdue': 5, distance: 15 },
  fullAgeDays: 180,
  kindStrength: { 'not-due': 0.1, collectible: 0.7, doubtful: 1, bad: 0.4 },
  leadingShare: 0.5,
  demandFromDays: 120,
  reconcileEveryMonths: 6,
  limitationYears: { CN: 3, TW: 2 },
  defaultJurisdiction: BY_CURRENCY,
  limitationWarnDays: 90,
  workingHoursPerDay: 8,
  visitHours: 1.5,
  kmPerHour: 60,
  tripDays: 10,
  visitWindowDays: 2,
  legalFromMajor: 10000,
  incentivePointsOnTime: 1,
  incentivePointsEarly: 2,
  incentiveTiers: [{ name: 'A', fromPoints: 100 }, { name: 'B', fromPoints: 50 }, { name: 'C', fromPoints: 20 }],
  incentiveMonths: 3,
  incentivePerMajor: 10000,
  incentiveEarlyDays: 5,
  holidays: BY_CURRENCY,
  daysOff: [],
  daysWorked: [],
  repCount: null,
  closingWords: '',
};
