/** What there is to choose from when a campaign is made, and what is chosen already. */
import { CAMPAIGN, campaignFormOf, READY } from '../message/campaign-form.ts';
import type { Form } from '../message/message.ts';
import type { Desk } from '../ports/desk.ts';
import { DRIVERS } from '../stock/drivers.ts';
import { PULSE_CORE } from '../stock/pulse.ts';
import type { Question } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { localDate } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf } from './due.ts';
import { BANK } from './edit-campaign.ts';
import { floorOf } from './programme.ts';

/** Filled in with the campaign as it is, or with what most begin with. */
export async function campaignFormFor(desk: Desk, campaign: Campaign | undefined): Promise<Form> {
  const { ports, programme, copy, now } = desk;
  const org = await ports.store.org.load();
  const zone = campaign?.cadence.timezone ?? programme.timezone;
  const units = org.units.map(({ id, name }) => ({
    id,
    name,
    people: audienceOf({ audience: [id] }, org, now).length,
  }));
  const known = new Set(units.map(({ id }) => id));
  const gone = campaign?.audience.filter((id) => !known.has(id)) ?? [];
  return campaignFormOf(
    {
      about: campaign?.id ?? '',
      zone,
      least: floorOf(programme),
      questions: optionsOf(campaign?.questions ?? [], copy.language),
      units,
      gone,
      chosen: campaign ? chosenIn(campaign) : usual(desk, zone),
    },
    copy,
  );
}

/** The bank, and what the campaign asks besides. */
function optionsOf(asked: readonly Question[], language: string) {
  const besides = asked.filter(({ id }) => BANK.every((each) => each.id !== id));
  return [...BANK, ...besides].map(({ id, driver, text }) => {
    const name = DRIVERS.find((each) => each.id === driver)?.name;
    const question = say(text, language);
    return { value: id, label: name ? `${capital(say(name, language))}: ${question}` : question };
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function chosenIn({ cadence, ...campaign }: Campaign) {
  const { opens, closes } = cadence;
  const ids = campaign.questions.map(({ id }) => id);
  const ready = ids.length === PULSE_CORE.length && PULSE_CORE.every(({ id }) => ids.includes(id));
  return {
    [CAMPAIGN.name]: [campaign.name],
    [CAMPAIGN.questions]: ready ? [READY] : ids,
    [CAMPAIGN.perRound]: [String(campaign.perRound)],
    [CAMPAIGN.comment]: [campaign.comment ? 'yes' : 'no'],
    [CAMPAIGN.every]: [cadence.every],
    [CAMPAIGN.opensDay]: [String(opens.weekday)],
    [CAMPAIGN.opensTime]: [opens.time],
    [CAMPAIGN.closesDay]: [String(closes.weekday)],
    [CAMPAIGN.closesTime]: [closes.time],
    [CAMPAIGN.askAt]: [campaign.askAt],
    [CAMPAIGN.reminders]: [String(campaign.reminders ?? 0)],
    [CAMPAIGN.audience]: campaign.audience,
    [CAMPAIGN.floor]: [String(campaign.floor)],
    [CAMPAIGN.starts]: [cadence.starts],
  };
}

/** Three questions a week, Monday to Friday, from today on. */
function usual({ programme, now }: Desk, zone: string) {
  return {
    [CAMPAIGN.name]: [],
    [CAMPAIGN.questions]: [READY],
    [CAMPAIGN.perRound]: ['3'],
    [CAMPAIGN.comment]: ['yes'],
    [CAMPAIGN.every]: ['week'],
    [CAMPAIGN.opensDay]: ['1'],
    [CAMPAIGN.opensTime]: ['09:00'],
    [CAMPAIGN.closesDay]: ['5'],
    [CAMPAIGN.closesTime]: ['17:00'],
    [CAMPAIGN.askAt]: ['10:00'],
    [CAMPAIGN.reminders]: ['2'],
    [CAMPAIGN.audience]: [],
    [CAMPAIGN.floor]: [String(floorOf(programme))],
    [CAMPAIGN.starts]: [localDate(now, zone)],
  };
}
