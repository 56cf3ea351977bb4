// Before the command line starts: a disk that is full as soon as a result is written to it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { open } = fs.promises;
fs.promises.open = async (path, ...rest) => {
  const file = await open(path, ...rest);
  if (String(path).endsWith('.part')) file.writeFile = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
  return file;
};
syncBuiltinESMExports();
