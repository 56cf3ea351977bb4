/** Single passes on the desk of one account: what is tied by names, what clocks learn, what sums and covers are looked for. */
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { openAccounts } from '../../src/matching/accounts';
import { questionsOf } from '../../src/matching/combine';
import { equalAmounts } from '../../src/matching/candidates';
import { covers } from '../../src/matching/covers';
import { Desk } from '../../src/matching/desk';
import type { Doc } from '../../src/matching/doc';
import { Evidence } from '../../src/matching/evidence';
import { MatchColumns } from '../../src/matching/match-columns';
import { matchNamed, tie } from '../../src/matching/named';
import { TextReadings } from '../../src/matching/readings';
import { recognise } from '../../src/matching/recognise';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/reconciliation';
import { Work } from '../../src/matching/work';

const FIRST_DAY = 46000;
const line = (side: 'ours' | 'theirs', after: number, document: string, amountMinor: number, references = '', kind: CaseLine['kind'] = 'invoice'): CaseLine => ({ side, day: FIRST_DAY + after, document, amountMinor, references, kind });
const ours = (after: number, document: string, amountMinor: number, references = '', kind: CaseLine['kind'] = 'invoice') => line('ours', after, document, amountMinor, references, kind);
const theirs = (after: number, document: string, amountMinor: number, references = '', kind: CaseLine['kind'] = 'invoice') => line('theirs', after, document, amountMinor, references, kind);

function workOf(...lines: readonly CaseLine[]): Work {
  const books = booksFromLines(lines);
  return new Work(new Desk(books, openAccounts(books, books.latestDay)[0].entries, DEFAULT_MATCHING_SETTINGS, new TextReadings(books.texts)), [], new MatchColumns());
}
const nameIn = ({ desk }: Work) => (doc: Doc) => desk.books.texts.at(doc.document) || 'unnumbered';
/** Papers whose numbers settle them, each booked by them so many days later. */
const habit = (days: number, kind: CaseLine['kind'] = 'invoice', sign = 1) => Array.from({ length: 20 }, (_, at) => [ours(at, `H-${3001 + 10 * at}`, sign * (90001 + at), '', kind), theirs(at + days, `V-${8001 + 10 * at}`, sign * (90001 + at), `H-${3001 + 10 * at}`, kind)]).flat();

describe('ties', () => {
  const ties = (...lines: readonly CaseLine[]) => {
    const work = workOf(...lines);
    tie(work.desk);
    return work.desk.docs.ours.filter((doc) => doc.tied.length > 0).map((doc) => `${nameIn(work)(doc)}: ${doc.tied.map(nameIn(work)).join(' ')}`).sort();
  };

  test('by number, list and range, each once, by day', () => {
    expect(ties(ours(0, 'XS-101', 5, 'RK-901'), ours(0, 'XS-102', 5), ours(0, 'XS-103', 5), ours(0, 'XS-104', 5), theirs(3, 'RK-901', 5, 'XS-101'), theirs(2, 'RK-902', 5, 'XS-101/102'), theirs(1, 'RK-903', 5, 'XS-102~103'))).toEqual(['XS-101: RK-902 RK-901', 'XS-102: RK-903 RK-902', 'XS-103: RK-903']);
  });
  test('not against the sign, nor to what is paid by it', () => expect(ties(ours(0, 'XS-101', 5), ours(0, 'XS-102', 5), theirs(1, 'RK-901', -5, 'XS-101', 'return'), theirs(1, 'FK-901', 5, 'XS-102', 'payment'))).toEqual([]));
  test('nor to another series', () => expect(ties(ours(0, 'XS-101', 5), ours(0, 'XS-102', 5), theirs(1, 'RK-901', 5, 'DN-101'), theirs(1, 'RK-902', 5, 'DN-102~103'))).toEqual([]));
  test('a credit note to the payment that it was taken from, either way', () => {
    expect(ties(ours(0, 'FY-101', -5, 'FK-901', 'rebate'), ours(0, 'SK-101', -5, 'FK-902', 'payment'), theirs(1, 'FK-901', -9, '', 'payment'), theirs(1, 'FK-902', -9, '', 'damage'))).toEqual(['FY-101: FK-901', 'SK-101: FK-902']);
    expect(ties(ours(0, 'FY-101', -5, 'FK-901', 'rebate'), ours(0, 'TH-101', -5, 'FK-902', 'return'), theirs(1, 'FK-901', -9, '', 'return'), theirs(1, 'FK-902', -9, '', 'payment'))).toEqual([]);
  });
  test('payments that pay the same, in whatever order it is written; goods do not pay', () => {
    expect(ties(ours(0, 'SK-1', -5, 'PO-701 PO-702', 'payment'), ours(0, 'SK-2', -5, 'PO-701', 'payment'), theirs(1, 'FK-1', -5, 'PO-702 PO-701', 'payment'), theirs(1, 'FK-2', -5, 'PO-703', 'payment'))).toEqual(['SK-1: FK-1']);
    expect(ties(ours(0, 'XS-1', 5, 'PO-701'), theirs(1, 'RK-1', 5, 'PO-701'))).toEqual([]);
    expect(ties(ours(0, 'FY-1', -5, 'PO-701', 'rebate'), theirs(1, 'FK-1', -5, 'PO-701', 'payment'))).toEqual([]);
    expect(ties(ours(0, 'SK-1', 5, 'PO-701', 'payment'), theirs(1, 'FK-1', -5, 'PO-701', 'payment'))).toEqual([]);
    expect(ties(ours(0, 'SK-1', -5, 'PO-701', 'payment'), ours(0, 'SK-2', -5, '', 'payment'), theirs(1, 'FK-1', -5, 'PO-701', 'payment'), theirs(2, 'FK-2', -7, 'PO-701', 'payment'))).toEqual(['SK-1: FK-1 FK-2']);
  });
  test('nor to what a match holds', () => {
    const work = workOf(ours(0, 'XS-101', 5), theirs(1, 'RK-901', 5, 'XS-101'), theirs(2, 'RK-902', 5, 'XS-101'));
    matchNamed(work);
    expect(tie(work.desk)).toEqual([]);
  });
});

describe('readings by name, the finest first', () => {
  const settled = (...lines: readonly CaseLine[]) => {
    const work = workOf(...lines);
    matchNamed(work);
    const papers = (side: 'ours' | 'theirs', held: readonly number[]) => held.map((entry) => work.desk.books.texts.at(work.desk.ledger(side).document[entry]));
    return Array.from(work.found, (each) => `${each.rule}: ${papers('ours', each.ours).join(' ')} = ${papers('theirs', each.theirs).join(' ')}, ${each.evidence.map((message) => JSON.stringify(message.values)).join()}`);
  };
  const named = (rule: string, papers: string, ...numbers: readonly string[]) => `${rule}: ${papers}, ${JSON.stringify({ numbers: { list: numbers } })}`;

  test('a pair comes before a sum that would use one of the two', () => {
    expect(settled(ours(5, 'XS-101', 150), ours(5, 'XS-102', 50), theirs(1, 'RK-1', 200, 'XS-101/102'), theirs(6, 'RK-2', 150, 'XS-101'))).toEqual([named('document-number', 'XS-101 = RK-2', 'XS-101')]);
  });
  test('of two equals the first booking, and in a sum the nearer in time', () => {
    expect(settled(ours(5, 'XS-101', 150), theirs(1, 'RK-1', 150, 'XS-101'), theirs(7, 'RK-2', 150, 'XS-101'))).toEqual([named('document-number', 'XS-101 = RK-1', 'XS-101')]);
    expect(settled(ours(5, 'XS-101', 150), theirs(7, 'RK-2', 150, 'XS-101'), theirs(3, 'RK-1', 150, 'XS-101'))).toEqual([named('document-number', 'XS-101 = RK-1', 'XS-101')]);
    expect(settled(ours(5, 'XS-101', 200), theirs(7, 'RK-2', 150, 'XS-101'), theirs(3, 'RK-1', 50, 'XS-101'), theirs(1, 'RK-3', 150, 'XS-101'))).toEqual([named('document-group', 'XS-101 = RK-2 RK-1', 'XS-101')]);
  });
  test('what is taken already is no part of a sum, nor told of it', () => {
    expect(settled(ours(0, 'XS-101', 150), ours(1, 'XS-102', 50), ours(2, 'XS-103', 70), theirs(5, 'RK-1', 200, 'XS-101/102/103'), theirs(6, 'RK-2', 70, 'XS-103'))).toEqual([named('document-number', 'XS-103 = RK-2', 'XS-103'), named('document-group', 'XS-101 XS-102 = RK-1', 'XS-101', 'XS-102')]);
  });
  test('an exchange on both sides is one paper on each', () => {
    expect(settled(ours(0, 'HH-101', 150), ours(0, 'HH-101', -150), theirs(3, 'RK-1', 150, 'HH-101'), theirs(3, 'RK-1', -150, 'HH-101'))).toEqual([named('document-number', 'HH-101 HH-101 = RK-1 RK-1', 'HH-101')]);
  });
  test('payments that name one invoice in common are no sum of each other as a whole', () => {
    expect(settled(ours(0, 'SK-1', -70, 'PO-701', 'payment'), ours(1, 'SK-2', -30, 'PO-701', 'payment'), theirs(1, 'FK-1', -60, 'PO-701', 'payment'), theirs(2, 'FK-2', -40, 'PO-701', 'payment'))).toEqual([]);
    expect(settled(ours(0, 'XS-1', 70, 'RK-901/902'), ours(1, 'XS-2', 30, 'RK-901/902'), theirs(1, 'RK-901', 60), theirs(2, 'RK-902', 40))).toEqual([named('document-group', 'XS-1 XS-2 = RK-901 RK-902', 'RK-901', 'RK-902')]);
  });
  test('where neither names the other, all that have a number are told', () => {
    expect(settled(ours(0, 'SK-1', -70, 'PO-701', 'payment'), theirs(1, 'FK-1', -70, 'PO-701', 'payment'))).toEqual([named('document-number', 'SK-1 = FK-1', 'SK-1', 'FK-1')]);
    expect(settled(ours(0, 'SK-1', -70, 'PO-701', 'payment'), theirs(1, '', -70, 'PO-701', 'payment'))).toEqual([named('document-number', 'SK-1 = ', 'SK-1')]);
    expect(settled(ours(0, 'XS-1', 70, 'RK-901'), theirs(1, 'RK-901', 70, 'XS-1'))).toEqual([named('document-number', 'XS-1 = RK-901', 'XS-1', 'RK-901')]);
  });
  test('crosswise among more than fourteen papers only the finer readings hold', () => {
    const ring = (count: number) => Array.from({ length: count }, (_, at) => [ours(0, `XS-${101 + at}`, 1000 + 2 ** at), theirs(1, `RK-${901 + at}`, 1000 + 2 ** ((at + 1) % count) + (at === 0 ? 5 : at === 2 ? -5 : 0), `XS-${101 + at} XS-${101 + ((at + 3) % count)}`)]).flat();
    expect([settled(...ring(7)).length, settled(...ring(8)).length]).toEqual([1, 0]);
  });
});

describe('what clocks learn from names', () => {
  const lagOf = (...lines: readonly CaseLine[]) => {
    const work = workOf(...lines);
    const [first] = work.desk.docs.ours.map((doc) => ({ ...doc }) as Doc);
    matchNamed(work);
    return work.clocks.clockOf(first).meanLagDays();
  };

  test('one against one: the days between', () => expect(lagOf(ours(0, 'XS-101', 7), theirs(4, 'RK-901', 7, 'XS-101'))).toBe(4));
  test('credits by their own clock', () => expect([lagOf(ours(0, 'SK-101', -7, '', 'payment'), theirs(4, 'FK-901', -7, 'SK-101', 'payment')), lagOf(ours(0, 'TH-101', -7, '', 'return'), ours(0, 'XS-102', 9), theirs(4, 'RK-901', 9, 'XS-102'))]).toEqual([4, null]));
  test('one that merges several: those of the last', () => expect(lagOf(ours(0, 'XS-101', 7), ours(5, 'XS-102', 9), theirs(8, 'RK-901', 16, 'XS-101/102'))).toBe(3));
  test('several that are named crosswise: those that are tied, not those that happen to lie near', () => {
    expect(lagOf(ours(0, 'XS-101', 100), ours(6, 'XS-102', 250), theirs(2, 'RK-901', 200, 'XS-101/102'), theirs(7, 'RK-902', 150, 'XS-101'))).toBe(2);
    expect(lagOf(ours(0, 'XS-101', 7), { ...ours(0, 'XS-102', 9), day: 0 }, { ...theirs(8, 'RK-901', 16, 'XS-101/102') })).toBe(8);
  });
  test('nothing without a day, or without a match', () => expect([lagOf({ ...ours(0, 'XS-101', 7), day: 0 }, theirs(4, 'RK-901', 7, 'XS-101')), lagOf(ours(0, 'XS-101', 7), theirs(4, 'RK-901', 8, 'XS-101')), lagOf({ ...ours(0, 'XS-101', 7), day: 0 }, { ...ours(5, 'XS-102', 9), day: 0 }, theirs(8, 'RK-901', 16, 'XS-101/102'))]).toEqual([null, null, null]));
});

describe('sums that are asked for', () => {
  const asked = (...lines: readonly CaseLine[]) => askedBy(tie, lines);
  const askedOnceNamed = (...lines: readonly CaseLine[]) => askedBy((_, work) => matchNamed(work), lines);
  const askedBy = (pass: (desk: Desk, work: Work) => unknown, lines: readonly CaseLine[]) => {
    const work = workOf(...lines);
    pass(work.desk, work);
    return questionsOf(work, new Evidence(work)).map(({ hub, tied, rest, pool, count }) => `${nameIn(work)(hub)} ${rest}: ${pool.map(nameIn(work)).join(' ')}${tied.length ? ` beside ${tied.map(nameIn(work)).join(' ')}` : ''}${count ? ` of ${count}` : ''}`);
  };

  test('of smaller papers of its sort, direction and time, in the order of their numbers', () => {
    expect(asked(theirs(10, 'RK-901', 100), ours(9, 'XS-103', 30), ours(8, 'XS-101', 40), ours(7, 'XS-102', 30), ours(9, 'XS-104', -5, '', 'return'), ours(9, 'SK-1', 20, '', 'payment'), ours(9, 'XS-105', 200), ours(9, 'FY-1', 10, '', 'rebate'), ours(90, 'XS-106', 10))).toEqual(['RK-901 100: XS-101 XS-102 XS-103']);
  });
  test('of credit notes too, for a payment; of receipts none, for a credit note', () => {
    expect(asked(theirs(10, 'FK-901', -100, '', 'payment'), ours(9, 'SK-1', -60, '', 'payment'), ours(9, 'FY-1', -40, '', 'rebate'))).toEqual(['FK-901 -100: SK-1 FY-1']);
    expect(asked(theirs(10, 'FK-901', -100, '', 'rebate'), ours(9, 'SK-1', -60, '', 'payment'), ours(9, 'FY-1', -40, '', 'rebate'))).toEqual([]);
  });
  test('not where one paper has the whole amount, or names a paper that is known', () => {
    expect(asked(theirs(10, 'RK-901', 100), ours(9, 'XS-101', 40), ours(9, 'XS-102', 60), ours(8, 'XS-103', 100))).toEqual([]);
    expect(asked(theirs(10, 'RK-901', 100, 'XS-109'), ours(9, 'XS-101', 40), ours(9, 'XS-102', 60), ours(8, 'XS-109', 300))).toEqual([]);
  });
  test('beside what is named already: the rest, where there is one of that direction', () => {
    expect(asked(theirs(10, 'RK-901', 100, 'XS-101'), ours(9, 'XS-101', 40), ours(9, 'XS-102', 35), ours(9, 'XS-103', 25), ours(9, 'XS-104', 60))).toEqual(['RK-901 60: XS-102 XS-103 XS-104 beside XS-101']);
    expect(asked(theirs(10, 'RK-901', 30, 'XS-101'), ours(9, 'XS-101', 40), ours(9, 'XS-102', 5))).toEqual([]);
  });
  test('as many as the line says', () => expect(asked(theirs(10, 'RK-901', 100, 'XS-101等3张'), ours(9, 'XS-101', 40), ours(9, 'XS-102', 35), ours(9, 'XS-103', 25))).toEqual(['RK-901 60: XS-102 XS-103 beside XS-101 of 2']));
  test('not of what another paper names', () => expect(asked(theirs(10, 'RK-901', 100), theirs(10, 'RK-902', 55, 'XS-103'), ours(9, 'XS-101', 40), ours(9, 'XS-102', 60), ours(9, 'XS-103', 50))).toEqual(['RK-901 100: XS-101 XS-102']));
  test('of papers without a number, or of different series, by day', () => {
    expect(asked(theirs(10, 'RK-901', 100), ours(9, 'XS-103', 30), ours(8, 'DN-101', 40), ours(7, 'XS-102', 35))).toEqual(['RK-901 100: XS-102 DN-101 XS-103']);
    expect(asked(theirs(10, 'RK-901', 100), ours(9, 'XS-103', 30), ours(8, '', 40), ours(7, 'XS-102', 35))).toEqual(['RK-901 100: XS-102 unnumbered XS-103']);
  });
  test('goods that came back are no part of a payment', () => {
    expect(asked(theirs(10, 'FK-901', -100, '', 'payment'), ours(9, 'SK-1', -60, '', 'payment'), ours(9, 'FY-1', -40, '', 'rebate'), ours(9, 'TH-1', -30, '', 'return'))).toEqual(['FK-901 -100: SK-1 FY-1']);
  });
  test('where many lie about: those nearest in time, those in the order of numbers before all', () => {
    const many = Array.from({ length: 30 }, (_, at) => ours(30 + at, `XS-${101 + at}`, 10 + at));
    expect(asked(...many, theirs(59, 'RK-901', 1000))).toEqual([`RK-901 1000: ${many.slice(6).map(({ document }) => document).join(' ')}`]);
    const together = many.map((each) => ({ ...each, day: FIRST_DAY + 30 }));
    expect(asked(...together.reverse(), theirs(30, 'RK-901', 1000))).toEqual([`RK-901 1000: ${many.slice(0, 24).map(({ document }) => document).join(' ')}`]);
    const pool = askedOnceNamed(...habit(1), ...many, ours(31, 'H-3045', 20), theirs(60, 'V-8046', 1000)).at(-1);
    expect(pool).toBe(`V-8046 1000: ${['H-3045', ...many.slice(7).map(({ document }) => document)].join(' ')}`);
  });
  test('as far back as a month from when such papers are booked, for deliveries booked together', () => {
    expect(askedOnceNamed(...habit(2), ours(58, 'XS-101', 40), ours(25, 'XS-102', 50), ours(24, 'XS-103', 60), theirs(60, 'RK-901', 100))).toEqual(['RK-901 100: XS-101 XS-102']);
  });
  test('within days, for what is booked in parts, for payments, and for what the other side books first', () => {
    expect(askedOnceNamed(...habit(2), ours(60, 'XS-101', 100), theirs(62, 'RK-901', 40), theirs(67, 'RK-902', 50), theirs(68, 'RK-903', 60))).toEqual(['XS-101 100: RK-901 RK-902']);
    expect(askedOnceNamed(...habit(2, 'payment', -1), ours(58, 'SK-101', -40, '', 'payment'), ours(53, 'SK-102', -50, '', 'payment'), ours(52, 'SK-103', -60, '', 'payment'), theirs(60, 'FK-901', -100, '', 'payment'))).toEqual(['FK-901 -100: SK-101 SK-102']);
    expect(askedOnceNamed(...habit(2), ours(60, 'XS-101', 100), theirs(60, 'RK-901', 40), theirs(59, 'RK-902', 50), theirs(40, 'RK-903', 60))).toEqual(['XS-101 100: RK-901 RK-902']);
    expect(askedOnceNamed(...habit(-2), ours(60, 'XS-101', 100), theirs(58, 'RK-901', 40), theirs(38, 'RK-902', 50), theirs(20, 'RK-903', 60))).toEqual(['XS-101 100: RK-901 RK-902']);
  });
  test('the same from our side', () => expect(asked(ours(9, 'XS-101', 100), theirs(10, 'RK-901', 40), theirs(11, 'RK-902', 60), theirs(53, 'RK-903', 50))).toEqual(['XS-101 100: RK-901 RK-902']));
});

describe('one against one', () => {
  const pairs = (count: number) => {
    const work = workOf(...Array.from({ length: count }, (_, at) => [ours(at, `XS-${101 + at}`, 70), theirs(at, `RK-${901 + at}`, 70)]).flat());
    return [equalAmounts(work, new Evidence(work)).length, work.limits.map(({ code }) => code)];
  };
  test('all of one amount with all, or with the nearest two dozen where there are very many, which is said', () => expect([pairs(30), pairs(31)]).toEqual([[900, []], [31 * 24, ['matching.limit.equal-amounts']]]));
});

describe('differences one recognises', () => {
  const recognised = (...lines: readonly CaseLine[]) => {
    const { desk } = workOf(...lines);
    const found = recognise(desk, desk.docs.ours, desk.docs.theirs);
    return found && [found.message.code.replace('matching.difference.', ''), found.frequency];
  };
  // Amounts of about this size lie three times as far apart as they are large.
  test.each<[string, number, readonly CaseLine[]]>([
    ['rounding', (2 * 45) / (3 * 1234612), [ours(0, 'XS-1', 1234567), theirs(1, 'RK-1', 1234612)]],
    ['tax-ours-net', (6 * 7) / (3 * 11301), [ours(0, 'XS-1', 10001), theirs(1, 'RK-1', 11301)]],
    ['units', (2 * 6 * 2) / (3 * 499000), [{ ...ours(0, 'XS-1', 499000), quantity: 10 }, theirs(1, 'RK-1', 449100)]],
    ['line', (3 * 6 * 2) / (3 * 300180), [ours(0, 'XS-1', 100070), ours(0, 'XS-1', 200110), theirs(1, 'RK-1', 200110)]],
    ['digits-swapped', (20 * 7) / (3 * 1420000), [ours(0, 'XS-1', 1240000), theirs(1, 'RK-1', 1420000)]],
    ['fee', 2500 / (3 * 5000031), [ours(0, 'SK-1', -4997531, '', 'payment'), theirs(1, 'FK-1', -5000031, '', 'payment')]],
    ['tolerance', 0.02 / 3, [ours(0, 'XS-1', 1234567), theirs(1, 'RK-1', 1228000)]],
  ])('%s: how often two unrelated amounts would look so', (code, frequency, lines) => expect(recognised(...lines)).toEqual([code, expect.closeTo(frequency, 12)]));
  test('none where nothing differs, nor where a fee was kept back from goods', () => {
    expect([recognised(ours(0, 'XS-1', 499000), theirs(1, 'RK-1', 499000)), recognised(ours(0, 'XS-1', 0), theirs(1, 'RK-1', 90)), recognised(ours(0, 'XS-1', 300180), theirs(1, 'RK-1', 231177), theirs(1, 'RK-2', 3))]).toEqual([null, null, null]);
  });
});

describe('line by line', () => {
  const covered = (...lines: readonly CaseLine[]) => {
    const work = workOf(...lines);
    tie(work.desk);
    return covers(work, new Evidence(work)).map((candidate) => `${candidate.rule} ${candidate.ours.map(nameIn(work)).join(' ')} = ${candidate.theirs.map(nameIn(work)).sort().join(' ')}${candidate.onlySuggest ? ' perhaps' : ''}`);
  };
  const document = [ours(0, 'XS-101', 30), ours(0, 'XS-101', 40)];

  test('each line finds its equal, all on one day', () => {
    expect(covered(...document, theirs(3, 'RK-1', 30), theirs(3, 'RK-2', 40))).toEqual(['document-total XS-101 = RK-1 RK-2']);
    expect(covered(...document, theirs(3, 'RK-1', 30), theirs(4, 'RK-2', 40))).toEqual([]);
    expect(covered(...document, theirs(3, 'RK-1', 30), theirs(3, 'RK-2', 41))).toEqual([]);
    expect(covered(...document, theirs(3, 'RK-1', 30), theirs(3, 'RK-2', 40, '', 'payment'))).toEqual([]);
  });
  test('two equal lines need two equals', () => expect([covered(ours(0, 'XS-101', 30), ours(0, 'XS-101', 30), theirs(3, 'RK-1', 30)), covered(ours(0, 'XS-101', 30), ours(0, 'XS-101', 30), theirs(3, 'RK-1', 30), theirs(3, 'RK-2', 30))]).toEqual([[], ['document-total XS-101 = RK-1 RK-2']]));
  test('on any of several days', () => expect(covered(...document, theirs(3, 'RK-1', 30), theirs(3, 'RK-2', 40), theirs(9, 'RK-3', 30), theirs(9, 'RK-4', 40))).toEqual(['document-total XS-101 = RK-1 RK-2', 'document-total XS-101 = RK-3 RK-4']));
  test('not by lines that name another paper', () => expect(covered(...document, ours(0, 'XS-777', 77), theirs(3, 'RK-1', 30, 'XS-777'), theirs(3, 'RK-2', 40))).toEqual([]));
  test('what is named, and one more that makes up the rest; on another day only perhaps', () => {
    expect(covered(...document, theirs(3, 'RK-1', 30, 'XS-101'), theirs(3, 'RK-2', 40))).toEqual(['document-group XS-101 = RK-1 RK-2']);
    expect(covered(...document, theirs(3, 'RK-1', 30, 'XS-101'), theirs(9, 'RK-2', 40))).toEqual(['document-group XS-101 = RK-1 RK-2 perhaps']);
    expect(covered(...document, theirs(3, 'RK-1', 90, 'XS-101'), theirs(3, 'RK-2', -20, '', 'return'))).toEqual([]);
  });
  test('a payment of which the rest was deducted', () => {
    expect(covered(theirs(0, 'FK-901', -70, '', 'payment'), ours(1, 'SK-1', -50, 'FK-901', 'payment'), ours(2, 'FY-1', -20, '', 'rebate'))).toEqual(['net-of-deductions SK-1 FY-1 = FK-901']);
    expect(covered(theirs(0, 'FK-901', -70, '', 'payment'), ours(1, 'SK-1', -50, 'FK-901', 'payment'), ours(2, 'SK-2', -20, '', 'payment'))).toEqual(['document-group SK-1 SK-2 = FK-901']);
    expect(covered(theirs(0, 'FK-901', -70, '', 'payment'), ours(1, 'SK-1', -50, 'FK-901', 'payment'), ours(2, 'TH-1', -20, '', 'return'))).toEqual([]);
  });
  test('two lines that name it, the others together on a later day', () => {
    const three = [...document, ours(0, 'XS-101', 50)];
    expect(covered(...three, theirs(3, 'RK-1', 30, 'XS-101'), theirs(9, 'RK-2', 40), theirs(9, 'RK-3', 50))).toEqual(['document-group XS-101 = RK-1 RK-2 RK-3 perhaps']);
    expect(covered(...three, theirs(3, 'RK-1', 30, 'XS-101'), theirs(9, 'RK-2', 40), theirs(8, 'RK-3', 50))).toEqual([]);
  });
  test('of two equal lines of one day the one that names it', () => {
    expect(covered(...document, theirs(3, 'RK-0', 30), theirs(3, 'RK-1', 30, 'XS-101'), theirs(3, 'RK-2', 40))).toEqual(['document-group XS-101 = RK-1 RK-2']);
    expect(covered(...document, theirs(3, 'RK-1', 40, 'XS-101'), theirs(3, 'RK-2', 30))).toEqual(['document-group XS-101 = RK-1 RK-2']);
  });
  test('not by lines of another sort, nor of papers that cancel out', () => {
    expect(covered(...document, theirs(3, 'RK-1', 30, 'XS-101'), theirs(3, 'FY-2', 40, '', 'rebate'))).toEqual([]);
    expect(covered(ours(0, 'HH-101', 30), ours(0, 'HH-101', -30), theirs(3, 'RK-1', 30), theirs(3, 'RK-2', -30))).toEqual([]);
  });
  test('credit notes and money: a note in two lines, and a rest that was booked much later', () => {
    expect(covered(ours(0, 'FY-101', -30, '', 'rebate'), ours(0, 'FY-101', -40, '', 'rebate'), theirs(3, 'FK-1', -30, 'FY-101', 'rebate'), theirs(3, 'FK-2', -40, '', 'rebate'))).toEqual(['document-group FY-101 = FK-1 FK-2']);
    expect(covered(theirs(0, 'FK-901', -70, '', 'payment'), ours(1, 'SK-1', -50, 'FK-901', 'payment'), ours(20, 'FY-1', -20, '', 'rebate'))).toEqual(['net-of-deductions SK-1 FY-1 = FK-901']);
  });
  test('by how many strangers would look as good', () => {
    const chances = (...lines: readonly CaseLine[]) => {
      const work = workOf(...lines);
      tie(work.desk);
      const rare = work.amounts.frequency(40001, 'goods');
      return covers(work, new Evidence(work)).map(({ chance }) => chance / rare);
    };
    const [first, second] = [ours(0, 'XS-101', 30001), ours(0, 'XS-101', 40001)];
    // One in twenty is booked in part; nineteen in twenty rests on the same day, where an average day has the two there are.
    expect(chances(first, second, theirs(3, 'RK-1', 30001, 'XS-101'), theirs(3, 'RK-2', 40001))).toEqual([expect.closeTo((0.05 * 2) / 0.95, 9)]);
    // On another day, one in twenty; the two that stand there, weighed by how near.
    expect(chances(first, second, theirs(3, 'RK-1', 30001, 'XS-101'), theirs(9, 'RK-2', 40001))).toEqual([expect.closeTo((0.05 * (1 + Math.exp(6 / 11.25))) / 0.05, 9)]);
    // A third number in common makes it twenty times likelier.
    expect(chances(first, { ...second, memo: 'PO-900' }, theirs(3, 'RK-1', 30001, 'XS-101'), { ...theirs(3, 'RK-2', 40001), memo: 'PO-900' })).toEqual([expect.closeTo((0.05 * 2) / 0.95 / 20, 9)]);
  });
  test('the same from their side', () => expect(covered(theirs(3, 'RK-901', 30), theirs(3, 'RK-901', 40), ours(0, 'XS-1', 30), ours(0, 'XS-2', 40))).toEqual(['document-total XS-1 XS-2 = RK-901']));
});
