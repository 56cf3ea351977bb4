/** Matches: what belongs together, by what evidence; suggestions first, and what people decided. */
import { NO_DAY } from '../../units/units';
import { MATCH_COLUMNS, SHEET_KEYS, decisionCode, headingCode } from '../../annotations/keys';
import type { MatchDecision } from '../../annotations/annotations';
import { ledgerOf, type CustomerIndex, type EntryIndex, type Ledger, type Side } from '../../ledger/books';
import type { CurrencyCode } from '../../units/money';
import { numbersOf, type Match } from '../../matching/reconciliation';
import { amountColumn, dayColumn, nameColumn, numberColumn, textColumn, type Column } from '../columns';
import { tableName } from '../page';
import type { Report } from '../report';
import type { Rows } from '../row-facts';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, STYLES } from '../style';
import { putTable } from '../table';

/** What someone wrote beside a match: a decision, or only a note. */
type Written = Omit<MatchDecision, 'decision'> & { readonly decision: MatchDecision['decision'] | null };

/** A match, or what was written about entries that are no match now (rejected, or changed since). */
class MatchRow {
  constructor(
    private readonly report: Report,
    private readonly writings: ReadonlyMap<string, Written>,
    readonly customer: CustomerIndex | null,
    readonly currency: CurrencyCode,
    readonly ours: readonly EntryIndex[],
    readonly theirs: readonly EntryIndex[],
    readonly match: Match | null,
    private readonly knownKey: string | null = null,
  ) {}

  /** Made when asked for: it hashes entries, and a total needs none. */
  get key(): string {
    return this.knownKey ?? this.report.entryKeys.matchKey(this.ours, this.theirs);
  }

  get written(): Written | undefined {
    return this.writings.size === 0 ? undefined : this.writings.get(this.key);
  }
}

const [KEY, DECISION, NOTE] = MATCH_COLUMNS;
/** Two document numbers; a sheet's name, shortened, and some rows. */
const DOCUMENTS_WIDTH = 22;
const LINES_WIDTH = 20;

export function matchesSheet(report: Report): SheetModel {
  const page = report.page(SHEET_KEYS.matches);
  const rows = matchRows(report);
  const shows = showsOf(report);
  page.head(report.t('matches.title'), report.scope(), rows.count ? report.showsPrintedTo(shows, report.t('heading.difference')) : shows);
  if (rows.count === 0) page.putWide(report.t('matches.none'), STYLES.label);
  else putTable(page, { name: tableName('Matches'), columns: columnsOf(report), rows, currency: (row) => row.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns: 1, printedTo: 'difference', cutText: report.cutText });
  return page.build();
}

function showsOf(report: Report): string {
  const { matches } = report.result.reconciliation;
  const suggested = numbersOf(matches, 'suggested').length;
  const counts = { suggested, confirmed: matches.count - suggested };
  return report.t(suggested === 0 && matches.count > 0 ? 'matches.shows-confirmed' : 'matches.shows', counts);
}

/** Suggestions by amount, largest first; then decisions that stand for themselves; then the confirmed in ledger order. */
function matchRows(report: Report): Rows<MatchRow> {
  const { matches } = report.result.reconciliation;
  const size = (index: number) => Math.abs(report.sumMinor('ours', matches.ours.at(index)));
  const [suggested, confirmed] = [numbersOf(matches, 'suggested'), numbersOf(matches, 'confirmed')];
  suggested.sort((a, b) => size(b) - size(a) || a - b);
  const written = writtenByKey(report);
  const alone = standingAlone(report, written);
  const at = (index: number): MatchRow => {
    if (index < suggested.length) return rowOfMatch(report, matches.at(suggested[index]), written);
    const afterSuggested = index - suggested.length;
    return afterSuggested < alone.length ? alone[afterSuggested] : rowOfMatch(report, matches.at(confirmed[afterSuggested - alone.length]), written);
  };
  return { count: matches.count + alone.length, at };
}

function rowOfMatch(report: Report, match: Match, written: ReadonlyMap<string, Written>): MatchRow {
  return new MatchRow(report, written, match.customer, match.currency, match.ours, match.theirs, match);
}

function writtenByKey(report: Report): ReadonlyMap<string, Written> {
  const { matchDecisions, matchNotes = [] } = report.result.annotations;
  const all: readonly Written[] = [...matchNotes.map((note) => ({ ...note, decision: null })), ...matchDecisions];
  return new Map(all.map((written) => [`${[...written.ourKeys].sort().join('+')}=${[...written.theirKeys].sort().join('+')}`, written]));
}

/** What people decided must not be lost with the match it was about: a rejected match is none any more. */
function standingAlone(report: Report, written: ReadonlyMap<string, Written>): readonly MatchRow[] {
  if (written.size === 0) return [];
  const keys = report.entryKeys;
  const matched = new Set(Array.from(report.result.reconciliation.matches, (match) => keys.matchKey(match.ours, match.theirs)));
  const found = (side: Side, wanted: readonly string[]) => wanted.map((key) => keys.find(side, key)).filter((entry) => entry !== undefined);
  return [...written].filter(([key]) => !matched.has(key)).map(([key, words]) => {
    const ours = found('ours', words.ourKeys);
    const theirs = found('theirs', words.theirKeys);
    const first: readonly [Side, EntryIndex] | null = ours.length ? ['ours', ours[0]] : theirs.length ? ['theirs', theirs[0]] : null;
    const ledger = first ? ledgerOf(report.result.books, first[0]) : null;
    const customer = ledger && first ? ledger.customer[first[1]] : null;
    const currency = ledger && first ? report.result.books.currencies[ledger.currency[first[1]]] : report.mainCurrency;
    return new MatchRow(report, written, customer, currency, ours, theirs, null, key);
  });
}

function columnsOf(report: Report): readonly Column<MatchRow>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const written = (key: string) => report.say({ code: headingCode(key) });
  return [
    nameColumn('customer', t('customer'), (row) => (row.customer === null ? '' : report.customerName(row.customer)), { widthMax: 26 }),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    textColumn('status', t('status'), (row) => statusText(report, row), { rowStyle: statusStyle }),
    textColumn('rule', t('rule'), (row) => (row.match ? report.term(`rule.${row.match.rule}`) : ''), { widthMax: 26 }),
    numberColumn('confidence', t('confidence'), (row) => row.match?.confidence ?? null, FORMATS.likelihood),
    ...sideColumns(report, 'ours'),
    ...sideColumns(report, 'theirs'),
    amountColumn('difference', t('difference'), (row) => report.sumMinor('ours', row.ours) - report.sumMinor('theirs', row.theirs), { total: true, zeroAsDash: true, formula: (place) => `${place.cell('ours-amount')}-${place.cell('theirs-amount')}` }),
    textColumn(DECISION, written(DECISION), (row) => decisionText(report, row), { anchored: true, style: STYLES.written, choices: [report.say({ code: decisionCode('accepted') }), report.say({ code: decisionCode('rejected') })] }),
    textColumn(NOTE, written(NOTE), (row) => row.written?.note ?? '', { anchored: true, style: STYLES.written, widthMin: 24, widthMax: 40 }),
    textColumn(KEY, written(KEY), (row) => row.key, { anchored: true, hidden: true }),
    // Last, with nothing behind it: sentences run on, and rows stay of one height in print, which ends before them.
    textColumn('evidence', t('evidence'), (row) => evidenceText(report, row), { widthMax: 100 }),
  ];
}

function sideColumns(report: Report, side: Side): readonly Column<MatchRow>[] {
  const t = (key: string) => report.t(`heading.${side}-${key}`);
  const ledger = ledgerOf(report.result.books, side);
  const isSheetKnown = report.isOneSheetEach(side);
  return [
    dayColumn(`${side}-day`, t('day'), (row) => lastDay(ledger, row[side])),
    textColumn(`${side}-documents`, t('documents'), (row) => report.documentsText(side, row[side], DOCUMENTS_WIDTH), { widthMax: DOCUMENTS_WIDTH }),
    textColumn(`${side}-lines`, t('lines'), (row) => (isSheetKnown ? report.rowsText(side, row[side], LINES_WIDTH) : report.linesText(side, row[side], LINES_WIDTH)), { widthMax: LINES_WIDTH, link: (row) => report.lineLink(side, row[side][0]) }),
    amountColumn(`${side}-amount`, t('amount'), (row) => report.sumMinor(side, row[side]), { total: true }),
  ];
}

function lastDay({ day }: Ledger, entries: readonly EntryIndex[]): number {
  let last: number = NO_DAY;
  for (const entry of entries) if (day[entry] > last) last = day[entry];
  return last;
}

function statusText(report: Report, row: MatchRow): string {
  if (row.match) return report.term(row.match.status);
  return row.written?.decision === 'rejected' ? report.t('matches.rejected') : report.t('matches.lines-changed');
}

function statusStyle(row: MatchRow): { readonly color: string } | undefined {
  return row.match?.status === 'confirmed' ? undefined : { color: CLASS_COLORS.doubtful };
}

function evidenceText(report: Report, row: MatchRow): string {
  if (!row.match) return '';
  const alternatives = row.match.alternatives.length ? report.t('matches.alternatives', { count: row.match.alternatives.length }) : '';
  return [report.sentences(row.match.evidence), alternatives].filter(Boolean).join(report.language === 'en' ? ' ' : '');
}

function decisionText(report: Report, row: MatchRow): string {
  const decision = row.written?.decision ?? (row.match?.decision === 'accepted' ? 'accepted' : null);
  return decision ? report.say({ code: decisionCode(decision) }) : '';
}
