/** Health and metrics alone, for a process that serves no page. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects with an Error that names PORT if the port can't be had. */
export function serve(routes: Hono, host: string, port: number): Promise<Serving> {
  const server = createAdaptorServer({ fetch: routes.fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(`PORT ${port} on ${host} can't be used (${error.code}). Set PORT to a free one.`),
      ),
    );
    server.listen({ host, port }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://${host}:${bound}`, close });
    });
  });
}
