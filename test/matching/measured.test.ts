/** Precision and recall on simulated trade, seed by seed: what the room promises, on books nobody tuned it to. */
import { booksFromLines } from '../../src/ledger/ledger-builder';
import { matchBooks } from '../../src/matching/match';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/reconciliation';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import { scoreOf } from './support/score';
import { EASY, HARD, HARDER, simulateTrade, type Noise } from './support/trade';

const SEEDS = [101, 102, 103, 104, 105, 106];

function measure(noise: Noise) {
  const scores = SEEDS.map((seed) => {
    const trade = simulateTrade(seed, noise);
    const books = booksFromLines(trade.lines);
    return scoreOf(books, matchBooks(books, { asOf: trade.asOf, settings: DEFAULT_MATCHING_SETTINGS, annotations: NO_ANNOTATIONS }), trade.groups);
  });
  const mean = (of: (score: (typeof scores)[number]) => number) => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return { precision: mean((score) => score.precision), recall: mean((score) => score.recall), suggested: mean((score) => score.recallWithSuggestions), categories: mean((score) => score.categoryShare) };
}

test.each([
  ['easy', EASY, { precision: 0.998, recall: 0.985, suggested: 0.99, categories: 0.95 }],
  ['hard', HARD, { precision: 0.995, recall: 0.93, suggested: 0.97, categories: 0.9 }],
  ['harder than the given cases', HARDER, { precision: 0.995, recall: 0.88, suggested: 0.97, categories: 0.9 }],
])('%s', (_, noise, least) => {
  const measured = measure(noise);
  for (const key of Object.keys(least) as (keyof typeof least)[]) expect([key, measured[key], measured[key] >= least[key]]).toEqual([key, measured[key], true]);
});
