/** Where requests from outside arrive, the chat platforms' first of all: a listener apart from the page, which a proxy may show to the world. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformChat } from './platform.ts';

export interface Doors {
  readonly url: string;
  close(): Promise<void>;
}

/** A door of our own, whoever may knock: an exact path, or everything below one that ends with `/`. */
export interface OwnDoor {
  readonly path: string;
  readonly requests: (request: IncomingMessage, response: ServerResponse) => void;
}

/** What is each platform's own; nothing else answers here but our own doors and a sign of life. */
const PATHS: Readonly<Record<PlatformChat['name'], readonly string[]>> = {
  slack: ['/slack/events', '/slack/install', '/slack/oauth_redirect'],
  teams: ['/api/messages'],
};

/** Undefined where nobody needs it. Rejects with an Error that names CHAT_PORT if the port can't be had. */
export async function openDoors(
  platforms: readonly PlatformChat[],
  { host, port }: { readonly host: string; readonly port: number },
  own: readonly OwnDoor[] = [],
): Promise<Doors | undefined> {
  const isNeeded = own.length > 0 || platforms.some(({ requests }) => requests !== undefined);
  if (!isNeeded) return undefined;
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const door =
      platforms.find(({ name }) => PATHS[name].includes(path)) ??
      own.find((each) => isAt(each.path, path));
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

function isAt(door: string, path: string): boolean {
  return door.endsWith('/') ? path.startsWith(door) : path === door;
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
