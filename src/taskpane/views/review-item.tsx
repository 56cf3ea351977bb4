/** One item of the review: a line in the list; opened, both sides' lines with the rule and the evidence. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReviewView, Side } from '../../engine';
import { money, useActions, useInks, useSay } from '../pane-context';
import { Amount } from '../parts/amount';
import { Fold } from '../parts/fold';
import { LineList } from '../parts/line-list';
import { Cross, Tick } from '../parts/marks';
import { useLayout } from '../styles';

const useStyles = makeStyles({
  active: { backgroundColor: tokens.colorNeutralBackground2, borderLeft: `3px solid ${tokens.colorBrandStroke1}`, padding: '0 8px', margin: '0 -8px 0 -11px' },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 0 12px' },
  side: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, display: 'flex', alignItems: 'center', gap: '6px' },
  swatch: { width: '3px', height: '12px', forcedColorAdjust: 'none' },
  evidence: { margin: 0, paddingLeft: '18px', listStyleType: 'disc' },
  decided: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  alternative: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

export interface ReviewItemProps {
  readonly item: ReviewView;
  readonly active: boolean;
}

export function ReviewItem({ item, active }: ReviewItemProps) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { lookAt } = useActions();
  return (
    <li className={mergeClasses(layout.ruled, active && styles.active)}>
      <button type="button" className={layout.pressable} aria-expanded={active} tabIndex={active ? 0 : -1} onClick={() => void lookAt(item.key)}>
        <span className={layout.spread}>
          <span className={mergeClasses(layout.strong, layout.breakable)}>{item.customer}</span>
          <Amount minor={item.amountMinor} currency={item.currency} />
        </span>
        <span className={mergeClasses(layout.spread, layout.muted)}>
          <span>{item.kind === 'suggested' ? say('pane.review.rule', { rule: item.ruleText, confidence: { share: item.confidence } }) : item.ruleText}</span>
          {item.decision && <Decided decision={item.decision} />}
        </span>
      </button>
      {active && <Opened item={item} />}
    </li>
  );
}

function Decided({ decision }: { readonly decision: 'accepted' | 'rejected' }) {
  const say = useSay();
  const styles = useStyles();
  return (
    <span className={styles.decided}>
      {decision === 'accepted' ? <Tick /> : <Cross />}
      {say(`pane.review.${decision}`)}
    </span>
  );
}

function Opened({ item }: { readonly item: ReviewView }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { addToHand } = useActions();
  return (
    <div className={styles.body}>
      <Sides ours={item.ours} theirs={item.theirs} />
      {item.kind !== 'unexplained' && <div>{item.differenceMinor === 0 ? say('pane.review.no-difference') : say('pane.review.difference', { amount: money(item.differenceMinor, item.currency) })}</div>}
      {item.evidence.length > 0 && (
        <div>
          <div className={mergeClasses(layout.muted, layout.strong)}>{say('pane.review.evidence')}</div>
          <ul className={styles.evidence}>
            {item.evidence.map((each) => (
              <li key={each} className={layout.breakable}>
                {each}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Alternatives item={item} />
      {item.kind === 'unexplained' && (
        <div>
          <Button size="small" onClick={() => addToHand([...item.ours, ...item.theirs])}>
            {say('pane.hand.start')}
          </Button>
        </div>
      )}
    </div>
  );
}

const SIDES: readonly Side[] = ['ours', 'theirs'];
type Lines = Pick<ReviewView, 'ours' | 'theirs'>;

/** Another reading mostly keeps one side; only what differs is worth a look. */
function differingSides(item: Lines, other: Lines): readonly Side[] {
  const rows = (lines: Lines['ours']) => lines.map((line) => `${line.sheet}|${line.row}`).join();
  return SIDES.filter((side) => rows(item[side]) !== rows(other[side]));
}

function Sides({ ours, theirs, only = SIDES }: Lines & { readonly only?: readonly Side[] }) {
  const say = useSay();
  const inks = useInks();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <>
      {only.map((side) => {
        const lines = side === 'ours' ? ours : theirs;
        return (
          <div key={side}>
            <div className={styles.side}>
              <span className={styles.swatch} style={{ backgroundColor: inks[side] }} aria-hidden />
              {say(`pane.review.${side}`)}
              {lines.length === 0 && <span className={layout.muted}>{say('pane.review.no-lines')}</span>}
            </div>
            <LineList lines={lines} />
          </div>
        );
      })}
    </>
  );
}

/** For a suggestion its other readings; for what is unexplained the nearest candidates, the main thing to choose from. */
function Alternatives({ item }: { readonly item: ReviewView }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { chooseAlternative } = useActions();
  const unexplained = item.kind === 'unexplained';
  if (item.alternatives.length === 0) return unexplained ? <p className={layout.muted}>{say('pane.review.no-candidates')}</p> : null;
  return (
    <Fold open={unexplained} title={say(unexplained ? 'pane.review.candidates' : 'pane.review.alternatives', { count: item.alternatives.length })}>
      {item.alternatives.map((alternative) => (
        <div key={alternative.key} className={styles.alternative}>
          <Sides ours={alternative.ours} theirs={alternative.theirs} only={differingSides(item, alternative)} />
          <div className={layout.spread}>
            <span className={layout.muted}>{say('pane.review.difference', { amount: money(alternative.differenceMinor, item.currency) })}</span>
            <Button size="small" onClick={() => void chooseAlternative(item, alternative.key)}>
              {say('pane.review.choose')}
            </Button>
          </div>
        </div>
      ))}
    </Fold>
  );
}
