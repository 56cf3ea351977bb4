/** Ties a host to the pane's iframe, as Excel on the web holds an add-in: name, address, messages. */
import type { ExcelHost, HostMessage } from './api';

export interface FrameConnection {
  /** Stops answering; the iframe may then be removed. */
  close(): void;
}

export interface FrameOptions {
  readonly host: ExcelHost;
  /** Where the iframe is put. */
  readonly container: HTMLElement;
  /** The pane's address from the manifest; the stand-in adds what office.js looks for. */
  readonly paneUrl: string;
  readonly addInId: string;
  readonly title?: string;
}

const CONVERSATION = 'duesheet-preview';

/** Creates the pane's iframe (its name must be set before it enters the document) and answers its messages. */
export function connectFrame({ host, container, paneUrl, addInId, title = '' }: FrameOptions): FrameConnection & { readonly frame: HTMLIFrameElement } {
  const hostInfo = `Excel$Web$16.01$${host.locale}$$$$0`;
  const address = new URL(paneUrl, window.location.href);
  const frame = document.createElement('iframe');
  frame.name = JSON.stringify({
    baseFrameName: `${addInId}_pane`,
    hostInfo,
    xdmInfo: `${CONVERSATION}|${addInId}|${window.location.origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
  frame.title = title;
  address.searchParams.set('_host_Info', hostInfo);
  frame.src = address.href;

  const send = (message: Record<string, unknown>) => frame.contentWindow?.postMessage(JSON.stringify(message), address.origin);
  const receive = async (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || typeof event.data !== 'string') return;
    const message = parsed(event.data);
    const reply = message && (await host.answer(message));
    if (reply) send(reply);
  };
  window.addEventListener('message', receive);
  const stop = host.onMessage(send);
  container.append(frame);
  return {
    frame,
    close() {
      stop();
      window.removeEventListener('message', receive);
      frame.remove();
    },
  };
}

/** Other scripts post messages too; only office.js's own are answered. */
function parsed(text: string): HostMessage | null {
  try {
    const message = JSON.parse(text) as HostMessage;
    return message && typeof message === 'object' && '_actionName' in message ? message : null;
  } catch {
    return null;
  }
}
