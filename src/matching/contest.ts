/**
 * Candidates that share documents compete; whoever is chosen leaves the others' remaining documents without an
 * answer. So the probability of a candidate is summed over all ways to choose candidates that do not overlap,
 * each way weighing the product of its candidates' odds.
 */
import type { Candidate } from './candidates';
import { NO_PLACE, type Doc } from './doc';

/** How often a document has no counterpart at all, before anything is known of it. */
const UNANSWERED_SHARE = 0.1;
/** No agreement is surer than this: people book strange things. */
const CHANCE_MIN = 1e-9;
/** Competing candidates weighed in every combination; more are weighed against their direct rivals only. */
const COMBINED_MAX = 18;
const COMBINATIONS_MAX = 50_000;

/** The candidate against its documents having nothing to do with each other. */
export const oddsOf = (candidate: Candidate): number => candidate.prior / (UNANSWERED_SHARE * Math.max(CHANCE_MIN, candidate.chance));

export interface Standing {
  /** Probability that this reading is right. */
  readonly own: number;
  /** Probability that this one or one that competes with it is right. */
  readonly any: number;
}

/** A candidate and those that share a document with it. */
export interface Contender {
  candidate: Candidate;
  odds: number;
  /** Kept when first asked for, where they are few. */
  rivals: readonly Contender[] | null;
  standing: Standing | null;
  /** The last count of rivals that it was part of. */
  count: number;
}

const NO_RIVALS: readonly Contender[] = [];

/** Competing candidates, by document and by component. Of readings of the same documents only the one with the best odds takes part. */
export class Contest {
  readonly contenders: Contender[] = [];
  /** By the place of a document, the contenders that read it. */
  private readonly claims: Contender[][] = [];
  private counts = 0;
  /** Where rivals are gathered. */
  private readonly gathered: Contender[] = [];

  constructor(candidates: readonly Candidate[]) {
    for (const { ours, theirs } of candidates) {
      for (const doc of ours) doc.place = NO_PLACE;
      for (const doc of theirs) doc.place = NO_PLACE;
    }
    for (const candidate of candidates) this.enter(candidate);
  }

  private enter(candidate: Candidate): void {
    const odds = oddsOf(candidate);
    const same = this.claimsOf(candidate.ours[0]).find((known) => readsTheSame(known.candidate, candidate));
    if (!same) {
      const contender: Contender = { candidate, odds, rivals: null, standing: null, count: 0 };
      this.contenders.push(contender);
      for (const doc of candidate.ours) this.claim(doc, contender);
      for (const doc of candidate.theirs) this.claim(doc, contender);
    } else if (odds > same.odds) {
      same.candidate = candidate;
      same.odds = odds;
    }
  }

  private claim(doc: Doc, contender: Contender): void {
    if (doc.place === NO_PLACE) doc.place = this.claims.push([contender]) - 1;
    else this.claims[doc.place].push(contender);
  }

  private claimsOf(doc: Doc): readonly Contender[] {
    return doc.place === NO_PLACE ? NO_RIVALS : this.claims[doc.place];
  }

  /** Those that share a document with it. Many of them are listed only until somebody asks again: where an amount is everybody's, such lists would take more room than all else. */
  rivalsOf(contender: Contender): readonly Contender[] {
    if (contender.rivals) return contender.rivals;
    const rivals = this.findRivals(contender);
    return rivals.length < COMBINED_MAX ? (contender.rivals = rivals.slice()) : rivals;
  }

  private findRivals(contender: Contender): readonly Contender[] {
    const { ours, theirs } = contender.candidate;
    const { gathered } = this;
    gathered.length = 0;
    contender.count = ++this.counts;
    for (const doc of ours) this.addClaimants(doc, gathered);
    for (const doc of theirs) this.addClaimants(doc, gathered);
    return gathered;
  }

  /** Those that are not counted yet. */
  private addClaimants(doc: Doc, to: Contender[]): void {
    for (const contender of this.claims[doc.place]) {
      if (contender.count === this.counts) continue;
      contender.count = this.counts;
      to.push(contender);
    }
  }

  standingOf(contender: Contender): Standing {
    if (!contender.standing) this.weigh(contender);
    return contender.standing as Standing;
  }

  private weigh(contender: Contender): void {
    const rivals = this.rivalsOf(contender);
    const { odds } = contender;
    if (rivals.length > 0 && rivals.length < COMBINED_MAX) {
      const component = this.componentOf(contender);
      if (component && this.weighTogether(component)) return;
    }
    let rivalOdds = 0;
    for (const rival of rivals) rivalOdds += rival.odds;
    contender.standing = { own: odds / (1 + odds + rivalOdds), any: (odds + rivalOdds) / (1 + odds + rivalOdds) };
  }

  /** False where there are too many ways. */
  private weighTogether(component: readonly Contender[]): boolean {
    const standings = combinedStandings(component, component.map((each) => this.rivalsOf(each)));
    standings?.forEach((standing, at) => (component[at].standing = standing));
    return standings !== null;
  }

  /** All that are joined to this one by shared documents; `null` where they are too many. */
  private componentOf(start: Contender): Contender[] | null {
    const members = new Set([start]);
    for (const member of members) {
      for (const rival of this.rivalsOf(member)) members.add(rival);
      if (members.size > COMBINED_MAX) return null;
    }
    return [...members];
  }
}

function readsTheSame(a: Candidate, b: Candidate): boolean {
  return hasTheSame(a.ours, b.ours) && hasTheSame(a.theirs, b.theirs);
}

function hasTheSame(a: readonly Doc[], b: readonly Doc[]): boolean {
  return a.length === b.length && (a.length === 1 ? a[0] === b[0] : a.every((doc) => b.includes(doc)));
}

/** The share of each, and of each with its rivals, in all ways to choose some that do not overlap; `null` where there are too many ways. */
function combinedStandings(component: readonly Contender[], rivals: readonly (readonly Contender[])[]): Standing[] | null {
  const place = new Map(component.map((contender, at) => [contender, at]));
  const conflicts = rivals.map((each) => each.reduce((mask, rival) => mask | (1 << (place.get(rival) as number)), 0));
  const withOwn = component.map(() => 0);
  const withAny = component.map(() => 0);
  let total = 0;
  let ways = 0;
  const walk = (at: number, chosen: number, blocked: number, weight: number): void => {
    if (ways > COMBINATIONS_MAX) return;
    if (at === component.length) {
      ways++;
      total += weight;
      for (let each = 0; each < component.length; each++) {
        const own = 1 << each;
        if (chosen & own) withOwn[each] += weight;
        if (chosen & (own | conflicts[each])) withAny[each] += weight;
      }
      return;
    }
    walk(at + 1, chosen, blocked, weight);
    if (!(blocked & (1 << at))) walk(at + 1, chosen | (1 << at), blocked | conflicts[at], weight * component[at].odds);
  };
  walk(0, 0, 0, 1);
  return ways > COMBINATIONS_MAX ? null : component.map((_, at) => ({ own: withOwn[at] / total, any: withAny[at] / total }));
}
