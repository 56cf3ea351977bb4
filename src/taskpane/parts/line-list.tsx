/** Lines of a ledger, one under another; each leads to its row in the sheet. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LineView } from '../../engine';
import { dayText, money, useActions, useSay, type Say } from '../pane-context';
import { useLayout } from '../styles';
import { Amount } from './amount';

const useStyles = makeStyles({
  line: { padding: '4px', minHeight: '24px' },
  memo: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', justifyContent: 'space-between' },
});

export function LineList({ lines }: { readonly lines: readonly LineView[] }) {
  const layout = useLayout();
  return (
    <ul className={layout.list}>
      {lines.map((line) => (
        <li key={`${line.sheet}|${line.row}|${line.amountMinor}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: LineView }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { goToLine } = useActions();
  return (
    <button type="button" className={mergeClasses(layout.pressable, styles.line)} title={[line.references, line.memo].filter(Boolean).join(' · ')} aria-label={lineText(line, say)} onClick={() => void goToLine(line)}>
      <span className={styles.head}>
        <span className={layout.breakable}>
          <span className={layout.figures}>{dayText(line.day)}</span> {lineName(line, say)}
        </span>
        <span style={{ marginLeft: 'auto' }}>
          <Amount minor={line.amountMinor} currency={line.currency} />
        </span>
      </span>
      {(line.references || line.memo) && <span className={styles.memo}>{[line.references, line.memo].filter(Boolean).join(' · ')}</span>}
    </button>
  );
}

/** The document's number; where it has none its kind, with the reference it carries if `full`. */
export function lineName(line: LineView, say: Say, full = false): string {
  return line.document || [line.kindText || say(line.kind), full && line.references].filter(Boolean).join(' ');
}

/** The whole line as one sentence, for those who hear it. */
export function lineText(line: LineView, say: Say): string {
  const what = [line.kindText || say(line.kind), line.document, line.memo].filter(Boolean).join(' ');
  return say('pane.line', { side: { term: line.side }, sheet: line.sheet, row: line.row, day: dayText(line.day), what, amount: money(line.amountMinor, line.currency) });
}
