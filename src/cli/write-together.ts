/**
 * Files of one run, all or none: each is written beside its target, and when the last stands whole on the disk they
 * are put in place by renaming, which a file system does at once. A run that fails or is killed before leaves every
 * file as it was, and never half a file.
 */
import { open, rename, rm, stat } from 'node:fs/promises';

export interface FileToWrite {
  readonly path: string;
  readonly content: () => Promise<Uint8Array | string> | Uint8Array | string;
}

/** A file could not be written; `path` is the target, `cause` what the system said. */
export class CannotWrite extends Error {
  constructor(readonly path: string, override readonly cause: NodeJS.ErrnoException) {
    super(cause.message);
    this.name = 'CannotWrite';
  }
}

/** Contents are made one after another, so that no two stand in memory. @throws CannotWrite */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  const beside = (path: string) => `${path}.part`;
  const begun: string[] = [];
  try {
    for (const { path, content } of files) {
      const made = await content();
      begun.push(path);
      await orCannotWrite(path, () => writeThrough(beside(path), made));
    }
    for (const { path } of files) await orCannotWrite(path, () => refuseFolder(path));
    for (const { path } of files) await orCannotWrite(path, () => rename(beside(path), path));
  } catch (error) {
    for (const path of begun) await rm(beside(path), { force: true }).catch(() => undefined);
    throw error;
  }
}

async function orCannotWrite(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new CannotWrite(path, error as NodeJS.ErrnoException);
  }
}

/** What no file can be renamed to is found out before the first is. */
async function refuseFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then((stats) => stats.isDirectory(), () => false);
  if (isFolder) throw Object.assign(new Error(`${path} is a folder.`), { code: 'EISDIR' });
}

/** Not only handed to the system but on the disk: a full one says so here at the latest. */
async function writeThrough(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
