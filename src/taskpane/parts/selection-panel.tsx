/** Where the rows went that are selected in the sheet: matched with, explained as, settled by, still open. */
import { Link, mergeClasses } from '@fluentui/react-components';
import type { TraceView } from '../../engine';
import { money, useActions, usePane, useSay, useSayCount } from '../pane-context';
import { useLayout } from '../styles';
import { lineName } from './line-list';

/** More would push the review out of sight. */
const TRACES_SHOWN = 3;

export function SelectionPanel() {
  const sayCount = useSayCount();
  const layout = useLayout();
  const traces = usePane((state) => state.selection?.traces);
  if (!traces || traces.length === 0) return null;
  const title = sayCount('pane.selection.title', traces.length);
  return (
    <div className={mergeClasses(layout.panel, layout.stack)} role="group" aria-label={title}>
      <div className={layout.strong}>{title}</div>
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
  const matched = match && say(match.kind === 'suggested' ? 'pane.selection.suggested' : 'pane.selection.matched', { lines: { list: others.map((each) => lineName(each, say, true)) }, rule: match.ruleText });
  return (
    <div className={layout.breakable}>
      <div className={layout.muted}>{say('pane.selection.row', { sheet: line.sheet, row: line.row })}</div>
      {match && (
        <Link as="button" onClick={() => void lookAtMatch(match)}>
          {matched}
        </Link>
      )}
      {item && <div>{say('pane.selection.item', { category: item.categoryText, text: item.text })}</div>}
      {settledBy.map((each, i) => (
        <div key={i}>{say('pane.selection.settled', { amount: money(each.amountMinor, line.currency), row: each.line.row, sheet: each.line.sheet, rule: each.ruleText })}</div>
      ))}
      {openMinor !== null && <div>{openMinor === 0 ? say('pane.selection.settled-in-full') : say('pane.selection.open', { amount: money(openMinor, line.currency) })}</div>}
    </div>
  );
}
