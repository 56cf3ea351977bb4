import type { MinorUnits } from '../units/units';
import { ascend } from './sorting';

/** All sets of some amounts, of which those near a target are found without forming the others one by one. */
export class Sets {
  readonly count: number;
  /** Positions of the amounts, the least first, and what they are. */
  private readonly positions: readonly number[];
  private readonly ascending: readonly MinorUnits[];
  /** By position among the ascending, the sum of all before it. */
  private readonly sumsBefore: readonly MinorUnits[];

  constructor(amounts: readonly MinorUnits[]) {
    this.count = amounts.length;
    this.positions = amounts.map((_, at) => at).sort((a, b) => amounts[a] - amounts[b]);
    this.ascending = this.positions.map((at) => amounts[at]);
    const sumsBefore = [0];
    for (const amount of this.ascending) sumsBefore.push(sumsBefore[sumsBefore.length - 1] + amount);
    this.sumsBefore = sumsBefore;
  }

  /** The first sets of the size that sum to the target, or no further off than that: each as ascending positions, in the order of these. */
  firstNear(size: number, target: MinorUnits, farthest: MinorUnits, most: number): number[][] {
    const codes: number[] = [];
    this.visit(size, target, farthest, (_, chosen) => void codes.push(this.codeOf(chosen)));
    return ascend(codes).slice(0, most).map((code) => this.positionsOf(code, size));
  }

  /** A set as one number, of which the first position weighs most. */
  private codeOf(chosen: readonly number[]): number {
    let code = 0;
    for (const at of ascend(chosen.map((place) => this.positions[place]))) code = code * this.count + at;
    return code;
  }

  private positionsOf(code: number, size: number): number[] {
    const positions = new Array<number>(size);
    for (let at = size - 1; at >= 0; at--) {
      positions[at] = code % this.count;
      code = Math.floor(code / this.count);
    }
    return positions;
  }

  /** Calls back with the sum of every such set, and where it stands among the ascending amounts. */
  visit(size: number, target: MinorUnits, farthest: MinorUnits, tell: (sum: MinorUnits, chosen: readonly number[]) => void): void {
    const { ascending, sumsBefore } = this;
    const [low, high, count] = [target - farthest, target + farthest, this.count];
    const chosen: number[] = new Array<number>(size).fill(0);
    const walk = (depth: number, from: number, sum: MinorUnits): void => {
      const left = size - depth;
      const mostOfOthers = sumsBefore[count] - sumsBefore[count - left + 1];
      for (let at = from; at <= count - left; at++) {
        const whole = sum + ascending[at];
        if (whole + mostOfOthers < low) continue;
        // The least that can follow is what stands next: from here on all is too much.
        if (sum + sumsBefore[at + left] - sumsBefore[at] > high) return;
        chosen[depth] = at;
        if (left > 1) walk(depth + 1, at + 1, whole);
        else tell(whole, chosen);
      }
    };
    walk(0, 0, 0);
  }
}
