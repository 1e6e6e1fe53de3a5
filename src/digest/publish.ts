/** Publishes a burned round: one digest a reader, everything said written into the ledger, one delivery planned each. */
import { randomUUID } from 'node:crypto';
import type { Programme } from '../campaign/programme.ts';
import type { Round, RoundUnit } from '../campaign/round.ts';
import type { Planned } from '../delivery/delivery.ts';
import type { Person } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import type { CountedRound, ReleasedComments, Store } from '../ports/store.ts';
import { compose, type Earlier, type MembersChanged } from './compose.ts';
import type { Digest, UnitDigest } from './digest.ts';
import { entriesOf } from './entries.ts';
import { figuresOf } from './figures.ts';
import { overTime, type Past } from './over-time.ts';
import { suggest } from './suggest.ts';
import { themesOf } from './themes.ts';

/** False if the round is not burned, or was published already. */
export async function publish(
  store: Pick<Store, 'rounds' | 'results' | 'org' | 'decisions'>,
  programme: Pick<Programme, 'hr'>,
  id: string,
  now: Date,
): Promise<boolean> {
  const round = await store.rounds.get(id);
  const result = await store.results.result(id);
  if (round?.state !== 'burned' || !result) return false;
  const figures = figuresOf(round, result.pools);
  const before = await roundsBefore(store, round);
  const past = await figuresBefore(store, before);
  const earlier = earlierFigures(round, past);
  const history = [...past.toReversed(), { round: id, opensAt: round.opensAt, figures }];
  const people = new Map((await store.org.load()).people.map((person) => [person.id, person]));
  const changed = membersChanged(store, round);
  const digests: Digest[] = [];
  for (const [reader, units] of readersOf(round, programme.hr, people)) {
    const told: UnitDigest[] = [];
    for (const unit of units) {
      const facts = await compose(unit, figures, earlier, round.floor, changed);
      const shown = await overTime(unit, history, round.floor, changed);
      const hr = programme.hr.includes(reader);
      const action = await suggest(store, { round, before, earlier, reader, now }, facts);
      const pools = commentsFor(unit, result, hr);
      const comments = pools.flatMap(({ texts }) => texts);
      told.push({ ...facts, ...shown, comments, themes: themesOf(pools), ...action });
    }
    const uncounted = programme.hr.includes(reader) && { uncounted: result.uncounted };
    digests.push({ round: id, reader, units: told, ...uncounted });
  }
  const ledger = digests.flatMap((digest) => entriesOf(digest, figures, result, now));
  const deliveries = digests.map(({ reader }) => plan(id, reader, now));
  return store.results.publish(id, digests, ledger, deliveries);
}

/** Who reads which units: those who led them when the round opened, and HR the root. Who has left reads nothing. */
function readersOf(round: Round, hr: readonly string[], people: ReadonlyMap<string, Person>) {
  const readers = new Map<string, RoundUnit[]>();
  const add = (reader: string, unit: RoundUnit) => {
    const units = readers.get(reader) ?? [];
    if (people.has(reader) && !units.includes(unit)) readers.set(reader, [...units, unit]);
  };
  for (const unit of round.units) {
    if (unit.manager !== undefined) add(unit.manager, unit);
    if (unit.parent === undefined) for (const reader of hr) add(reader, unit);
  }
  return readers;
}

/** How many rounds back an earlier asking of a question is looked for: over a year of weeks. */
const LOOK_BACK = 60;

/** The published rounds of the campaign before this one, newest first. */
async function roundsBefore({ rounds }: Pick<Store, 'rounds'>, { campaign, opensAt }: Round) {
  const published = await rounds.list({ campaign, states: ['published'], limit: LOOK_BACK });
  return published.filter((past) => past.opensAt < opensAt);
}

/** Their figures. All are read, as a slow drift needs them: the pools of a year are small. */
async function figuresBefore(
  store: Pick<Store, 'results'>,
  before: readonly Round[],
): Promise<Past[]> {
  const found: Past[] = [];
  for (const past of before) {
    const result = await store.results.result(past.id);
    if (!result) continue;
    const { id, opensAt } = past;
    found.push({ round: id, opensAt, figures: figuresOf(past, result.pools) });
  }
  return found;
}

/** For each question, the last round that asked it, word for word. */
function earlierFigures({ questions }: Round, before: readonly Past[]): Map<string, Earlier> {
  const earlier = new Map<string, Earlier>();
  for (const question of questions) {
    const same = JSON.stringify(question);
    for (const { round, opensAt, figures } of before) {
      const again = figures.find(({ wording }) => wording === same);
      if (!again) continue;
      earlier.set(question.id, { round, opensAt, figures: again });
      break;
    }
  }
  return earlier;
}

/** Counts once for each unit and earlier round. */
function membersChanged(store: Pick<Store, 'rounds' | 'org'>, round: Round): MembersChanged {
  const known = new Map<string, Promise<number>>();
  const look = async (unit: string, past: Parameters<MembersChanged>[1]) => {
    const then = await store.rounds.get(past.round);
    const units = [...subtree(round.units, unit), ...(then ? subtree(then.units, unit) : [])];
    return store.org.membersChanged([...new Set(units)], past.opensAt, round.opensAt);
  };
  return (unit, past) => {
    const key = `${unit}\0${past.round}`;
    const count = known.get(key) ?? look(unit, past);
    known.set(key, count);
    return count;
  };
}

function commentsFor(unit: RoundUnit, { comments }: CountedRound, hr: boolean): ReleasedComments[] {
  return comments.filter(
    (pool) => pool.unit === unit.id && (!pool.hr || (hr && unit.parent === undefined)),
  );
}

/** Due at once; `send` waits for a good hour of the reader's. */
function plan(round: string, person: string, now: Date): Planned {
  return { id: randomUUID(), round, person, unit: '', kind: 'digest', sendAt: now };
}
