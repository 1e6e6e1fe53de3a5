/** What a reader does with a digest: look at all of it, and decide on the action that it suggests. */
import { hrWeek } from '../campaign/hr-week.ts';
import type { Round } from '../campaign/round.ts';
import { detailsPages, isAskedIn, type Told, TREND } from '../message/details-message.ts';
import { type Choices, digestMessage } from '../message/digest-message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import type { Choice, Digest } from './digest.ts';
import { answering, tellable } from './loop.ts';

/** How many rounds back earlier figures are looked for: over a year of weeks. */
const LOOK_BACK = 60;

/** `about` is a round's id, `/` and a page's number. Nobody is shown more than their own digests said. */
export async function details(desk: Desk, about: string): Promise<Response> {
  const [, id = '', page = ''] = /^([^/]+)\/(\d{1,3})$/.exec(about) ?? [];
  const found = await ownDigest(desk, id);
  if (!found) return refused(desk);
  const { round, digest } = found;
  const { store } = desk.ports;
  const before = await toldBefore(desk, round);
  const pages = detailsPages(round, digest, before, desk.copy, await answering(store, digest));
  const message = pages[Number(page)];
  return message ? { page: message } : refused(desk);
}

/** `about` is a round's id, `/` and a unit's. Pressed twice, it is one decision. */
export async function decide(desk: Desk, choice: Choice, about: string): Promise<Response> {
  const { ports, programme, person, now, copy } = desk;
  const { decisions } = ports.store;
  const [, id = '', unit = ''] = /^([^/]+)\/(.+)$/s.exec(about) ?? [];
  const found = await ownDigest(desk, id);
  const suggestion = found?.digest.units.find((each) => each.unit === unit)?.suggestion;
  if (!found || !suggestion) return refused(desk);
  const { action } = suggestion;
  const known = await decisions.get(id, unit, person);
  if (known?.choice !== choice) {
    await decisions.put({ round: id, unit, reader: person, action, choice, at: now });
  }
  const { round, digest } = found;
  const further = {
    tellable: await tellable(ports.store, digest),
    week: await hrWeek(ports.store, programme, person, round, copy, now),
  };
  return { replace: digestMessage(round, digest, copy, await choicesOn(desk, digest), further) };
}

/** The digest that this person was sent of a round; undefined for any other, whatever its name. */
export async function ownDigest({ ports, person, round }: Desk, id: string) {
  if (id === '') return undefined;
  const [found, digest] = await Promise.all([round(id), ports.store.results.digest(id, person)]);
  return found && digest && { round: found, digest };
}

/** What they have decided on each unit's suggestion. */
async function choicesOn({ ports, person }: Desk, { round, units }: Digest): Promise<Choices> {
  const choices = new Map<string, Choice>();
  for (const { unit } of units.filter(({ suggestion }) => suggestion !== undefined)) {
    const decision = await ports.store.decisions.get(round, unit, person);
    if (decision) choices.set(unit, decision.choice);
  }
  return choices;
}

/** This reader's digests of the last rounds that asked any of the same questions, newest first. */
async function toldBefore({ ports, person }: Desk, round: Round): Promise<Told[]> {
  const { rounds, results } = ports.store;
  const { campaign, questions, opensAt } = round;
  const published = await rounds.list({ campaign, states: ['published'], limit: LOOK_BACK });
  const wanted = questions
    .filter((question) => question.kind !== 'free-text')
    .map((question) => ({ question, left: TREND }));
  const told: Told[] = [];
  for (const past of published.filter((each) => each.opensAt < opensAt)) {
    const asked = wanted.filter((each) => each.left > 0 && isAskedIn(past, each.question));
    if (asked.length === 0) continue;
    for (const each of asked) each.left--;
    const digest = await results.digest(past.id, person);
    if (digest) told.push({ round: past, digest });
  }
  return told;
}

function refused({ copy }: Desk): Response {
  return { say: plain(copy.digest.noDigest) };
}
