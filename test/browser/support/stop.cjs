module.exports = async () => {
  const { rmSync } = await import('node:fs');
  await globalThis.__duesheetServer?.stop();
  rmSync(process.env.DUESHEET_BUILD, { recursive: true, force: true });
};
