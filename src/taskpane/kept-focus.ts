/**
 * Where the control with the focus goes away (a decision taken back, a part folded up), the focus goes to
 * what is nearest to where it stood. Left to itself it would fall to the page, from where office.js, which
 * takes over the Tab key on the web, finds no way back into the pane.
 */
import { useEffect, type RefObject } from 'react';

const STOPS = 'button:not(:disabled), select:not(:disabled), input:not(:disabled), summary, [tabindex="0"]';

const FOLDED_UP = 'details:not([open]) > :not(summary)';

export function useKeptFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    /** The control that had the focus last, and what it stands in, from the inside out. */
    let path: readonly EventTarget[] = [];
    const note = (event: FocusEvent) => (path = event.composedPath());
    const observer = new MutationObserver(() => {
      const [last] = path as readonly Element[];
      if (!last || isShown(last) || !document.hasFocus()) return;
      // What is folded up keeps the focus until the browser draws the next frame.
      if (document.activeElement !== document.body && document.activeElement !== last) return;
      const nearest = path.find((each): each is Element => each instanceof Element && isShown(each) && each.querySelector(STOPS) !== null);
      nearest?.querySelector<HTMLElement>(STOPS)?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', note);
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['open'] });
    return () => {
      element.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [pane]);
}

function isShown(element: Element): boolean {
  return element.isConnected && element.closest(FOLDED_UP) === null;
}
