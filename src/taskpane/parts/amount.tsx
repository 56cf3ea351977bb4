/** An amount of money: currency small, figures tabular, negatives red and with a minus. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CurrencyCode } from '../../units/money';
import type { MinorUnits } from '../../units/units';
import { figure, useInks } from '../pane-context';

const useStyles = makeStyles({
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  currency: { fontSize: '0.78em', color: tokens.colorNeutralForeground3, marginRight: '4px', fontWeight: tokens.fontWeightRegular, letterSpacing: '0.02em' },
  large: { fontSize: '32px', lineHeight: '40px', fontWeight: tokens.fontWeightSemibold, letterSpacing: '-0.015em', '& > span': { fontSize: tokens.fontSizeBase300, letterSpacing: '0.02em', marginRight: '6px' } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export interface AmountProps {
  readonly minor: MinorUnits;
  readonly currency: CurrencyCode;
  readonly size?: 'large' | 'strong';
}

export function Amount({ minor, currency, size }: AmountProps) {
  const styles = useStyles();
  const inks = useInks();
  return (
    <span className={mergeClasses(styles.amount, size && styles[size])} style={minor < 0 ? { color: inks.negative } : undefined}>
      <span className={styles.currency}>{currency}</span>
      {figure(minor, currency)}
    </span>
  );
}
