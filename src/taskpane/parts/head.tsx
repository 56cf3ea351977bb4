/** The pane's head: its name, the way back to the ledgers, and the theme. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useActions, usePane, useSay } from '../pane-context';
import type { ThemeChoice } from '../state';
import { HalfSun, Logo, Moon, Sun } from './marks';

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };

const THEME_MARK = { system: HalfSun, light: Sun, dark: Moon } as const;

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
  const ThemeMark = THEME_MARK[theme];
  const themeLabel = say('pane.theme.label', { theme: { term: `pane.theme.${theme}` } });
  return (
    <header className={styles.head}>
      <Logo />
      <span className={styles.name}>{say('pane.name')}</span>
      {canSeeLedgers && (
        <Button size="small" appearance="subtle" onClick={() => show('ledgers')}>
          {say('pane.head.ledgers')}
        </Button>
      )}
      <Button size="small" appearance="subtle" icon={<ThemeMark />} aria-label={themeLabel} title={themeLabel} onClick={() => setTheme(NEXT_THEME[theme])} />
    </header>
  );
}
