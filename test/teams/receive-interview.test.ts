/** An interview in Teams: one card, which is always the newest screen. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { dialog, executed, submitted } from '../support/teams/activities.ts';
import { type Tenant, tenant } from '../support/teams/tenant.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const SENTENCE = 'application/vnd.microsoft.activity.message';
const say = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text }] });
const screen = (place: number): Form => ({
  name: 'exit',
  about: `s${place}`,
  title: `Screen ${place}`,
  intro: 'Skip what you like.',
  fields: [{ name: `q${place}`, label: 'Why?', kind: 'text', limit: 500, lines: 'many' }],
  also: { kind: 'actions', about: '', actions: [{ action: 'exit-back', label: 'Back' }] },
  submit: 'Next',
  cancel: 'Later',
});
const sent = (place: number, words = 'secret') => ({
  kind: 'submit',
  form: 'exit',
  about: `s${place}`,
  [`text:q${place}`]: words,
});
const act = (action: string) => ({ kind: 'action', about: '', action });

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
  await it.settle('anna');
  const about = { delivery: 'd', round: 'exit-2026-q4', kind: 'question' } as const;
  await it.teams.send('anna', say('Before you go'), about);
  it.connector.calls.length = 0;
});
afterEach(() => it.close());

const answering = (response: Response) => it.answerWith(() => response);
const summaries = () =>
  it.connector.said('a:anna').map(({ activity: { summary, text } }) => summary ?? text);

test('the choice, twelve screens and the way back change one card, and no answer comes back to it', async () => {
  it.answerWith((reply) => {
    if (reply.kind === 'submit') return { form: screen(Number(reply.about.slice(1)) + 1) };
    if (reply.kind !== 'action') return {};
    return reply.action === 'exit-back'
      ? { form: screen(1) }
      : { replace: say('Under way.'), form: screen(1) };
  });
  const answers = [await it.post(executed('anna', act('exit-pooled')))];
  for (let place = 1; place < 12; place++) {
    answers.push(await it.post(executed('anna', sent(place))));
  }
  answers.push(await it.post(executed('anna', act('exit-back'))));
  expect(answers.map(({ json }) => [json.type, json.value.speak])).toEqual(
    [1, ...Array.from({ length: 11 }, (_, i) => i + 2), 1].map((n) => [CARD, `Screen ${n}`]),
  );
  expect(JSON.stringify(answers)).not.toContain('secret');
  expect(it.connector.calls).toEqual([]);
});

test('the page after the last screen takes its place, as does what follows it', async () => {
  answering({ page: say('All asked') });
  for (const data of [sent(12), act('exit-back'), act('exit-change'), act('exit-finish')]) {
    const { json, text } = await it.post(executed('anna', data));
    expect(json.type, JSON.stringify(data)).toBe(CARD);
    expect(text).toContain('All asked');
  }
  expect(it.connector.calls).toEqual([]);
});

test('what is only read leaves the card as it is', async () => {
  answering({ page: say('How this is confidential') });
  for (const action of ['exit-privacy', 'exit-copy']) {
    expect((await it.post(executed('anna', act(action)))).json.type).toBe(SENTENCE);
  }
  await expect
    .poll(summaries)
    .toEqual(['Before you go', 'How this is confidential', 'How this is confidential']);
});

test('a client that knows no Action.Execute has one card too', async () => {
  answering({ form: screen(2) });
  await it.post(submitted('anna', sent(1)));
  expect(summaries()).toEqual(['Screen 2']);
});

test('a slow store leaves no old screen behind', async () => {
  it.answerWith(async () => {
    await new Promise((resolve) => setTimeout(resolve, 2300));
    return { form: screen(2) };
  });
  expect((await it.post(executed('anna', sent(1)))).json.type).toBe(SENTENCE);
  await expect.poll(summaries, { timeout: 3000 }).toEqual(['Screen 2']);
});

test('a fault is a sentence with the field’s name, and the card keeps what was written', async () => {
  it.answerWith((reply) =>
    reply.kind === 'submit' ? { faults: { q1: 'Too long.' } } : { form: screen(1) },
  );
  const { json, text } = await it.post(executed('anna', sent(1)));
  expect(json).toMatchObject({ type: SENTENCE, value: 'Why?: Too long.' });
  expect(text).not.toContain('secret');
});

test('a fault of a screen that is not the one open now is told without a form', async () => {
  it.answerWith((reply) =>
    reply.kind === 'submit' ? { faults: { q1: 'Too long.' } } : { form: screen(7) },
  );
  const { json } = await it.post(executed('anna', sent(1)));
  expect(json).toMatchObject({ type: SENTENCE, value: 'Too long.' });
});

test('a fault in a dialog shows the screen again, without what was written', async () => {
  it.answerWith((reply) =>
    reply.kind === 'submit' ? { faults: { q1: 'Too long.' } } : { form: screen(1) },
  );
  const { json, text } = await it.post(dialog('anna', 'task/submit', sent(1)));
  expect(json.task.type).toBe('continue');
  expect(text).toContain('Too long.');
  expect(text).not.toContain('secret');
});
