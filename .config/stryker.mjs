// How one room is mutated; see mutate.mjs.
const room = process.env.MUTATED_ROOM;
export default {
  mutate: [`src/${room}/**/*.ts`],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: '.config/jest-of-a-room.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // A cell in a test is small: what takes this much longer than usual runs without end.
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutants-${room}.json` },
  htmlReporter: { fileName: `coverage/mutants-${room}.html` },
  tempDirName: 'coverage/stryker',
};
