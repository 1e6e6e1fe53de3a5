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

/** The band by exact arithmetic: the edges belong to the middle. */
function exact(answered: number, invited: number) {
  const [share, of] = [4n * BigInt(answered), BigInt(invited)];
  if (share < 2n * of) return 'under half';
  return share > 3n * of ? 'over three quarters' : 'half to three quarters';
}

test('every band is the one of the exact share', () => {
  for (let invited = 5; invited <= 60; invited++) {
    for (let answered = 5; answered <= invited; answered++) {
      const said = participation(answered, invited, 5);
      expect(said, `${answered} of ${invited}`).toBe(exact(answered, invited));
    }
  }
});

test('nobody invited, nothing said', () => {
  expect(participation(0, 0, 3)).toBeUndefined();
});
