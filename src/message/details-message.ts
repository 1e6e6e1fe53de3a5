/** Everything that a digest holds, for whoever wants more than half a minute of it: in pages. */
import type { Figure } from '../anonymity/figure.ts';
import type { Round } from '../campaign/round.ts';
import type { Digest, Statement } from '../digest/digest.ts';
import { BENCHMARK_SOURCE, BENCHMARKS } from '../stock/benchmarks.ts';
import type { ScoredQuestion } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { percentOf } from './chart.ts';
import { themeBlocks } from './comment-themes.ts';
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

/** What has become of a digest's comments: by the unit's id, and the comment or its place from 0. */
export interface Answering {
  isForHr(unit: string, comment: string): boolean;
  answeredAt(unit: string, place: number): Date | undefined;
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
  answering?: Answering,
): Message[] {
  const { uncounted } = digest;
  const blocks = [
    ...digest.units.flatMap((unit) => unitBlocks({ round, unit, copy }, before, answering)),
    ...(uncounted !== undefined ? [[note(copy.digest.uncounted(uncounted))]] : []),
    [note(copy.digest.footnote(round.floor))],
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

/** What belongs together stays on one page. */
function paged(parts: readonly (readonly Block[])[]): Block[][] {
  const all = parts.flat();
  if (all.length <= PAGE) return [all];
  const pages: Block[][] = [];
  let page: Block[] = [];
  for (const part of parts) {
    // One is the button to the next.
    if (page.length + part.length > PAGE - 1) {
      pages.push(page);
      page = [];
    }
    page.push(...part);
  }
  return [...pages, page];
}

function nextButton(round: string, page: number, pages: number, { digest }: Copy): Block {
  const label = digest.nextPage(page + 1, pages);
  return { kind: 'actions', about: `${round}/${page}`, actions: [{ action: 'details', label }] };
}

/** In parts that stay together. */
function unitBlocks(
  context: Context,
  before: readonly Told[],
  answering: Answering | undefined,
): Block[][] {
  const { unit, copy } = context;
  const suggestion = suggestionText(context, undefined);
  const blocks = [
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
    ...themeBlocks(context),
  ];
  const [heading, ...comments] = commentBlocks(unit, copy);
  const answers = comments.map((comment, place) => [
    comment,
    ...(answering ? [answerBlock(context, place, answering)] : []),
  ]);
  return [...blocks.map((block) => [block]), ...(heading ? [[heading]] : []), ...answers];
}

/** A button to answer a comment to the whole team, or when that was done. */
function answerBlock({ round, unit, copy }: Context, place: number, answering: Answering): Block {
  const { loop, language } = copy;
  const answered = answering.answeredAt(unit.unit, place);
  if (answered) return note(loop.answered(dayMonth(answered, round.timezone, language)));
  const forHr = answering.isForHr(unit.unit, unit.comments[place] ?? '');
  const label = forHr ? loop.answerHr(place + 1) : loop.answer(place + 1);
  return {
    kind: 'actions',
    about: `${round.id}/${unit.unit}/${place}`,
    actions: [{ action: 'answer-comment', label }],
  };
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
