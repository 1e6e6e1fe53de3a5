/** The exit interview's questions: all that is asked and counted. In which order, and of whom, says `exit/steps.ts`. */
import type { Question } from '../survey/question.ts';
import { FURTHER, KIND, REASON, THOUGHT, TRIGGER } from './exit-leaving.ts';
import { CHANGE, RECOMMEND_HERE, RETURN, STAY } from './exit-looking-back.ts';
import { OFFER_QUESTIONS } from './exit-offer.ts';

/**
 * The questions of a release's ballots, whole: what the interview shows may offer fewer options, and cells are counted
 * in these. The safety fork is none of them.
 */
export const EXIT_QUESTIONS: readonly Question[] = [
  KIND,
  REASON,
  FURTHER,
  THOUGHT,
  TRIGGER,
  STAY,
  ...OFFER_QUESTIONS,
  RETURN,
  RECOMMEND_HERE,
  CHANGE,
];
