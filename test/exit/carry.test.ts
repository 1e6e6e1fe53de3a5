import { expect, test } from 'vitest';
import { createKeys } from '../../src/ballot/envelope.ts';
import {
  joined,
  type Leftover,
  moved,
  NOTHING,
  openLeftover,
  placeKey,
  sealLeftover,
  unplaced,
} from '../../src/exit/carry.ts';

const leftover: Leftover = {
  scores: new Map([['exit-reason', [{ unit: 'lab', jobFamily: 'engineer', n: 2, tally: [2, 0] }]]]),
  comments: new Map([
    [
      'exit-change',
      new Map([['lab', { answers: 2, texts: [{ text: 'The stairs.', reader: 'hr' }] }]]),
    ],
  ]),
};

test('what was left comes out as it went in, and only with the key of the release it waits for', () => {
  const keys = createKeys();
  const sealed = sealLeftover(leftover, keys.publicKey);
  expect(openLeftover(sealed, keys)).toEqual(leftover);
  expect(openLeftover(sealed, createKeys())).toBeUndefined();
  expect(Buffer.from(sealed).includes('stairs')).toBe(false);
});

test('its envelope has one size, whether or not anything is in it', () => {
  const { publicKey } = createKeys();
  expect(sealLeftover(leftover, publicKey).length).toBe(sealLeftover(NOTHING, publicKey).length);
});

test('what was counted now joins what was carried in, each in its unit and job family', () => {
  const counted = {
    scores: new Map([
      ['exit-reason', new Map([[placeKey('lab', undefined), { n: 1, tally: [0, 1] }]])],
    ]),
    comments: new Map([
      [
        'exit-change',
        new Map([
          [
            placeKey('lab', 'engineer'),
            { answers: 3, texts: [{ text: 'The noise.', reader: 'hr' as const }] },
          ],
        ]),
      ],
    ]),
  };
  const all = joined(leftover, unplaced(counted));
  expect(all.scores.get('exit-reason')).toEqual([
    { unit: 'lab', jobFamily: 'engineer', n: 2, tally: [2, 0] },
    { unit: 'lab', n: 1, tally: [0, 1] },
  ]);
  expect(all.comments.get('exit-change')?.get('lab')).toMatchObject({ answers: 5 });
  expect(all.comments.get('exit-change')?.get('lab')?.texts).toHaveLength(2);
});

test('a unit that is gone hands on to the nearest one above it that is still there', () => {
  const before = [
    { id: 'company' },
    { id: 'research', parent: 'company' },
    { id: 'lab', parent: 'research' },
  ];
  const { scores, comments } = moved(leftover, before, [
    { id: 'company' },
    { id: 'research', parent: 'company' },
  ]);
  expect(scores.get('exit-reason')).toMatchObject([{ unit: 'research' }]);
  expect([...(comments.get('exit-change') ?? [])].map(([unit]) => unit)).toEqual(['research']);
  expect(moved(leftover, [], [{ id: 'group' }]).scores.get('exit-reason')).toMatchObject([
    { unit: 'group' },
  ]);
});
