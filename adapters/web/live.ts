/** The open event streams of the page: who listens, and what they are told at once. */
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { StoredMessage } from '../../src/ports/store.ts';
import { limits } from './limits.ts';
import type { ClockFace, Gone, Posted } from './wire.ts';

export interface Live {
  /**
   * Answers with a stream of what happens to a person's messages; undefined if too many are open. It ends when they may no
   * longer see it: `may` is asked now and then.
   */
  open(c: Context, person: string, may?: () => Promise<boolean>): Response | undefined;
  /** A message was added or changed. */
  posted(stored: StoredMessage): void;
  /** Tells what has become of a person's messages: which are new, read differently, or are gone. */
  changed(person: string, before: readonly StoredMessage[], now: readonly StoredMessage[]): void;
  clock(face: ClockFace): void;
  /** Who has a stream open. */
  listening(): ReadonlySet<string>;
  /** Ends all of a person's. */
  end(person: string): void;
  /** Ends all streams. */
  close(): void;
}

interface Listener {
  readonly person: string;
  readonly stream: SSEStreamingApi;
  readonly end: () => void;
  readonly may?: (() => Promise<boolean>) | undefined;
}

export function openLive(): Live {
  const listeners = new Set<Listener>();
  const beat = setInterval(() => {
    tell(listeners, ': still here\n\n');
    for (const listener of listeners) void check(listener);
  }, limits.heartbeat).unref();
  const those = (person: string) => [...listeners].filter((each) => each.person === person);
  const tellOf = (person: string, text: string) => tell(those(person), text);
  const posted = (stored: StoredMessage) =>
    tellOf(stored.person, event('posted', toPosted(stored)));

  return {
    open(c, person, may) {
      const most = may ? limits.streamsSignedIn : limits.streams;
      const isMany = may !== undefined && those(person).length >= limits.streamsOfOne;
      if (listeners.size >= most || isMany) return undefined;
      return streamSSE(c, (stream) => listen(listeners, { person, stream, may }));
    },
    posted,
    changed(person, before, now) {
      const shown = new Map(before.map(({ id, message }) => [id, JSON.stringify(message)]));
      for (const stored of now) {
        if (shown.get(stored.id) !== JSON.stringify(stored.message)) posted(stored);
        shown.delete(stored.id);
      }
      for (const id of shown.keys()) tellOf(person, event('gone', { id }));
    },
    clock(face) {
      tell(listeners, event('clock', face));
    },
    listening() {
      return new Set([...listeners].map((listener) => listener.person));
    },
    end(person) {
      for (const { end } of those(person)) end();
    },
    close() {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}

export function toPosted({ id, round, kind, at, message }: StoredMessage): Posted {
  return { id, round, kind, at: at.toISOString(), message };
}

/** Resolves, which ends the stream, when the page goes away or the server closes. */
async function listen(listeners: Set<Listener>, { stream, ...whose }: Omit<Listener, 'end'>) {
  await new Promise<void>((end) => {
    const listener = { ...whose, stream, end };
    listeners.add(listener);
    stream.onAbort(end);
    tell([listener], 'retry: 1000\n\n');
  });
  for (const listener of listeners) if (listener.stream === stream) listeners.delete(listener);
}

/** A store that is away ends nothing. */
async function check({ may, end }: Listener): Promise<void> {
  if (may && !(await may().catch(() => true))) end();
}

function event(name: string, data: Posted | Gone | ClockFace): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A stream that can't be written to is gone; its page fetches everything when it comes back. */
function tell(listeners: Iterable<Listener>, text: string): void {
  for (const { stream, end } of listeners) stream.write(text).catch(end);
}
