/** Forms in Slack: opened in time, acknowledged in time, and never lost in silence. */
import { expect, test } from 'vitest';
import type { Form } from '../../src/message/message.ts';
import { asked, given, question, text, until } from './given.ts';

const form: Form = {
  name: 'answers',
  about: 'r1',
  title: 'This week',
  intro: 'Two questions.',
  submit: 'Seal',
  cancel: 'Cancel',
  fields: [
    {
      name: 'q1',
      label: 'Well?',
      kind: 'one',
      options: [
        { value: '1', label: 'One' },
        { value: '2', label: 'Two' },
      ],
    },
    { name: 'why', label: 'Why?', kind: 'text', limit: 500, lines: 'many' },
  ],
};

test('a form is opened, submitted and closed, and the message that it came from changes', async () => {
  const g = await given();
  g.react = (reply) => (reply.kind === 'action' ? { form } : { replace: text('Sealed.') });
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined);
  expect(JSON.stringify(g.fake.user('U1').modal()?.private_metadata)).not.toContain('U1');
  const submitted = await user.submit({ q1: '2', why: 'Because.' });
  expect(submitted).toMatchObject({ errors: {}, ack: { status: 200 } });
  expect(user.modal()).toBeUndefined();
  await until(() => user.messages()[0]?.text === 'Sealed.');
  expect(g.replies.at(-1)).toEqual({
    kind: 'submit',
    person: 'p-U1',
    form: 'answers',
    about: 'r1',
    fields: { q1: ['2'], why: ['Because.'] },
  });
});

test('a form that a command opened changes the question where it lies', async () => {
  const g = await given();
  const shown = await asked(g);
  const at = `T1/${shown.channel}/${shown.ts}`;
  g.react = (reply) => (reply.kind === 'command' ? { form } : { replace: text('Sealed.'), at });
  const user = g.fake.user('U1');
  await user.command('/soundings', 'now');
  await until(() => user.modal() !== undefined);
  await user.submit({ q1: '2' });
  await until(() => user.messages()[0]?.text === 'Sealed.');
  expect(user.messages()).toHaveLength(1);
});

test('faults stand at their fields, those of none at the first, and the form stays', async () => {
  const g = await given();
  g.react = (reply) =>
    reply.kind === 'action' ? { form } : { faults: { why: 'Too long.', other: 'Nothing given.' } };
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined);
  const { errors } = await user.submit({ q1: '2' });
  expect(errors).toEqual({ q1: 'Nothing given.', why: 'Too long.' });
  expect(user.modal()).toBeDefined();
});

test('a form that could not be stored stays open and says so', async () => {
  const g = await given();
  g.react = (reply) => {
    if (reply.kind === 'action') return { form };
    throw new Error('disk');
  };
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined);
  const { errors } = await user.submit({ q1: '2' });
  expect(errors.q1).toContain('could not be stored');
});

test('a submission is acknowledged within three seconds, and shown to be sealed when it is', async () => {
  const g = await given();
  g.react = (reply) =>
    reply.kind === 'action'
      ? { form }
      : new Promise((resolve) => setTimeout(resolve, 4000, { replace: text('Sealed.') }));
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined);
  const { ack } = await user.submit({ q1: '2' });
  expect(ack?.inTime).toBe(true);
  expect(JSON.stringify(user.modal()?.blocks)).toContain('Being sealed');
  await until(() => JSON.stringify(user.modal()?.blocks).includes('Sealed.'), 4000);
  await until(() => user.messages()[0]?.text === 'Sealed.');
}, 15_000);

test('a form that comes too late to be opened asks for another click', async () => {
  const g = await given();
  g.react = () => new Promise((resolve) => setTimeout(resolve, 3300, { form }));
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.ephemerals().length === 1, 6000);
  expect(user.ephemerals()[0]?.text).toContain('click again');
}, 15_000);

test('a form that is none of ours is refused', async () => {
  const g = await given();
  g.react = () => ({ form });
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined);
  for (const view of g.fake.world.views.values()) Object.assign(view, { private_metadata: 'x' });
  await user.submit({ q1: '2' });
  expect(g.replies).toHaveLength(1);
  expect(g.told.join()).toContain('none of ours');
});

test('a form opened from the home page says there what became of it', async () => {
  const g = await given();
  g.react = (reply) =>
    reply.kind === 'submit'
      ? { say: text('Saved.'), home: text('New.') }
      : { home: question, form };
  const user = g.fake.user('U1');
  await user.openHome();
  await until(() => user.home() !== undefined);
  const home = user.home();
  if (home) await user.click(home, 'form');
  await until(() => user.modal() !== undefined);
  await user.submit({ q1: '2' });
  expect(JSON.stringify(user.modal()?.blocks)).toContain('Saved.');
  await until(() => JSON.stringify(user.home()?.blocks).includes('New.'));
});
