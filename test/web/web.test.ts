/** The web chat's server over real HTTP: what it accepts, and what it does with it. */
import { describe, expect, test } from 'vitest';
import type { Inbox } from '../../src/ports/inbox.ts';
import { fakeInbox, memoryMessages } from './doubles.ts';
import { closed, digest, fixtures, question, sealed } from './fixtures.ts';
import { answer, build, post, start, until } from './serve.ts';

const submit = { kind: 'submit', form: 'answers', person: 'anna', about: 'r', fields: {} };

describe('what it accepts', () => {
  test.each([
    ['not json', 'body:'],
    ['{"reply":null}', 'reply:'],
    [{ reply: { ...answer, value: 4 } }, 'reply.value:'],
    [{ reply: { ...answer, extra: 1 } }, 'extra'],
    [{ reply: { ...answer, kind: 'guess' } }, 'reply.kind:'],
    [{ reply: { ...answer, person: '' } }, 'reply.person:'],
    [{ reply: { ...answer, kind: 'action', action: 'burn' } }, 'reply.action:'],
    [
      {
        reply: { kind: 'submit', form: 'answers', person: 'anna', about: 'r', fields: { a: 'b' } },
      },
      'reply.fields.a:',
    ],
    [{ reply: { ...submit, form: 'payroll' } }, 'reply.form:'],
    [{ reply: { ...submit, form: undefined } }, 'reply.form:'],
    [{ reply: { ...submit, about: 'x'.repeat(201) } }, 'reply.about:'],
    [{ reply: { ...submit, fields: { '': [] } } }, 'reply.fields'],
    [{ reply: { ...submit, fields: { units: Array(1001).fill('u') } } }, 'reply.fields.units:'],
    [{ reply: { ...submit, round: 'pulse-13' } }, 'round'],
    [{ reply: { kind: 'action', person: 'anna', action: 'skip' } }, 'reply.about:'],
    [{ reply: { kind: 'action', person: 'anna', about: '' } }, 'reply.action:'],
    [{ reply: { kind: 'home' } }, 'reply.person:'],
    [{ reply: { kind: 'home', person: 'anna' }, message: 'a-2' }, 'message:'],
    [{ reply: { kind: 'command', person: 'anna', text: ' ' } }, 'reply.text:'],
    [{ reply: answer, message: 7 }, 'message:'],
  ])('a body that is wrong names its field: %j', async (body, field) => {
    const inbox = fakeInbox();
    const { url } = await start({}, inbox);
    const response = await post(`${url}/api/reply`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining(field) });
    expect(inbox.received).toHaveLength(0);
  });

  test('the error never repeats what was sent', async () => {
    const { url } = await start();
    const fields = { comment: { text: 'canary' } };
    const reply = { kind: 'submit', form: 'answers', person: 'anna', about: 'r', fields };
    expect(await (await post(`${url}/api/reply`, { reply })).text()).not.toContain('canary');
  });

  test('a body over the limit is refused', async () => {
    const { url } = await start();
    const body = { reply: { ...answer, value: 'x'.repeat(300_000) } };
    expect((await post(`${url}/api/reply`, body)).status).toBe(413);
  });

  test('somebody who is not in the directory has no messages and sends nothing', async () => {
    const inbox = fakeInbox();
    const { url } = await start({}, inbox);
    expect((await fetch(`${url}/api/people/nobody/messages`)).status).toBe(404);
    expect((await fetch(`${url}/api/people/nobody/events`)).status).toBe(404);
    const reply = { ...answer, person: 'nobody' };
    expect((await post(`${url}/api/reply`, { reply })).status).toBe(404);
    expect(inbox.received).toHaveLength(0);
  });

  test("a click on another person's message, or one of another round, is refused", async () => {
    const inbox = fakeInbox();
    const { url } = await start({}, inbox);
    const status = async (reply: object, message: string) =>
      (await post(`${url}/api/reply`, { reply, message })).status;
    expect(await status(answer, 'r-1')).toBe(403);
    expect(await status({ ...answer, round: 'pulse-12' }, 'a-2')).toBe(403);
    expect(await status(answer, 'gone')).toBe(404);
    expect(inbox.received).toHaveLength(0);
  });
});

describe('what else it accepts', () => {
  test.each([
    { kind: 'home', person: 'anna' },
    { kind: 'action', person: 'grace', action: 'campaign-new', about: '' },
    {
      kind: 'submit',
      person: 'grace',
      form: 'campaign',
      about: '',
      fields: {
        units: Array.from({ length: 900 }, (_, index) => `unit-of-a-large-company-${index}`),
      },
    },
  ] as const)('hands on $kind, which belongs to no message', async (reply) => {
    const inbox = fakeInbox(() => ({ home: sealed, page: closed }));
    const { url } = await start({}, inbox);
    const response = await post(`${url}/api/reply`, { reply });
    expect(await response.json()).toEqual({ home: sealed, page: closed });
    expect(inbox.received).toEqual([reply]);
  });

  test("a button of a digest is about a part of its message's round", async () => {
    const messages = memoryMessages(fixtures());
    const { url } = await start(
      { messages },
      fakeInbox(() => ({ replace: sealed })),
    );
    const reply = { kind: 'action', person: 'mara', action: 'will-do' };
    const status = async (about: string) =>
      (await post(`${url}/api/reply`, { reply: { ...reply, about }, message: 'm-1' })).status;
    expect(await status('pulse-12/instruments')).toBe(403);
    expect(await status('')).toBe(403);
    expect((await messages.get('m-1'))?.message).not.toEqual(sealed);
    expect(await status('pulse-13/instruments')).toBe(200);
    expect((await messages.get('m-1'))?.message).toEqual(sealed);
  });
});

describe('an exit interview', () => {
  const choice = { kind: 'action', person: 'lukas', action: 'exit-pooled', about: '' } as const;
  const screen = {
    kind: 'submit',
    person: 'lukas',
    form: 'exit',
    about: 'kind',
    fields: {},
  } as const;

  test('goes on in its own message, though that is of a round', async () => {
    const messages = memoryMessages(fixtures());
    const { url } = await start(
      { messages },
      fakeInbox(() => ({ replace: sealed })),
    );
    const status = async (reply: object, message: string) =>
      (await post(`${url}/api/reply`, { reply, message })).status;
    expect(await status({ ...choice, person: 'anna' }, 'a-2')).toBe(403);
    expect(await status({ ...choice, person: 'anna' }, 'l-1')).toBe(403);
    expect(await status({ ...choice, action: 'skip' }, 'l-1')).toBe(403);
    expect(await status(screen, 'l-1')).toBe(200);
    expect((await messages.get('l-1'))?.message).toEqual(sealed);
  });

  test('taken up elsewhere changes its newest message', async () => {
    const messages = memoryMessages(fixtures());
    const { url } = await start(
      { messages },
      fakeInbox(() => ({ replace: sealed })),
    );
    await post(`${url}/api/reply`, { reply: choice });
    expect((await messages.get('l-1'))?.message).toEqual(sealed);
  });
});

test('another page at the same address is found by its path, and only there', async () => {
  const chat = build();
  const { url } = await chat.listen(fakeInbox(), [
    { path: '/later/', requests: ({ url }, response) => void response.end(`beside ${url}`) },
    { path: '/exact', requests: (_, response) => void response.end('exact') },
  ]);
  const read = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    return answer.ok ? answer.text() : answer.status;
  };
  expect(await read('/later/abc/x.ics?y=1')).toBe('beside /later/abc/x.ics?y=1');
  expect(await read('/exact?a')).toBe('exact');
  for (const path of ['/later', '/exact/x', '/api/later/', '//later/']) {
    expect(await read(path), path).toBe(404);
  }
  expect(await read('/api/about')).toContain('Meridian');
});

describe('what becomes of a reply', () => {
  test('an answer given elsewhere than in its message shows in the newest question of the round', async () => {
    const messages = memoryMessages(fixtures());
    const inbox = fakeInbox(() => ({ replace: sealed }));
    const { url } = await start({ messages }, inbox);
    const read = async (id: string) => (await messages.get(id))?.message;
    await post(`${url}/api/reply`, { reply: { ...submit, about: 'pulse-13' } });
    expect(await read('a-3')).toEqual(sealed);
    expect(await read('a-2')).toEqual(question);
    const decision = { kind: 'action', person: 'mara', action: 'will-do', about: 'pulse-13/x' };
    await post(`${url}/api/reply`, { reply: decision });
    expect(await read('m-1')).toEqual(digest);
  });

  test('the message is replaced in the store, in the response and on every open page', async () => {
    const messages = memoryMessages(fixtures());
    const { url } = await start(
      { messages },
      fakeInbox(() => ({ replace: sealed })),
    );
    const events = await fetch(`${url}/api/people/anna/events`);
    const response = await post(`${url}/api/reply`, { reply: answer, message: 'a-2' });
    expect(await response.json()).toEqual({ replace: sealed });
    expect((await messages.get('a-2'))?.message).toEqual(sealed);
    const told = await until(events, 'Sealed until');
    expect(told).toContain('event: posted');
    expect(told).toContain('"id":"a-2"');
  });

  test('a reply that could not be stored says so, and the message stays', async () => {
    const messages = memoryMessages(fixtures());
    const failures: unknown[] = [];
    const inbox: Inbox = { receive: () => Promise.reject(new Error('disk full')) };
    const failed = (what: string) => failures.push(what);
    const { url } = await start({ messages, failed }, inbox);
    const response = await post(`${url}/api/reply`, { reply: answer, message: 'a-2' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: 'Nothing was stored. Please try again.' });
    expect((await messages.get('a-2'))?.message).toEqual(question);
    expect(failures).toEqual(['a reply could not be stored']);
  });

  test('a reply that was stored is confirmed even if its message could not be replaced', async () => {
    const replace = () => Promise.reject(new Error('disk full'));
    const messages = { ...memoryMessages(fixtures()), replace };
    const { url } = await start(
      { messages },
      fakeInbox(() => ({ replace: sealed })),
    );
    const response = await post(`${url}/api/reply`, { reply: answer, message: 'a-2' });
    expect(response.status).toBe(200);
  });
});

describe('what it sends', () => {
  const about = { delivery: 'd-1', round: 'pulse-13', kind: 'question' } as const;

  test('a message sent twice under one delivery is there once, and is found again', async () => {
    const messages = memoryMessages();
    const chat = build({ messages });
    expect(await chat.find('anna', 'd-1')).toBeUndefined();
    expect(await chat.send('anna', question, about)).toEqual({ sent: 'd-1' });
    expect(await chat.send('anna', sealed, about)).toEqual({ sent: 'd-1' });
    expect((await messages.of('anna')).map(({ message }) => message)).toEqual([question]);
    expect(await chat.find('anna', 'd-1')).toBe('d-1');
    expect(await chat.find('ravi', 'd-1')).toBeUndefined();
  });

  test('an open page sees a message at once, and nobody else does', async () => {
    const { chat, url } = await start();
    const anna = await fetch(`${url}/api/people/anna/events`);
    const ravi = await fetch(`${url}/api/people/ravi/events`);
    await chat.send('anna', question, about);
    expect(await until(anna, 'd-1')).toContain('event: posted');
    await chat.close();
    expect(await until(ravi, 'd-1')).not.toContain('d-1');
  });

  test('replacing a message that is gone is no error', async () => {
    await build().replace('anna', 'gone', sealed);
  });

  test('when a round closes, every question of it reads the same, here and on open pages', async () => {
    const messages = memoryMessages(fixtures());
    const { chat, url } = await start({ messages });
    const events = await fetch(`${url}/api/people/ravi/events`);
    await chat.settle('pulse-13', () => closed);
    expect(await until(events, 'r-1')).toContain('This round is closed');
    expect((await messages.get('m-1'))?.message).not.toEqual(closed);
  });

  test('closing ends open streams within a second', async () => {
    const { chat, url } = await start();
    const events = await fetch(`${url}/api/people/anna/events`);
    const began = performance.now();
    await chat.close();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await until(events, 'never')).not.toContain('never');
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the clock', () => {
  test('is moved to the next step once, however often it is asked meanwhile', async () => {
    let skips = 0;
    const clock = {
      now: () => new Date('2026-11-17T09:00:00Z'),
      next: async () => ({ at: new Date('2026-11-20T16:00:00Z'), what: 'closes' as const }),
      skip: async () => {
        skips += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    };
    const { url } = await start({ clock });
    const about = await fetch(`${url}/api/about`);
    expect(await about.json()).toMatchObject({
      clock: { next: { at: '2026-11-20T16:00:00.000Z', what: 'closes' } },
    });
    const answers = await Promise.all([1, 2].map(() => post(`${url}/api/clock/skip`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(skips).toBe(1);
  });

  test('of a real installation is not moved by hand', async () => {
    const { url } = await start();
    expect((await post(`${url}/api/clock/skip`, {})).status).toBe(404);
  });
});
