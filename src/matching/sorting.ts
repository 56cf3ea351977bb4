/** Sorting for accounts: most have a few dozen of everything, where nothing need be set up, and some have hundreds of thousands. */

/** Numbers up to which putting each in its place is quickest. */
const FEW = 32;

/** Sorts in place, ascending; returns the same array. */
export function ascend(numbers: number[]): number[] {
  if (numbers.length > FEW) {
    const sorted = Float64Array.from(numbers).sort();
    for (let at = 0; at < sorted.length; at++) numbers[at] = sorted[at];
    return numbers;
  }
  for (let at = 1; at < numbers.length; at++) {
    const number = numbers[at];
    let to = at;
    for (; to > 0 && numbers[to - 1] > number; to--) numbers[to] = numbers[to - 1];
    numbers[to] = number;
  }
  return numbers;
}

/** Sorts in place, those that compare equal as they stood; returns the same array. */
export function sortBy<Item>(items: Item[], compare: (a: Item, b: Item) => number): Item[] {
  if (items.length > FEW) return items.sort(compare);
  for (let at = 1; at < items.length; at++) {
    const item = items[at];
    let to = at;
    for (; to > 0 && compare(items[to - 1], item) > 0; to--) items[to] = items[to - 1];
    items[to] = item;
  }
  return items;
}

/** The items by their keys, which are whole numbers, none twice, and not so large that with the number of items they pass 2^53. */
export function sortedByKey<Item>(items: readonly Item[], keyOf: (item: Item) => number): Item[] {
  const count = items.length;
  const keys: number[] = [];
  for (let at = 0; at < count; at++) keys.push(keyOf(items[at]) * count + at);
  return ascend(keys).map((key) => items[key % count]);
}
