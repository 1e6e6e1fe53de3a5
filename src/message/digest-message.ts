/** A digest to be read in half a minute: one sentence, the strongest and the weakest, comments, one thing to do. */
import type { Round } from '../campaign/round.ts';
import type { Choice, Digest, Statement, UnitDigest } from '../digest/digest.ts';
import { placed } from '../digest/standing.ts';
import { themeBlocks } from './comment-themes.ts';
import type { Copy } from './copy.ts';
import { earlierBlocks, suggestionBlocks } from './digest-action.ts';
import { driftSentence, engagementSentence } from './meaning.ts';
import type { Block, Message } from './message.ts';
import { type Context, capital, driverOf, since, statementBlocks } from './statement.ts';
import { dayMonth } from './times.ts';

/** Unit to what this reader decided on its suggestion. */
export type Choices = ReadonlyMap<string, Choice>;

/** What is known when it is sent or shown, and not when it was published. */
export interface Further {
  /** `round/unit` of decisions that this reader may tell the team of. */
  readonly tellable?: ReadonlySet<string>;
  /** What HR reads below. */
  readonly week?: readonly Block[];
}

/** Fewer than forty blocks: platforms take fifty. Two pictures, five comments: what half a minute is enough for. */
const [BLOCKS, PICTURES, QUOTES] = [39, 2, 5];
/** Blocks kept for what stands below the units. */
const FOOTER = 4;
/** Whoever reads more units than these decides on the first one's action only. */
const FEW = 3;

/** Renders what was stored when the round was published. */
export function digestMessage(
  round: Round,
  digest: Digest,
  copy: Copy,
  choices: Choices = new Map(),
  { tellable = new Set(), week = [] }: Further = {},
): Message {
  const [first, ...others] = digest.units;
  const full = first
    ? fullBlocks({ round, unit: first, copy }, choices.get(first.unit), tellable)
    : [];
  const brief = others.map((unit) => {
    const context = { round, unit, copy };
    const few = digest.units.length <= FEW;
    const action = few ? suggestionBlocks(context, choices.get(unit.unit), tellable) : [];
    return [titleOf(context), headlineOf(context), ...action];
  });
  const shown = fitting(brief, BLOCKS - FOOTER - full.length - week.length);
  const left = others.length - shown.length;
  return {
    summary: copy.digest.summary(first?.name ?? ''),
    blocks: [...full, ...shown.flat(), ...week, ...footer(round, digest, copy, left)],
  };
}

/** As many as fit, from the first on. */
function fitting(units: readonly Block[][], room: number): Block[][] {
  let used = 0;
  const over = units.findIndex((blocks) => {
    used += blocks.length;
    return used > room;
  });
  return over < 0 ? [...units] : units.slice(0, over);
}

function footer(round: Round, { uncounted }: Digest, { digest }: Copy, left: number): Block[] {
  return [
    ...(left > 0 ? [note(digest.moreUnits(left))] : []),
    ...(uncounted !== undefined ? [note(digest.uncounted(uncounted))] : []),
    note(digest.footnote(round.floor)),
    {
      kind: 'actions',
      about: `${round.id}/0`,
      actions: [{ action: 'details', label: digest.details }],
    },
  ];
}

function fullBlocks(
  context: Context,
  choice: Choice | undefined,
  tellable: ReadonlySet<string>,
): Block[] {
  const { unit, copy } = context;
  const { digest } = copy;
  const told = featured(context);
  const left = unit.statements.length - told.length;
  return [
    titleOf(context),
    headlineOf(context),
    ...told.flatMap((statement) => statementBlocks(context, statement)),
    ...(left > 0 ? [note(digest.moreQuestions(left))] : []),
    ...(unit.participation ? [note(digest.participation[unit.participation])] : []),
    ...engagementSentence(context).map(note),
    ...themeBlocks(context),
    ...commentBlocks(unit, copy, QUOTES),
    ...earlierBlocks(context, tellable),
    ...suggestionBlocks(context, choice, tellable),
  ];
}

/** The strongest and the weakest; where there are no two such, others as they were asked. */
function featured({ unit, round }: Context): Statement[] {
  const standing = placed(unit, round.questions).map(({ statement }) => statement);
  const ends = [...new Set([standing.at(-1), standing[0]])].filter((each) => each !== undefined);
  const rest = unit.statements.filter((each) => !ends.includes(each));
  return [...ends, ...rest].slice(0, PICTURES);
}

export function titleOf({ round, unit, copy }: Context): Block {
  const date = dayMonth(round.opensAt, round.timezone, copy.language);
  return { kind: 'heading', text: copy.digest.title(unit.name, date) };
}

/** At most so many comments, under their heading. */
export function commentBlocks(
  { name, comments }: UnitDigest,
  { digest }: Copy,
  most = comments.length,
): Block[] {
  if (comments.length === 0) return [];
  return [
    { kind: 'heading', text: digest.comments(name) },
    ...comments.slice(0, most).map((text): Block => ({ kind: 'quote', text })),
    ...(comments.length > most ? [note(digest.allComments(comments.length))] : []),
  ];
}

/** What changed beyond noise, at once or slowly; else the strongest and the weakest, as far as they differ in level. */
export function headlineOf(context: Context): Block {
  const { unit, copy } = context;
  const { digest } = copy;
  const own = unit.statements.filter(({ from }) => from?.unit === unit.unit);
  if (own.length === 0) return { kind: 'text', text: digest.tooFew(unit.name) };
  const changes = own.flatMap(({ question, change }) => {
    if (change.kind !== 'clear') return [];
    const driver = capital(driverOf(context, question));
    return [digest.clear(driver, change.direction, since(context, change))];
  });
  const compared = own.some(({ change }) => change.kind !== 'first');
  const moved = [...changes, ...driftSentence(context)];
  const quiet = compared && moved.length === 0 ? [digest.noChange] : [];
  const sentences = [...moved, ...quiet, ...standing(context)];
  return { kind: 'text', text: sentences.length > 0 ? sentences.join(' ') : digest.first };
}

const LEVELS = ['low', 'mixed', 'good'];

function standing(context: Context): string[] {
  const { unit, round, copy } = context;
  const { digest } = copy;
  const all = placed(unit, round.questions);
  const [weakest, best] = [all[0], all.at(-1)];
  if (!weakest || !best) return [];
  const name = ({ statement }: typeof best) => driverOf(context, statement.question);
  if (weakest === best) return [digest.driverIs(capital(name(best)), digest.levels[best.level])];
  if (all.every(({ level }) => level === best.level)) {
    const asked = round.questions.filter(({ kind }) => kind !== 'free-text');
    return all.length === asked.length ? [digest.allAlike(digest.levels[best.level])] : [];
  }
  // What we believe and what is shown differ in order: then nothing stands out.
  if (LEVELS.indexOf(weakest.level) >= LEVELS.indexOf(best.level)) return [];
  return [
    digest.best(name(best), digest.levels[best.level]),
    digest.weakest(name(weakest), digest.levels[weakest.level]),
  ];
}

export function note(text: string): Block {
  return { kind: 'note', text };
}
