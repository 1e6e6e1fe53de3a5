/** "What will my manager see?": the size of the group that a person counts in, and an invented digest of that size. */
import { type Figure, grainOf } from '../anonymity/figure.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { audienceOf, campaignsFor } from '../campaign/due.ts';
import { answering, type Rehearsal, rehearse } from '../campaign/rehearse.ts';
import { compose } from '../digest/compose.ts';
import type { Own } from '../digest/figures.ts';
import type { FigureKind } from '../message/copy-home.ts';
import { digestMessage } from '../message/digest-message.ts';
import type { Message } from '../message/message.ts';
import {
  type Becomes,
  type OwnGroup,
  previewMessage,
  type Reach,
} from '../message/preview-message.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import { homeUnit, type Organisation, type Person } from './person.ts';
import { rolesOf } from './roles.ts';
import { pathToRoot } from './unit.ts';

/**
 * `about` is a campaign's id, or empty: the first campaign that asks this person. HR is also told what each team of the
 * campaign would be shown.
 */
export async function preview(desk: Desk, about: string): Promise<Message> {
  const { copy, now } = desk;
  const org = await desk.ports.store.org.load();
  const person = org.people.find(({ id }) => id === desk.person);
  if (!person) return plain(copy.home.stranger);
  const hr = about !== '' && rolesOf(person.id, desk.programme, org.units).has('hr');
  const campaign = chosen(desk, person, org, about, hr);
  if (!campaign) return previewMessage({ comments: false }, copy);
  const rehearsal = rehearse(campaign, org, now);
  const asked = isAsked(campaign, person, org, now);
  const home = homeUnit(person, new Map(org.units.map((unit) => [unit.id, unit])));
  const example = await exampleFor(asked ? home : undefined, rehearsal, desk);
  return previewMessage(
    {
      comments: campaign.comment !== undefined,
      ...(asked && { group: groupOf(home, rehearsal, org) }),
      ...(hr && rehearsal.figures.length > 0 && { reach: reachOf(campaign, rehearsal, org) }),
      ...(example && { example }),
    },
    copy,
  );
}

/** Campaigns of others are HR's to look at. */
function chosen(
  { programme, now }: Desk,
  person: Person,
  org: Organisation,
  about: string,
  hr: boolean,
): Campaign | undefined {
  const { campaigns } = programme;
  const named = hr && campaigns.find(({ id }) => id === about);
  if (named) return named;
  const mine = campaignsFor(person.id, campaigns, org, now);
  return mine.find(({ id }) => id === about) ?? mine[0];
}

function isAsked(campaign: Campaign, person: Person, org: Organisation, now: Date): boolean {
  return audienceOf(campaign, org, now).some((each) => each.person.id === person.id);
}

function groupOf(home: string, rehearsal: Rehearsal, org: Organisation): OwnGroup {
  const { round, figures, poolOf } = rehearsal;
  const unit = round.units.find(({ id }) => id === home);
  const people = unit?.invited ?? 0;
  const manager = org.people.find(({ id }) => id === unit?.manager)?.name;
  const pool = poolOf(home);
  const shown = pool && figures[0]?.shown(pool.unit);
  const isOwn = shown?.unit.id === home;
  return {
    unit: unit?.name ?? home,
    people,
    ...(manager !== undefined && { manager }),
    floor: round.floor,
    // A unit's own figure holds all below it; answers that go up are those of the unit alone.
    ...(isOwn
      ? { answers: shown.n, asked: shown.asked }
      : { answers: answering(people), asked: people }),
    ...(figures.length > 0 && { becomes: becomes(shown, home) }),
  };
}

/** Units with a reader and somebody to ask, in the order of the tree. */
function reachOf(campaign: Campaign, rehearsal: Rehearsal, org: Organisation): Reach {
  const people = new Set(org.people.map(({ id }) => id));
  const units = rehearsal.round.units
    .filter(({ id, manager }) => people.has(manager ?? '') && rehearsal.asked(id) > 0)
    .map(({ id, name }) => {
      return {
        name,
        asked: rehearsal.asked(id),
        becomes: becomes(rehearsal.figures[0]?.shown(id), id),
      };
    });
  const own = units.filter((each) => each.becomes !== 'nothing' && 'own' in each.becomes).length;
  return { campaign: campaign.name, own, teams: units.length, units };
}

function becomes(shown: Own | undefined, unit: string): Becomes {
  if (!shown) return 'nothing';
  const kind = kindOf(shown.figure);
  return shown.unit.id === unit ? { own: kind } : { above: shown.unit.name, kind };
}

function kindOf(figure: Figure): FigureKind {
  return figure.shown !== 'band' && grainOf(figure).step === 10
    ? `${figure.shown}-tens`
    : figure.shown;
}

/** The digest that the reader of `home` would get, or that of the whole organisation. */
async function exampleFor(home: string | undefined, rehearsal: Rehearsal, { copy }: Desk) {
  const { round, figures } = rehearsal;
  const units = new Map(round.units.map((unit) => [unit.id, unit]));
  const root = round.units.find(({ parent }) => parent === undefined);
  const [unit] = home === undefined ? [root] : pathToRoot(units, home);
  if (!unit || figures.length === 0) return undefined;
  const facts = await compose(unit, figures, new Map(), round.floor, async () => 0);
  const told = { round: round.id, reader: '', units: [{ ...facts, comments: [] }] };
  return digestMessage(round, told, copy);
}
