/** The order of the exit interview, and whom each question is asked of. */
import { FURTHER, KIND, REASON, THOUGHT, TRIGGER } from '../stock/exit-leaving.ts';
import {
  CHANGE,
  LOOK_INTO,
  LOOK_INTO_NOTE,
  RECOMMEND_HERE,
  RETURN,
  STAY,
} from '../stock/exit-looking-back.ts';
import {
  GRID_HEADING,
  OFFER,
  OFFER_BAND,
  OFFER_EMPLOYER,
  OFFER_GRID,
  OFFER_MOST,
  OFFER_NAME,
  OFFER_PROMISED,
} from '../stock/exit-offer.ts';
import type { Question } from '../survey/question.ts';
import type { LocalisedText } from '../survey/text.ts';

/** Question id to the values chosen, or the words written. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** One screen. */
export interface Step {
  readonly id: string;
  /** Rows that share their options, under one heading. */
  readonly look?: 'grid';
  readonly heading?: LocalisedText;
  readonly note?: LocalisedText;
  readonly items: readonly Item[];
  /** Its answer is kept nowhere, only that the screen is done; `yes` shows the named contacts. */
  readonly safety?: true;
}

/** A question in its place. */
export interface Item {
  readonly question: Question;
  /** Reads answers to questions of earlier steps only. Absent: everybody is asked. */
  readonly when?: (answers: Answers) => boolean;
  /** The most options that may be chosen. */
  readonly most?: number;
  /** The question whose answer is not offered again. */
  readonly without?: string;
}

/** Somebody who does not say how they leave is asked all that those are asked who chose to. */
const CHOSE = [undefined, 'resigned', 'agreed', 'other'];

const kindOf = (answers: Answers) => answers[KIND.id]?.[0];
const chose = (answers: Answers) => CHOSE.includes(kindOf(answers));
const mayMove = (answers: Answers) => chose(answers) || kindOf(answers) === 'contract-ended';
const moves = (answers: Answers) => answers[OFFER.id]?.[0] === 'employer';
const mayReturn = (answers: Answers) =>
  !['retired', 'dismissed'].includes(kindOf(answers) ?? 'resigned');

/** Comes after an answer to the main reason, and leaves that one out. */
const further: Item = {
  question: FURTHER,
  when: (answers) => answers[REASON.id] !== undefined,
  most: 2,
  without: REASON.id,
};

const lookingBack: Step = {
  id: 'looking-back',
  items: [
    { question: RETURN, when: mayReturn },
    { question: RECOMMEND_HERE },
    { question: CHANGE },
  ],
};

const safety: Step = {
  id: 'look-into',
  note: LOOK_INTO_NOTE,
  items: [{ question: LOOK_INTO }],
  safety: true,
};

/** The interview before the last day: at most eleven screens, and the contacts. */
export const AT_THE_DOOR: readonly Step[] = [
  { id: 'kind', items: [{ question: KIND }] },
  { id: 'reason', items: [{ question: REASON, when: chose }] },
  { id: 'further', items: [further] },
  {
    id: 'how-it-came',
    items: [
      { question: THOUGHT, when: chose },
      { question: TRIGGER, when: chose },
    ],
  },
  { id: 'stay', items: [{ question: STAY, when: chose }] },
  { id: 'offer', items: [{ question: OFFER, when: mayMove }] },
  {
    id: 'offer-employer',
    items: [OFFER_EMPLOYER, OFFER_NAME, OFFER_PROMISED].map((question) => ({
      question,
      when: moves,
    })),
  },
  {
    id: 'offer-grid',
    look: 'grid',
    heading: GRID_HEADING,
    items: OFFER_GRID.map((question) => ({ question, when: moves })),
  },
  {
    id: 'offer-most',
    items: [
      { question: OFFER_MOST, when: moves },
      { question: OFFER_BAND, when: moves },
    ],
  },
  lookingBack,
  safety,
];

/**
 * The second wave, months later: the same questions where time may have changed the answer, word for word, so that what
 * is said later stands beside what was said at the door. For those who chose to leave.
 */
export const MONTHS_LATER: readonly Step[] = [
  { id: 'reason', items: [{ question: REASON }] },
  { id: 'further', items: [further] },
  { id: 'stay', items: [{ question: STAY }] },
  lookingBack,
  safety,
];
