/** The exit interview as a pure state machine: a draft in, a draft and the next screen out. */
import type { Given } from '../ballot/cast.ts';
import type { Question } from '../survey/question.ts';
import type { LocalisedText } from '../survey/text.ts';
import { type Draft, type Fault, itemsOf, readItem, settle } from './draft.ts';
import { type Answers, AT_THE_DOOR, type Item, type Step } from './steps.ts';

export type Screen =
  | {
      /** `grid`: rows that share their options, under the heading. */
      readonly kind: 'questions' | 'grid';
      readonly id: string;
      readonly heading?: LocalisedText;
      readonly note?: LocalisedText;
      readonly questions: readonly Shown[];
    }
  /** The named contacts of the configuration. Shown once, kept nowhere: not even that it was shown. */
  | { readonly kind: 'contacts' };

export interface Shown {
  /** With the options to offer, which may be fewer than its ballots have cells: count with `EXIT_QUESTIONS`. */
  readonly question: Question;
  /** What stands there already; a form that does not show it must leave empty fields out of the values. */
  readonly given: readonly string[];
  /** The most options that may be chosen. */
  readonly most?: number;
}

export interface Moved {
  readonly draft: Draft;
  readonly show: Screen | 'done';
}

/** The draft stays as it was. */
export type Refused =
  /** This step is not, not yet or no longer asked: an old button. */
  | { readonly refused: 'not-asked' }
  /** Every field at fault, by question id; never what was written in it. */
  | { readonly refused: 'faulty'; readonly faults: ReadonlyMap<string, Fault> };

/** The step being changed, or the first that is open, or `done`. */
export function next(draft: Draft, steps: readonly Step[] = AT_THE_DOOR): Screen | 'done' {
  const step = current(draft, steps);
  return step ? screenOf(step, draft.answers) : 'done';
}

/**
 * Takes the values of one screen, question id to values, all or none. `[]` or blank words leave a question empty, which
 * takes back an earlier answer; a question that is absent keeps its answer, or is skipped if it has none.
 */
export function answer(
  draft: Draft,
  screen: string,
  values: Answers,
  steps: readonly Step[] = AT_THE_DOOR,
): Moved | Refused {
  const step = reached(draft, steps).find(({ id }) => id === screen);
  if (!step) return { refused: 'not-asked' };
  const items = itemsOf(step, draft.answers);
  const { given, faults } = read(items, values, draft.answers);
  if (faults.size > 0) return { refused: 'faulty', faults };
  const answers = { ...draft.answers, ...Object.fromEntries(given) };
  const moved = done(draft, answers, items, steps);
  const asksForHelp = step.safety && [...given.values()].some(([value]) => value === 'yes');
  return { draft: moved, show: asksForHelp ? { kind: 'contacts' } : next(moved, steps) };
}

function read(items: readonly Item[], values: Answers, answers: Answers) {
  const given = new Map<string, readonly string[]>();
  const faults = new Map<string, Fault>();
  for (const [field, chosen] of Object.entries(values)) {
    const item = items.find(({ question }) => question.id === field);
    const outcome: ReturnType<typeof readItem> = item
      ? readItem(item, chosen, answers)
      : { refused: 'not-asked' };
    if ('refused' in outcome) faults.set(field, outcome);
    else given.set(field, outcome.values);
  }
  return { given, faults };
}

/** Leaves a whole screen out, and takes back what was answered on it. */
export function skip(
  draft: Draft,
  screen: string,
  steps: readonly Step[] = AT_THE_DOOR,
): Moved | Refused {
  const step = reached(draft, steps).find(({ id }) => id === screen);
  if (!step) return { refused: 'not-asked' };
  const items = itemsOf(step, draft.answers);
  const empty = items.map(({ question }): [string, string[]] => [question.id, []]);
  const moved = done(draft, { ...draft.answers, ...Object.fromEntries(empty) }, items, steps);
  return { draft: moved, show: next(moved, steps) };
}

/** Whatever has no answer now counts as skipped; what is no longer asked falls away. */
function done(draft: Draft, answers: Answers, items: readonly Item[], steps: readonly Step[]) {
  const ids = items.map(({ question }) => question.id);
  return settle({ answers, skipped: [...draft.skipped, ...ids] }, steps);
}

/** To the screen before; from the first there is no way back, and the draft stays as it is. */
export function back(draft: Draft, steps: readonly Step[] = AT_THE_DOOR): Moved {
  const path = pathOf(draft, steps);
  const here = current(draft, steps);
  const before = path[(here ? path.indexOf(here) : path.length) - 1];
  const moved = before ? { ...draft, position: before.id } : draft;
  return { draft: moved, show: next(moved, steps) };
}

/** To the screen of a question that was answered or skipped; its answer then brings back to the first open screen. */
export function change(
  draft: Draft,
  question: string,
  steps: readonly Step[] = AT_THE_DOOR,
): Moved | Refused {
  const step = reached(draft, steps).find((each) =>
    itemsOf(each, draft.answers).some((item) => item.question.id === question),
  );
  if (!step) return { refused: 'not-asked' };
  const moved = { ...draft, position: step.id };
  return { draft: moved, show: next(moved, steps) };
}

/** In screens. `of` may grow or shrink with an answer that opens or closes a branch. */
export function progress(
  draft: Draft,
  steps: readonly Step[] = AT_THE_DOOR,
): { readonly done: number; readonly of: number } {
  const path = pathOf(draft, steps);
  return { done: path.filter((step) => !isOpen(step, draft)).length, of: path.length };
}

/** The answers that count, also of an interview that the last day cut short: to questions asked on this path, in order. */
export function finished(draft: Draft, steps: readonly Step[] = AT_THE_DOOR): Given[] {
  const { answers } = settle(draft, steps);
  return questionsOf(draft, steps).flatMap(({ id, kind }): Given[] => {
    const values = answers[id];
    if (!values) return [];
    return [{ question: id, values, ...(kind === 'free-text' && { reader: 'hr' as const }) }];
  });
}

/** The questions asked on this path, in order; never the safety fork. */
export function questionsOf(draft: Draft, steps: readonly Step[] = AT_THE_DOOR): Question[] {
  const { answers } = settle(draft, steps);
  return steps
    .filter((step) => !step.safety)
    .flatMap((step) => itemsOf(step, answers).map(({ question }) => question));
}

function pathOf(draft: Draft, steps: readonly Step[]): Step[] {
  return steps.filter((step) => itemsOf(step, draft.answers).length > 0);
}

function isOpen(step: Step, { answers, skipped }: Draft): boolean {
  return itemsOf(step, answers).some(
    ({ question: { id } }) => answers[id] === undefined && !skipped.includes(id),
  );
}

/** What has been on the screen: up to the first open step, and beyond it what was done before a branch opened. */
function reached(draft: Draft, steps: readonly Step[]): Step[] {
  const path = pathOf(draft, steps);
  const firstOpen = path.findIndex((step) => isOpen(step, draft));
  const lastDone = path.findLastIndex((step) => !isOpen(step, draft));
  return path.slice(0, Math.max(firstOpen, lastDone) + 1);
}

function current(draft: Draft, steps: readonly Step[]): Step | undefined {
  return (
    reached(draft, steps).find(({ id }) => id === draft.position) ??
    pathOf(draft, steps).find((step) => isOpen(step, draft))
  );
}

function screenOf(step: Step, answers: Answers): Screen {
  return {
    kind: step.look ?? 'questions',
    id: step.id,
    ...(step.heading && { heading: step.heading }),
    ...(step.note && { note: step.note }),
    questions: itemsOf(step, answers).map((item) => shown(item, answers)),
  };
}

function shown({ question, most, without }: Item, answers: Answers): Shown {
  const taken = without === undefined ? [] : (answers[without] ?? []);
  return {
    question:
      'options' in question
        ? { ...question, options: question.options.filter(({ value }) => !taken.includes(value)) }
        : question,
    given: answers[question.id] ?? [],
    ...(most !== undefined && { most }),
  };
}
