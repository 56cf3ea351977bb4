import type { Field, Mapping, SheetRole } from './books';
import { assignColumns, profileColumns, type ColumnMap, type ColumnProfile, type ColumnReading } from './columns';
import { settleLedgerColumns } from './ledger-fields';
import { readAsPayables } from './payable-columns';
import { titlesOf, type Table } from './tables';
import { isTitledTerms, termColumns } from './term-matrix';
import { rolesOfTitle } from './vocabulary/sheets';

/**
 * Which family of sheets a table belongs to: a ledger, or one of the master sheets. Each family reads the
 * columns by its own fields; the one whose needs are met best wins. Which side a ledger belongs to is
 * settled later, among all ledgers (`sides.ts`).
 */
export type Family = 'ledger' | Exclude<SheetRole, 'our-ledger' | 'customer-ledger'>;

export const LEDGER_FIELDS: readonly Field[] = ['date', 'year', 'month', 'day', 'due-date', 'kind', 'document', 'reference', 'customer', 'customer-code', 'product-class', 'item', 'quantity', 'unit-price', 'debit', 'credit', 'amount', 'paid', 'paid-date', 'open', 'direction', 'balance', 'currency', 'memo', 'rep', 'disputed', 'clearing'];
const MASTER_FIELDS: readonly Field[] = ['customer', 'customer-code', 'rep', 'region', 'distance', 'pay-day', 'approval-days', 'method', 'place', 'contact', 'language', 'jurisdiction', 'credit-limit', 'reconcile-every', 'last-reconciled', 'agreement-date', 'settles-by', 'closed', 'margin', 'term', 'term-days', 'currency', 'memo'];
const FIELDS_OF: Readonly<Record<Exclude<Family, 'ignore'>, readonly Field[]>> = {
  ledger: LEDGER_FIELDS,
  customers: MASTER_FIELDS,
  agreements: MASTER_FIELDS,
  terms: ['customer', 'customer-code', 'product-class', 'item', 'term', 'term-days', 'memo'],
  visits: ['date', 'customer', 'customer-code', 'rep', 'planned-date', 'memo'],
  remittances: ['customer', 'customer-code', 'date', 'payment', 'invoice', 'amount', 'memo', 'currency'],
  'sell-through': ['customer', 'customer-code', 'product-class', 'item', 'quantity', 'amount', 'period-start', 'period-end', 'date', 'memo'],
};

export interface FamilyReading {
  readonly family: Family;
  readonly confidence: number;
  readonly runnerUp: { readonly family: Family; readonly confidence: number } | null;
  readonly columns: ColumnMap;
  readonly profiles: readonly ColumnProfile[];
}

export function familyOf(role: SheetRole): Family {
  return role === 'our-ledger' || role === 'customer-ledger' ? 'ledger' : role;
}

/** Reads a table as the family it fits best, or as the one the user has named. */
export function readFamily(table: Table, mapping: Mapping | undefined): FamilyReading {
  const profiles = profileColumns(table);
  const named = mapping?.role ? familyOf(mapping.role) : null;
  if (named === 'ignore') return { family: 'ignore', confidence: 1, runnerUp: null, columns: new Map(), profiles };
  const readings = new Map<Family, ColumnReading>();
  const scores: [Family, number][] = [];
  for (const [family, fields] of Object.entries(FIELDS_OF) as [Exclude<Family, 'ignore'>, readonly Field[]][]) {
    if (named !== null && family !== named) continue;
    const assigned = assignColumns(table, profiles, fields, mapping?.columns);
    const reading = family === 'ledger' ? { ...assigned, columns: settleLedgerColumns(table, readAsPayables(table, assigned.columns), profiles) } : fields.includes('term') ? withTermColumns(table, assigned) : assigned;
    readings.set(family, reading);
    scores.push([family, fitOf(family, reading) * titleFactor(table, family)]);
  }
  scores.sort((a, b) => b[1] - a[1]);
  const [family, score] = scores[0];
  if (named === null && score < 0.35) return { family: 'ignore', confidence: 1 - score, runnerUp: { family, confidence: score }, columns: new Map(), profiles };
  const second = scores[1];
  const { columns } = readings.get(family) as ColumnReading;
  return {
    family,
    confidence: named === null ? Math.min(1, score) : 1,
    runnerUp: second && second[1] > 0.1 ? { family: second[0], confidence: Math.min(1, second[1]) } : null,
    columns,
    profiles,
  };
}

/** Terms under the names of products or customers stand in several columns; the names beside them, in the first where no heading says so. */
function withTermColumns(table: Table, reading: ColumnReading): ColumnReading {
  const taken = new Set([...reading.columns].flatMap(([field, columns]) => (field === 'term' || field === 'term-days' ? [] : columns)));
  const across = termColumns(table, taken, isTitledTerms([table.grid.sheet, ...titlesOf(table)]));
  if (across.length === 0) return reading;
  const columns = new Map(reading.columns).set('term', across);
  columns.delete('term-days');
  if (!['customer', 'customer-code', 'product-class', 'item'].some((field) => columns.has(field as Field)) && !across.includes(0)) columns.set('customer', [0]);
  return { ...reading, columns };
}

/** How far the needs of a family are met by the columns found, 0 to 1. */
function fitOf(family: Exclude<Family, 'ignore'>, { columns }: ColumnReading): number {
  const has = (...fields: Field[]) => fields.some((field) => columns.has(field));
  const count = (...fields: Field[]) => fields.filter((field) => columns.has(field)).length;
  const party = has('customer', 'customer-code');
  const product = has('product-class', 'item');
  switch (family) {
    case 'ledger': {
      const dated = has('date') || (has('month') && has('day'));
      const money = has('amount', 'debit', 'credit', 'open');
      return !money ? 0 : (dated ? 0.45 : has('due-date', 'document') ? 0.25 : 0) + 0.3 + 0.1 * Math.min(3, count('document', 'reference', 'kind', 'balance', 'due-date', 'memo')) - (has('amount') && !has('debit', 'credit', 'document', 'kind', 'balance', 'memo') ? 0.2 : 0);
    }
    case 'customers':
    case 'agreements': {
      const facts = count('rep', 'region', 'distance', 'pay-day', 'approval-days', 'method', 'place', 'contact', 'credit-limit', 'reconcile-every', 'last-reconciled', 'agreement-date', 'settles-by', 'closed', 'margin', 'term', 'term-days', 'jurisdiction', 'language');
      const agreed = count('agreement-date', 'settles-by', 'place');
      if (!party || facts === 0) return 0;
      return 0.4 + 0.1 * Math.min(facts, 5) + (family === 'agreements' ? agreed * 0.05 - 0.1 : 0);
    }
    case 'terms':
      return has('term', 'term-days') && (product || party) ? 0.75 + (product ? 0.2 : 0) : 0;
    case 'visits':
      return party && has('date', 'planned-date') ? 0.3 + 0.1 * count('rep', 'planned-date', 'memo') : 0;
    case 'remittances':
      return has('payment') && has('invoice') && has('amount') ? 0.75 : 0;
    case 'sell-through':
      // Goods under single days may be anybody's: only where the title says that they were sold on.
      return product && has('quantity') ? (has('period-end', 'period-start') ? 0.65 : has('date') ? 0.3 : 0) : 0;
  }
}

/** A title that names the family speaks for it; one that names another speaks against it. */
function titleFactor(table: Table, family: Family): number {
  let own = 0;
  let other = 0;
  for (const text of [table.grid.sheet, ...titlesOf(table)]) {
    for (const [role, weight] of rolesOfTitle(text)) {
      if (familyOf(role) === family) own = Math.max(own, weight);
      else other = Math.max(other, weight);
    }
  }
  return own > 0 ? 1 + 0.4 * own : other > 0 ? 1 - 0.3 * other : 1;
}
