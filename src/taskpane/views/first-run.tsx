/** First run: what it will do, that nothing leaves the workbook, and a sample to try it on. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useActions, useSay } from '../pane-context';
import { SelfCheckLink } from '../parts/self-check-link';
import { ViewFrame } from '../parts/view-frame';
import { useLayout } from '../styles';

const STEPS = ['find', 'match', 'write'] as const;

const useStyles = makeStyles({
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  step: { display: 'flex', gap: '12px' },
  number: { flexShrink: 0, width: '24px', height: '24px', borderRadius: '12px', display: 'flex', alignItems: 'center', justifyContent: 'center', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1, border: `1px solid ${tokens.colorBrandStroke1}` },
});

export function FirstRun() {
  const say = useSay();
  const { findLedgers, openSample } = useActions();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <ViewFrame
      title={say('pane.first.title')}
      foot={
        <Button appearance="primary" size="large" onClick={() => void findLedgers()}>
          {say('pane.first.find')}
        </Button>
      }
    >
      <ol className={styles.steps}>
        {STEPS.map((step, i) => (
          <li key={step} className={styles.step}>
            <span className={styles.number} aria-hidden>
              {i + 1}
            </span>
            <div>
              <div className={layout.strong}>{say(`pane.first.${step}.title`)}</div>
              <div className={layout.muted}>{say(`pane.first.${step}.text`)}</div>
            </div>
          </li>
        ))}
      </ol>
      <div className={layout.panel}>
        <div className={layout.strong}>{say('pane.first.private.title')}</div>
        <div className={layout.muted}>{say('pane.first.private.text')}</div>
      </div>
      <div className={layout.tight}>
        <div className={layout.muted}>{say('pane.first.sample.text')}</div>
        <div>
          <Button onClick={() => void openSample()}>{say('pane.first.sample.open')}</Button>
        </div>
      </div>
      <SelfCheckLink />
    </ViewFrame>
  );
}
