/** What the pane, the command line and the ribbon commands may know of the rooms below. */
export * from './session';
export { feed } from './feed';
export { CLASSES, type CollectionClass } from '../aging/aged';
export { ACTIONS, FACTORS, type Factor, type PlanAction } from '../collection/plan';
export { FIELDS, SHEET_ROLES, type CustomerIndex, type Field, type Mapping, type SheetRole, type Side } from '../ledger/books';
export type { CellValue, GridFacts } from '../ledger/grid';
export { CATEGORIES, type Category, type MatchRule } from '../matching/reconciliation';
export { DEFAULT_SETTINGS } from '../settings/settings';
