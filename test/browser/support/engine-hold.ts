/**
 * Stops the engine's own thread at a step of its work, for as long as a test likes: what a ledger does that takes
 * minutes over that step. The thread is stopped, not its messages, and no clock has a part in it.
 */
import type { BrowserContext, Route } from 'playwright-core';
import type { Step } from '../../../src/units/progress';

export class EngineHold {
  private wanted: { readonly isThere: (step: string, detail: string) => boolean; readonly reached: () => void } | null = null;
  private held: Route | null = null;

  /** To be called before the page is opened. */
  async listen(context: BrowserContext): Promise<void> {
    await context.route(/worker[^/]*\.js$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `(${askBeforeGoingOn})();\n${await answer.text()}` });
    });
    await context.route('**/engine-hold?*', (route) => this.asked(route));
  }

  /** The next time that the engine tells of this step (and customer), it stays there. Resolves once it does. */
  at(step: Step, detail?: string): Promise<void> {
    return new Promise((reached) => {
      this.wanted = { isThere: (itsStep, itsDetail) => itsStep === step && (detail === undefined || itsDetail === detail), reached };
    });
  }

  async letGo(): Promise<void> {
    const { held } = this;
    this.held = null;
    // A worker that was ended meanwhile waits for no answer.
    await held?.fulfill({ status: 204 }).catch(() => {});
  }

  private async asked(route: Route): Promise<void> {
    const { wanted } = this;
    const query = new URL(route.request().url()).searchParams;
    if (!wanted?.isThere(query.get('step') ?? '', query.get('detail') ?? '')) return route.fulfill({ status: 204 });
    this.wanted = null;
    this.held = route;
    wanted.reached();
  }
}

/** Runs in the worker before its own script: each progress is told, and then the thread waits for an answer. */
function askBeforeGoingOn(): void {
  const tell = self.postMessage.bind(self) as (message: unknown) => void;
  self.postMessage = (message: { readonly kind?: string; readonly progress?: { readonly step: string; readonly detail?: string } }) => {
    tell(message);
    if (message.kind !== 'progress') return;
    const request = new XMLHttpRequest();
    request.open('GET', `/engine-hold?${new URLSearchParams({ step: message.progress?.step ?? '', detail: message.progress?.detail ?? '' })}`, false);
    request.send();
  };
}
