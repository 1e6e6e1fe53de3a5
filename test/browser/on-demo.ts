/** The invented company as the program plays it, on its page in a browser: the real inbox, store, keys and clock behind it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { later } from '../../adapters/later/connect.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { inProcess } from '../../scheduler/in-process.ts';
import { readConfig } from '../../src/config.ts';
import { demonstration } from '../../src/demonstration.ts';
import { build, type House } from '../../src/house.ts';
import { args, executablePath } from './on-page.ts';

/** What a test works with. */
export interface Demo {
  readonly house: House;
  readonly url: string;
  readonly page: Page;
  /** Everything that the operator was told. */
  readonly log: readonly string[];
  /** A person's messages, or their home page. */
  open(person: string, tab?: 'home', look?: BrowserContextOptions): Promise<Page>;
  /** Any address, in a browser of its own. */
  visit(address: string, look?: BrowserContextOptions): Promise<Page>;
  /** Moves the clock, and does what is due then. */
  at(instant: Date): Promise<void>;
  accessible(page?: Page): Promise<void>;
  shoot(name: string, page?: Page): Promise<void>;
  /** A whole page, however long. */
  shootPage(name: string, page: Page): Promise<void>;
  /** All of a dialog, screen by screen. */
  shootAll(name: string): Promise<void>;
}

/** One company for a whole file: its tests tell one story, in order. Skipped by name where there is no Chromium. */
export function onDemo(name: string, now: Date, suite: (demo: Demo) => void): void {
  const title = executablePath ? name : `${name} (skipped: no Chromium; set CHROMIUM)`;
  describe.skipIf(executablePath === undefined)(title, () => suite(demo(now)));
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function demo(arrival: Date): Demo {
  let browser: Browser;
  let close: () => Promise<unknown>;
  const faults: string[] = [];
  const log: string[] = [];
  const self: Writable<Demo> = {
    log,
    // Set before the first test.
    ...({} as Pick<Demo, 'house' | 'url' | 'page'>),
    async visit(address, look = {}) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...look });
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      page.on('request', (request) => {
        if (!request.url().startsWith(self.url)) faults.push(`It asked for ${request.url()}`);
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(address);
      return page;
    },
    async open(person, tab, look) {
      await self.page?.context().close();
      const page = await self.visit(`${self.url}/#/${person}${tab ? `/${tab}` : ''}`, look);
      await page
        .locator(tab === 'home' ? '.home .card' : '.message')
        .first()
        .waitFor();
      self.page = page;
      return page;
    },
    async at(instant) {
      self.house.plan.clock.set(instant);
      await self.house.catchUp();
    },
    async accessible(page = self.page) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
      expect(found).toEqual([]);
    },
    async shoot(name, page = self.page) {
      await page.screenshot({ path: `test-output/exit-${name}.png` });
    },
    async shootPage(name, page) {
      await page.screenshot({ path: `test-output/exit-${name}.png`, fullPage: true });
    },
    async shootAll(name) {
      const body = self.page.getByRole('dialog').locator('.body');
      for (let i = 1, more = true; more && i < 12; i++) {
        await self.shoot(`${name}-${i}`);
        more = await body.evaluate((all) => {
          const before = all.scrollTop;
          all.scrollTop += all.clientHeight - 60;
          return all.scrollTop > before;
        });
      }
    },
  };

  beforeAll(async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', 'adapters/web/page']);
    mkdirSync('test-output', { recursive: true });
    const running = await begin(arrival, (line) => log.push(line));
    close = running.close;
    self.house = running.house;
    self.url = running.url;
    browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  }, 180_000);

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(faults.splice(0), 'errors on the page, and requests that left it').toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await close?.();
  });

  return self;
}

/** As main.ts does where nothing is configured, but that the clock stands in the test's hands. */
async function begin(now: Date, tell: (line: string) => void) {
  // Those of the other tests are removed after each of them.
  const folder = mkdtempSync(join(tmpdir(), 'soundings-demo-'));
  const port = await freePort();
  const config = await readConfig(
    {
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'demo.db')}`,
      SOUNDINGS_KEYS: join(folder, 'keys'),
    },
    folder,
  );
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  const store = await sqlite(join(folder, 'demo.db'));
  const plan = await demonstration(store, now, tell);
  const house = build(plan, config, store, inProcess(), tell);
  await plan.prepare?.(house);
  const links = later(house.inbox.visit, { clock: plan.clock.now, tell });
  const { url } = await house.page.listen(house.inbox, [{ path: '/later/', requests: links }]);
  const close = async () => {
    await house.page.close();
    await house.queue.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { house, url, close };
}

/** The personal links name the port before it is listened on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
