/** A workbook file as its parts, and parts as a workbook file: to see what was written, and to make odd files. */
import { unzipSync, zipSync } from 'fflate';

/** Folders, which some archives list, are no parts. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/')));
}

export function textOfPart(file: Uint8Array, part: string): string {
  const bytes = partsOf(file).get(part);
  if (!bytes) throw new Error(`The file has no part ${part}.`);
  return new TextDecoder().decode(bytes);
}

/** The file with some parts changed; null removes one. */
export function withParts(file: Uint8Array, changes: Readonly<Record<string, ((xml: string) => string) | string | null>>): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) delete parts[name];
    else parts[name] = new TextEncoder().encode(typeof change === 'string' ? change : change(new TextDecoder().decode(parts[name])));
  }
  return zipSync(parts);
}
