/** Socket Mode: a connection asks for a URL, says hello, gets envelopes and acknowledges them. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Ack, Deliver } from './ack.ts';
import { isJson } from './block-rules.ts';
import { accept, type Connection } from './websocket.ts';

const MOST = 10;

export interface Sockets {
  readonly deliver: Deliver;
  /** How many are open. */
  readonly open: number;
  /** How many were ever opened. */
  readonly opened: number;
  /** Envelopes by connection, in the order in which connections were opened. */
  readonly received: readonly (readonly string[])[];
  /** Resolves once so many connections are open. */
  connected(count?: number): Promise<void>;
  /** Tells connections to leave; `warning` comes ten seconds before the others would. */
  disconnect(reason: 'warning' | 'refresh_requested', which?: number): void;
  /** Hangs up without a word. */
  drop(which?: number): void;
  close(): void;
}

export interface Door extends Sockets {
  /** A URL that opens one connection, once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex): void;
}

interface Link {
  readonly connection: Connection;
  readonly ids: string[];
}

export function sockets(options: {
  readonly appId: string;
  readonly ackTimeout: number;
  readonly origin: () => string;
}): Door {
  const tickets = new Set<string>();
  const links: Link[] = [];
  const waiting = new Map<string, (ack: Pick<Ack, 'body' | 'status'> | undefined) => void>();
  const watchers: { count: number; tell: () => void }[] = [];
  let turn = 0;
  const alive = (): Link[] => links.filter((link) => !link.connection.closed);
  const pings = setInterval(() => {
    for (const { connection } of alive()) connection.ping();
  }, 5000).unref();

  function heard(text: string): void {
    const message: unknown = JSON.parse(text);
    if (!isJson(message) || typeof message.envelope_id !== 'string') return;
    waiting.get(message.envelope_id)?.({ status: 200, body: message.payload ?? '' });
  }

  function hello(link: Link): void {
    const count = alive().length;
    if (count > MOST) {
      link.connection.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      link.connection.close(1000);
      return;
    }
    const connection_info = { app_id: options.appId };
    const debug_info = { host: 'fake', build_number: 1, approximate_connection_time: 18_060 };
    link.connection.send(
      JSON.stringify({ type: 'hello', num_connections: count, connection_info, debug_info }),
    );
    link.connection.ping();
    for (const watcher of watchers) if (count >= watcher.count) watcher.tell();
  }

  function upgrade(request: IncomingMessage, socket: Duplex): void {
    const ticket = new URL(request.url ?? '', 'http://fake').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      return;
    }
    const ids: string[] = [];
    const gone = (): void => {
      for (const id of ids) waiting.get(id)?.(undefined);
    };
    const link: Link = { connection: accept(request, socket, heard, gone), ids };
    links.push(link);
    hello(link);
  }

  /** One connection gets it; `undefined` if it was dropped, or silent for too long. */
  function answer(link: Link, id: string, envelope: string) {
    return new Promise<Pick<Ack, 'body' | 'status'> | undefined>((resolve) => {
      const late = setTimeout(() => waiting.get(id)?.(undefined), options.ackTimeout);
      waiting.set(id, (ack) => {
        clearTimeout(late);
        waiting.delete(id);
        resolve(ack);
      });
      link.ids.push(id);
      link.connection.send(envelope);
    });
  }

  const deliver: Deliver = async (type, payload, retry) => {
    const began = performance.now();
    const since = (): number => performance.now() - began;
    const [link, id] = [alive()[turn++ % (alive().length || 1)], randomUUID()];
    if (!link) return { body: '', ms: 0, inTime: false, reason: 'connection_failed' };
    const again = retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {};
    const accepts_response_payload = type !== 'events_api';
    const ack = await answer(
      link,
      id,
      JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload, ...again }),
    );
    if (ack) return { ...ack, ms: since(), inTime: true };
    const reason = link.connection.closed ? 'connection_failed' : 'http_timeout';
    return { body: '', ms: since(), inTime: false, reason };
  };

  const chosen = (which?: number): Link[] =>
    alive().filter((_, at) => which === undefined || at === which);
  return {
    deliver,
    upgrade,
    ticket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${options.origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    get open() {
      return alive().length;
    },
    get opened() {
      return links.length;
    },
    get received() {
      return links.map((link) => link.ids);
    },
    connected: (count = 1) =>
      new Promise((resolve) => {
        if (alive().length >= count) resolve();
        else watchers.push({ count, tell: resolve });
      }),
    disconnect: (reason, which) => {
      const debug_info = { host: 'fake' };
      for (const { connection } of chosen(which)) {
        connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
      }
    },
    drop: (which) => {
      for (const { connection } of chosen(which)) connection.destroy();
    },
    close: () => {
      clearInterval(pings);
      for (const { connection } of alive()) connection.destroy();
    },
  };
}
