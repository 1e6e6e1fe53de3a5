/** From the figures of a round to what one unit's reader is told: statements, compared with the unit above and before. */
import { sides } from '../anonymity/figure.ts';
import { participation } from '../anonymity/participation.ts';
import type { RoundUnit } from '../campaign/round.ts';
import { backing } from './backing.ts';
import type { Change, OverTime, Statement, UnitDigest } from './digest.ts';
import type { Figures, Own } from './figures.ts';
import { clearChanges, type Share } from './statistics.ts';

/** An earlier round's figures for the same question. */
export interface Earlier {
  /** Round id. */
  readonly round: string;
  /** When it opened. */
  readonly opensAt: Date;
  readonly figures: Figures;
}

/** How many people were in this unit (or below it) then or now, but not both. */
export type MembersChanged = (
  unit: string,
  earlier: Pick<Earlier, 'round' | 'opensAt'>,
) => Promise<number>;

/** What is said to the readers of `unit`. `earlier` maps a question to the last round that asked it. */
export async function compose(
  unit: RoundUnit,
  figures: readonly Figures[],
  earlier: ReadonlyMap<string, Earlier>,
  floor: number,
  membersChanged: MembersChanged,
): Promise<Omit<UnitDigest, 'comments' | keyof OverTime>> {
  const changes = await compare(unit.id, figures, earlier, floor, membersChanged);
  const statements = figures.map((question, i) =>
    state(unit, question, changes[i] ?? { kind: 'first' }, floor),
  );
  const answered = participationOf(unit, figures, floor);
  return {
    unit: unit.id,
    name: unit.name,
    statements,
    ...(answered && { participation: answered }),
  };
}

function state(unit: RoundUnit, figures: Figures, change: Change, floor: number): Statement {
  const shown = figures.shown(unit.id);
  const question = figures.question.id;
  if (!shown) return { question, change };
  const own = shown.unit.id === unit.id;
  const behind = own ? backing(shown.n, shown.asked, floor) : undefined;
  const above = own && unit.parent !== undefined ? figures.own(unit.parent) : undefined;
  return {
    question,
    from: { unit: shown.unit.id, name: shown.unit.name },
    figure: shown.figure,
    ...(behind && { backing: behind }),
    ...(above && {
      above: { unit: above.unit.id, name: above.unit.name, figure: above.figure },
    }),
    change: own ? change : { kind: 'first' },
  };
}

/** Clear changes of the unit's own figures, all questions tested together. */
async function compare(
  unit: string,
  figures: readonly Figures[],
  earlier: ReadonlyMap<string, Earlier>,
  floor: number,
  membersChanged: MembersChanged,
): Promise<Change[]> {
  const pairs = figures.map(({ question, own }) => {
    const past = earlier.get(question.id);
    const [before, after] = [past?.figures.own(unit), own(unit)];
    if ('options' in question || !past || !before || !after) return undefined;
    return { past, before, after };
  });
  const known = pairs.filter((pair) => pair !== undefined);
  const shares = known.map(({ before, after, past }) => ({
    before: share(past.figures, before),
    after: share(past.figures, after),
  }));
  const directions = clearChanges(shares);
  const changes = await Promise.all(
    known.map(async ({ past }, i): Promise<Change> => {
      const since = past.opensAt.toISOString();
      const moved = await membersChanged(unit, past);
      // Said whatever the answers show: otherwise "the team changed" would mean "and so did its answers".
      if (moved > 0 && moved < floor) return { kind: 'restarted', since };
      const direction = directions[i];
      return direction ? { kind: 'clear', since, direction } : { kind: 'none', since };
    }),
  );
  return pairs.map((pair) => (pair && changes[known.indexOf(pair)]) ?? { kind: 'first' });
}

function share({ question }: Figures, { n, tally, invited }: Own): Share {
  return { favourable: sides(question, tally).favourable, answered: n, invited };
}

/** How many answered the question that most of them answered. */
function participationOf(unit: RoundUnit, figures: readonly Figures[], floor: number) {
  const best = figures
    .map(({ own }) => own(unit.id))
    .filter((own) => own !== undefined)
    .sort((a, b) => b.n - a.n)[0];
  return best && participation(best.n, best.asked, floor);
}
