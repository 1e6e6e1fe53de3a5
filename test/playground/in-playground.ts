/** A firm whose people sit at an Agents Playground each, one process and one page a person. */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Programme } from '../../src/campaign/programme.ts';
import { args, executablePath } from '../browser/on-page.ts';
import { FIRM, LAB } from '../support/slack/firm.ts';
import { type Client, openClient } from '../support/teams/playground-client.ts';
import {
  type PlaygroundUser,
  playgroundProgram,
  startPlayground,
} from '../support/teams/playground-process.ts';
import { type TeamsOffice, teamsOffice } from '../support/teams/teams-office.ts';

export interface Stage {
  office: TeamsOffice;
  /** Opens the office. */
  open(start: Date, programme?: Partial<Programme>): Promise<TeamsOffice>;
  /** Each gets the app, and is greeted: one process and one page a person. */
  join<const People extends readonly string[]>(
    ...people: People
  ): Promise<{ [Each in keyof People]: Client }>;
}

/** A suite that is skipped by name where it can't run. */
export async function inPlayground(name: string, suite: (stage: Stage) => void): Promise<void> {
  const lacks = await lacking();
  const title = lacks === undefined ? name : `${name} (skipped: ${lacks})`;
  describe.skipIf(lacks !== undefined)(title, () => suite(stage()));
}

/** What stands in the way on this machine. */
async function lacking(): Promise<string | undefined> {
  if (executablePath === undefined) return 'no Chromium; set CHROMIUM';
  if (playgroundProgram() === undefined) return 'no @microsoft/m365agentsplayground';
  try {
    const tried = await startPlayground('http://127.0.0.1:9/api/messages', USER('ada'), []);
    await tried.stop();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const USER = (person: string): PlaygroundUser => {
  const { name = person, email = '' } = FIRM.people.find(({ id }) => id === person) ?? {};
  return { name, email };
};

function stage(): Stage {
  let browser: Browser;
  const ends: (() => Promise<unknown>)[] = [];
  const self = {
    async open(start: Date, programme: Partial<Programme> = {}) {
      self.office = await teamsOffice(start, programme);
      ends.push(() => self.office.close());
      return self.office;
    },
    join: (...people: readonly string[]) =>
      Promise.all(
        people.map(async (person) => {
          const playground = await startPlayground(
            self.office.endpoint,
            USER(person),
            LAB.slice(4, 9).map(USER),
          );
          ends.push(playground.stop);
          const client = await openClient(browser, playground.url);
          ends.push(() => client.page.context().close());
          await client.sees('Hello, this is Soundings');
          return client;
        }),
      ),
  } as Stage;
  beforeAll(async () => {
    mkdirSync('test-output/playground', { recursive: true });
    browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    // People arrive one by one, and are known a moment later.
    const usual = /^People: \d|^teams: \d+ of \d+ users are nobody/;
    const told = (self.office?.log ?? []).filter((line) => !usual.test(line));
    expect(told, 'what the operator was told').toEqual([]);
  });
  return self;
}
