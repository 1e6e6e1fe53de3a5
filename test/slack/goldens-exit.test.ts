/** What leavers and HR are shown of exit interviews, as Slack gets it: `npx vitest run test/slack/goldens-exit.test.ts -u` writes it anew. */
import { describe, expect, test } from 'vitest';
import { renderMessage, renderPage } from '../../adapters/slack/render.ts';
import { renderForm } from '../../adapters/slack/render-form.ts';
import type { Draft } from '../../src/exit/draft.ts';
import type { ExitReport } from '../../src/exit/exit-report.ts';
import { next } from '../../src/exit/interview.ts';
import { AT_THE_DOOR } from '../../src/exit/steps.ts';
import type { Copy } from '../../src/message/copy.ts';
import { screenForm } from '../../src/message/exit-form.ts';
import {
  begunMessage,
  declinedMessage,
  type ExitFacts,
  exitReminderMessage,
  invitationMessage,
  thanksMessage,
} from '../../src/message/exit-message.ts';
import {
  contactsPage,
  erasePage,
  exitPrivacyPage,
  overviewPage,
  ownAnswersPage,
} from '../../src/message/exit-page.ts';
import { exitReportMessage } from '../../src/message/exit-report-message.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { editLeaverForm, newLeaverForm } from '../../src/message/leaver-form.ts';
import {
  interviewMessage,
  leaversMessage,
  withdrawMessage,
} from '../../src/message/leavers-message.ts';
import type { Form, Message } from '../../src/message/message.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { REASON } from '../../src/stock/exit-leaving.ts';
import { RETURN } from '../../src/stock/exit-looking-back.ts';
import { violations } from './violations.ts';

const FACTS: ExitFacts = {
  name: 'Ada',
  lastDay: '30 November',
  floor: 5,
  releasedOn: '30 January',
  laterMonths: 4,
  keepMonths: 24,
};
const LINK = {
  url: 'https://soundings.example/later/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  opensOn: '30 March 2027',
  until: '29 May 2027',
};
const CONTACTS = [{ name: 'Ines Okafor, ombudswoman', reach: 'room 2.14' }];
/** Up to the comparison, and to the end. */
const OFFERED: Draft = {
  answers: { 'exit-kind': ['contract-ended'], 'exit-offer': ['employer'] },
  skipped: ['exit-offer-employer', 'exit-offer-name', 'exit-offer-promised'],
};
const ENDED: Draft = {
  answers: { 'exit-kind': ['resigned'], 'exit-reason': ['pay'], 'exit-change': ['Words.'] },
  skipped: EXIT_QUESTIONS.map(({ id }) => id),
};
const GIVEN = [
  { question: 'exit-kind', values: ['resigned'] },
  { question: 'exit-offer-promised', values: ['Four days, the same money. <@U1> *all*'] },
  { question: 'exit-offer-pay', values: ['better'] },
  { question: 'exit-offer-workload', values: ['worse'] },
];
const ADA = { id: 'l-1', name: 'Ada Test', unit: 'Lab', lastDay: '30 November 2026' };
const LISTED = [
  { ...ADA, what: { next: 'will-be-asked', day: '16 November' }, isNamed: false },
  { ...ADA, id: 'l-2', what: { next: 'over' }, isNamed: true },
] as const;
const REPORT: ExitReport = {
  unit: 'firm',
  name: 'Firm',
  newest: new Date('2027-01-30T23:00:00Z'),
  floor: 5,
  lines: [
    {
      question: REASON,
      said: {
        shown: 'figure',
        figure: { shown: 'options', options: { pay: 40, growth: 25 } },
        atLeast: 20,
        pools: ['lab'],
      },
    },
    { question: RETURN, said: { shown: 'named', named: ['4'], atLeast: 5, pools: ['lab'] } },
  ],
  later: [],
  families: [],
  verbatims: [{ question: REASON, texts: ['Say what a raise hangs on.', 'More light.'] }],
  hr: true,
};

function messagesIn(copy: Copy): Record<string, Message> {
  return {
    'exit-invitation': invitationMessage(FACTS, copy),
    'exit-reminder': exitReminderMessage(FACTS, copy),
    'exit-begun-pooled': begunMessage(FACTS, 'pooled', copy),
    'exit-begun-named': begunMessage(FACTS, 'named', copy),
    'exit-thanks-pooled': thanksMessage(FACTS, 'pooled', LINK, copy),
    'exit-thanks-named': thanksMessage(FACTS, 'named', LINK, copy),
    'exit-declined': declinedMessage(copy),
  };
}

function pagesIn(copy: Copy): Record<string, Message> {
  return {
    'exit-overview': overviewPage(ENDED, AT_THE_DOOR, 'pooled', copy),
    'exit-contacts': contactsPage(CONTACTS, copy),
    'exit-erase': erasePage(copy, 'everything'),
    'exit-privacy': exitPrivacyPage(FACTS, CONTACTS, copy),
    'exit-copy': ownAnswersPage(GIVEN, EXIT_QUESTIONS, copy),
    leavers: leaversMessage({ leavers: LISTED, page: 1, pages: 2 }, copy, []),
    'leaver-withdraw': withdrawMessage(ADA, copy),
    'leaver-read': interviewMessage(
      ADA,
      [
        { question: 'How?', as: 'choice', door: 'So', later: 'Thus' },
        { question: 'Pay', as: 'row', door: 'better' },
        { question: 'Words', as: 'words', door: 'Four days.' },
      ],
      true,
      copy,
    ),
    'exit-report': exitReportMessage(REPORT, [{ id: 'lab', name: 'Lab' }], 'Europe/Berlin', copy),
  };
}

function formsIn(copy: Copy): Record<string, Form> {
  const grid = next(OFFERED);
  if (grid === 'done' || grid.kind === 'contacts') throw new Error('It asks nothing.');
  const place = { access: 'pooled', part: { part: 4, of: 6 }, hasBefore: true } as const;
  return {
    'exit-grid': screenForm(grid, place, copy),
    'leaver-new': newLeaverForm([{ id: 'ada', name: 'Ada Test', unit: 'Lab' }], copy),
    'leaver-edit': editLeaverForm({ id: 'l-1', name: 'Ada Test', lastDay: '2026-11-30' }, copy),
  };
}

const file = (language: string, name: string) => `./goldens/${language}-${name}.json`;
const written = (payload: object) => `${JSON.stringify(payload, undefined, 2)}\n`;

describe.each(LANGUAGE_TAGS)('in %s', (language) => {
  const copy = copyFor(language);
  const payloads = [
    ...Object.entries(messagesIn(copy)).map(([name, message]) => [
      name,
      renderMessage(message, { charts: true }),
    ]),
    ...Object.entries(pagesIn(copy)).map(([name, page]) => [
      name,
      renderPage(page, copy.chat.close, ''),
    ]),
    ...Object.entries(formsIn(copy)).map(([name, form]) => [name, renderForm(form, '')]),
  ] as [string, object][];

  test.each(payloads)('%s', async (name, payload) => {
    expect(violations(payload)).toEqual([]);
    await expect(written(payload)).toMatchFileSnapshot(file(language, name));
  });

  test('no word of ours is shortened', () => {
    const own = payloads.map(([, payload]) => JSON.stringify(payload)).join('\n');
    // The comparison goes on in its rows.
    expect(own.replaceAll(/ …/g, '')).not.toContain('…');
  });
});
