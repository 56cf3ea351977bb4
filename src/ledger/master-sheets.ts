import type { Books, CustomerIndex, CustomerMaster, SheetIssue, SheetReading, Skipped } from './books';
import { readingOf, type FoundTable } from './found-table';
import { readMasters, readRemittances, readSellThrough, readTerms, readVisits, type MasterRows, type MasterTable } from './masters';
import type { Parties } from './parties';
import { NO_DAY } from '../units/units';

/** Everything the sheets beside the ledgers say, each customer once, with a reading of each sheet. */
export interface MasterSheets extends Pick<Books, 'terms' | 'masters' | 'visits' | 'remittances' | 'sellThrough'> {
  readonly sheets: readonly SheetReading[];
  readonly issues: readonly SheetIssue[];
}

export function readMasterSheets(tables: readonly FoundTable[], parties: Parties): MasterSheets {
  const all = { terms: [] as Books['terms'][number][], masters: [] as Books['masters'][number][], visits: [] as Books['visits'][number][], remittances: [] as Books['remittances'][number][], sellThrough: [] as Books['sellThrough'][number][] };
  const sheets: SheetReading[] = [];
  const issues: SheetIssue[] = [];
  for (const found of tables) {
    const { family } = found.family;
    if (family === 'ledger') continue;
    const master: MasterTable = { ...found, find: (name, code) => parties.find(name, code) };
    const skipped: Skipped[] = [];
    const take = <T>(into: T[], read: MasterRows<T>) => {
      into.push(...read.rows);
      skipped.push(...read.skipped);
      issues.push(...read.issues);
    };
    if (family === 'customers' || family === 'agreements') {
      take(all.masters, readMasters(master));
      // A list of customers may carry each one's term; its rows are counted once, as customers.
      if (found.columns.has('term') || found.columns.has('term-days')) all.terms.push(...readTerms(master).rows);
    } else if (family === 'terms') take(all.terms, readTerms(master));
    else if (family === 'visits') take(all.visits, readVisits(master));
    else if (family === 'remittances') take(all.remittances, readRemittances(master));
    else if (family === 'sell-through') take(all.sellThrough, readSellThrough(master));
    sheets.push(readingOf(found, family, found.family.confidence, skipped));
  }
  return { ...all, masters: oneOfEach(all.masters), sheets, issues };
}

/**
 * One master for each customer, who may stand in a list and in agreements: what was agreed last holds, and what it
 * leaves open stays as it was said before.
 */
function oneOfEach(masters: readonly CustomerMaster[]): CustomerMaster[] {
  const known = new Map<CustomerIndex, CustomerMaster>();
  for (const master of [...masters].sort((a, b) => (a.agreementDay ?? NO_DAY) - (b.agreementDay ?? NO_DAY))) {
    const before = known.get(master.customer);
    known.set(master.customer, before ? { ...before, ...(Object.fromEntries(Object.entries(master).filter(([, value]) => isSaid(value))) as Partial<CustomerMaster>) } : master);
  }
  return [...known.values()];
}

const isSaid = (value: CustomerMaster[keyof CustomerMaster]): boolean => value !== null && value !== '' && value !== false;
