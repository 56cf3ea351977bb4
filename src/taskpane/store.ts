/** The pane's one store: its state and the actions that change it. Views read and call it, nothing else. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { jobActions, type JobActions } from './actions/job-actions';
import { ledgerActions, type LedgerActions } from './actions/ledger-actions';
import { navigationActions, type NavigationActions } from './actions/navigation-actions';
import { planActions, type PlanActions } from './actions/plan-actions';
import { reviewActions, type ReviewActions } from './actions/review-actions';
import { selfCheckActions, type SelfCheckActions } from './actions/self-check-actions';
import type { Workbench } from './actions/workbench';
import { INITIAL_STATE, type PaneParts, type PaneState } from './state';

export interface PaneActions extends JobActions, LedgerActions, NavigationActions, PlanActions, ReviewActions, SelfCheckActions {}

export interface Pane {
  readonly store: StoreApi<PaneState>;
  readonly actions: PaneActions;
  readonly parts: PaneParts;
}

export function createPane(parts: PaneParts): Pane {
  const store = createStore<PaneState>(() => INITIAL_STATE);
  const bench: Workbench = { parts, get: store.getState, set: (change) => store.setState(change) };
  const jobs = jobActions(bench);
  const navigation = navigationActions(bench, jobs);
  // Copied by name: the actions are properties of objects, and a spread keeps exactly those.
  const actions: PaneActions = { ...jobs, ...navigation, ...ledgerActions(bench, jobs), ...planActions(bench), ...selfCheckActions(bench), ...reviewActions(bench, navigation.selectLines) };
  return { store, actions, parts };
}
