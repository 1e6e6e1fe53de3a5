/** The rules in force as tables: asked of the functions that decide, so that no page can say otherwise. */
import { type Figure, figure } from '../src/anonymity/figure.ts';
import { FLOOR } from '../src/anonymity/floor.ts';
import { participation } from '../src/anonymity/participation.ts';
import { RELEASE } from '../src/ballot/comments.ts';
import { USUAL } from '../src/campaign/programme.ts';
import { COMPARABLE, WORTH_SAYING } from '../src/digest/statistics.ts';
import { NUMBERS } from '../src/exit/exit-blocks.ts';
import { GRACE_HOURS, LINK_DAYS, USUAL_EXITS } from '../src/exit/rules.ts';
import type { ScoredQuestion } from '../src/survey/question.ts';
import { table } from './markdown.ts';

const text = { en: '' };
const AGREE: ScoredQuestion = { kind: 'five-point', id: 'q', text, labels: [] };
const CHOICE: ScoredQuestion = {
  ...{ kind: 'single-choice', id: 'q', text },
  options: ['first', 'second', 'third', 'fourth'].map((value) => ({ value, label: text })),
};
const RECOMMEND: ScoredQuestion = { kind: 'zero-to-ten', id: 'q', text, low: text, high: text };

/** Answers that are tried: all rules have set in by then. */
const MOST = 200;

interface Form {
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

/** What is shown of how many answers. */
export function figureTable(): string {
  const forms = formsOf();
  const rows = forms.map(({ from, to, says }) => [
    to === MOST ? `${from} and more` : `${from}-${to}`,
    says,
  ]);
  const recommend = firstWith(
    RECOMMEND,
    (said) => said.shown === 'distribution' && said.recommend !== undefined,
  );
  return table(
    ['answers', 'shown'],
    [
      ['under k', 'the figure of the unit above, with one sentence why'],
      ...rows,
      [`${recommend} and more`, 'the recommend score of a 0-10 question'],
    ],
  );
}

function formsOf(): Form[] {
  const shown = (n: number) => Object.keys(figure(AGREE, n, agreed(n, 0)) ?? {}).join();
  const forms: Form[] = [];
  for (let n: number = FLOOR.usual; n <= MOST; n++) {
    const last = forms.at(-1);
    if (last && shown(last.from) === shown(n)) forms[forms.length - 1] = { ...last, to: n };
    else forms.push({ from: n, to: n, says: '' });
  }
  return forms.map(({ from, to }) => ({
    from,
    to,
    says: inWords(allOf(from, to), choicesOf(from, to)),
  }));
}

/** Every figure that any number of favourable answers may give, for all sizes in between. */
function allOf(from: number, to: number): Figure[] {
  const figures: Figure[] = [];
  for (let n = from; n <= to; n++) {
    for (let favourable = 0; favourable <= n; favourable++) {
      const said = figure(AGREE, n, agreed(n, favourable));
      if (said) figures.push(said);
    }
  }
  return figures;
}

/** Every share that one of four options may be given. */
function choicesOf(from: number, to: number): number[] {
  const shares: number[] = [];
  for (let n = from; n <= to; n++) {
    for (let first = 0; first <= n; first++) {
      const said = figure(CHOICE, n, [first, n - first, 0, 0]);
      if (said?.shown === 'options') shares.push(said.options.first ?? 0);
    }
  }
  return shares;
}

/** The others all disagree. */
function agreed(n: number, favourable: number): number[] {
  return [n - favourable, 0, 0, 0, favourable];
}

function inWords(figures: readonly Figure[], choices: readonly number[]): string {
  const bands = new Set(figures.flatMap((said) => (said.shown === 'band' ? [said.band] : [])));
  if (bands.size > 0) {
    return `the favourable share as one of ${bands.size} bands: ${[...bands].join(', ')} %`;
  }
  const told = figures.flatMap((said) => (said.shown === 'distribution' ? [said] : []));
  const shares = told.map(({ favourable }) => favourable);
  const means = told.flatMap(({ mean }) => mean ?? []);
  const mean =
    means.length > 0 ? `; the mean in steps of ${stepOf(means)}, kept within ${ends(means)}` : '';
  const isOther = stepOf(choices) !== stepOf(shares) || ends(choices) !== ends(shares);
  const ofMany = isOther
    ? ` (of four and more in steps of ${stepOf(choices)}, kept within ${ends(choices)})`
    : '';
  return `unfavourable, neutral, favourable, each in steps of ${stepOf(shares)} points, kept within ${ends(shares)}${mean}; of a choice, the share of each option${ofMany}`;
}

function ends(values: readonly number[]): string {
  return `${Math.min(...values)}-${Math.max(...values)}`;
}

function stepOf(values: readonly number[]): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((value, i) => value - (sorted[i] ?? 0));
  return Number(Math.min(...steps).toFixed(2));
}

function firstWith(question: ScoredQuestion, has: (said: Figure) => boolean): number {
  for (let n = 1; n <= MOST; n++) {
    const said = figure(question, n, [n]);
    if (said && has(said)) return n;
  }
  throw new Error(`No figure of up to ${MOST} answers has it.`);
}

/** The other thresholds, as they are where nothing else is configured. */
export function thresholdTable(): string {
  const { period, delayDays, keepMonths, laterMonths, askDaysBefore } = USUAL_EXITS;
  const bands = new Set(
    Array.from({ length: 101 }, (_, i) => participation(i, 100, 1)).filter(
      (band) => band !== undefined,
    ),
  );
  return table(
    ['threshold', 'usual', 'may be configured'],
    [
      ['k, answers that are counted together', `${FLOOR.usual}`, `yes; never under ${FLOOR.least}`],
      ['participation', `${[...bands].join(', ')}; from k answers`, 'no'],
      ['comments', `${RELEASE.answers} answers and ${RELEASE.commenters} people who wrote`, 'no'],
      [
        'a change',
        `${COMPARABLE} answers on both sides, ${WORTH_SAYING} points or more, beyond noise, members changed by nobody or at least k`,
        'no',
      ],
      [
        'questions to a person',
        `${USUAL.pingsPerMonth} messages in 30 days, reminders included`,
        'yes',
      ],
      ['leavers: words', `${FLOOR.usual} answers`, 'no'],
      ['leavers: numbers', `${NUMBERS} answers`, 'no'],
      [
        'leavers are asked',
        `${askDaysBefore} working days before the last day; ${GRACE_HOURS} hours after the announcement at the earliest`,
        'days: yes',
      ],
      ['pooled exits are released', `by ${period}, ${delayDays} days after its end`, 'yes'],
      ['named interviews are kept', `${keepMonths} months after the last day`, 'yes'],
      [
        'second wave',
        `${laterMonths} months after the last day; its link works ${LINK_DAYS} days`,
        'months: yes',
      ],
    ],
  );
}
