/** Announcing leavers with a few words: whom HR can name, and what is answered to what is unclear. */
import { expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import { copyFor } from '../../src/message/languages.ts';
import { linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { TOWN } from '../support/town-people.ts';

const LAST = '2026-11-20';

async function leaving(firm: Town): Promise<void> {
  const said = { person: 'lab-1', lastDay: LAST };
  await announce(firm.ports, firm.programme, 'webhook', [said], firm.now());
}

const type = async (firm: Town, text: string) => linesOf((await firm.type('hana', text)).say);

test.each([
  ['leaver lab-1 2026-11-20', 'an id'],
  ['Leaver Given1 of lab 2026-11-20', 'a full name'],
  ['geht <at>Given1 of lab</at> 2026-11-20', 'a mention in Teams'],
  ['leaver <@U0LAB1|ada> 2026-11-20', 'a mention in Slack'],
  ['leaver <@U0LAB1> 2026-11-20', 'a mention in a direct message'],
  ['leaver @ada.l 2026-11-20', 'a name on Slack'],
  ['leaver <mailto:ada@example.com|ada@example.com> 2026-11-20', 'an e-mail'],
])('“%s” announces %s', async (text) => {
  const people = TOWN.people.map((each) =>
    each.id === 'lab-1' ? { ...each, email: 'ada@example.com' } : each,
  );
  const firm = await town({ org: { ...TOWN, people } });
  const key = { platform: 'slack', team: 'T1', user: 'U0LAB1' } as const;
  await firm.ports.store.accounts.put([{ ...key, name: 'ada.l', active: true }]);
  await firm.ports.store.accounts.link([{ key, person: 'lab-1' }]);
  expect(await type(firm, text)).toEqual([
    'Given1 of lab is announced. The last day is 20 November 2026.',
    'Will be asked on 6 November.',
    'For 24 hours nobody is written to, so you can still correct it.',
  ]);
});

test('a day is corrected without touching what else HR has said', async () => {
  const firm = await town();
  const said = { person: 'lab-1', lastDay: LAST, kind: 'retired', regretted: true };
  await announce(firm.ports, firm.programme, 'webhook', [said], firm.now());
  expect((await type(firm, 'leaver lab-1 2026-12-18'))[0]).toMatch(/^Corrected/);
  expect((await type(firm, 'leaver lab-1 2026-12-18'))[0]).toMatch(/^Nothing has changed/);
  expect(await firm.ports.store.leavers.of('lab-1')).toMatchObject({
    ...{ lastDay: '2026-12-18', kind: 'retired', regretted: true },
  });
});

test('a resignation is withdrawn, and again, and one that never was', async () => {
  const firm = await town();
  await leaving(firm);
  expect((await type(firm, 'leaver lab-1 withdrawn'))[0]).toMatch(/^Withdrawn: Given1 of lab/);
  expect((await type(firm, 'leaver lab-1 bleibt'))[0]).toMatch(/withdrawn already/);
  expect((await type(firm, 'leaver lab-2 withdrawn'))[0]).toMatch(/nothing to withdraw/);
});

test.each([
  ['leaver', /^Write it like this/],
  ['leaver nobody 2026-11-20', /^I can’t tell whom you mean/],
  ['leaver <@U999|x> 2026-11-20', /^I can’t tell whom you mean/],
  ['leaver lab-1', /2026-12-31/],
  ['leaver lab-1 31.12.2026', /^Please write the last day like this: 2026-12-31/],
  ['leaver lab-1 2026-10-30', /^This day is over/],
])('“%s” is answered with what to write', async (text, expected) => {
  const firm = await town();
  expect((await type(firm, text))[0]).toMatch(expected);
  expect(await firm.ports.store.leavers.list()).toEqual([]);
});

test('a name that two people share is nobody’s', async () => {
  const twins = [
    { id: 'twin-1', name: 'Kim Lee', unit: 'lab' },
    { id: 'twin-2', name: 'Kim Lee', unit: 'north' },
  ];
  const firm = await town({ org: { ...TOWN, people: [...TOWN.people, ...twins] } });
  expect((await type(firm, 'leaver Kim Lee 2026-11-20'))[0]).toMatch(/can’t tell/);
});

test('nobody but HR announces anybody', async () => {
  const firm = await town();
  const { say } = await firm.type('lea', 'leaver lab-1 2026-11-20');
  expect(say?.summary).toBe(copyFor('en').refusal.notAllowed);
  expect(await firm.ports.store.leavers.list()).toEqual([]);
});
