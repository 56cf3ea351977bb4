import type { OnProgress, Step } from '../units/progress';
import { say, type Language } from '../texts';

/** One line for each step as it begins: enough to see that work goes on, quiet enough for a batch log. */
export function progressLines(language: Language, to: { write(text: string): unknown }): OnProgress {
  let current: Step | null = null;
  return ({ step }) => {
    if (step === current) return;
    current = step;
    to.write(`${say({ code: `cli.step.${step}` }, language)}\n`);
  };
}
