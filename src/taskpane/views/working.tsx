/** Reading or running: which step, which sheet or customer, how long still; and cancel at any moment. */
import { Button, MessageBar, MessageBarBody, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { STEPS, type Step } from '../../units/progress';
import type { Job, JobProgress } from '../job';
import { useActions, useSay, type Say } from '../pane-context';
import { Tick } from '../parts/marks';
import { ViewFrame } from '../parts/view-frame';
import { useLayout } from '../styles';

const useStyles = makeStyles({
  share: { fontSize: '28px', lineHeight: '34px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  step: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', padding: '6px 0', color: tokens.colorNeutralForeground3 },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  detail: { gridColumn: 2, fontWeight: tokens.fontWeightRegular },
  mark: { display: 'flex', alignItems: 'center', color: tokens.colorBrandForeground1 },
  dot: { width: '8px', height: '8px', marginLeft: '4px', borderRadius: '4px', backgroundColor: 'currentColor', forcedColorAdjust: 'none' },
});

export function Working({ job }: { readonly job: Extract<Job, { state: 'reading' | 'running' }> }) {
  const say = useSay();
  const { cancel } = useActions();
  const styles = useStyles();
  const layout = useLayout();
  const { progress } = job;
  const percent = Math.floor(progress.fraction * 100);
  return (
    <ViewFrame
      title={say(`pane.working.${job.state}`)}
      lead={say('pane.working.lead')}
      foot={
        <Button size="large" disabledFocusable={progress.cancelling} onClick={cancel}>
          {say(progress.cancelling ? 'pane.working.cancelling' : 'pane.working.cancel')}
        </Button>
      }
    >
      <div className={layout.tight}>
        <div className={layout.spread}>
          <span className={styles.share}>{say('pane.percent', { percent })}</span>
          <span className={mergeClasses(layout.muted, layout.figures)}>{timeLeft(progress, say)}</span>
        </div>
        <ProgressBar value={progress.fraction} thickness="large" aria-label={say(`pane.working.${job.state}`)} />
      </div>
      {progress.waitingForCell && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say('pane.working.cell-edit')}</MessageBarBody>
        </MessageBar>
      )}
      <StepList steps={job.state === 'reading' ? ['read'] : STEPS} progress={progress} />
    </ViewFrame>
  );
}

function StepList({ steps, progress }: { readonly steps: readonly Step[]; readonly progress: JobProgress }) {
  const say = useSay();
  const styles = useStyles();
  const layout = useLayout();
  const at = steps.indexOf(progress.step);
  return (
    <ol className={layout.list}>
      {steps.map((step, i) => (
        <li key={step} className={mergeClasses(styles.step, i === at && styles.current)} aria-current={i === at ? 'step' : undefined}>
          <span className={styles.mark}>
            {i < at && <Tick label={say('pane.working.step-done')} />}
            {i === at && <span className={styles.dot} aria-hidden />}
          </span>
          <span>{say(`pane.step.${step}`)}</span>
          {i === at && <span className={mergeClasses(layout.muted, layout.figures, layout.breakable, styles.detail)}>{detailText(progress, say)}</span>}
        </li>
      ))}
    </ol>
  );
}

function detailText({ done, total, detail }: JobProgress, say: Say): string {
  const count = total > 1 ? say('pane.working.count', { done: done.toLocaleString('en'), total: total.toLocaleString('en') }) : '';
  return [detail, count].filter(Boolean).join(' · ');
}

function timeLeft({ secondsLeft, cancelling }: JobProgress, say: Say): string {
  if (secondsLeft === null || cancelling) return '';
  return secondsLeft < 60 ? say('pane.working.seconds-left', { seconds: secondsLeft }) : say('pane.working.minutes-left', { minutes: Math.round(secondsLeft / 60) });
}
