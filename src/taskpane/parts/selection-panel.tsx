/** Where the rows went that are selected in the sheet: matched with, explained as, settled by, still open. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { TraceView } from '../../engine';
import { money, useActions, usePane, useSay } from '../pane-context';
import { useLayout } from '../styles';
import { lineName } from './line-list';

/** More would push the review out of sight. */
const TRACES_SHOWN = 3;

const useStyles = makeStyles({
  panel: { padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium, display: 'flex', flexDirection: 'column', gap: '8px' },
});

export function SelectionPanel() {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const traces = usePane((state) => state.selection?.traces);
  if (!traces || traces.length === 0) return null;
  return (
    <div className={styles.panel} role="group" aria-label={say('pane.selection.title')}>
      <div className={layout.strong}>{say('pane.selection.title')}</div>
      {traces.slice(0, TRACES_SHOWN).map((trace) => (
        <Trace key={`${trace.line.sheet}|${trace.line.row}|${trace.line.amountMinor}`} trace={trace} />
      ))}
    </div>
  );
}

function Trace({ trace: { line, match, item, settledBy, openMinor } }: { readonly trace: TraceView }) {
  const say = useSay();
  const layout = useLayout();
  const { lookAtMatch } = useActions();
  const others = match ? [...match.ours, ...match.theirs].filter((each) => !(each.sheet === line.sheet && each.row === line.row)) : [];
  const matched = match && say(match.kind === 'suggested' ? 'pane.selection.suggested' : 'pane.selection.matched', { lines: { list: others.map((each) => lineName(each, say)) }, rule: match.ruleText });
  return (
    <div className={layout.breakable}>
      <div className={layout.muted}>{say('pane.selection.row', { sheet: line.sheet, row: line.row })}</div>
      {match && (
        <button type="button" className={layout.pressable} onClick={() => void lookAtMatch(match)}>
          {matched}
        </button>
      )}
      {item && <div>{say('pane.selection.item', { category: item.categoryText, text: item.text })}</div>}
      {settledBy.map((each, i) => (
        <div key={i}>{say('pane.selection.settled', { amount: money(each.amountMinor, line.currency), row: each.line.row, sheet: each.line.sheet, rule: each.ruleText })}</div>
      ))}
      {openMinor !== null && <div>{openMinor === 0 ? say('pane.selection.settled-in-full') : say('pane.selection.open', { amount: money(openMinor, line.currency) })}</div>}
    </div>
  );
}
