/** The second wave's page in a browser that runs no script. */
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Given, given, grid, notYet, ok, screen, TOKEN } from '../later/given.ts';
import { args, executablePath } from './on-page.ts';

vi.setConfig({ testTimeout: 30_000 });

const NAME = 'the second wave’s page';
const title = executablePath ? NAME : `${NAME} (skipped: no Chromium; set CHROMIUM)`;

describe.skipIf(executablePath === undefined)(title, () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync('test-output', { recursive: true });
    browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  }, 60_000);
  afterAll(() => browser.close());

  const open = async (g: Given, look: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext(look);
    const page = await context.newPage();
    await page.goto(`${g.url}/later/${TOKEN}`);
    return page;
  };
  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: `test-output/${name}.png`, fullPage: true });
  const accessible = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual(
      [],
    );
  };
  const noScript = { javaScriptEnabled: false };

  test('is filled in, sent and gone on with, without any script', async () => {
    const g = await given();
    let isSecond = false;
    g.answer = (fields) => {
      isSecond ||= fields !== undefined;
      return ok(isSecond ? grid : screen);
    };
    const page = await open(g, noScript);
    await page.getByRole('radio').first().check();
    await page.getByRole('textbox').fill('Harbour & Sons');
    await page.getByRole('button', { name: 'Seal my answers' }).click();
    await page.getByRole('heading', { name: 'Compared with here' }).waitFor();
    expect(page.url()).toBe(`${g.url}/later/${TOKEN}`);
    expect(g.visits[1]).toMatchObject({
      screen: ['kind'],
      'exit-offer-name': ['Harbour & Sons'],
    });
    await page.getByRole('radio', { name: 'Pay better' }).check();
    await page.getByRole('button', { name: 'Seal my answers' }).click();
    await page.reload();
    const sent = g.visits.filter((fields) => fields !== undefined);
    expect(sent.at(-1)).toEqual({
      screen: ['offer-grid'],
      'exit-offer-pay': ['better'],
      about: [''],
    });
    expect(sent).toHaveLength(2);
  });

  test.each([
    ['', {}],
    ['-phone', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('is well to read and to use%s', async (name, look) => {
    const g = await given();
    for (const [what, form] of Object.entries({ grid, screen })) {
      g.answer = () => ok(form);
      const page = await open(g, look);
      await page.getByRole('radio').nth(1).check();
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), what).toBe(
        true,
      );
      await shoot(page, `later-${what}${name}`);
      await accessible(page);
    }
    g.answer = () => ({
      ...ok(grid),
      again: true,
      faults: { 'exit-offer-pay': 'Please look again.' },
    });
    const page = await open(g, look);
    await page.getByRole('button', { name: 'Seal my answers' }).click();
    await page.getByRole('alert').waitFor();
    await shoot(page, `later-fault${name}`);
    await accessible(page);
    g.answer = () => notYet;
    await page.goto(`${g.url}/later/${TOKEN}`);
    await shoot(page, `later-not-yet${name}`);
    await accessible(page);
  });
});
