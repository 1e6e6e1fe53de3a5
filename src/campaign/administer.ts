/** What HR does: campaigns, rounds, what was withheld, reading people anew. */
import { withheld } from '../digest/withheld.ts';
import { isRelease, RELEASES } from '../exit/leaver.ts';
import { type PanelCampaign, panelMessage } from '../message/admin-message.ts';
import type { ActionName, Message } from '../message/message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { dayTime, weekdayTime } from '../message/times.ts';
import type { Organisation } from '../org/person.ts';
import { preview } from '../org/preview.ts';
import type { Desk } from '../ports/desk.ts';
import { administerRound } from './administer-round.ts';
import { localDate, shift } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { campaignFormFor } from './choose-campaign.ts';
import { audienceOf, nextOpening, openWindow } from './due.ts';
import { campaignFrom, type Fields, idFrom, startsAfter } from './edit-campaign.ts';
import { roundId } from './open-round.ts';
import { withMade } from './programme.ts';

export type Administration = Extract<
  ActionName,
  'admin' | 'withheld' | 'import' | `campaign-${string}` | `round-${string}`
>;

export async function administer(
  desk: Desk,
  action: Administration,
  about: string,
): Promise<Response> {
  const { copy } = desk;
  const fresh = await withCampaigns(desk);
  switch (action) {
    case 'admin':
      return { page: await panel(fresh) };
    case 'withheld':
      return { page: await withheld(fresh) };
    case 'import':
      await desk.enqueue({ name: 'people', ref: '' });
      return { say: plain(copy.admin.importing) };
    case 'campaign-new':
      return { form: await campaignFormFor(fresh, undefined) };
    case 'campaign-edit':
    case 'campaign-end':
    case 'campaign-resume':
      return changeCampaign(fresh, action, about);
    default: {
      const done = await administerRound(fresh, action, about);
      if (!('said' in done)) return done;
      return { page: await panel(fresh, done.said) };
    }
  }
}

/** The desk with the campaigns as they are now: those of the programme may be some seconds old. */
async function withCampaigns(desk: Desk): Promise<Desk> {
  const made = await desk.ports.store.campaigns.list();
  const written = desk.programme.campaigns.filter(({ id }) => made.every((each) => each.id !== id));
  return { ...desk, programme: withMade({ ...desk.programme, campaigns: written }, made) };
}

async function changeCampaign(
  desk: Desk,
  action: 'campaign-edit' | 'campaign-end' | 'campaign-resume',
  about: string,
): Promise<Response> {
  const { admin } = desk.copy;
  const found = await madeCampaign(desk, about);
  if ('say' in found) return found;
  const { campaign } = found;
  if (action === 'campaign-edit') return { form: await campaignFormFor(desk, campaign) };
  const { ended: _, ...going } = campaign;
  const end = action === 'campaign-end';
  await keep(desk, end ? { ...going, ended: true } : going);
  const said = end ? admin.hasEnded(campaign.name) : admin.goesOn(campaign.name);
  return { page: await panel(await withCampaigns(desk), said) };
}

/** A campaign that was made in chat; else why it can't be changed here. */
async function madeCampaign(
  { ports, programme, copy: { admin } }: Desk,
  id: string,
): Promise<{ readonly campaign: Campaign } | { readonly say: Message }> {
  const campaign = programme.campaigns.find((each) => each.id === id);
  if (!campaign) return { say: plain(admin.noSuchCampaign) };
  const made = await ports.store.campaigns.list();
  if (made.some((each) => each.id === id)) return { campaign };
  return { say: plain(admin.isWritten(campaign.name)) };
}

async function keep({ ports, enqueue, now }: Desk, campaign: Campaign): Promise<void> {
  await ports.store.campaigns.put(campaign, now);
  await enqueue({ name: 'sweep', ref: '' });
}

/** Saves a new campaign (`about` is empty) or a changed one. Open rounds stay as they are. */
export async function saveCampaign(asked: Desk, about: string, fields: Fields): Promise<Response> {
  const desk = await withCampaigns(asked);
  const { ports, programme, copy, now } = desk;
  const found = about === '' ? undefined : await madeCampaign(desk, about);
  if (found && 'say' in found) return found;
  const before = found?.campaign;
  const org = await ports.store.org.load();
  const editing = { programme, org, now, copy, ...(before && { before }) };
  const read = campaignFrom(fields, editing);
  if ('faults' in read) return read;
  const id = before?.id ?? (await freeId(desk, read.campaign.name));
  const campaign = await afterOpenRound(desk, { ...read.campaign, id }, before);
  await keep(desk, campaign);
  return { page: await savedPage(await withCampaigns(desk), campaign) };
}

/** One that no campaign has, and no round either: another's past is not its own. */
async function freeId({ ports, programme }: Desk, name: string): Promise<string> {
  const taken = new Set([...programme.campaigns.map(({ id }) => id), ...Object.values(RELEASES)]);
  for (;;) {
    const id = idFrom(name, (each) => taken.has(each));
    const past = await ports.store.rounds.list({ campaign: id, limit: 1 });
    if (past.length === 0) return id;
    taken.add(id);
  }
}

async function afterOpenRound({ ports, now }: Desk, campaign: Campaign, before?: Campaign) {
  if (!before) return campaign;
  const open = await ports.store.rounds.list({ campaign: campaign.id, states: ['open'] });
  const [last] = open.map(({ closesAt }) => closesAt).filter((closesAt) => closesAt > now);
  if (!last) return campaign;
  return startsAfter(campaign, before, shift(localDate(last, campaign.cadence.timezone), 1));
}

/** What managers will see of it, after a line on when it opens. */
async function savedPage(desk: Desk, campaign: Campaign): Promise<Message> {
  const { copy, now } = desk;
  const { admin } = copy;
  const { blocks } = await preview(desk, campaign.id);
  const when = dayTime(nextOpening(campaign, now), campaign.cadence.timezone, copy.language);
  const said = [
    admin.saved(campaign.name),
    campaign.ended ? admin.ended : admin.first(when),
    admin.nextRounds,
  ].join(' ');
  return {
    summary: admin.saved(campaign.name),
    blocks: [
      { kind: 'text', text: said },
      ...blocks,
      { kind: 'actions', about: '', actions: [{ action: 'admin', label: admin.back }] },
    ],
  };
}

/** Everything at a glance. */
async function panel(desk: Desk, said?: string): Promise<Message> {
  const { ports, programme, copy, now } = desk;
  const { store } = ports;
  const org = await store.org.load();
  const made = new Set((await store.campaigns.list()).map(({ id }) => id));
  const { campaigns } = programme;
  const going = [...campaigns].sort((a, b) => Number(!!a.ended) - Number(!!b.ended));
  const facts = going.map((each) => campaignFacts(desk, each, org, !made.has(each.id)));
  const open = (await store.rounds.list({ states: ['open'] })).filter(
    (round) => now < round.closesAt && !isRelease(round),
  );
  const rounds = open.map(({ id, campaign, closesAt, timezone }) => {
    const of = campaigns.find((each) => each.id === campaign);
    const name = of?.name ?? campaign;
    const people = of ? audienceOf(of, org, now).length : org.people.length;
    return { id, name, until: weekdayTime(closesAt, timezone, copy.language), people };
  });
  return panelMessage({ campaigns: await Promise.all(facts), rounds }, copy, said);
}

async function campaignFacts(
  { ports, copy, now }: Desk,
  campaign: Campaign,
  org: Organisation,
  written: boolean,
): Promise<PanelCampaign> {
  const { id, name, cadence, audience, ended } = campaign;
  const window = ended ? undefined : openWindow(campaign, now);
  const canOpen = window && !(await ports.store.rounds.get(roundId(campaign, window)));
  return {
    id,
    name,
    cadence,
    units: audience.map((unit) => org.units.find((each) => each.id === unit)?.name ?? unit),
    people: audienceOf(campaign, org, now).length,
    ...(!ended && { next: dayTime(nextOpening(campaign, now), cadence.timezone, copy.language) }),
    written,
    canOpen: canOpen === true,
  };
}
