/** Settings that make sense one by one and none together: named, and mended with the defaults. */
import type { Message } from '../texts';
import { DEFAULT_SETTINGS, type Settings } from './settings';

export function contradictions(settings: Settings): { settings: Settings; problems: Message[] } {
  const problems: Message[] = [];
  let { matching, aging } = settings;
  const defaults = DEFAULT_SETTINGS;
  const clash = (first: string, second: string) => problems.push({ code: 'settings.contradiction', values: { first: { term: `settings.${first}` }, second: { term: `settings.${second}` } } });

  if (matching.suggestFrom > matching.confirmFrom) {
    clash('matching.suggestFrom', 'matching.confirmFrom');
    matching = { ...matching, suggestFrom: defaults.matching.suggestFrom, confirmFrom: defaults.matching.confirmFrom };
  }
  if (aging.badFromDays <= aging.doubtfulFromDays) {
    clash('aging.badFromDays', 'aging.doubtfulFromDays');
    aging = { ...aging, badFromDays: defaults.aging.badFromDays, doubtfulFromDays: defaults.aging.doubtfulFromDays };
  }
  if (aging.badBelowLikelihood90 > aging.doubtfulBelowLikelihood90) {
    clash('aging.badBelowLikelihood90', 'aging.doubtfulBelowLikelihood90');
    aging = { ...aging, badBelowLikelihood90: defaults.aging.badBelowLikelihood90, doubtfulBelowLikelihood90: defaults.aging.doubtfulBelowLikelihood90 };
  }
  // Not due, one rate per closed bucket, and the open last one.
  const bucketCount = aging.bucketEndDays.length + 2;
  if (aging.provisionByBucket.length !== bucketCount) {
    problems.push({ code: 'settings.rates-do-not-fit', values: { count: aging.provisionByBucket.length, buckets: bucketCount } });
    aging = { ...aging, provisionByBucket: fitted(aging.provisionByBucket, bucketCount) };
  }
  return { settings: { ...settings, matching, aging }, problems };
}

/** Rates for that many buckets: the first ones as given, the last one for the last bucket and for what is missing. */
function fitted(rates: readonly number[], count: number): readonly number[] {
  const last = rates.at(-1) ?? 0;
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? last : (rates[i] ?? last)));
}
