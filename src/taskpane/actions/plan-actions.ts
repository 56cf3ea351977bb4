/** The plan in the pane: filters for managers, and what would be if the weights were others. */
import type { SettingsChange } from '../../engine';
import { NO_FILTERS, type PlanFilters, type PlanState } from '../state';
import { attempt, type Workbench } from './workbench';

export interface PlanActions {
  loadPlan(): Promise<void>;
  setPlanFilter(change: Partial<PlanFilters>): void;
  /** Plans again under changed settings; nothing is kept. An empty change goes back to the plan as written. */
  setWhatIf(change: SettingsChange): Promise<void>;
}

export function planActions(bench: Workbench): PlanActions {
  const change = (part: Partial<PlanState>) => bench.set({ plan: { ...bench.get().plan, ...part } });
  return {
    loadPlan: () =>
      attempt(bench, 'show', async () => {
        if (!bench.get().plan.view) change({ view: await bench.parts.session.plan(), filters: NO_FILTERS });
      }),
    setPlanFilter: (filters) => change({ filters: { ...bench.get().plan.filters, ...filters } }),
    setWhatIf: async (settings) => {
      change({ change: settings });
      if (Object.keys(settings).length === 0) return change({ whatIf: null });
      await attempt(bench, 'show', async () => {
        const whatIf = await bench.parts.session.whatIf(settings);
        // A slider moves on while the plan is made; only the last answer counts.
        if (bench.get().plan.change === settings) change({ whatIf });
      });
    },
  };
}
