// Before the command line starts: it is killed when the result stands beside its target, about to be put in place.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.promises.rename = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};
syncBuiltinESMExports();
