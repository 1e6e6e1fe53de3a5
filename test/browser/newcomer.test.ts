/** The first minute of a newcomer, in the real demonstration: answer, close the round, read the digest. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { args, executablePath } from './on-page.ts';

const title = 'the demonstration';
const name = executablePath ? title : `${title} (skipped: no Chromium; set CHROMIUM)`;

describe.skipIf(executablePath === undefined)(name, () => {
  let folder: string;
  let running: Running;
  let browser: Browser;
  let page: Page;
  const told: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soundings-demo-'));
    const config = await readConfig({ PORT: '0', SOUNDINGS_DATA: folder }, folder);
    if ('faults' in config) throw new Error(JSON.stringify(config.faults));
    running = await start(config, (line) => told.push(line));
    browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    await page.goto(running.url);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await running?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const messages = () => page.locator('.message');
  const accessible = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  };

  test('shows its progress while the past is counted, and says that the company is invented', async () => {
    expect(told.filter((line) => line.includes('round'))).toHaveLength(12);
    await expect.poll(() => page.textContent('body')).toContain('is invented');
  });

  test('is answered by one tap, and the value is nowhere on the page after it', async () => {
    await page.getByRole('button', { name: 'Strongly agree' }).click();
    await page.getByText('Sealed until Friday 17:00. Thank you.').waitFor();
    expect(await messages().last().textContent()).not.toContain('Strongly agree');
    await accessible();
  });

  test('tells this person what the promise is for them', async () => {
    await page.getByRole('button', { name: 'Privacy', exact: true }).click();
    await page
      .getByText('You count in Acoustics, which has 11 members.', { exact: false })
      .waitFor();
    await page.getByText('Marit Solberg reads the digest of Acoustics.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('is skipped to the close, and the manager reads what the team said', async () => {
    await page.getByRole('button', { name: 'Skip to Friday 17:00: the round closes' }).click();
    await page.getByText('This round has closed. Thank you.').waitFor();
    await page.getByRole('button', { name: /Marit Solberg/ }).click();
    await page.getByRole('heading', { name: 'Acoustics, week of' }).last().waitFor();
    expect(await messages().count()).toBeGreaterThanOrEqual(13);
    expect(await messages().last().textContent()).toContain('No clear change since');
    await page.screenshot({ path: 'test-output/newcomer-digest.png' });
    await accessible();
  });

  test('has a division whose workload became clearly worse, as its manager reads', async () => {
    await page.goto(`${running.url}/#/rasmus.thorsted`);
    await page
      .getByText('Workload and conditions: clearly worse than on', { exact: false })
      .waitFor();
    await page.screenshot({ path: 'test-output/clear-change.png' });
  });
});
