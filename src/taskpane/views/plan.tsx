/** The plan in the pane: who comes first, filtered; and what would be if the weights were others. */
import { useEffect, useState } from 'react';
import { Button, Field, Link, MessageBar, MessageBarActions, MessageBarBody, Select, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanRowView } from '../../engine';
import { dayText, useActions, usePane, useSay, useSayCount } from '../pane-context';
import { Amount } from '../parts/amount';
import { ClassTag } from '../parts/class-tag';
import { Fold } from '../parts/fold';
import { totalsText } from '../parts/totals';
import { ViewFrame } from '../parts/view-frame';
import { filteredRows, filterChoices, FILTER_NAMES, rankMoves } from '../plan-rows';
import { NO_FILTERS } from '../state';
import { useLayout } from '../styles';
import { WhatIf } from './what-if';

const PAGE = 30;

export function Plan() {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const { view, filters, whatIf } = usePane((state) => state.plan);
  const planSheet = usePane((state) => state.resultSheets.find(({ key }) => key === 'plan'));
  const { loadPlan, goToSheet } = useActions();
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => void loadPlan(), [loadPlan]);
  if (!view) {
    return (
      <ViewFrame title={say('pane.plan.title')}>
        <Spinner label={say('pane.customer.loading')} />
      </ViewFrame>
    );
  }
  const all = (whatIf ?? view).rows;
  const rows = filteredRows(all, filters);
  const moves = whatIf ? rankMoves(view.rows, whatIf.rows) : new Map<string, number>();
  return (
    <ViewFrame
      title={say('pane.plan.title')}
      lead={rows.length > 0 && sayCount('pane.plan.lead', rows.length, { amounts: totalsText(rows.map((row) => ({ currency: row.currency, amountMinor: row.askMinor }))) || '–' })}
      foot={
        planSheet && (
          <Button appearance="primary" size="large" onClick={() => void goToSheet(planSheet.name)}>
            {say('pane.plan.open-sheet')}
          </Button>
        )
      }
    >
      {whatIf && <WhatIfBar />}
      <Filters rows={all} />
      {rows.length > 0 && <p className={layout.muted}>{say('pane.plan.order')}</p>}
      {rows.length === 0 && <p className={layout.paragraph}>{say(all.length === 0 ? 'pane.plan.empty' : 'pane.plan.none')}</p>}
      <ol className={layout.list}>
        {rows.slice(0, limit).map((row) => (
          <PlanRow key={`${row.customer}|${row.currency}`} row={row} move={moves.get(`${row.customer}|${row.currency}`) ?? 0} />
        ))}
      </ol>
      {rows.length > limit && (
        <Link as="button" onClick={() => setLimit(limit + PAGE)}>
          {say('pane.plan.more', { count: Math.min(PAGE, rows.length - limit) })}
        </Link>
      )}
      {all.length > 0 && <WhatIf />}
    </ViewFrame>
  );
}

function WhatIfBar() {
  const say = useSay();
  const { setWhatIf } = useActions();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{say('pane.plan.what-if-active')}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void setWhatIf({})}>
          {say('pane.plan.what-if-reset')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: '1fr 1fr', alignItems: 'end', gap: '8px', paddingBottom: '8px', '& > *': { minWidth: 0 }, '& select': { minWidth: 0, width: '100%' } },
  row: { display: 'grid', gridTemplateColumns: '28px 1fr', columnGap: '4px' },
  rank: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', paddingRight: '4px' },
  part: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px' },
  parts: { paddingLeft: '32px', paddingBottom: '6px', marginTop: '-6px', fontSize: tokens.fontSizeBase200 },
  points: { minHeight: '24px' },
});

function Filters({ rows }: { readonly rows: readonly PlanRowView[] }) {
  const say = useSay();
  const styles = useStyles();
  const filters = usePane((state) => state.plan.filters);
  const { setPlanFilter } = useActions();
  const set = FILTER_NAMES.filter((name) => filters[name] !== '').length;
  // Not every workbook tells regions or reps.
  const offered = FILTER_NAMES.map((name) => ({ name, choices: filterChoices(rows, name) })).filter(({ name, choices }) => choices.length > 0 || filters[name] !== '');
  if (offered.length === 0) return null;
  return (
    <Fold title={set > 0 ? say('pane.plan.filters-active', { count: set }) : say('pane.plan.filters')}>
      <div className={styles.filters}>
        {offered.map(({ name, choices }) => (
          <Field key={name} label={say(`pane.plan.filter.${name}`)}>
            <Select value={filters[name]} onChange={(_, { value }) => setPlanFilter({ [name]: value })}>
              <option value="">{say('pane.plan.all')}</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {name === 'class' ? say(value) : label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      {set > 0 && (
        <Link as="button" onClick={() => setPlanFilter(NO_FILTERS)}>
          {say('pane.plan.clear')}
        </Link>
      )}
    </Fold>
  );
}

/** A customer's place in the order; opened, the points one by one. */
function PlanRow({ row, move }: { readonly row: PlanRowView; readonly move: number }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { openCustomer } = useActions();
  return (
    <li className={layout.ruled}>
      <button type="button" className={mergeClasses(layout.pressable, styles.row)} style={{ display: 'grid' }} onClick={() => void openCustomer({ customer: row.customer, currency: row.currency })}>
        <span className={styles.rank}>{row.rank}</span>
        <span>
          <span className={layout.spread}>
            <span className={mergeClasses(layout.strong, layout.breakable)}>{row.name}</span>
            <Amount minor={row.askMinor} currency={row.currency} />
          </span>
          <span className={mergeClasses(layout.spread, layout.muted)}>
            <span>{row.actionText}</span>
            <ClassTag of={row.class} />
          </span>
          <span className={mergeClasses(layout.spread, layout.muted, layout.figures)}>
            <span>{[dayText(row.day), row.rep].filter(Boolean).join(' · ')}</span>
            {move !== 0 && <span className={layout.strong}>{say(move > 0 ? 'pane.plan.moved-up' : 'pane.plan.moved-down', { places: Math.abs(move) })}</span>}
          </span>
        </span>
      </button>
      <Fold className={styles.parts} summaryClassName={mergeClasses(styles.points, layout.figures)} title={say('pane.plan.points', { points: row.points.toFixed(1) })}>
        {row.parts.filter((part) => signed(part.points) !== NO_POINTS).map((part) => (
          <div key={part.factor} className={styles.part}>
            <span className={layout.breakable}>{part.text}</span>
            <span className={layout.figures}>{signed(part.points)}</span>
          </div>
        ))}
      </Fold>
    </li>
  );
}

/** Factors that say nothing of this customer are left out. */
const NO_POINTS = '+0.0';

function signed(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return rounded < 0 ? `−${(-rounded).toFixed(1)}` : `+${rounded.toFixed(1)}`;
}
