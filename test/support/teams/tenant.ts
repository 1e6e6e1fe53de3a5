/** A tenant in one process: a store, a Connector, the adapter behind its door, and an inbox that answers as a test says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sqlite } from '../../../adapters/store/sqlite.ts';
import { teams } from '../../../adapters/teams/connect.ts';
import type { Teams, TeamsOptions } from '../../../adapters/teams/options.ts';
import type { Reply, Response as Said } from '../../../src/message/reply.ts';
import type { Store } from '../../../src/ports/store.ts';
import { temporaryFolder } from '../folders.ts';
import { type FakeConnector, fakeConnector } from './connector.ts';
import { type OpenId, openId } from './open-id.ts';

const APP = '11111111-1111-1111-1111-111111111111';
export const TENANT = 'aaaaaaaa-0000-0000-0000-000000000001';
export const BOT = `28:${APP}`;

export interface Tenant {
  readonly store: Store;
  readonly connector: FakeConnector;
  readonly ids: OpenId;
  readonly teams: Teams;
  readonly url: string;
  /** What the inbox was given. */
  readonly replies: Reply[];
  /** What the operator was told. */
  readonly told: string[];
  readonly changes: { count: number };
  answerWith(answer: (reply: Reply) => Said | Promise<Said>): void;
  /** Posts an activity with a valid token, or with these headers instead. */
  post(activity: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Makes a person's account, as if they had been imported and had written before. */
  settle(person: string, user?: string): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of any shape, read by a test.
  readonly json: any;
}

export async function tenant(more: Partial<TeamsOptions> = {}): Promise<Tenant> {
  const connector = await fakeConnector();
  const ids = await openId(APP, connector.url);
  const store = await sqlite(join(temporaryFolder(), 'teams.db'));
  const told: string[] = [];
  const replies: Reply[] = [];
  const changes = { count: 0 };
  let answer: (reply: Reply) => Said | Promise<Said> = () => ({});
  const adapter = teams({
    appId: APP,
    appPassword: 'secret',
    tenantId: TENANT,
    appType: 'SingleTenant',
    endpoints: { openIdMetadata: ids.metadata, token: async () => 'outbound' },
    accounts: store.accounts,
    organisation: 'Harbour & Sons',
    locale: 'en',
    clock: () => new Date(),
    tell: (line) => told.push(line),
    peopleChanged: () => {
      changes.count += 1;
    },
    ...more,
  });
  await adapter.listen({
    async receive(reply) {
      replies.push(reply);
      return answer(reply);
    },
  });
  const server = createServer(adapter.requests);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  return {
    store,
    connector,
    ids,
    teams: adapter,
    url,
    replies,
    told,
    changes,
    answerWith(by) {
      answer = by;
    },
    post: (activity, headers = { authorization: `Bearer ${ids.token({})}` }) =>
      sent(url, JSON.stringify({ serviceUrl: connector.url, ...activity }), headers),
    async settle(person, user = person) {
      const key = { platform: 'teams', team: TENANT, user } as const;
      await store.accounts.put([{ ...key, name: person, email: `${person}@x.org`, active: true }]);
      await store.accounts.link([{ key, person }]);
      const place = JSON.stringify({
        serviceUrl: connector.url,
        tenant: TENANT,
        bot: BOT,
        user: `29:${user}`,
        conversation: `a:${user}`,
      });
      await store.accounts.mark(key, { place });
    },
    async close() {
      await adapter.close();
      await stopped(server);
      await connector.close();
      await ids.close();
      await store.close();
    },
  };
}

export async function sent(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, json: text === '' ? undefined : JSON.parse(text) };
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
