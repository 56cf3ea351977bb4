/** The figures of a run as tables for people: a column per ledger, a row per figure. */
import { sum, type Span } from './clock';
import type { Measured, Quality } from './measure';
import { BLOCKED_MILLISECONDS, type PaneFigures } from './pane';
import type { PlanFigures } from './plan';
import type { Transport } from './transport';

export interface SizeFigures {
  readonly cases: readonly Measured[];
  readonly peakMegabytes: number;
  /** `null` for sizes at which the stand-in for Excel would be what is measured. */
  readonly transport: Transport | null;
  readonly pane: PaneFigures | null;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const milliseconds = (value: number) => Math.round(value).toLocaleString('en');
const span = ({ processor, wall }: Span) => `${milliseconds(processor)} (${milliseconds(wall)})`;
const ratio = (a: Span, b: Span) => (a.processor / Math.max(1, b.processor)).toFixed(2);
const quality = ({ precision, recall }: Quality) => `${percent(precision)} ${percent(recall)}`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

type Row = readonly [name: string, of: (each: Measured) => string];

export function sizeLines({ cases, peakMegabytes, transport, pane }: SizeFigures): string[] {
  const [usual] = cases;
  const rows: Row[] = [
    ['customers', (each) => each.customers.toLocaleString('en')],
    ['floor: JSON both ways', ({ floor }) => span(floor)],
    ...Object.keys(usual.steps).map((step): Row => [`  ${step}`, ({ steps }) => span(steps[step])]),
    ['engine', ({ engine }) => span(engine)],
    ['engine / floor', ({ engine, floor }) => ratio(engine, floor)],
    ['intern and read / floor', ({ steps, floor }) => ((steps.intern.processor + steps.read.processor) / floor.processor).toFixed(2)],
    [`engine / ${usual.name}`, ({ engine }) => ratio(engine, usual.engine)],
    ['again, one amount changed', ({ again }) => span(sum(Object.values(again)))],
    ['  / up to the plan in full', ({ again, steps }) => ratio(sum(Object.values(again)), sum(Object.keys(again).map((step) => steps[step])))],
    ['  match / in full', ({ again, steps }) => ratio(again.match, steps.match)],
    ['precision, recall', (each) => quality(each.quality)],
    ...usual.peers.flatMap(({ name }, at): Row[] => [
      [`${name}: from cells`, ({ peers }) => span(peers[at].load)],
      [`  the method`, ({ peers }) => span(peers[at].span)],
      ['  precision, recall', ({ peers }) => quality(peers[at].quality)],
      ['  engine / both, / the method', ({ engine, peers: { [at]: { load, span: own } } }) => `${(engine.processor / (load.processor + own.processor)).toFixed(1)}, ${ratio(engine, own)}`],
    ]),
    ['rows of the sheets', ({ drawn }) => span(drawn.rows)],
    ['  / JSON of the same cells', ({ drawn }) => ratio(drawn.rows, drawn.floor)],
  ];
  const lines = columns([['', ...cases.map(({ name }) => name)], ...rows.map(([name, of]) => [name, ...cases.map(of)])]);
  return ['', `${usual.lines.toLocaleString('en')} lines`, ...lines, `  peak memory ${Math.round(peakMegabytes)} MB (${usual.name})`, ...(transport ? transportLines(transport) : []), ...(pane ? paneLines(pane) : [])];
}

/** Cells set in columns, figures to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) => `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ')}`);
}

function transportLines({ office, xlsx }: Transport): string[] {
  const ours = xlsx.read.processor + xlsx.write.processor;
  const library = xlsx.libraryRead.processor + xlsx.libraryWrite.processor;
  return [
    `  Office.js: ${office.syncs} syncs, the least possible under 5 MB ${office.leastSyncs}; ${megabytes(office.requestBytes)} there, ${megabytes(office.responseBytes)} back`,
    `  .xlsx of ${megabytes(xlsx.bytes)}: read ${span(xlsx.read)}, results into it ${span(xlsx.write)}; the library alone ${span(xlsx.libraryRead)} and ${span(xlsx.libraryWrite)}; ratio ${(ours / library).toFixed(1)}`,
  ];
}

function paneLines({ phases }: PaneFigures): string[] {
  const rows = phases.map(({ name, wall, longTasks }) => {
    const longest = longTasks.reduce((most, task) => Math.max(most, task.processor), 0);
    return [name, `${(wall / 1000).toFixed(1)} s`, milliseconds(longest), milliseconds(longTasks[0]?.wall ?? 0), String(longTasks.filter(({ processor }) => processor > BLOCKED_MILLISECONDS).length), String(longTasks.filter(({ wall: each }) => each > BLOCKED_MILLISECONDS).length)];
  });
  return ['  the pane in Chromium', ...columns([['  tasks of its main thread', 'took', 'longest, processor', 'wall', `over ${BLOCKED_MILLISECONDS} ms, processor`, 'wall'], ...rows.map(([name, ...rest]) => [`  ${name}`, ...rest])])];
}

export function planLines({ customers, planRows, trips, reps, span: own }: PlanFigures): string[] {
  return ['', `Plan of ${customers} customers: ${span(own)} for ${planRows} rows, ${trips} trips, ${reps} reps`];
}

/** How the cases grow from size to size: times the lines, times the time, and n log n for comparison. */
export function growthLines(sizes: readonly SizeFigures[]): string[] {
  const lines = sizes.slice(1).flatMap(({ cases, peakMegabytes }, at) => {
    const before = sizes[at];
    const times = cases[0].lines / before.cases[0].lines;
    const nLogN = times * (Math.log(cases[0].lines) / Math.log(before.cases[0].lines));
    const grown = (now: Span, then: Span) => (now.processor / Math.max(1, then.processor)).toFixed(1);
    const rows = [
      ['', ...cases.map(({ name }) => name)],
      ...(['floor', 'engine'] as const).map((figure) => [figure, ...cases.map((now, i) => grown(now[figure], before.cases[i][figure]))]),
      ...Object.keys(cases[0].steps).map((step) => [`  ${step}`, ...cases.map((now, i) => grown(now.steps[step], before.cases[i].steps[step]))]),
    ];
    return ['', `Growth from ${before.cases[0].lines.toLocaleString('en')} to ${cases[0].lines.toLocaleString('en')} lines (n log n: ${nLogN.toFixed(1)}; memory: ${(peakMegabytes / before.peakMegabytes).toFixed(1)})`, ...columns(rows)];
  });
  return lines;
}
