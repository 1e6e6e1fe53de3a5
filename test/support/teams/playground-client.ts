/** One person's Agents Playground in a browser, by what a person sees of it: roles, labels and texts. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Client {
  readonly page: Page;
  /** Every message in the chat, oldest first, cards as text. The log beside the chat repeats all of it, and is left out. */
  read(): Promise<string[]>;
  /** What stands on the cards alone, oldest first. */
  cards(): Promise<string[]>;
  /** Waits until a message of the chat says this; the text of the last one that does. */
  sees(what: string | RegExp): Promise<string>;
  /** What the last card that says this says. */
  words(what: string | RegExp): Promise<string>;
  /** The last card that says this. */
  card(what: string | RegExp): Locator;
  say(words: string): Promise<void>;
  /** Clicks a button of the last card that has one of this name. */
  click(button: string): Promise<void>;
  /** In the last form that asks this: one of its options. */
  choose(question: string, option: string): Promise<void>;
  /** Likewise, in a menu. */
  pick(question: string, option: string): Promise<void>;
  /** Likewise, in a field of text. */
  write(question: string, words: string): Promise<void>;
  /** In the last form that has it: an option that can be chosen beside others. */
  check(question: string, option: string): Promise<void>;
  /** An entry of the menu “Mock an Activity”. */
  mock(entry: string): Promise<void>;
  /** axe on the last card that says this. */
  accessible(what: string | RegExp): Promise<void>;
  shoot(name: string): Promise<void>;
}

/** Waits for something to be shown, at most. */
const PATIENCE = 10_000;

export async function openClient(browser: Browser, url: string): Promise<Client> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1400 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  // Its icons come from a server of Microsoft's; nothing is to leave this machine.
  await page.route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, (route) => route.abort());
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  await page.getByText('Connected.').first().waitFor({ timeout: 20_000 });
  const messages = page.locator('[aria-label="Message header"]').locator('xpath=../..');
  const card = (what: string | RegExp) =>
    page.locator('.ac-adaptiveCard').filter({ hasText: what }).last();
  return {
    page,
    card,
    read: () => messages.allInnerTexts(),
    words: (what) => shownOn(card(what)),
    cards: () => page.locator('.ac-adaptiveCard').allInnerTexts(),
    async sees(what) {
      const found = messages.filter({ hasText: what }).last();
      await found.waitFor();
      return shownOn(found);
    },
    async say(words) {
      await page.locator('[data-lexical-editor="true"][role="textbox"]').first().click();
      await page.keyboard.type(words);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    click: (name) =>
      page.locator('.ac-adaptiveCard').getByRole('button', { name, exact: true }).last().click(),
    choose: (question, option) =>
      page
        .getByRole('radiogroup', { name: question })
        .last()
        .getByRole('radio', { name: option, exact: true })
        .check({ force: true }),
    async pick(question, option) {
      const menu = page.getByRole('combobox', { name: question }).last();
      await menu.click();
      const options = page.locator('[role=option], [role=menuitemcheckbox]');
      await options.filter({ hasText: new RegExp(`^${option}$`) }).click();
      // A menu of several stays open.
      if ((await menu.getAttribute('aria-expanded')) === 'true')
        await page.keyboard.press('Escape');
    },
    check: (question, option) =>
      page
        .getByRole('checkbox', { name: `${question} ${option}` })
        .last()
        .check({ force: true }),
    write: (question, words) => page.getByRole('textbox', { name: question }).last().fill(words),
    mock: (entry) => mock(page, entry),
    accessible: (what) => accessible(page, card(what)),
    async shoot(name) {
      // It scrolls to what is new, and fades things in.
      await page.waitForTimeout(400);
      await page.screenshot({ path: `test-output/playground/${name}.png` });
    },
  };
}

async function shownOn(place: Locator): Promise<string> {
  const [text = ''] = await place.allInnerTexts();
  return text;
}

/** The menu closes by itself now and then. */
async function mock(page: Page, entry: string): Promise<void> {
  const item = page.locator('[role=menuitem]', { hasText: new RegExp(`^${entry}$`) });
  for (let left = 5; left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Mock an Activity' }).click();
    try {
      await item.click({ timeout: 1500 });
      await page.getByRole('button', { name: /Send activity/i }).click();
      return;
    } catch {
      await page.keyboard.press('Escape');
    }
  }
  throw new Error(`The menu shows no “${entry}”.`);
}

/** What the client draws for a chart has faults of its own: buttons inside of pictures, and focus on what is hidden. */
const CHARTS = '[role="alert"][aria-label*="bar chart"]';

async function accessible(page: Page, card: Locator): Promise<void> {
  await card.evaluate((element) => element.setAttribute('data-looked-at', ''));
  const axe = new AxeBuilder({ page }).include('[data-looked-at]').exclude(CHARTS);
  const { violations, passes } = await axe.analyze();
  await card.evaluate((element) => element.removeAttribute('data-looked-at'));
  expect(passes.length).toBeGreaterThan(5);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}
