/** A year of weekly rounds through the real program: asked, answered, closed, counted, burned, published. */

import type { LedgerEntry } from '../src/anonymity/ledger.ts';
import { windowOf } from '../src/campaign/cadence.ts';
import { roundId } from '../src/campaign/open-round.ts';
import type { Round } from '../src/campaign/round.ts';
import { uniform } from '../src/demo/random.ts';
import type { Digest } from '../src/digest/digest.ts';
import { homeUnit, type Organisation } from '../src/org/person.ts';
import type { CountedRound } from '../src/ports/store.ts';
import { colludersOf } from './company.ts';
import { type Firm, firm, hoursAfter, PULSE } from './firm.ts';
import type { Opinions } from './opinions.ts';

/** Share of people who answer in a week, who leave one question out, and who write a comment. */
const CHANCES = { answers: 0.745, leavesOut: 0.03, comments: 0.25 } as const;

/** What one person said; the red team knows it in order to score the attacker. */
export interface Said {
  readonly home: string;
  readonly colluder: boolean;
  /** Question to histogram cell. */
  readonly answers: ReadonlyMap<string, number>;
  readonly comment?: string;
}

export interface Week {
  readonly number: number;
  readonly round: Round;
  readonly org: Organisation;
  readonly result: CountedRound;
  readonly ledger: readonly LedgerEntry[];
  /** Every digest that was sent. */
  readonly digests: readonly Digest[];
  readonly truth: ReadonlyMap<string, Said>;
}

export async function playYear(
  history: readonly Organisation[],
  minds: Opinions,
  seed: number,
): Promise<Week[]> {
  const [first] = history;
  if (!first) return [];
  const house = await firm(first, hoursAfter(windowOf(PULSE.cadence, 0).opensAt, -8));
  const firstUnits = new Map<string, string>();
  const weeks: Week[] = [];
  try {
    for (const [number, org] of history.entries()) {
      for (const { id, unit } of org.people) {
        if (!firstUnits.has(id)) firstUnits.set(id, unit);
      }
      const window = windowOf(PULSE.cadence, number);
      if (number > 0) await house.ports.store.org.replace(org, hoursAfter(window.opensAt, -8));
      await house.at(window.opensAt);
      const round = await house.ports.store.rounds.get(roundId(PULSE, window));
      if (!round) throw new Error(`The round of week ${number} was not opened.`);
      const truth = spoken(org, round, number, minds, firstUnits, seed);
      await everybodyAnswers(house, round, truth);
      await house.at(window.closesAt);
      weeks.push(await published(house, round.id, { number, org, truth }));
    }
    if (house.log.length > 0) throw new Error(house.log.join('\n'));
    return weeks;
  } finally {
    await house.close();
  }
}

/** Who says what this week. Half of what decides whether somebody answers is who they are. */
function spoken(
  org: Organisation,
  { questions }: Round,
  week: number,
  minds: Opinions,
  firstUnits: ReadonlyMap<string, string>,
  seed: number,
): Map<string, Said> {
  const units = new Map(org.units.map((unit) => [unit.id, unit]));
  const colluders = colludersOf(org);
  const truth = new Map<string, Said>();
  for (const person of org.people) {
    const { id } = person;
    const colluder = colluders.has(id);
    const willing = 0.6 + 0.29 * uniform(seed, 'willing', id);
    if (!colluder && uniform(seed, 'answers', id, week) > (willing * CHANCES.answers) / 0.745)
      continue;
    const answers = new Map<string, number>();
    for (const question of questions) {
      if (question.kind !== 'five-point') continue;
      if (!colluder && uniform(seed, 'leaves', id, week, question.id) < CHANCES.leavesOut) continue;
      answers.set(question.id, minds.of(id, firstUnits.get(id) ?? person.unit, question));
    }
    const writes = uniform(seed, 'writes', id, week) < CHANCES.comments;
    const comment = `Words of week ${week}, by the ${id.replace(/\D/g, '')}th to join.`;
    truth.set(id, { home: homeUnit(person, units), colluder, answers, ...(writes && { comment }) });
  }
  return truth;
}

/** Through the form, as in chat. */
async function everybodyAnswers(
  { inbox }: Firm,
  round: Round,
  truth: ReadonlyMap<string, Said>,
): Promise<void> {
  const people = [...truth];
  for (let start = 0; start < people.length; start += 64) {
    const replies = people.slice(start, start + 64).map(async ([person, { answers, comment }]) => {
      const fields: Record<string, string[]> = { comment: [comment ?? ''] };
      for (const [question, cell] of answers) fields[question] = [String(cell + 1)];
      const about = round.id;
      const said = await inbox.receive({ kind: 'submit', form: 'answers', person, about, fields });
      if (said.faults || !said.replace)
        throw new Error(`An answer of week ${round.number} was refused.`);
    });
    await Promise.all(replies);
  }
}

async function published(
  { ports }: Firm,
  id: string,
  about: Pick<Week, 'number' | 'org' | 'truth'>,
): Promise<Week> {
  const { rounds, results } = ports.store;
  const [round, result, ledger] = await Promise.all([
    rounds.get(id),
    results.result(id),
    results.ledger(id),
  ]);
  if (round?.state !== 'published' || !result) throw new Error(`Round ${id} was not published.`);
  const readers = new Set(ledger.map(({ reader }) => reader));
  const digests = await Promise.all([...readers].map((reader) => results.digest(id, reader)));
  return { ...about, round, result, ledger, digests: digests.filter((each) => each !== undefined) };
}
