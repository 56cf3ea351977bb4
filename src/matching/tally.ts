/** Counts equal numbers, of which there are thousands for each sum that is looked for: a `Map` would take most of the time. */

/** Odd, and about the golden section of 2³²: near numbers come to lie far apart. */
const SCATTER = 0x9e3779b1;

/** Memory of one tally after another: only the newest counts. */
let numbers = new Float64Array(0);
let counts = new Int32Array(0);
let tallies = new Int32Array(0);
let newest = 0;

export class Tally {
  private readonly bits: number;
  private readonly id: number;

  /** @param most how many numbers may be added. Making another tally ends this one. */
  constructor(most: number) {
    this.bits = Math.max(4, Math.ceil(Math.log2(2 * most)));
    if (numbers.length < 1 << this.bits) {
      numbers = new Float64Array(1 << this.bits);
      counts = new Int32Array(1 << this.bits);
      tallies = new Int32Array(1 << this.bits);
    }
    this.id = ++newest;
  }

  /** Adds a number; returns how often it had been added before. */
  add(number: number): number {
    const mask = (1 << this.bits) - 1;
    let slot = Math.imul(number, SCATTER) >>> (32 - this.bits);
    while (tallies[slot] === this.id && numbers[slot] !== number) slot = (slot + 1) & mask;
    if (tallies[slot] !== this.id) {
      tallies[slot] = this.id;
      numbers[slot] = number;
      counts[slot] = 0;
    }
    return counts[slot]++;
  }
}
