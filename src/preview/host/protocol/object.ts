/**
 * What every Excel object of the stand-in is: a class with a table of its members. The interpreter knows
 * only tables, so a member that is not in one is an error that names it, as it would be in an old Excel.
 */
import type { Area } from '../model/areas';
import type { Chart, Sheet, Table } from '../model/sheet';
import type { Workbook } from '../model/workbook';

/** Arguments of a method; those that are Excel objects themselves have been resolved. */
export type Arguments = readonly unknown[];

export interface Property<T> {
  readonly get?: (object: T) => unknown;
  readonly set?: (object: T, value: unknown) => void;
}

/** Names are as callers write them: `values`, `getRange`. */
export interface Kind<T> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Objects behind a property; null where there is none. */
  readonly objects?: Readonly<Record<string, (object: T) => ExcelObject | null>>;
  /** What office.js makes by its full name rather than reaches from the workbook; on the root only. */
  readonly services?: Readonly<Record<string, (object: T) => ExcelObject>>;
  /** An `…OrNullObject` method returns null for nothing; another returns a value, an object or nothing. */
  readonly methods?: Readonly<Record<string, (object: T, args: Arguments) => unknown>>;
  /** A collection's members, and one of them by name or id. */
  readonly items?: (object: T) => readonly ExcelObject[];
  readonly item?: (object: T, key: unknown) => ExcelObject | null;
}

export abstract class ExcelObject {
  constructor(readonly host: HostContext) {}

  abstract readonly kind: Kind<never>;

  /** By which a collection finds it again; null for what is no member of one. */
  get id(): string | number | null {
    return null;
  }

  /** True for what keeps its identity between batches by a reference id of the host's (ranges). */
  get isReferenced(): boolean {
    return false;
  }
}

/** What the objects need of the host: the workbook, and whom to tell. */
export interface HostContext {
  readonly workbook: Workbook;
  readonly objects: ObjectFactory;
  readonly runtime: { areEventsEnabled: boolean };
  /** Content of an area changed by the pane: redraws, recalculates, raises `onChanged`. */
  contentChanged(sheet: Sheet, area: Area): void;
  /** Looks changed, or what stands around the cells. */
  looksChanged(sheet: Sheet): void;
  tabsChanged(): void;
  activate(sheet: Sheet): void;
  select(sheet: Sheet, areas: readonly Area[]): void;
  readonly selection: readonly Area[];
  register(eventType: number, targetId: string): void;
  unregister(eventType: number, targetId: string): void;
  requestRecalculation(): void;
  /** Before values are read: formulas are evaluated where something changed. */
  ensureCalculated(): void;
  openNewWorkbook(file: Uint8Array): void;
  showPane(): void;
}

/** Makes objects for other objects, which therefore need not know each other. */
export interface ObjectFactory {
  workbook(): ExcelObject;
  worksheet(sheet: Sheet): ExcelObject;
  range(sheet: Sheet, area: Area): ExcelObject;
  rangeAreas(sheet: Sheet, areas: readonly Area[]): ExcelObject;
  rangeFormat(sheet: Sheet, areas: readonly Area[]): ExcelObject;
  conditionalFormats(sheet: Sheet, areas: readonly Area[]): ExcelObject;
  dataValidation(sheet: Sheet, areas: readonly Area[]): ExcelObject;
  /** The tables of one sheet, or of the workbook. */
  tables(sheet: Sheet | null, within?: Area): ExcelObject;
  table(sheet: Sheet, table: Table): ExcelObject;
  names(sheet: Sheet | null): ExcelObject;
  charts(sheet: Sheet): ExcelObject;
  chart(sheet: Sheet, chart: Chart): ExcelObject;
}
