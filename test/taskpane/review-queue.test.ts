/** Which items are shown, which comes next, and which a bulk acceptance may take. */
import { bulkCandidates, reviewQueue } from '../../src/taskpane/review-queue';
import { reviewOf, wordsOf } from './support/sample-views';

const words = wordsOf('en');
const items = reviewOf(words);

describe('the queue', () => {
  it('holds the items of the filter in the order given', () => {
    expect(reviewQueue({ items, filter: 'suggested', activeKey: 's1' }).items.map((item) => item.key)).toEqual(['s1', 's2', 's3']);
    expect(reviewQueue({ items, filter: 'unexplained', activeKey: null }).items.map((item) => item.key)).toEqual(['u1']);
  });

  it('goes on to the next undecided item, and from the last back to the first', () => {
    expect(reviewQueue({ items, filter: 'suggested', activeKey: 's1' }).nextUndecided?.key).toBe('s2');
    expect(reviewQueue({ items, filter: 'suggested', activeKey: 's3' }).nextUndecided?.key).toBe('s1');
    const decided = items.map((item) => (item.key === 's2' ? { ...item, decision: 'accepted' as const } : item));
    expect(reviewQueue({ items: decided, filter: 'suggested', activeKey: 's1' }).nextUndecided?.key).toBe('s3');
  });

  it('has no next where nothing is left', () => {
    const decided = items.map((item) => ({ ...item, decision: 'rejected' as const }));
    expect(reviewQueue({ items: decided, filter: 'suggested', activeKey: 's1' }).nextUndecided).toBeNull();
  });
});

describe('a bulk acceptance', () => {
  it('takes what is sure enough, by rule', () => {
    expect(bulkCandidates(items, '', 0.9).map((item) => item.key)).toEqual(['s1', 's2']);
    expect(bulkCandidates(items, words.sum, 0.9).map((item) => item.key)).toEqual(['s1']);
    expect(bulkCandidates(items, '', 0.95)).toEqual([]);
  });

  it('never takes what has another reading, is unexplained or is decided', () => {
    expect(bulkCandidates(items, '', 0).map((item) => item.key)).toEqual(['s1', 's2']);
    expect(bulkCandidates(items.map((item) => ({ ...item, decision: 'rejected' as const })), '', 0)).toEqual([]);
  });
});
