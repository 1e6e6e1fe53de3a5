/** What a digest says about one question: a sentence, and a small picture with the same numbers as text. */
import type { Figure } from '../anonymity/figure.ts';
import type { Round } from '../campaign/round.ts';
import type { Change, Statement, UnitDigest } from '../digest/digest.ts';
import { against } from '../digest/standing.ts';
import { DRIVERS } from '../stock/drivers.ts';
import type { Question, ScoredQuestion } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { optionsOf } from './asking.ts';
import { figureRows } from './chart.ts';
import type { Copy } from './copy.ts';
import type { Block, ChartRow } from './message.ts';
import { dayMonth } from './times.ts';

/** A unit's part of a digest, and for whom it is put into words. */
export interface Context {
  readonly round: Round;
  readonly unit: UnitDigest;
  readonly copy: Copy;
}

export function statementBlocks(context: Context, statement: Statement): Block[] {
  const { unit, copy } = context;
  const question = scoredQuestion(context, statement.question);
  if (!question) return [];
  const driver = capital(driverOf(context, question.id));
  const { figure, from, above } = statement;
  if (!figure || !from) {
    return [{ kind: 'text', text: `${driver}: ${copy.digest.nothing(unit.name)}` }];
  }
  const own = from.unit === unit.unit;
  const sentence = own
    ? [changeSentence(context, statement.change), ...standingSentence(context, statement)].join(' ')
    : copy.digest.insteadOf(unit.name, from.name);
  const rows = [
    ...rowsOf(question, figure, from.name, own ? 'main' : 'reference', copy),
    ...(above ? rowsOf(question, above.figure, above.name, 'reference', copy) : []),
  ];
  const title = say(question.text, copy.language);
  const summary = `${title}: ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`;
  return [
    { kind: 'text', text: `${driver}. ${sentence}` },
    { kind: 'chart', title, summary, legend: copy.digest.legend, rows },
  ];
}

/** The question of a statement; undefined for one that is not in the round, or has no figures. */
export function scoredQuestion({ round }: Context, id: string): ScoredQuestion | undefined {
  const question = round.questions.find((each) => each.id === id);
  return question?.kind === 'free-text' ? undefined : question;
}

/** A figure in words, without a picture; of choices, each option with its share. */
export function figureWords(question: ScoredQuestion, figure: Figure, copy: Copy): string {
  const rows = rowsOf(question, figure, '', 'main', copy);
  if (figure.shown !== 'options') return rows.map(({ text }) => text).join();
  return rows.map(({ label, text }) => `${label.replace(/^: /, '')} ${text}`).join(', ');
}

function rowsOf(
  question: ScoredQuestion,
  figure: Figure,
  name: string,
  emphasis: ChartRow['emphasis'],
  copy: Copy,
): ChartRow[] {
  return figureRows(figure, name, emphasis, optionsOf(question, copy.language), copy);
}

export function changeSentence(context: Context, change: Change): string {
  const { digest } = context.copy;
  switch (change.kind) {
    case 'first':
      return digest.first;
    case 'none':
      return digest.noChangeSince(since(context, change));
    case 'restarted':
      return digest.restarted(since(context, change));
    case 'clear':
      return digest.changed(change.direction, since(context, change));
  }
}

function standingSentence({ copy }: Context, { figure, above }: Statement): string[] {
  const standing = figure && above && against(figure, above.figure);
  return standing ? [copy.digest.against[standing](above.name)] : [];
}

export function since({ round, copy }: Context, { since }: { readonly since: string }): string {
  return dayMonth(new Date(since), round.timezone, copy.language);
}

/** The name of what a question is about; the question itself where its driver is not in stock. */
export function driverOf({ round, copy }: Context, id: string): string {
  const question: Question | undefined = round.questions.find((each) => each.id === id);
  return (
    (question?.driver !== undefined && driverName(question.driver, copy)) ||
    say(question?.text ?? {}, copy.language)
  );
}

/** As it stands inside a sentence; undefined where it is not in stock. */
export function driverName(id: string, { language }: Copy): string | undefined {
  const driver = DRIVERS.find((each) => each.id === id);
  return driver && say(driver.name, language);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
