/** What needs a person: suggested matches first, by amount, then what nothing explains; and, to look over, the largest of what is matched. */
import { say, type Language } from '../../texts';
import { EntryKeys } from '../../ledger/entry-keys';
import type { EntryIndex } from '../../ledger/books';
import { numbersOf, type Match, type ReconcilingItem } from '../../matching/reconciliation';
import type { MinorUnits } from '../../units/units';
import type { Result } from '../../reports/result';
import type { ReviewView } from '../session';
import { lineView } from './lines';

/** Nobody looks over more; any other match is found by selecting one of its rows. */
export const CONFIRMED_MAX = 200;

const byAmount = (a: ReviewView, b: ReviewView) => b.amountMinor - a.amountMinor || (a.key < b.key ? -1 : 1);

export function waitingReviews(result: Result, keys: EntryKeys, language: Language): ReviewView[] {
  const suggested = numbersOf(result.reconciliation.matches, 'suggested').map((number) => matchReview(result, keys, result.reconciliation.matches.at(number), language));
  const unexplained = result.reconciliation.items.filter((item) => item.category === 'unexplained').map((item) => itemReview(result, keys, item, language));
  return [...suggested.sort(byAmount), ...unexplained.sort(byAmount)];
}

/** The largest `CONFIRMED_MAX` of the confirmed matches; each currency is taken by its own minor units. */
export function confirmedReviews(result: Result, keys: EntryKeys, language: Language): ReviewView[] {
  const { matches } = result.reconciliation;
  const largest = numbersOf(matches, 'confirmed')
    .map((number) => ({ number, amountMinor: Math.abs(totalOf(result, matches.ours.at(number), matches.theirs.at(number))) }))
    .sort((a, b) => b.amountMinor - a.amountMinor)
    .slice(0, CONFIRMED_MAX);
  return largest.map(({ number }) => matchReview(result, keys, matches.at(number), language)).sort(byAmount);
}

export function matchReview(result: Result, keys: EntryKeys, match: Match, language: Language): ReviewView {
  return {
    key: keys.matchKey(match.ours, match.theirs),
    kind: match.status,
    customer: result.books.customers[match.customer].name,
    currency: match.currency,
    rule: match.rule,
    ruleText: say({ code: `rule.${match.rule}` }, language),
    confidence: match.confidence,
    amountMinor: Math.abs(totalOf(result, match.ours, match.theirs)),
    differenceMinor: match.differenceMinor,
    evidence: match.evidence.map((message) => say(message, language)),
    ...sides(result, match.ours, match.theirs),
    alternatives: match.alternatives.map(({ ours, theirs }) => ({
      key: keys.matchKey(ours, theirs),
      ...sides(result, ours, theirs),
      differenceMinor: sumOf(result.books.ours.amountMinor, ours) - sumOf(result.books.theirs.amountMinor, theirs),
    })),
    decision: match.decision,
  };
}

function itemReview(result: Result, keys: EntryKeys, item: ReconcilingItem, language: Language): ReviewView {
  return {
    key: keys.matchKey(item.ours, item.theirs),
    kind: 'unexplained',
    customer: result.books.customers[item.customer].name,
    currency: item.currency,
    rule: null,
    ruleText: say({ code: item.category }, language),
    confidence: 0,
    amountMinor: Math.abs(item.amountMinor),
    differenceMinor: item.amountMinor,
    evidence: [say(item.explanation, language)],
    ...sides(result, item.ours, item.theirs),
    alternatives: item.candidates.map(({ ours, theirs, differenceMinor }) => ({ key: keys.matchKey(ours, theirs), ...sides(result, ours, theirs), differenceMinor })),
    decision: null,
  };
}

function sides(result: Result, ours: readonly EntryIndex[], theirs: readonly EntryIndex[]) {
  return { ours: ours.map((i) => lineView(result.books, 'ours', i)), theirs: theirs.map((i) => lineView(result.books, 'theirs', i)) };
}

/** What is at stake: our side's sum, theirs where we have none. */
function totalOf(result: Result, ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): MinorUnits {
  return ours.length > 0 ? sumOf(result.books.ours.amountMinor, ours) : sumOf(result.books.theirs.amountMinor, theirs);
}

function sumOf(amounts: Float64Array, entries: readonly EntryIndex[]): MinorUnits {
  return entries.reduce((sum, entry) => sum + amounts[entry], 0);
}
