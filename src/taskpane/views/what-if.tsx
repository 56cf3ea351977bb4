/** What if the weights or the number of reps were others: the order and the cash change, nothing is kept. */
import { useEffect, useState } from 'react';
import { Field, Slider, SpinButton, makeStyles } from '@fluentui/react-components';
import { DEFAULT_SETTINGS, FACTORS, type Factor, type PlanView, type SettingsChange } from '../../engine';
import { money, useActions, usePane, useSay } from '../pane-context';
import { WeekBars } from '../parts/bars';
import { Fold } from '../parts/fold';
import { useLayout } from '../styles';

const WEIGHT_MAX = 60;
const REPS_MAX = 50;
/** Weeks over which the change in cash is told. */
const WEEKS_COMPARED = 8;
/** A slider moves in many small steps; the plan is made anew when it rests. */
const REST_MILLISECONDS = 250;

const keyOf = (factor: Factor) => `collection.weights.${factor}`;
const REPS_KEY = 'collection.repCount';

const useStyles = makeStyles({ weight: { display: 'grid', gridTemplateColumns: '1fr 32px', alignItems: 'center', '& > span': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } });

export function WhatIf() {
  const say = useSay();
  const layout = useLayout();
  const { change, view, whatIf } = usePane((state) => state.plan);
  const currency = usePane((state) => state.currency);
  const [draft, setDraft] = useDraft(change);
  if (!view) return null;
  const weights = view.weights ?? DEFAULT_SETTINGS.collection.weights;
  return (
    <Fold title={say('pane.plan.what-if')}>
      <div className={layout.stack}>
        <div className={layout.muted}>{say('pane.plan.what-if-lead')}</div>
        {currency && <CashChange before={view} after={whatIf} currency={currency} />}
        {FACTORS.map((factor) => (
          <Weight key={factor} factor={factor} value={Number(draft[keyOf(factor)] ?? weights[factor])} onChange={(value) => setDraft({ ...draft, [keyOf(factor)]: value })} />
        ))}
        <Field label={say('pane.plan.reps')}>
          <SpinButton min={1} max={REPS_MAX} value={Number(draft[REPS_KEY] ?? repCount(view))} onChange={(_, { value, displayValue }) => setDraft({ ...draft, [REPS_KEY]: clampReps(value ?? Number(displayValue)) })} />
        </Field>
      </div>
    </Fold>
  );
}

function Weight({ factor, value, onChange }: { readonly factor: Factor; readonly value: number; readonly onChange: (value: number) => void }) {
  const say = useSay();
  const styles = useStyles();
  const label = say(`factor.${factor}`);
  return (
    <div>
      <div>{label}</div>
      <div className={styles.weight}>
        <Slider aria-label={label} min={0} max={WEIGHT_MAX} value={value} onChange={(_, data) => onChange(data.value)} />
        <span>{value}</span>
      </div>
    </div>
  );
}

function CashChange({ before, after, currency }: { readonly before: PlanView; readonly after: PlanView | null; readonly currency: string }) {
  const say = useSay();
  const layout = useLayout();
  const weeksOf = (view: PlanView) => view.expectedCash.filter((week) => week.currency === currency).slice(0, WEEKS_COMPARED);
  const sum = (view: PlanView) => money(weeksOf(view).reduce((total, week) => total + week.expectedMinor, 0), currency);
  const [planned, now] = [sum(before), sum(after ?? before)];
  const change = after ? (now === planned ? 'pane.plan.cash-same' : 'pane.plan.cash-change') : 'pane.plan.cash';
  return (
    <div className={layout.tight}>
      <div>{say(change, { count: WEEKS_COMPARED, before: planned, now })}</div>
      <WeekBars weeks={weeksOf(after ?? before)} currency={currency} />
    </div>
  );
}

/** The sliders as they stand; told to the store once they rest, and set back when the store goes back. */
function useDraft(change: SettingsChange): [SettingsChange, (draft: SettingsChange) => void] {
  const { setWhatIf } = useActions();
  const [draft, setDraft] = useState<SettingsChange | null>(null);
  useEffect(() => {
    if (!draft) return;
    const timer = setTimeout(() => {
      setDraft(null);
      void setWhatIf(draft);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [draft, setWhatIf]);
  return [draft ?? change, setDraft];
}

/** As the settings say; else as many as the plan names. */
function repCount({ rows, repCount: set }: PlanView): number {
  return set ?? Math.max(1, new Set(rows.map((row) => row.rep)).size);
}

function clampReps(value: number): number {
  return Number.isFinite(value) ? Math.min(REPS_MAX, Math.max(1, Math.round(value))) : 1;
}
