/**
 * Formulas, evaluated by IronCalc. Its model is made anew for each calculation from the cells that formulas
 * speak of, and no others: that is quick for a workbook of results, and out of the question for a ledger of
 * a million lines, which formulas do not sum up.
 */
import initialise, { Model } from '@ironcalc/wasm';
import type { Calculation } from '../api';
import { intersection, parseAddress, splitReference, type Area } from '../model/areas';
import { Tag } from '../model/cells';
import { isLinkFormula } from '../model/link-formula';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { withCellReferences } from './structured-references';

/** IronCalc takes some 40 µs a cell; beyond this formulas keep the values they have. */
const CELLS_MAX = 100_000;
/** Fifteen digits, all that a cell holds: the engine tells values only as they are displayed. */
const EXACT = '0.00000000000000E+00';
/** What the engine cannot do is no error of the workbook's: the value stays. */
const UNABLE = new Set(['#NAME?', '#N/IMPL!', '#ERROR!']);
/** The engine's types of values. */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;

/** `wasm` gives the engine's binary where it cannot be fetched (in Node). */
export function createIronCalculation(wasm?: () => BufferSource): Calculation {
  let loading: Promise<unknown> | null = null;
  let isLoaded = false;
  return {
    async load() {
      loading ??= initialise(wasm ? { module_or_path: wasm() } : undefined);
      await loading;
      isLoaded = true;
    },
    recalculate: (workbook) => (isLoaded ? new Recalculation(workbook).run() : []),
  };
}

interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

class Recalculation {
  private readonly formulas: FormulaCell[] = [];

  constructor(private readonly workbook: Workbook) {
    for (const sheet of workbook.sheets) {
      sheet.cells.eachFormula((formula, row, column) => {
        if (!isLinkFormula(formula)) this.formulas.push({ sheet, row, column, formula: withCellReferences(workbook, formula, { sheet, row, column }) });
      });
    }
  }

  /** Returns the sheets whose values are other than before. */
  run(): Sheet[] {
    const areas = this.referredAreas();
    const count = areas.reduce((sum, { area }) => sum + area.rows * area.columns, this.formulas.length);
    if (this.formulas.length === 0 || count > CELLS_MAX) return [];
    const model = new Model('workbook', 'en', 'UTC', 'en');
    try {
      model.pauseEvaluation();
      this.fill(model, areas);
      model.evaluate();
      return this.readBack(model);
    } finally {
      model.free();
    }
  }

  private fill(model: Model, areas: readonly { readonly sheet: Sheet; readonly area: Area }[]): void {
    const { sheets, names } = this.workbook;
    sheets.forEach((sheet, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, sheet.name);
    });
    for (const { name, formula } of names) attempt(() => model.newDefinedName(name, null, formula.slice(1)));
    for (const { sheet, area } of areas) {
      const index = sheets.indexOf(sheet);
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const input = plainInput(sheet, row, column);
          if (input !== null) model.setUserInput(index, row + 1, column + 1, input);
        }
      }
    }
    for (const { sheet, row, column, formula } of this.formulas) {
      const index = sheets.indexOf(sheet);
      attempt(() => model.setUserInput(index, row + 1, column + 1, formula));
      model.updateRangeStyle({ sheet: index, row: row + 1, column: column + 1, width: 1, height: 1 }, 'num_fmt', EXACT);
    }
  }

  private readBack(model: Model): Sheet[] {
    const changed = new Set<Sheet>();
    for (const { sheet, row, column } of this.formulas) {
      const index = this.workbook.sheets.indexOf(sheet);
      const type = model.getCellType(index, row + 1, column + 1);
      const shown = model.getFormattedCellValue(index, row + 1, column + 1);
      if (UNABLE.has(shown)) continue;
      const value = type === NUMBER ? Number(shown) : type === BOOLEAN ? shown === 'TRUE' : shown;
      if (sheet.cells.value(row, column) === value) continue;
      sheet.cells.setValue(row, column, value, type === ERROR);
      changed.add(sheet);
    }
    return [...changed];
  }

  /** Parts of the sheets in use that formulas or defined names speak of. */
  private referredAreas(): { sheet: Sheet; area: Area }[] {
    const areas = new Map<string, { sheet: Sheet; area: Area }>();
    const used = new Map(this.workbook.sheets.map((sheet) => [sheet, sheet.cells.used(true)]));
    const add = (sheet: Sheet | undefined, text: string) => {
      const within = sheet && used.get(sheet);
      const area = parseAddress(text);
      const part = within && area && intersection(within, area);
      if (sheet && part) areas.set(`${sheet.id}|${text.replaceAll('$', '')}`, { sheet, area: part });
    };
    for (const { sheet, formula } of this.formulas) {
      for (const [, quoted, bare, reference] of formula.replace(/"(?:[^"]|"")*"/g, '').matchAll(REFERENCES)) {
        const name = quoted?.replaceAll("''", "'") ?? bare;
        add(name === undefined ? sheet : this.workbook.sheetByName(name), reference);
      }
    }
    for (const { formula, visible } of this.workbook.names) {
      const reference = splitReference(formula);
      if (visible && reference.sheet !== null) add(this.workbook.sheetByName(reference.sheet), reference.address);
    }
    return [...areas.values()];
  }
}

const REFERENCES = /(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.])/gu;

/** Null for what the engine need not be told: empty cells, and formulas, which come after. */
function plainInput(sheet: Sheet, row: number, column: number): string | null {
  if (sheet.cells.formula(row, column) !== undefined) return null;
  const value = sheet.cells.value(row, column);
  switch (sheet.cells.tag(row, column)) {
    case Tag.Empty:
      return null;
    case Tag.Text:
      return `'${value}`;
    default:
      return String(value).toUpperCase();
  }
}

/** A formula or a name that the engine cannot read stays as it was. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
