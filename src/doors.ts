/** Where the chat platforms' own requests arrive: a listener apart from the page, which a proxy may show to the world. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformChat } from './platform.ts';

export interface Doors {
  readonly url: string;
  close(): Promise<void>;
}

/** What is each platform's own; nothing else answers here but a sign of life. */
const PATHS: Readonly<Record<PlatformChat['name'], readonly string[]>> = {
  slack: ['/slack/events', '/slack/install', '/slack/oauth_redirect'],
  teams: ['/api/messages'],
};

/** Undefined where no platform needs it. Rejects with an Error that names CHAT_PORT if the port can't be had. */
export async function openDoors(
  platforms: readonly PlatformChat[],
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Doors | undefined> {
  if (platforms.every(({ requests }) => requests === undefined)) return undefined;
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const door = platforms.find(({ name }) => PATHS[name].includes(path));
    if (door?.requests) door.requests(request, response);
    else response.writeHead(path === '/health/live' ? 200 : 404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          `CHAT_PORT ${port} on CHAT_HOST ${host} can't be used (${error.code}). Set CHAT_PORT to a free one.`,
        ),
      ),
    );
    server.listen({ host, port }, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => stopped(server),
  };
}

/** What is in hand is answered, for a second. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
