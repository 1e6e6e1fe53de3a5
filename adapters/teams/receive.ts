/** Whatever arrives from Teams, translated at the boundary: who takes it, and what Teams is told. */
import type { Receiving } from './answer.ts';
import { inTime } from './in-time.ts';
import type { Incoming } from './incoming.ts';
import { receiveClick } from './receive-click.ts';
import { opened, receiveFetch, receiveSubmit } from './receive-dialog.ts';
import { receiveInstallation, receiveMembers } from './receive-events.ts';
import { receiveMessage } from './receive-message.ts';
import { nameOf } from './speak.ts';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
}

export type Receive = (incoming: Incoming) => Promise<Answer>;

/** Milliseconds that Teams may wait for words and events; after 15 seconds it would send them again. */
const PATIENCE = 8000;
/** Activities remembered, so that one sent again does nothing. */
const REMEMBERED = 20_000;

export function receive(parts: Receiving): Receive {
  const from = opened();
  const seen = onlyOnce();

  async function invoke(incoming: Incoming): Promise<Answer> {
    switch (incoming.name) {
      case 'adaptiveCard/action':
        return { status: 200, body: await receiveClick(parts, incoming) };
      case 'task/fetch':
        return { status: 200, body: await receiveFetch(parts, from, incoming) };
      case 'task/submit':
        return { status: 200, body: await receiveSubmit(parts, from, incoming) };
      default:
        return { status: 501 };
    }
  }
  /** Answered when done, so that what is lost in a crash is sent again. */
  async function once(incoming: Incoming, work: (incoming: Incoming) => Promise<void>) {
    const key = incoming.id && `${incoming.place.conversation}/${incoming.id}`;
    if (!seen.add(key)) return { status: 200 };
    const done = parts.hold(work(incoming)).then(
      () => ({ status: 200 }),
      (error: unknown) => {
        seen.remove(key);
        parts.tell(
          `An event from Teams was not handled (${nameOf(error)}). Teams may send it again.`,
        );
        return { status: 500 };
      },
    );
    return (await inTime(done, PATIENCE)) ?? { status: 200 };
  }
  return async (incoming) => {
    switch (incoming.type) {
      case 'invoke':
        return parts.hold(invoke(incoming));
      case 'message':
        return once(incoming, (each) => receiveMessage(parts, each));
      case 'installationUpdate':
        return once(incoming, (each) => receiveInstallation(parts, each));
      case 'conversationUpdate':
        return once(incoming, (each) => receiveMembers(parts, each));
      default:
        return { status: 200 };
    }
  };
}

/** The oldest are forgotten first. An activity without an id is always new. */
function onlyOnce() {
  const seen = new Set<string>();
  return {
    add(id: string | undefined): boolean {
      if (id === undefined) return true;
      if (seen.has(id)) return false;
      if (seen.size >= REMEMBERED) seen.delete(seen.values().next().value as string);
      seen.add(id);
      return true;
    },
    remove(id: string | undefined): void {
      if (id !== undefined) seen.delete(id);
    },
  };
}
