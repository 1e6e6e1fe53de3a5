/** The page in a real browser: by mouse, by keyboard, on a phone, in the dark, and checked by axe. */
import { expect, test } from 'vitest';
import { digest } from '../web/fixtures.ts';
import { onPage } from './on-page.ts';

onPage('the page', (stage) => {
  const log = () => stage.page.getByRole('log');
  const scale = () => stage.page.getByRole('group', { name: /learned something/ });

  test('one tap answers, and the cursor is in what takes the message’s place', async () => {
    await stage.open();
    await scale().getByRole('button', { name: 'Agree', exact: true }).click();
    await log().getByText('Sealed until Friday 17:00', { exact: true }).waitFor();
    expect(stage.received).toEqual([
      { kind: 'answer', person: 'anna', round: 'pulse-13', question: 'growth-1', value: '4' },
    ]);
    const focused = stage.page.locator(':focus');
    expect(await focused.textContent()).toBe('Answer the rest');
    await stage.shoot('sealed');
  });

  test('a form is filled in and sent by keyboard alone, the empty comment with it', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Answer all three' }).focus();
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('dialog').waitFor();
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Space');
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Space');
    await stage.page.keyboard.press('ArrowLeft');
    await stage.shoot('form');
    await stage.accessible();
    await stage.page.getByRole('textbox', { name: 'Anything' }).focus();
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('Enter');
    await log().getByText('Sealed until Friday 17:00', { exact: true }).waitFor();
    expect(stage.received.at(-1)).toEqual({
      kind: 'submit',
      person: 'anna',
      form: 'answers',
      about: 'pulse-13',
      fields: { 'growth-1': ['2'], recommend: ['10'], comment: [''], 'comment:reader': ['hr'] },
    });
    await expect.poll(() => stage.page.locator(':focus').textContent()).toBe('Answer the rest');
  });

  test('a fault is shown at its field, tied to it, and the form stays as it was filled in', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Answer all three' }).click();
    const comment = stage.page.getByRole('textbox', { name: 'Anything' });
    await comment.fill('fault é');
    expect(await stage.page.getByText('8 / 400').isVisible()).toBe(true);
    await stage.page.getByRole('button', { name: 'Seal my answers' }).click();
    await stage.page.getByText('Please leave the word out.').waitFor();
    expect(await comment.getAttribute('aria-invalid')).toBe('true');
    expect(await comment.inputValue()).toBe('fault é');
    const line = stage.page.getByText('Please leave the word out.');
    const described = (await comment.getAttribute('aria-describedby'))?.split(' ');
    expect(described).toContain(await line.getAttribute('id'));
    await stage.shoot('faults');
    await stage.accessible();
    await comment.fill('');
    await stage.page.getByRole('button', { name: 'Seal my answers' }).click();
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a comment comes back as it would be read, and what was chosen beside it stays chosen', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Answer all three' }).click();
    await stage.page.getByRole('radio', { name: 'Disagree', exact: true }).check();
    const comment = stage.page.getByRole('textbox', { name: 'Anything' });
    await comment.fill('Ask Lea about it');
    await stage.page.getByRole('radio', { name: 'HR only' }).check();
    await stage.page.getByRole('button', { name: 'Seal my answers' }).click();
    await stage.page.getByText('This is how it would be read').waitFor();
    expect(await comment.inputValue()).toBe('Ask […] about it');
    await stage.shoot('review');
    await stage.accessible();
    await stage.page.getByRole('button', { name: 'Seal my answers' }).click();
    await log().getByText('Sealed until Friday 17:00', { exact: true }).waitFor();
    expect(stage.received.at(-1)).toMatchObject({
      fields: {
        'growth-1': ['2'],
        'comment:2': ['Ask […] about it'],
        'comment:2:reader': ['hr'],
      },
    });
  });

  test('a form opens empty after an answer, and a choice can be taken back', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Answer all three' }).click();
    await stage.page.getByRole('radio', { name: 'Disagree', exact: true }).check();
    await stage.page.getByRole('button', { name: /^Clear: In the last/ }).click();
    await stage.page.getByRole('button', { name: 'Seal my answers' }).click();
    await stage.page.getByRole('button', { name: 'Answer the rest' }).click();
    expect(await stage.page.getByRole('radio', { name: 'Disagree', exact: true }).isChecked()).toBe(
      false,
    );
    const sent = stage.received.find((reply) => reply.kind === 'submit');
    expect(sent?.kind === 'submit' && Object.keys(sent.fields)).toEqual([
      'comment',
      'comment:reader',
    ]);
  });

  test('what only one person sees is said so, can be dismissed, and is gone after a reload', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Help', exact: true }).click();
    await stage.page.getByText('Type help or privacy.').waitFor();
    await stage.page.getByPlaceholder('Type help').fill('pause 2');
    await stage.page.keyboard.press('Enter');
    await stage.page.getByText('pause 2').waitFor();
    await stage.shoot('whisper');
    await stage.accessible();
    expect(stage.received).toEqual([
      { kind: 'command', person: 'anna', text: 'help' },
      { kind: 'command', person: 'anna', text: 'pause 2' },
    ]);
    await stage.page.getByRole('button', { name: 'Dismiss' }).first().click();
    await stage.page.reload();
    await stage.page.locator('.message').first().waitFor();
    expect(await stage.page.getByText('Only you see this').count()).toBe(0);
  });

  test('somebody else is found by unit or duty, taken by keyboard, and kept by a reload', async () => {
    await stage.open();
    const search = stage.page.getByRole('searchbox', { name: 'Switch person' });
    await search.fill('leads instr');
    expect(await stage.page.getByText('1 person').isVisible()).toBe(true);
    await search.press('ArrowDown');
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('heading', { name: 'You are Mara Lindqvist' }).waitFor();
    await log().getByText('Recognition has risen').first().waitFor();
    await stage.page.reload();
    await stage.page.getByRole('heading', { name: 'You are Mara Lindqvist' }).waitFor();
    await stage.page.getByRole('searchbox').fill('yildiz');
    expect(await stage.page.getByRole('link', { name: /Elif/ }).count()).toBe(1);
  });

  test('a message arrives and is replaced without a reload, and after the server was away', async () => {
    await stage.open('#/ravi');
    await expect.poll(() => stage.page.locator('.message').count()).toBe(1);
    await stage.page.waitForTimeout(300);
    const about = { delivery: 'd-9', round: 'pulse-14', kind: 'digest' } as const;
    await stage.chat.send(
      'ravi',
      { summary: 'Hello', blocks: [{ kind: 'text', text: 'Hello' }] },
      about,
    );
    await log().getByText('Hello').waitFor();
    await stage.chat.replace('ravi', 'd-9', {
      summary: 'B',
      blocks: [{ kind: 'text', text: '<b>Bye</b>' }],
    });
    await log().getByText('<b>Bye</b>').waitFor();
    expect(await log().getByText('Hello').count()).toBe(0);
  });

  test('the clock is skipped to the close, which offers the manager of the last employee', async () => {
    await stage.open();
    await stage.page
      .getByRole('button', { name: 'Skip to Friday 17:00: the round closes' })
      .click();
    await stage.page.getByText('Closing and counting ...').waitFor();
    await stage.shoot('skipping');
    await stage.page.getByRole('button', { name: 'Read what Mara Lindqvist reads' }).waitFor();
    await stage.shoot('closed');
    await stage.accessible();
    await stage.page.getByRole('button', { name: 'Read what Mara Lindqvist reads' }).click();
    await stage.page.getByRole('heading', { name: 'You are Mara Lindqvist' }).waitFor();
  });

  test('a chart is one picture with a summary, and all its figures are there in words', async () => {
    await stage.open('#/mara');
    const chart = stage.page.getByRole('img', { name: /Instruments is good/ });
    expect(await chart.count()).toBe(1);
    expect(await stage.page.getByRole('definition').filter({ hasText: 'good (60' }).count()).toBe(
      1,
    );
    await stage.shoot('digest');
    await stage.accessible();
  });

  test('a lost connection is said, and what was missed arrives when it is back', async () => {
    await stage.open('#/ravi');
    await stage.chat.close();
    await stage.page.getByText('The connection is lost').waitFor();
    const about = { delivery: 'd-2', round: 'pulse-14', kind: 'digest' } as const;
    await stage.chat.send('ravi', digest, about);
    await stage.serve(Number(new URL(stage.url).port));
    await log().getByText('Recognition has risen').first().waitFor();
    await stage.page.getByText('The connection is lost').waitFor({ state: 'hidden' });
    expect(await stage.page.locator('.message').count()).toBe(2);
    // The browser reports each attempt that was refused.
    stage.faults = stage.faults.filter((fault) => !fault.includes('ERR_'));
  });

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 360, height: 740 } }],
    ['phone-dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('%s is readable, without a violation found by axe', async (name, look) => {
    await stage.open('', look);
    await stage.shoot(`${name}-question`);
    await stage.accessible();
    await stage.page.getByRole('button', { name: 'Answer all three' }).click();
    await stage.page.getByRole('dialog').waitFor();
    await stage.shoot(`${name}-form`);
    await stage.accessible();
    await stage.page.keyboard.press('Escape');
    await stage.page.goto(`${stage.url}/#/mara`);
    await log().getByText('Recognition has risen').first().waitFor();
    await stage.shoot(`${name}-digest`);
    await stage.accessible();
    const size = await stage.page
      .locator('html')
      .evaluate((html) => [html.scrollWidth, html.clientWidth]);
    expect(size[0]).toBe(size[1]);
  });

  test('on a phone the people lie behind a button', async () => {
    await stage.open('', { viewport: { width: 360, height: 740 } });
    expect(await stage.page.getByRole('searchbox').isVisible()).toBe(false);
    await stage.page.getByRole('button', { name: 'Switch person' }).click();
    await stage.shoot('phone-people');
    await stage.accessible();
    await stage.page.getByRole('link', { name: /Ravi/ }).click();
    await stage.page.getByRole('heading', { name: 'You are Ravi Menon' }).waitFor();
    expect(await stage.page.getByRole('searchbox').isVisible()).toBe(false);
  });
});
