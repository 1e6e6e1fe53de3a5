/** Where somebody's exit interview stands just now, and what its messages tell. */
import { localDate } from '../campaign/cadence.ts';
import type { Programme } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { givenName } from '../delivery/wish.ts';
import type { ExitFacts, LinkFacts } from '../message/exit-message.ts';
import { dayMonth, fullDay } from '../message/times.ts';
import type { Desk } from '../ports/desk.ts';
import type { Ports } from '../ports/ports.ts';
import { laterLink, linkTimes } from './later-link.ts';
import type { Leaver } from './leaver.ts';
import { type ExitRules, exitRules, GRACE_HOURS } from './rules.ts';

export interface Standing {
  readonly leaver: Leaver;
  /** `over`: the last day has passed; `released`: what is in the release can't be changed any more. */
  readonly stage: 'unasked' | 'open' | 'pooled' | 'named' | 'declined' | 'over' | 'released';
  /** What was chosen; `pooled` before the choice, where nothing depends on it. */
  readonly access: 'named' | 'pooled';
  readonly facts: ExitFacts;
  readonly rules: ExitRules;
  /** Where the message that asked lies. */
  readonly address?: string;
}

/**
 * Undefined for whoever is not asked: nobody learns from a word typed too early that they were announced, as HR may
 * still correct it.
 */
export async function standingOf(desk: Desk): Promise<Standing | undefined> {
  const { ports, programme, now } = desk;
  const leaver = await ports.store.leavers.of(desk.person);
  const round = leaver?.round === undefined ? undefined : await desk.round(leaver.round);
  if (!leaver || !round || leaver.state === 'withdrawn') return undefined;
  const delivery = await ports.store.deliveries.of(round.id, desk.person);
  const stage = stageOf(leaver, round, leaver.timezone ?? programme.timezone, now);
  if (stage === 'unasked' && !isAsked(leaver, delivery, now)) return undefined;
  const rules = exitRules(programme);
  return {
    leaver,
    stage,
    access: leaver.access ?? 'pooled',
    facts: exitFacts(leaver, round, rules, desk.copy.language),
    rules,
    ...(delivery?.address !== undefined && { address: delivery.address }),
  };
}

function stageOf(leaver: Leaver, round: Round, zone: string, now: Date): Standing['stage'] {
  const { door = 'unasked', lastDay, state } = leaver;
  if (door !== 'open' && door !== 'unasked') return door;
  if (round.state !== 'open' || now >= round.closesAt) return 'released';
  return state === 'over' || localDate(now, zone) > lastDay ? 'over' : door;
}

const HOUR = 3_600_000;

function isAsked({ announcedAt }: Leaver, delivery: Delivery | undefined, now: Date): boolean {
  if (!delivery || now.getTime() < announcedAt.getTime() + GRACE_HOURS * HOUR) return false;
  const { messages, sendAt } = delivery;
  return messages > 0 || sendAt === undefined || sendAt <= now;
}

/** What the messages of an interview tell, ready to print. */
export function exitFacts(
  { name, lastDay }: Pick<Leaver, 'name' | 'lastDay'>,
  round: Pick<Round, 'closesAt' | 'timezone' | 'floor'>,
  { laterMonths, keepMonths }: Pick<ExitRules, 'laterMonths' | 'keepMonths'>,
  language: string,
): ExitFacts {
  return {
    name: givenName({ name }),
    lastDay: dayMonth(new Date(`${lastDay}T12:00:00Z`), 'UTC', language),
    floor: round.floor,
    releasedOn: dayMonth(round.closesAt, round.timezone, language),
    laterMonths,
    keepMonths,
  };
}

export function releasedOn(
  { closesAt, timezone }: Pick<Round, 'closesAt' | 'timezone'>,
  language: string,
): string {
  return fullDay(localDate(closesAt, timezone), language);
}

/** The second wave's link as its message tells it; undefined where no page is reached from outside. */
export async function linkFacts(
  ports: Pick<Ports, 'leaverKeys' | 'site'>,
  programme: Programme,
  leaver: Leaver,
  language: string,
): Promise<LinkFacts | undefined> {
  const url = await laterLink(ports, leaver);
  const { from, to } = linkTimes(leaver, exitRules(programme), programme.timezone);
  return url === undefined
    ? undefined
    : { url, opensOn: fullDay(from, language), until: fullDay(to, language) };
}
