/** What follows from a digest, as platforms draw it: the messages and forms in one language. */
import type { Copy } from '../../src/message/copy.ts';
import { detailsPages } from '../../src/message/details-message.ts';
import { digestMessage } from '../../src/message/digest-message.ts';
import { hrWeekBlocks } from '../../src/message/hr-week-message.ts';
import type { Form, Message } from '../../src/message/message.ts';
import { answerForm, draftOf, noteMessage, tellForm } from '../../src/message/note-message.ts';
import { BAND, DIGEST_ROUND, NORTH, own } from './digest.ts';

const ABOUT = { about: `${DIGEST_ROUND.id}/north`, unit: 'North' };
const COMMENT = { place: 1, text: 'Less <noise> & fewer *meetings* @here.', hr: false };
const UNIT = {
  ...NORTH,
  statements: [own('pay', BAND)],
  comments: ['More light, please.', COMMENT.text, 'Thank you.'],
  suggestion: { driver: 'pay', action: 'pay-when' },
};
const DIGEST = { round: DIGEST_ROUND.id, reader: 'nora', units: [UNIT], uncounted: 0 };
const FACTS = { round: DIGEST_ROUND, unit: 'North', author: 'Nora Berg' };

export function loopMessages(copy: Copy): Record<string, Message> {
  const week = hrWeekBlocks(
    {
      withheld: { units: 2, all: 9, floor: 5 },
      actions: { suggested: 24, willDo: 10, notNow: 6 },
      unreachable: { people: 3, noAccount: ['Ada Fox', 'Ben Ito'] },
      exits: { announced: 1, ahead: 4 },
      release: true,
      mirrors: [{ name: 'Sales' }],
    },
    copy,
  );
  const further = { tellable: new Set([ABOUT.about]), week };
  const answering = {
    isForHr: (_: string, text: string) => text === 'Thank you.',
    answeredAt: (_: string, place: number) => (place === 0 ? DIGEST_ROUND.closesAt : undefined),
  };
  const choices = new Map([['north', 'will-do']] as const);
  const digest = digestMessage(DIGEST_ROUND, DIGEST, copy, choices, further);
  const [details = digest] = detailsPages(DIGEST_ROUND, DIGEST, [], copy, answering);
  return {
    'digest-hr': digest,
    'details-answer': details,
    'note-done': noteMessage({ ...FACTS, text: 'We look at pay.\nEvery spring.' }, copy),
    'note-answer': noteMessage({ ...FACTS, text: 'We do.', comment: COMMENT }, copy),
    'note-hr': noteMessage({ ...FACTS, text: 'Yes.', comment: { ...COMMENT, hr: true } }, copy),
  };
}

export function loopForms(copy: Copy): Record<string, Form> {
  return {
    'form-tell': tellForm(ABOUT, draftOf(DIGEST_ROUND, UNIT, copy) ?? '', copy),
    'form-answer': answerForm({ ...ABOUT, about: `${ABOUT.about}/1` }, COMMENT, copy),
  };
}
