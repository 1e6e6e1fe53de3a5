/** What people do in Slack, and what they see at once; and what is refused. */
import { expect, test } from 'vitest';
import { asked, given, question, text, until } from './given.ts';

test('a tap is an answer, and the message then reads the same whatever was tapped', async () => {
  const g = await given();
  g.react = () => ({ replace: text('Sealed.') });
  const ack = await g.fake.user('U1').click(await asked(g), 'Bad');
  expect(ack).toMatchObject({ status: 200, body: '' });
  await until(() => g.fake.user('U1').messages()[0]?.text === 'Sealed.');
  expect(g.replies).toEqual([
    { kind: 'answer', person: 'p-U1', round: 'r1', question: 'q1', value: '1' },
  ]);
  expect(g.fake.calls.some(({ method }) => method === 'chat.update')).toBe(false);
});

test('a click is acknowledged at once, however slow the store is', async () => {
  const g = await given();
  g.react = () => new Promise((resolve) => setTimeout(resolve, 4000, { replace: text('Sealed.') }));
  const ack = await g.fake.user('U1').click(await asked(g), 'Bad');
  expect(ack.inTime).toBe(true);
  expect(ack.ms).toBeLessThan(1500);
  await until(() => g.fake.user('U1').messages()[0]?.text === 'Sealed.', 8000);
});

test('a double click is two replies, and both are answered', async () => {
  const g = await given();
  g.react = () => ({ replace: text('Sealed.') });
  const shown = await asked(g);
  const user = g.fake.user('U1');
  const acks = await Promise.all([user.click(shown, 'Bad'), user.click(shown, 'Bad')]);
  expect(acks.map(({ status }) => status)).toEqual([200, 200]);
  await until(() => g.replies.length === 2);
});

test('where the address for answers is used up, the message is changed by its own', async () => {
  const g = await given();
  const shown = await asked(g);
  g.react = async () => {
    for (const issued of g.fake.world.responseUrls.values()) Object.assign(issued, { expires: 0 });
    return { replace: text('Sealed.') };
  };
  await g.fake.user('U1').click(shown, 'Bad');
  await until(() => g.fake.user('U1').messages()[0]?.text === 'Sealed.');
  expect(g.fake.calls.some(({ method }) => method === 'chat.update')).toBe(true);
});

test('what could not be stored is said to be so, to this person alone', async () => {
  const g = await given();
  g.react = () => Promise.reject(new Error('secret words'));
  await g.fake.user('U1').click(await asked(g), 'Bad');
  await until(() => g.fake.user('U1').ephemerals().length === 1);
  expect(g.fake.user('U1').ephemerals()[0]?.text).toContain('could not be stored');
  expect(g.told.join()).not.toContain('secret');
});

test('forged buttons store nothing', async () => {
  const g = await given();
  const shown = await asked(g);
  const forge = (block_id: string, action_id: string, value: string) => ({
    ...shown,
    blocks: [
      {
        type: 'actions',
        block_id,
        elements: [{ type: 'button', action_id, value, text: { type: 'plain_text', text: 'x' } }],
      },
    ],
  });
  for (const [block, action, value] of [
    ['actions:1.0:r1', 'drop-everything', 'x'],
    ['scale:0.0:r1', 'option:1', 'x'],
    ['scale:0.0:r1:q1', 'answer', 'x'],
    ['nothing', 'nothing', 'x'],
  ] as const) {
    const ack = await g.fake.user('U1').click(forge(block, action, value), action);
    expect(ack.status).toBe(200);
  }
  await until(() => g.told.some((line) => line.includes('no button of ours')));
  expect(g.replies).toEqual([]);
});

test('a page opens a window, and a sentence is for this person alone', async () => {
  const g = await given();
  const user = g.fake.user('U1');
  g.react = () => ({ page: text('How it works.'), say: text('Look.') });
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined && user.ephemerals().length === 1);
  expect(user.ephemerals()[0]?.text).toBe('Look.');
});

test('windows are stacked three high, and the third gives way', async () => {
  const g = await given();
  const user = g.fake.user('U1');
  let page = 0;
  g.react = () => {
    page += 1;
    return {
      page: { ...question, blocks: [{ kind: 'text', text: `page ${page}` }, ...question.blocks] },
    };
  };
  await user.click(await asked(g), 'form');
  for (const number of [1, 2, 3]) {
    await until(() => JSON.stringify(user.modal()?.blocks ?? '').includes(`page ${number}`));
    const view = user.modal();
    if (view) await user.click(view, 'form');
  }
  await until(() => JSON.stringify(user.modal()?.blocks ?? '').includes('page 4'));
  expect(g.fake.calls.some(({ method }) => method === 'views.update')).toBe(true);
});

test('the home page is published when it is opened, once for each event', async () => {
  const g = await given();
  g.react = () => ({ home: question });
  const user = g.fake.user('U1');
  await user.openHome();
  await until(() => user.home() !== undefined);
  expect(g.replies).toEqual([{ kind: 'home', person: 'p-U1' }]);
  g.react = () => ({ home: text('Paused.'), say: text('Paused.') });
  const home = user.home();
  if (home) await user.click(home, 'form');
  await until(() => JSON.stringify(user.home()?.blocks).includes('Paused.'));
  await until(() => user.modal() !== undefined);
});

test('a command is answered to this person alone', async () => {
  const g = await given();
  g.react = () => ({ say: text('Paused.') });
  const user = g.fake.user('U1');
  expect((await user.command('/soundings', ' pause 2 ')).inTime).toBe(true);
  await until(() => user.ephemerals().length === 1);
  expect(g.replies).toEqual([{ kind: 'command', person: 'p-U1', text: 'pause 2' }]);
  await user.command('/soundings');
  await until(() => g.replies.length === 2);
  expect(g.replies[1]).toMatchObject({ text: 'help' });
});

test('typed words are a command, answered in the channel, and told to nobody', async () => {
  const g = await given();
  g.react = () => ({ say: text('I understand a few words.') });
  const user = g.fake.user('U1');
  await user.type('my boss is dreadful');
  await until(() => user.messages().some(({ text: said }) => said.includes('few words')));
  expect(g.replies).toEqual([{ kind: 'command', person: 'p-U1', text: 'my boss is dreadful' }]);
  expect(g.told.join()).not.toContain('dreadful');
});

test.each([{ subtype: 'message_changed' }, { thread_ts: '1.1' }, { bot_id: 'B9' }, { edited: {} }])(
  'a message with %o is none to answer',
  async (more) => {
    const g = await given();
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      text: 'x',
      ts: '1.2',
      ...more,
    };
    await g.fake.event(event);
    await g.fake.user('U1').command('/soundings', 'help');
    await until(() => g.replies.length > 0);
    expect(g.replies).toHaveLength(1);
  },
);

test('a stranger is told kindly, wherever they come from, and in their language', async () => {
  const users = [
    { id: 'U1', name: 'ada' },
    { id: 'U2', name: 'eva', locale: 'de-DE' },
  ];
  const g = await given({ fake: { users }, strangers: ['U2'] });
  const user = g.fake.user('U2');
  await user.command('/soundings', 'help');
  await until(() => user.ephemerals().length === 1);
  expect(user.ephemerals()[0]?.text).toContain('kenne dich');
  await user.openHome();
  await until(() => JSON.stringify(user.home()?.blocks ?? '').includes('kenne dich'));
  await user.type('hello');
  await until(() => user.messages().some(({ fromBot }) => fromBot));
  expect(g.replies).toEqual([]);
});

test('an event that Slack repeats does nothing', async () => {
  const g = await given();
  const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'help' };
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event });
  for (const timestamp of [0, 1, 2]) {
    const ack = await g.fake.post(body, { contentType: 'application/json', timestamp });
    expect(ack.status).toBe(200);
  }
  await g.fake.user('U1').command('/soundings', 'now');
  await until(() => g.replies.length === 2);
  expect(g.replies.map((reply) => reply.kind === 'command' && reply.text)).toEqual(['help', 'now']);
});

test('while nobody can say whose account it is, nothing is lost in silence', async () => {
  const g = await given();
  const shown = await asked(g);
  Object.assign(g.store.accounts, { get: () => Promise.reject(new Error('secret words')) });
  await g.fake.user('U1').click(shown, 'Bad');
  await until(() => g.fake.user('U1').ephemerals().length === 1);
  expect(g.fake.user('U1').ephemerals()[0]?.text).toContain('could not be stored');
  expect(g.told.join()).not.toContain('secret');
});
