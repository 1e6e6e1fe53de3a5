/** What holds of every exit interview, whatever is answered, skipped, changed or taken back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, EMPTY, restore, settle } from '../../src/exit/draft.ts';
import {
  answer,
  back,
  change,
  finished,
  next,
  progress,
  questionsOf,
  type Screen,
  skip,
} from '../../src/exit/interview.ts';
import { AT_THE_DOOR, MONTHS_LATER, type Step } from '../../src/exit/steps.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { readAnswer } from '../../src/survey/answer.ts';
import { idOf, moved, questionsOn, valuesOf } from './interview-walk.ts';

const INTERVIEWS: [string, readonly Step[]][] = [
  ['at the door', AT_THE_DOOR],
  ['months later', MONTHS_LATER],
];
const ALL = [...EXIT_QUESTIONS.map(({ id }) => id), 'exit-look-into'];

/** What somebody does, as numbers that pick from what is on the screen. */
interface Move {
  readonly kind: 'answer' | 'answer' | 'skip' | 'back' | 'change' | 'garbage';
  readonly picks: readonly number[];
  readonly words: string;
}

const moves = (kinds: readonly Move['kind'][]): fc.Arbitrary<Move> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    picks: fc.array(fc.nat(97), { minLength: 9, maxLength: 9 }),
    words: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('__proto__', 'constructor', '1', ' ', 'x'.repeat(2000), '\ud800'),
    ),
  });
const ANY = ['answer', 'answer', 'answer', 'skip', 'back', 'change', 'garbage'] as const;
const anyMoves = fc.array(moves(ANY), { maxLength: 60, size: 'max' });
const forward = fc.array(moves(['answer', 'answer', 'skip']), { minLength: 30, maxLength: 30 });

/** Valid values for the questions of a screen; a pick of nought leaves one out. */
function fill(screen: Screen, picks: readonly number[]): Record<string, string[]> {
  const fields = questionsOn(screen).flatMap((shown, i): [string, string[]][] => {
    const values = valuesOf(shown);
    const pick = picks[i] ?? 0;
    if (pick % 7 === 0) return [];
    const chosen = [values[pick % values.length] ?? ''];
    if (shown.most && pick % 2 === 0) chosen.push(values[(pick + 1) % values.length] ?? '');
    return [[shown.question.id, chosen]];
  });
  return Object.fromEntries(fields);
}

function step(draft: Draft, move: Move, steps: readonly Step[]): Draft {
  const screen = next(draft, steps);
  if (move.kind === 'back') return back(draft, steps).draft;
  if (move.kind === 'change') {
    const outcome = change(draft, ALL[(move.picks[0] ?? 0) % ALL.length] ?? '', steps);
    return 'refused' in outcome ? draft : outcome.draft;
  }
  if (screen === 'done') return draft;
  if (move.kind === 'skip') return moved(skip(draft, idOf(screen), steps)).draft;
  if (move.kind === 'answer')
    return moved(answer(draft, idOf(screen), fill(screen, move.picks), steps)).draft;
  const outcome = answer(draft, idOf(screen), { [move.words]: [move.words] }, steps);
  expect(outcome).toEqual({
    refused: 'faulty',
    faults: new Map([[move.words, { refused: 'not-asked' }]]),
  });
  return draft;
}

/** All that must hold of a draft at any time. */
function expectSound(draft: Draft, steps: readonly Step[]): void {
  expect(settle(draft, steps)).toEqual(draft);
  const asked = questionsOf(draft, steps);
  const ids = asked.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { question, values } of finished(draft, steps)) {
    expect(ids).toContain(question);
    expect(question).not.toBe('exit-look-into');
    const counted = EXIT_QUESTIONS.find(({ id }) => id === question);
    expect(counted && readAnswer(counted, values)).not.toHaveProperty('refused');
  }
  expect(Object.keys(draft.answers).filter((id) => draft.skipped.includes(id))).toEqual([]);
  expect(draft.answers['exit-further'] ?? []).not.toContain(draft.answers['exit-reason']?.[0]);
  const { done, of } = progress(draft, steps);
  expect(done).toBeLessThanOrEqual(of);
  if (next(draft, steps) === 'done') expect(done).toBe(of);
}

/** Screen by screen as they are shown, each answered or skipped. */
function goForward(all: readonly Move[], steps: readonly Step[]) {
  let draft = EMPTY;
  let show: Screen | 'done' = next(draft, steps);
  const screens: string[] = [];
  const asked: string[] = [];
  for (const { kind, picks } of all) {
    if (show === 'done') break;
    const id = idOf(show);
    screens.push(id);
    asked.push(...questionsOn(show).map(({ question }) => question.id));
    if (id === 'contacts') show = next(draft, steps);
    else if (kind === 'skip') ({ draft, show } = moved(skip(draft, id, steps)));
    else ({ draft, show } = moved(answer(draft, id, fill(show, picks), steps)));
  }
  return { draft, show, screens, asked };
}

describe.each(INTERVIEWS)('an interview %s', (_, steps) => {
  test('ends after twelve screens at most, and asks nothing twice', () => {
    fc.assert(
      fc.property(forward, (all) => {
        const { draft, show, screens, asked } = goForward(all, steps);
        expect(show).toBe('done');
        expect(screens.length).toBeLessThanOrEqual(12);
        expect(new Set(screens).size).toBe(screens.length);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.filter((id) => id !== 'exit-look-into')).toEqual(
          questionsOf(draft, steps).map(({ id }) => id),
        );
      }),
    );
  });

  test('stays sound through any answering, skipping, going back, changing and garbage', () => {
    fc.assert(
      fc.property(anyMoves, (all) => {
        let draft = EMPTY;
        for (const move of all) {
          draft = step(draft, move, steps);
          expectSound(draft, steps);
        }
      }),
    );
  });

  test('still comes to its end from anywhere by skipping what is left', () => {
    fc.assert(
      fc.property(anyMoves, (all) => {
        let draft = all.reduce((so, move) => step(so, move, steps), EMPTY);
        for (let i = 0; i < 12 && next(draft, steps) !== 'done'; i++)
          draft = moved(skip(draft, idOf(next(draft, steps)), steps)).draft;
        expect(next(draft, steps)).toBe('done');
      }),
    );
  });

  test('goes on the same after it was stored and read again at any point', () => {
    fc.assert(
      fc.property(anyMoves, fc.nat(60), (all, at) => {
        const whole = all.reduce((so, move) => step(so, move, steps), EMPTY);
        const first = all.slice(0, at).reduce((so, move) => step(so, move, steps), EMPTY);
        const again = restore(JSON.parse(JSON.stringify(first)), steps);
        expect(again).toEqual(first);
        expect(all.slice(at).reduce((so, move) => step(so, move, steps), again)).toEqual(whole);
      }),
    );
  });

  test('refuses any value that is not offered, names the field, and leaves the draft alone', () => {
    const garbage = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyMoves, garbage, fc.nat(20), (all, bad, pick) => {
        const draft = all.reduce((so, move) => step(so, move, steps), EMPTY);
        const frozen = JSON.stringify(draft);
        const screen = next(draft, steps);
        const shown = questionsOn(screen);
        const at = shown[pick % Math.max(shown.length, 1)];
        if (!at || at.question.kind === 'free-text' || valuesOf(at).includes(bad)) return;
        const outcome = answer(draft, idOf(screen), { [at.question.id]: [bad] }, steps);
        expect(outcome).toEqual({
          refused: 'faulty',
          faults: new Map([[at.question.id, { refused: 'off-scale' }]]),
        });
        expect(JSON.stringify(draft)).toBe(frozen);
      }),
    );
  });
});

test('every question is asked on some path, and every answer that is offered can be given', () => {
  const decides = ['exit-kind', 'exit-reason', 'exit-offer'];
  const seen = new Map<string, Set<string>>();
  const give = (draft: Draft, screen: Screen, question: string, value: string): void => {
    const { draft: after } = moved(answer(draft, idOf(screen), { [question]: [value] }));
    seen.set(question, (seen.get(question) ?? new Set()).add(value));
    if (decides.includes(question)) look(after);
  };
  const look = (draft: Draft): void => {
    const screen = next(draft);
    if (screen === 'done') return;
    for (const shown of questionsOn(screen))
      for (const value of valuesOf(shown)) give(draft, screen, shown.question.id, value);
    look(moved(skip(draft, idOf(screen))).draft);
  };
  look(EMPTY);
  expect([...seen.keys()].toSorted()).toEqual(ALL.toSorted());
  for (const question of EXIT_QUESTIONS) {
    if ('options' in question)
      expect(seen.get(question.id)?.size, question.id).toBe(question.options.length);
  }
});
