/** The form of a campaign, filled in with what is in force, or with what most begin with. */
import type { Cadence } from '../campaign/cadence.ts';
import type { Copy } from './copy.ts';
import type { Field, Form, Option } from './message.ts';
import { weekdayName } from './times-of-week.ts';

/** Names of the fields, in the order in which they stand. */
export const CAMPAIGN = {
  name: 'name',
  questions: 'questions',
  perRound: 'per-round',
  comment: 'comment',
  every: 'every',
  opensDay: 'opens-day',
  opensTime: 'opens-time',
  closesDay: 'closes-day',
  closesTime: 'closes-time',
  askAt: 'ask-at',
  reminders: 'reminders',
  audience: 'audience',
  floor: 'floor',
  starts: 'starts',
} as const;

export type CampaignField = (typeof CAMPAIGN)[keyof typeof CAMPAIGN];

/** The option for one question a driver. */
export const READY = 'pulse';

/** Longest name, in characters. */
export const NAME_LIMIT = 60;

export interface CampaignChoices {
  /** Empty: it is to be made. */
  readonly about: string;
  readonly zone: string;
  /** k of `soundings.yaml`. */
  readonly least: number;
  readonly questions: readonly Option[];
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly people: number;
  }[];
  /** Chosen, but in no units file any more. */
  readonly gone: readonly string[];
  readonly chosen: Readonly<Record<CampaignField, readonly string[]>>;
}

/** Most options that platforms show. */
const OPTIONS = 100;
/** Longest label of an option, in characters. */
const LABEL = 75;

export function campaignFormOf(facts: CampaignChoices, copy: Copy): Form {
  const { campaign, asking } = copy;
  const made = facts.about !== '';
  return {
    name: 'campaign',
    about: facts.about,
    title: made ? campaign.editTitle : campaign.newTitle,
    intro: made ? campaign.editIntro : campaign.intro,
    fields: [
      ...questionFields(facts, copy),
      ...timeFields(facts, copy),
      ...peopleFields(facts, copy),
      written(facts, 'starts', campaign.starts, campaign.startsHint, 10),
    ],
    submit: campaign.submit,
    cancel: asking.cancel,
  };
}

function questionFields(facts: CampaignChoices, { campaign }: Copy): Field[] {
  const ready = { value: READY, label: short(campaign.ready) };
  const bank = facts.questions.map(({ value, label }) => ({ value, label: short(label) }));
  return [
    // Four bytes a character at most.
    written(facts, 'name', campaign.name, campaign.nameHint, 4 * NAME_LIMIT),
    {
      ...several(facts, 'questions', campaign.questions, [ready, ...bank]),
      hint: campaign.questionsHint,
      required: true,
    },
    one(facts, 'perRound', campaign.perRound, numbers(1, 3, campaign.number)),
    one(facts, 'comment', campaign.comment, [
      { value: 'yes', label: campaign.withComment },
      { value: 'no', label: campaign.withoutComment },
    ]),
  ];
}

const EVERY: readonly Cadence['every'][] = ['week', 'two-weeks', 'month'];

function timeFields(facts: CampaignChoices, { campaign, admin, language }: Copy): Field[] {
  const every = EVERY.map((value) => ({ value, label: admin.every[value] }));
  // Monday first.
  const days = [1, 2, 3, 4, 5, 6, 0].map((day) => {
    return { value: String(day), label: weekdayName(day, language) };
  });
  const zoned = campaign.timeHint(facts.zone);
  return [
    one(facts, 'every', campaign.every, every),
    one(facts, 'opensDay', campaign.opensDay, days),
    written(facts, 'opensTime', campaign.opensTime, zoned, 5),
    one(facts, 'closesDay', campaign.closesDay, days),
    written(facts, 'closesTime', campaign.closesTime, zoned, 5),
    written(facts, 'askAt', campaign.askAt, campaign.askAtHint, 5),
    one(facts, 'reminders', campaign.reminders, numbers(0, 2, campaign.reminderCount)),
  ];
}

function peopleFields(facts: CampaignChoices, { campaign }: Copy): Field[] {
  const { units, gone } = facts;
  // What is chosen stays in the list, however small.
  const chosen = new Set(facts.chosen.audience);
  const ranked = [...units].sort(
    (a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)) || b.people - a.people,
  );
  const shown = new Set(ranked.slice(0, OPTIONS - gone.length).map(({ id }) => id));
  const options = [
    ...units
      .filter(({ id }) => shown.has(id))
      .map(({ id, name, people }) => ({ value: id, label: short(campaign.unit(name, people)) })),
    ...gone.map((id) => ({ value: id, label: short(campaign.gone(id)) })),
  ];
  const all = shown.size === units.length;
  return [
    {
      ...several(facts, 'audience', campaign.audience, options),
      hint: all ? campaign.audienceHint : campaign.someUnits(shown.size),
    },
    written(facts, 'floor', campaign.floor, campaign.floorHint(facts.least), 3),
  ];
}

function numbers(from: number, to: number, label: (n: number) => string): Option[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    return { value: String(from + i), label: label(from + i) };
  });
}

type Key = keyof typeof CAMPAIGN;

function one(facts: CampaignChoices, key: Key, label: string, options: readonly Option[]): Field {
  const name = CAMPAIGN[key];
  return { kind: 'one', name, label, options, chosen: facts.chosen[name], required: true };
}

function several(
  facts: CampaignChoices,
  key: Key,
  label: string,
  options: readonly Option[],
): Field {
  const name = CAMPAIGN[key];
  return { kind: 'several', name, label, options, chosen: facts.chosen[name] };
}

function written(
  facts: CampaignChoices,
  key: Key,
  label: string,
  hint: string,
  limit: number,
): Field {
  const name = CAMPAIGN[key];
  const [already = ''] = facts.chosen[name];
  return {
    kind: 'text',
    name,
    label,
    hint,
    limit,
    lines: 'one',
    required: true,
    ...(already !== '' && { written: already }),
  };
}

function short(label: string): string {
  const characters = [...label];
  return characters.length <= LABEL
    ? label
    : `${characters
        .slice(0, LABEL - 1)
        .join('')
        .trimEnd()}…`;
}
