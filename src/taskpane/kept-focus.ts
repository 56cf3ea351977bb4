/**
 * Where the control with the focus goes away (a decision taken back, a correction undone), the focus goes to
 * what is nearest to where it stood. Left to itself it would fall to the page, from where office.js, which
 * takes over the Tab key on the web, finds no way back into the pane.
 */
import { useEffect, type RefObject } from 'react';

const STOPS = 'button:not(:disabled), select:not(:disabled), input:not(:disabled), summary, [tabindex="0"]';

export function useKeptFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    /** The control that had the focus last, and what it stands in, from the inside out. */
    let path: readonly EventTarget[] = [];
    const note = (event: FocusEvent) => (path = event.composedPath());
    const observer = new MutationObserver(() => {
      const [last] = path as Node[];
      if (!last || last.isConnected || document.activeElement !== document.body || !document.hasFocus()) return;
      const nearest = (path as Element[]).find((each) => each.isConnected && each.querySelector?.(STOPS));
      nearest?.querySelector<HTMLElement>(STOPS)?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', note);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [pane]);
}
