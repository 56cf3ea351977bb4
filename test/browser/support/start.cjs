// Serves the development build once for all browser tests: built by webpack into memory, over https, as `npm start` does.
module.exports = async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }, { startServer }] = await Promise.all([import('node:fs'), import('node:os'), import('node:path'), import('./server.mjs')]);
  globalThis.__duesheetServer = await startServer();
  process.env.DUESHEET_ORIGIN = globalThis.__duesheetServer.origin;
  // For the production build, if a test asks for it.
  process.env.DUESHEET_BUILD = mkdtempSync(join(tmpdir(), 'duesheet-'));
};
