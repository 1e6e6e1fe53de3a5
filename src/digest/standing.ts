/** How figures stand to each other: as far as what is shown of them tells them apart, and no further. */
import type { Figure } from '../anonymity/figure.ts';
import { levelOf } from '../message/chart.ts';
import type { Level, Standing } from '../message/copy.ts';
import type { Question } from '../survey/question.ts';
import type { Statement, UnitDigest } from './digest.ts';
import { middle, rangeOf } from './range.ts';
import { shrunken } from './shrinkage.ts';
import { WORTH_SAYING } from './statistics.ts';

export interface Placed {
  readonly statement: Statement;
  readonly driver: string;
  readonly level: Level;
}

/** Answers behind a figure at least, where nothing else is known. */
const LEAST = { band: 5, rounded: 10, distribution: 20, options: 20 } as const;

/**
 * The unit's own figures that have a favourable side, the weakest first; of equals, the one asked first. What is
 * compared is not the figures but what they let us believe: each drawn towards that of the unit above, or else towards the unit's
 * own others, the more the fewer answered. So a small team's weakest is not just what a few people happened to say.
 */
export function placed(
  { unit, statements }: Pick<UnitDigest, 'unit' | 'statements'>,
  questions: readonly Question[],
): Placed[] {
  const own = statements.flatMap((statement) => {
    const { figure, from } = statement;
    const level = figure && from?.unit === unit ? levelOf(figure) : undefined;
    const range = figure && rangeOf(figure);
    const question = questions.find(({ id }) => id === statement.question);
    if (!level || !range || !question) return [];
    const driver = question.driver ?? question.id;
    return [{ statement, driver, level, share: middle(range) }];
  });
  const mean = own.reduce((sum, { share }) => sum + share, 0) / own.length;
  return own
    .map(({ share, ...each }) => ({ ...each, believed: believed(each.statement, share, mean) }))
    .sort((a, b) => a.believed - b.believed)
    .map(({ believed: _, ...each }) => each);
}

function believed({ figure, backing, above }: Statement, share: number, mean: number): number {
  const usual = above && rangeOf(above.figure);
  const answers = backing?.answers ?? LEAST[figure?.shown ?? 'band'];
  return shrunken(share, answers, usual ? middle(usual) : mean);
}

/** Whether one figure is above the other by more than is not worth saying, whatever rounding and clamping have hidden. */
export function against(own: Figure, above: Figure): Standing | undefined {
  const [mine, theirs] = [rangeOf(own), rangeOf(above)];
  if (!mine || !theirs) return undefined;
  if (mine.from - theirs.to >= WORTH_SAYING) return 'higher';
  return theirs.from - mine.to >= WORTH_SAYING ? 'lower' : 'alike';
}
