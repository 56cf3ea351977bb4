module.exports = async () => {
  await globalThis.__duesheetServer?.stop();
};
