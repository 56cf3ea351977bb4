/** The proof: it passes what foots, and no figure can be changed without its saying so. */
import fc from 'fast-check';
import path from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { reconcile } from '../../src/engine/reconcile';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import type { Match } from '../../src/matching/reconciliation';
import { findingsOf } from '../../src/proof/prove';
import { CLASSES } from '../../src/aging/aged';
import { EASY, HARD, HARDER, simulateTrade } from '../matching/support/trade';
import { term } from '../settlement/support';
import { gridsOfFile } from '../support/grids';
import { figuresOf, outcomeOf, plainOutcome, type Place } from './support';

const line = (day: number, document: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ day, document, amountMinor, customer: 'North', ...more });

/** Two customers, two currencies; instalments, sell-through, money on account, a lone opening, a difference, an item on each side. */
function tradeOfAllSorts() {
  return outcomeOf([
    line(46000, '', 500_00, { kind: 'opening' }), line(46000, '', 450_00, { kind: 'opening', side: 'theirs' }),
    line(46010, 'XS-1', 1000_00, { productClass: 'TV', rep: 'Wang' }), line(46011, 'XS-1', 1000_00, { side: 'theirs' }),
    line(46020, 'XS-2', 333_33, { productClass: 'TV', rep: 'Li' }), line(46021, 'XS-2', 303_33, { side: 'theirs' }),
    line(46030, 'SK-1', -700_00, { references: 'XS-1' }), line(46029, 'FK-1', -700_00, { side: 'theirs', references: 'XS-1' }),
    line(46040, 'XS-3', 90_01), line(46041, 'FK-9', -45_00, { side: 'theirs', kind: 'rebate' }),
    line(46100, 'XS-4', 800_00, { productClass: 'Consigned', quantity: 8 }),
    line(46050, 'SK-7', -60_00, { customer: 'South', currency: 'JPY' }), line(46051, 'SK-8', 61, { customer: 'South', currency: 'JPY', document: 'JP-1' }),
    line(46055, 'KW-1', 12_345, { customer: 'South', currency: 'KWD' }), line(46056, 'KW-1', 12_345, { customer: 'South', currency: 'KWD', side: 'theirs' }),
    line(46200, 'XS-5', 77_00),
  ], {
    asOf: 46190,
    books: {
      terms: [term({ kind: 'instalments', parts: [{ share: 0.3, days: 30 }, { share: 0.7, days: 90 }] }, 'TV'), term({ kind: 'sell-through', days: 10 }, 'Consigned')],
      sellThrough: [{ customer: 0, productClass: 'Consigned', item: '', quantity: 3, amountMinor: null, periodStartDay: null, periodEndDay: 46130, sheet: 'sold', row: 2 }],
    },
  });
}

/**
 * Estimates, judgements, and words: no sum says what they ought to be. `expectedMinor` and `sureMinor` come of the
 * likelihoods; disputes, promises and limitation rest on what people wrote; alternatives and candidates are
 * readings that were not taken.
 */
const NOT_A_SUM = /likelihood|expected|sureMinor|confidence|disputed|points|promise|limitation|leverage|alternatives|candidates|evidence|explanation|limits|problems|reason|Reason|summary|missing|note|parts|weekStartDay|collectionEffectivenessPercent/;
/** Which rule, which day, whose name: not amounts. */
const NOT_AN_AMOUNT = /\.(status|rule|decision|category|side|actor|otherCustomer|byPolicy|settledDay|day|instalment|productClass|onBehalfOf|asOf|basis|by|name|key|fromDay|rep|region|action|place|method|contact|payDay|rank|askMinor)$|history\.\*\.(customer|dueDay)$|plan\.rows\.\*\.(class|items\.\*)$|toDay$/;

const amounts = (places: readonly Place[]) => places.filter(({ name }) => !NOT_A_SUM.test(name) && !NOT_AN_AMOUNT.test(name));

/** The same kind of value, but another. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 1;
  return (CLASSES as readonly unknown[]).includes(value) ? CLASSES[(CLASSES.indexOf(value as never) + 1) % CLASSES.length] : `${String(value)}?`;
}

describe('a result that foots', () => {
  test('has no findings: every sort of line at once', () => expect(findingsOf(tradeOfAllSorts())).toEqual([]));

  test.each([['part by part', 100_00], ['a cent', 1]])('instalments of which the later one is agreed first, paid one by one: %s', (_, amountMinor) => {
    const terms = [term({ kind: 'instalments', parts: [{ share: 0.7, days: 60 }, { share: 0.3, days: 30 }] })];
    const lines = [line(46000, 'XS-1', amountMinor), line(46045, 'SK-1', -Math.ceil(amountMinor * 0.3)), line(46100, '', 1)];
    for (let asOf = 46000; asOf <= 46100; asOf += 5) expect([asOf, findingsOf(outcomeOf(lines, { asOf, books: { terms } }))]).toEqual([asOf, []]);
  });

  test('simulated trade, as of any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(EASY, HARD, HARDER), fc.integer({ min: -40, max: 200 }), (seed, noise, daysIn) => {
        const { lines, asOf } = simulateTrade(seed, noise, 3, 4);
        expect(findingsOf(outcomeOf(lines, { asOf: asOf - daysIn }))).toEqual([]);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  const folders = [path.join(__dirname, '../../assets'), path.join(__dirname, '../../../shared/cases')].filter(existsSync);
  const workbooks = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.xlsx')).map((name) => path.join(folder, name)));

  // The engine itself refuses what does not foot; as of a day before an opening balance, too.
  test.each(workbooks)('%s, now and in the past', async (file) => {
    const { asOf } = await reconcile(await gridsOfFile(file));
    for (const back of [45, 150, 400]) await reconcile(await gridsOfFile(file), { asOf: asOf - back });
  }, 60_000);
});

describe('a result that does not foot', () => {
  const outcome = plainOutcome(tradeOfAllSorts());
  const places = amounts(figuresOf(outcome));

  test('there are figures of every list to be changed', () => {
    const names = new Set(places.map(({ name }) => name));
    for (const name of ['reconciliation.accounts.*.ours.closingMinor', 'reconciliation.items.*.amountMinor', 'reconciliation.matches.*.ours.*', 'settlement.allocations.*.amountMinor', 'settlement.openItems.*.openMinor', 'settlement.openItems.*.originalMinor', 'settlement.history.*.amountMinor', 'aged.items.*.bucket', 'aged.tables.*.rows.*.bucketsMinor.*', 'aged.tables.*.rows.*.totalMinor', 'aged.provisions.*.lines.*.provisionMinor', 'aged.keyFigures.*.salesMinor', 'plan.rows.*.openMinor']) expect(names).toContain(name);
    expect(outcome.settlement.openItems.some((item) => item.instalment === 1)).toBe(true);
    expect(outcome.settlement.openItems.some((item) => item.dueDay === null && !item.onAccount)).toBe(true);
    expect(outcome.settlement.openItems.some((item) => item.onAccount)).toBe(true);
    expect(places.length).toBeGreaterThan(800);
  });

  test('each figure changed by one, in turn, is found', () => {
    const missed = new Set<string>();
    for (const { name, value, put } of places) {
      put(changed(value));
      if (findingsOf(outcome).length === 0) missed.add(`${name} ${String(value)}`);
      put(value);
    }
    expect([...missed]).toEqual([]);
    expect(findingsOf(outcome)).toEqual([]);
  });

  test('an amount to ask for that is negative, or more than is open, is found', () => {
    const [row] = outcome.plan.rows as unknown as { askMinor: number }[];
    const { askMinor } = row;
    for (const wrong of [-1, 10_000_00, 0.5, Number.NaN]) {
      row.askMinor = wrong;
      expect([wrong, findingsOf(outcome).map(({ figure }) => figure)]).toEqual([wrong, ['plan-ask']]);
    }
    row.askMinor = askMinor;
    expect(findingsOf(outcome)).toEqual([]);
  });

  test('each line of each list dropped, or put in twice, is found', () => {
    const { reconciliation, settlement, aged } = outcome;
    const lists: Readonly<Record<string, unknown[]>> = {
      accounts: reconciliation.accounts as never, matches: reconciliation.matches as never, items: reconciliation.items as never,
      allocations: settlement.allocations as never, openItems: settlement.openItems as never, history: settlement.history as never,
      aged: aged.items as never, ...Object.fromEntries(aged.tables.map((table, i) => [`table ${i}`, table.rows as never])), provision: aged.provisions[0].lines as never,
    };
    const missed: string[] = [];
    for (const [name, list] of Object.entries(lists)) {
      for (let at = 0; at < list.length; at++) {
        const [gone] = list.splice(at, 1);
        // Where a match has a difference, the item that tells it names the match's lines and so still holds them.
        const isHeld = name === 'matches' && outcome.reconciliation.items.some((item) => item.ours.join() === (gone as Match).ours.join());
        if (findingsOf(outcome).length === 0 && !isHeld) missed.push(`${name} without ${at}`);
        list.splice(at, 0, gone, gone);
        if (findingsOf(outcome).length === 0) missed.push(`${name} with ${at} twice`);
        list.splice(at, 1);
      }
    }
    expect(missed).toEqual([]);
    expect(findingsOf(outcome)).toEqual([]);
  });
});
