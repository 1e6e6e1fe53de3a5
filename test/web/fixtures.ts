/** A small company, messages of every kind of block, and what its inbox answers. */
import type { Resident } from '../../adapters/web/wire.ts';
import type { Form, Message } from '../../src/message/message.ts';
import type { StoredMessage } from '../../src/ports/store.ts';
import { invitation } from './interview.ts';

const legend = ['unfavourable', 'neutral', 'favourable'] as const;

const names: readonly (readonly [string, readonly string[]])[] = [
  ['Company', ['Helena Brandt', 'Oluwaseun Adeyemi']],
  ['Engineering', ['Tomás Herrera', 'Priya Raman', 'Jonas Keller']],
  [
    'Instruments',
    ['Mara Lindqvist', 'Anna Weber', 'Ravi Menon', 'Chloé Dubois', 'Lukas Novák', 'Ngozi Eze'],
  ],
  ['Firmware', ['Sora Tanaka', 'Ben Okafor', 'Elif Yıldız', 'Marek Kowalski', 'Ida Holm']],
  ['Field Service', ['Lena Fischer', 'Diego Santos', 'Aoife Byrne', 'Yusuf Demir', 'Kai Sato']],
  ['People', ['Grace Mbeki', 'Olivia Hart', 'Samuel Roth']],
];

/** The first of each unit leads it. */
export const residents: readonly Resident[] = names.flatMap(([unit, people]) =>
  people.map((name, index) => ({
    id: name.split(' ')[0]?.toLowerCase() ?? name,
    name,
    unit,
    leads: index === 0 ? [unit] : [],
    hr: unit === 'People',
    locale: name === 'Lena Fischer' ? 'de' : 'en',
    timezone: unit === 'Firmware' ? 'Asia/Tokyo' : 'Europe/Berlin',
  })),
);

const round = 'pulse-13';

export const question: Message = {
  summary: 'Three short questions about your work',
  blocks: [
    { kind: 'heading', text: 'Three short questions' },
    { kind: 'text', text: 'One tap is enough. The other two take half a minute.' },
    {
      kind: 'scale',
      round,
      question: 'growth-1',
      text: 'In the last three months I have learned something that I want to build on.',
      options: [
        { value: '1', label: 'Strongly disagree' },
        { value: '2', label: 'Disagree' },
        { value: '3', label: 'Neither' },
        { value: '4', label: 'Agree' },
        { value: '5', label: 'Strongly agree' },
      ],
    },
    {
      kind: 'actions',
      about: round,
      actions: [
        { action: 'form', label: 'Answer all three' },
        { action: 'skip', label: 'Not this week' },
        { action: 'privacy', label: 'How is this anonymous?' },
      ],
    },
    { kind: 'note', text: 'Sealed until Friday 17:00. Nobody sees your answer, not even us.' },
  ],
};

const recommend: Message = {
  summary: 'Would you recommend us?',
  blocks: [
    {
      kind: 'scale',
      round,
      question: 'recommend',
      text: 'How likely are you to recommend this company to a friend as a place to work?',
      options: Array.from({ length: 11 }, (_, value) => ({ value: `${value}`, label: `${value}` })),
    },
  ],
};

export const sealed: Message = {
  summary: 'Your answer is sealed',
  blocks: [
    { kind: 'heading', text: 'Sealed until Friday 17:00' },
    { kind: 'text', text: 'Thank you. Two more questions, if you have half a minute.' },
    {
      kind: 'actions',
      about: round,
      actions: [
        { action: 'form', label: 'Answer the rest' },
        { action: 'privacy', label: 'How is this anonymous?' },
      ],
    },
  ],
};

export const closed: Message = {
  summary: 'This round is closed',
  blocks: [{ kind: 'text', text: 'This round is closed. Thank you for the time you took.' }],
};

export const form: Form = {
  name: 'answers',
  about: round,
  title: 'This week, three questions',
  intro: 'Sealed until Friday 17:00. What you leave empty stays as it is.',
  fields: [
    {
      kind: 'one',
      name: 'growth-1',
      label: 'In the last three months I have learned something that I want to build on.',
      options: [
        { value: '1', label: 'Strongly disagree' },
        { value: '2', label: 'Disagree' },
        { value: '3', label: 'Neither agree nor disagree' },
        { value: '4', label: 'Agree' },
        { value: '5', label: 'Strongly agree' },
      ],
    },
    {
      kind: 'one',
      name: 'recommend',
      label: 'How likely are you to recommend this company to a friend?',
      hint: '0 = not at all likely, 10 = very likely',
      options: Array.from({ length: 11 }, (_, value) => ({ value: `${value}`, label: `${value}` })),
    },
    {
      kind: 'several',
      name: 'keeps',
      label: 'What keeps you here? Choose what applies.',
      options: [
        { value: 'team', label: 'The people I work with' },
        { value: 'work', label: 'The work itself' },
        { value: 'pay', label: 'Pay and benefits' },
        { value: 'flex', label: 'When and where I work' },
      ],
    },
    {
      kind: 'text',
      name: 'comment',
      label: 'Anything you would like to say?',
      hint: 'Your style of writing can be recognised. Names are removed before anybody reads it.',
      lines: 'many',
      limit: 400,
      readers: {
        label: 'Who may read it',
        options: [
          { value: 'team', label: "My team's digest" },
          { value: 'hr', label: 'HR only' },
        ],
      },
    },
  ],
  submit: 'Seal my answers',
  cancel: 'Cancel',
};

export const digest: Message = {
  summary: 'Instruments this week: recognition has risen',
  blocks: [
    { kind: 'heading', text: 'Recognition has risen; nothing else changed clearly' },
    { kind: 'text', text: 'Over three quarters of your team answered this week. Thank them.' },
    {
      kind: 'chart',
      legend,
      title: 'Good work is noticed here',
      summary:
        'Instruments is good, 60 % or more; Engineering 55 % favourable; public median 64 %.',
      rows: [
        {
          label: 'Instruments',
          text: 'good (60 % or more)',
          emphasis: 'main',
          figure: { kind: 'band', from: 60, to: 100 },
        },
        {
          label: 'Engineering',
          text: '55 % favourable',
          emphasis: 'reference',
          figure: { kind: 'share', favourable: 55 },
        },
        {
          label: 'Public benchmark, worded differently',
          text: '64 % favourable',
          emphasis: 'reference',
          figure: { kind: 'share', favourable: 64 },
        },
      ],
    },
    {
      kind: 'chart',
      legend,
      title: 'My workload is one that I can keep up',
      summary:
        'Engineering: 30 % unfavourable, 25 % neutral, 45 % favourable; the company is similar.',
      rows: [
        {
          label: 'Engineering',
          text: '45 % favourable, 25 % neutral, 30 % unfavourable; mean 3.2',
          emphasis: 'main',
          figure: { kind: 'distribution', unfavourable: 30, neutral: 25, favourable: 45 },
        },
        {
          label: 'Company',
          text: '50 % favourable, 25 % neutral, 30 % unfavourable; mean 3.3',
          emphasis: 'reference',
          figure: { kind: 'distribution', unfavourable: 30, neutral: 25, favourable: 50 },
        },
        {
          label: 'Last quarter',
          text: '70 % favourable',
          emphasis: 'main',
          figure: { kind: 'share', favourable: 70 },
        },
      ],
    },
    { kind: 'quote', text: 'The new test bench saves me an hour a day. More of that, please.' },
    { kind: 'quote', text: 'I would like to hear why the roadmap changed before I read it.' },
    { kind: 'note', text: 'Firmware had too few answers for a figure of its own.' },
    {
      kind: 'actions',
      about: 'pulse-13/instruments',
      actions: [
        { action: 'will-do', label: 'We will do this', look: 'main' },
        { action: 'not-now', label: 'Not now' },
      ],
    },
    { kind: 'actions', about: 'pulse-13/1', actions: [{ action: 'details', label: 'Details' }] },
  ],
};

/** What the reader of each message would see on a Tuesday morning. */
export function fixtures(): StoredMessage[] {
  const at = (iso: string) => new Date(iso);
  const of = (person: string, id: string, when: string, message: Message): StoredMessage => {
    const kind = message === digest ? 'digest' : 'question';
    return { id, person, round, kind, at: at(when), message };
  };
  return [
    { ...of('anna', 'a-1', '2026-11-10T09:00:00Z', closed), round: 'pulse-12' },
    of('anna', 'a-2', '2026-11-17T08:00:00Z', question),
    of('anna', 'a-3', '2026-11-17T09:00:00Z', recommend),
    of('mara', 'm-1', '2026-11-16T08:00:00Z', digest),
    { ...of('lukas', 'l-1', '2026-11-17T08:00:00Z', invitation), round: 'exit-2026-q4' },
    of('ravi', 'r-1', '2026-11-17T08:00:00Z', question),
  ];
}
