/** Signing in to the page with a link from chat, in a real browser. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SignInOffice, signInOffice } from '../support/sign-in-office.ts';
import { week } from '../support/town-people.ts';
import { args, executablePath } from './on-page.ts';

vi.setConfig({ testTimeout: 30_000 });

const NAME = 'signing in';
const title = executablePath ? NAME : `${NAME} (skipped: no Chromium; set CHROMIUM)`;
const PHONE = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;

describe.skipIf(executablePath === undefined)(title, () => {
  let browser: Browser;
  let office: SignInOffice;
  let faults: string[];
  const pages: Page[] = [];

  beforeAll(async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', 'adapters/web/page']);
    mkdirSync('test-output', { recursive: true });
    browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    faults = [];
    office = await signInOffice(new Date(week(0).opens.getTime() - 60_000));
    await office.at(week(0).tuesday);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    await office.close();
    // What nobody is signed in to is refused, and a browser says so.
    expect(faults.filter((fault) => !/status of 4(01|10)/.test(fault))).toEqual([]);
  });

  const browse = async (look: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', ...look })).newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    pages.push(page);
    return page;
  };
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const signIn = async (person: string, look: BrowserContextOptions = {}) => {
    const page = await browse(look);
    await page.goto(await office.link(person));
    await press(page, 'Sign in');
    await page.getByRole('heading', { name: /^You are/ }).waitFor();
    return page;
  };
  const accessible = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  };
  const outside = (page: Page) =>
    page.getByRole('heading', { name: 'You are not signed in' }).waitFor();

  test.each([
    ['', {}],
    ['-phone', PHONE],
  ])('is well to read on the way in%s', async (name, look) => {
    const page = await browse(look);
    const link = await office.link('nina');
    for (const [what, url] of Object.entries({ outside: office.url, link, over: `${link}x` })) {
      await page.goto(url);
      await page.screenshot({ path: `test-output/sign-in-${what}${name}.png` });
      await accessible(page);
    }
    await page.goto(link);
    await page.getByText('You sign in as Nina Berg.').waitFor();
    await press(page, 'Sign in');
    await page.getByText('Your answers are sealed the moment').waitFor();
    await page.screenshot({ path: `test-output/sign-in-home${name}.png` });
    await accessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('opens the page as oneself alone, once, and is kept by a reload and from scripts', async () => {
    const page = await browse();
    const link = await office.link('north-1');
    await page.goto(link);
    await press(page, 'Sign in');
    await page.getByRole('heading', { name: 'You are Given1 of north' }).waitFor();
    expect(page.url()).toBe(`${office.url}/#/north-1/home`);
    expect(await page.getByRole('navigation', { name: 'People' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Switch person' }).count()).toBe(0);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.goto(`${office.url}/#/nina`);
    await page.reload();
    await page.getByRole('heading', { name: 'You are Given1 of north' }).waitFor();
    const other = await browse();
    await other.goto(link);
    await other.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  });

  test('lets somebody answer from their home page, where no link to it is offered', async () => {
    const page = await signIn('north-1');
    await press(page, 'Answer or change');
    await page.getByRole('radio', { name: 'Agree', exact: true }).first().check();
    await press(page, 'Seal my answers');
    await page
      .getByText(/^Sealed until/)
      .first()
      .waitFor();
    const { box } = office.house.ports.store;
    expect((await box.sealed(week(0).round, 'north-1')).size).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Open the web page' }).count()).toBe(0);
  });

  test('ends here, or everywhere', async () => {
    const [first, second] = [await signIn('north-1'), await signIn('north-1')];
    const other = await signIn('nina');
    await press(first, 'Sign out');
    await outside(first);
    expect(first.url()).toBe(`${office.url}/`);
    await second.reload();
    await press(second, 'Sign out everywhere');
    await outside(second);
    await second.goto(`${office.url}/#/north-1/home`);
    await outside(second);
    await other.reload();
    await other.getByRole('heading', { name: 'You are Nina Berg' }).waitFor();
  });

  test('shows the way in to a page that was signed out elsewhere, when it next asks', async () => {
    const [here, there] = [await signIn('nina'), await signIn('nina')];
    await press(there, 'Sign out everywhere');
    await outside(there);
    await here.getByRole('tab', { name: 'Messages' }).click();
    await here.getByRole('tab', { name: 'Home' }).click();
    await outside(here);
  });
});
