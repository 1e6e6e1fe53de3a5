/** Forms, in a dialog and in a card. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { dialog, executed } from '../support/teams/activities.ts';
import { type Tenant, tenant } from '../support/teams/tenant.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const SENTENCE = 'application/vnd.microsoft.activity.message';
const say = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text }] });
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
const answering = (response: Response) => it.answerWith(() => response);
/** The card that the activities of these tests click. */
const posted = async (person = 'anna') => {
  const about = { delivery: 'd', round: 'r1', kind: 'question' } as const;
  await it.teams.send(person, say('How was it?'), about);
  it.connector.calls.length = 0;
};

describe('a dialog', () => {
  const wrong = { q2: 'This is too long.' };

  test('opens with a form whose buttons are those that a dialog knows', async () => {
    answering({ form: FORM });
    const data = { kind: 'action', about: 'r1', action: 'form', msteams: { type: 'task/fetch' } };
    const { json, text } = await it.post(dialog('anna', 'task/fetch', data));
    expect(json.task).toMatchObject({ type: 'continue', value: { title: FORM.title } });
    expect(json.task.value.card.contentType).toBe(CARD);
    expect(text).toContain('Action.Submit');
    expect(text).not.toContain('Action.Execute');
  });

  test('sent, it closes and the card behind it changes', async () => {
    await posted();
    answering({ replace: say('Sealed') });
    const data = { kind: 'submit', form: 'answers', about: 'r1', 'text:q2': 'a word' };
    expect((await it.post(dialog('anna', 'task/submit', data))).json).toEqual({});
    expect(it.replies).toEqual([
      {
        kind: 'submit',
        form: 'answers',
        about: 'r1',
        fields: { q2: ['a word'] },
        person: 'anna',
        stays: true,
      },
    ]);
    await expect.poll(() => summaries()).toEqual(['Sealed']);
  });

  test('with faults it stays open, says what is wrong, and holds nothing of what was answered', async () => {
    it.answerWith((reply) => (reply.kind === 'submit' ? { faults: wrong } : { form: FORM }));
    const data = { kind: 'submit', form: 'answers', about: 'r1', 'text:q2': 'my secret' };
    const { json, text } = await it.post(dialog('anna', 'task/submit', data));
    expect(json.task.type).toBe('continue');
    expect(text).toContain('This is too long.');
    expect(text).not.toContain('my secret');
  });

  test('faults of a form in a card are a sentence, so that what was written stays in the client', async () => {
    it.answerWith((reply) => (reply.kind === 'submit' ? { faults: wrong } : { form: FORM }));
    const data = { kind: 'submit', form: 'answers', about: 'r1', 'text:q2': 'my secret' };
    const { json } = await it.post(executed('anna', data));
    expect(json).toEqual({
      statusCode: 200,
      type: SENTENCE,
      value: 'A word more: This is too long.',
    });
  });

  test('a settings form with faults comes back as it was filled in', async () => {
    const settings: Form = { ...FORM, name: 'settings', about: '' };
    it.answerWith((reply) => (reply.kind === 'submit' ? { faults: wrong } : { form: settings }));
    const data = { kind: 'submit', form: 'settings', about: '', 'text:q2': 'half past nine' };
    const { json, text } = await it.post(executed('anna', data));
    expect(json.type).toBe(CARD);
    expect(text).toContain('half past nine');
    expect(text).toContain('This is too long.');
  });

  test('a store that takes too long opens nothing, and asks for another click', async () => {
    it.answerWith(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2300));
      return { form: FORM };
    });
    const data = { kind: 'action', about: 'r1', action: 'form' };
    const { json } = await it.post(dialog('anna', 'task/fetch', data));
    expect(json.task).toMatchObject({
      type: 'message',
      value: expect.stringContaining('too long'),
    });
  });
});
