/** What the user corrects before a run: roles, header rows, columns, customers' names, joins, the as-of day. */
import type { Field, Mapping, SheetRole, SheetView } from '../../engine';
import type { DaySerial, SheetRow } from '../../units/units';
import type { Language } from '../../texts';
import { patiently, type Patience } from '../patience';
import type { Choices } from '../state';
import type { JobActions } from './job-actions';
import { rememberChoices } from './remembering';
import { attempt, type Workbench } from './workbench';

export interface LedgerActions {
  setRole(sheet: SheetView, role: SheetRole): Promise<void>;
  setHeaderRow(sheet: SheetView, headerRow: SheetRow): Promise<void>;
  /** `letters` '' says that no column holds this field. */
  setColumn(sheet: SheetView, field: Field, letters: string): Promise<void>;
  setCustomer(sheet: SheetView, customer: string): Promise<void>;
  /** Back to what was found. */
  forgetCorrections(sheet: SheetView): Promise<void>;
  /** Says that a name is that customer, or (null) one of its own. */
  answerJoin(alias: string, customer: string | null): Promise<void>;
  setAsOf(day: DaySerial | null): void;
  setSheetLanguage(language: Language | null): void;
}

/** What is kept beside the job waits for a cell to be left without a word about it. */
const unnoticed = ({ parts }: Workbench): Patience => ({ wait: parts.surroundings.wait, signal: new AbortController().signal, onWaiting: () => {} });

export function ledgerActions(bench: Workbench, jobs: JobActions): LedgerActions {
  const choose = async (change: Partial<Choices>): Promise<void> => {
    bench.set({ choices: { ...bench.get().choices, ...change } });
    await jobs.readAnew();
    await attempt(bench, 'correct', () => patiently(() => rememberChoices(bench.parts, bench.get().choices), unnoticed(bench)));
  };
  const map = (sheet: string, mapping: Mapping): Partial<Choices> => {
    const { mappings } = bench.get().choices;
    return { mappings: { ...mappings, [sheet]: { ...mappings[sheet], ...mapping } } };
  };
  return {
    // A role is told to one sheet only: our ledger and a customer's may be printed in the same layout.
    setRole: (sheet, role) => choose(map(sheet.sheet, { role })),
    // Columns told under another header row mean nothing under the new one, nor for its layout.
    setHeaderRow: (sheet, headerRow) => choose({ ...map(sheet.sheet, { headerRow, columns: undefined }), mappingsByLayout: without(bench.get().choices.mappingsByLayout, sheet.layoutKey) }),
    setColumn: (sheet, field, letters) => {
      const { mappings, mappingsByLayout } = bench.get().choices;
      const columns = withColumn({ ...mappings[sheet.sheet]?.columns, ...sheet.columns }, field, letters);
      return choose({ ...map(sheet.sheet, { columns }), mappingsByLayout: { ...mappingsByLayout, [sheet.layoutKey]: { columns } } });
    },
    setCustomer: (sheet, customer) => choose(map(sheet.sheet, { customer })),
    forgetCorrections: (sheet) => {
      const { mappings, mappingsByLayout } = bench.get().choices;
      return choose({ mappings: without(mappings, sheet.sheet), mappingsByLayout: without(mappingsByLayout, sheet.layoutKey) });
    },
    answerJoin: (alias, customer) => choose({ aliases: { ...bench.get().choices.aliases, [alias]: customer ?? alias } }),
    setAsOf: (asOf) => bench.set({ choices: { ...bench.get().choices, asOf } }),
    setSheetLanguage: (sheetLanguage) => bench.set({ choices: { ...bench.get().choices, sheetLanguage } }),
  };
}

/**
 * All columns with one of them changed: a column holds one field, so it is taken from the field that had it.
 * A field of no column is kept as such, else its column would be found again.
 */
function withColumn(columns: SheetView['columns'], field: Field, letters: string): SheetView['columns'] {
  const others = Object.entries(columns).filter(([other, at]) => other !== field && (at === '' || at !== letters));
  return Object.fromEntries([...others, [field, letters]]);
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
