// The house as a rule: every room stands above what it uses; nothing reaches back up or sideways.
// Each room is listed with the rooms it may know; anything else in src is forbidden to it.
const mayKnow = {
  units: [],
  texts: ['units'],
  ledger: ['units', 'texts'],
  annotations: ['units', 'texts', 'ledger'],
  matching: ['units', 'texts', 'ledger', 'annotations'],
  settlement: ['units', 'texts', 'ledger', 'annotations', 'matching'],
  aging: ['units', 'texts', 'ledger', 'annotations', 'matching', 'settlement'],
  collection: ['units', 'texts', 'ledger', 'annotations', 'matching', 'settlement', 'aging'],
  proof: ['units', 'texts', 'ledger', 'matching', 'settlement', 'aging', 'collection'],
  settings: ['units', 'texts', 'matching', 'settlement', 'aging', 'collection'],
  reports: ['units', 'texts', 'ledger', 'annotations', 'matching', 'settlement', 'aging', 'collection', 'proof', 'settings'],
  engine: ['units', 'texts', 'ledger', 'annotations', 'matching', 'settlement', 'aging', 'collection', 'proof', 'settings', 'reports'],
  // The port knows the shapes of grids and of sheet models, no rule of the trade.
  workbook: ['units', 'texts', 'ledger/grid', 'reports/sheet-model'],
  taskpane: ['units', 'texts', 'engine', 'workbook', 'commands'],
  commands: ['units', 'texts', 'engine', 'workbook'],
  cli: ['units', 'texts', 'engine', 'workbook'],
  preview: ['units', 'workbook'],
};
const rooms = Object.keys(mayKnow);
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...rooms.map((room) => ({
      name: `${room}-knows-only-its-own`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [`^src/${room}/`, ...mayKnow[room].map((known) => `^src/${known}`)] },
    })),
    { name: 'proof-is-independent', comment: 'It checks these rooms, so it may know their shapes and words, never their code.', severity: 'error', from: { path: '^src/proof/' }, to: { path: '^src/(annotations|matching|settlement|aging|collection)/', pathNot: '^src/aging/aged', dependencyTypesNot: ['type-only'] } },
    { name: 'engine-is-pure', comment: 'The rooms up to the engine run in a worker, in Node and in tests alike.', severity: 'error', from: { path: '^src/(units|texts|ledger|annotations|matching|settlement|aging|collection|proof|settings|reports|engine)/' }, to: { path: '(^react|@fluentui|@microsoft/office-js|^hucre|node:|^fs$|^path$)', dependencyTypesNot: ['type-only'] } },
    { name: 'preview-never-ships', severity: 'error', from: { pathNot: '^src/preview/' }, to: { path: '^src/preview/' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] } },
};
