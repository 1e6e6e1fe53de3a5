/** An interview in Slack: screen after screen in one window, back and on, while its message changes behind it. */
import { expect, test } from 'vitest';
import type { Form, Message } from '../../src/message/message.ts';
import { asked, type Given, given, text, until } from './given.ts';

const LAST = 12;

const invitation: Message = {
  summary: 'Before you go',
  blocks: [
    { kind: 'actions', about: '', actions: [{ action: 'exit-pooled', label: 'Together' }] },
    { kind: 'actions', about: '', actions: [{ action: 'exit-go-on', label: 'Go on' }] },
  ],
};

const overview: Message = {
  summary: 'All asked',
  blocks: [
    { kind: 'text', text: 'All asked' },
    { kind: 'actions', about: 's3', actions: [{ action: 'exit-change', label: 'Change' }] },
    { kind: 'actions', about: '', actions: [{ action: 'exit-finish', label: 'Finish' }] },
  ],
};

const screen = (place: number): Form => ({
  name: 'exit',
  about: `s${place}`,
  title: `Screen ${place}`,
  intro: 'Skip what you like.',
  fields: [{ name: `q${place}`, label: 'Why?', kind: 'text', limit: 500, lines: 'many' }],
  also: {
    kind: 'actions',
    about: `s${place}`,
    actions: [{ action: 'exit-back', label: 'Back' }],
  },
  submit: 'Next',
  cancel: 'Later',
});

/** The inbox of an interview of twelve screens. */
async function interview(): Promise<Given> {
  const g = await given();
  let isChange = false;
  g.react = (reply) => {
    if (reply.kind === 'submit') {
      const place = Number(reply.about.slice(1));
      return place === LAST || isChange ? { page: overview } : { form: screen(place + 1) };
    }
    if (reply.kind !== 'action') return {};
    switch (reply.action) {
      case 'exit-pooled':
        return { replace: text('Under way.'), form: screen(1) };
      case 'exit-back':
        return { form: screen(Math.max(1, Number(reply.about.slice(1)) - 1)) };
      case 'exit-change':
        isChange = true;
        return { form: screen(Number(reply.about.slice(1))) };
      default:
        return { replace: text('Thank you.') };
    }
  };
  return g;
}

const shown = (g: Given) => JSON.stringify(g.fake.user('U1').modal()?.blocks ?? []);
const windows = (g: Given) => g.fake.world.views.size;
const carried = (g: Given) => String(g.fake.user('U1').modal()?.private_metadata);

async function begun(): Promise<Given> {
  const g = await interview();
  await g.fake.user('U1').click(await asked(g, 'U1', invitation), 'exit-pooled');
  await until(() => shown(g).includes('Screen 1"'));
  return g;
}

async function press(g: Given, what: string): Promise<void> {
  const modal = g.fake.user('U1').modal();
  if (!modal) throw new Error('There is no window.');
  await g.fake.user('U1').click(modal, what);
}

test('the choice changes the message and opens the first screen', async () => {
  const g = await begun();
  await until(() => g.fake.user('U1').messages()[0]?.text === 'Under way.');
  expect(windows(g)).toBe(1);
});

test('twelve screens follow each other in one window, which carries no more at the end than at the start', async () => {
  const g = await begun();
  const user = g.fake.user('U1');
  const sizes = new Set<number>();
  for (let place = 1; place <= LAST; place++) {
    expect(shown(g)).toContain(`Screen ${place}"`);
    expect(carried(g)).not.toContain('secret');
    sizes.add(carried(g).replace(/s\d+/, 's').length);
    const { errors, trouble } = await user.submit({ [`q${place}`]: `secret ${place}` });
    expect({ errors, trouble }).toEqual({ errors: {}, trouble: undefined });
  }
  expect(shown(g)).toContain('All asked');
  expect(sizes.size).toBe(1);
  expect(windows(g)).toBe(1);
  expect(user.ephemerals()).toEqual([]);
});

test('back leads from any screen to the one before, in the same window, and what was written is not sent', async () => {
  const g = await begun();
  const user = g.fake.user('U1');
  for (let place = 1; place < LAST; place++) await user.submit({ [`q${place}`]: 'x' });
  for (let place = LAST - 1; place >= 1; place--) {
    user.fill({ [`q${place + 1}`]: 'a secret' });
    await press(g, 'exit-back');
    await until(() => shown(g).includes(`Screen ${place}"`));
  }
  expect(windows(g)).toBe(1);
  expect(JSON.stringify(g.replies)).not.toContain('a secret');
});

test('the overview leads to a screen and comes back, and its end changes the message and the window', async () => {
  const g = await begun();
  const user = g.fake.user('U1');
  for (let place = 1; place <= LAST; place++) await user.submit({ [`q${place}`]: 'x' });
  await press(g, 'exit-change');
  await until(() => shown(g).includes('Screen 3"'));
  await user.submit({ q3: 'y' });
  await press(g, 'exit-finish');
  await until(() => shown(g).includes('Thank you.'));
  await until(() => user.messages()[0]?.text === 'Thank you.');
  expect(windows(g)).toBe(1);
  expect(user.messages()).toHaveLength(1);
});

test('a screen that takes its time to be stored is followed by the next one all the same', async () => {
  const g = await begun();
  g.react = () => new Promise((resolve) => setTimeout(resolve, 2600, { form: screen(2) }));
  await g.fake.user('U1').submit({ q1: 'x' });
  expect(shown(g)).toContain('Being sealed');
  await until(() => shown(g).includes('Screen 2"'));
}, 15_000);

test('a click in a window that could not be stored says so there, not behind it', async () => {
  const g = await begun();
  g.react = () => {
    throw new Error('disk');
  };
  await press(g, 'exit-back');
  await until(() => shown(g).includes('could not be stored'));
  expect(g.fake.user('U1').ephemerals()).toEqual([]);
});
