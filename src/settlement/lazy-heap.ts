/**
 * A queue of numbers, smallest first. Entries that have gone stale stay in it until they come up and the
 * caller passes over them: cheaper than looking for them.
 */
export class LazyHeap {
  private readonly keys: number[] = [];

  get smallest(): number | undefined {
    return this.keys[0];
  }

  push(key: number): void {
    const { keys } = this;
    let at = keys.push(key) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[parent] <= key) break;
      keys[at] = keys[parent];
      at = parent;
    }
    keys[at] = key;
  }

  dropSmallest(): void {
    const { keys } = this;
    const last = keys.pop() as number;
    if (keys.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= keys.length) break;
      if (child + 1 < keys.length && keys[child + 1] < keys[child]) child++;
      if (keys[child] >= last) break;
      keys[at] = keys[child];
      at = child;
    }
    keys[at] = last;
  }
}
