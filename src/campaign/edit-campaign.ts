/** From the filled-in form of a campaign to the campaign, or everything that is wrong with it, by field. */

import { CAMPAIGN, type CampaignField, NAME_LIMIT, READY } from '../message/campaign-form.ts';
import { clockTime, timeOf } from '../message/commands.ts';
import type { Copy } from '../message/copy.ts';
import { isDate } from '../org/check-org.ts';
import type { Organisation } from '../org/person.ts';
import { COMMENT, PULSE_BANK, PULSE_CORE, RECOMMEND } from '../stock/pulse.ts';
import type { Question } from '../survey/question.ts';
import { type Cadence, localDate, type Weekday, type WeekTime } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf } from './due.ts';
import { floorOf, type Programme } from './programme.ts';

export type Fields = Readonly<Record<string, readonly string[]>>;
export type Faults = Readonly<Record<string, string>>;

/** What a campaign is made in, or changed in. */
export interface Editing {
  readonly programme: Pick<Programme, 'timezone' | 'floor'>;
  readonly org: Organisation;
  readonly now: Date;
  readonly copy: Copy;
  /** Absent: it is new. */
  readonly before?: Campaign;
}

/** Every question that can be chosen, in the order of the drivers. */
export const BANK: readonly Question[] = [...PULSE_BANK, RECOMMEND];

/** No floor is asked for above this: nothing would ever be shown. */
const STRICTEST = 100;

/** All but its id. */
export function campaignFrom(
  fields: Fields,
  editing: Editing,
): { readonly campaign: Omit<Campaign, 'id'> } | { readonly faults: Faults } {
  const { programme, org, now, before } = editing;
  const read = reading(fields, editing.copy);
  const campaign = {
    name: read.name(),
    cadence: cadenceOf(read, editing),
    questions: read.questions(before?.questions ?? []),
    perRound: Number(read.one('perRound', ['1', '2', '3'])),
    audience: read.audience([...org.units.map(({ id }) => id), ...(before?.audience ?? [])]),
    askAt: read.time('askAt', timeOf, editing.copy.campaign.badAskAt),
    reminders: Number(read.one('reminders', ['0', '1', '2'])),
    floor: read.floor(floorOf(programme)),
    ...(read.one('comment', ['yes', 'no']) === 'yes' && { comment: COMMENT }),
    ...(before?.ended && { ended: before.ended }),
    ...(before?.once && { once: before.once }),
  };
  const people = audienceOf(campaign, org, now).length;
  if (!(CAMPAIGN.floor in read.faults) && people < campaign.floor) {
    // Fewer could never have a figure; and a round for one person would tell whether they take part.
    read.fault('audience', editing.copy.campaign.tooFewPeople(people, campaign.floor));
  }
  return Object.keys(read.faults).length > 0 ? { faults: read.faults } : { campaign };
}

const EVERY = ['week', 'two-weeks', 'month'] as const satisfies readonly Cadence['every'][];
const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;

function cadenceOf(read: Reading, { programme, now, copy, before }: Editing): Cadence {
  const { badTime } = copy.campaign;
  const timezone = before?.cadence.timezone ?? programme.timezone;
  const weekTime = (day: Key, time: Key): WeekTime => ({
    weekday: Number(read.one(day, WEEKDAYS)) as Weekday,
    time: read.time(time, clockTime, badTime),
  });
  return {
    every: read.one('every', EVERY) ?? 'week',
    opens: weekTime('opensDay', 'opensTime'),
    closes: weekTime('closesDay', 'closesTime'),
    timezone,
    starts: read.starts(localDate(now, timezone), before?.cadence.starts),
  };
}

type Key = keyof typeof CAMPAIGN;
type Reading = ReturnType<typeof reading>;

/** Reads one field after another, and keeps what is wrong with each. */
function reading(fields: Fields, { campaign: copy }: Copy) {
  const faults: Record<string, string> = {};
  const valuesOf = (key: Key) => fields[CAMPAIGN[key]] ?? [];
  const text = (key: Key) => valuesOf(key).join(' ').replace(/\s+/g, ' ').trim();
  const fault = (key: Key, says: string) => {
    faults[CAMPAIGN[key] satisfies CampaignField] = says;
  };
  return {
    faults,
    fault,
    name(): string {
      const name = text('name');
      if (name === '') fault('name', copy.nameMissing);
      if ([...name].length > NAME_LIMIT) fault('name', copy.nameTooLong(NAME_LIMIT));
      return name;
    },
    one<T extends string>(key: Key, allowed: readonly T[]): T | undefined {
      const chosen = allowed.find((each) => each === valuesOf(key)[0]);
      if (chosen === undefined) fault(key, copy.notOffered);
      return chosen;
    },
    time(key: Key, parse: (text: string) => string | undefined, says: string): string {
      const time = parse(text(key));
      if (time === undefined) fault(key, says);
      return time ?? '00:00';
    },
    questions(kept: readonly Question[]): Question[] {
      const wanted = new Set(valuesOf('questions'));
      if (wanted.delete(READY)) for (const { id } of PULSE_CORE) wanted.add(id);
      if (wanted.size === 0) fault('questions', copy.noQuestions);
      const known = [...BANK, ...kept.filter(({ id }) => BANK.every((each) => each.id !== id))];
      const chosen = known.filter(({ id }) => wanted.has(id));
      if (chosen.length < wanted.size) fault('questions', copy.notOffered);
      return chosen;
    },
    audience(known: readonly string[]): string[] {
      const units = [...new Set(valuesOf('audience'))];
      if (units.some((id) => !known.includes(id))) fault('audience', copy.notOffered);
      return units;
    },
    floor(least: number): number {
      const floor = /^\d{1,3}$/.test(text('floor')) ? Number(text('floor')) : 0;
      const fits = floor >= least && floor <= Math.max(least, STRICTEST);
      if (!fits) fault('floor', copy.badFloor(least, Math.max(least, STRICTEST)));
      return floor;
    },
    starts(today: string, before: string | undefined): string {
      const day = text('starts');
      if (!isDate(day)) fault('starts', copy.badDay);
      else if (day < today && day !== before) fault('starts', copy.pastDay);
      return day;
    },
  };
}

/** An id made from the name that no other campaign has or had: `Équipe & ventes` is `equipe-ventes`. */
export function idFrom(name: string, taken: (id: string) => boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-');
  const base = plain.slice(0, 36).replace(/^-+|-+$/g, '') || 'campaign';
  let id = base;
  for (let number = 2; taken(id); number++) id = `${base}-${number}`;
  return id;
}

/**
 * The first day, not before `closes` is over (the local day on which an open round closes): so that a changed cadence
 * never asks the same people twice at a time.
 */
export function startsAfter(campaign: Campaign, before: Campaign, closes: string): Campaign {
  const { cadence } = campaign;
  const same = (['every', 'starts'] as const).every((key) => cadence[key] === before.cadence[key]);
  const opens = JSON.stringify(cadence.opens) === JSON.stringify(before.cadence.opens);
  if ((same && opens) || cadence.starts > closes) return campaign;
  return { ...campaign, cadence: { ...cadence, starts: closes } };
}
