/** The pane's head: its name, the way back to the ledgers, and the theme. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useActions, usePane, useSay } from '../pane-context';
import type { ThemeChoice } from '../state';
import { Logo } from './marks';

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 8px 8px 16px', flexShrink: 0 },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
});

export function Head() {
  const say = useSay();
  const styles = useStyles();
  const theme = usePane((state) => state.theme);
  const canSeeLedgers = usePane((state) => state.job.state === 'done' && state.view !== 'ledgers');
  const { setTheme, show } = useActions();
  return (
    <header className={styles.head}>
      <Logo />
      <span className={styles.name}>{say('pane.name')}</span>
      {canSeeLedgers && (
        <Button size="small" appearance="subtle" onClick={() => show('ledgers')}>
          {say('pane.head.ledgers')}
        </Button>
      )}
      <Button size="small" appearance="subtle" aria-label={say('pane.theme.label', { theme: { term: `pane.theme.${theme}` } })} onClick={() => setTheme(NEXT_THEME[theme])}>
        {say(`pane.theme.${theme}`)}
      </Button>
    </header>
  );
}
