module.exports = async () => {
  await globalThis.__duesheetServer?.stop();
  require('node:fs').rmSync(process.env.DUESHEET_BUILD, { recursive: true, force: true });
};
