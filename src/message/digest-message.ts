/** A digest in words: one sentence first, then each question with a small picture and the same numbers as text. */
import type { Figure } from '../anonymity/figure.ts';
import type { Round } from '../campaign/round.ts';
import type { Change, Digest, Statement, UnitDigest } from '../digest/digest.ts';
import { DRIVERS } from '../stock/drivers.ts';
import type { Question, ScoredQuestion } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { optionsOf } from './asking.ts';
import { figureRows, levelOf } from './chart.ts';
import type { Copy, Level } from './copy.ts';
import type { Block, Message } from './message.ts';
import { dayMonth } from './times.ts';

/** Renders what was stored when the round was published. */
export function digestMessage(round: Round, digest: Digest, copy: Copy): Message {
  const units = digest.units.flatMap((unit) => unitBlocks(round, unit, copy));
  const footer: Block[] = [];
  if (digest.uncounted !== undefined) {
    footer.push({ kind: 'note', text: copy.digest.uncounted(digest.uncounted) });
  }
  footer.push({ kind: 'note', text: copy.digest.footnote(round.floor) });
  const [first] = digest.units;
  return { summary: copy.digest.summary(first?.name ?? ''), blocks: [...units, ...footer] };
}

function unitBlocks(round: Round, unit: UnitDigest, copy: Copy): Block[] {
  const { digest, language } = copy;
  const date = dayMonth(round.opensAt, round.timezone, language);
  const context = { round, unit, copy };
  const blocks: Block[] = [
    { kind: 'heading', text: digest.title(unit.name, date) },
    { kind: 'text', text: headline(context) },
    ...unit.statements.flatMap((statement) => statementBlocks(context, statement)),
  ];
  if (unit.participation) {
    blocks.push({ kind: 'note', text: digest.participation[unit.participation] });
  }
  if (unit.comments.length > 0) {
    blocks.push({ kind: 'heading', text: digest.comments(unit.name) });
    blocks.push(...unit.comments.map((text): Block => ({ kind: 'quote', text })));
  }
  return blocks;
}

interface Context {
  readonly round: Round;
  readonly unit: UnitDigest;
  readonly copy: Copy;
}

/** What changed beyond noise; else the strongest and the weakest, as far as they differ in level. */
function headline(context: Context): string {
  const { unit, copy, round } = context;
  const own = unit.statements.filter(({ from }) => from?.unit === unit.unit);
  if (own.length === 0) return copy.digest.tooFew(unit.name);
  const changes = own.flatMap(({ question, change }) =>
    change.kind === 'clear'
      ? [
          copy.digest.clear(
            capital(driverOf(context, question)),
            change.direction,
            since(context, change),
          ),
        ]
      : [],
  );
  const compared = own.some(({ change }) => change.kind !== 'first');
  const quiet = compared && changes.length === 0 ? [copy.digest.noChange] : [];
  const sentences = [...changes, ...quiet, ...standing(context, own, round)];
  return sentences.length > 0 ? sentences.join(' ') : copy.digest.first;
}

function standing(context: Context, own: readonly Statement[], round: Round): string[] {
  const { digest } = context.copy;
  const placed = own
    .map(({ question, figure }) => ({ question, level: figure && levelOf(figure) }))
    .filter((each): each is { question: string; level: Level } => each.level !== undefined)
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const [weakest, best] = [placed[0], placed.at(-1)];
  if (!weakest || !best) return [];
  const name = ({ question }: { question: string }) => driverOf(context, question);
  if (weakest === best) return [digest.driverIs(capital(name(best)), digest.levels[best.level])];
  if (weakest.level === best.level) {
    const all = placed.length === round.questions.filter((q) => q.kind !== 'free-text').length;
    return all ? [digest.allAlike(digest.levels[best.level])] : [];
  }
  return [
    digest.best(name(best), digest.levels[best.level]),
    digest.weakest(name(weakest), digest.levels[weakest.level]),
  ];
}

const LEVELS: readonly Level[] = ['low', 'mixed', 'good'];

function statementBlocks(context: Context, statement: Statement): Block[] {
  const { unit, copy, round } = context;
  const question = round.questions.find(({ id }) => id === statement.question);
  if (!question || question.kind === 'free-text') return [];
  const driver = capital(driverOf(context, question.id));
  const { figure, from } = statement;
  if (!figure || !from) {
    return [{ kind: 'text', text: `${driver}: ${copy.digest.nothing(unit.name)}` }];
  }
  const own = from.unit === unit.unit;
  const sentence = own
    ? changeSentence(context, statement.change)
    : copy.digest.insteadOf(unit.name, from.name);
  const rows = [
    ...rowsOf(question, figure, from.name, own ? 'main' : 'reference', copy),
    ...(statement.above
      ? rowsOf(question, statement.above.figure, statement.above.name, 'reference', copy)
      : []),
  ];
  const title = say(question.text, copy.language);
  const summary = `${title}: ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`;
  return [
    { kind: 'text', text: `${driver}. ${sentence}` },
    { kind: 'chart', title, summary, legend: copy.digest.legend, rows },
  ];
}

function rowsOf(
  question: ScoredQuestion,
  figure: Figure,
  name: string,
  emphasis: 'main' | 'reference',
  copy: Copy,
) {
  return figureRows(figure, name, emphasis, optionsOf(question, copy.language), copy);
}

function changeSentence(context: Context, change: Change): string {
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

function since({ round, copy }: Context, change: { readonly since: string }): string {
  return dayMonth(new Date(change.since), round.timezone, copy.language);
}

/** The name of what a question is about; the question itself where its driver is not in stock. */
function driverOf({ round, copy }: Context, id: string): string {
  const question: Question | undefined = round.questions.find((each) => each.id === id);
  const driver = DRIVERS.find((each) => each.id === question?.driver);
  return driver ? say(driver.name, copy.language) : say(question?.text ?? {}, copy.language);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
