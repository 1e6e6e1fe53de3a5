/** The second wave, over a personal one-time link, without any chat account. */
import type { Copy } from '../message/copy.ts';
import { laterPage } from '../message/exit-later.ts';
import { texts } from '../message/exit-message.ts';
import { copyFor } from '../message/languages.ts';
import type { Form, Message } from '../message/message.ts';
import type { Fields } from '../message/reply.ts';
import { fullDay } from '../message/times.ts';
import { linkTimes, readToken } from './later-link.ts';
import { exitRules } from './rules.ts';
import { showVisit, takeVisit, type Visiting, type VisitorsDesk } from './visit-screens.ts';

/** What the page shows. `language` is the leaver's. */
export interface Visit {
  readonly status: 'ok' | 'not-yet' | 'over' | 'used' | 'unknown';
  readonly language: string;
  /** What to read; above the form where there is one. */
  readonly page: Message;
  /** Absent: nothing to fill in. */
  readonly form?: Form;
  /** The form is the one that was sent, and nothing of it was kept: what was filled in stands there again. */
  readonly again?: true;
  /** Field name to what is wrong. */
  readonly faults?: Readonly<Record<string, string>>;
  /** When it opens, for the calendar file; with `not-yet`. */
  readonly opensAt?: Date;
}

/**
 * `fields` of a form that was sent carry `screen`, what the form is about, beside its own, and `action` where one of its
 * other buttons was pressed; undefined: the page was only opened, which changes nothing, as mail programs open links too.
 * What it shows never hangs on whether they took part at the door, but for who was named to HR then and may be again.
 */
export async function visit(
  at: VisitorsDesk,
  token: string,
  fields: Fields | undefined,
): Promise<Visit> {
  const { ports, programme } = at;
  const id = await readToken(ports.leaverKeys, token);
  const leaver = id === undefined ? undefined : await ports.store.leavers.get(id);
  if (!leaver) {
    const copy = copyFor(programme.locale);
    return refusal('unknown', copy.exit.later.unknown, copy);
  }
  const locale = await ports.store.org.locale(leaver.person);
  const copy = copyFor(locale ?? leaver.locale ?? programme.locale);
  const about = { ...at, leaver, copy };
  const open = await openFor(about);
  if ('status' in open) return open;
  const visiting = { ...about, ...open };
  const screen = fields?.screen?.[0];
  const { screen: _, about: __, action, ...given } = fields ?? {};
  const sent = screen === undefined ? undefined : { screen, action: action?.[0], fields: given };
  const sight = sent ? await takeVisit(visiting, sent) : await showVisit(visiting);
  // Undefined: it was ended meanwhile, in another window.
  return sight
    ? { ...sight, language: copy.language }
    : refusal('used', copy.exit.later.used, copy);
}

type About = Omit<Visiting, 'round' | 'until'>;

/** The release that it goes into, as long as the link works; else why not. */
async function openFor({
  ports,
  programme,
  leaver,
  copy,
  now,
}: About): Promise<Visit | Pick<Visiting, 'round' | 'until'>> {
  const { later } = copy.exit;
  if (leaver.state === 'withdrawn') return refusal('over', later.withdrawn, copy);
  const times = linkTimes(leaver, exitRules(programme), programme.timezone);
  const until = fullDay(times.to, copy.language);
  if (now < times.opensAt) {
    const says = later.notYet(fullDay(times.from, copy.language), until);
    return { ...refusal('not-yet', says, copy), opensAt: times.opensAt };
  }
  if (leaver.later !== undefined && leaver.later !== 'open') {
    return refusal('used', later.used, copy);
  }
  const id = leaver.laterRound;
  const round = id === undefined ? undefined : await ports.store.rounds.get(id);
  const isOpen = round?.state === 'open' && now < round.closesAt && now < times.closesAt;
  return isOpen ? { round, until } : refusal('over', later.over, copy);
}

function refusal(status: Visit['status'], says: string, copy: Copy): Visit {
  return { status, language: copy.language, page: laterPage(copy, texts(says)) };
}
