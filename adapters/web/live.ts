/** The open event streams of the page: who listens, and what they are told at once. */
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { limits } from './limits.ts';
import type { ClockFace, Posted } from './wire.ts';

export interface Live {
  /** Answers with a stream of what happens to a person's messages; undefined if too many are open. */
  open(c: Context, person: string): Response | undefined;
  /** A message was added or changed: `posted` is what it now reads. */
  posted(person: string, posted: Posted): void;
  clock(face: ClockFace): void;
  /** Who has a stream open. */
  listening(): ReadonlySet<string>;
  /** Ends all streams. */
  close(): void;
}

interface Listener {
  readonly person: string;
  readonly stream: SSEStreamingApi;
  readonly end: () => void;
}

export function openLive(): Live {
  const listeners = new Set<Listener>();
  const beat = setInterval(() => tell(listeners, ': still here\n\n'), limits.heartbeat).unref();

  return {
    open(c, person) {
      if (listeners.size >= limits.streams) return undefined;
      return streamSSE(c, (stream) => listen(listeners, person, stream));
    },
    posted(person, posted) {
      tell(
        [...listeners].filter((listener) => listener.person === person),
        event('posted', posted),
      );
    },
    clock(face) {
      tell(listeners, event('clock', face));
    },
    listening() {
      return new Set([...listeners].map((listener) => listener.person));
    },
    close() {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}

/** Resolves, which ends the stream, when the page goes away or the server closes. */
async function listen(listeners: Set<Listener>, person: string, stream: SSEStreamingApi) {
  await new Promise<void>((end) => {
    const listener = { person, stream, end };
    listeners.add(listener);
    stream.onAbort(end);
    tell([listener], 'retry: 1000\n\n');
  });
  for (const listener of listeners) if (listener.stream === stream) listeners.delete(listener);
}

function event(name: string, data: Posted | ClockFace): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A stream that can't be written to is gone; its page fetches everything when it comes back. */
function tell(listeners: Iterable<Listener>, text: string): void {
  for (const { stream, end } of listeners) stream.write(text).catch(end);
}
