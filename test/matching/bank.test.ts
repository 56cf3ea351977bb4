/**
 * Two ledgers without customers: our cash book against the bank's statement, a thousand lines. Cheques by number,
 * transfers without, deposits of a day's receipts as one line, bank charges only the bank has, a cheque voided and
 * written anew, papers in transit at the end.
 */
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { booksFromLines } from '../../src/ledger/ledger-builder';
import { matchBooks } from '../../src/matching/match';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/reconciliation';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import { Random } from './support/random';
import { scoreOf } from './support/score';
import type { TrueGroup } from './support/trade';

interface Statement {
  readonly lines: readonly CaseLine[];
  readonly groups: readonly TrueGroup[];
}

const FIRST_DAY = 46023;
const DAYS = 120;

function bankYear(seed: number): Statement {
  const random = new Random(seed);
  const lines: CaseLine[] = [];
  const groups: TrueGroup[] = [];
  const counts = { ours: 0, theirs: 0 };
  const add = (side: 'ours' | 'theirs', day: number, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => {
    const line: CaseLine = { side, sheet: side, row: ++counts[side], day, amountMinor, customer: '', ...more };
    lines.push(line);
    return line;
  };
  const amount = () => Math.round(Math.exp(8 + random.normal()) * 100);
  const group = (kind: string, ours: CaseLine[], theirs: CaseLine[]) => groups.push({ kind, ours, theirs });
  let cheque = 5000;
  for (let day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
    for (let each = random.int(0, 3); each > 0; each--) {
      const paid = -amount();
      const document = String(++cheque);
      const written = add('ours', day, paid, { document });
      const clears = day + random.int(1, 12);
      if (random.chance(0.03)) {
        const back = add('ours', day + 2, -paid, { document, memo: 'void' });
        group('void', [written, back], []);
        const again = add('ours', day + 3, paid, { document: String(++cheque) });
        group('payment', [again], [add('theirs', clears + 3, paid, { references: String(cheque) })]);
      } else if (random.chance(0.03)) group('outstanding', [written], []);
      else group('payment', [written], [add('theirs', clears, paid, { references: `CHQ ${document}` })]);
    }
    for (let each = random.int(0, 2); each > 0; each--) {
      const received = amount();
      group('transfer', [add('ours', day, received, { document: `R${day}${each}` })], [add('theirs', day + random.int(0, 2), received, { memo: 'TRANSFER IN' })]);
    }
    const receipts = Array.from({ length: random.int(0, 5) }, (_, at) => add('ours', day, amount(), { document: `D${day}${at}` }));
    if (receipts.length) group('deposit', receipts, [add('theirs', day + random.int(0, 1), receipts.reduce((sum, line) => sum + line.amountMinor, 0), { memo: 'DEPOSIT' })]);
    if (day % 30 === 0) group('fee', [], [add('theirs', day, -1500, { memo: 'FEE' })]);
  }
  return { lines, groups };
}

test('a thousand lines of a bank statement', () => {
  for (const seed of [1, 2, 3]) {
    const { lines, groups } = bankYear(seed);
    expect(lines.length).toBeGreaterThan(900);
    const books = booksFromLines(lines);
    const result = matchBooks(books, { asOf: FIRST_DAY + DAYS + 30, settings: DEFAULT_MATCHING_SETTINGS, annotations: NO_ANNOTATIONS });
    const score = scoreOf(books, result, groups);
    expect(score.precision).toBeGreaterThanOrEqual(0.995);
    expect(score.recall).toBeGreaterThanOrEqual(0.95);
    expect(result.accounts).toHaveLength(1);
    expect(result.items.reduce((sum, item) => sum + item.amountMinor, 0)).toBe(result.accounts[0].differenceMinor);
    const fees = lines.filter((line) => line.memo === 'FEE').length;
    expect(result.items.filter((item) => item.side === 'theirs' && item.amountMinor === 1500)).toHaveLength(fees);
    expect([...result.matches].filter((each) => each.rule === 'nets-to-zero')).toHaveLength(groups.filter((each) => each.kind === 'void').length);
  }
});
