/** People leave, in a real browser on the real program: pooled, by name, months later, and what HR reads of it. */
import { expect, test, vi } from 'vitest';
import { DEMO_FIRST, DEMO_HR, DEMO_LEAVER } from '../../src/demo/company.ts';
import { onDemo } from './on-demo.ts';

const ARRIVAL = new Date('2026-11-17T10:00:00Z');
const [HR = ''] = DEMO_HR;
const PHONE = { viewport: { width: 360, height: 740 } };
const CHANGE = 'Ask people in their second year how they are.';
const PROMISED = 'A small team with one product, and Fridays for learning.';

vi.setConfig({ testTimeout: 90_000 });

onDemo('an exit interview on the web', ARRIVAL, (demo) => {
  const dialog = () => demo.page.getByRole('dialog');
  const button = (name: string | RegExp) =>
    demo.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  /** Few options are buttons, many are a menu. */
  const choose = async (name: string) => {
    const menu = dialog().locator('select', {
      has: demo.page.locator('option', { hasText: name }),
    });
    if ((await menu.count()) > 0) await menu.selectOption(name);
    else await dialog().getByRole('radio', { name, exact: true }).check();
  };
  /** Waits for the question, chooses, and goes on. */
  const answer = async (question: RegExp | string, ...choices: string[]) => {
    await dialog().getByText(question).first().waitFor();
    for (const choice of choices) await choose(choice);
  };
  const next = () => button('Next').click();
  let link = '';

  test('a leaver chooses pooled, answers screen by screen, looks back, and finishes', async () => {
    await demo.open(DEMO_LEAVER);
    await button('Pooled').scrollIntoViewIfNeeded();
    await demo.page.locator('.message').first().scrollIntoViewIfNeeded();
    await demo.shoot('invitation');
    await button('Who reads what exactly?').click();
    await dialog().getByText('Renske Haverkamp').waitFor();
    await demo.shoot('privacy');
    await demo.accessible();
    await demo.page.keyboard.press('Escape');
    await button('Pooled').click();
    await answer('How does your time here end?', 'I resigned');
    await demo.shoot('first');
    await demo.accessible();
    await next();
    await answer('What is the main reason');
    await demo.shoot('reason');
    await button('Back').click();
    await answer('How does your time here end?');
    expect(await dialog().getByRole('radio', { checked: true }).count()).toBe(0);
    await next();
    await answer('What is the main reason', 'Pay or benefits');
    await next();
    await answer('What else played a part?');
    await demo.shoot('further');
    await button('Leave this out').click();
    await answer('When did you first think of leaving?', 'Three to six months ago', 'A conflict');
    await demo.shoot('how-it-came');
    await next();
    await answer('What would most likely have kept you', 'More pay');
    await next();
    await answer('Where do you go from here?', 'To another employer');
    await next();
    await answer('What kind of employer is it?', 'A direct competitor');
    await dialog().getByRole('textbox').last().fill(PROMISED);
    await demo.shoot('employer');
    await demo.accessible();
    await next();
    await answer(
      'Compared with here',
      'Pay better',
      'Flexible hours better',
      'Working climate worse',
    );
    await demo.shoot('grid');
    await demo.accessible();
    await next();
    await answer('What mattered most', 'Flexible hours', '10 to 20% more');
    await demo.shoot('most');
    await next();
    await answer('come back one day', 'Rather likely');
    await choose('7');
    await demo.shoot('looking-back');
    await next();
    await answer('should be looked into', 'Yes, show me whom I can turn to');
    await demo.shoot('look-into');
    await next();
    await dialog().getByText('Renske Haverkamp').waitFor();
    await demo.shoot('contacts');
    await demo.accessible();
    await button('Go on').last().click();
    await dialog().getByText('What is the main reason why you are leaving? – answered').waitFor();
    expect(await dialog().textContent()).not.toContain('Pay or benefits');
    await demo.shoot('overview');
    await demo.accessible();
    expect(await dialog().count()).toBe(1);
    await button('Seal and finish').click();
    const sent = demo.page.getByRole('link', { name: 'My link for later' }).first();
    await sent.waitFor();
    link = (await sent.getAttribute('href')) ?? '';
    await demo.shoot('thanks');
    await demo.accessible();
    expect(await demo.page.content()).not.toContain(PROMISED);
  });

  test('HR announces somebody in the form, and sees who leaves, never who has answered', async () => {
    await demo.open(HR, 'home');
    await button('Campaigns and rounds').click();
    await button('Leavers').click();
    await dialog().getByText('Hanneke Dijkgraaf').first().waitFor();
    await demo.shoot('leavers');
    await demo.accessible();
    await button('Announce a leaver').click();
    const person = dialog().getByLabel('Who leaves?');
    await person.waitFor();
    await demo.shoot('announce');
    await person.fill('anton.vasilescu@gannet-vane.example');
    await dialog().getByLabel('Last day of work').fill('soon');
    await button('Save').click();
    await dialog().getByText('Please write the last day like this').first().waitFor();
    await demo.shoot('announce-fault');
    await demo.accessible();
    await dialog().getByLabel('Last day of work').fill('2026-12-18');
    await button('Save').click();
    await dialog().getByText('Anton Vasilescu is announced.').waitFor();
    await demo.shoot('announced');
    // What was given by name in the past can be read; of whoever is pooled nothing is said.
    const said = dialog().getByText('Hanneke Dijkgraaf, Firmware').locator('xpath=following::p[1]');
    expect(await said.textContent()).toBe('Has been asked, unless they want no messages.');
  });

  test('a leaver stops, goes on from home, gives it to HR by name, has a copy, and HR reads it', async () => {
    await demo.at(new Date('2026-12-04T12:00:00Z'));
    await demo.open('anton.vasilescu', undefined, { ...PHONE, colorScheme: 'dark' });
    await button('Named to HR').click();
    await answer('How does your time here end?', 'I resigned');
    await next();
    await answer('What is the main reason', 'My manager');
    await demo.shoot('phone-reason');
    await button('Stop for now').click();
    await dialog().waitFor({ state: 'detached' });
    await demo.shoot('phone-begun');
    await demo.open('anton.vasilescu', 'home', PHONE);
    await demo.page.getByText('Your exit interview waits').scrollIntoViewIfNeeded();
    await demo.shoot('phone-home');
    await button('Open my exit interview').click();
    await answer('What is the main reason', 'My manager');
    await next();
    for (const question of ['What else played', 'first think', 'kept you']) {
      await dialog().getByText(question).first().waitFor();
      await button('Leave this out').click();
    }
    await answer('Where do you go', 'To another employer');
    await next();
    await answer('What kind of employer');
    await dialog().getByRole('textbox').last().fill(PROMISED);
    await next();
    await answer('Compared with here', 'Pay better', 'Workload the same');
    await demo.shoot('phone-grid');
    await demo.accessible();
    await next();
    for (const question of ['mattered most', 'come back', 'looked into']) {
      await dialog().getByText(question).first().waitFor();
      await button('Leave this out').click();
    }
    await dialog().getByText('That was everything').waitFor();
    await demo.shoot('phone-overview');
    await button('Give it to HR and finish').click();
    await demo.open('anton.vasilescu');
    await button('A copy of my answers').click();
    await dialog().getByText(PROMISED).waitFor();
    await demo.shoot('copy');
    await demo.accessible();

    await demo.open(HR, 'home');
    await button('Campaigns and rounds').click();
    await button('Leavers').click();
    await button('Read the interview').first().click();
    await dialog().getByText(PROMISED).waitFor();
    await demo.shoot('read');
    await demo.accessible();
  });

  test('HR reads why people leave and what drives them, in words, numbers and pictures', async () => {
    await demo.open(HR, 'home', { viewport: { width: 1280, height: 1600 } });
    await button('Campaigns and rounds').click();
    await button('Leavers').click();
    await dialog().getByRole('button', { name: 'Why people leave' }).click();
    await dialog().getByText('What the better offers had').waitFor();
    const report = (await dialog().textContent()) ?? '';
    expect(report).toContain('of at least 20 answers');
    expect(report).not.toMatch(/\b(100|0)\s?%/);
    await demo.shootAll('report');
    await demo.accessible();
    await dialog().getByRole('button', { name: 'What holds people here' }).click();
    await dialog().getByText('Who would take such an offer').waitFor();
    await demo.shootAll('value');
    await demo.accessible();
    await button('Ask those who stay').click();
    await demo.page.getByText(/Planned: Would you take such an offer/).waitFor();
    await demo.shoot('planned');
    // To those who stay it comes as a question like any other.
    await demo.at(new Date('2026-12-07T08:30:00Z'));
    await demo.at(new Date('2026-12-08T12:00:00Z'));
    await demo.open(DEMO_FIRST);
    await demo.page.getByText('If another employer offered you').waitFor();
    await demo.shoot('mirror');
    await demo.accessible();
  });

  test('months later the personal link asks again, without a script, on a phone in the dark', async () => {
    const noScript = { javaScriptEnabled: false };
    const early = await demo.visit(link, noScript);
    await early.getByText('You are early.').waitFor();
    await demo.shoot('later-early', early);
    expect(await early.getByRole('button').count()).toBe(0);
    await demo.at(new Date('2027-04-05T12:00:00Z'));
    const page = await demo.visit(link, { ...noScript, ...PHONE, colorScheme: 'dark' });
    // Where scripts run, so that they can measure it.
    const measure = async () => {
      const same = await demo.visit(link, { ...PHONE, colorScheme: 'dark' });
      expect(await same.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await demo.accessible(same);
      await same.context().close();
    };
    const send = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByText('What is the main reason').first().waitFor();
    await demo.shootPage('later-first', page);
    await measure();
    await page.getByRole('radio', { name: 'My manager' }).check();
    await send('Next');
    await page.getByText('What else played a part?').waitFor();
    for (const label of ['Pay or benefits', 'My health', 'The culture here']) {
      await page.getByRole('checkbox', { name: label }).check();
    }
    await send('Next');
    await page.getByRole('alert').waitFor();
    await demo.shootPage('later-fault', page);
    await page.getByRole('checkbox', { name: 'My health' }).uncheck();
    await send('Next');
    await page.getByText('What would most likely have kept you').waitFor();
    await send('Back');
    await page.getByText('What else played a part?').waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await send('Next');
    await send('Leave this out');
    await page.getByText('come back one day').waitFor();
    await page.getByRole('radio', { name: '7', exact: true }).check();
    await page.getByRole('textbox').fill(`${CHANGE} Call 0171 5551234.`);
    await demo.shootPage('later-looking-back', page);
    await send('Next');
    // The number is taken out: its author sees it so first, with all else as it was.
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.getByRole('textbox').inputValue()).toBe(`${CHANGE} Call […].`);
    expect(await page.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true);
    await demo.shootPage('later-review', page);
    await page.getByRole('textbox').fill(CHANGE);
    await send('Next');
    await page.getByText('should be looked into').waitFor();
    await send('Next');
    await page.getByText('Is there something you would like to change first?').waitFor();
    await demo.shootPage('later-end', page);
    await measure();
    expect(await page.content()).not.toContain(CHANGE);
    await send('Seal and finish');
    await page.getByText('Thank you. We wish you well.').waitFor();
    await demo.shootPage('later-thanks', page);
    await page.goto(link);
    await page.getByText('This link has been used.').waitFor();
    expect(demo.log.join()).not.toContain(link.slice(-30));
  });
});
