/** A year of weekly rounds through the real program: asked, answered, closed, counted, burned, published. */

import type { LedgerEntry } from '../src/anonymity/ledger.ts';
import { windowOf } from '../src/campaign/cadence.ts';
import { roundId } from '../src/campaign/open-round.ts';
import type { Round } from '../src/campaign/round.ts';
import { uniform } from '../src/demo/random.ts';
import type { Digest } from '../src/digest/digest.ts';
import { homeUnit, type Organisation } from '../src/org/person.ts';
import type { CountedRound } from '../src/ports/store.ts';
import type { FivePoint } from '../src/survey/question.ts';
import { colludersOf } from './company.ts';
import { type Firm, firm, hoursAfter, PULSE } from './firm.ts';
import type { Opinions } from './opinions.ts';

/** Share of people who answer in a week, who leave one question out, and who write a comment. */
const CHANCES = { answers: 0.745, leavesOut: 0.03, comments: 0.25 } as const;

/** What one person said; the red team knows it in order to score the attacker. */
interface Said {
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
      for (const { id, unit } of org.people) firstUnits.set(id, firstUnits.get(id) ?? unit);
      weeks.push(await playWeek(house, number, org, { minds, firstUnits, seed }));
    }
    if (house.log.length > 0) throw new Error(house.log.join('\n'));
    return weeks;
  } finally {
    await house.close();
  }
}

interface People {
  readonly minds: Opinions;
  readonly firstUnits: ReadonlyMap<string, string>;
  readonly seed: number;
}

async function playWeek(
  house: Firm,
  number: number,
  org: Organisation,
  people: People,
): Promise<Week> {
  const window = windowOf(PULSE.cadence, number);
  const { org: known, rounds } = house.ports.store;
  if (number > 0) await known.replace(org, hoursAfter(window.opensAt, -8));
  await house.at(window.opensAt);
  const round = await rounds.get(roundId(PULSE, window));
  if (!round) throw new Error(`The round of week ${number} was not opened.`);
  const truth = spoken(org, round, number, people);
  await everybodyAnswers(house, round, truth);
  await house.at(window.closesAt);
  return published(house, round.id, { number, org, truth });
}

/** Who says what this week. */
function spoken(
  org: Organisation,
  { questions }: Round,
  week: number,
  { minds, firstUnits, seed }: People,
): Map<string, Said> {
  const units = new Map(org.units.map((unit) => [unit.id, unit]));
  const colluders = colludersOf(org);
  const truth = new Map<string, Said>();
  for (const person of org.people) {
    const { id } = person;
    const colluder = colluders.has(id);
    // Some answer nearly always, some now and then.
    const willing = CHANCES.answers - 0.145 + 0.29 * uniform(seed, 'willing', id);
    if (!colluder && uniform(seed, 'answers', id, week) > willing) continue;
    const given = questions.filter(({ kind, id: question }) => {
      const leavesOut = uniform(seed, 'leaves', id, week, question) < CHANCES.leavesOut;
      return kind === 'five-point' && (colluder || !leavesOut);
    }) as FivePoint[];
    const first = firstUnits.get(id) ?? person.unit;
    const answers = new Map(given.map((each) => [each.id, minds.of(id, first, each)]));
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
