/** Events on their way to the pane: who asked for which, and the message that carries one. */
import { WORKBOOK_TARGET } from './objects/worksheets';

/** `OfficeExtension.GenericEventRegistration.richApiMessageEventCategory`. */
const RICH_API_EVENT = 65536;

export class EventBoard {
  private readonly registered = new Set<string>();
  private readonly listeners = new Set<(message: Record<string, unknown>) => void>();
  /** Conversation of the pane, learnt from its first message; replies and events carry it. */
  conversationId = '';

  register(eventType: number, targetId: string): void {
    this.registered.add(`${eventType}|${targetId}`);
  }

  unregister(eventType: number, targetId: string): void {
    this.registered.delete(`${eventType}|${targetId}`);
  }

  onMessage(listener: (message: Record<string, unknown>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Raises an event for whoever registered on the sheet itself or on the workbook. */
  raise(eventType: number, sheetId: string, fields: Readonly<Record<string, unknown>>): void {
    for (const targetId of [sheetId, WORKBOOK_TARGET]) {
      if (!this.registered.has(`${eventType}|${targetId}`)) continue;
      this.send('richApiMessage', { ArrayData: [[RICH_API_EVENT, eventType, targetId, JSON.stringify(fields), 1]] });
    }
  }

  /** Sends a message that answers none. */
  send(actionName: string, data: unknown): void {
    const message = { _messageType: 1, _actionName: actionName, _conversationId: this.conversationId, _correlationId: -1, _origin: '', _data: data, _errorCode: 0, _responseType: 1, _serializerVersion: 1 };
    for (const listener of this.listeners) listener(message);
  }
}
