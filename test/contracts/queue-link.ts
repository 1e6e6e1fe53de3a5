/** A wire to a server that a test can cut and mend. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { openQueue } from '../../scheduler/open-queue.ts';
import type { QueueSettings } from '../../scheduler/settings.ts';
import { freePort, type Place } from './queue-drivers.ts';

export async function cuttable(place: Place): Promise<{
  readonly place: Place;
  cut(): Promise<void>;
  mend(): Promise<void>;
}> {
  const target = new URL(place.url ?? '');
  const to = Number(target.port || (target.protocol === 'postgres:' ? 5432 : 6379));
  const port = await freePort();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to, target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const mend = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
  };
  await mend();
  target.host = `127.0.0.1:${port}`;
  const url = target.href;
  return {
    place: {
      ...place,
      url,
      open: (settings: QueueSettings = {}) =>
        openQueue(url, { patience: 0, ...settings, prefix: place.prefix }),
    },
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend,
  };
}
