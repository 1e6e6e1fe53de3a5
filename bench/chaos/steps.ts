/** Ports that stop before and after the calls that matter and ask the director whether the process is to die there. */

import type { Ports } from '../../src/ports/ports.ts';
import type { Job } from '../../src/ports/queue.ts';

type Current = () => Job['name'] | 'reply' | undefined;

/** Every so many answers stop at their commit: asking costs a round trip. */
const EVERY = 10;

/** Calls of a close and of an opening, and some of the answers. Their names: `results.record after`, `box.put before`. */
export function stepping(ports: Ports, director: string, current: Current): Ports {
  let puts = 0;
  const ask = async (name: string) => {
    const body = JSON.stringify({ pid: process.pid, name });
    await fetch(new URL('/step', director), { method: 'POST', body });
  };
  const stops = (path: string): boolean => {
    const job = current();
    if (job === 'close') return true;
    if (job === 'sweep') return path === 'keys.keep' || path === 'rounds.open';
    return job === 'reply' && path === 'box.put' && ++puts % EVERY === 0;
  };
  const around = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get(inner, key) {
        const value = Reflect.get(inner, key);
        if (typeof value !== 'function' || key === 'ballots') return value;
        const path = `${name}.${String(key)}`;
        return async (...given: unknown[]) => {
          const call = () => Reflect.apply(value, inner, given);
          if (!stops(path)) return call();
          const step = path === 'rounds.move' ? `${path} to ${String(given[2])}` : path;
          await ask(`${step} before`);
          const result = await call();
          await ask(`${step} after`);
          return result;
        };
      },
    });
  const { store } = ports;
  const box: Ports['store']['box'] = {
    put: around(store.box, 'box').put,
    sealed: store.box.sealed,
    size: store.box.size,
    async *ballots(round) {
      for await (const batch of store.box.ballots(round)) {
        await ask('box.ballots in the middle');
        yield batch;
      }
    },
  };
  return {
    ...ports,
    keys: around(ports.keys, 'keys'),
    chats: {
      of: async (person) => (await ports.chats.of(person)).map((chat) => around(chat, 'chat')),
      settle: around({ settle: ports.chats.settle }, 'chat').settle,
    },
    store: {
      ...store,
      rounds: around(store.rounds, 'rounds'),
      results: around(store.results, 'results'),
      box,
    },
  };
}
