/** The home page in a real browser: as a tab, by keyboard, with what its buttons do. */
import { expect, test } from 'vitest';
import { onPage } from './on-page.ts';

onPage('the home page', (stage) => {
  const home = () => stage.page.getByRole('tabpanel', { name: 'Home' });
  const tab = (name: string) => stage.page.getByRole('tab', { name });
  const focused = () => stage.page.locator(':focus').textContent();

  test('is reached by keyboard, kept by a reload and by the back button', async () => {
    await stage.open();
    await tab('Messages').focus();
    await stage.page.keyboard.press('ArrowRight');
    await home().getByRole('heading', { name: 'Open now' }).waitFor();
    expect(await tab('Home').getAttribute('aria-selected')).toBe('true');
    expect(await tab('Messages').getAttribute('tabindex')).toBe('-1');
    expect(await stage.page.getByRole('log').count()).toBe(0);
    expect(stage.received).toEqual([{ kind: 'home', person: 'anna' }]);
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Tab');
    expect(await focused()).toBe('Answer now');
    await stage.page.reload();
    await home().getByRole('heading', { name: 'Open now' }).waitFor();
    await stage.page.goBack();
    await stage.page.getByRole('log').waitFor();
    expect(await home().count()).toBe(0);
  });

  test('tells in place what a button did, and shows what has changed under the same cursor', async () => {
    await stage.open('#/anna/home', {}, false);
    await home().getByRole('button', { name: 'Pause 4 weeks' }).focus();
    await stage.page.keyboard.press('Enter');
    await home().getByRole('status').getByText('Paused.').waitFor();
    await home().getByText('You pause for 4 weeks.').waitFor();
    await stage.shoot('home-paused');
    await stage.accessible();
    await home().getByRole('button', { name: 'Resume' }).click();
    await home().getByText('Welcome back.').waitFor();
    expect(await home().getByText('Paused.').count()).toBe(0);
  });

  test('opens a form, whose answers show in the newest question of the conversation', async () => {
    await stage.open('#/ravi/home', {}, false);
    await home().getByRole('button', { name: 'Answer now' }).click();
    await stage.page.getByRole('button', { name: 'Seal my answers' }).click();
    await home().getByRole('status').getByText('Sealed until Friday 17:00').waitFor();
    await tab('Messages').click();
    await stage.page.getByRole('log').getByText('Sealed until Friday 17:00').waitFor();
    expect(await stage.page.locator('.whisper').count()).toBe(0);
  });

  test('is fetched anew when the clock is moved, and belongs to whoever is shown', async () => {
    await stage.open('#/anna/home', {}, false);
    await home().getByRole('heading', { name: 'Open now' }).waitFor();
    await stage.page.getByRole('button', { name: /^Skip to/ }).click();
    await expect
      .poll(() => stage.received.filter(({ kind }) => kind === 'home').length)
      .toBeGreaterThan(1);
    await stage.page.goto(`${stage.url}/#/grace/home`);
    await home().getByRole('heading', { name: 'For HR' }).waitFor();
    expect(stage.received.at(-1)).toEqual({ kind: 'home', person: 'grace' });
    await stage.page.goto(`${stage.url}/#/anna/home`);
    await home().getByRole('heading', { name: 'For HR' }).waitFor({ state: 'detached' });
  });

  test('a message that is gone goes from the page, with its day', async () => {
    await stage.open();
    await stage.page.waitForTimeout(300);
    expect(await stage.page.locator('.message').count()).toBe(3);
    await stage.chat.settle('pulse-13', () => ({ summary: 'C', blocks: [] }));
    await expect.poll(() => stage.page.locator('.message').count()).toBe(2);
    expect(await stage.page.getByText('How likely are you').count()).toBe(0);
  });

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 360, height: 740 } }],
    ['phone-dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('%s is readable, without a violation found by axe', async (name, look) => {
    await stage.open('#/grace/home', look, false);
    await home().getByRole('heading', { name: 'For HR' }).waitFor();
    await stage.shoot(`${name}-home`);
    const cut = await stage.page
      .locator('.mast')
      .evaluate((mast) => mast.scrollHeight - mast.clientHeight);
    expect(cut, 'pixels of the person and the tabs that are cut off').toBe(0);
    await stage.accessible();
    await home().getByRole('button', { name: 'Open the panel' }).click();
    await stage.page.getByRole('dialog', { name: 'The HR panel' }).waitFor();
    await stage.shoot(`${name}-panel`);
    await stage.accessible();
    await stage.page.getByRole('button', { name: 'New campaign' }).click();
    await stage.page.getByRole('dialog', { name: 'A new campaign' }).waitFor();
    await stage.shoot(`${name}-campaign`);
    await stage.accessible();
    const units = stage.page.getByRole('searchbox', { name: 'Find in: Who is asked' });
    await units.fill('lodz');
    await stage.page.getByText('0 chosen, 30 of 150 shown').scrollIntoViewIfNeeded();
    await stage.page.getByLabel('A word to everybody').scrollIntoViewIfNeeded();
    await stage.shoot(`${name}-campaign-units`);
    await stage.accessible();
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await stage.page.keyboard.press('Escape');
    await home().getByRole('button', { name: 'Change' }).click();
    await stage.shoot(`${name}-settings`);
    await stage.accessible();
    await stage.page.keyboard.press('Escape');
    await home().getByRole('button', { name: 'How is this anonymous?' }).click();
    await stage.page.getByRole('button', { name: 'What will my manager see?' }).click();
    await stage.page.getByRole('dialog', { name: 'What your manager will see' }).waitFor();
    await stage.shoot(`${name}-preview`);
    await stage.accessible();
    const size = await stage.page
      .locator('html')
      .evaluate((html) => [html.scrollWidth, html.clientWidth]);
    expect(size[0]).toBe(size[1]);
  });
});
