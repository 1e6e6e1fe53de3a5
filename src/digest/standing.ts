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
const LEAST = { band: 5, distribution: 20, options: 20 } as const;

/**
 * The unit's own figures that have a favourable side, the weakest first; of equals, the one asked first. What is compared is
 * not the figures but what they let us believe: each drawn towards that of the unit above, the more the fewer answered.
 * So a small team's weakest is not just what a few people happened to say. The root has nothing above it, and many answers.
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
  const above = own.map(({ statement }) => statement.above && rangeOf(statement.above.figure));
  const comparable = above.every((range) => range !== undefined);
  return own
    .map(({ share, ...each }, i) => {
      const usual = comparable ? above[i] : undefined;
      const answers = answersTo(each.statement);
      return { ...each, believed: usual ? shrunken(share, answers, middle(usual)) : share };
    })
    .sort((a, b) => a.believed - b.believed)
    .map(({ believed: _, ...each }) => each);
}

function answersTo({ figure, backing }: Statement): number {
  return backing?.answers ?? LEAST[figure?.shown ?? 'band'];
}

/** Whether one figure is above the other by more than is not worth saying, whatever rounding and clamping have hidden. */
export function against(own: Figure, above: Figure): Standing | undefined {
  const [mine, theirs] = [rangeOf(own), rangeOf(above)];
  if (!mine || !theirs) return undefined;
  if (mine.from - theirs.to >= WORTH_SAYING) return 'higher';
  return theirs.from - mine.to >= WORTH_SAYING ? 'lower' : 'alike';
}
