/** Ports that fail at a given call, and at every call after it, as those of a process that has died do. */
import type { Ports } from '../../src/ports/ports.ts';

/** Whether the fatal call still takes effect: killed just before it, or just after it. */
export type Moment = 'before' | 'after';

class Died extends Error {
  constructor(call: string) {
    super(`The process died at ${call}.`);
    this.name = 'Died';
  }
}

/** Counts every call of a port; `fatal` is the number of the call that kills, from 1; absent: none does. */
export function fragile(ports: Ports, fatal = Number.POSITIVE_INFINITY, moment: Moment = 'before') {
  const calls: string[] = [];
  const around = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get(inner, key) {
        const value = Reflect.get(inner, key);
        const path = `${name}.${String(key)}`;
        if (typeof value === 'object' && value !== null) return around(value, path);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => call(path, () => Reflect.apply(value, inner, given));
      },
    });
  const call = (path: string, work: () => unknown): unknown => {
    calls.push(path);
    if (calls.length > fatal) return Promise.reject(new Died(path));
    if (calls.length < fatal) return work();
    if (moment === 'before') return Promise.reject(new Died(path));
    return Promise.resolve(work()).then(() => Promise.reject(new Died(path)));
  };
  // The ballots of a round are a stream: dying there is dying at its first batch.
  const streams = (box: Ports['store']['box']): Ports['store']['box'] => ({
    put: (...given) => call('box.put', () => box.put(...given)) as ReturnType<typeof box.put>,
    sealed: (...given) =>
      call('box.sealed', () => box.sealed(...given)) as ReturnType<typeof box.sealed>,
    size: (...given) => call('box.size', () => box.size(...given)) as ReturnType<typeof box.size>,
    async *ballots(round) {
      await call('box.ballots', () => undefined);
      for await (const batch of box.ballots(round)) {
        yield batch;
        await call('box.ballots (next batch)', () => undefined);
      }
    },
  });
  const store = { ...ports.store };
  const wrapped: Ports = {
    ...ports,
    store: {
      org: around(store.org, 'org'),
      rounds: around(store.rounds, 'rounds'),
      deliveries: around(store.deliveries, 'deliveries'),
      box: streams(store.box),
      results: around(store.results, 'results'),
      messages: around(store.messages, 'messages'),
      accounts: around(store.accounts, 'accounts'),
      campaigns: around(store.campaigns, 'campaigns'),
      decisions: around(store.decisions, 'decisions'),
      notes: around(store.notes, 'notes'),
      installations: around(store.installations, 'installations'),
      leavers: around(store.leavers, 'leavers'),
      audit: around(store.audit, 'audit'),
      signIn: around(store.signIn, 'signIn'),
      close: () => ports.store.close(),
    },
    keys: around(ports.keys, 'keys'),
    leaverKeys: around(ports.leaverKeys, 'leaverKeys'),
    chats: {
      of: async (person) => (await ports.chats.of(person)).map((chat) => around(chat, 'chat')),
      settle: around({ settle: ports.chats.settle }, 'chat').settle,
    },
  };
  return { ports: wrapped, calls };
}
