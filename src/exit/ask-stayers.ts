/** Asks the people who stay, once: whether they would take what leavers were offered, or what keeps them here. */

import { type Cadence, localDate, shift } from '../campaign/cadence.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { audienceOf, nextOpening } from '../campaign/due.ts';
import { floorOf, type Programme } from '../campaign/programme.ts';
import { plannedMessage } from '../message/planned-message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { dayTime } from '../message/times.ts';
import type { Organisation } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import type { Desk } from '../ports/desk.ts';
import type { Store } from '../ports/store.ts';
import { EXIT_QUESTIONS } from '../stock/exit.ts';
import { KEEPS, MIGHT_LEAVE, WHY_US } from '../stock/stay.ts';
import type { FivePoint } from '../survey/question.ts';
import { type ExitFigures, exitFigures } from './exit-figures.ts';
import { RELEASES } from './leaver.ts';
import { mirrorOf } from './offer.ts';
import { releasesOf } from './released.ts';

/** How the campaigns made here are called. */
const ASKING = { mirror: 'mirror', stay: 'stay' } as const;
type Asking = keyof typeof ASKING;

/** Days in which a part is asked the same kind of thing once. */
const APART = 90;
const DAY = 86_400_000;

/** `unit` may be empty: the root. Plans it, or says why not. */
export async function askStayers(desk: Desk, asking: Asking, unit: string): Promise<Response> {
  const { copy, programme, now } = desk;
  const { store } = desk.ports;
  const { release, language } = copy;
  const org = await store.org.load();
  const part = org.units.find(({ id, parent }) =>
    unit === '' ? parent === undefined : id === unit,
  );
  if (!part) return { say: plain(release.notYours) };
  const { name, id } = part;
  const floor = floorOf(programme);
  const here = subtree(org.units, id);
  // Whoever leads the part counts above it.
  const counting = audienceOf({ audience: [id] }, org, now).filter((each) => here.has(each.unit));
  if (counting.length < floor) {
    return { say: plain(release.tooFew(name, floor)) };
  }
  if (await wasAsked(desk, asking, id, org)) {
    return { say: plain(release.askedLately(name, APART)) };
  }
  const asked = asking === 'stay' ? STAY : await mirror(store, id, now);
  if (!asked) return { say: plain(release.noMirror(name)) };
  const campaign: Campaign = {
    ...schedule(programme, now),
    ...asked,
    id: await freeId(store, programme, asking, now),
    name: asking === 'mirror' ? release.mirrorName(name) : release.stayName(name),
    audience: [id],
    once: true,
    floor,
  };
  await store.campaigns.put(campaign, now);
  await desk.enqueue({ name: 'sweep', ref: '' });
  const when = dayTime(nextOpening(campaign, now), campaign.cadence.timezone, language);
  return { say: plannedMessage(campaign.name, when, copy) };
}

type Asked = Pick<Campaign, 'questions' | 'perRound' | 'comment'>;

const STAY: Asked = { questions: [KEEPS, MIGHT_LEAVE], perRound: 2, comment: WHY_US };

/** Made of what whole pools of leavers of this part said in the last twelve months. */
async function mirror(store: Store, unit: string, now: Date): Promise<Asked | undefined> {
  const figures = exitFigures(await releasesOf(store, RELEASES.door), now);
  const question = figures && mirrorFor(figures, unit);
  return question && { questions: [question], perRound: 1 };
}

/**
 * Names what more than half of the offers had, and so at least three of five: as little as the report itself says.
 * Questions of which nothing may be said are left out.
 */
function mirrorFor(figures: ExitFigures, unit: string): FivePoint | undefined {
  const released = EXIT_QUESTIONS.flatMap((question) => {
    if (question.kind === 'free-text' || !figures.said(question, { unit })) return [];
    const cast = figures.cast(question.id, { unit });
    return cast ? [[question.id, cast] as const] : [];
  });
  return mirrorOf(new Map(released));
}

/** As the company's first pulse: the next time that it would open, in its hours. */
function schedule(
  { campaigns, timezone }: Programme,
  now: Date,
): Pick<Campaign, 'cadence' | 'askAt' | 'askUntil'> {
  const like = campaigns.find(({ ended, once }) => !ended && !once);
  const cadence = like?.cadence ?? { ...USUAL_WEEK, timezone };
  return {
    cadence: {
      ...cadence,
      every: 'week',
      starts: shift(localDate(now, cadence.timezone), 1),
    },
    askAt: like?.askAt ?? '10:00',
    ...(like?.askUntil !== undefined && { askUntil: like.askUntil }),
  };
}

const USUAL_WEEK: Pick<Cadence, 'opens' | 'closes'> = {
  opens: { weekday: 1, time: '09:00' },
  closes: { weekday: 5, time: '17:00' },
};

/** Whether anybody of this part is asked this kind of thing now, or was in the last {@link APART} days. */
async function wasAsked(
  { ports, programme, now }: Desk,
  asking: Asking,
  unit: string,
  { units }: Organisation,
): Promise<boolean> {
  const { rounds, campaigns } = ports.store;
  const made = [...programme.campaigns, ...(await campaigns.list())];
  const here = subtree(units, unit);
  const touches = ({ audience }: Campaign) =>
    audience.some((id) => here.has(id) || subtree(units, id).has(unit));
  for (const campaign of made.filter((each) => isAsking(each, asking) && touches(each))) {
    const [round] = await rounds.list({ campaign: campaign.id, limit: 1 });
    if (!round && !campaign.ended) return true;
    if (!round || round.state === 'cancelled') continue;
    if (now.getTime() - round.opensAt.getTime() < APART * DAY) return true;
  }
  return false;
}

/** Whether this campaign, or the campaign of this round, holds up the mirror, or asks why people stay. */
export function isAsking(of: { readonly id: string }, asking: Asking): boolean {
  return of.id.startsWith(`${ASKING[asking]}-`);
}

async function freeId(
  { campaigns, rounds }: Store,
  programme: Programme,
  asking: Asking,
  now: Date,
): Promise<string> {
  const made = [...programme.campaigns, ...(await campaigns.list())].map(({ id }) => id);
  const day = `${ASKING[asking]}-${now.toISOString().slice(0, 10)}`;
  for (let i = 1; ; i++) {
    const id = i === 1 ? day : `${day}-${i}`;
    if (!made.includes(id) && (await rounds.list({ campaign: id, limit: 1 })).length === 0) {
      return id;
    }
  }
}
