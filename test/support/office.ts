/** The real program on a test's clock: files, keys, queue and web page wired by house.ts, replies over HTTP. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import type { Posted } from '../../adapters/web/wire.ts';
import { inProcess } from '../../scheduler/in-process.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import { readConfig } from '../../src/config.ts';
import { build, type House } from '../../src/house.ts';
import { aboutOf, type Reply } from '../../src/message/reply.ts';
import type { Organisation } from '../../src/org/person.ts';
import { temporaryFolder } from './folders.ts';

export interface Office {
  readonly house: House;
  readonly folder: string;
  /** Everything that the operator was told. */
  readonly log: readonly string[];
  at(instant: Date): Promise<void>;
  /** Clicks on the question message of a round, or without one. */
  click(reply: Reply): Promise<unknown>;
  messages(person: string): Promise<Posted[]>;
  close(): Promise<void>;
}

/** Four hours. */
const STEP = 4 * 3_600_000;
const open: Office[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

export async function office(
  programme: Programme,
  org: Organisation,
  start: Date,
): Promise<Office> {
  const folder = temporaryFolder();
  let now = start;
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  mkdirSync(join(folder, 'database'));
  const store = await sqlite(join(folder, 'database', 'office.db'));
  await store.org.replace(org, now);
  const log: string[] = [];
  const config = await readConfig(
    {
      PORT: '0',
      DATABASE_URL: `file:${join(folder, 'database', 'office.db')}`,
      SOUNDINGS_KEYS: join(folder, 'keys'),
    },
    folder,
  );
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  const house = build({ programme, clock }, config, store, inProcess(), (line) => log.push(line));
  const { url } = await house.page.listen(house.inbox);
  let closed = false;
  const self: Office = {
    house,
    folder,
    log,
    async at(instant) {
      // A program that runs looks all the time; every four hours are enough for nobody to be asked late.
      for (let step = 0; now.getTime() + STEP < instant.getTime() && step < 60; step++) {
        clock.set(new Date(now.getTime() + STEP));
        await house.catchUp();
      }
      clock.set(instant);
      for (let sweeps = 0; sweeps < 3; sweeps++) await house.catchUp();
    },
    async messages(person) {
      const found = await fetch(`${url}/api/people/${person}/messages`);
      return (await found.json()) as Posted[];
    },
    async click(reply) {
      const round = aboutOf(reply);
      const posted = await self.messages(reply.person);
      const message = posted.find((each) => each.kind === 'question' && each.round === round)?.id;
      const answered = await fetch(`${url}/api/reply`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reply, ...(message !== undefined && { message }) }),
      });
      if (!answered.ok) throw new Error(`${answered.status}: ${await answered.text()}`);
      return answered.json();
    },
    async close() {
      if (closed) return;
      closed = true;
      await house.page.close();
      await house.queue.close();
      await store.close();
    },
  };
  open.push(self);
  return self;
}
