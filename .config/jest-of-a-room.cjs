// A room's own quick suites: what measures whole ledgers takes minutes for each of thousands of mutants.
const { projects: [node], rootDir } = require('./jest.cjs');
const { displayName: _, ...shared } = node;
const WHOLE_LEDGERS = ['coincidences', 'measured', 'bank', 'shared-cases', 'whole-workbooks'];
module.exports = {
  ...shared,
  rootDir,
  testMatch: [`<rootDir>/test/${process.env.MUTATED_ROOM}/**/*.test.ts`],
  testPathIgnorePatterns: ['/node_modules/', ...WHOLE_LEDGERS.map((name) => `/${name}\\.test\\.ts$`)],
};
