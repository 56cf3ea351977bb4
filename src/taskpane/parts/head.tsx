/** The pane's head: its name, or once there is a result the way between its views; and the theme. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useActions, usePane, useSay } from '../pane-context';
import type { ThemeChoice } from '../state';
import { HalfSun, Logo, Moon, Sun } from './marks';
import { ViewTabs } from './view-tabs';

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };

const THEME_MARK = { system: HalfSun, light: Sun, dark: Moon } as const;

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', padding: '0 8px', flexShrink: 0, minHeight: '44px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { display: 'flex', alignItems: 'center', gap: '8px', flexGrow: 1, paddingLeft: '8px' },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
});

export function Head() {
  const say = useSay();
  const styles = useStyles();
  const theme = usePane((state) => state.theme);
  const hasResult = usePane((state) => state.job.state === 'done');
  const { setTheme } = useActions();
  const ThemeMark = THEME_MARK[theme];
  const themeLabel = say('pane.theme.label', { theme: { term: `pane.theme.${theme}` } });
  return (
    <header className={styles.head}>
      {hasResult ? (
        <ViewTabs />
      ) : (
        <div className={styles.title}>
          <Logo />
          <span className={styles.name}>{say('pane.name')}</span>
        </div>
      )}
      <Button size="small" appearance="subtle" icon={<ThemeMark />} aria-label={themeLabel} title={themeLabel} onClick={() => setTheme(NEXT_THEME[theme])} />
    </header>
  );
}
