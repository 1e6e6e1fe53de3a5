/** Digest messages as tests need them: statements in, blocks out. */
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Change, Digest, Statement, UnitDigest } from '../../src/digest/digest.ts';
import { english } from '../../src/message/copy-en.ts';
import { digestMessage } from '../../src/message/digest-message.ts';
import type { Chart, Message } from '../../src/message/message.ts';
import type { Question } from '../../src/survey/question.ts';
import { fivePoint, freeText, roundOf, singleChoice, zeroToTen } from './round.ts';

const QUESTIONS: readonly Question[] = [
  fivePoint('pay', { driver: 'pay', text: { en: 'Paid fairly?', de: 'Fair bezahlt?' } }),
  fivePoint('role', { driver: 'role' }),
  fivePoint('own', { text: { en: 'My own question' } }),
  zeroToTen('ten'),
  singleChoice('choice', ['a', 'b']),
  freeText('words'),
];
export const DIGEST_ROUND = roundOf({ questions: QUESTIONS });
export const SINCE = '2026-10-19T07:00:00.000Z';
export const FIRST: Change = { kind: 'first' };
export const BAND: Figure = { shown: 'band', band: '40-59' };

export const NORTH = { unit: 'north', name: 'North' };
export const SALES = { unit: 'sales', name: 'Sales' };

export function own(question: string, figure: Figure, change: Change = FIRST): Statement {
  return { question, from: NORTH, figure, change };
}

/** The digest of one unit, its non-breaking blanks made plain. */
export function message(
  statements: readonly Statement[],
  more: Partial<UnitDigest & Pick<Digest, 'uncounted'>> = {},
  copy = english,
): Message {
  const { uncounted, ...unit } = more;
  const units = [{ ...NORTH, statements, comments: [], ...unit }];
  const digest = {
    round: DIGEST_ROUND.id,
    reader: 'nora',
    units,
    ...(uncounted !== undefined && { uncounted }),
  };
  const told = digestMessage(DIGEST_ROUND, digest, copy);
  return JSON.parse(JSON.stringify(told).replace(/[\u00a0\u202f]/g, ' '));
}

export function charts({ blocks }: Message): Chart[] {
  return blocks.filter((block) => block.kind === 'chart');
}

/** The figure of a statement in words, as it stands beside its bar. */
export function words(question: string, figure: Figure, copy = english): string[] {
  return charts(message([own(question, figure)], {}, copy)).flatMap(({ rows }) =>
    rows.map(({ text }) => text),
  );
}

export function sentences({ blocks }: Message): string[] {
  return blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
}

export function headline(of: Message): string {
  return sentences(of)[0] ?? '';
}
