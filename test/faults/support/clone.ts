/** A copy of a workbook in memory, classes and typed arrays included, so that every trial starts from the same one. */
export function clone<T>(value: T, known = new Map<object, unknown>()): T {
  if (typeof value !== 'object' || value === null) return value;
  const seen = known.get(value);
  if (seen !== undefined) return seen as T;
  if (ArrayBuffer.isView(value)) return (value as unknown as Uint8Array).slice() as T;
  const copy: unknown = value instanceof Map ? new Map() : value instanceof Set ? new Set() : Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value) as object | null);
  known.set(value, copy);
  if (value instanceof Map) for (const [key, each] of value) (copy as Map<unknown, unknown>).set(clone(key, known), clone(each, known));
  else if (value instanceof Set) for (const each of value) (copy as Set<unknown>).add(clone(each, known));
  else for (const key of Object.keys(value)) (copy as Record<string, unknown>)[key] = clone((value as Record<string, unknown>)[key], known);
  return copy as T;
}
