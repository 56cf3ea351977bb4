// How one room is mutated; see mutate.mjs.
const room = process.env.MUTATED_ROOM;
export default {
  mutate: [`src/${room}/**/*.ts`],
  testRunner: 'quick',
  plugins: ['./.config/quick-runner.mjs'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A cell in a test is small: what takes this much longer than usual runs without end.
  timeoutMS: 5_000,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutants-${room}.json` },
  htmlReporter: { fileName: `coverage/mutants-${room}.html` },
  tempDirName: 'coverage/stryker',
};
