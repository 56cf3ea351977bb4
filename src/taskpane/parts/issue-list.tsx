/** What is wrong with the sheets, each line a link to its cell. Errors first. */
import { useState } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { IssueView } from '../../engine';
import { useActions, useSay } from '../pane-context';
import { useLayout } from '../styles';

/** A broken export has thousands of the same; the first few say it. */
const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  item: { padding: '6px 0', display: 'flex', flexDirection: 'column', gap: '2px' },
  error: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function IssueList({ issues }: { readonly issues: readonly IssueView[] }) {
  const say = useSay();
  const layout = useLayout();
  const [all, setAll] = useState(false);
  const sorted = [...issues.filter((issue) => issue.severity === 'error'), ...issues.filter((issue) => issue.severity === 'warning')];
  const shown = all ? sorted : sorted.slice(0, SHOWN_AT_FIRST);
  return (
    <div>
      <ul className={layout.list}>
        {shown.map((issue, i) => (
          <Issue key={i} issue={issue} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Link as="button" onClick={() => setAll(true)}>
          {say('pane.show-all', { count: sorted.length })}
        </Link>
      )}
    </div>
  );
}

function Issue({ issue }: { readonly issue: IssueView }) {
  const say = useSay();
  const { goToIssue } = useActions();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <li className={mergeClasses(layout.ruled, styles.item)}>
      <span>
        <span className={styles[issue.severity]}>{say(`pane.severity.${issue.severity}`)}</span> <span className={layout.breakable}>{issue.text}</span>
      </span>
      {issue.sheet && (
        <Link as="button" className={mergeClasses(layout.breakable)} onClick={() => void goToIssue(issue)}>
          {cellName(issue)}
        </Link>
      )}
    </li>
  );
}

/** `Ledger!C14`, as Excel writes it. */
function cellName({ sheet, row, column }: IssueView): string {
  return row === null ? sheet : `${sheet}!${column || 'A'}${row}`;
}
