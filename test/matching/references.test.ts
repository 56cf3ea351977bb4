import { isOneSlipAway, numbersOfDocument, readNaming, samePrefix } from '../../src/matching/references';
import { day } from './support/day';
import { match, matchesSaid } from './support/run';

/** `XS:1083`, ranges as `XS:1001-1005`, the count as `n3`. */
function said(text: string): string {
  const { numbers, ranges, documentCount } = readNaming(text);
  return [...numbers.map((each) => `${each.prefix}:${each.digits}`), ...ranges.map((each) => `${each.prefix}:${each.from}-${each.to}`), ...(documentCount ? [`n${documentCount}`] : [])].join(' ');
}

describe('numbers that a cell names', () => {
  test.each([
    ['one, plain', 'XS-001083', 'XS:1083'],
    ['short', '#1083', ':1083'],
    ['full width', '１０９４', ':1094'],
    ['spaces around the dash', 'XS - 001089', 'XS:1089'],
    ['no dash', 'XS001434', 'XS:1434'],
    ['lower case', 'xs-001347', 'XS:1347'],
    ['its own tail repeated', 'XS-001433/33', 'XS:1433'],
    ['several by slashes', '001250/001252/001253', ':1250 :1252 :1253'],
    ['several by short tails', 'XS-001250/52/53', 'XS:1250 XS:1252 XS:1253'],
    ['several by commas', 'XS-001083,XS-001086', 'XS:1083 XS:1086'],
    ['several by spaces', 'XS-001366 XS-001368', 'XS:1366 XS:1368'],
    ['one and how many', 'XS-001255等2张', 'XS:1255 n2'],
    ['how many in traditional script', 'XS-001255等3張', 'XS:1255 n3'],
    ['a range with a tilde', 'XS-001345~001347', 'XS:1345 XS:1345-1347'],
    ['a range to', '1001 至 1005', ':1001 :1001-1005'],
    ['how many in English', 'XS-1255 and 2 more', 'XS:1255 n2'],
    ['how many with a plus', 'XS-1255 + 3 docs', 'XS:1255 n3'],
    ['how many in all', 'XS-1255 共12笔', 'XS:1255 n12'],
    ['a count of nothing countable', 'XS-1255 共5', 'XS:1255'],
    ['a range by its tail', 'XS-001345~47', 'XS:1345 XS:1345-1347'],
    ['a range in English', 'XS-1345 to XS-1347', 'XS:1345 XS:1345-1347'],
    ['two prefixes', 'XS-1083 DN-1083', 'XS:1083 DN:1083'],
    ['the same twice', 'XS-1083 XS-001083', 'XS:1083'],
    ['a longer one after a shorter', '105/1083', ':105 :1083'],
    ['a tail of four digits is a number', '121083/1084', ':121083 :1084'],
    ['a tail of three digits', '121083/084', ':121083 :121084'],
    ['letters of its own make it no tail', 'XS-1250/DN-152', 'XS:1250 DN:152'],
    ['the tail of a number of three digits', '125/27', ':125 :127'],
    ['two digits with letters', 'XS-12', 'XS:12'],
    ['zeros', '000', ':0'],
    ['in a memo', '对应XS-001079,XS-001081', 'XS:1079 XS:1081'],
    ['behind the word for it', 'No. 1083', ':1083'],
    ['behind a sign of its own', '№1083', ':1083'],
    ['behind what it is the number of', 'Invoice #1083', ':1083'],
    ['behind both', 'INV No. 1083', ':1083'],
    ['in a sentence', 'paid for 1083 and 1086', ':1083 :1086'],
    ['a word that is a series', 'INV 1083', 'INV:1083'],
    ['two that are no range', '1001~9005', ':1001 :9005'],
    ['nothing', '货款', ''],
    ['a quantity is no number', '退货 2 台', ''],
  ])('%s: %s', (_, text, expected) => expect(said(text)).toBe(expected));

  test('a dash between two numbers may be a range', () => {
    expect(readNaming('1001-1005').ranges).toEqual([{ prefix: '', from: 1001, to: 1005 }]);
  });

  test('a long span is not a range', () => {
    expect(readNaming('1001-9005').ranges).toEqual([]);
    expect([readNaming('1001-1201').ranges.length, readNaming('1001-1202').ranges.length, readNaming('1005-1001').ranges.length, readNaming('1001-1001').ranges.length, readNaming('101-1001').ranges.length]).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('the number a document goes by', () => {
  test.each([
    ['XS-001083', ['XS:1083']],
    ['RK26000088', ['RK:26000088']],
    ['No. 1083', [':1083']],
    ['Invoice No. INV-1083', ['INV:1083']],
    ['INV-2026-0105', ['INV:20260105', 'INV:105']],
    ['6101-1150105001', [':61011150105001', ':1150105001']],
    ['INV-2026-05', ['INV:202605', 'INV:2026']],
    ['INV-26-05', ['INV:2605']],
    ['INV-2026-105', ['INV:2026105', 'INV:105']],
    ['2600123', [':2600123', ':123']],
    ['销货单 XS 0105', ['XS:105']],
    ['xs_0105', ['XS:105']],
    ['A-1-B-2', ['A:12']],
    ['2026001083', [':2026001083', ':1083']],
    ['26001083', [':26001083', ':1083']],
    ['202601083', [':202601083']],
    ['123400567', [':123400567', ':567']],
    ['1234500678', [':1234500678']],
    ['12000', [':12000']],
    ['260010', [':260010']],
    ['期初', []],
  ])('%s', (text, expected) => expect(numbersOfDocument(text).map((each) => `${each.prefix}:${each.digits}`)).toEqual(expected));
});

describe('one slip of the hand', () => {
  test.each([
    ['1427', '1472', true],
    ['1208', '1280', true],
    ['1083', '1093', true],
    ['1083', '108', true],
    ['1083', '10893', true],
    ['1083', '1083', false],
    ['1083', '1830', false],
    ['12', '13', false],
    ['12', '123', false],
    ['1083', '1099983', false],
    ['1083', '83', false],
    ['12345', '13245', true],
    ['12345', '12354', true],
    ['12345', '14325', false],
    ['12345', '13254', false],
    ['12344', '12443', false],
    ['1111', '11111', true],
    ['083', '1083', true],
    ['1083', '108', true],
    ['9083', '1083', true],
    ['1234', '12403', false],
  ])('%s and %s', (a, b, expected) => {
    expect(isOneSlipAway(a, b)).toBe(expected);
    expect(isOneSlipAway(b, a)).toBe(expected);
  });
});

test('a long number is also known by what stands after its year and zeros', () => {
  expect(numbersOfDocument('INV2026001083').map(({ digits }) => digits)).toEqual(['2026001083', '1083']);
  expect(numbersOfDocument('26001083').map(({ digits }) => digits)).toEqual(['26001083', '1083']);
  expect(numbersOfDocument('XS-001083').map(({ digits }) => digits)).toEqual(['1083']);
  expect(numbersOfDocument('20260105001').map(({ digits }) => digits)).toEqual(['20260105001']);
});

test("a memo that repeats its own line's number names nobody by it", () => {
  const said = matchesSaid(match([
    { side: 'ours', day: day('2026-03-01'), kind: 'invoice', document: 'XS-001083', memo: '销售彩电 XS-001083', amountMinor: 512_345 },
    { side: 'theirs', day: day('2026-03-03'), kind: 'invoice', document: 'RK7', amountMinor: 512_345 },
  ]));
  expect(said).toEqual(['1=1 confirmed unique-amount']);
});

test('a reference that happens to be equal to the line\'s own number still names ours', () => {
  const said = matchesSaid(match([
    { side: 'ours', day: day('2026-03-01'), kind: 'invoice', document: '1083', amountMinor: 500_000 },
    { side: 'theirs', day: day('2026-03-03'), kind: 'invoice', document: '1083', references: '1083', amountMinor: 500_000 },
  ]));
  expect(said).toEqual(['1=1 confirmed document-number']);
});

test('letters contradict each other only where both are given', () => expect([samePrefix('', 'XS'), samePrefix('XS', ''), samePrefix('XS', 'XS'), samePrefix('XS', 'DN')]).toEqual([true, true, true, false]));
