/** What speaks for two papers being one booking, and how entries become papers: by desks of a few lines. */
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { openAccounts } from '../../src/matching/accounts';
import { Desk } from '../../src/matching/desk';
import type { Doc } from '../../src/matching/doc';
import { Evidence, nameEvidence, ratioOf, standing } from '../../src/matching/evidence';
import { MatchColumns } from '../../src/matching/match-columns';
import { TextReadings } from '../../src/matching/readings';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/reconciliation';
import { Work } from '../../src/matching/work';

const FIRST_DAY = 46000;
const ours = (document: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side: 'ours', day: FIRST_DAY, document, amountMinor, ...more });
const theirs = (document: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side: 'theirs', day: FIRST_DAY, document, amountMinor, ...more });

function deskOf(...lines: readonly CaseLine[]): Desk {
  const books = booksFromLines(lines);
  return new Desk(books, openAccounts(books, books.latestDay)[0].entries, DEFAULT_MATCHING_SETTINGS, new TextReadings(books.texts));
}

describe('what the numbers on two papers say of each other', () => {
  const said = (our: CaseLine, their: CaseLine, ...more: readonly CaseLine[]) => {
    const desk = deskOf(our, their, ...more);
    const paper = (side: 'ours' | 'theirs', line: CaseLine) => desk.docs[side].find((doc) => desk.books.texts.at(doc.document) === (line.document ?? '')) as Doc;
    const [a, b] = [paper('ours', our), paper('theirs', their)];
    expect(nameEvidence(desk, b, a)).toBe(nameEvidence(desk, a, b));
    return nameEvidence(desk, a, b);
  };
  const our = ours('XS-1254', 100);

  test('named', () => expect([said(our, theirs('RK-1', 100, { references: 'XS-1254' })), said(our, theirs('RK-1', 100, { memo: '1254' })), said(ours('XS-1254', 100, { references: 'RK-77001' }), theirs('RK-77001', 100))]).toEqual(['named', 'named', 'named']));
  test('similar, unless the number as written is that of a paper still open', () => {
    const slip = theirs('RK-1', 100, { references: 'XS-1245' });
    expect([said(our, slip), said(our, slip, ours('XS-1245', 100, { day: FIRST_DAY + 1 })), said(our, slip, ours('XS-1245', -100, { kind: 'return' })), said(our, slip, ours('XS-1245', 100, { kind: 'payment' })), said(our, slip, ours('DN-1245', 100))]).toEqual(['similar', 'similar-but-another', 'similar', 'similar', 'similar']);
    expect(said(our, theirs('RK-1', 100, { references: 'DN-1245' }))).toBe('unknown');
  });
  test('a third number in common', () => expect([said(ours('XS-1254', 100, { references: 'PO-9' }), theirs('RK-1', 100, { references: 'PO-9' })), said(ours('XS-1254', 100, { references: 'PO-900' }), theirs('RK-1', 100, { references: 'QQ-900' }))]).toEqual(['common', 'unknown']));
  test('another paper, or one that nobody knows', () => {
    const pointing = theirs('RK-1', 100, { references: 'XS-7001' });
    expect([said(our, pointing), said(our, pointing, ours('XS-7001', 55)), said(our, pointing, ours('XS-7001', -55, { kind: 'return' })), said(our, pointing, ours('DN-7001', 55)), said(our, pointing, ours('XS-7001', 55, { kind: 'payment' }))]).toEqual(['unknown', 'another', 'unknown', 'unknown', 'unknown']);
  });
  test('nothing: no number, a small one, or one on a payment, which pays what it names', () => {
    expect([said(our, theirs('RK-1', 100)), said(our, theirs('RK-1', 100, { references: 'XS-12' })), said(ours('SK-1', -100, { kind: 'payment' }), theirs('FK-1', -100, { kind: 'payment', references: 'XS-7001' })), said(ours('FY-1', -100, { kind: 'rebate' }), theirs('FK-1', -100, { kind: 'rebate', references: 'XS-7001' }))]).toEqual(['none', 'none', 'none', 'none']);
  });
  test('is worth so much', () => expect((['named', 'similar', 'similar-but-another', 'common', 'none', 'unknown', 'another'] as const).map(ratioOf)).toEqual([300, 100, 2, 20, 1, 0.1, 0.02]));
  test('a range names something that nobody knows by one number', () => {
    const desk = deskOf(our, theirs('RK-1', 100, { references: 'XS-7001~7005' }));
    expect(standing(desk, desk.docs.theirs[0])).toBe('unknown');
  });
});

describe('strangers that stand as near in time', () => {
  const at = (days: number, more: Partial<CaseLine> = {}) => ({ day: FIRST_DAY + days, ...more });
  const evidenceOf = (...lines: readonly CaseLine[]) => {
    const desk = deskOf(...lines);
    const work = new Work(desk, [], new MatchColumns());
    const evidence = new Evidence(work);
    const [ourDocs, theirDocs] = [desk.docs.ours, desk.docs.theirs];
    return { evidence, work, ourDocs, theirDocs };
  };
  const lines = [ours('XS-1', 100), theirs('RK-1', 100, at(3)), theirs('RK-2', 70, at(10)), theirs('FK-1', -100, at(3, { kind: 'payment' })), theirs('FY-1', 40, at(3, { kind: 'rebate' })), theirs('RK-3', 70, at(60))];

  test('are weighed by how near, of the same sort and direction', () => {
    const { evidence, ourDocs, theirDocs } = evidenceOf(...lines);
    const first = theirDocs.find((doc) => doc.amountMinor === 100) as Doc;
    expect(evidence.rivals(ourDocs[0], first)).toBeCloseTo(1 + Math.exp(-7 / 11.25), 12);
    expect(evidence.rivals(first, ourDocs[0])).toBeCloseTo(1 + Math.exp(-7 / 11.25), 12);
    expect(evidence.rivals(ourDocs[0], theirDocs.find((doc) => doc.day === FIRST_DAY + 10) as Doc)).toBeCloseTo(1 + Math.exp(7 / 11.25), 12);
    expect(evidence.rivals(ourDocs[0], theirDocs.find((doc) => doc.day === FIRST_DAY + 60) as Doc)).toBe(Number.POSITIVE_INFINITY);
  });
  test('by the clock that the two ledgers have shown, whichever side they stand on', () => {
    for (const lines of [[ours('XS-1', 100), theirs('RK-1', 100, at(3)), theirs('RK-2', 70, at(-3))], [theirs('RK-1', 100, at(3)), ours('XS-1', 100), ours('XS-2', 70, at(6))]]) {
      const { evidence, work, ourDocs, theirDocs } = evidenceOf(...lines);
      const [our, their] = [ourDocs, theirDocs].map((docs) => docs.find(({ amountMinor }) => amountMinor === 100) as Doc);
      for (let times = 0; times < 5; times++) work.clocks.observe(our, their);
      const clock = work.clocks.clockOf(our);
      expect(clock.density(-3) / clock.density(3)).toBeLessThan(0.2);
      expect([evidence.rivals(our, their), evidence.rivals(their, our)]).toEqual(Array(2).fill(expect.closeTo(1 + clock.density(-3) / clock.density(3), 12)));
    }
  });
  test('to the last day of the window', () => {
    const { evidence, ourDocs, theirDocs } = evidenceOf(ours('XS-1', 100), theirs('RK-1', 100), theirs('RK-2', 70, at(45)), theirs('RK-3', 70, at(46)));
    expect(evidence.rivals(ourDocs[0], theirDocs[0])).toBeCloseTo(1 + Math.exp(-45 / 11.25), 12);
  });
  test('on one day: the others of it, and never fewer than an average day has', () => {
    const { evidence, theirDocs } = evidenceOf(...lines);
    // Three papers of goods from the third day to the sixtieth.
    expect(evidence.othersOnDay(theirDocs.find((doc) => doc.amountMinor === 100) as Doc)).toBeCloseTo(3 / 58, 12);
    const crowded = evidenceOf(ours('XS-1', 100), ...[1, 2, 3].map((n) => theirs(`RK-${n}`, n, at(3))), theirs('RK-9', 9, at(4)));
    expect(crowded.evidence.othersOnDay(crowded.theirDocs[0])).toBe(2);
  });
  test('of a paper without a day all stand as near', () => {
    const { evidence, ourDocs, theirDocs } = evidenceOf(ours('XS-1', 100, { day: 0 }), theirs('RK-1', 100, at(3)), theirs('RK-2', 70, at(10)));
    expect(evidence.rivals(ourDocs[0], theirDocs[0])).toBeCloseTo(2, 12);
  });
  test('by amount, in the order in which the amounts come', () => expect([...evidenceOf(ours('XS-1', 70), ours('XS-2', 100), ours('XS-3', 70, at(1))).evidence.byAmount('ours')].map(([amount, docs]) => [amount, docs.length])).toEqual([[70, 2], [100, 1]]));
});

describe('entries become papers', () => {
  const papers = (...lines: readonly CaseLine[]) => {
    const desk = deskOf(...lines);
    return desk.docs.ours.map((doc) => `${desk.books.texts.at(doc.document)} ${doc.day - FIRST_DAY} ${doc.family} ${doc.amountMinor} of ${doc.entries.length}`);
  };

  test('by number, day, reference and family', () => {
    expect(papers(ours('XS-1', 5), ours('XS-1', 7), ours('XS-1', 9, { day: FIRST_DAY + 1 }), ours('XS-1', 11, { kind: 'payment' }), ours('XS-1', 13, { references: 'PO-1' }), ours('', 15), ours('', 15))).toEqual([
      'XS-1 0 goods 12 of 2', 'XS-1 0 money 11 of 1', 'XS-1 0 goods 13 of 1', ' 0 goods 15 of 1', ' 0 goods 15 of 1', 'XS-1 1 goods 9 of 1',
    ]);
  });
  test('in the order of day, amount and what they say, however the rows stand', () => {
    const lines = [ours('XS-3', 5), ours('XS-1', 9), ours('XS-2', 5), ours('XS-4', 5, { day: FIRST_DAY - 1 })];
    const expected = ['XS-4 -1 goods 5 of 1', 'XS-2 0 goods 5 of 1', 'XS-3 0 goods 5 of 1', 'XS-1 0 goods 9 of 1'];
    expect([papers(...lines), papers(...[...lines].reverse())]).toEqual([expected, expected]);
  });
  test('of a day with many lines as of a day with few', () => {
    const many = Array.from({ length: 20 }, (_, at) => ours(at % 5 === 4 ? '' : `XS-${at % 4}`, 100 + at));
    expect(papers(...many)).toHaveLength(4 + 4);
    expect(papers(...many).filter((text) => text.endsWith('of 4'))).toHaveLength(4);
  });
  test('name all that their lines name', () => {
    const named = (...memos: readonly string[]) => {
      const [doc] = deskOf(...memos.map((memo, at) => ours('XS-1', 5 + at, { memo }))).docs.ours;
      return [doc.naming.numbers.map(({ digits }) => digits), doc.naming.ranges.length, doc.naming.documentCount];
    };
    expect([named('PO-901', 'PO-902'), named('PO-901', 'PO-901'), named('PO-901', ''), named('', 'PO-901~905'), named('PO-901等3张', 'PO-901等2张'), named('PO-901', 'PO-901 PO-903')]).toEqual([[[901, 902], 0, 0], [[901], 0, 0], [[901], 0, 0], [[901], 1, 0], [[901], 0, 3], [[901, 903], 0, 0]]);
  });
});
