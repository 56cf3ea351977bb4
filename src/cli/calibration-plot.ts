/** The calibration plot of the docs: what was said against what came, a dot per tenth, its area by the number of items. */
import type { Comparison } from '../engine/likelihood';

const SIZE = 320;
const MARGIN = 44;
const ACCENT = '#0f6c6c';
const INK = '#444';

export function calibrationPlot(calibration: Comparison['calibration']): string {
  const at = (share: number) => Math.round(share * SIZE * 10) / 10;
  const x = (share: number) => MARGIN + at(share);
  const y = (share: number) => MARGIN / 2 + SIZE - at(share);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const total = calibration.reduce((sum, { count }) => sum + count, 0);
  const dots = calibration.filter(({ count }) => count > 0).map(({ count, meanLikelihood, collectedShare }) => {
    const radius = (3 + 22 * Math.sqrt(count / total)).toFixed(1);
    return `<circle cx="${x(meanLikelihood)}" cy="${y(collectedShare)}" r="${radius}" fill="${ACCENT}" fill-opacity="0.55"><title>${count} items: said ${meanLikelihood.toFixed(2)}, came ${collectedShare.toFixed(2)}</title></circle>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE + 2 * MARGIN} ${SIZE + 1.6 * MARGIN}" font-family="sans-serif" font-size="11" fill="${INK}" role="img" aria-label="Calibration of the likelihood within 30 days">`,
    ...ticks.map((tick) => `<line x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ddd" stroke-width="0.6"/><text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick * 100}%</text><text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick * 100}%</text>`),
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${INK}" stroke-dasharray="4 4"/>`,
    ...dots,
    `<text x="${x(0.5)}" y="${y(0) + 36}" text-anchor="middle">likelihood within 30 days, as estimated</text>`,
    `<text transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">share collected within 30 days</text>`,
    '</svg>',
    '',
  ].join('\n');
}
