/** The result in numbers: what is owed, what needs the user, what is likely to come in, and where the sheets are. */
import { useEffect } from 'react';
import { Button, Link, MessageBar, MessageBarActions, MessageBarBody, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CLASSES, type CurrencySummary, type SummaryView } from '../../engine';
import { money, useActions, useInks, usePane, useSay, useSayCount } from '../pane-context';
import { Amount } from '../parts/amount';
import { Sparkline, StackedBar, WeekBars } from '../parts/bars';
import { Tick, Warning } from '../parts/marks';
import { ViewFrame } from '../parts/view-frame';
import { useLayout } from '../styles';

/** More weeks than anyone plans by. */
const WEEKS_SHOWN = 8;

export function Results() {
  const say = useSay();
  const sayCount = useSayCount();
  const summary = usePane((state) => state.summary);
  const currency = usePane((state) => state.currency);
  const unwritten = usePane((state) => state.unwritten);
  const { setCurrency, writeSheets, show, loadReview } = useActions();
  useEffect(() => void loadReview(), [loadReview]);
  if (!summary) return null;
  const figures = summary.currencies.find((each) => each.currency === currency);
  return (
    <ViewFrame
      title={say('pane.results.title')}
      lead={sayCount('pane.results.lead', new Set(summary.customers.map(({ customer }) => customer)).size, { day: { day: summary.asOf }, entries: summary.counts.entries.toLocaleString('en') })}
      foot={
        unwritten ? (
          <Button appearance="primary" size="large" onClick={() => void writeSheets()}>
            {say('pane.results.write')}
          </Button>
        ) : summary.counts.suggested > 0 ? (
          <Button appearance="primary" size="large" onClick={() => show('review')}>
            {say('pane.results.review', { count: summary.counts.suggested })}
          </Button>
        ) : (
          <Button appearance="primary" size="large" onClick={() => show('plan')}>
            {say('pane.results.plan')}
          </Button>
        )
      }
    >
      {unwritten && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say('pane.results.unwritten')}</MessageBarBody>
        </MessageBar>
      )}
      {summary.currencies.length > 1 && (
        <Select aria-label={say('pane.results.currency')} value={currency ?? ''} onChange={(_, { value }) => setCurrency(value)}>
          {summary.currencies.map((each) => (
            <option key={each.currency} value={each.currency}>
              {each.currency}
            </option>
          ))}
        </Select>
      )}
      {figures && <Figures figures={figures} summary={summary} />}
      <SheetLinks />
    </ViewFrame>
  );
}

function Figures({ figures, summary }: { readonly figures: CurrencySummary; readonly summary: SummaryView }) {
  return (
    <>
      <Owed figures={figures} />
      <Difference figures={figures} summary={summary} />
      <Classes figures={figures} />
      <Cash figures={figures} />
      <KeyFigures figures={figures} />
    </>
  );
}

function Owed({ figures }: { readonly figures: CurrencySummary }) {
  const say = useSay();
  const layout = useLayout();
  const overdueShare = figures.oursMinor > 0 ? Math.max(0, figures.overdueMinor) / figures.oursMinor : 0;
  return (
    <div>
      <div className={layout.muted}>{say('pane.results.owed')}</div>
      <Amount minor={figures.oursMinor} currency={figures.currency} size="large" />
      {(figures.oursMinor > 0 || figures.overdueMinor > 0) && <div>{say('pane.results.overdue', { amount: money(figures.overdueMinor, figures.currency), share: { share: overdueShare } })}</div>}
    </div>
  );
}

const useExplainedStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: '4px', paddingLeft: '12px', borderLeft: `2px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200 },
  verdict: { display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** Ours, theirs and what lies between, by category; unexplained always has its line. */
function Difference({ figures, summary }: { readonly figures: CurrencySummary; readonly summary: SummaryView }) {
  const say = useSay();
  const layout = useLayout();
  const { currency } = figures;
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.results.difference')}</h2>
      <Line label={say('pane.results.ours')} minor={figures.oursMinor - notCompared(summary, currency)} currency={currency} />
      <Line label={say('pane.results.theirs')} minor={figures.theirsMinor} currency={currency} />
      <Line label={say('pane.results.ours-less-theirs')} minor={figures.differenceMinor} currency={currency} strong />
      <Explained figures={figures} />
      {notCompared(summary, currency) !== 0 && <p className={layout.muted}>{say('pane.results.not-compared', { amount: money(notCompared(summary, currency), currency) })}</p>}
    </div>
  );
}

/** What the difference is made of, step by step, and how much of it nothing explains. */
function Explained({ figures: { byCategory, unexplainedMinor, currency } }: { readonly figures: CurrencySummary }) {
  const say = useSay();
  const styles = useExplainedStyles();
  return (
    <>
      {byCategory.length > 0 && (
        <div className={styles.steps}>
          {byCategory.map(({ category, amountMinor, count }) => (
            <Line key={category} label={say('pane.results.category', { category: { term: category }, count })} minor={amountMinor} currency={currency} />
          ))}
        </div>
      )}
      {unexplainedMinor === 0 ? (
        <span className={styles.verdict}>
          <Tick />
          {say('pane.results.all-explained')}
        </span>
      ) : (
        <span className={mergeClasses(styles.verdict, styles.doubt)}>
          <Warning />
          {say('pane.results.unexplained', { amount: money(unexplainedMinor, currency) })}
        </span>
      )}
    </>
  );
}

/** Balances of customers whose ledger is not in the workbook: owed, but nothing to compare. */
function notCompared({ customers }: SummaryView, currency: string): number {
  return customers.reduce((sum, line) => (line.currency === currency && !line.hasTheirs ? sum + line.oursMinor : sum), 0);
}

function Line({ label, minor, currency, strong = false }: { readonly label: string; readonly minor: number; readonly currency: string; readonly strong?: boolean }) {
  const layout = useLayout();
  return (
    <div className={layout.spread}>
      <span className={strong ? layout.strong : undefined}>{label}</span>
      <Amount minor={minor} currency={currency} size={strong ? 'strong' : undefined} />
    </div>
  );
}

function Classes({ figures }: { readonly figures: CurrencySummary }) {
  const say = useSay();
  const layout = useLayout();
  const inks = useInks();
  const parts = CLASSES.map((each) => ({ key: each, label: say(each), amountMinor: figures.classesMinor[each], color: inks.classes[each] }));
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.results.classes')}</h2>
      <StackedBar parts={parts} currency={figures.currency} title={say('pane.results.classes')} />
    </div>
  );
}

function Cash({ figures }: { readonly figures: CurrencySummary }) {
  const say = useSay();
  const layout = useLayout();
  if (figures.expectedCash.length === 0) return null;
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.results.cash')}</h2>
      <WeekBars weeks={figures.expectedCash.slice(0, WEEKS_SHOWN)} currency={figures.currency} />
    </div>
  );
}

const useKeyStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '16px', margin: 0 },
  cell: { minWidth: 0 },
  value: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

function KeyFigures({ figures }: { readonly figures: CurrencySummary }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useKeyStyles();
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.results.key-figures')}</h2>
      <dl className={styles.grid}>
        {figures.keyFigures.map(({ name, now, monthEnds }) => (
          <div key={name} className={styles.cell}>
            <dt className={layout.muted}>{say(`pane.figure.${name}`)}</dt>
            <dd className={styles.value}>{now === null ? '–' : say(`pane.figure.${name}.value`, { value: now.toFixed(1) })}</dd>
            <Sparkline values={[...monthEnds].sort((a, b) => a.day - b.day).map(({ value }) => value)} />
          </div>
        ))}
      </dl>
      <span className={layout.muted}>{say('pane.results.key-figures-legend')}</span>
    </div>
  );
}

const useSheetStyles = makeStyles({ sheets: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(136px, 1fr))', columnGap: '12px', rowGap: '8px' } });

function SheetLinks() {
  const say = useSay();
  const layout = useLayout();
  const styles = useSheetStyles();
  const resultSheets = usePane((state) => state.resultSheets);
  const { goToSheet } = useActions();
  if (resultSheets.length === 0) return null;
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.results.sheets')}</h2>
      <ul className={styles.sheets}>
        {resultSheets.map(({ key, name }) => (
          <li key={key} className={layout.breakable}>
            <Link as="button" onClick={() => void goToSheet(name)}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Said above every view of a result once a sheet it came from has changed. */
export function OutOfDateBar() {
  const say = useSay();
  const summary = usePane((state) => state.summary);
  const changedSheets = usePane((state) => state.changedSheets);
  const ledgers = usePane((state) => state.ledgers);
  const { run } = useActions();
  const changed = changedSheets.filter((name) => ledgers?.sheets.some((sheet) => sheet.sheet === name && sheet.role !== 'ignore'));
  if (!summary || changed.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" shape="square">
      <MessageBarBody>{say('pane.out-of-date', { sheets: { list: changed }, count: changed.length })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void run()}>
          {say('pane.out-of-date.run')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
