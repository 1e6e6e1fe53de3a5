/** The details of a digest: every question, every comment, in pages that platforms take. */
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Digest, Statement, UnitDigest } from '../../src/digest/digest.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { spanish } from '../../src/message/copy-es.ts';
import { french } from '../../src/message/copy-fr.ts';
import { detailsPages, type Told } from '../../src/message/details-message.ts';
import type { Block, Message } from '../../src/message/message.ts';
import { BAND, DIGEST_ROUND, NORTH, own, SALES } from '../support/digest.ts';
import { fivePoint, roundOf } from '../support/round.ts';

const comments = Array.from({ length: 130 }, (_, i) => `Remark ${i}.`);
const CHOICE: Figure = { shown: 'options', options: { a: 60, b: 40 } };
const ALL = [
  own('pay', BAND),
  own('role', BAND),
  own('own', BAND),
  own('ten', BAND),
  own('choice', CHOICE),
];

function pages(
  unit: Partial<UnitDigest> = {},
  before: readonly Told[] = [],
  copy = english,
): Message[] {
  const units = [{ ...NORTH, statements: ALL, comments: [], ...unit }];
  const digest: Digest = { round: DIGEST_ROUND.id, reader: 'nora', units };
  const told = detailsPages(DIGEST_ROUND, digest, before, copy);
  return JSON.parse(JSON.stringify(told).replace(/[\u00a0\u202f]/g, ' '));
}

function texts(of: readonly Message[], kind: 'text' | 'note' | 'quote'): string[] {
  const isOne = (block: Block): block is Block & { text: string } => block.kind === kind;
  return of.flatMap(({ blocks }) => blocks.filter(isOne).map(({ text }) => text));
}

describe('the details', () => {
  test('have every question with its chart, its change and how it stands to the unit above', () => {
    const shares = { favourable: 70, neutral: 20, unfavourable: 20 };
    const above = { ...SALES, figure: { shown: 'distribution', coarse: true, ...shares } } as const;
    const [page] = pages({ statements: ALL.map((each) => ({ ...each, above })) });
    expect(page?.blocks.filter(({ kind }) => kind === 'chart')).toHaveLength(5);
    const pay = texts(pages({ statements: [{ ...own('pay', BAND), above }] }), 'text')[1];
    expect(pay).toBe(`Pay and benefits. ${english.digest.first} Lower than in Sales.`);
  });

  test('have the public benchmark where there is one, labelled as worded differently', () => {
    const notes = texts(pages(), 'note').filter((text) => text.includes('Survey'));
    expect(notes).toEqual([
      'UK civil servants: 34 % favourable (differently worded questions, Civil Service People Survey, 2019).',
      'UK civil servants: 77 % favourable (differently worded questions, Civil Service People Survey, 2019).',
    ]);
  });

  test('have no benchmark beside a question without a figure', () => {
    const nothing: Statement = { question: 'pay', change: { kind: 'first' } };
    expect(JSON.stringify(pages({ statements: [nothing] }))).not.toContain('Survey');
  });

  test.each([german, french, spanish])('are in $language throughout', (copy) => {
    const told = pages({ comments, participation: 'under half' }, [], copy);
    const more = told.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'actions'));
    const text = JSON.stringify([told.map(({ blocks }) => blocks), more]);
    expect(text).not.toMatch(
      /favourable \(|differently|Go on|answered|Comments from|civil servants/,
    );
    expect(text).toContain(copy.digest.nextPage(2, 3));
  });
});

describe('pages', () => {
  test('hold at most sixty blocks, every comment once, and lead to the next', () => {
    const told = pages({ comments });
    expect(told).toHaveLength(3);
    for (const { blocks } of told) expect(blocks.length).toBeLessThanOrEqual(60);
    expect(texts(told, 'quote')).toEqual(comments);
    const next = told.map(({ blocks }) => blocks.at(-1));
    expect(next[0]).toEqual({
      kind: 'actions',
      about: `${DIGEST_ROUND.id}/1`,
      actions: [{ action: 'details', label: 'Go on (page 2 of 3)' }],
    });
    expect(next[1]).toMatchObject({ about: `${DIGEST_ROUND.id}/2` });
    expect(next[2]).toEqual({ kind: 'note', text: english.digest.footnote(5) });
  });

  test.each([46, 47, 48, 49])('are as few as hold %i comments', (count) => {
    const told = pages({ comments: comments.slice(0, count), statements: [own('own', BAND)] });
    const blocks = told.reduce((sum, page) => sum + page.blocks.length, 0);
    expect(told).toHaveLength(1);
    expect(blocks).toBeLessThanOrEqual(60);
  });
});

describe('what was told before', () => {
  const PAY = DIGEST_ROUND.questions.slice(0, 1);

  function past(
    week: number,
    figure: Figure,
    more: Partial<Statement> = {},
    questions = PAY,
  ): Told {
    const opensAt = new Date(DIGEST_ROUND.opensAt.getTime() - week * 7 * 86_400_000);
    const statement = { ...own('pay', figure), ...more };
    const units = [{ ...NORTH, statements: [statement], comments: [] }];
    return {
      round: roundOf({ questions, opensAt }),
      digest: { round: `w${week}`, reader: 'nora', units },
    };
  }

  const trend = (before: readonly Told[]) =>
    texts(pages({ statements: [own('pay', BAND)] }, before), 'note').find((text) =>
      text.startsWith('Told before'),
    );

  test('is repeated as it was said, oldest first', () => {
    const shares = { favourable: 80, neutral: 20, unfavourable: 20 };
    const tens = { shown: 'distribution', coarse: true, ...shares } as const;
    expect(trend([past(1, BAND), past(2, tens)])).toBe(
      'Told before: 80 % or more favourable, 20 % or less neutral, 20 % or less unfavourable (2 November) · mixed: 40-59 % favourable (9 November).',
    );
  });

  test('is repeated of eight rounds at most', () => {
    const weeks = Array.from({ length: 12 }, (_, i) => past(i + 1, BAND));
    expect(trend(weeks)?.match(/mixed/g)).toHaveLength(8);
    expect(trend(weeks)).toContain('9 November');
  });

  test('is not repeated of another unit’s figure, another wording, or where nothing was told', () => {
    const theirs = past(1, BAND, { from: SALES });
    const reworded = past(2, BAND, {}, [fivePoint('pay', { text: { en: 'Paid well?' } })]);
    const { figure: _, ...silent } = own('pay', BAND);
    const nothing = past(3, BAND);
    const unit = { ...NORTH, statements: [silent], comments: [] };
    const untold = { ...nothing, digest: { ...nothing.digest, units: [unit] } };
    expect(trend([theirs, reworded, untold])).toBeUndefined();
    expect(trend([])).toBeUndefined();
  });

  test('is repeated of choices with each option’s name', () => {
    const before = { ...past(1, BAND), round: roundOf({ questions: DIGEST_ROUND.questions }) };
    const units = [{ ...NORTH, statements: [own('choice', CHOICE)], comments: [] }];
    const told = pages({ statements: [own('choice', CHOICE)] }, [
      { ...before, digest: { ...before.digest, units } },
    ]);
    expect(texts(told, 'note')[0]).toContain('Told before: Option a 60 %, Option b 40 % (');
  });
});
