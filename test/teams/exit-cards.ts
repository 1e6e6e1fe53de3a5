/** Every message, page and form of an exit interview, and what HR sees of leavers, in one language. */
import type { Draft } from '../../src/exit/draft.ts';
import { change } from '../../src/exit/interview.ts';
import { AT_THE_DOOR } from '../../src/exit/steps.ts';
import type { Copy } from '../../src/message/copy.ts';
import { screenForm } from '../../src/message/exit-form.ts';
import {
  begunMessage,
  declinedMessage,
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
import { newLeaverForm } from '../../src/message/leaver-form.ts';
import {
  interviewMessage,
  leaversMessage,
  withdrawMessage,
} from '../../src/message/leavers-message.ts';
import type { Form, Message } from '../../src/message/message.ts';
import { releaseMessage } from '../../src/message/release-message.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { DIGEST_ROUND } from '../support/digest.ts';

const FACTS = {
  name: 'Ada',
  lastDay: '30 November',
  floor: 5,
  releasedOn: '31 January',
  laterMonths: 4,
  keepMonths: 24,
};
const LINK = {
  url: 'https://soundings.example/later/AAAA',
  opensOn: '30 March 2027',
  until: '29 May 2027',
};
const CONTACTS = [{ name: 'Uma Vann', reach: 'room 4, +49 30 555 0100' }];
const WORDS = 'More *light*, and a team_of_my_own.';
const ANSWERS = {
  'exit-kind': ['resigned'],
  'exit-reason': ['pay'],
  'exit-further': ['growth', 'culture'],
  'exit-offer': ['employer'],
  'exit-offer-promised': [WORDS],
  'exit-offer-pay': ['better'],
  'exit-offer-workload': ['worse'],
  'exit-recommend': ['7'],
};
/** All of it is done. */
const DRAFT: Draft = {
  answers: ANSWERS,
  skipped: AT_THE_DOOR.flatMap(({ items }) => items.map(({ question }) => question.id)),
};
const BO = { id: 'b', name: 'Bo Berg', unit: 'North', lastDay: '4 December 2026' };

export function exitMessagesIn(copy: Copy): Record<string, Message> {
  return {
    'exit-invitation': invitationMessage(FACTS, copy),
    'exit-reminder': exitReminderMessage(FACTS, copy),
    'exit-begun': begunMessage(FACTS, 'named', copy),
    'exit-thanks': thanksMessage(FACTS, 'pooled', LINK, copy),
    'exit-thanks-named': thanksMessage(FACTS, 'named', LINK, copy),
    'exit-declined': declinedMessage(copy),
    'exit-released': releaseMessage(DIGEST_ROUND, copy),
  };
}

export function exitPagesIn(copy: Copy): Record<string, Message> {
  const given = Object.entries(ANSWERS).map(([question, values]) => ({ question, values }));
  const ada = { ...BO, id: 'a', name: 'Ada Ahrens', isNamed: false } as const;
  return {
    'exit-privacy': exitPrivacyPage(FACTS, CONTACTS, copy),
    'exit-contacts': contactsPage(CONTACTS, copy),
    'exit-overview': overviewPage(DRAFT, AT_THE_DOOR, 'pooled', copy),
    'exit-erase': erasePage(copy, 'everything'),
    'exit-copy': ownAnswersPage(given, EXIT_QUESTIONS, copy),
    leavers: leaversMessage(
      {
        leavers: [
          { ...ada, what: { next: 'will-be-asked', day: '20 November' } },
          { ...BO, isNamed: true, what: { next: 'over' } },
        ],
        page: 1,
        pages: 2,
      },
      copy,
      [],
    ),
    'leaver-withdraw': withdrawMessage(BO, copy),
    'leaver-interview': interviewMessage(
      BO,
      [
        { question: 'Why?', as: 'choice', door: 'Pay', later: 'My manager' },
        { question: 'What did they promise you?', as: 'words', door: WORDS },
        { question: 'Pay', as: 'row', door: 'better' },
      ],
      true,
      copy,
    ),
  };
}

export function exitFormsIn(copy: Copy): Record<string, Form> {
  const screen = (question: string): Form => {
    const moved = change(DRAFT, question);
    if ('refused' in moved || moved.show === 'done' || moved.show.kind === 'contacts') {
      throw new Error(`No screen asks ${question}.`);
    }
    const place = { access: 'pooled', part: { part: 3, of: 11 }, hasBefore: true } as const;
    return screenForm(moved.show, place, copy);
  };
  const people = Array.from({ length: 12 }, (_, i) => ({
    id: `p${i}`,
    name: `Given${i} Family`,
    unit: 'North',
  }));
  return {
    'form-exit-further': screen('exit-further'),
    'form-exit-offer': screen('exit-offer-promised'),
    'form-exit-grid': screen('exit-offer-pay'),
    'form-exit-looking-back': screen('exit-return'),
    'form-exit-look-into': screen('exit-look-into'),
    'form-leaver': newLeaverForm(people, copy),
  };
}
