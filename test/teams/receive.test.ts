/** Taps on cards, and what people see of them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { activity, dialog, executed, submitted } from '../support/teams/activities.ts';
import { type Tenant, tenant } from '../support/teams/tenant.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const SENTENCE = 'application/vnd.microsoft.activity.message';
const say = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text }] });
const TAP = { kind: 'answer', round: 'r1', question: 'q1', value: '4' };
const FORM: Form = {
  name: 'answers',
  about: 'r1',
  title: 'This week’s questions',
  intro: 'Open until Friday.',
  fields: [{ name: 'q2', label: 'A word more', kind: 'text', limit: 20, lines: 'many' }],
  submit: 'Seal',
  cancel: 'Cancel',
};

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
  await it.settle('anna');
});
afterEach(() => it.close());

const summaries = (conversation = 'a:anna') =>
  it.connector.said(conversation).map(({ activity: { summary, text } }) => summary ?? text);
const everything = () => JSON.stringify([it.told, it.connector.calls]);
const answering = (response: Response) => it.answerWith(() => response);
/** The card that the activities of these tests click. */
const posted = async (person = 'anna') => {
  const about = { delivery: 'd', round: 'r1', kind: 'question' } as const;
  await it.teams.send(person, say('How was it?'), about);
  it.connector.calls.length = 0;
};

describe('a tap on Action.Execute', () => {
  test('is answered with HTTP 200 and the card that takes its place, and says nothing of the value', async () => {
    answering({ replace: say('Sealed until Friday.') });
    const answer = await it.post(executed('anna', TAP));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      statusCode: 200,
      type: CARD,
      value: { type: 'AdaptiveCard' },
    });
    expect(answer.text).toContain('Sealed until Friday.');
    expect(it.replies).toEqual([{ ...TAP, person: 'anna' }]);
    expect(it.connector.calls).toEqual([]);
  });

  test('a sentence is said below the card, which stays', async () => {
    answering({ say: say('This round has closed.') });
    expect((await it.post(executed('anna', TAP))).json).toEqual({
      statusCode: 200,
      type: SENTENCE,
      value: 'This round has closed.',
    });
  });

  test('a card and a sentence are both shown', async () => {
    await posted();
    answering({ say: say('Paused.'), home: say('Home') });
    expect((await it.post(executed('anna', TAP))).json).toMatchObject({ value: 'Paused.' });
    await expect.poll(() => summaries()).toEqual(['Home']);
  });

  test('a page is a message of its own', async () => {
    await posted();
    answering({ page: say('How anonymous this is') });
    expect((await it.post(executed('anna', TAP))).json).toMatchObject({ type: SENTENCE });
    await expect.poll(() => summaries()).toEqual(['How was it?', 'How anonymous this is']);
  });

  test.each([
    { kind: 'submit', form: 'campaign', about: '' },
    { kind: 'action', action: 'round-close-sure', about: 'r1' },
  ])('a page takes the place of what is not to be sent twice: $kind', async (data) => {
    await posted();
    answering({ page: say('Lab pulse is saved.') });
    const { json, text } = await it.post(executed('anna', data));
    expect(json.type).toBe(CARD);
    expect(text).toContain('Lab pulse is saved.');
    expect(summaries()).toEqual(['How was it?']);
  });

  test('a form takes the place of the card', async () => {
    answering({ form: FORM });
    const { json, text } = await it.post(executed('anna', TAP));
    expect(json.type).toBe(CARD);
    expect(text).toContain('A word more');
  });

  test('an empty response is said to be done', async () => {
    expect((await it.post(executed('anna', TAP))).json).toMatchObject({ value: 'Done.' });
  });

  test('what could not be stored is said so, with no word of what it was', async () => {
    it.answerWith(() => {
      throw new TypeError('q1 is 4');
    });
    const { status, json } = await it.post(executed('anna', TAP));
    expect(status).toBe(200);
    expect(json).toMatchObject({ statusCode: 200, type: SENTENCE });
    expect(json.value).toContain('could not be stored');
    expect(everything()).not.toContain('q1 is 4');
  });

  test('a slow store is told within two seconds, and the card changes when it is done', async () => {
    await posted();
    it.answerWith(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2300));
      return { replace: say('Sealed until Friday.') };
    });
    const before = performance.now();
    const { json } = await it.post(executed('anna', TAP));
    expect(performance.now() - before).toBeLessThan(2100);
    expect(json).toMatchObject({ statusCode: 200, type: SENTENCE });
    expect(json.value).toContain('sealed');
    await expect.poll(() => summaries(), { timeout: 3000 }).toEqual(['Sealed until Friday.']);
  });

  test('repeated by Teams it is given to the inbox again, which knows it, and answered alike', async () => {
    answering({ replace: say('Sealed') });
    const tap = executed('anna', TAP);
    const [first, second] = await Promise.all([it.post(tap), it.post(tap)]);
    expect(first.text).toBe(second.text);
    expect(new Set(it.replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  });

  test('a card that refreshes itself is no tap', async () => {
    const value = { action: { type: 'Action.Execute', data: TAP }, trigger: 'automatic' };
    await it.post(executed('anna', TAP, { value }));
    expect(it.replies).toEqual([]);
  });
});

describe('a tap on Action.Submit', () => {
  test('changes the card that was tapped', async () => {
    await posted();
    answering({ replace: say('Sealed') });
    expect(await it.post(submitted('anna', TAP))).toMatchObject({ status: 200, text: '' });
    expect(it.replies).toEqual([{ ...TAP, person: 'anna' }]);
    expect(summaries()).toEqual(['Sealed']);
  });

  test('sentences and pages are messages; a card that is gone is posted anew', async () => {
    answering({ replace: say('Sealed'), say: say('Thank you.'), page: say('More') });
    await it.post(submitted('anna', TAP));
    expect(summaries()).toEqual(['Sealed', 'More', 'Thank you.']);
  });

  test('repeated by Teams it is taken once', async () => {
    const tap = submitted('anna', TAP);
    await Promise.all([it.post(tap), it.post(tap), it.post(tap)]);
    expect(it.replies).toHaveLength(1);
  });
});

describe('what is forged', () => {
  test.each<[unknown]>([
    [undefined],
    [null],
    ['x'],
    [[]],
    [{}],
    [{ kind: 'answer', round: 'r1' }],
    [{ kind: 'answer', round: 1, question: 'q', value: '3' }],
    [{ kind: 'action', about: '', action: 'drop-everything' }],
    [{ kind: 'submit', form: 'secret-form', about: '' }],
    [{ kind: 'constructor' }],
  ])('%j reaches no inbox, is refused kindly, and is in no log', async (data) => {
    const answers = [
      await it.post(executed('anna', data as object)),
      await it.post(dialog('anna', 'task/submit', data as object)),
      await it.post(dialog('anna', 'task/fetch', data as object)),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toContain('I do not know this button any more');
    }
    expect(it.replies).toEqual([]);
    expect(everything()).not.toMatch(/drop-everything|secret-form/);
  });

  test('an invoke of another kind is not implemented', async () => {
    const other = activity('anna', { type: 'invoke', name: 'composeExtension/query', value: {} });
    expect(await it.post(other)).toMatchObject({ status: 501, text: '' });
  });
});
