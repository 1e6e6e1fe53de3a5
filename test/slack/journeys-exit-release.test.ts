/** What comes of exit interviews on Slack: a release, HR's report, a question to those who stay; and no answer on the way. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Filled } from '../support/slack/fields.ts';
import {
  clickAndSee,
  newest,
  opened,
  shown,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import type { SlackOffice } from '../support/slack/slack-office.ts';
import {
  asked,
  buttonsOn,
  fieldsOn,
  interview,
  leaversPage,
  press,
  quietOffice,
  reading,
  send,
} from './leaving.ts';
import { violations } from './violations.ts';

const GONE = ['eli', 'fay', 'gus', 'hal', 'ida'];
const STAY = ['ada', 'bo', 'cy', 'dee', 'jo', 'nyla', 'taro'];
/** The quarter's release is counted thirty days after its end, a Saturday: HR is told on the Monday after. */
const COUNTED = new Date('2027-02-01T12:00:00Z');

/** Alike but for what mattered most, and for the words, which are unlike any other bytes. */
function answersOf(person: string): Filled {
  const words = (about: string) => `canary-${person}-${about}-Zw5`;
  return {
    'exit-kind': 'resigned',
    'exit-reason': 'pay',
    'exit-further': ['growth'],
    'exit-thought': 'half-year',
    'exit-trigger': 'approached',
    'exit-stay': 'pay',
    'exit-offer': 'employer',
    'exit-offer-employer': 'competitor',
    'exit-offer-name': words('employer'),
    'exit-offer-promised': words('promised'),
    ...Object.fromEntries(
      ['pay', 'flexibility'].map((aspect) => [`exit-offer-${aspect}`, 'better']),
    ),
    'exit-offer-most': ['eli', 'fay'].includes(person) ? 'flexibility' : 'pay',
    'exit-offer-band': 'Over 30% more',
    'exit-return': '4',
    'exit-recommend': '7',
    'exit-change': words('change'),
  };
}

/** Every window, home page and message that Slack holds now, and every call that it was sent. */
function heldBy({ fake: { world, calls } }: SlackOffice): string {
  const { messages, ephemerals, views, homes } = world;
  return JSON.stringify([messages, ephemerals, [...views.values()], [...homes.values()], calls]);
}

/** As the people file is kept: whoever has left is no longer in it. */
async function dropFromFile(office: SlackOffice, people: readonly string[]): Promise<void> {
  const file = join(office.folder, 'people.csv');
  const kept = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !people.includes(line.split(',')[0] ?? ''));
  writeFileSync(file, kept.join('\n'));
  await office.house.queue.add([{ name: 'people', ref: '' }]);
  await office.house.queue.idle();
}

test('five leavers are counted together, HR reads it, and those who stay are asked whether they would go too', async () => {
  const office = await quietOffice();
  const hana = office.of('hana');
  await asked(office, ...GONE);
  for (const person of GONE) await interview(office.of(person), 'pooled', answersOf(person));
  await office.at(new Date('2026-12-01T12:00:00Z'));
  await dropFromFile(office, GONE);
  await office.at(COUNTED);

  // HR alone is told that there is something to read; the lead reads only what is hers.
  await shown(() => /What people who left have said/.test(newest(hana).text));
  const { store } = office.house.ports;
  expect((await store.results.result('exit-2026-q4'))?.pools.get('exit-reason')).toMatchObject([
    { unit: 'lab', n: 5 },
  ]);
  const report = await opened(hana, newest(hana), 'exit-report');
  expect(wordsOn(report)).toMatch(/Why people leave: Firm[\s\S]*Most often: Pay or benefits/);
  expect(wordsOn(report)).toContain('Often better than here: Pay, Flexible hours');
  expect(wordsOn(report)).not.toMatch(/100\s?%/);
  expect(violations(viewOf(report))).toEqual([]);
  expect(wordsOn(report)).not.toContain('canary');
  const value = await opened(hana, report, 'value');
  expect(violations(viewOf(value))).toEqual([]);
  expect(wordsOn(value)).toContain('has not been asked here yet');
  await hana.close();

  // The mirror, as an ordinary message of one tap, to those who stay and to nobody else.
  await press(hana, 'mirror-ask');
  await reading(hana, /Planned: Would you take such an offer\? Firm/);
  await office.at(new Date('2027-02-09T12:00:00Z'));
  const ada = office.of('ada');
  expect(newest(ada).text).toMatch(/^Hello Ada\. 1 short question/);
  expect(wordsOn(newest(ada))).toContain(
    'If another employer offered you more pay and more flexible hours, how likely would you be to take it?',
  );
  for (const person of GONE) expect(office.of(person).messages()).toHaveLength(1);
  await Promise.all(
    STAY.map((person) => clickAndSee(office.of(person), 'Rather likely', /^Sealed until/)),
  );
  await office.at(new Date('2027-02-13T12:00:00Z'));
  const [mirror] = await store.rounds.list({ limit: 1, states: ['published'] });
  expect(mirror?.id).toMatch(/^mirror-/);
  expect([...((await store.results.result(mirror?.id ?? ''))?.pools.values() ?? [])]).toMatchObject(
    [[{ unit: 'lab', n: 7 }]],
  );
  await leaversPage(hana);
  const exposed = await opened(hana, hana.modal() ?? newest(hana), 'value');
  expect(wordsOn(exposed)).toContain('Who would take such an offer');
  expect(violations(viewOf(exposed))).toEqual([]);
});

/** What was sent of a view: without what Slack adds to it. */
function viewOf({ blocks, ...view }: { readonly blocks: readonly object[] }): object {
  const { type, title, close, submit, private_metadata } = view as Record<string, unknown>;
  return { type, title, close, ...(submit ? { submit } : {}), private_metadata, blocks };
}

test('no answer reaches Slack but in the copy that a leaver asks for, and in what HR reads by name', async () => {
  const office = await quietOffice();
  await asked(office, 'cy', 'dee');
  const [cy, dee, hana] = [office.of('cy'), office.of('dee'), office.of('hana')];
  const sent: string[] = [];
  for (const [user, person, access] of [
    [cy, 'cy', 'pooled'],
    [dee, 'dee', 'named'],
  ] as const) {
    const answers = answersOf(person);
    await opened(user, newest(user), `exit-${access}`);
    let screens = 0;
    while (fieldsOn(user).length > 0) {
      sent.push(JSON.stringify(await send(user, answers)), heldBy(office));
      expect(screens++).toBeLessThan(20);
    }
    // There and back again: nothing is shown of what was said.
    const overview = user.modal();
    if (!overview) throw new Error('No overview.');
    const last =
      buttonsOn(overview)
        .filter((label) => label.startsWith('Change'))
        .at(-1) ?? '';
    await user.click(overview, last);
    await shown(() => fieldsOn(user).includes('exit-change'));
    sent.push(heldBy(office));
    await send(user, {});
    await press(user, 'exit-finish');
    await shown(() => /^Thank you, /.test(newest(user).text));
    sent.push(heldBy(office));
  }
  expect(sent.join()).not.toContain('canary');
  expect(sent.join()).not.toMatch(/"initial_(value|options?)"/);

  // What the windows and messages say is the same for both but for their names and the choice of who reads it.
  const pages = [cy, dee].map((user) => wordsOn(user.modal()));
  expect(pages[0]).not.toBe('');
  while (dee.modal()) await dee.close();
  await opened(dee, newest(dee), 'exit-copy');
  const copy = JSON.stringify(dee.modal()?.blocks);
  expect(copy).toContain('canary-dee-promised-Zw5');
  const page = await leaversPage(hana);
  await opened(hana, page, 'leaver-read');
  const read = JSON.stringify(hana.modal()?.blocks);
  expect(read).toContain('canary-dee-change-Zw5');
  // Nowhere else, and nothing of whoever is pooled, also not where nobody looks.
  const { messages, ephemerals, homes } = office.fake.world;
  expect(JSON.stringify([messages, ephemerals, [...homes.values()]])).not.toContain('canary');
  expect(heldBy(office)).not.toContain('canary-cy');
  expect(office.log.join()).not.toContain('canary');
  expect(JSON.stringify(office.jobs)).not.toContain('canary');
});

test('what leavers answer differently changes nothing that Slack is shown on the same way through', async () => {
  const office = await quietOffice();
  await asked(office, 'cy', 'dee');
  const ways = [
    { ...answersOf('x'), 'exit-return': '1', 'exit-trigger': 'conflict', 'exit-stay': 'talk' },
    { ...answersOf('y'), 'exit-return': '5', 'exit-thought': 'year', 'exit-offer-pay': 'worse' },
  ];
  const seen = [];
  for (const [i, person] of ['cy', 'dee'].entries()) {
    const user = office.of(person);
    await opened(user, newest(user), 'exit-pooled');
    const screens: string[] = [];
    while (fieldsOn(user).length > 0) {
      screens.push(wordsOn(user.modal()));
      await send(user, ways[i] ?? {});
    }
    screens.push(wordsOn(user.modal()), wordsOn(newest(user)));
    seen.push(screens);
  }
  expect(seen[0]).toEqual(seen[1]);
  const lea = office.of('lea');
  expect(await toldAfter(lea, () => lea.command('/soundings', 'leavers'))).toContain(
    'not yours to do',
  );
});
