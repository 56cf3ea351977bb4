/** The figures of a run as tables for people. */
import type { Measured } from './measure';
import type { Transport } from './transport';

export interface SizeFigures {
  readonly cases: readonly Measured[];
  readonly peakMegabytes: number;
  /** `null` for sizes at which the stand-in for Excel would be what is measured. */
  readonly transport: Transport | null;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const milliseconds = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export function sizeLines({ cases, peakMegabytes, transport }: SizeFigures): string[] {
  const usual = cases[0];
  return [
    '',
    `${usual.lines.toLocaleString('en')} lines`,
    ...cases.flatMap((each) => caseLines(each, usual)),
    `  peak memory ${Math.round(peakMegabytes)} MB (${usual.name})`,
    ...(transport ? transportLines(transport) : []),
  ];
}

function caseLines(each: Measured, usual: Measured): string[] {
  const steps = Object.entries(each.stepMilliseconds).map(([name, value]) => `${name} ${milliseconds(value)} (${(value / each.floorMilliseconds).toFixed(1)})`);
  const toUsual = each === usual ? '' : `, ${(each.engineMilliseconds / usual.engineMilliseconds).toFixed(1)} × ${usual.name}`;
  return [
    `  ${each.name}: ${each.customers.toLocaleString('en')} ${each.customers === 1 ? 'customer' : 'customers'}`,
    `    floor (JSON both ways)  ${milliseconds(each.floorMilliseconds)}`,
    `    engine                  ${milliseconds(each.engineMilliseconds)} = ${each.ratioToFloor.toFixed(1)} × floor${toUsual}; precision ${percent(each.quality.precision)}, recall ${percent(each.quality.recall)}`,
    `      steps (× floor)       ${steps.join(', ')}`,
    `    rows of the sheets      ${milliseconds(each.drawn.milliseconds)} for ${each.drawn.cells.toLocaleString('en')} cells = ${(each.drawn.milliseconds / Math.max(1, each.drawn.floorMilliseconds)).toFixed(1)} × JSON of the same`,
    ...each.peers.map((peer) => `    ${peer.name}: ${milliseconds(peer.milliseconds)}; precision ${percent(peer.quality.precision)}, recall ${percent(peer.quality.recall)}; engine / it ${(each.engineMilliseconds / peer.milliseconds).toFixed(1)}`),
  ];
}

function transportLines({ office, xlsx }: Transport): string[] {
  const ours = xlsx.readMilliseconds + xlsx.writeMilliseconds;
  const library = xlsx.libraryReadMilliseconds + xlsx.libraryWriteMilliseconds;
  return [
    `  Office.js: ${office.syncs} syncs, the least possible under 5 MB ${office.leastSyncs}; ${megabytes(office.requestBytes)} there, ${megabytes(office.responseBytes)} back`,
    `  .xlsx of ${megabytes(xlsx.bytes)}: read ${milliseconds(xlsx.readMilliseconds)}, results into it ${milliseconds(xlsx.writeMilliseconds)}; the library alone ${milliseconds(xlsx.libraryReadMilliseconds)} and ${milliseconds(xlsx.libraryWriteMilliseconds)}; ratio ${(ours / library).toFixed(1)}`,
  ];
}

/** How the usual case grows from size to size: times the lines, times the time, and n log n for comparison. */
export function growthLines(sizes: readonly SizeFigures[]): string[] {
  const lines = sizes.slice(1).map(({ cases: [now], peakMegabytes }, at) => {
    const { cases: [before], peakMegabytes: peakBefore } = sizes[at];
    const times = now.lines / before.lines;
    const nLogN = times * (Math.log(now.lines) / Math.log(before.lines));
    const steps = Object.keys(now.stepMilliseconds).map((step) => `${step} ${(now.stepMilliseconds[step] / Math.max(1, before.stepMilliseconds[step])).toFixed(1)}`);
    return `  ${before.lines.toLocaleString('en')} → ${now.lines.toLocaleString('en')} lines: engine × ${(now.engineMilliseconds / before.engineMilliseconds).toFixed(1)}, floor × ${(now.floorMilliseconds / before.floorMilliseconds).toFixed(1)}, n log n × ${nLogN.toFixed(1)}, memory × ${(peakMegabytes / peakBefore).toFixed(1)}; ${steps.join(', ')}`;
  });
  return lines.length > 0 ? ['', 'Growth', ...lines] : [];
}
