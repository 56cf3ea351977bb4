// Serves the development build once for all browser tests: built by webpack into memory, over https, as `npm start` does.
module.exports = async () => {
  const { startServer } = await import('./server.mjs');
  globalThis.__duesheetServer = await startServer();
  const [{ mkdtempSync }, { tmpdir }, { join }] = [await import('node:fs'), await import('node:os'), await import('node:path')];
  process.env.DUESHEET_BUILD = mkdtempSync(join(tmpdir(), 'duesheet-build-'));
  process.env.DUESHEET_ORIGIN = globalThis.__duesheetServer.origin;
};
