/** A failure in words, with its cells to go to and its details to copy. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { say } from '../../texts';
import { useActions, useLanguage, useSay } from '../pane-context';
import type { Problem } from '../problem';
import { useLayout } from '../styles';
import { Fold } from './fold';
import { IssueList } from './issue-list';
import { SelfCheckLink } from './self-check-link';

const useStyles = makeStyles({
  title: { display: 'block' },
  details: { margin: 0, padding: '8px', maxHeight: '160px', overflow: 'auto', border: `1px solid ${tokens.colorTransparentStroke}`, backgroundColor: tokens.colorNeutralBackground3, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase200, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The three sentences: what happened, what was kept, what to do. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const language = useLanguage();
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <p className={layout.paragraph}>{say(problem.kept, language)}</p>
      <p className={layout.paragraph}>{say(problem.advice, language)}</p>
      {problem.issues.length > 0 && <IssueList issues={problem.issues} />}
      <ProblemDetails problem={problem} />
    </div>
  );
}

function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const say = useSay();
  const { copy } = useActions();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <Fold title={say('pane.problem.details')}>
      <div className={layout.stack}>
        {/* Focusable, since it scrolls. */}
        <pre className={styles.details} tabIndex={0} aria-label={say('pane.problem.details')}>
          {problem.details}
        </pre>
        <div>
          <Button onClick={() => void copy(problem.details)}>{say('pane.problem.copy-details')}</Button>
        </div>
        <SelfCheckLink />
      </div>
    </Fold>
  );
}

/** A failure that stopped nothing, as a bar above the view. */
export function ProblemBar({ problem }: { readonly problem: Problem }) {
  const say = useSay();
  const language = useLanguage();
  const styles = useStyles();
  const { copy, dismissNotice } = useActions();
  return (
    <MessageBar intent="error" layout="multiline" shape="square">
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>{sentence(problem.happened, language)}</MessageBarTitle>
        {[problem.kept, problem.advice].map((each) => sentence(each, language)).join(language === 'en' ? ' ' : '')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void copy(problem.details)}>
          {say('pane.problem.copy-details')}
        </Button>
        <Button size="small" onClick={dismissNotice}>
          {say('pane.close')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const sentence = say;
