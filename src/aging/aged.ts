/** The shapes that aging yields: how old, how likely, which class, and why. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { CustomerIndex } from '../ledger/books';
import type { OpenItem } from '../settlement/settlement';

export const CLASSES = ['not-due', 'collectible', 'doubtful', 'bad'] as const;
export type CollectionClass = (typeof CLASSES)[number];

/** Number of a bucket: 0 is not due, 1 the first overdue one, and so on. */
export type BucketIndex = number;

export interface Bucket {
  /** `not-due`, `1-30`, `over-365`. */
  readonly key: string;
  /** Both inclusive; null = without end. Days overdue (or days of age on the document-date basis). */
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

export interface AgedItem {
  readonly item: OpenItem;
  /** As-of − due day; negative while not due; null where nothing falls due (unsold sell-through goods, money on account). */
  readonly daysOverdue: number | null;
  /** As-of − document day; of a line without a day, since the ledger's first. */
  readonly ageDays: number;
  readonly bucket: BucketIndex;
  readonly bucketByDocumentDay: BucketIndex;
  readonly class: CollectionClass;
  /** The rule that put it into its class. */
  readonly classReason: Message;
  /** Probability of being collected within 30, 60 and 90 days. */
  readonly likelihood30: number;
  readonly likelihood60: number;
  readonly likelihood90: number;
  readonly expectedDay: DaySerial | null;
  readonly likelihoodReason: Message;
  readonly disputed: boolean;
}

/** One line of an aging table: open amounts by bucket, summing to the balance. */
export interface AgingRow {
  readonly customer: CustomerIndex | null;
  /** The row's name where it is not a customer: product class or rep. */
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly bucketsMinor: readonly MinorUnits[];
  readonly classesMinor: Readonly<Record<CollectionClass, MinorUnits>>;
  readonly totalMinor: MinorUnits;
}

export interface AgingTable {
  readonly basis: 'due-day' | 'document-day';
  readonly by: 'customer' | 'product-class' | 'rep' | 'currency';
  readonly rows: readonly AgingRow[];
}

export interface Provision {
  readonly currency: CurrencyCode;
  readonly by: 'class' | 'bucket';
  readonly lines: readonly { readonly key: string; readonly openMinor: MinorUnits; readonly rate: number; readonly provisionMinor: MinorUnits }[];
  readonly totalMinor: MinorUnits;
}

/** Key figures at one month end (or the as-of day). Ratios are null where sales are zero. */
export interface KeyFigures {
  readonly asOf: DaySerial;
  readonly currency: CurrencyCode;
  readonly receivablesMinor: MinorUnits;
  readonly currentMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
  readonly salesMinor: MinorUnits;
  readonly collectedMinor: MinorUnits;
  /** Days over which sales were taken. */
  readonly periodDays: number;
  readonly dso: number | null;
  readonly bestPossibleDso: number | null;
  readonly averageDaysDelinquent: number | null;
  readonly collectionEffectivenessPercent: number | null;
}

/** Expected cash of one week, from the likelihood model. Weeks follow each other from the day after the as-of day. */
export interface ExpectedCash {
  readonly currency: CurrencyCode;
  readonly weekStartDay: DaySerial;
  readonly expectedMinor: MinorUnits;
  /** The part from items at least 80 % likely within 30 days. */
  readonly sureMinor: MinorUnits;
}

export interface Aged {
  readonly asOf: DaySerial;
  readonly buckets: readonly Bucket[];
  readonly items: readonly AgedItem[];
  readonly tables: readonly AgingTable[];
  readonly provisions: readonly Provision[];
  /** The as-of day first, then up to twelve month ends, latest first; per currency. */
  readonly keyFigures: readonly KeyFigures[];
  readonly expectedCash: readonly ExpectedCash[];
}

export interface AgingSettings {
  /** Upper ends of the overdue buckets, ascending; the last bucket is open. */
  readonly bucketEndDays: readonly number[];
  /** Overdue by so many days or more is doubtful, or bad, whatever the likelihood. */
  readonly doubtfulFromDays: number;
  readonly badFromDays: number;
  /** Overdue beyond the first bucket, and less likely than this within 90 days, is doubtful. */
  readonly doubtfulBelowLikelihood90: number;
  /** Overdue long enough to be doubtful, and less likely than this, is bad. */
  readonly badBelowLikelihood90: number;
  /** Share of the open amount to provide for, by class and by bucket. */
  readonly provisionByClass: Readonly<Record<CollectionClass, number>>;
  readonly provisionByBucket: readonly number[];
}

/**
 * What a finance manager expects of the classes. A customer that pays four months late but pays, oldest
 * first, brings one item in four within ninety days: those are *due and likely to come in*, only slowly, and
 * belong to the calls. Doubtful begins at one in six, or after three months; as good as lost is what is
 * three months over and all but certain not to come in the next three, or a year over.
 */
export const DEFAULT_AGING_SETTINGS: AgingSettings = {
  bucketEndDays: [30, 60, 90, 180, 365],
  doubtfulFromDays: 91,
  badFromDays: 366,
  doubtfulBelowLikelihood90: 0.15,
  badBelowLikelihood90: 0.02,
  provisionByClass: { 'not-due': 0, collectible: 0.05, doubtful: 0.4, bad: 1 },
  provisionByBucket: [0, 0.01, 0.05, 0.1, 0.3, 0.5, 1],
};
