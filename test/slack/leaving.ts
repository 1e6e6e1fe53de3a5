/** Leavers at their Slack client: announced by HR, asked, and answering screen by screen in one window. */
import { expect } from 'vitest';
import { USUAL_EXITS } from '../../src/exit/rules.ts';
import type { Filled } from '../support/slack/fields.ts';
import { homeOf, newest, opened, shown, toldAfter, wordsOn } from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice, userOf } from '../support/slack/slack-office.ts';
import type { FakeUser } from '../support/slack/user.ts';

/** A Monday morning in October. */
const OCTOBER = new Date('2026-10-05T08:00:00Z');
export const LAST_DAY = '2026-11-30';
/** Ten working days before it, at noon: whoever leaves then has been asked. */
const ASKED = new Date('2026-11-16T12:00:00Z');
export const SITE = 'https://soundings.example';
export const CONTACT = { name: 'Ines Okafor, ombudswoman', reach: 'room 2.14' };

/** An office without campaigns, in which people leave. */
export function quietOffice(
  on: 'fake' | 'emulate' = 'fake',
  start = OCTOBER,
): Promise<SlackOffice> {
  const exits = { ...USUAL_EXITS, contacts: [CONTACT] };
  return slackOffice({ on, start, site: SITE, programme: { campaigns: [], exits } });
}

/** HR types it, as Slack hands a mention on. */
export function announce(office: SlackOffice, person: string, day = LAST_DAY): Promise<string> {
  const hana = office.of('hana');
  return toldAfter(hana, () =>
    hana.command('/soundings', `leaver <@${userOf(person)}|${person}> ${day}`),
  );
}

/** Announced by HR and asked; what HR was told is not looked at. */
export async function asked(office: SlackOffice, ...people: readonly string[]): Promise<void> {
  for (const person of people) await announce(office, person);
  // What was said is planned before the clock moves on.
  await office.at(office.now());
  await office.at(ASKED);
  for (const person of people) expect(office.of(person).messages()).toHaveLength(1);
}

/** Every button of what is shown, in order. */
export function buttonsOn({ blocks }: { readonly blocks: readonly object[] }): string[] {
  return blocks.flatMap((block) => {
    const { elements } = block as { elements?: { type: string; text: { text: string } }[] };
    return (elements ?? []).flatMap(({ type, text }) => (type === 'button' ? [text.text] : []));
  });
}

/** The questions of a form, by name. */
export function fieldsOn(user: FakeUser): string[] {
  const blocks = user.modal()?.blocks ?? [];
  return blocks.flatMap(({ type, block_id }) => (type === 'input' ? [String(block_id)] : []));
}

/** Waits until the window in front says so. */
export function reading(user: FakeUser, says: RegExp) {
  return shown(() => {
    const modal = user.modal();
    return modal !== undefined && says.test(wordsOn(modal)) && modal;
  });
}

/** Presses a button of the window in front. */
export async function press(user: FakeUser, what: string): Promise<void> {
  const modal = user.modal();
  if (!modal) throw new Error(`${user.id} has no window open.`);
  expect(await user.click(modal, what)).toMatchObject({ status: 200, inTime: true });
}

/** Sends the screen in front with whatever of the answers it asks. */
export async function send(user: FakeUser, answers: Filled): Promise<unknown> {
  const asks = fieldsOn(user);
  const given = Object.entries(answers).filter(([name]) => asks.includes(name));
  const { ack, errors, trouble } = await user.submit(Object.fromEntries(given));
  expect({ errors, trouble }).toEqual({ errors: {}, trouble: undefined });
  return ack?.body;
}

/** From the screen in front to the overview: what was asked, screen by screen. */
export async function walk(user: FakeUser, answers: Filled): Promise<string[][]> {
  const screens: string[][] = [];
  // A window that is no form any more keeps its submit button on emulate.
  while (fieldsOn(user).length > 0) {
    screens.push(fieldsOn(user));
    expect(screens.length).toBeLessThan(30);
    await send(user, answers);
  }
  return screens;
}

/** Chooses, answers all screens, and ends it. */
export async function interview(
  user: FakeUser,
  access: 'pooled' | 'named',
  answers: Filled,
): Promise<void> {
  await opened(user, newest(user), `exit-${access}`);
  await walk(user, answers);
  await press(user, 'exit-finish');
  await shown(() => /^Thank you, /.test(newest(user).text));
}

/** HR's page of leavers, from the home page. */
export async function leaversPage(hana: FakeUser) {
  while (hana.modal()) await hana.close();
  await opened(hana, await homeOf(hana, /For HR/), 'Campaigns and rounds');
  await press(hana, 'leavers');
  return reading(hana, /Who leaves/);
}
