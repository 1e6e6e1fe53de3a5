/** Who is shown, and the stream of what happens to their messages. */
import type { ClockFace, Posted, Resident } from '../wire.ts';
import { follow, getMessages } from './api.ts';
import type { Conversation } from './conversation.ts';

export interface Reading {
  reader(): Resident;
  /** A message of the reader by its id. */
  posted(id: string): Posted | undefined;
  turnTo(person: Resident): void;
}

export interface News {
  clock(face: ClockFace): void;
  /** Something has happened to the reader's messages, or may have. */
  changed(): void;
  connected(): void;
  lost(): void;
}

export function reading(first: Resident, talk: Conversation, news: News): Reading {
  const known = new Map<string, Posted>();
  let reader = first;
  let unfollow = () => {};
  let shown = false;

  function learn(posted: Posted): void {
    known.set(posted.id, posted);
    if (shown) talk.update(posted);
  }

  function forget(id: string): void {
    known.delete(id);
    talk.drop(id);
  }

  /** Fetched at once and at every connection: nothing falls between the two, and a break leaves no gap. */
  async function fetchAll(person: Resident): Promise<void> {
    // What arrives while the answer is on its way is not missing from it for being gone.
    const before = [...known.keys()];
    const answer = await getMessages(person.id);
    if (person !== reader || 'error' in answer) return;
    const there = new Set(answer.value.map(({ id }) => id));
    for (const id of before) if (!there.has(id)) forget(id);
    if (!shown) talk.show(answer.value);
    shown = true;
    answer.value.forEach(learn);
  }

  return {
    reader: () => reader,
    posted: (id) => known.get(id),
    turnTo(person) {
      unfollow();
      reader = person;
      shown = false;
      known.clear();
      talk.clear(person);
      void fetchAll(person);
      unfollow = follow(person.id, {
        posted(posted) {
          learn(posted);
          news.changed();
        },
        gone({ id }) {
          forget(id);
          news.changed();
        },
        clock: news.clock,
        lost: news.lost,
        open() {
          news.connected();
          void fetchAll(person);
        },
      });
    },
  };
}
