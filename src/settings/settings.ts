import { DEFAULT_AGING_SETTINGS, type AgingSettings } from '../aging/aged';
import { DEFAULT_COLLECTION_SETTINGS, type CollectionSettings } from '../collection/plan';
import { DEFAULT_MATCHING_SETTINGS, type MatchingSettings } from '../matching/reconciliation';
import { DEFAULT_SETTLEMENT_SETTINGS, type SettlementSettings } from '../settlement/settlement';

/** The supplier's own particulars, for the letterhead. */
export interface CompanySettings {
  readonly name: string;
  readonly contact: string;
  readonly bankDetails: string;
}

/** Everything a user can set, read once at the top and handed down room by room. */
export interface Settings {
  readonly company: CompanySettings;
  readonly matching: MatchingSettings;
  readonly settlement: SettlementSettings;
  readonly aging: AgingSettings;
  readonly collection: CollectionSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  company: { name: '', contact: '', bankDetails: '' },
  matching: DEFAULT_MATCHING_SETTINGS,
  settlement: DEFAULT_SETTLEMENT_SETTINGS,
  aging: DEFAULT_AGING_SETTINGS,
  collection: DEFAULT_COLLECTION_SETTINGS,
};
