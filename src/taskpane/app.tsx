/** The pane as a whole: theme, head, tabs, the view that the state asks for, and what is said aloud. */
import { useEffect, useMemo, useRef } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { say, type Language } from '../texts';
import { isResting } from './job';
import { useKeptFocus } from './kept-focus';
import { PaneContext, usePane, useSay } from './pane-context';
import { ProblemBar } from './parts/problem-note';
import { Head } from './parts/head';
import type { View } from './state';
import type { Pane } from './store';
import { useLayout } from './styles';
import { inksFor, themeFor, useDark } from './theme';
import { Customer } from './views/customer';
import { Customers } from './views/customers';
import { Failed } from './views/failed';
import { FirstRun } from './views/first-run';
import { Ledgers } from './views/ledgers';
import { Plan } from './views/plan';
import { OutOfDateBar, Results } from './views/results';
import { Review } from './views/review';
import { Working } from './views/working';

const useStyles = makeStyles({
  pane: {
    display: 'flex', flexDirection: 'column', height: '100vh', minWidth: '300px', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    // No last word alone on a line.
    textWrap: 'pretty',
    // A finger needs more room than a pointer.
    '@media (pointer: coarse)': { '& button, & summary, & select, & .fui-Input': { minHeight: '40px', minWidth: '40px' } },
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bars: { flexShrink: 0 },
});

export interface AppProps {
  readonly pane: Pane;
  readonly language: Language;
  /** What Office says of its theme; undefined on the web. */
  readonly officeIsDark: boolean | undefined;
}

export function App({ pane, language, officeIsDark }: AppProps) {
  const dark = useDark(useStore(pane.store, ({ theme }) => theme), officeIsDark);
  const theme = useMemo(() => themeFor(dark, language), [dark, language]);
  const context = useMemo(() => ({ pane, language, inks: inksFor(dark) }), [pane, language, dark]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = say({ code: 'pane.name' }, language);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [language, dark]);
  return (
    <PaneContext value={context}>
      <FluentProvider theme={theme}>
        <Frame />
      </FluentProvider>
    </PaneContext>
  );
}

function Frame() {
  const styles = useStyles();
  const notice = usePane((state) => state.notice);
  const job = usePane((state) => state.job);
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane);
  return (
    <div className={styles.pane} ref={pane}>
      <Head />
      <main className={styles.main}>
        <div className={styles.bars}>
          {notice && <ProblemBar problem={notice} />}
          {isResting(job) && <OutOfDateBar />}
        </div>
        <CurrentView />
      </main>
      <Announcer />
    </div>
  );
}

function CurrentView() {
  const job = usePane((state) => state.job);
  const view = usePane((state) => state.view);
  switch (job.state) {
    case 'starting':
      return null;
    case 'welcome':
      return <FirstRun />;
    case 'reading':
    case 'running':
      return <Working job={job} key={job.state} />;
    case 'ready':
      return <Ledgers />;
    case 'failed':
      return <Failed problem={job.problem} />;
    case 'done':
      return <ResultView view={view} />;
  }
}

function ResultView({ view }: { readonly view: View }) {
  switch (view) {
    case 'results':
      return <Results />;
    case 'review':
      return <Review />;
    case 'customers':
      return <Customers />;
    case 'customer':
      return <Customer />;
    case 'plan':
      return <Plan />;
    case 'ledgers':
      return <Ledgers />;
  }
}

/** Says what has just happened to those who cannot see it happen. */
function Announcer() {
  const say = useSay();
  const layout = useLayout();
  const announcement = usePane((state) => state.announcement);
  const job = usePane((state) => state.job);
  const step = job.state === 'running' || job.state === 'reading' ? say(`pane.step.${job.progress.step}`) : '';
  const waiting = step && job.state !== 'starting' && 'progress' in job && job.progress.waitingForCell ? say('pane.working.cell-edit') : '';
  return (
    <div className={layout.hidden} role="status">
      {/* The same words again are said again only where they are put up anew. */}
      {waiting || step || (announcement && <span key={announcement.turn}>{say(announcement.code, announcement.values)}</span>)}
    </div>
  );
}
