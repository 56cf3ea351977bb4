// Serves the development build once for all browser tests: built by webpack into memory, over https, as `npm start` does.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
module.exports = async () => {
  const { startServer } = await import('./server.mjs');
  globalThis.__duesheetServer = await startServer();
  process.env.DUESHEET_BUILD = fs.mkdtempSync(path.join(os.tmpdir(), 'duesheet-build-'));
  process.env.DUESHEET_ORIGIN = globalThis.__duesheetServer.origin;
};
