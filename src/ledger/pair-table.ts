/** A number from 0 up for each pair of whole numbers: a hash table open to the next free place. */
export class PairTable {
  /** First, second, and the value and 1; 0 is a free place. */
  private places = new Int32Array(3 * 64);
  private mask = 63;
  private count = 0;

  /** −1 where the pair has none. */
  get(first: number, second: number): number {
    return this.places[3 * this.placeOf(first, second) + 2] - 1;
  }

  set(first: number, second: number, value: number): void {
    if (2 * this.count > this.mask) this.widen();
    const at = 3 * this.placeOf(first, second);
    if (this.places[at + 2] === 0) this.count++;
    this.places[at] = first;
    this.places[at + 1] = second;
    this.places[at + 2] = value + 1;
  }

  /** Where the pair stands, or the free place where it would. */
  private placeOf(first: number, second: number): number {
    const { places, mask } = this;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const at = 3 * place;
      if (places[at + 2] === 0 || (places[at] === first && places[at + 1] === second)) return place;
    }
  }

  private widen(): void {
    const from = this.places;
    this.places = new Int32Array(2 * from.length);
    this.mask = 2 * this.mask + 1;
    this.count = 0;
    for (let at = 0; at < from.length; at += 3) if (from[at + 2] !== 0) this.set(from[at], from[at + 1], from[at + 2] - 1);
  }
}
