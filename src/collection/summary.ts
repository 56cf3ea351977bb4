/**
 * What a rep can read aloud or paste into a message: what is open, what is disputed and why, what to ask for.
 * It speaks to the customer, so it says nothing of points, classes or lawyers.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { Books } from '../ledger/books';
import type { OpenItem } from '../settlement/settlement';
import type { AccountFacts } from './account-facts';
import type { CollectionSettings, PlanRow } from './plan';

/** More documents than these are not read aloud. */
const DOCUMENTS_NAMED = 5;

export interface SummaryFacts {
  readonly books: Books;
  readonly account: AccountFacts;
  readonly asOf: DaySerial;
  readonly askMinor: MinorUnits;
  /** By when to pay; null = now. */
  readonly askDay: DaySerial | null;
  readonly promise: PlanRow['promise'];
  readonly reconciliationOverdue: boolean;
  readonly settings: CollectionSettings;
}

export function summaryOf(facts: SummaryFacts): Message[] {
  const { account, settings } = facts;
  const { currency, disputes } = account;
  const money = (amountMinor: MinorUnits) => ({ currency, amount: { amountMinor, currency } });
  return [
    opening(facts),
    ...(account.onAccountMinor > 0 ? [{ code: 'collection.say-on-account', values: money(account.onAccountMinor) }] : []),
    ...disputes.reasons.map(({ category, amountMinor }) => ({ code: `collection.say-disputed.${category}`, values: money(amountMinor) })),
    ...(disputes.inTransitMinor > 0 ? [{ code: 'collection.say-in-transit', values: money(disputes.inTransitMinor) }] : []),
    ...(disputes.notBookedMinor > 0 ? [{ code: 'collection.say-not-booked', values: money(disputes.notBookedMinor) }] : []),
    ...promiseSentence(facts),
    request(facts),
    ...(facts.reconciliationOverdue ? [{ code: 'collection.say-reconcile' }] : []),
    ...(settings.closingWords ? [{ code: 'collection.say-closing', values: { words: settings.closingWords } }] : []),
  ];
}

function opening({ account, asOf }: SummaryFacts): Message {
  const { currency } = account;
  const oldestDueDay = account.items.reduce((oldest, { item }) => (item.openMinor > 0 && item.dueDay !== null ? Math.min(oldest, item.dueDay) : oldest), asOf);
  const values = { customer: account.name, day: { day: asOf }, currency, open: { amountMinor: account.openMinor, currency } };
  if (account.overdueMinor <= 0) return { code: 'collection.say-open', values };
  return { code: 'collection.say-open-overdue', values: { ...values, overdue: { amountMinor: account.overdueMinor, currency }, due: { day: oldestDueDay } } };
}

function promiseSentence({ promise, account }: SummaryFacts): Message[] {
  if (!promise || promise.state === 'kept') return [];
  const values = { day: { day: promise.day }, currency: account.currency };
  if (promise.amountMinor === null) return [{ code: `collection.say-promise-${promise.state}`, values }];
  return [{ code: `collection.say-promise-${promise.state}-amount`, values: { ...values, amount: { amountMinor: promise.amountMinor, currency: account.currency } } }];
}

function request({ books, account, askMinor, askDay, asOf }: SummaryFacts): Message {
  const { currency } = account;
  if (askMinor === 0) return { code: account.disputes.disputedMinor > 0 ? 'collection.say-ask-settle' : 'collection.say-ask-nothing' };
  const documents = documentsDue(books, account, askDay ?? asOf);
  const values = { currency, amount: { amountMinor: askMinor, currency }, day: { day: askDay ?? asOf }, documents: { list: documents.slice(0, DOCUMENTS_NAMED) }, more: documents.length - DOCUMENTS_NAMED };
  const code = askDay === null ? 'collection.say-ask' : 'collection.say-ask-by';
  if (documents.length === 0) return { code, values };
  return { code: `${code}${documents.length > DOCUMENTS_NAMED ? '-documents-more' : '-documents'}`, values };
}

/** Numbers of the documents due by then, oldest due first. */
function documentsDue(books: Books, account: AccountFacts, byDay: DaySerial): string[] {
  const due: OpenItem[] = [];
  for (const { item, disputed } of account.items) if (item.openMinor > 0 && item.dueDay !== null && item.dueDay <= byDay && !disputed) due.push(item);
  due.sort((a, b) => (a.dueDay as DaySerial) - (b.dueDay as DaySerial) || a.entry - b.entry);
  const documents = new Set(due.map((item) => books.ours.document[item.entry]));
  return Array.from(documents, (document) => books.texts.at(document)).filter((document) => document !== '');
}
