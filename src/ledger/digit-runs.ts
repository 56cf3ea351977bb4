/**
 * Runs of three digits or more: what retyping keeps of a document number. Leading zeros do not count, so that a
 * run is its value; one too long to be told exactly as a number is its digits.
 */
export type Digits = number | string;

/** Digits that a number tells exactly. */
const EXACT_DIGITS = 15;
const LEAST_DIGITS = 3;
const HYPHEN = 45;

const isDigit = (code: number) => code > 47 && code < 58;

export function forEachRun(text: string, heed: (digits: Digits) => void): void {
  for (let start = runFrom(text, 0); start >= 0; ) {
    const end = endOf(text, start);
    heed(valueOf(text, start, end));
    start = runFrom(text, end);
  }
}

/** The last run; `null` where the text holds none. */
export function lastRun(text: string): Digits | null {
  let last: Digits | null = null;
  forEachRun(text, (digits) => (last = digits));
  return last;
}

/** Of the first number as documents bear it, digits in groups joined by hyphens, the last group long enough. */
export function lastRunOfFirstNumber(text: string): Digits | null {
  let start = runFrom(text, 0);
  if (start < 0) return null;
  let end = endOf(text, start);
  for (let next = end; text.charCodeAt(next) === HYPHEN && isDigit(text.charCodeAt(next + 1)); ) {
    const group = next + 1;
    next = endOf(text, group);
    if (next - group >= LEAST_DIGITS) [start, end] = [group, next];
  }
  return valueOf(text, start, end);
}

function runFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const end = endOf(text, at);
    if (end - at >= LEAST_DIGITS) return at;
    at = end;
  }
  return -1;
}

function endOf(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function valueOf(text: string, start: number, end: number): Digits {
  let first = start;
  while (first < end && text.charCodeAt(first) === 48) first++;
  if (end - first > EXACT_DIGITS) return text.slice(first, end);
  let value = 0;
  for (let at = first; at < end; at++) value = value * 10 + (text.charCodeAt(at) - 48);
  return value;
}
