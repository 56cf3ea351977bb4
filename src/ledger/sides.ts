import type { Side } from './books';
import { mainColumn, type ColumnMap } from './columns';
import type { CellReader } from './cell-reader';
import { forEachRun, type Digits } from './digit-runs';
import { directionOf } from './directions';
import { titlesOf, type Table } from './tables';
import { keeperOfKind, kindOfWords } from './vocabulary/kinds';
import { labelledSupplier, lineWordOf } from './vocabulary/lines';
import { isEitherKeeper } from './vocabulary/headings';
import { namesReceipts, rolesOfTitle } from './vocabulary/sheets';

/**
 * Whose ledger a table is. Evidence for ours is positive, for the customer's negative: what tab, titles and
 * headings say, the words for documents, the side on which invoices and balances stand, and which ledger's
 * numbers the other one quotes. Tables of one layout are judged together.
 */
export interface LedgerTable {
  readonly table: Table;
  readonly columns: ColumnMap;
  readonly reader: CellReader;
  readonly layoutKey: string;
}

export interface SideEvidence {
  readonly score: number;
  /** Whether a rising balance means more debit (1), more credit (−1); 0 where the lines do not tell. */
  readonly balanceSign: -1 | 0 | 1;
}

const SAMPLE = 400;

export function evidenceOf(ledger: LedgerTable): SideEvidence {
  const content = contentEvidence(ledger);
  return { score: titleEvidence(ledger) + content.score, balanceSign: content.balanceSign };
}

function titleEvidence({ table, columns }: LedgerTable): number {
  let score = 0;
  for (const [text, share] of [[table.grid.sheet, 1] as const, ...titlesOf(table).map((title) => [title, 0.8] as const)]) {
    const roles = rolesOfTitle(text);
    score += share * ((roles.get('our-ledger') ?? 0) - (roles.get('customer-ledger') ?? 0));
    if (labelledSupplier(text) !== null && /供|厂|廠|vendor|supplier/i.test(text)) score -= 1;
  }
  for (const [field, at] of columns) {
    const heading = table.headings[at[0]];
    if (field === 'reference' && /对方|對方|贵|貴|your|供应商|供應商|supplier|vendor/i.test(heading)) score -= 0.8;
    if (field === 'rep') score += 0.4;
    if (/应收|應收|receivable/i.test(heading)) score += 0.3;
    if (/应付|應付|payable/i.test(heading)) score -= 0.5;
  }
  return score;
}

/** Documents in a seller's or a buyer's words; invoices in the debit or in the credit; which way the balance runs. */
function contentEvidence({ table, columns, reader }: LedgerTable): SideEvidence {
  const { texts } = table.grid;
  const [kind, memo, debit, credit, amount, balance, direction] = (['kind', 'memo', 'debit', 'credit', 'amount', 'balance', 'direction'] as const).map((field) => mainColumn(columns, field));
  const tellsSide = debit >= 0 && credit >= 0 && ![debit, credit].some((column) => isEitherKeeper(table.headings[column]));
  let keeper = 0, keepers = 0, invoiceSide = 0, invoices = 0, balanceVotes = 0;
  let lastBalance = Number.NaN;
  let seen = 0;
  for (let row = table.headerBottom + 1; row <= table.lastRow && seen < SAMPLE; row++) {
    const words = texts.at(reader.text(row, kind) || reader.text(row, memo));
    const printed = balance >= 0 ? reader.amount(row, balance) : Number.NaN;
    const moved = credit >= 0 || debit >= 0 ? (reader.amount(row, debit) || 0) - (reader.amount(row, credit) || 0) : reader.amount(row, amount);
    const wordOfLine = lineWordOf(words);
    if (wordOfLine === 'subtotal' || wordOfLine === 'closing' || !Number.isFinite(moved) || (moved === 0 && wordOfLine !== 'opening')) {
      if (wordOfLine === 'opening') lastBalance = printed;
      continue;
    }
    seen++;
    const printedDirection = direction >= 0 && debit >= 0 ? directionOf(texts.at(reader.text(row, direction))) : 0;
    if (printedDirection !== 0) balanceVotes += printedDirection * 0.01;
    else if (Number.isFinite(lastBalance) && Number.isFinite(printed) && Math.abs(Math.abs(printed - lastBalance) - Math.abs(moved)) < 0.006) balanceVotes += Math.sign((printed - lastBalance) * moved);
    if (Number.isFinite(printed)) lastBalance = printed;
    const whose = keeperOfKind(words);
    keeper += whose;
    keepers += Math.abs(whose);
    const meant = kindOfWords(words);
    if (tellsSide && (meant === 'invoice' || wordOfLine === 'opening')) {
      invoiceSide += Math.sign(moved);
      invoices++;
    }
  }
  const balanceSign = Math.sign(Math.round(balanceVotes)) as -1 | 0 | 1;
  const score = (keepers > 0 ? keeper / keepers : 0) + (invoices > 0 ? (1.2 * invoiceSide) / invoices : 0) + (tellsSide ? 0.3 * balanceSign : 0);
  return { score, balanceSign };
}

/** Numbers that a ledger prints in a column, reduced to what survives retyping. */
function numbersIn({ table, reader }: LedgerTable, columns: readonly number[]): Set<Digits> {
  const { texts } = table.grid;
  const numbers = new Set<Digits>();
  for (const column of columns) {
    let above = 0;
    for (let row = table.headerBottom + 1; row <= table.lastRow && numbers.size < 5000; row++) {
      const number = reader.text(row, column);
      if (number === 0 || number === above) continue;
      above = number;
      forEachRun(texts.isAscii(number) ? texts.at(number) : texts.at(number).normalize('NFKC'), (digits) => numbers.add(digits));
    }
  }
  return numbers;
}

function shareIn(numbers: ReadonlySet<Digits>, others: ReadonlySet<Digits>): number {
  if (numbers.size === 0) return 0;
  let hits = 0;
  for (const number of numbers) if (others.has(number)) hits++;
  return hits / numbers.size;
}

/** What it says for a ledger that it alone is of several customers. */
const SEVERAL_CUSTOMERS = 1.2;

/** What the other ledgers are judged against where one of a pair is known to be ours, or theirs. */
const HALF_SCORE = 2;

export function evidenceOfHalf(half: Side | null, evidence: SideEvidence): SideEvidence {
  return half === null ? evidence : { ...evidence, score: half === 'ours' ? Math.max(evidence.score, HALF_SCORE) : Math.min(evidence.score, -HALF_SCORE) };
}

/** How much more one ledger looks like ours than another, as its lines and headings say and who quotes whom. */
export function leadOf(one: LedgerTable, other: LedgerTable): number {
  const quoted = quotedEvidence([one, other]);
  return evidenceOf(one).score + quoted[0] - evidenceOf(other).score - quoted[1];
}

/** A ledger whose numbers the customers quote is ours from this score on, whatever others there are. */
const QUOTED_OURS = 1;

export interface SideDecision {
  readonly side: Side;
  readonly confidence: number;
  /** Another layout that looks as much like our ledger as the one chosen; the user has to say which is. */
  readonly rival: boolean;
}

/** Judges all ledgers together; `named` holds the sides that the user has given. */
export function decideSides(ledgers: readonly LedgerTable[], evidence: readonly SideEvidence[], named: readonly (Side | null)[]): SideDecision[] {
  const quoted = quotedEvidence(ledgers);
  const several = severalEvidence(ledgers);
  const own = ledgers.map((_, i) => evidence[i].score + quoted[i] + several[i]);
  const scores = own.map((score, i) => groupScore(ledgers, own, named, i) ?? score);
  const certain = scores.map((score, i) => (named[i] === 'ours' ? 10 : named[i] === 'theirs' ? -10 : score));
  const groups = [...new Set(ledgers.map((ledger, i) => groupKey(ledger, certain[i])))];
  const scoreOfGroup = (group: string) => certain[ledgers.findIndex((ledger, i) => groupKey(ledger, certain[i]) === group)];
  const ranked = [...groups].sort((a, b) => scoreOfGroup(b) - scoreOfGroup(a));
  const [best, second] = ranked;
  const ourGroups = new Set<string>();
  if (groups.length === 1 ? scoreOfGroup(best) > -0.8 : scoreOfGroup(best) > -0.5 || scoreOfGroup(best) - scoreOfGroup(second) > 0.5) ourGroups.add(best);
  for (const group of ranked) {
    const members = ledgers.flatMap((ledger, i) => (groupKey(ledger, certain[i]) === group ? [i] : []));
    // Ours may come in several layouts: each of them is quoted by customers.
    if (scoreOfGroup(group) === 10 || (ourGroups.size > 0 && scoreOfGroup(group) > QUOTED_OURS && members.every((i) => quoted[i] > 0))) ourGroups.add(group);
  }
  for (const group of ranked) if (ourGroups.size > 0 && ledgers.every((ledger, i) => groupKey(ledger, certain[i]) !== group || (named[i] === null && listsReceipts(ledger)))) ourGroups.add(group);
  const isOnlyList = ledgers.some((ledger, i) => several[i] > 0 && groupKey(ledger, certain[i]) === best);
  const isRival = second !== undefined && !ourGroups.has(second) && !isOnlyList && scoreOfGroup(best) < 10 && scoreOfGroup(second) > 0.6 && scoreOfGroup(best) - scoreOfGroup(second) < 1.5 && quoted.every((score) => score === 0);
  return ledgers.map((ledger, i) => {
    const group = groupKey(ledger, certain[i]);
    const isOurs = ourGroups.has(group);
    const rest = ranked.filter((other) => ourGroups.has(other) !== isOurs).map(scoreOfGroup);
    const margin = rest.length > 0 ? Math.abs(certain[i] - (isOurs ? Math.max(...rest) : Math.min(...rest))) : Math.abs(certain[i]) + 0.5;
    return { side: isOurs ? 'ours' : 'theirs', confidence: Math.min(1, 0.5 + margin / 4), rival: isRival && group === second };
  });
}

/** What we received, kept on a sheet beside what we sold: the names of several customers, and nothing that adds. */
function listsReceipts({ table, columns }: LedgerTable): boolean {
  const credit = mainColumn(columns, 'credit') >= 0 ? mainColumn(columns, 'credit') : mainColumn(columns, 'paid');
  if (credit < 0 || columns.has('debit') || columns.has('amount') || !(columns.has('customer') || columns.has('customer-code'))) return false;
  return [table.grid.sheet, ...titlesOf(table), table.headings[credit]].some(namesReceipts);
}

const groupKey = (ledger: LedgerTable, score: number) => `${ledger.layoutKey} ${score > 0 ? '+' : '-'}`;

/** The mean over tables of one layout, unless they disagree outright (a cash book and a bank statement printed alike). */
function groupScore(ledgers: readonly LedgerTable[], own: readonly number[], named: readonly (Side | null)[], at: number): number | null {
  const same = own.filter((_, i) => ledgers[i].layoutKey === ledgers[at].layoutKey && named[i] === null);
  if (same.length === 0 || (Math.max(...same) > 0.5 && Math.min(...same) < -0.5)) return null;
  return same.reduce((sum, score) => sum + score, 0) / same.length;
}

/** A ledger of several customers beside sheets of one each is ours, unless several of them are. */
function severalEvidence(ledgers: readonly LedgerTable[]): number[] {
  const lists = ledgers.map(listsSeveral);
  const [only, ...others] = lists.filter(Boolean);
  return lists.map((isList) => (isList && ledgers.length > 1 && only && others.length === 0 ? SEVERAL_CUSTOMERS : 0));
}

/** Whether a column of customers names more than one. */
function listsSeveral({ table, columns, reader }: LedgerTable): boolean {
  const column = mainColumn(columns, 'customer') >= 0 ? mainColumn(columns, 'customer') : mainColumn(columns, 'customer-code');
  let first = 0;
  for (let row = table.headerBottom + 1; row <= table.lastRow && column >= 0; row++) {
    const name = table.headerRows.has(row) ? 0 : reader.text(row, column);
    if (name !== 0 && first !== 0 && name !== first) return true;
    first ||= name;
  }
  return false;
}

/** Who quotes whom: the ledger whose own numbers stand in another's references is ours. */
function quotedEvidence(ledgers: readonly LedgerTable[]): number[] {
  const documents = ledgers.map((ledger) => numbersIn(ledger, ledger.columns.get('document') ?? []));
  const quoting = ledgers.map((ledger) => (['reference', 'document'] as const).flatMap((field) => (ledger.columns.get(field) ?? []).map((column) => ({ field, numbers: numbersIn(ledger, [column]) }))));
  /** Share of a ledger's references that are the other's documents. Under a heading of documents they are references where another column has its own numbers. */
  const shareQuoted = (from: number, of: number) => {
    const shares = quoting[from].filter(({ numbers }) => numbers.size >= 3).map(({ field, numbers }) => ({ field, share: shareIn(numbers, documents[of]) }));
    const hasOwn = shares.some(({ share }) => share < FOREIGN_SHARE);
    return Math.max(0, ...shares.filter(({ field }) => field === 'reference' || hasOwn).map(({ share }) => share));
  };
  return ledgers.map((ledger, i) => {
    let quoted = 0;
    ledgers.forEach((other, j) => {
      if (other.layoutKey === ledger.layoutKey) return;
      const [quotes, isQuoting] = [shareQuoted(j, i), shareQuoted(i, j)];
      if (quotes > 0.3) quoted = Math.max(quoted, 1.5 * quotes);
      if (isQuoting > 0.3) quoted = Math.min(quoted, -1.5 * isQuoting);
    });
    return quoted;
  });
}

/** A number column that quotes us less than this, beside one that does, is about other papers: orders, tax invoices. */
const FOREIGN_SHARE = 0.05;

/**
 * Which number column of a customer's sheet is theirs and which is ours: "我方单号" and "对方单号" say so from
 * their point of view, unless somebody wrote the sheet from ours. The column whose numbers stand in our ledger
 * is the reference; of several, those that hardly quote us are left out.
 */
export function settleNumberColumns(ledger: LedgerTable, ours: readonly LedgerTable[]): ColumnMap {
  const [document, reference] = [ledger.columns.get('document') ?? [], ledger.columns.get('reference') ?? []];
  const ourNumbers = new Set(ours.flatMap((our) => [...numbersIn(our, [...(our.columns.get('document') ?? []), ...(our.columns.get('reference') ?? [])])]));
  const share = (column: number) => shareIn(numbersIn(ledger, [column]), ourNumbers);
  const quoting = reference.filter((column) => share(column) >= FOREIGN_SHARE);
  const [documentShare, referenceShare] = [Math.max(0, ...document.map(share)), Math.max(0, ...quoting.map(share))];
  const columns = new Map(ledger.columns);
  const set = (field: 'document' | 'reference', list: readonly number[]) => (list.length > 0 ? columns.set(field, list) : columns.delete(field));
  if (documentShare >= 0.5 && documentShare >= referenceShare + 0.3) {
    set('reference', document);
    set('document', reference.slice(0, 1));
  } else if (referenceShare >= 0.5) {
    set('reference', quoting);
    if (document.length === 0) set('document', reference.filter((column) => !quoting.includes(column)).slice(0, 1));
  }
  return columns;
}

/**
 * Number columns of ours that are about papers the customer never names (tax invoices, truck plates): as references
 * they would part the lines of one delivery. What our own documents are numbered stays, and what theirs say.
 */
export function leaveOutForeign(ours: LedgerTable, theirs: readonly LedgerTable[]): ColumnMap {
  const references = ours.columns.get('reference') ?? [];
  if (references.length === 0 || theirs.length === 0) return ours.columns;
  const known = new Set([ours, ...theirs].flatMap((ledger) => [...numbersIn(ledger, [...(ledger.columns.get('document') ?? []), ...(ledger === ours ? [] : [...(ledger.columns.get('reference') ?? []), ...(ledger.columns.get('memo') ?? [])])])]));
  const kept = references.filter((column) => shareIn(numbersIn(ours, [column]), known) >= FOREIGN_SHARE);
  if (kept.length === references.length) return ours.columns;
  const columns = new Map(ours.columns);
  if (kept.length > 0) columns.set('reference', kept);
  else columns.delete('reference');
  return columns;
}
