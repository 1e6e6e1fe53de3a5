/** Who leaves, as HR may see it. What somebody did with their interview changes nothing here, but for one given to HR. */
import { localDate } from '../campaign/cadence.ts';
import type { Delivery } from '../delivery/delivery.ts';
import {
  type LeaversPage,
  type ListedLeaver,
  leaversMessage,
  type Next,
  PER_PAGE,
} from '../message/leavers-message.ts';
import type { Message } from '../message/message.ts';
import { dayMonth, fullDay } from '../message/times.ts';
import type { Organisation } from '../org/person.ts';
import type { Desk } from '../ports/desk.ts';
import { askDays } from './ask-days.ts';
import type { Leaver } from './leaver.ts';
import { addMonths } from './retention.ts';
import { exitRules } from './rules.ts';

/** `about` is the number of a page; anything else is the first. */
export async function leaversPage(
  desk: Desk,
  about: string,
  said: readonly string[] = [],
): Promise<Message> {
  const { programme, now, copy } = desk;
  const today = localDate(now, programme.timezone);
  const all = await known(desk, today);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(pages, /^[1-9]\d{0,3}$/.test(about) ? Number(about) : 1);
  const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const facts: LeaversPage = { leavers: await listed(desk, shown), page, pages };
  return leaversMessage(facts, copy, said);
}

/** Those to come, the next one first; then those who have left, as long as what they gave to HR is kept. */
async function known({ ports, programme, copy }: Desk, today: string): Promise<Leaver[]> {
  const from = addMonths(today, -exitRules(programme).keepMonths);
  const all = await ports.store.leavers.list({ states: ['announced', 'over'], from });
  const named = [...all].sort((a, b) => a.name.localeCompare(b.name, copy.language));
  const byDay = (a: Leaver, b: Leaver) => a.lastDay.localeCompare(b.lastDay);
  const isOver = ({ state }: Leaver) => state === 'over';
  return [
    ...named.filter((each) => !isOver(each)).sort(byDay),
    ...named.filter(isOver).sort((a, b) => byDay(b, a)),
  ];
}

export async function listed(desk: Desk, leavers: readonly Leaver[]): Promise<ListedLeaver[]> {
  const { ports, programme, copy } = desk;
  const org = await ports.store.org.load();
  const dayOf = await askDays(ports, programme, leavers);
  return Promise.all(
    leavers.map(async (leaver) => ({
      id: leaver.id,
      name: leaver.name,
      unit: org.units.find(({ id }) => id === leaver.unit)?.name ?? leaver.unit,
      lastDay: fullDay(leaver.lastDay, copy.language),
      what: await nextFor(desk, leaver, org, dayOf(leaver)),
      isNamed: isNamed(leaver),
    })),
  );
}

export function isNamed({ state, door, later }: Leaver): boolean {
  return state !== 'withdrawn' && (door === 'named' || later === 'named');
}

async function nextFor(
  { ports, programme, now, copy }: Desk,
  leaver: Leaver,
  org: Organisation,
  day: Date | undefined,
): Promise<Next> {
  const zone = leaver.timezone ?? programme.timezone;
  const today = localDate(now, zone);
  if (leaver.state === 'over' || leaver.lastDay < today) return { next: 'over' };
  const { round, person } = leaver;
  const sent = round === undefined ? undefined : await ports.store.deliveries.of(round, person);
  if (sent && sent.messages > 0) return { next: 'asked' };
  const isListed = org.people.some(({ id }) => id === person);
  const chats = isListed ? await ports.chats.of(person) : [];
  if (chats.length === 0 || sent?.state === 'unreachable') return { next: 'unreachable' };
  if (day === undefined) return { next: 'late' };
  // By the day alone: what they have set for themselves is nobody's business.
  if (today < localDate(day, zone)) {
    return { next: 'will-be-asked', day: dayMonth(day, zone, copy.language) };
  }
  return { next: isWaiting(sent) ? 'soon' : 'asked' };
}

/** Before the first message. */
function isWaiting(sent: Delivery | undefined): boolean {
  return !sent || sent.state === 'planned' || sent.state === 'claimed';
}
