/** The browser as the pane's surroundings: clock, sample, clipboard, and a small memory. */
import type { Language } from '../texts';
import type { Surroundings } from './state';

export function browserSurroundings(language: Language): Surroundings {
  return {
    now: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    fetchSample: async () => {
      const answer = await fetch(`assets/sample-${language}.xlsx`);
      if (!answer.ok) throw new Error(`The sample answered ${answer.status}.`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    copy: copyText,
    memory: partitionedMemory(),
  };
}

/** Some hosts forbid the clipboard's interface to frames; the old command still works there. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refusal) {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (!copied) throw refusal;
  }
}

/** Excel on the web gives each host site a part of the storage of its own; private windows may give none. */
function partitionedMemory(): Surroundings['memory'] {
  const prefix = Office.context.partitionKey ?? '';
  return {
    get: (key) => {
      try {
        return localStorage.getItem(prefix + key);
      } catch {
        return null;
      }
    },
    set: (key, value) => {
      try {
        localStorage.setItem(prefix + key, value);
      } catch {
        // What could not be kept is asked again next time.
      }
    },
  };
}
