/** A web chat with fixtures, and a browser that looks at it; every stray request and error of the page is a fault. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import { type Web, web } from '../../adapters/web/connect.ts';
import type { WebClock } from '../../adapters/web/options.ts';
import type { Reply } from '../../src/message/reply.ts';
import { fakeInbox, memoryMessages } from '../web/doubles.ts';
import { fixtures, residents } from '../web/fixtures.ts';
import { reaction } from '../web/reactions.ts';

export const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
]
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));

export const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a test of the page works with; `received` is what the inbox was given. */
export interface Stage {
  chat: Web;
  url: string;
  page: Page;
  received: Reply[];
  /** Errors on the page; a test that provokes some empties it. */
  faults: string[];
  /** Waits for a message, unless something else is shown than messages. */
  open(hash?: string, look?: BrowserContextOptions, messages?: boolean): Promise<void>;
  /** Serves on the port that the page knows, from the messages that it knows. */
  serve(port: number): Promise<void>;
  accessible(): Promise<void>;
  shoot(name: string): Promise<unknown>;
}

/** A suite that is skipped by name where there is no Chromium. */
export function onPage(name: string, suite: (stage: Stage) => void): void {
  vi.setConfig({ testTimeout: 30_000 });
  const title = executablePath ? name : `${name} (skipped: no Chromium; set CHROMIUM)`;
  describe.skipIf(executablePath === undefined)(title, () => suite(stage()));
}

function stage(): Stage {
  let browser: Browser;
  let strays: string[];
  let messages = memoryMessages();
  const self = {
    faults: [] as string[],
    async open(hash = '', look: BrowserContextOptions = {}, expected = true) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...look });
      self.page = await context.newPage();
      self.page.on('request', (request) => {
        if (!request.url().startsWith(self.url)) strays.push(request.url());
      });
      self.page.on('pageerror', (error) => self.faults.push(error.message));
      self.page.on('console', (line) => {
        if (line.type() === 'error') self.faults.push(line.text());
      });
      await self.page.goto(`${self.url}/${hash}`);
      if (expected) await self.page.locator('.message').first().waitFor();
    },
    async serve(port: number) {
      const inbox = fakeInbox(reaction);
      self.received = inbox.received;
      self.chat = web({
        host: '127.0.0.1',
        port,
        messages,
        directory: async () => residents,
        about: { organisation: 'Meridian Instruments', demonstration: true, first: 'anna' },
        clock: steps(),
      });
      self.url = (await self.chat.listen(inbox)).url;
    },
    async accessible() {
      const { violations } = await new AxeBuilder({ page: self.page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
      expect(found).toEqual([]);
    },
    shoot: (name: string) => self.page.screenshot({ path: `test-output/${name}.png` }),
  } as Stage;

  beforeAll(async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', 'adapters/web/page']);
    mkdirSync('test-output', { recursive: true });
    browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  }, 60_000);

  afterAll(() => browser.close());

  beforeEach(async () => {
    strays = [];
    self.faults = [];
    messages = memoryMessages(fixtures());
    await self.serve(0);
  });

  afterEach(async () => {
    await self.page.context().close();
    await self.chat.close();
    expect(strays, 'requests that left the origin').toEqual([]);
    expect(self.faults, 'errors on the page').toEqual([]);
  });

  return self;
}

/** Two steps: the round closes on Friday, the next one opens on Monday. */
function steps(): WebClock {
  const plan = [
    { at: new Date('2026-11-20T16:00:00Z'), what: 'closes' },
    { at: new Date('2026-11-23T08:00:00Z'), what: 'opens' },
  ] as const;
  let now = new Date('2026-11-17T09:00:00Z');
  let taken = 0;
  return {
    now: () => now,
    next: async () => plan[taken],
    async skip() {
      await new Promise((resolve) => setTimeout(resolve, 400));
      now = plan[taken]?.at ?? now;
      taken += 1;
    },
  };
}
