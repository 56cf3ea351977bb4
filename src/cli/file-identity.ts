import { stat } from 'node:fs/promises';

/** The same for two paths that lead to one file, by whatever name: through a link, or in other capitals where these do not count. Null where there is none. */
export async function fileIdentity(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${found.dev}:${found.ino}`;
}
