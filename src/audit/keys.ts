/** Whether the key folder holds exactly the keys that are needed, and the database lies somewhere else. */
import type { KeptFacts, LeaverMarks, RoundFacts, StoreFacts } from '../ports/inspection.ts';
import { type Finding, fault, judged, many, warning } from './finding.ts';

/** One folder of keys, as it was found. */
export interface KeyFacts {
  /** In words for the operator. */
  readonly place: string;
  /** Rounds' or leavers' ids. */
  readonly ids: readonly string[];
  /** Files that are no keys, and keys that were being written when a process ended. */
  readonly others: readonly string[];
}

/** What a round's key file opens. */
export type Fit = 'fits' | 'another' | 'unreadable';

export interface AllKeys {
  readonly rounds: KeyFacts;
  readonly leavers: KeyFacts;
  /** Of the rounds that have a key file. */
  readonly fits: ReadonlyMap<string, Fit>;
  /** The keys lie in the database's folder, or the database in theirs. */
  readonly besideDatabase: boolean;
}

export function needsKey({ state }: Pick<RoundFacts, 'state'>): boolean {
  return state === 'open' || state === 'closing';
}

export function checkKeys(
  { rounds, leavers, kept }: Pick<StoreFacts, 'rounds' | 'leavers' | 'kept'>,
  keys: AllKeys,
): readonly Finding[] {
  const { place } = keys.rounds;
  const beside = `Keys lie beside the database (${place}): a backup of it would hold both. Set SOUNDINGS_KEYS to another folder.`;
  const wrong = [
    ...roundFaults(rounds, keys).map((says) => fault('keys', says)),
    ...leaverFaults(leavers, kept, keys.leavers).map((says) => fault('keys', says)),
    ...(keys.besideDatabase ? [fault('keys', beside)] : []),
    ...[keys.rounds, keys.leavers].flatMap(({ others, place: folder }) =>
      others.map((name) =>
        warning(
          'keys',
          `"${name}" in ${folder} is no key of a round or leaver. Remove it if you don't know it.`,
        ),
      ),
    ),
  ];
  const open = rounds.filter(needsKey).length;
  return judged(
    'keys',
    wrong,
    `one for each of ${many(open, 'open round')}, ${many(keys.leavers.ids.length, 'leaver')}, and none else`,
  );
}

function roundFaults(rounds: readonly RoundFacts[], { rounds: { ids, place }, fits }: AllKeys) {
  const known = new Map(rounds.map((round) => [round.id, round]));
  const missing = rounds.filter((round) => needsKey(round) && !ids.includes(round.id));
  const faults = missing.map(
    ({ id }) =>
      `The key of open round ${id} is not in ${place}: it can't be counted. Put the key file back.`,
  );
  for (const id of ids) {
    const round = known.get(id);
    if (!round || !needsKey(round)) {
      const is = round ? `is ${round.state}` : 'is unknown';
      faults.push(
        `There is still a key for round ${id}, which ${is}: it undoes the burn. Destroy it.`,
      );
    } else if (fits.get(id) !== 'fits') {
      const why = fits.get(id) === 'another' ? 'of another round' : 'no key, or wrapped otherwise';
      faults.push(`The key file of open round ${id} is ${why}: the round can't be counted.`);
    }
  }
  return faults;
}

/** Whoever has begun or given something by name; a key is made with the first answer. */
function leaverFaults(
  leavers: readonly LeaverMarks[],
  kept: readonly KeptFacts[],
  { ids, place }: KeyFacts,
): string[] {
  const known = new Map(leavers.map((leaver) => [leaver.id, leaver]));
  const holding = [...new Set(kept.map(({ leaver }) => leaver))];
  const missing = holding.filter((id) => known.has(id) && !ids.includes(id));
  const needed = (id: string) => {
    const leaver = known.get(id);
    return [leaver?.door, leaver?.later].some((each) => each === 'open' || each === 'named');
  };
  const needless = ids.filter((id) => !needed(id));
  return [
    ...missing.map(
      (id) =>
        `The key of leaver ${id} is not in ${place}: what they answered can't be read. Put it back.`,
    ),
    ...needless.map(
      (id) =>
        `There is still a key for leaver ${id}, of whom nothing is open or named. Destroy it.`,
    ),
  ];
}
