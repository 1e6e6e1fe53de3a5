/** Everything that a digest holds, for whoever wants more than half a minute of it: in pages. */
import type { Figure } from '../anonymity/figure.ts';
import type { Round } from '../campaign/round.ts';
import type { Digest, Statement } from '../digest/digest.ts';
import { BENCHMARK_SOURCE, BENCHMARKS } from '../stock/benchmarks.ts';
import type { ScoredQuestion } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { percentOf } from './chart.ts';
import type { Copy } from './copy.ts';
import { earlierBlocks, suggestionText } from './digest-action.ts';
import { commentBlocks, headlineOf, note, titleOf } from './digest-message.ts';
import {
  besideSentence,
  engagementElsewhere,
  engagementSentence,
  rangeSentence,
  sourceWords,
} from './meaning.ts';
import type { Block, Message } from './message.ts';
import {
  type Context,
  capital,
  figureWords,
  scoredQuestion,
  statementBlocks,
} from './statement.ts';
import { dayMonth } from './times.ts';

/** What the same reader was told before. */
export interface Told {
  readonly round: Pick<Round, 'opensAt' | 'questions'>;
  readonly digest: Digest;
}

/** How many earlier figures of a question are repeated. */
export const TREND = 8;

/** Blocks on a page: platforms take a hundred at most, and nobody reads so many at once. */
const PAGE = 60;

/** One page or more. `before`: this reader's earlier digests, newest first. */
export function detailsPages(
  round: Round,
  digest: Digest,
  before: readonly Told[],
  copy: Copy,
): Message[] {
  const { uncounted } = digest;
  const blocks = [
    ...digest.units.flatMap((unit) => unitBlocks({ round, unit, copy }, before)),
    ...(uncounted !== undefined ? [note(copy.digest.uncounted(uncounted))] : []),
    note(copy.digest.footnote(round.floor)),
  ];
  const summary = copy.digest.detailsOf(digest.units[0]?.name ?? '');
  const pages = paged(blocks);
  return pages.map((page, i) => {
    const next = i + 1 < pages.length ? [nextButton(round.id, i + 1, pages.length, copy)] : [];
    return { summary, blocks: [...page, ...next] };
  });
}

/** Whether this question was asked then, word for word: anything else is no trend. */
export function isAskedIn({ questions }: Told['round'], question: ScoredQuestion): boolean {
  return questions.some((each) => JSON.stringify(each) === JSON.stringify(question));
}

function paged(blocks: readonly Block[]): Block[][] {
  // One is the button to the next.
  if (blocks.length <= PAGE) return [[...blocks]];
  const pages: Block[][] = [];
  for (let from = 0; from < blocks.length; from += PAGE - 1) {
    pages.push(blocks.slice(from, from + PAGE - 1));
  }
  return pages;
}

function nextButton(round: string, page: number, pages: number, { digest }: Copy): Block {
  const label = digest.nextPage(page + 1, pages);
  return { kind: 'actions', about: `${round}/${page}`, actions: [{ action: 'details', label }] };
}

function unitBlocks(context: Context, before: readonly Told[]): Block[] {
  const { unit, copy } = context;
  const suggestion = suggestionText(context, undefined);
  return [
    titleOf(context),
    headlineOf(context),
    ...unit.statements.flatMap((statement) => [
      ...statementBlocks(context, statement),
      ...besides(context, statement, before),
    ]),
    ...(unit.participation ? [note(copy.digest.participation[unit.participation])] : []),
    ...[
      ...engagementSentence(context),
      ...engagementElsewhere(context),
      ...besideSentence(context),
    ].map(note),
    ...earlierBlocks(context),
    ...(suggestion !== undefined ? [{ kind: 'text' as const, text: suggestion }] : []),
    ...commentBlocks(unit, copy),
  ];
}

/** What it would be if everybody had answered, the public benchmark, and what was told before. */
function besides(context: Context, statement: Statement, before: readonly Told[]): Block[] {
  const question = scoredQuestion(context, statement.question);
  if (!question || !statement.figure) return [];
  const told = toldBefore(context, question, before).map(
    ({ day, figure }) => `${figureWords(question, figure, context.copy)} (${day})`,
  );
  const benchmark = benchmarkOf(question, context.copy);
  return [
    ...rangeSentence(context, statement).map(note),
    ...(benchmark !== undefined ? [note(benchmark)] : []),
    ...(told.length > 0 ? [note(context.copy.digest.earlierFigures(told.join(' · ')))] : []),
  ];
}

/** The unit's own figures, as this reader's earlier digests said them, oldest first. Nothing is reckoned anew. */
function toldBefore(
  { unit, copy, round }: Context,
  question: ScoredQuestion,
  before: readonly Told[],
): { day: string; figure: Figure }[] {
  const asked = before.filter((past) => isAskedIn(past.round, question)).slice(0, TREND);
  return asked.reverse().flatMap(({ round: past, digest }) => {
    const then = digest.units.find((each) => each.unit === unit.unit);
    const said = then?.statements.find((each) => each.question === question.id);
    if (!said?.figure || said.from?.unit !== unit.unit) return [];
    return [{ day: dayMonth(past.opensAt, round.timezone, copy.language), figure: said.figure }];
  });
}

/** Of the newest year; only beside items of agreement, which is how the survey asks too. */
function benchmarkOf(question: ScoredQuestion, copy: Copy): string | undefined {
  const benchmark = BENCHMARKS.find(({ driver }) => driver === question.driver);
  const [year, percent] = Object.entries(benchmark?.scores ?? {}).at(-1) ?? [];
  if (question.kind !== 'five-point' || year === undefined || percent === undefined)
    return undefined;
  const people = capital(say(BENCHMARK_SOURCE.population, copy.language));
  return copy.digest.benchmark(people, percentOf(percent), sourceWords(year, copy));
}
