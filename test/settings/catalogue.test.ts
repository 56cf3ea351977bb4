import { LANGUAGES, say } from '../../src/texts';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { SETTING_GROUPS, SETTINGS, groupCode, settingOf, settingsFrom } from '../../src/settings/catalogue';

/** Paths of all values in the settings; a list, and a record whose names the user chooses, count as one value. */
function paths(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || path === 'collection.limitationYears') return [path];
  return Object.entries(value).flatMap(([step, held]) => paths(held, path ? `${path}.${step}` : step));
}

const words = (cells: Record<string, string | number | boolean>) => settingsFrom(cells).problems.map((problem) => say(problem, 'en'));

describe('the catalogue', () => {
  it('has every value of the settings, once', () => {
    expect(SETTINGS.map((setting) => setting.key).sort()).toEqual(paths(DEFAULT_SETTINGS, '').sort());
  });

  it('says in three languages what each setting and group means', () => {
    for (const language of LANGUAGES) {
      for (const setting of SETTINGS) expect(say({ code: setting.meaning }, language)).not.toBe('');
      for (const group of SETTING_GROUPS) expect(say({ code: groupCode(group) }, language)).not.toBe('');
    }
  });

  it('reads back its own cells as the same settings', () => {
    const cells = Object.fromEntries(SETTINGS.map((setting) => [setting.key, setting.get(DEFAULT_SETTINGS)]));
    expect(settingsFrom(cells)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });
});

describe('a changed cell', () => {
  it.each([
    ['collection.weights.age', 45, 45],
    ['collection.weights.age', '４５', 45],
    ['collection.legalFromMajor', '1,250,000', 1250000],
    ['matching.toleranceShare', 0.02, 0.02],
    ['matching.toleranceShare', '2%', 0.02],
    ['aging.bucketEndDays', '15, 30、45，90; 365', [15, 30, 45, 90, 365]],
    ['aging.provisionByBucket', '0, 2, 5, 10, 30, 50, 100', [0, 0.02, 0.05, 0.1, 0.3, 0.5, 1]],
    ['aging.provisionByBucket', '0%; 0.5%; 5%; 10%; 30%; 50%; 100%', [0, 0.005, 0.05, 0.1, 0.3, 0.5, 1]],
    ['matching.taxRates', '0.13, 0.09', [0.13, 0.09]],
    ['collection.limitationYears', 'CN=3, TW=2, HK: 6', { CN: 3, TW: 2, HK: 6 }],
    ['collection.incentiveTiers', 'silver=40, gold=80', [{ name: 'gold', fromPoints: 80 }, { name: 'silver', fromPoints: 40 }]],
    ['collection.holidays', 'None', ''],
    ['collection.daysOff', '2027-01-01, 2027/02/05', [46388, 46423]],
    ['collection.daysOff', '2027/1/1、2027.2.5, 20270206', [46388, 46423, 46424]],
    ['collection.daysOff', '2027年2月6日', [46424]],
    ['collection.daysOff', 20270206, [46424]],
    ['collection.daysOff', 46424, [46424]],
    ['collection.repCount', 4, 4],
    ['collection.repCount', '', null],
    ['company.name', ' 华兴电器 ', '华兴电器'],
  ])('%s = %p', (key, cell, expected) => {
    const { settings, problems } = settingsFrom({ [key]: cell });
    expect(problems).toEqual([]);
    expect(key.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], settings)).toEqual(expected);
  });

  it('changes nothing else', () => {
    const { settings } = settingsFrom({ 'collection.weights.age': 45 });
    expect({ ...settings, collection: { ...settings.collection, weights: { ...settings.collection.weights, age: 30 } } }).toEqual(DEFAULT_SETTINGS);
  });
});

describe('a nonsensical cell', () => {
  it.each<[string, string | number | boolean]>([
    ['collection.weights.age', 'lots'],
    ['collection.weights.age', -1],
    ['collection.weights.age', true],
    ['collection.reconcileEveryMonths', 2.5],
    ['matching.toleranceShare', '80%'],
    ['aging.bucketEndDays', '30, 90, 60'],
    ['aging.bucketEndDays', 'thirty'],
    ['aging.provisionByBucket', '0%, 120%'],
    ['collection.limitationYears', 'three'],
    ['collection.incentiveTiers', 'A'],
    ['collection.holidays', 'Mars'],
    ['collection.daysOff', '2027-02-30'],
    ['collection.daysOff', 20270230],
    ['collection.daysOff', 46424.5],
    ['collection.daysOff', '2027-2'],
  ])('%s = %p is named and the default used', (key, cell) => {
    const { settings, problems } = settingsFrom({ [key]: cell });
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(problems).toHaveLength(1);
    expect(say(problems[0], 'en')).toContain(say({ code: settingOf(key)?.meaning as string }, 'en'));
    expect(say(problems[0], 'en')).toContain(String(cell));
  });

  it('says the range and the default that is used', () => {
    expect(words({ 'matching.toleranceShare': '80%' })).toEqual([
      '“Difference up to which two amounts may be the same booking, as a share; always shown as a difference” is set to “80%”; it must be between 0% and 50%. 1% is used.',
    ]);
  });

  it('is said of a key that no setting has', () => {
    expect(words({ 'collection.weigths.age': 3 })).toEqual(['There is no setting named “collection.weigths.age”; it is ignored.']);
  });

  it('does not keep the good cells beside it from counting', () => {
    expect(settingsFrom({ 'collection.visitHours': 'x', 'collection.kmPerHour': 40 }).settings.collection).toMatchObject({ visitHours: 1.5, kmPerHour: 40 });
  });
});

describe('cells that contradict each other', () => {
  it('bad before doubtful: both defaults', () => {
    const { settings, problems } = settingsFrom({ 'aging.badFromDays': 60 });
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(problems).toHaveLength(1);
  });

  it('fewer rates than buckets: the last rate for the missing ones', () => {
    const { settings, problems } = settingsFrom({ 'aging.bucketEndDays': '30, 60', 'aging.provisionByBucket': '0%, 5%, 50%' });
    expect(settings.aging.provisionByBucket).toEqual([0, 0.05, 0.5, 0.5]);
    expect(problems.map((problem) => problem.code)).toEqual(['settings.rates-do-not-fit']);
  });

  it('more rates than buckets: the last bucket keeps the last rate', () => {
    expect(settingsFrom({ 'aging.bucketEndDays': '30, 60' }).settings.aging.provisionByBucket).toEqual([0, 0.01, 0.05, 1]);
  });
});
