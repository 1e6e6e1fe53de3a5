/** Walks through an exit interview as a person would, screen by screen. */
import { type Draft, EMPTY } from '../../src/exit/draft.ts';
import {
  answer,
  type Moved,
  next,
  type Refused,
  type Screen,
  type Shown,
} from '../../src/exit/interview.ts';
import { type Answers, AT_THE_DOOR, type Step } from '../../src/exit/steps.ts';

export function moved(outcome: Moved | Refused): Moved {
  if ('refused' in outcome) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}

export function idOf(screen: Screen | 'done'): string {
  if (screen === 'done') return 'done';
  return screen.kind === 'contacts' ? 'contacts' : screen.id;
}

export function questionsOn(screen: Screen | 'done'): readonly Shown[] {
  return screen === 'done' || screen.kind === 'contacts' ? [] : screen.questions;
}

export function valuesOf(shown: Shown | undefined): string[] {
  if (!shown) return [];
  const { question } = shown;
  if ('options' in question) return question.options.map(({ value }) => value);
  if (question.kind === 'free-text') return ['Some words', ''];
  const [low, high] = question.kind === 'five-point' ? [1, 5] : [0, 10];
  return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
}

/** Answers what is in `answers`, leaves the rest empty, to the end. */
export function walk(answers: Answers, steps: readonly Step[] = AT_THE_DOOR) {
  const screens: string[] = [];
  let draft = EMPTY;
  for (let show = next(draft, steps); show !== 'done'; show = next(draft, steps)) {
    screens.push(idOf(show));
    if (screens.length > 20) throw new Error(`No end: ${screens.join(', ')}`);
    const asked = questionsOn(show).map(({ question }) => question.id);
    const values = Object.entries(answers).filter(([id]) => asked.includes(id));
    draft = moved(answer(draft, idOf(show), Object.fromEntries(values), steps)).draft;
  }
  return { screens, draft };
}

/** The draft once the screens that ask these questions are behind. */
export function given(answers: Answers): Draft {
  const left = new Set(Object.keys(answers));
  let draft = EMPTY;
  while (left.size > 0) {
    const show = next(draft);
    const asked = questionsOn(show).map(({ question }) => question.id);
    if (asked.length === 0) throw new Error(`Never asked: ${[...left].join(', ')}`);
    const values = Object.entries(answers).filter(([id]) => asked.includes(id));
    draft = moved(answer(draft, idOf(show), Object.fromEntries(values))).draft;
    for (const id of asked) left.delete(id);
  }
  return draft;
}
