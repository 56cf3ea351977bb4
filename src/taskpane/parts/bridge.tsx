/** From our balance to theirs, step by step: a floating bar under each number. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { CustomerView } from '../../engine';
import type { MinorUnits } from '../../units/units';
import { money, useInks, useSay } from '../pane-context';
import { useLayout } from '../styles';
import { Amount } from './amount';

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
  const ends = [0, ...steps.flatMap((step) => [step.fromMinor, step.toMinor])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const scale = (minor: MinorUnits) => ((minor - low) / (high - low || 1)) * 100;
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
              <line x1={scale(0)} x2={scale(0)} y1="0" y2="10" stroke={tokens.colorNeutralStroke1} strokeWidth="1" vectorEffect="non-scaling-stroke" />
              <rect x={Math.min(scale(step.fromMinor), scale(step.toMinor))} width={Math.max(0.6, Math.abs(scale(step.toMinor) - scale(step.fromMinor)))} y="1" height="8" fill={step.color} />
            </svg>
          </li>
        ))}
      </ol>
    </figure>
  );
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
