/** The exit interview, branch by branch. */
import { describe, expect, test } from 'vitest';
import { EMPTY, restore } from '../../src/exit/draft.ts';
import {
  answer,
  back,
  change,
  finished,
  next,
  progress,
  questionsOf,
  skip,
} from '../../src/exit/interview.ts';
import { AT_THE_DOOR, MONTHS_LATER } from '../../src/exit/steps.ts';
import { given, idOf, moved, valuesOf, walk } from './interview-walk.ts';

const WHY = ['reason', 'further', 'how-it-came', 'stay'];
const GRID = ['offer-employer', 'offer-grid', 'offer-most'];
const END = ['looking-back', 'look-into'];

describe('who is asked what', () => {
  test.each([
    ['resigned', 'employer', ['kind', ...WHY, 'offer', ...GRID, ...END]],
    ['resigned', 'own', ['kind', ...WHY, 'offer', ...END]],
    ['resigned', 'looking', ['kind', ...WHY, 'offer', ...END]],
    ['agreed', 'employer', ['kind', ...WHY, 'offer', ...GRID, ...END]],
    ['other', 'break', ['kind', ...WHY, 'offer', ...END]],
    ['contract-ended', 'employer', ['kind', 'offer', ...GRID, ...END]],
    ['contract-ended', 'studies', ['kind', 'offer', ...END]],
    ['job-cut', 'employer', ['kind', ...END]],
    ['retired', 'employer', ['kind', ...END]],
    ['dismissed', 'employer', ['kind', ...END]],
  ])('%s, then %s', (kind, offer, screens) => {
    const trace = walk({ 'exit-kind': [kind], 'exit-offer': [offer], 'exit-reason': ['pay'] });
    expect(trace.screens).toEqual(screens);
  });

  test('nobody who retires or was dismissed is asked whether they would come back', () => {
    for (const [kind, asked] of [
      ['retired', false],
      ['dismissed', false],
      ['job-cut', true],
      ['contract-ended', true],
      ['resigned', true],
    ] as const) {
      const { draft } = walk({ 'exit-kind': [kind] });
      const ids = questionsOf(draft).map(({ id }) => id);
      expect(ids.includes('exit-return'), kind).toBe(asked);
      expect(ids).toContain('exit-recommend');
      expect(ids).toContain('exit-change');
    }
  });

  test('further reasons need a main one', () => {
    expect(walk({ 'exit-kind': ['resigned'] }).screens).not.toContain('further');
  });

  test('somebody who skips everything sees every question that needs no answer before it', () => {
    const { screens, draft } = walk({});
    expect(screens).toEqual(['kind', 'reason', 'how-it-came', 'stay', 'offer', ...END]);
    expect(finished(draft)).toEqual([]);
  });

  test('months later the same questions are asked again, without the offer', () => {
    const { screens } = walk({ 'exit-reason': ['pay'] }, MONTHS_LATER);
    expect(screens).toEqual(['reason', 'further', 'stay', ...END]);
  });
});

describe('the further reasons', () => {
  const main = given({ 'exit-kind': ['resigned'], 'exit-reason': ['pay'] });

  test('are offered without the main one, at most two', () => {
    const screen = next(main);
    if (screen === 'done' || screen.kind === 'contacts') throw new Error('No question.');
    const [shown] = screen.questions;
    expect(valuesOf(shown)).toHaveLength(15);
    expect(valuesOf(shown)).not.toContain('pay');
    expect(shown?.most).toBe(2);
  });

  test.each([
    [['growth', 'work', 'change'], { refused: 'too-many', most: 2 }],
    [['growth', 'pay'], { refused: 'given-already', question: 'exit-reason' }],
    [['growth', 'money'], { refused: 'off-scale' }],
  ])('%j is refused', (values, fault) => {
    expect(answer(main, 'further', { 'exit-further': values })).toEqual({
      refused: 'faulty',
      faults: new Map([['exit-further', fault]]),
    });
  });

  test('lose the one that becomes the main one, and keep the other', () => {
    const both = moved(answer(main, 'further', { 'exit-further': ['work', 'growth'] }));
    const changed = moved(answer(both.draft, 'reason', { 'exit-reason': ['work'] }));
    expect(changed.draft.answers['exit-further']).toEqual(['growth']);
  });

  test('are asked again when the only one becomes the main one', () => {
    const one = moved(answer(main, 'further', { 'exit-further': ['work'] }));
    const changed = moved(answer(one.draft, 'reason', { 'exit-reason': ['work'] }));
    expect(idOf(changed.show)).toBe('further');
  });
});

describe('a screen', () => {
  const offered = given({ 'exit-kind': ['contract-ended'], 'exit-offer': ['employer'] });

  test('shows the nine comparisons as one grid', () => {
    const employer = moved(skip(offered, 'offer-employer'));
    expect(employer.show).toMatchObject({ kind: 'grid', id: 'offer-grid' });
    expect(employer.show).toHaveProperty('questions.length', 9);
    expect(employer.show).toHaveProperty('heading.de');
  });

  test('names all fields at fault at once, and nothing is kept of the others', () => {
    const before = moved(skip(offered, 'offer-employer')).draft;
    const outcome = answer(before, 'offer-grid', {
      'exit-offer-pay': ['better'],
      'exit-offer-level': ['best'],
      'exit-offer-growth': ['better', 'same'],
      'exit-offer-most': ['pay'],
      ['__proto__']: ['better'],
    });
    expect(outcome).toEqual({
      refused: 'faulty',
      faults: new Map([
        ['exit-offer-level', { refused: 'off-scale' }],
        ['exit-offer-growth', { refused: 'choose-one' }],
        ['exit-offer-most', { refused: 'not-asked' }],
        ['__proto__', { refused: 'not-asked' }],
      ]),
    });
    expect(idOf(next(before))).toBe('offer-grid');
  });

  test('refuses words that are too long, and says how long they may be', () => {
    const outcome = answer(offered, 'offer-employer', {
      'exit-offer-promised': ['x'.repeat(1901)],
    });
    expect(outcome).toHaveProperty(
      'faults',
      new Map([['exit-offer-promised', { refused: 'too-long', bytes: 1901, limit: 1900 }]]),
    );
  });

  test('that is not on this path, not yet or not at all, is refused', () => {
    for (const screen of ['reason', 'looking-back', 'nowhere', ''])
      expect(answer(offered, screen, {})).toEqual({ refused: 'not-asked' });
    expect(skip(offered, 'reason')).toEqual({ refused: 'not-asked' });
    expect(change(offered, 'exit-reason')).toEqual({ refused: 'not-asked' });
  });

  test('keeps an answer that is absent, takes back one that is empty, and skips the rest', () => {
    const first = moved(
      answer(offered, 'offer-employer', {
        'exit-offer-employer': ['competitor'],
        'exit-offer-name': ['  Acme  '],
      }),
    );
    expect(first.draft.answers).toMatchObject({ 'exit-offer-name': ['Acme'] });
    expect(first.draft.skipped).toEqual(['exit-offer-promised']);
    const second = moved(
      answer(first.draft, 'offer-employer', {
        'exit-offer-name': [' '],
        'exit-offer-promised': ['The sky'],
      }),
    );
    expect(second.draft.answers).toMatchObject({
      'exit-offer-employer': ['competitor'],
      'exit-offer-promised': ['The sky'],
    });
    expect(second.draft.skipped).toEqual(['exit-offer-name']);
  });

  test('shows what was given when it is changed, and goes on where it was left', () => {
    const changed = moved(change(offered, 'exit-kind'));
    expect(changed.show).toMatchObject({ id: 'kind', questions: [{ given: ['contract-ended'] }] });
    const again = moved(answer(changed.draft, 'kind', { 'exit-kind': ['contract-ended'] }));
    expect(idOf(again.show)).toBe('offer-employer');
  });

  test('leads back one at a time, not beyond the first', () => {
    const [one, two] = [back(offered), back(back(offered).draft)];
    expect([idOf(one.show), idOf(two.show)]).toEqual(['offer', 'kind']);
    expect(back(two.draft)).toEqual(two);
  });
});

describe('changing the kind of leaving', () => {
  const whole = walk({
    'exit-kind': ['resigned'],
    'exit-reason': ['pay'],
    'exit-further': ['growth'],
    'exit-offer': ['employer'],
    'exit-offer-pay': ['better'],
    'exit-recommend': ['7'],
    'exit-change': ['The lift'],
  }).draft;

  test('drops what is no longer asked, for good', () => {
    const retired = moved(answer(whole, 'kind', { 'exit-kind': ['retired'] }));
    expect(finished(retired.draft)).toEqual([
      { question: 'exit-kind', values: ['retired'] },
      { question: 'exit-recommend', values: ['7'] },
      { question: 'exit-change', values: ['The lift'], reader: 'hr' },
    ]);
    const resigned = moved(answer(retired.draft, 'kind', { 'exit-kind': ['resigned'] }));
    expect(idOf(resigned.show)).toBe('reason');
    expect(resigned.draft.answers).not.toHaveProperty('exit-offer-pay');
    expect(progress(resigned.draft)).toEqual({ done: 2, of: 7 });
  });
});

describe('the safety fork', () => {
  const asked = given({ 'exit-kind': ['retired'], 'exit-change': ['Nothing'] });

  test('shows the contacts to whoever says yes, and to nobody else', () => {
    const show = (value: string) =>
      moved(answer(asked, 'look-into', { 'exit-look-into': [value] })).show;
    expect(show('yes')).toEqual({ kind: 'contacts' });
    expect(show('no')).toBe('done');
    expect(show('rather-not')).toBe('done');
  });

  test('leaves the same draft behind whatever was chosen', () => {
    const drafts = [['yes'], ['no'], ['rather-not'], []].map(
      (chosen) => moved(answer(asked, 'look-into', { 'exit-look-into': chosen })).draft,
    );
    const skipped = moved(skip(asked, 'look-into')).draft;
    for (const draft of drafts) expect(JSON.stringify(draft)).toBe(JSON.stringify(skipped));
    expect(JSON.stringify(skipped)).not.toContain('yes');
  });

  test('is never among the answers, even if a stored draft holds one', () => {
    const forged = { ...asked, answers: { ...asked.answers, 'exit-look-into': ['yes'] } };
    expect(finished(forged).map(({ question }) => question)).not.toContain('exit-look-into');
    expect(restore(forged, AT_THE_DOOR).answers).not.toHaveProperty('exit-look-into');
  });
});

describe('a stored draft', () => {
  test('loses only what this version does not ask or offer any more', () => {
    const stored = {
      answers: {
        'exit-kind': ['resigned'],
        'exit-reason': ['weather'],
        'exit-trigger': ['conflict'],
        'exit-shoe-size': ['43'],
        'exit-stay': 'nothing',
      },
      skipped: ['exit-reason', 'exit-shoe-size'],
      position: 'shoes',
    };
    expect(restore(stored, AT_THE_DOOR)).toEqual({
      answers: { 'exit-kind': ['resigned'], 'exit-trigger': ['conflict'] },
      skipped: ['exit-reason'],
    });
  });

  test.each([[null], ['{}'], [[]], [{}], [{ answers: {}, skipped: [1] }]])(
    'that is none is refused with a sentence: %j',
    (stored) => {
      expect(() => restore(stored, AT_THE_DOOR)).toThrow('no draft of an exit interview');
    },
  );

  test('begins empty, at the first screen', () => {
    expect(idOf(next(EMPTY))).toBe('kind');
    expect(progress(EMPTY)).toEqual({ done: 0, of: 7 });
  });
});
