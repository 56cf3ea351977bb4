// Serves the development build once for all browser tests: built by webpack into memory, over https, as `npm start` does.
module.exports = async () => {
  const { startServer } = await import('./server.mjs');
  globalThis.__duesheetServer = await startServer();
  process.env.DUESHEET_ORIGIN = globalThis.__duesheetServer.origin;
};
