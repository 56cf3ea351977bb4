/**
 * A zip file as a set of named parts. Parts stay compressed until somebody reads them, and a part that
 * nobody replaced is written back as the very bytes it came in: that is how a user's sheets stay exactly
 * as they were. New parts are compressed on their way in, chunk by chunk.
 */
import { inflateSync } from 'fflate';
import { WorkbookError } from '../port';
import { crc32 } from './crc32';
import { SMALL_PART_SIZE_MAX, refuseBomb, tooLarge } from './limits';

/** One part as it lies in the archive. */
export interface PackedPart {
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_HEADER_LENGTH = 30;
const DIRECTORY_HEADER_LENGTH = 46;
const END_LENGTH = 22;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 0x800;
const FEED_STEP = 1 << 16;
const DAMAGED_PART = 'A part of the archive is damaged.';
/** Says "deflate, nothing else" (RFC 1952). */
const GZIP_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const GZIP_TRAILER_LENGTH = 8;
/** 1980-01-01, the zero of zip: files of the same content are the same bytes. */
const ZIP_EPOCH_DATE = 0x0021;

function broken(message: string, cause?: unknown): WorkbookError {
  return new WorkbookError('unreadable-file', {}, message, cause);
}

/** Reads the archive's directory. Throws `unreadable-file` where it is no whole zip file, `too-large` where it is a zip bomb. */
export function readArchive(file: Uint8Array): Map<string, PackedPart> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new WorkbookError('too-large', {}, 'The file is a ZIP64 archive.');
  const parts = new Map<string, PackedPart>();
  try {
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY_HEADER) throw broken('The directory of the archive is damaged.');
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(file.subarray(at + DIRECTORY_HEADER_LENGTH, at + DIRECTORY_HEADER_LENGTH + nameLength));
      if (!name.endsWith('/')) parts.set(name, packedPart(file, view, at));
      at += DIRECTORY_HEADER_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof WorkbookError ? error : broken('The archive ends too early.', error);
  }
  refuseBomb(parts.values());
  return parts;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw broken('The file is not a zip archive.');
}

function packedPart(file: Uint8Array, view: DataView, at: number): PackedPart {
  if (view.getUint16(at + 8, true) & FLAG_ENCRYPTED) throw new WorkbookError('encrypted-file', {}, 'The archive is encrypted.');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw broken(`The archive uses compression method ${method}.`);
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL_HEADER) throw broken(DAMAGED_PART);
  const from = local + LOCAL_HEADER_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedSize > file.length) throw broken('The archive ends too early.');
  return { method, crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true), packed: file.subarray(from, from + packedSize) };
}

/** A small part's whole text. Throws `unreadable-file` where it does not unpack to what was packed, `too-large` where it is not small. */
export function textOf(part: PackedPart): string {
  if (part.size > SMALL_PART_SIZE_MAX || part.packed.length > SMALL_PART_SIZE_MAX) throw tooLarge('A part that is read at once is too large.');
  let bytes = part.packed;
  try {
    if (part.method === 8) bytes = inflateSync(part.packed, { out: new Uint8Array(part.size) });
  } catch (error) {
    throw broken(DAMAGED_PART, error);
  }
  if (crc32(bytes) !== part.crc) throw broken(DAMAGED_PART);
  return decoderFor(bytes).decode(bytes);
}

/**
 * A large part's text, chunk by chunk, never cut inside a character. The platform's own decompressor works
 * beside the script and proves the checksum. It offers raw deflate not everywhere, but gzip, which is the
 * same bytes in a frame.
 */
export async function* textChunks(part: PackedPart): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let total = 0;
  for await (const chunk of part.method === 8 ? inflatedChunks(part) : [provenBytes(part)]) {
    total += chunk.length;
    if (total > part.size) throw broken('A part of the archive unpacks to more than it says.');
    decoder ??= decoderFor(chunk);
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function provenBytes({ packed, crc }: PackedPart): Uint8Array {
  if (crc32(packed) !== crc) throw broken(DAMAGED_PART);
  return packed;
}

async function* inflatedChunks(part: PackedPart): AsyncGenerator<Uint8Array> {
  const gunzip = new DecompressionStream('gzip');
  const writer = gunzip.writable.getWriter();
  const reader = gunzip.readable.getReader();
  // What goes wrong on the way in is also told on the way out, where it is awaited.
  const feeding = feed(writer, part).catch(() => undefined);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (error) {
    throw broken(DAMAGED_PART, error);
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, part: PackedPart): Promise<void> {
  await writer.write(GZIP_HEADER);
  for (let at = 0; at < part.packed.length; at += FEED_STEP) await writer.write(part.packed.slice(at, at + FEED_STEP));
  const trailer = new DataView(new ArrayBuffer(GZIP_TRAILER_LENGTH));
  trailer.setUint32(0, part.crc, true);
  trailer.setUint32(4, part.size, true);
  await writer.write(new Uint8Array(trailer.buffer));
  await writer.close();
}

/** OOXML is UTF-8 or UTF-16; the byte order mark tells. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes;
  return new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}

/**
 * Compresses a part as its text comes. The platform's own compressor is several times faster than one in
 * script, and its gzip frame also brings the checksum that zip wants.
 */
export async function pack(chunks: Iterable<string> | AsyncIterable<string>): Promise<PackedPart> {
  const encoder = new TextEncoder();
  const gzip = new CompressionStream('gzip');
  const collected = collect(gzip.readable);
  const writer = gzip.writable.getWriter();
  try {
    for await (const chunk of chunks) {
      await writer.write(encoder.encode(chunk));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    await collected.catch(() => undefined);
    throw error;
  }
  return withoutGzipFrame(await collected);
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return joined(chunks);
}

function withoutGzipFrame(gzip: Uint8Array): PackedPart {
  const trailer = new DataView(gzip.buffer, gzip.byteOffset + gzip.length - GZIP_TRAILER_LENGTH);
  return { method: 8, crc: trailer.getUint32(0, true), size: trailer.getUint32(4, true), packed: gzip.subarray(GZIP_HEADER.length, gzip.length - GZIP_TRAILER_LENGTH) };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The archive as a file, parts in the map's order. */
export function writeArchive(parts: ReadonlyMap<string, PackedPart>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const bytes = new TextEncoder().encode(name);
    const header = headerOf(part, bytes, null);
    directory.push(headerOf(part, bytes, offset));
    chunks.push(header, part.packed);
    offset += header.length + part.packed.length;
  }
  const directorySize = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = new DataView(new ArrayBuffer(END_LENGTH));
  end.setUint32(0, END_OF_DIRECTORY, true);
  end.setUint16(8, parts.size, true);
  end.setUint16(10, parts.size, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  if (parts.size >= 0xffff) throw new WorkbookError('too-large', {}, `The file would have ${parts.size} parts, more than a workbook can hold.`);
  if (offset + directorySize > 0xfffffffe) throw new WorkbookError('too-large', {}, 'The file would be larger than 4 GB.');
  return joined([...chunks, ...directory, new Uint8Array(end.buffer)]);
}

/** A local header, or with an offset the directory's entry: the same fields in another order. */
function headerOf(part: PackedPart, name: Uint8Array, offset: number | null): Uint8Array {
  const length = offset === null ? LOCAL_HEADER_LENGTH : DIRECTORY_HEADER_LENGTH;
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, offset === null ? LOCAL_HEADER : DIRECTORY_HEADER, true);
  const fields = offset === null ? 4 : 6;
  if (offset !== null) {
    view.setUint16(4, 20, true);
    view.setUint32(42, offset, true);
  }
  view.setUint16(fields, 20, true);
  view.setUint16(fields + 2, FLAG_UTF8, true);
  view.setUint16(fields + 4, part.method, true);
  view.setUint16(fields + 8, ZIP_EPOCH_DATE, true);
  view.setUint32(fields + 10, part.crc, true);
  view.setUint32(fields + 14, part.packed.length, true);
  view.setUint32(fields + 18, part.size, true);
  view.setUint16(fields + 22, name.length, true);
  bytes.set(name, length);
  return bytes;
}
