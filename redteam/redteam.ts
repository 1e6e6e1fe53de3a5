/**
 * Attacks a simulated year of the product, and a rule that is known to be broken. `--short` takes a quarter; `--seed N`. Ends with 1 if
 * more is found than docs/anonymity.md admits, or an attack is harmless where there is something to find.
 */
import { attackExits } from './attack-exits.ts';
import { attackFigures } from './attack-figures.ts';
import { attackSystem } from './attack-system.ts';
import { company } from './company.ts';
import { playLeaving } from './leavers.ts';
import { type Line, table, told } from './line.ts';
import { opinions } from './opinions.ts';
import { type Utility, utilityOf } from './utility.ts';
import { playYear } from './year.ts';

const short = process.argv.includes('--short');
const seed = seedOf(process.argv);
const started = performance.now();
const REDIS = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379/15';

const minds = opinions(seed);
const history = company(short ? 13 : 52, seed);
console.log(`Seed ${seed}. Opinions: ${minds.source}.`);
const weeks = await playYear(history, minds, seed);
const people = new Set(history.flatMap((org) => org.people.map(({ id }) => id)));
const answered = weeks.reduce((sum, { truth, org }) => sum + truth.size / org.people.length, 0);
console.log(
  `${history[0]?.people.length} people in ${history[0]?.units.length} units, ${people.size} over ${weeks.length} weeks; ` +
    `${Math.round((100 * answered) / weeks.length)} % answer; k = 5; one colluder a unit; the attacker knows who took part.`,
);
const figures = await attackFigures(weeks, short ? 600 : 6000, seed);
const exits = await attackExits(await playLeaving(company(52, seed), seed), seed);
const system = await attackSystem({
  pairs: short ? 1 : 5,
  links: short ? 6 : 30,
  redis: REDIS,
  seed,
});
const harmless = [...figures.harmless, ...exits.harmless, ...system.harmless];
const lines = [...figures.lines, ...exits.lines, ...system.lines, ...useful(utilityOf(weeks))];
console.log(table(lines));
for (const each of harmless)
  console.log(`MISSED: ${each} found nothing where there is something to find.`);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
process.exitCode =
  harmless.length > 0 || lines.some(({ met, admitted }) => met === false && !admitted) ? 1 : 0;

function useful({ ownFigures, comments, widths }: Utility): Line[] {
  const percent = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  const { own, above, written } = comments;
  return [
    told(
      'teams of 8 and more with a figure of their own, by week and question',
      percent(ownFigures, 1),
      'at least 90 %',
      ownFigures >= 0.9,
    ),
    told(
      `comments released (of ${written}): to their own unit, to one above`,
      `${percent(own, written)}, ${percent(above, written)}`,
    ),
    ...widths.map(({ answers, figures, shown, margin }) =>
      told(
        `figures from ${answers} answers (${figures}): points that read the same, 95 % interval`,
        `${shown.toFixed(0)}, ±${margin.toFixed(0)}`,
      ),
    ),
  ];
}

function seedOf(args: readonly string[]): number {
  const at = args.indexOf('--seed');
  const given = at < 0 ? 1 : Number(args[at + 1]);
  if (Number.isSafeInteger(given) && given >= 0) return given;
  throw new Error(`--seed wants a whole number from 0, not "${args[at + 1] ?? ''}".`);
}
