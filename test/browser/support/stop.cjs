module.exports = async () => {
  await globalThis.__duesheetServer?.stop();
  const { rmSync } = await import('node:fs');
  rmSync(process.env.DUESHEET_BUILD, { recursive: true, force: true });
};
