// Two projects: everything that runs in Node (the pane's components in jsdom by a docblock of their own),
// and the browser tests, which share one Chromium and one server and so run one file after another.
// Absolute: jest would resolve a project's relative root against the root above it.
const rootDir = require('node:path').join(__dirname, '..');
const transform = { '^.+\\.(t|m?j)sx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } }] };
const shared = {
  rootDir,
  transform,
  // Packages that ship only ES modules.
  transformIgnorePatterns: ['/node_modules/(?!(hucre|chinese-days|opencc-js|@ironcalc|fflate|date-fns|@fluentui|zustand)/)'],
  moduleNameMapper: { '\\.css$': '<rootDir>/.config/empty.cjs' },
};
module.exports = {
  rootDir,
  // A worker that holds what earlier suites left behind takes longer over every collection of garbage: the faults took up to five times their time.
  workerIdleMemoryLimit: '400MB',
  projects: [
    { ...shared, displayName: 'node', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'] },
    { ...shared, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'], globalSetup: '<rootDir>/test/browser/support/start.cjs', globalTeardown: '<rootDir>/test/browser/support/stop.cjs' },
  ],
};
