/** How many bytes things take on the wire, so that no batch is over Excel's limit and few are far below. */

/** Excel on the web takes and gives 5 MB; what surrounds the cells needs a part of it. */
export const PAYLOAD_BYTES = 4_900_000;

/** Bytes of a cell in a JSON array, its comma included. */
export function cellBytes(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return textBytes(value) + 1;
    case 'number':
      return String(value).length + 1;
    default:
      return 6;
  }
}

/** Bytes of a JSON text, its quotes included. */
export function textBytes(text: string): number {
  let bytes = 2 + text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
    else if (code < 0x20) bytes += 5;
    else if (code === 0x22 || code === 0x5c) bytes += 1;
  }
  return bytes;
}

export function rowBytes(row: readonly unknown[]): number {
  let bytes = 3;
  for (const value of row) bytes += cellBytes(value);
  return bytes;
}

/** Mean bytes of a row over an even sample. */
export function sampledRowBytes(rows: readonly (readonly unknown[])[], samples = 200): number {
  if (rows.length === 0) return 0;
  const step = Math.max(1, Math.floor(rows.length / samples));
  let bytes = 0;
  let count = 0;
  for (let i = 0; i < rows.length; i += step, count++) bytes += rowBytes(rows[i]);
  return bytes / count;
}
