/** The real program on a test's clock with a chat platform that remembers: people sign in to the page with what it says. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openStore } from '../../adapters/store/open-store.ts';
import { inProcess } from '../../scheduler/in-process.ts';
import { readConfig } from '../../src/config.ts';
import { build, type House } from '../../src/house.ts';
import type { PlatformChat } from '../../src/platform.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import { temporaryFolder } from './folders.ts';
import { PROGRAMME, TOWN } from './town-people.ts';

export interface SignInOffice {
  readonly url: string;
  readonly house: House;
  /** Everything that the operator was told. */
  readonly log: readonly string[];
  /** What a person is shown who types `web` in chat. */
  link(person: string): Promise<string>;
  at(instant: Date): Promise<void>;
  close(): Promise<void>;
}

export async function signInOffice(start: Date): Promise<SignInOffice> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'database'));
  writeFileSync(
    join(folder, 'soundings.yaml'),
    'organisation: { name: Town, timezone: UTC }\ncampaigns: []',
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = await readConfig(
    {
      PORT: String(port),
      SOUNDINGS_URL: url,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_APP_TOKEN: 'xapp-test',
    },
    folder,
  );
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  const log: string[] = [];
  const tell = (line: string) => void log.push(line);
  let now = start;
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  const store = await openStore(config.database, { tell, alone: true });
  await store.org.replace(TOWN, now);
  const chat = remembering();
  const house = build({ programme: PROGRAMME, clock }, config, store, inProcess(), tell, [chat]);
  await house.page.listen(house.inbox);
  await chat.listen(house.inbox);
  return {
    ...{ url, house, log },
    async link(person) {
      const { page } = await chat.typed(person, 'web');
      const link = page?.blocks.find(({ kind }) => kind === 'link');
      if (link?.kind !== 'link') throw new Error(`${person} was given no link.`);
      return link.url;
    },
    async at(instant) {
      clock.set(instant);
      await house.catchUp();
    },
    async close() {
      await house.page.close();
      await house.queue.close();
      await store.close();
    },
  };
}

function remembering(): PlatformChat & {
  typed(person: string, text: string): ReturnType<Inbox['receive']>;
} {
  let inbox: Inbox | undefined;
  return {
    name: 'slack',
    canFind: false,
    send: async (_, __, { delivery }) => ({ sent: delivery }),
    find: async () => undefined,
    replace: async () => {},
    settle: async () => {},
    close: async () => {},
    list: async () => ({ accounts: [] }) as never,
    async listen(given) {
      inbox = given;
    },
    async typed(person, text) {
      if (!inbox) throw new Error('Nobody listens yet.');
      return inbox.receive({ kind: 'command', person, text });
    },
  };
}

/** A link names the port before the page has it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
