/**
 * Every setting as data: where it lives, what a cell may hold, what it means. The settings sheet is written
 * from this list and read back with it; a value that makes no sense is named, and the default used.
 */
import type { Message } from '../texts';
import { CLASSES } from '../aging/aged';
import { BY_CURRENCY } from '../collection/country';
import { FACTORS, type CollectionSettings } from '../collection/plan';
import { cellKinds, type CellKind, type SettingValue } from './setting-cells';
import { contradictions } from './contradictions';
import { DEFAULT_SETTINGS, type Settings } from './settings';

export type { SettingValue } from './setting-cells';

/** Sections of the settings sheet, in their order. Named by the text `settings.group.NAME`. */
export const SETTING_GROUPS = ['company', 'matching', 'settlement', 'aging', 'points', 'actions', 'calendar', 'legal', 'trips', 'incentives'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export interface Setting {
  /** The path of the value within `Settings`: `collection.weights.age`. */
  readonly key: string;
  readonly group: SettingGroup;
  readonly kind: 'number' | 'percent' | 'days' | 'text' | 'list' | 'choice';
  /** Both inclusive; absent where the kind has no order. Percents are shares: 1 is 100 %. */
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  /** Texts code of the sentence that says what the setting does. */
  readonly meaning: string;
  /** What stands in its cell. */
  readonly get: (settings: Settings) => SettingValue;
  /** The settings with the cell's value in place; null where the cell makes no sense. */
  readonly set: (settings: Settings, cell: SettingValue) => Settings | null;
}

/** Texts code of a group's heading. */
export function groupCode(group: SettingGroup): string {
  return `settings.group.${group}`;
}

type Shape = Pick<Setting, 'kind' | 'min' | 'max' | 'choices'>;

function setting<T>(group: SettingGroup, key: string, shape: Shape, cell: CellKind<T>): Setting {
  const path = key.split('.');
  return {
    key, group, ...shape, meaning: `settings.${key}`,
    get: (settings) => cell.write(valueAt(settings, path) as T),
    set: (settings, written) => {
      const value = cell.read(written);
      return value === null ? null : withValueAt(settings, path, value);
    },
  };
}

const number = (group: SettingGroup, key: string, min: number, max: number) => setting(group, key, { kind: 'number', min, max }, cellKinds.number(min, max));
const days = (group: SettingGroup, key: string, min: number, max: number) => setting(group, key, { kind: 'days', min, max }, cellKinds.days(min, max));
const percent = (group: SettingGroup, key: string, min = 0, max = 1) => setting(group, key, { kind: 'percent', min, max }, cellKinds.percent(min, max));
const text = (group: SettingGroup, key: string) => setting(group, key, { kind: 'text' }, cellKinds.text());
const list = <T>(group: SettingGroup, key: string, cell: CellKind<T>) => setting(group, key, { kind: 'list' }, cell);

const NO_HOLIDAYS = 'none';
const holidayChoices = [BY_CURRENCY, 'CN', NO_HOLIDAYS];
const holidayCell: CellKind<string> = {
  write: (country) => country || NO_HOLIDAYS,
  read: (cell) => cellKinds.choice(holidayChoices).read(cell)?.replace(NO_HOLIDAYS, '') ?? null,
};
/** An empty cell, or the word shown in it, leaves the reps as the ledger names them. */
const repCountCell: CellKind<number | null> = {
  write: (count) => count ?? '',
  read: (cell) => cellKinds.days(1, 1000).read(cell),
};
const tiersCell: CellKind<CollectionSettings['incentiveTiers']> = {
  write: (tiers) => cellKinds.pairs(0, 1e9).write(Object.fromEntries(tiers.map((tier) => [tier.name, tier.fromPoints]))),
  read: (cell) => {
    const pairs = cellKinds.pairs(0, 1e9).read(cell);
    return pairs && Object.entries(pairs).map(([name, fromPoints]) => ({ name, fromPoints })).sort((a, b) => b.fromPoints - a.fromPoints);
  },
};

export const SETTINGS: readonly Setting[] = [
  text('company', 'company.name'),
  text('company', 'company.contact'),
  text('company', 'company.bankDetails'),
  days('matching', 'matching.dateWindowDays', 0, 366),
  percent('matching', 'matching.toleranceShare', 0, 0.5),
  number('matching', 'matching.toleranceMinor', 0, 1e6),
  percent('matching', 'matching.confirmFrom', 0.5, 1),
  percent('matching', 'matching.suggestFrom'),
  list('matching', 'matching.taxRates', cellKinds.shares()),
  days('settlement', 'settlement.defaultTermDays', 0, 730),
  list('aging', 'aging.bucketEndDays', cellKinds.ascendingDays()),
  days('aging', 'aging.doubtfulFromDays', 1, 3650),
  days('aging', 'aging.badFromDays', 1, 3650),
  percent('aging', 'aging.doubtfulBelowLikelihood90'),
  percent('aging', 'aging.badBelowLikelihood90'),
  ...CLASSES.map((name) => percent('aging', `aging.provisionByClass.${name}`)),
  list('aging', 'aging.provisionByBucket', cellKinds.shares()),
  ...FACTORS.map((name) => number('points', `collection.weights.${name}`, 0, 1000)),
  days('points', 'collection.fullAgeDays', 1, 3650),
  ...CLASSES.map((name) => percent('points', `collection.kindStrength.${name}`)),
  percent('actions', 'collection.leadingShare'),
  days('actions', 'collection.demandFromDays', 1, 3650),
  text('actions', 'collection.closingWords'),
  setting('calendar', 'collection.holidays', { kind: 'choice', choices: holidayChoices }, holidayCell),
  list('calendar', 'collection.daysOff', cellKinds.dates()),
  list('calendar', 'collection.daysWorked', cellKinds.dates()),
  days('calendar', 'collection.reconcileEveryMonths', 1, 60),
  list('legal', 'collection.limitationYears', cellKinds.pairs(0.25, 30)),
  text('legal', 'collection.defaultJurisdiction'),
  days('legal', 'collection.limitationWarnDays', 0, 730),
  number('legal', 'collection.legalFromMajor', 0, 1e9),
  number('trips', 'collection.workingHoursPerDay', 1, 24),
  number('trips', 'collection.visitHours', 0.1, 12),
  number('trips', 'collection.kmPerHour', 1, 300),
  days('trips', 'collection.tripDays', 1, 60),
  days('trips', 'collection.visitWindowDays', 0, 20),
  setting('trips', 'collection.repCount', { kind: 'number', min: 1, max: 1000 }, repCountCell),
  number('incentives', 'collection.incentivePointsOnTime', 0, 1000),
  number('incentives', 'collection.incentivePointsEarly', 0, 1000),
  number('incentives', 'collection.incentivePerMajor', 0.01, 1e9),
  days('incentives', 'collection.incentiveEarlyDays', 1, 365),
  days('incentives', 'collection.incentiveMonths', 1, 12),
  list('incentives', 'collection.incentiveTiers', tiersCell),
];

const byKey = new Map(SETTINGS.map((entry) => [entry.key, entry]));

/** The setting with that key; `undefined` for a key that no setting has. */
export function settingOf(key: string): Setting | undefined {
  return byKey.get(key);
}

/**
 * Settings from the cells people left (by key; a missing or empty cell means the default), and a message
 * for each value that makes no sense or contradicts another: the default stands for it then.
 */
export function settingsFrom(cells: Readonly<Record<string, SettingValue>>): { settings: Settings; problems: Message[] } {
  let settings = DEFAULT_SETTINGS;
  const problems: Message[] = [];
  for (const [key, cell] of Object.entries(cells)) {
    const entry = byKey.get(key);
    if (!entry) problems.push({ code: 'settings.unknown', values: { key } });
    else if (!isEmpty(cell)) {
      const changed = entry.set(settings, cell);
      if (changed) settings = changed;
      else problems.push(nonsense(entry, cell));
    }
  }
  const { settings: consistent, problems: contradicted } = contradictions(settings);
  return { settings: consistent, problems: [...problems, ...contradicted] };
}

function isEmpty(cell: SettingValue): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}

function nonsense(entry: Setting, cell: SettingValue): Message {
  const values = { setting: { term: entry.meaning }, value: String(cell), fallback: shown(entry, entry.get(DEFAULT_SETTINGS)) };
  if (entry.min === undefined || entry.max === undefined) return { code: 'settings.nonsense', values };
  return { code: 'settings.out-of-range', values: { ...values, min: shown(entry, entry.min), max: shown(entry, entry.max) } };
}

function shown(entry: Setting, value: SettingValue): string {
  return entry.kind === 'percent' ? `${Number((Number(value) * 100).toFixed(4))}%` : String(value);
}

function valueAt(settings: Settings, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], settings);
}

function withValueAt<T>(holder: T, path: readonly string[], value: unknown): T {
  const [step, ...rest] = path;
  const held = (holder as Record<string, unknown>)[step];
  return { ...holder, [step]: rest.length === 0 ? value : withValueAt(held, rest, value) };
}
