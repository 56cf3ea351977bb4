/** Ledgers that are read right on sheets of their own are read right beside each other, whatever their layouts and whichever stands left. */
import type { Side } from '../../src/ledger/books';
import { printBeside } from './beside';
import { scoreBook } from './examine';
import { NOISES } from './noise';
import { OUR_LEDGERS } from './our-ledgers';
import { simulated } from './source';
import { THEIR_LEDGERS } from './their-ledgers';

const source = simulated(7, NOISES.easy, undefined, 2, 4);
const WORDS = [{ ours: '我方', theirs: '贵方' }, { ours: '本公司账', theirs: '对方账' }, { ours: 'Our books', theirs: 'Your books' }];
/** A month of all customers on a sheet is no account to lay beside another. */
const ours = Object.entries(OUR_LEDGERS).filter(([, { arrangement }]) => arrangement !== 'sheet per month');
const pairs = ours.flatMap(([our, ourLayout], i) => Object.entries(THEIR_LEDGERS).map(([their, theirLayout], j) => [our, their, (i + j) % 2 === 0 ? 'ours' : 'theirs', { ours: ourLayout, theirs: theirLayout, words: WORDS[(i + j) % WORDS.length] }] as const));

test.each(pairs)('%s beside %s, %s on the left', async (_, __, left: Side, layouts) => {
  const { precision, recall, balances, identity, refused } = await scoreBook(source, printBeside(source, { ...layouts, left }));
  expect({ precise: precision >= 0.998, complete: recall >= 0.97, balances, identity, refused }).toEqual({ precise: true, complete: true, balances: 1, identity: 1, refused: [] });
});
