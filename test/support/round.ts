/** Rounds, questions and units as tests need them. */
import type { Round, RoundUnit } from '../../src/campaign/round.ts';
import { AGREEMENT } from '../../src/stock/agreement.ts';
import type {
  FivePoint,
  FreeText,
  Question,
  SeveralChoices,
  SingleChoice,
  ZeroToTen,
} from '../../src/survey/question.ts';

export function fivePoint(id: string, more: Partial<FivePoint> = {}): FivePoint {
  return { kind: 'five-point', id, text: { en: `Question ${id}` }, labels: AGREEMENT, ...more };
}

export function zeroToTen(id: string): ZeroToTen {
  return {
    kind: 'zero-to-ten',
    id,
    text: { en: `Question ${id}` },
    low: { en: 'never' },
    high: { en: 'always' },
  };
}

export function singleChoice(id: string, values: readonly string[]): SingleChoice {
  return { ...choice(id, values), kind: 'single-choice' };
}

export function severalChoices(id: string, values: readonly string[]): SeveralChoices {
  return { ...choice(id, values), kind: 'several-choices' };
}

function choice(id: string, values: readonly string[]) {
  const options = values.map((value) => ({ value, label: { en: `Option ${value}` } }));
  return { id, text: { en: `Question ${id}` }, options };
}

export function freeText(id: string): FreeText {
  return { kind: 'free-text', id, text: { en: `Question ${id}` } };
}

const SIXTEEN = [...'abcdefghijklmnop'];

/** One question of each kind. */
export const EVERY_KIND: readonly Question[] = [
  fivePoint('five'),
  zeroToTen('ten'),
  singleChoice('single', SIXTEEN),
  severalChoices('several', SIXTEEN),
  freeText('text'),
];

/** A unit of a round with as many people asked. */
export function unit(id: string, parent: string | undefined, invited = 10): RoundUnit {
  return { id, name: id.toUpperCase(), invited, ...(parent !== undefined && { parent }) };
}

/** An open round of a Monday to Friday in Berlin. */
export function roundOf(more: Partial<Round> = {}): Round {
  return {
    id: 'pulse-2026-11-16',
    campaign: 'pulse',
    number: 3,
    state: 'open',
    opensAt: new Date('2026-11-16T08:00:00Z'),
    closesAt: new Date('2026-11-20T16:00:00Z'),
    timezone: 'Europe/Berlin',
    floor: 5,
    questions: [fivePoint('q1')],
    units: [unit('company', undefined)],
    publicKey: new Uint8Array(32),
    ...more,
  };
}
