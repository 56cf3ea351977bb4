/** Matching by hand: rows gathered from the sheets' selection, with what they leave between the two sides. */
import { Button, makeStyles } from '@fluentui/react-components';
import { money, useActions, usePane, useSay } from '../pane-context';
import { sumOf } from '../state';
import { useLayout } from '../styles';
import { Fold } from './fold';
import { LineList } from './line-list';
import { Cross } from './marks';

const useStyles = makeStyles({ line: { display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center' } });

export function HandPanel() {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { hand, handRefused } = usePane((state) => state.review);
  const selected = usePane((state) => state.selection?.traces) ?? [];
  const { addToHand, removeFromHand, matchHand } = useActions();
  const ours = hand.filter((line) => line.side === 'ours');
  const theirs = hand.filter((line) => line.side === 'theirs');
  return (
    <Fold title={say('pane.hand.title')} open={hand.length > 0 || undefined}>
      <div className={layout.stack}>
        <div className={layout.muted}>{say('pane.hand.lead')}</div>
        <Button disabledFocusable={selected.length === 0} onClick={() => addToHand(selected.map((trace) => trace.line))}>
          {say('pane.hand.add', { count: selected.length })}
        </Button>
        {hand.map((line) => (
          <div key={`${line.sheet}|${line.row}|${line.amountMinor}`} className={styles.line}>
            <LineList lines={[line]} />
            <Button size="small" appearance="subtle" icon={<Cross />} aria-label={say('pane.hand.remove', { row: line.row, sheet: line.sheet })} onClick={() => removeFromHand(line)} />
          </div>
        ))}
        {hand.length > 0 && (
          <>
            <div>{say('pane.review.difference', { amount: money(sumOf(ours) - sumOf(theirs), hand[0].currency) })}</div>
            {handRefused && <div role="alert">{handRefused}</div>}
            <Button disabledFocusable={ours.length === 0 || theirs.length === 0} onClick={() => void matchHand()}>
              {say('pane.hand.match')}
            </Button>
          </>
        )}
      </div>
    </Fold>
  );
}
