/** Every attack on what is released of leavers in a year, on the product and on the rule that is known to be broken. */
import { cells } from '../src/survey/question.ts';
import type { Asking } from './asking.ts';
import { brokenUnions, smallDifferences } from './differences.ts';
import { narrowedAlone } from './integer-program.ts';
import type { ExitYear } from './leavers.ts';
import { type Line, none, told } from './line.ts';
import { brokenExitAskingsOf, exitAskingsOf } from './released.ts';
import { solver } from './solve.ts';
import { unanimous } from './unanimity.ts';

/** To be left with two of three options is to have one ruled out. */
const MANY = 4;
/** Options of the questions on which the broken rule has to fall to the integer program. */
const SAMPLE = 5;

export async function attackExits(
  year: ExitYear,
  seed: number,
): Promise<{ readonly lines: readonly Line[]; readonly harmless: readonly string[] }> {
  const [product, control] = [exitAskingsOf(year), brokenExitAskingsOf(year)];
  const tools = { solve: await solver(), seed };
  const sum = (askings: readonly Asking[], count: (asking: Asking) => number) =>
    askings.reduce((all, asking) => all + count(asking), 0);
  const both = (count: (asking: Asking) => number) =>
    [sum(product, count), sum(control, count)] as const;
  const differences = both((asking) => smallDifferences(asking).length);
  const unions = both(brokenUnions);
  const alike = both((asking) => unanimous(asking).determined);
  const narrowed = (askings: readonly Asking[], where: (options: number) => boolean) =>
    narrowedAlone(
      askings.filter(({ question }) => where(cells(question))),
      tools,
    );
  const [few, many] = [
    narrowed(product, (options) => options < MANY),
    narrowed(product, (options) => options >= MANY),
  ];
  const broken = narrowed(control, (options) => options === SAMPLE);
  const interviews = year.told.filter(({ wave }) => wave === 'door').length;
  const statements = sum(product, ({ published }) => published.length);
  return {
    lines: [
      told(
        'exits: pooled interviews at the door and later, statements',
        `${interviews}, ${year.told.length - interviews}, ${statements}`,
      ),
      none('exits: sums and differences that leave 1 to k-1 people', ...differences),
      none('exits: statements about no union of pools of k and more', ...unions),
      none('exits: answers told by one statement', ...alike),
      none(
        `exits: answers determined by the whole year (of ${few.answers + many.answers})`,
        few.determined + many.determined,
        broken.determined,
      ),
      none(
        `exits: narrowed to 2 options or fewer of 4 and more, n < 10 (of ${many.answersUnderTen})`,
        many.narrowed,
        broken.narrowed,
        many.answersUnderTen,
      ),
    ],
    harmless: [
      ...(differences[1] > 0 ? [] : ['differences of releases']),
      ...(broken.determined > 0 ? [] : ['integer program of exits']),
    ],
  };
}
