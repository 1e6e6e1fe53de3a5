import { expect, test } from 'vitest';
import { participation } from '../../src/anonymity/participation.ts';

test('under k answers nothing is said about how many answered', () => {
  for (let answered = 0; answered < 5; answered++) {
    expect(participation(answered, 8, 5)).toBeUndefined();
  }
  expect(participation(5, 8, 5)).toBeDefined();
});

test('half is in the middle band, and so are three quarters', () => {
  expect(participation(9, 20, 5)).toBe('under half');
  expect(participation(10, 20, 5)).toBe('half to three quarters');
  expect(participation(15, 20, 5)).toBe('half to three quarters');
  expect(participation(16, 20, 5)).toBe('over three quarters');
});

test('everyone looks like all but one', () => {
  expect(participation(8, 8, 5)).toBe(participation(7, 8, 5));
  expect(participation(40, 40, 5)).toBe('over three quarters');
});

test('every band is the one of the exact share', () => {
  const wrong: string[] = [];
  for (let invited = 5; invited <= 60; invited++) {
    for (let answered = 5; answered <= invited; answered++) {
      const share = (BigInt(answered) * 1200n) / 1n;
      const of = BigInt(invited);
      const expected =
        share < 600n * of
          ? 'under half'
          : share <= 900n * of
            ? 'half to three quarters'
            : 'over three quarters';
      if (participation(answered, invited, 5) !== expected) wrong.push(`${answered} of ${invited}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('nobody invited, nothing said', () => {
  expect(participation(0, 0, 3)).toBeUndefined();
});
