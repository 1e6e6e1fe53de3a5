/** On which day leavers are asked, as HR may know it: what people have set for themselves is left out. */
import { type Programme, USUAL } from '../campaign/programme.ts';
import { goodDays } from '../campaign/quiet.ts';
import type { Ports } from '../ports/ports.ts';
import { askTime } from './asking-time.ts';
import type { Leaver } from './leaver.ts';
import { exitRules } from './rules.ts';

/** Undefined: they were announced too late to be asked. */
export async function askDays(
  { store, calendar }: Pick<Ports, 'store' | 'calendar'>,
  programme: Programme,
  leavers: readonly Leaver[],
): Promise<(leaver: Leaver) => Date | undefined> {
  if (leavers.length === 0) return () => undefined;
  const { people } = await store.org.load();
  const listed = new Map(people.map((person) => [person.id, person]));
  const theirs = leavers.map(({ person }) => listed.get(person) ?? {});
  const from = Math.min(...leavers.map(({ announcedAt }) => announcedAt.getTime()));
  const until = Math.max(from, ...leavers.map(({ lastDay }) => Date.parse(lastDay)));
  const rules = programme.quiet ?? USUAL.quiet;
  const days = await goodDays(rules, theirs, calendar, new Date(from), new Date(until));
  return (leaver) => {
    const zone = listed.get(leaver.person)?.timezone ?? leaver.timezone ?? programme.timezone;
    const isGood = days(listed.get(leaver.person) ?? {});
    const around = { time: NOON, zone, isGood };
    return askTime(leaver, exitRules(programme), around, leaver.announcedAt);
  };
}

/** Only the day is told. */
const NOON = '12:00';
