/** The settlement agreement: when, where and how it is settled. A missing term is a task. */
import type { Message } from '../texts';
import type { AccountFacts } from './account-facts';
import { yearsOf, jurisdictionOf } from './limitation';
import type { CollectionSettings } from './plan';

/** Terms that make up an agreement, and whether an account has them. */
const TERMS: readonly (readonly [string, (account: AccountFacts) => boolean])[] = [
  ['agreement', ({ master }) => (master?.agreementDay ?? null) !== null],
  ['pay-day', ({ master }) => (master?.payDay ?? null) !== null],
  ['approval-days', ({ master }) => (master?.approvalDays ?? null) !== null],
  ['place', ({ master }) => (master?.place ?? '') !== ''],
  ['method', ({ master }) => (master?.method ?? null) !== null],
  ['settles-by', ({ master }) => (master?.settlesBy ?? null) !== null],
  ['contact', ({ master }) => (master?.contact ?? '') !== ''],
];

export interface MissingTerms {
  readonly messages: readonly Message[];
  /** 0 to 1. */
  readonly share: number;
}

export function missingTerms(account: AccountFacts, settings: CollectionSettings): MissingTerms {
  const missing = TERMS.filter(([, has]) => !has(account));
  const messages: Message[] = missing.map(([term]) => ({ code: `collection.missing.${term}` }));
  const jurisdiction = jurisdictionOf(account, settings);
  if (yearsOf(jurisdiction, settings) === null) messages.push({ code: 'collection.missing.limitation-years', values: { jurisdiction } });
  return { messages, share: missing.length / TERMS.length };
}
