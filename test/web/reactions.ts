/** What the fixtures' inbox answers: home pages, things to read and long forms, as Soundings would. */

import { english } from '../../src/message/copy-en.ts';
import type { Block, Form, Message, Option } from '../../src/message/message.ts';
import type { Fields, Reply, Response } from '../../src/message/reply.ts';
import { enteredIn, reviewForm } from '../../src/message/review.ts';
import { digest, form, sealed } from './fixtures.ts';
import { interviewed } from './interview.ts';

const say = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text }] });

const privacy: Message = {
  summary: 'How this is anonymous for you',
  blocks: [
    { kind: 'heading', text: 'What is promised to you' },
    {
      kind: 'text',
      text: 'Your unit, Instruments, has 6 people. Nothing is shown about fewer than 5 answers.',
    },
    { kind: 'note', text: 'Mara Lindqvist reads the digest of Instruments; HR reads the whole.' },
    {
      kind: 'actions',
      about: '',
      actions: [{ action: 'preview', label: 'What will my manager see?' }],
    },
  ],
};

const preview: Message = {
  summary: 'What your manager will see',
  blocks: [
    { kind: 'text', text: 'This digest is invented. Yours has the same size.' },
    ...digest.blocks.filter(({ kind }) => kind === 'chart' || kind === 'quote'),
    { kind: 'heading', text: 'What is never in it' },
    ...Array.from({ length: 8 }, (_, index): Block => ({ kind: 'text', text: never(index) })),
  ],
};

function never(index: number): string {
  return `${index + 1}. Nothing about one person, and nothing about a group of fewer than five people.`;
}

const details: Message = {
  summary: 'All of this week',
  blocks: [
    { kind: 'heading', text: 'All of this week' },
    ...digest.blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'actions'),
    {
      kind: 'actions',
      about: 'pulse-13/instruments',
      actions: [{ action: 'will-do', label: 'We will do this', look: 'main' }],
    },
  ],
};

const decided: Message = {
  summary: 'Instruments this week',
  blocks: [
    { kind: 'heading', text: 'You will do this' },
    { kind: 'actions', about: 'pulse-13/1', actions: [{ action: 'details', label: 'Details' }] },
  ],
};

const admin: Message = {
  summary: 'The HR panel',
  blocks: [
    { kind: 'heading', text: 'The HR panel' },
    { kind: 'text', text: 'Weekly pulse: round 13 is open until Friday 17:00.' },
    {
      kind: 'actions',
      about: 'pulse-13',
      actions: [
        { action: 'round-close', label: 'Close now' },
        { action: 'round-cancel', label: 'Cancel the round', look: 'grave' },
      ],
    },
    {
      kind: 'actions',
      about: '',
      actions: [{ action: 'campaign-new', label: 'New campaign', look: 'main' }],
    },
  ],
};

function homeOf(person: string, paused: boolean): Message {
  const forHr: Block[] = [
    { kind: 'heading', text: 'For HR' },
    {
      kind: 'actions',
      about: '',
      actions: [
        { action: 'admin', label: 'Open the panel', look: 'main' },
        { action: 'campaign-end', label: 'End the campaign', look: 'grave' },
      ],
    },
  ];
  return {
    summary: 'Your home page',
    blocks: [
      { kind: 'heading', text: 'Open now' },
      { kind: 'text', text: 'Three questions, open until Friday 17:00.' },
      {
        kind: 'actions',
        about: 'pulse-13',
        actions: [
          { action: 'form', label: 'Answer now', look: 'main' },
          { action: 'skip', label: 'Not this week' },
        ],
      },
      { kind: 'heading', text: 'What you have set' },
      { kind: 'text', text: paused ? 'You pause for 4 weeks.' : 'Tuesdays at 10:00, in English.' },
      {
        kind: 'actions',
        about: '',
        actions: [
          { action: 'settings', label: 'Change' },
          paused
            ? { action: 'resume', label: 'Resume' }
            : { action: 'pause', label: 'Pause 4 weeks' },
          { action: 'privacy', label: 'How is this anonymous?' },
          { action: 'stop', label: 'Stop asking me', look: 'grave' },
        ],
      },
      ...(person === 'grace' ? forHr : []),
    ],
  };
}

const hours = Array.from({ length: 14 }, (_, index) => `${index + 7}:00`);

const settings: Form = {
  name: 'settings',
  about: '',
  title: 'What you have set',
  intro: 'Nobody else sees this.',
  fields: [
    {
      kind: 'one',
      name: 'hour',
      label: 'When may we write to you?',
      required: true,
      options: hours.map((hour) => ({ value: hour, label: hour })),
      chosen: ['10:00'],
    },
    {
      kind: 'one',
      name: 'language',
      label: 'Language',
      required: true,
      options: [
        { value: 'en', label: 'English' },
        { value: 'de', label: 'Deutsch' },
      ],
      chosen: ['en'],
    },
    {
      kind: 'one',
      name: 'place',
      label: 'Where?',
      options: [
        { value: 'web', label: 'Here' },
        { value: 'slack', label: 'Slack' },
      ],
      chosen: ['web'],
    },
  ],
  submit: 'Save',
  cancel: 'Cancel',
};

const numbered = (count: number, name: string, words: (index: number) => string): Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: `${name}-${index}`, label: words(index) }));

const towns = ['Göteborg', 'Łódź', 'Bergen', 'Porto', 'Lyon'];

const campaign: Form = {
  name: 'campaign',
  about: '',
  title: 'A new campaign',
  intro: 'It begins with its first round; until then you can change everything.',
  fields: [
    {
      kind: 'text',
      name: 'name',
      label: 'Name',
      hint: 'People see it in their messages.',
      required: true,
      lines: 'one',
      limit: 60,
      written: 'Spring pulse',
    },
    {
      kind: 'one',
      name: 'start',
      label: 'First round',
      required: true,
      options: numbered(12, 'week', (index) => `Monday ${index + 1} March`),
    },
    {
      kind: 'several',
      name: 'questions',
      label: 'Questions',
      required: true,
      options: numbered(
        40,
        'q',
        (index) => `Question ${index + 1}: My work leaves me enough room for what I do well.`,
      ),
      chosen: ['q-3', 'q-30'],
    },
    {
      kind: 'several',
      name: 'units',
      label: 'Who is asked',
      hint: 'Nobody chosen: everybody is asked.',
      options: numbered(150, 'u', (index) => `${towns[index % 5]} ${Math.floor(index / 5) + 1}`),
    },
    { kind: 'text', name: 'note', label: 'A word to everybody', lines: 'many', limit: 500 },
  ],
  submit: 'Save',
  cancel: 'Cancel',
};

/** Answers as Soundings would, as far as the page can tell. */
export async function reaction(reply: Reply): Promise<Response> {
  const leaving = interviewed(reply);
  if (leaving) return leaving;
  switch (reply.kind) {
    case 'answer':
      return { replace: sealed };
    case 'submit':
      return submitted(reply);
    case 'action':
      return acted(reply);
    case 'command':
      return reply.text === 'privacy' ? { page: privacy } : { say: say('Type help or privacy.') };
    case 'home':
      return { home: homeOf(reply.person, false) };
  }
}

async function submitted({ form, fields }: Extract<Reply, { kind: 'submit' }>): Promise<Response> {
  const value = (name: string) => fields[name]?.[0] ?? '';
  switch (form) {
    case 'answers':
      if (value('comment').includes('Lea')) return reviewed(fields);
      return value('comment').includes('fault')
        ? { faults: { comment: 'Please leave the word out.', keeps: 'Choose at most three.' } }
        : { replace: sealed };
    case 'settings':
      return { say: say('Saved.') };
    case 'campaign':
      return value('start') === ''
        ? { faults: { start: 'Choose a first round.' } }
        : { page: say(`${value('name')} is saved.`) };
    case 'exit':
    case 'leaver':
    case 'tell-team':
    case 'answer-comment':
      return { say: say('Saved.') };
  }
}

/** As the product sends it: nothing is chosen in it but who reads the text. */
async function reviewed(fields: Fields): Promise<Response> {
  const scrub = async () => () => 'Ask […] about it';
  const again = await reviewForm(form, enteredIn(fields), { copy: english, scrub });
  return again ? { form: again } : {};
}

function acted({ action, person }: Extract<Reply, { kind: 'action' }>): Response {
  switch (action) {
    case 'form':
      return { form };
    case 'preview':
      return { page: preview };
    case 'details':
      return { page: details };
    case 'will-do':
      return { replace: decided };
    case 'settings':
      return { form: settings };
    case 'pause':
    case 'resume': {
      const paused = action === 'pause';
      return { say: say(paused ? 'Paused.' : 'Welcome back.'), home: homeOf(person, paused) };
    }
    case 'admin':
      return { page: admin };
    case 'campaign-new':
      return { form: campaign };
    case 'round-close':
      return { say: say('The round closes within a minute.') };
    default:
      return { page: privacy };
  }
}
