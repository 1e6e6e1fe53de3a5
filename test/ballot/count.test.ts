import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ballot, count } from '../../src/ballot/count.ts';
import { contextTag, createKeys, opener, seal } from '../../src/ballot/envelope.ts';
import type { Answer } from '../../src/survey/answer.ts';
import { cells, type Question } from '../../src/survey/question.ts';
import { answersTo } from '../support/arbitraries.ts';
import { fivePoint, freeText, severalChoices, singleChoice, zeroToTen } from '../support/round.ts';

const keys = createKeys();
const open = opener(keys);
const questions: readonly Question[] = [
  fivePoint('five'),
  zeroToTen('ten'),
  singleChoice('single', ['a', 'b', 'c']),
  severalChoices('several', ['a', 'b', 'c', 'd']),
  freeText('text'),
];
const round = { id: 'r1', questions };

interface Said {
  readonly unit: string;
  readonly question: string;
  readonly answer: Answer;
}

function sealed({ unit, question, answer }: Said): Ballot {
  return { unit, question, envelope: seal(answer, contextTag('r1', question), keys.publicKey) };
}

async function* inBatches(ballots: readonly Ballot[], size = 3) {
  for (let at = 0; at < ballots.length; at += size) yield ballots.slice(at, at + size);
}

function countAll(ballots: readonly Ballot[], size?: number) {
  return count(round, inBatches(ballots, size), open);
}

function score(unit: string, question: string, ...chosen: number[]): Said {
  return { unit, question, answer: { kind: 'cells', cells: chosen } };
}

function comment(unit: string, text: string, reader: 'team' | 'hr' = 'team'): Said {
  return { unit, question: 'text', answer: { kind: 'text', text, reader } };
}

const said: fc.Arbitrary<Said> = fc.constantFrom(...questions).chain((question) =>
  fc.record({
    unit: fc.constantFrom('a', 'b', 'c'),
    question: fc.constant(question.id),
    answer: answersTo(question),
  }),
);

/** The same count, from the answers themselves. */
function naive(all: readonly Said[]) {
  const scores: Record<string, Record<string, { n: number; tally: number[] }>> = {};
  const comments: Record<string, Record<string, { answers: number; texts: object[] }>> = {};
  for (const question of questions) {
    for (const unit of ['a', 'b', 'c']) {
      const own = all.filter((each) => each.question === question.id && each.unit === unit);
      if (own.length === 0) continue;
      const answers = own.map(({ answer }) => answer);
      if (question.kind === 'free-text') {
        const texts = answers.flatMap((answer) =>
          answer.kind === 'text' && answer.text !== ''
            ? [{ text: answer.text, reader: answer.reader }]
            : [],
        );
        comments[question.id] = {
          ...comments[question.id],
          [unit]: { answers: own.length, texts },
        };
      } else {
        const marks = answers.flatMap((answer) => (answer.kind === 'cells' ? answer.cells : []));
        const tally = Array.from(
          { length: cells(question) },
          (_, cell) => marks.filter((mark) => mark === cell).length,
        );
        scores[question.id] = { ...scores[question.id], [unit]: { n: own.length, tally } };
      }
    }
  }
  return { ballots: all.length, scores, comments };
}

function plainMaps<V>(maps: ReadonlyMap<string, ReadonlyMap<string, V>>) {
  return Object.fromEntries([...maps].map(([id, inner]) => [id, Object.fromEntries(inner)]));
}

test('the count is what counting the answers by hand gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { maxLength: 40, size: 'max' }),
      fc.integer({ min: 1, max: 9 }),
      async (all, size) => {
        const counted = await countAll(all.map(sealed), size);
        if ('unreadable' in counted) throw new Error('unreadable');
        expect({
          ballots: counted.ballots,
          scores: plainMaps(counted.scores),
          comments: plainMaps(counted.comments),
        }).toEqual(naive(all));
      },
    ),
    { numRuns: 100 },
  );
});

test('an empty comment field counts as an answer and leaves no text', async () => {
  const counted = await countAll([comment('a', ''), comment('a', 'More light.', 'hr')].map(sealed));
  if ('unreadable' in counted) throw new Error('unreadable');
  expect(counted.comments.get('text')?.get('a')).toEqual({
    answers: 2,
    texts: [{ text: 'More light.', reader: 'hr' }],
  });
  expect(counted.scores.size).toBe(0);
});

test('an empty box is counted as nothing', async () => {
  const counted = await countAll([]);
  expect(counted).toEqual({ ballots: 0, scores: new Map(), comments: new Map() });
});

test('unreadable ballots are reported by question, and then nothing is counted', async () => {
  const torn = sealed(score('a', 'five', 2));
  torn.envelope.set([1, 2, 3], 40);
  const strange = {
    ...sealed(score('b', 'ten', 2)),
    envelope: seal({ kind: 'cells', cells: [1] }, contextTag('r1', 'ten'), createKeys().publicKey),
  };
  const good = [score('a', 'five', 1), score('a', 'five', 2), comment('a', 'Hello')].map(sealed);
  const outcome = await countAll([...good, torn, strange, torn]);
  expect(outcome).toEqual({
    unreadable: new Map([
      ['five', 2],
      ['ten', 1],
    ]),
  });
});

test('a ballot to a question that the round did not ask is unreadable', async () => {
  expect(await countAll([sealed(score('a', 'other', 0))])).toEqual({
    unreadable: new Map([['other', 1]]),
  });
});

test('an envelope moved to another question is unreadable', async () => {
  const moved = { ...sealed(score('a', 'five', 1)), question: 'ten' };
  expect(await countAll([moved])).toEqual({ unreadable: new Map([['ten', 1]]) });
});

test('an answer outside the question’s scale is unreadable', async () => {
  for (const [question, cell] of [
    ['five', 5],
    ['ten', 11],
    ['single', 3],
    ['several', 4],
  ] as const) {
    const outcome = await countAll([sealed(score('a', question, cell))]);
    expect(outcome, `${question} ${cell}`).toEqual({ unreadable: new Map([[question, 1]]) });
  }
});

test('text in a score question and a score in a comment are unreadable', async () => {
  const text = { ...comment('a', 'Hello'), question: 'five' };
  expect(await countAll([sealed(text)])).toEqual({ unreadable: new Map([['five', 1]]) });
  expect(await countAll([sealed(score('a', 'text', 0))])).toEqual({
    unreadable: new Map([['text', 1]]),
  });
});

test('two marks on a scale are unreadable: a ballot has one voice', async () => {
  for (const question of ['five', 'ten', 'single']) {
    const outcome = await countAll([sealed(score('a', question, 0, 1))]);
    expect(outcome, question).toEqual({ unreadable: new Map([[question, 1]]) });
  }
});

test('a ballot without a mark is a blank: it is opened, and counts nowhere', async () => {
  for (const question of ['five', 'ten', 'single', 'several']) {
    const outcome = await countAll([sealed(score('a', question))]);
    expect(outcome, question).toEqual({ ballots: 1, scores: new Map(), comments: new Map() });
  }
});
