/** The way between the views of a result. They are places, not panels of one page: the current one is marked as such. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useActions, usePane, useSay } from '../pane-context';
import { VIEWS } from '../state';

const useStyles = makeStyles({
  nav: { flexGrow: 1, minWidth: 0, overflowX: 'auto', scrollbarWidth: 'none', alignSelf: 'stretch' },
  tabs: { display: 'flex', listStyleType: 'none', margin: 0, padding: 0, height: '100%' },
  tab: {
    font: 'inherit', color: tokens.colorNeutralForeground2, background: 'none', border: 'none', borderBottom: '2px solid transparent', padding: '2px 8px 0', height: '100%', minHeight: '43px', cursor: 'pointer', whiteSpace: 'nowrap',
    // At the pane's narrowest all five still stand side by side.
    '@media (max-width: 359px)': { paddingLeft: '5px', paddingRight: '5px', fontSize: tokens.fontSizeBase200 },
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    // A transparent edge is drawn where colours are forced: there only the current tab keeps one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas', ':hover': { borderBottomColor: 'CanvasText' } },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorBrandStroke1, ':hover': { borderBottomColor: tokens.colorBrandStroke1 }, '@media (forced-colors: active)': { borderBottomColor: 'Highlight', ':hover': { borderBottomColor: 'Highlight' } } },
});

/** The ledgers last: one goes back there to put something right. */
const PLACES = [...VIEWS, 'ledgers'] as const;

export function ViewTabs() {
  const say = useSay();
  const styles = useStyles();
  const view = usePane((state) => state.view);
  const { show } = useActions();
  const current = view === 'customer' ? 'customers' : view;
  return (
    <nav className={styles.nav} aria-label={say('pane.tabs')}>
      <ul className={styles.tabs}>
        {PLACES.map((each) => (
          <li key={each}>
            <button type="button" className={mergeClasses(styles.tab, each === current && styles.current)} aria-current={each === current ? 'page' : undefined} onClick={() => show(each)}>
              {say(`pane.tab.${each}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
