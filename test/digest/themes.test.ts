/** What comments are about: named from three people on, in four languages, and as a reader would say. */
import { describe, expect, it } from 'vitest';
import { driversIn, TOUCHING, themesOf } from '../../src/digest/themes.ts';
import { DRIVERS } from '../../src/stock/drivers.ts';
import { THEME_WORDS } from '../../src/stock/themes.ts';
import { SEEN, type Themed } from './themed-comments.ts';
import { UNSEEN } from './unseen-comments.ts';

const PAID = ['The pay is low.', 'Our pay is the problem.', 'I was never paid for it.'];
const REST = ['The door sticks.', 'There is no soap.', 'A fine day.'];

describe('themes', () => {
  it('are named from three people of one pool on', () => {
    expect(TOUCHING).toBe(3);
    expect(themesOf([{ texts: [...PAID, ...REST] }])).toEqual(['pay']);
    expect(themesOf([{ texts: [...PAID.slice(1), ...REST] }])).toEqual([]);
  });

  it('count people, not words', () => {
    const often = ['Pay, pay, salary, wages and the bonus: all of it is too low.'];
    expect(themesOf([{ texts: [...often, ...REST] }])).toEqual([]);
  });

  it('do not add up over pools, as the same person may have written into each', () => {
    expect(themesOf([{ texts: PAID.slice(0, 2) }, { texts: PAID.slice(1) }])).toEqual([]);
    expect(themesOf([{ texts: PAID }, { texts: PAID }])).toEqual(['pay']);
  });

  it('stand in the order of how many touch them, and are four at most', () => {
    const texts = [
      ...Array(6).fill('My manager and the workload.'),
      ...Array(5).fill('The workload and the pay.'),
      ...Array(4).fill('I want training, and thanks.'),
    ];
    expect(themesOf([{ texts }])).toEqual(['workload', 'manager', 'pay', 'recognition']);
  });

  it('are those of nobody where nobody wrote', () => {
    expect(themesOf([])).toEqual([]);
    expect(driversIn('')).toEqual([]);
    expect(driversIn('[…]')).toEqual([]);
  });

  it('are read in the language of the comment', () => {
    // A country in French, no pay; "just" in English, no justice.
    expect(driversIn('Dans ce pays il pleut trop.')).toEqual([]);
    expect(driversIn('It was just the rain that we had.')).toEqual([]);
  });

  it('are found in any script case, without diacritics and with typographic signs', () => {
    expect(driversIn('DIE UBERSTUNDEN SIND NICHT BEZAHLT')).toEqual(['pay', 'workload']);
    expect(driversIn('L’équipe est là pour nous.')).toEqual(['team']);
    expect(driversIn('We are on-call too often.')).toEqual(['workload']);
  });

  it('have words for every driver in every language, and for no other', () => {
    const ids = DRIVERS.map(({ id }) => id).sort();
    for (const { drivers } of THEME_WORDS) expect(Object.keys(drivers).sort()).toEqual(ids);
  });
});

describe('the words', () => {
  it('find what a reader finds in comments that they were not mended by', () => {
    const { precision, recall } = measured(UNSEEN);
    expect(precision).toBeGreaterThanOrEqual(0.85);
    expect(recall).toBeGreaterThanOrEqual(0.75);
  });

  it('find nearly all in those that they were mended by', () => {
    const { precision, recall } = measured(SEEN);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('are measured on 60 comments each, a quarter in each language', () => {
    for (const set of [SEEN, UNSEEN]) {
      expect(Object.values(set).map(({ length }) => length)).toEqual([15, 15, 15, 15]);
    }
    const unseen = new Set(Object.values(UNSEEN).flatMap((set) => set.map(({ text }) => text)));
    expect(Object.values(SEEN).some((set) => set.some(({ text }) => unseen.has(text)))).toBe(false);
  });
});

/** Over pairs of a comment and a driver. */
function measured(sets: Readonly<Record<string, readonly Themed[]>>) {
  let [hits, found, labelled] = [0, 0, 0];
  for (const { text, drivers } of Object.values(sets).flat()) {
    const here = driversIn(text);
    hits += here.filter((driver) => drivers.includes(driver)).length;
    found += here.length;
    labelled += drivers.length;
  }
  return { precision: hits / found, recall: hits / labelled };
}
