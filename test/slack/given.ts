/** The Slack adapter as it is, on a real store, against the strict fake: over HTTP, or through a socket. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { slack } from '../../adapters/slack/connect.ts';
import type { Slack, SlackOptions } from '../../adapters/slack/options.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import type { Message } from '../../src/message/message.ts';
import type { Reply, Response } from '../../src/message/reply.ts';
import type { Store } from '../../src/ports/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { type FakeOptions, type FakeSlack, fakeSlack } from '../support/slack/fake.ts';

export interface Given {
  readonly fake: FakeSlack;
  readonly adapter: Slack;
  readonly store: Store;
  /** What reached the inbox, in order. */
  readonly replies: Reply[];
  /** What the operator was told. */
  readonly told: string[];
  /** How often the organisation was to be read anew. */
  readonly changes: () => number;
  /** What the inbox answers; it may take its time, or throw. */
  react: (reply: Reply) => Promise<Response> | Response;
  readonly address: string;
}

export interface Wanted {
  readonly fake?: FakeOptions;
  readonly arrival?: 'http' | 'socket';
  readonly options?: Partial<SlackOptions>;
  /** Not listening yet. */
  readonly quiet?: true;
  /** Users that are nobody's. */
  readonly strangers?: readonly string[];
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Turned round: enough to see that tokens are not kept as they are. */
export const turned = {
  seal: (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff),
  open: (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff),
};

export async function given(wanted: Wanted = {}): Promise<Given> {
  const { arrival = 'http' } = wanted;
  const fake = await fakeSlack({ rates: 'none', ...wanted.fake });
  ends.push(async () => {
    await fake.stop();
    expect(fake.faults).toEqual([]);
  });
  const store = await sqlite(join(temporaryFolder(), 'soundings.sqlite'));
  ends.push(() => store.close());
  const [replies, told]: [Reply[], string[]] = [[], []];
  let changes = 0;
  const adapter = slack({
    apiUrl: fake.url,
    access: { token: 'xoxb-test' },
    arrival: arrival === 'http' ? { signingSecret: fake.signingSecret } : { appToken: 'xapp-test' },
    accounts: store.accounts,
    installations: store.installations,
    seal: turned,
    locale: 'en',
    clock: () => new Date(),
    tell: (line) => told.push(line),
    peopleChanged: () => {
      changes += 1;
    },
    ...wanted.options,
  });
  const server = await serve(adapter);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (arrival === 'http') fake.connectTo(`${address}/slack/events`);
  const result: Given = {
    fake,
    adapter,
    store,
    replies,
    told,
    changes: () => changes,
    react: () => ({}),
    address,
  };
  ends.push(() => adapter.close());
  const receive = async (reply: Reply) => {
    replies.push(reply);
    return result.react(reply);
  };
  if (!wanted.quiet) await adapter.listen({ receive });
  await everybody(result, wanted.strangers ?? []);
  return result;
}

/** Every user of the fake is a person, `U1` being `p-U1`. */
async function everybody({ fake, store }: Given, strangers: readonly string[]): Promise<void> {
  const users = [...fake.world.users.values()].filter(
    ({ id }) => /^U\d/.test(id) && id !== 'U0BOT',
  );
  await store.accounts.put(
    users.map(({ id, team_id, name, locale }) => ({
      platform: 'slack',
      team: fake.world.teams.get(team_id)?.orgInstall
        ? (fake.world.teams.get(team_id)?.enterprise?.id ?? team_id)
        : team_id,
      user: id,
      name,
      active: true,
      ...(locale && { locale }),
    })),
  );
  const all = await store.accounts.list('slack');
  await store.accounts.link(
    all
      .filter(({ user }) => !strangers.includes(user))
      .map((key) => ({ key, person: `p-${key.user}` })),
  );
}

async function serve(adapter: Slack): Promise<Server> {
  const server = createServer((request, response) => {
    if (adapter.requests) adapter.requests(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return server;
}

export function text(words: string): Message {
  return { summary: words, blocks: [{ kind: 'text', text: words }] };
}

export const question: Message = {
  summary: 'One short question',
  blocks: [
    {
      kind: 'scale',
      round: 'r1',
      question: 'q1',
      text: 'How was your week?',
      options: [
        { value: '1', label: 'Bad' },
        { value: '2', label: 'Well' },
      ],
    },
    { kind: 'actions', about: 'r1', actions: [{ action: 'form', label: 'Answer the rest' }] },
  ],
};

export const withChart: Message = {
  summary: 'Your digest',
  blocks: [
    { kind: 'heading', text: 'Your digest' },
    {
      kind: 'chart',
      title: 'Drivers',
      summary: 'Two drivers, both good.',
      legend: ['unfavourable', 'neutral', 'favourable'],
      rows: ['Pay', 'Growth'].map((label) => ({
        label,
        text: '60 % favourable',
        emphasis: 'main' as const,
        figure: {
          kind: 'distribution' as const,
          unfavourable: 20,
          neutral: 20,
          favourable: 60,
        },
      })),
    },
  ],
};

/** Sends the question to a person, and gives it as it stands on their screen. */
export async function asked(
  { adapter, fake }: Given,
  user = 'U1',
  message = question,
): ReturnType<typeof shownTo> {
  await adapter.send(`p-${user}`, message, { delivery: 'd1', round: 'r1', kind: 'question' });
  return shownTo(fake, user);
}

async function shownTo(fake: FakeSlack, user: string) {
  const shown = fake.user(user).messages().at(-1);
  if (!shown) throw new Error(`${user} was sent nothing`);
  return shown;
}

/** Waits, for real time, until something is so. */
export async function until(what: () => boolean, most = 5000): Promise<void> {
  const end = performance.now() + most;
  while (!what()) {
    if (performance.now() > end) throw new Error('It did not become so in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
