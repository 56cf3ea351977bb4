/**
 * Trade with known truth, free of any layout: what both sides booked, and which of our lines belong to which of
 * theirs. It comes from the simulator, or from the shared workbooks where they stand beside the repository.
 */
import type { EntryKind, Side } from '../../src/ledger/books';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { simulateTrade, type Noise } from '../matching/support/trade';

export interface SourceLine {
  readonly id: number;
  readonly side: Side;
  readonly day: number;
  readonly kind: EntryKind;
  /** Number in `Source.customers`. */
  readonly customer: number;
  /** Positive increases what the customer owes, on both sides. */
  readonly amountMinor: number;
  readonly document: string;
  readonly reference: string;
  readonly memo: string;
  readonly productClass: string;
  readonly item: string;
  readonly quantity: number | null;
  readonly dueDay: number | null;
  /** `Sheet!row` of the workbook that it was read from. */
  readonly place?: string;
}

export interface SourceGroup {
  readonly kind: string;
  /** Numbers of lines. */
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export interface Source {
  /** An account each: `currency` where customers have accounts in several. */
  readonly customers: readonly { readonly code: string; readonly name: string; readonly rep: string; readonly currency?: string }[];
  readonly lines: readonly SourceLine[];
  readonly groups: readonly SourceGroup[];
  /** Days by product class. */
  readonly terms: readonly (readonly [string, number])[];
}

export const TERMS = [['彩电', 30], ['洗衣机', 45], ['小家电', 60]] as const;
const CLASS_OF_ITEM: Readonly<Record<string, string>> = { '65Q': '彩电', '55Q': '彩电', '43S': '彩电', '8KG': '洗衣机', '10KG': '洗衣机', '4L': '小家电' };
export const CHINESE_NAMES = ['苏州宏图家电商贸有限公司', '无锡五星商场', '南京永乐电器有限公司', '扬州恒达家电商贸有限公司', '泰州东方商场', '徐州金鹰贸易有限责任公司', '南通恒达商场', '盐城百诚实业股份有限公司'] as const;
export const ENGLISH_NAMES = ['Granite Trading Ltd', 'Beacon Appliances Ltd', 'Cobalt Appliances LLC', 'Pioneer Home Inc', 'Harbor & Sons Co., Ltd.', 'Northwind Stores Corp', 'Beacon Home Ltd', 'Maple Electronics Limited'] as const;
const REPS = ['李敏', '王强', '赵磊'] as const;

/** A simulated half year, under names of the given list. */
export function simulated(seed: number, noise: Noise, names: readonly string[] = CHINESE_NAMES, customerCount = 4, months = 6): Source {
  const trade = simulateTrade(seed, noise, customerCount, months);
  const customerOf = (line: CaseLine) => Number(line.customer?.slice('Customer '.length)) - 1;
  const named = (text: string) => text.replace(/Customer (\d+)/g, (_, at: string) => names[Number(at) - 1]);
  const keyOf = (line: CaseLine) => `${line.side} ${line.row}`;
  const sorted = [...trade.lines].sort((a, b) => customerOf(a) - customerOf(b) || a.day - b.day || (a.row as number) - (b.row as number));
  const ids = new Map(sorted.map((line, id) => [keyOf(line), id]));
  const lines = sorted.map((line, id): SourceLine => {
    const productClass = CLASS_OF_ITEM[line.item ?? ''] ?? '';
    const days = TERMS.find(([name]) => name === productClass)?.[1];
    return {
      id, side: line.side as Side, day: line.day, kind: line.kind as EntryKind, customer: customerOf(line), amountMinor: line.amountMinor, document: line.document ?? '', reference: line.references ?? '',
      memo: named(line.memo ?? ''), productClass, item: line.item ?? '', quantity: line.quantity ?? null, dueDay: line.side === 'ours' && line.kind === 'invoice' && days !== undefined ? line.day + days : null,
    };
  });
  const numbers = (some: readonly CaseLine[]) => some.map((line) => ids.get(keyOf(line)) as number);
  return {
    customers: names.slice(0, customerCount).map((name, at) => ({ code: `C${String(at + 1).padStart(3, '0')}`, name, rep: REPS[at % REPS.length] })), lines,
    groups: trade.groups.filter(({ kind }) => kind !== 'opening').map((group) => ({ kind: group.kind, ours: numbers(group.ours), theirs: numbers(group.theirs) })), terms: TERMS,
  };
}
