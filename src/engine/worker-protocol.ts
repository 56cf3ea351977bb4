/** What passes between the pane and its worker. Every call has a number; its answer carries the same. */
import type { Progress } from '../units/progress';
import type { EngineSession } from './local-session';
import type { IssueView, RefusalReason } from './session';
import type { WirePart } from './wire';

export type Method = keyof EngineSession;

export interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Answer =
  /** Some of a large result, before the rest. */
  | { readonly id: number; readonly kind: 'part'; readonly part: WirePart }
  | { readonly id: number; readonly kind: 'result'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'refused'; readonly issues: readonly IssueView[]; readonly reason: RefusalReason }
  | { readonly id: number; readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string };
