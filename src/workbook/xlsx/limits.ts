/**
 * What a file may ask of us. A workbook that Excel can hold stays far below each limit; a file that was made to
 * exhaust memory or time is refused at one of them.
 */
import { WorkbookError } from '../port';

export const ROW_COUNT_MAX = 1_048_576;
export const COLUMN_COUNT_MAX = 16_384;

/** Bytes that one part may unpack to: a sheet of a million rows has some 500 MB. */
export const PART_SIZE_MAX = 2 ** 31;
/** Bytes that a part may unpack to which is read at once: styles, names, references. Excel's own limits keep these below 16 MB. */
export const SMALL_PART_SIZE_MAX = 2 ** 25;
/** Bytes of the texts that cells share, all of which stand in memory. */
export const SHARED_STRINGS_SIZE_MAX = 2 ** 29;
/** Bytes that all parts together may unpack to. */
const ARCHIVE_SIZE_MAX = 2 ** 32;
/** A large part that packs better than this is no ledger: rows of figures pack eight to twenty to one. */
const PACKING_RATIO_MAX = 100;
/** Characters of a tag, a comment or a row, behind which the next has to begin. */
export const TAG_LENGTH_MAX = 2 ** 24;
export const ROW_LENGTH_MAX = 2 ** 25;

export function tooLarge(message: string): WorkbookError {
  return new WorkbookError('too-large', {}, message);
}

/** What the parts say that they unpack to, before any of them is unpacked. @throws WorkbookError `too-large` */
export function refuseBomb(parts: Iterable<{ readonly size: number; readonly packed: Uint8Array }>): void {
  let total = 0;
  for (const { size, packed } of parts) {
    total += size;
    if (size > PART_SIZE_MAX || total > ARCHIVE_SIZE_MAX) throw tooLarge('The file unpacks to more than a workbook can hold.');
    if (size > SMALL_PART_SIZE_MAX && size > packed.length * PACKING_RATIO_MAX) throw tooLarge('A part of the file unpacks to a hundred times its size.');
  }
}
