/** How an app took what Slack sent it. */
export interface Ack {
  /** HTTP status; 200 over a socket; undefined if there was no answer. */
  readonly status?: number;
  /** What the answer held, parsed where it is JSON. */
  readonly body: unknown;
  /** Milliseconds until the answer, in real time. */
  readonly ms: number;
  /** Whether it was a success within 3 seconds: otherwise the person sees an error. */
  readonly inTime: boolean;
  /** Why not, in Slack's word for it. */
  readonly reason?: 'http_timeout' | 'connection_failed' | 'http_error';
  readonly noRetry?: boolean;
}

export type Envelope = 'events_api' | 'interactive' | 'slash_commands';

/** Takes one payload to the app: over HTTP or through a socket. */
export type Deliver = (
  kind: Envelope,
  payload: Record<string, unknown>,
  retry?: { readonly num: number; readonly reason: string },
) => Promise<Ack>;

export function parsed(text: string): unknown {
  try {
    return text === '' ? '' : JSON.parse(text);
  } catch {
    return text;
  }
}
