/** How figures stand to each other: as far as what is shown of them tells them apart, and no further. */
import type { Figure } from '../anonymity/figure.ts';
import { levelOf } from '../message/chart.ts';
import type { Level, Standing } from '../message/copy.ts';
import type { Question } from '../survey/question.ts';
import type { Statement, UnitDigest } from './digest.ts';
import { WORTH_SAYING } from './statistics.ts';

export interface Placed {
  readonly statement: Statement;
  readonly driver: string;
  readonly level: Level;
}

/** The unit's own figures that have a favourable side, the weakest first; of equals, the one asked first. */
export function placed(
  { unit, statements }: Pick<UnitDigest, 'unit' | 'statements'>,
  questions: readonly Question[],
): Placed[] {
  const own = statements.flatMap((statement) => {
    const { figure, from } = statement;
    const level = figure && from?.unit === unit ? levelOf(figure) : undefined;
    const question = questions.find(({ id }) => id === statement.question);
    if (!figure || !level || !question) return [];
    return [{ statement, driver: question.driver ?? question.id, level, points: middle(figure) }];
  });
  return own.sort((a, b) => a.points - b.points);
}

/** Whether one figure is above the other by more than is not worth saying, whatever rounding and clamping have hidden. */
export function against(own: Figure, above: Figure): Standing | undefined {
  const [mine, theirs] = [rangeOf(own), rangeOf(above)];
  if (!mine || !theirs) return undefined;
  if (mine.from - theirs.to >= WORTH_SAYING) return 'higher';
  return theirs.from - mine.to >= WORTH_SAYING ? 'lower' : 'alike';
}

function middle(figure: Figure): number {
  const range = rangeOf(figure);
  return range ? (range.from + range.to) / 2 : 0;
}

const BANDS = {
  'under 40': { from: 0, to: 40 },
  '40-59': { from: 40, to: 60 },
  '60 or more': { from: 60, to: 100 },
} as const;

/** The favourable shares, in percent, that a figure stands for; choices have none. */
function rangeOf(figure: Figure): { readonly from: number; readonly to: number } | undefined {
  switch (figure.shown) {
    case 'band':
      return BANDS[figure.band];
    case 'rounded':
      return around(figure.favourable, 20, 80);
    case 'distribution':
      return around(figure.favourable, 10, 90);
    case 'options':
      return undefined;
  }
}

/** A share rounded to 5 points and kept within limits, at which anything beyond may be meant. */
function around(share: number, low: number, high: number) {
  return {
    from: share <= low ? 0 : share - 2.5,
    to: share >= high ? 100 : share + 2.5,
  };
}
