/** From our balance to theirs, step by step: a floating bar under each number. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { CustomerView } from '../../engine';
import type { MinorUnits } from '../../units/units';
import { money, useInks, useSay } from '../pane-context';
import { useLayout } from '../styles';
import { Amount } from './amount';

/** Spread of the running balances, as a share of the lowest, under which the axis is cut. */
const CUT_BELOW = 0.25;

const useStyles = makeStyles({
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  bar: { display: 'block', width: '100%', height: '10px', forcedColorAdjust: 'none' },
});

/** A step as a bar from one running balance to the next; a balance is a bar from zero. */
interface BridgeStep {
  readonly key: string;
  readonly label: string;
  readonly amountMinor: MinorUnits;
  readonly fromMinor: MinorUnits;
  readonly toMinor: MinorUnits;
  readonly color: string;
  readonly isBalance: boolean;
}

export function Bridge({ customer }: { readonly customer: Pick<CustomerView, 'oursMinor' | 'theirsMinor' | 'bridge' | 'currency'> }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const steps = useSteps(customer);
  const { currency } = customer;
  const { low, high, cut } = axisOf(steps);
  const scale = (minor: MinorUnits) => ((Math.min(high, Math.max(low, minor)) - low) / (high - low || 1)) * 100;
  const spoken = customer.bridge.map((step) => `${step.categoryText} ${money(step.amountMinor, currency)}`);
  return (
    <figure style={{ margin: 0 }} aria-label={say('pane.picture.bridge', { ours: money(customer.oursMinor, currency), theirs: money(customer.theirsMinor, currency), steps: { list: spoken } })}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.key}>
            <div className={layout.spread}>
              <span className={step.isBalance ? layout.strong : undefined}>{step.label}</span>
              <Amount minor={step.amountMinor} currency={currency} size={step.isBalance ? 'strong' : undefined} />
            </div>
            <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
              {!cut && <line x1={scale(0)} x2={scale(0)} y1="0" y2="10" stroke={tokens.colorNeutralStroke1} strokeWidth="1" vectorEffect="non-scaling-stroke" />}
              <rect x={Math.min(scale(step.fromMinor), scale(step.toMinor))} width={Math.max(0.6, Math.abs(scale(step.toMinor) - scale(step.fromMinor)))} y="1" height="8" fill={step.color} />
              {/* A gap in the bar where the axis leaves out what both balances share. */}
              {cut && step.isBalance && <path d="M5 11L7 -1" stroke={tokens.colorNeutralBackground1} strokeWidth="3" vectorEffect="non-scaling-stroke" />}
            </svg>
          </li>
        ))}
      </ol>
      {cut && <figcaption className={layout.muted}>{say('pane.picture.bridge-cut')}</figcaption>}
    </figure>
  );
}

/**
 * From zero, unless the steps are so small beside the balances that they could not be seen: then the
 * axis begins a little under the lowest running balance, and the balances' bars show a gap.
 */
function axisOf(steps: readonly BridgeStep[]): { low: MinorUnits; high: MinorUnits; cut: boolean } {
  const running = steps.map((step) => step.toMinor);
  const [low, high] = [Math.min(...running), Math.max(...running)];
  const spread = high - low;
  return low > 0 && spread > 0 && spread < low * CUT_BELOW ? { low: low - spread, high, cut: true } : { low: Math.min(0, low), high: Math.max(0, high), cut: false };
}

function useSteps({ oursMinor, theirsMinor, bridge }: Pick<CustomerView, 'oursMinor' | 'theirsMinor' | 'bridge'>): BridgeStep[] {
  const say = useSay();
  const inks = useInks();
  const steps: BridgeStep[] = [{ key: 'ours', label: say('pane.customer.ours'), amountMinor: oursMinor, fromMinor: 0, toMinor: oursMinor, color: inks.ours, isBalance: true }];
  let at = oursMinor;
  for (const { category, categoryText, amountMinor, count } of bridge) {
    const label = say('pane.customer.step', { category: categoryText, count });
    steps.push({ key: category, label, amountMinor, fromMinor: at, toMinor: at + amountMinor, color: amountMinor < 0 ? inks.fall : inks.rise, isBalance: false });
    at += amountMinor;
  }
  return [...steps, { key: 'theirs', label: say('pane.customer.theirs'), amountMinor: theirsMinor, fromMinor: 0, toMinor: theirsMinor, color: inks.theirs, isBalance: true }];
}
