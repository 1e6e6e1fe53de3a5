import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { cast, type Given } from '../../src/ballot/cast.ts';
import { contextTag, createKeys, opener } from '../../src/ballot/envelope.ts';
import type { Round, RoundState } from '../../src/campaign/round.ts';
import { type FakeBox, fakeBox } from '../support/box.ts';
import { fivePoint, freeText, roundOf, severalChoices, singleChoice } from '../support/round.ts';

const keys = createKeys();
const open = opener(keys);
const round = roundOf({
  publicKey: keys.publicKey,
  questions: [
    fivePoint('q1'),
    singleChoice('q2', ['tea', 'coffee']),
    severalChoices('q3', ['red', 'green', 'blue']),
    freeText('words'),
  ],
});
const OPEN = new Date('2026-11-18T10:00:00Z');

function give(box: FakeBox, given: readonly Given[], now = OPEN, of: Round | undefined = round) {
  return cast({ box }, of, 'ada', given, now);
}

/** What a box holds, opened with the key that only the count has. */
function held(box: FakeBox) {
  return box.puts.map((together) =>
    together.map(({ round: of, person, question, envelope }) => ({
      of,
      person,
      question,
      answer: open(envelope, contextTag(of, question)),
    })),
  );
}

test('an answer is sealed under its round, person and question, for the round’s key', async () => {
  const box = fakeBox();
  expect(await give(box, [{ question: 'q1', values: ['4'] }])).toEqual({ sealed: true, round });
  const about = { of: round.id, person: 'ada', question: 'q1' };
  expect(held(box)).toEqual([[{ ...about, answer: { kind: 'cells', cells: [3] } }]]);
});

test('several answers go into the box together', async () => {
  const box = fakeBox();
  await give(box, [
    { question: 'q1', values: ['5'] },
    { question: 'q3', values: ['blue', 'red'] },
    { question: 'words', values: ['More light.'], reader: 'hr' },
  ]);
  expect(held(box).map((together) => together.map(({ answer }) => answer))).toEqual([
    [
      { kind: 'cells', cells: [4] },
      { kind: 'cells', cells: [0, 2] },
      { kind: 'text', text: 'More light.', reader: 'hr' },
    ],
  ]);
});

test('a round that does not exist takes nothing', async () => {
  const box = fakeBox();
  const outcome = await cast({ box }, undefined, 'ada', [{ question: 'q1', values: ['4'] }], OPEN);
  expect(outcome).toEqual({ refused: 'no-such-round' });
  expect(box.puts).toEqual([]);
});

test('a round in any state but open takes nothing, even before its close', async () => {
  const states: RoundState[] = ['closing', 'counted', 'burned', 'published', 'cancelled'];
  for (const state of states) {
    const box = fakeBox();
    const of = { ...round, state };
    const outcome = await give(box, [{ question: 'q1', values: ['4'] }], OPEN, of);
    expect(outcome, state).toEqual({ refused: 'closed', round: of });
    expect(box.puts).toEqual([]);
  }
});

test('an open round takes the last answer a moment before its close, and none at it', async () => {
  const answer = [{ question: 'q1', values: ['4'] }];
  const before = new Date(round.closesAt.getTime() - 1);
  expect(await give(fakeBox(), answer, before)).toHaveProperty('sealed');
  expect(await give(fakeBox(), answer, round.closesAt)).toEqual({ refused: 'closed', round });
});

test('the box has the last word: its refusals are passed on', async () => {
  const answer = [{ question: 'q1', values: ['4'] }];
  expect(await give(fakeBox('closed'), answer)).toEqual({ refused: 'closed', round });
  expect(await give(fakeBox('not-asked'), answer)).toEqual({ refused: 'not-asked', round });
});

const FAULTY: [why: string, given: Given, fault: object][] = [
  ['off the scale', { question: 'q1', values: ['6'] }, { refused: 'off-scale' }],
  ['no option at all', { question: 'q2', values: ['milk'] }, { refused: 'off-scale' }],
  ['nothing chosen', { question: 'q1', values: [] }, { refused: 'off-scale' }],
  [
    'two options of a single choice',
    { question: 'q2', values: ['tea', 'coffee'] },
    { refused: 'choose-one' },
  ],
  [
    'a comment too long',
    { question: 'words', values: ['é'.repeat(951)] },
    { refused: 'too-long', bytes: 1902, limit: 1900 },
  ],
  ['not asked this week', { question: 'q9', values: ['4'] }, { refused: 'not-in-round' }],
];

for (const [why, given, fault] of FAULTY) {
  test(`refused with its question, and nothing sealed: ${why}`, async () => {
    const box = fakeBox();
    const outcome = await give(box, [given]);
    const faults = new Map([[given.question, fault]]);
    expect(outcome).toEqual({ refused: 'faulty', round, faults });
    expect(box.puts).toEqual([]);
  });
}

test('one faulty answer among good ones and none is sealed; every fault is named', async () => {
  const box = fakeBox();
  const outcome = await give(box, [
    { question: 'q1', values: ['4'] },
    { question: 'q2', values: ['milk'] },
    { question: 'q9', values: ['4'] },
    { question: 'words', values: ['fine'] },
  ]);
  const faults = 'faults' in outcome ? [...outcome.faults.keys()] : [];
  expect(faults).toEqual(['q2', 'q9']);
  expect(box.puts).toEqual([]);
});

test('the outcome is the same whatever was answered', async () => {
  const outcomes = [];
  for (const value of ['1', '2', '3', '4', '5']) {
    const given = [
      { question: 'q1', values: [value] },
      { question: 'words', values: [`canary ${value}`] },
    ];
    outcomes.push(inspect(await give(fakeBox(), given), { depth: 9 }));
  }
  expect(new Set(outcomes).size).toBe(1);
  expect(outcomes[0]).not.toContain('canary');
});

test('a refusal never repeats what was given', async () => {
  const given = [
    { question: 'q1', values: ['canary'] },
    { question: 'q2', values: ['canary', 'tea'] },
    { question: 'q8', values: ['canary'] },
    { question: 'words', values: ['canary '.repeat(400)] },
  ];
  const outcome = await give(fakeBox(), given);
  expect(inspect(outcome, { depth: 9 })).not.toContain('canary');
  expect(outcome).toHaveProperty('faults.size', 4);
});
