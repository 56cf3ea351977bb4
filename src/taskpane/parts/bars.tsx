/** The small pictures: one stacked bar, weeks of cash, a line of month ends. Their numbers always stand beside them. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DaySerial, MinorUnits } from '../../units/units';
import type { CurrencyCode } from '../../units/money';
import { dayText, money, useInks, useSay } from '../pane-context';
import { useLayout } from '../styles';
import { Amount } from './amount';

const useStyles = makeStyles({
  strip: { display: 'block', width: '100%', height: '16px', forcedColorAdjust: 'none' },
  legend: { display: 'grid', gridTemplateColumns: '12px 1fr auto auto', columnGap: '8px', rowGap: '4px', alignItems: 'center', margin: 0, padding: 0, listStyleType: 'none' },
  legendRow: { display: 'contents' },
  swatch: { width: '10px', height: '10px', borderRadius: '2px', forcedColorAdjust: 'none' },
  share: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, textAlign: 'right', minWidth: '32px', fontVariantNumeric: 'tabular-nums' },
  weeks: { display: 'grid', gridTemplateColumns: 'auto 1fr auto', columnGap: '8px', rowGap: '4px', alignItems: 'center', margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  weekBar: { display: 'block', width: '100%', height: '12px', overflow: 'visible', forcedColorAdjust: 'none' },
  spark: { display: 'block', width: '100%', height: '24px' },
});

export interface StripPart {
  readonly key: string;
  readonly label: string;
  readonly amountMinor: MinorUnits;
  readonly color: string;
}

/** One bar, its parts and their numbers. Credits have no width in a bar; the list shows them all the same. */
export function StackedBar({ parts, currency, title }: { readonly parts: readonly StripPart[]; readonly currency: CurrencyCode; readonly title: string }) {
  const say = useSay();
  const styles = useStyles();
  const total = parts.reduce((sum, part) => sum + Math.max(0, part.amountMinor), 0);
  const layout = useLayout();
  const shareOf = (part: StripPart) => (total > 0 ? Math.max(0, part.amountMinor) / total : 0);
  let from = 0;
  return (
    <div className={layout.stack}>
      <svg className={styles.strip} viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label={say('pane.picture.strip', { title, parts: { list: parts.map((part) => `${part.label} ${money(part.amountMinor, currency)}`) } })}>
        {total === 0 && <rect width="100" height="16" fill={tokens.colorNeutralBackground5} />}
        {parts.map((part) => {
          const width = shareOf(part) * 100;
          const x = from;
          from += width;
          // A hairline of paper between neighbours, so that parts are told apart without their colours.
          return width > 0 ? <rect key={part.key} x={x} width={Math.max(0.4, width - 0.6)} height="16" fill={part.color} /> : null;
        })}
      </svg>
      <ul className={styles.legend}>
        {parts.map((part) => (
          <li key={part.key} className={styles.legendRow}>
            <span className={styles.swatch} style={{ backgroundColor: part.color }} aria-hidden />
            <span>{part.label}</span>
            <span className={styles.share}>{say('pane.percent', { percent: Math.round(shareOf(part) * 100) })}</span>
            <span style={{ textAlign: 'right' }}>
              <Amount minor={part.amountMinor} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface Week {
  readonly weekStartDay: DaySerial;
  readonly expectedMinor: MinorUnits;
  readonly sureMinor: MinorUnits;
}

/** Expected cash: a bar for each week, its sure part filled, and the number. */
export function WeekBars({ weeks, currency }: { readonly weeks: readonly Week[]; readonly currency: CurrencyCode }) {
  const say = useSay();
  const styles = useStyles();
  const layout = useLayout();
  const inks = useInks();
  const most = Math.max(1, ...weeks.map((week) => week.expectedMinor));
  return (
    <div className={layout.tight}>
      <ul className={styles.weeks}>
        {weeks.map((week) => (
          <li key={week.weekStartDay} style={{ display: 'contents' }}>
            <span className={mergeClasses(layout.figures, layout.muted)}>{dayText(week.weekStartDay).slice(5)}</span>
            <svg className={styles.weekBar} viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={say('pane.picture.week', { day: { day: week.weekStartDay }, expected: money(week.expectedMinor, currency), sure: money(week.sureMinor, currency) })}>
              <rect x="0" y="0.5" width={(week.expectedMinor / most) * 100} height="11" fill={inks.rise} fillOpacity="0.2" stroke={inks.rise} vectorEffect="non-scaling-stroke" />
              <rect x="0" y="0.5" width={(week.sureMinor / most) * 100} height="11" fill={inks.rise} />
            </svg>
            <span style={{ textAlign: 'right' }}>
              <Amount minor={week.expectedMinor} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
      <span className={layout.muted}>{say('pane.results.cash-legend')}</span>
    </div>
  );
}

/** Month ends, oldest first, as a line. Decoration of the number beside it, so it is hidden from readers. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const styles = useStyles();
  const inks = useInks();
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const points = values.flatMap((value, i) => (value === null ? [] : [`${(i / (values.length - 1)) * 100},${22 - ((value - low) / (high - low || 1)) * 20}`]));
  return (
    <svg className={styles.spark} viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden>
      <polyline points={points.join(' ')} fill="none" stroke={inks.rise} strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
