/** Announces the leavers of a file, all or none; what is faulty changes nothing. */
import { type LeaverRow, leaverFaults, readLeavers, sourceOf } from '../adapters/csv/leavers.ts';
import { localDate } from './campaign/cadence.ts';
import type { Programme } from './campaign/programme.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';
import { isDate } from './org/check-org.ts';
import type { Organisation } from './org/person.ts';
import type { Store } from './ports/store.ts';
import type { Soundings } from './soundings.ts';

/**
 * Read with the people, over and over: who has left long ago may stay in the file, and what HR has withdrawn in chat is not
 * announced again by a row that says the same as before.
 */
export async function importLeavers(
  file: string,
  { timezone }: Pick<Programme, 'timezone'>,
  store: Pick<Store, 'org' | 'leavers'>,
  announce: Soundings['announce'],
  now: Date,
  tell: Tell,
): Promise<void> {
  const source = sourceOf(file);
  const unchanged = 'Nothing was taken from it: leavers stay as they were.';
  const read = await readLeavers(file);
  if ('fault' in read) return tell(`${new FaultsFound([read.fault]).message}\n${unchanged}`);
  const org = await store.org.load();
  const isPast = pastOf(org, localDate(now, timezone));
  const isTakenBack = await takenBack(store);
  const rows = read.rows.filter((row) => !isPast(row) && !isTakenBack(row));
  const outcome = await announce(
    source,
    rows.map(({ announcement }) => announcement),
  );
  if ('faults' in outcome) {
    const found = new FaultsFound(leaverFaults(rows, outcome.faults));
    return tell(`${found.message}\n${unchanged}`);
  }
  for (const { where, says } of read.notices) tell(`${where}: ${says}`);
  const { announced, corrected, withdrawn, late } = outcome;
  if (announced + corrected + withdrawn === 0) return;
  const left = read.rows.filter(isPast).length;
  const back = read.rows.filter(isTakenBack).length;
  const notes = [
    ...(late > 0 ? [`${late} too late to be asked before their last day.`] : []),
    ...(left > 0 ? [`${left} rows of people who have left already are ignored.`] : []),
    ...(back > 0
      ? [`${back} rows of what was withdrawn, or of an earlier leave, are ignored.`]
      : []),
  ];
  const counts = `${announced} announced, ${corrected} corrected, ${withdrawn} withdrawn.`;
  tell([`${source}: ${counts}`, ...notes].join(' '));
}

/** Rows of people who have left, and are in the people file no more. */
function pastOf({ people }: Organisation, today: string): (row: LeaverRow) => boolean {
  const known = new Set(people.flatMap(({ id, email }) => [id, email?.toLowerCase() ?? id]));
  return ({ announcement, faults }) => {
    if (faults.length > 0 || !('lastDay' in announcement)) return false;
    const { person, lastDay } = announcement;
    const isKnown = known.has(person) || known.has(person.toLowerCase());
    return !isKnown && isDate(lastDay) && lastDay < today;
  };
}

/** Rows of what was withdrawn; and of an earlier leave of whoever came back and leaves again. */
async function takenBack({
  org,
  leavers,
}: Pick<Store, 'org' | 'leavers'>): Promise<(row: LeaverRow) => boolean> {
  const { people } = await org.load();
  const idOf = new Map(people.map(({ id, email }) => [email?.toLowerCase() ?? id, id]));
  const all = await leavers.list();
  const going = new Set(all.flatMap(({ person, state }) => (state === 'announced' ? person : [])));
  const done = all.filter(
    ({ person, state }) => state === (going.has(person) ? 'over' : 'withdrawn'),
  );
  const said = new Set(done.map(({ person, lastDay }) => `${lastDay} ${person}`));
  return ({ announcement }) => {
    if (!('lastDay' in announcement)) return false;
    const person = idOf.get(announcement.person.toLowerCase()) ?? announcement.person;
    return said.has(`${announcement.lastDay} ${person}`);
  };
}
