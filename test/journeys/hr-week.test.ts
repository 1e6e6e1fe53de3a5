/** HR's weekly digest, beside the figures: what was withheld, what managers took up, whom chat can't reach, who leaves. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import type { Message } from '../../src/message/message.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';
import { announceLeaver } from '../support/leave.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { week: copy, ...loop } = english.loop;
const EVERYBODY = [...ids('lab', 1, 12), ...ids('north', 1, 8), ...ids('south', 1, 4)];

async function aWeek(of: Town, number: number, people = EVERYBODY) {
  await of.at(week(number).tuesday);
  for (const [i, person] of people.entries()) {
    await of.submit(person, { team: '4', growth: '4', pay: i % 4 === 0 ? '4' : '2' });
  }
  await of.at(week(number).closes);
  await of.at(week(number).after);
}

/** The lines that stand in HR's digest under their heading, and the buttons below them. */
function beside(of: Town, person = 'hana'): { lines: string[]; buttons: string[] } {
  const kept = of.messagesOf(person).findLast(({ about }) => about.kind === 'digest');
  const blocks = kept?.message.blocks ?? [];
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === copy.title);
  const to = blocks.findIndex((block, i) => i > from && block.kind === 'actions');
  const part: Message = { summary: '', blocks: from < 0 ? [] : blocks.slice(from + 1, to + 1) };
  return { lines: linesOf(part), buttons: buttonsOf(part) };
}

async function aTown(options: TownOptions = {}) {
  const firm = await town(options);
  await aWeek(firm, 0);
  return firm;
}

const decide = (of: Town, person: string, action: 'will-do' | 'not-now', about: string) =>
  of.reply({ kind: 'action', person, action, about });

test('says how much was withheld and why, to HR and nobody else', async () => {
  const firm = await aTown();
  expect(beside(firm)).toEqual({
    lines: [copy.withheld(1, 5, 5)],
    buttons: ['withheld'],
  });
  for (const person of ['clara', 'lea', 'sol']) expect(beside(firm, person).lines).toEqual([]);
});

test('says which share of the suggestions of the weeks before was taken up, and names nobody', async () => {
  const firm = await aTown();
  const round = week(0).round;
  await decide(firm, 'lea', 'will-do', `${round}/lab`);
  await decide(firm, 'nina', 'not-now', `${round}/north`);
  await decide(firm, 'hana', 'will-do', `${round}/firm`);
  await aWeek(firm, 1);
  // Clara, Sam, Nina and Lea have figures of their own; HR's own decision is no manager's.
  const line = `${copy.acted('25\u00a0%', 4, 13)} ${copy.others(1, 2)}`;
  expect(beside(firm).lines).toContain(line);
});

test('says nothing of suggestions while fewer than three managers had one', async () => {
  const firm = await town();
  await aWeek(firm, 0, ids('lab', 1, 12));
  await decide(firm, 'lea', 'will-do', `${week(0).round}/lab`);
  await aWeek(firm, 1, ids('lab', 1, 12));
  expect(beside(firm).lines.filter((line) => line.includes('took up'))).toEqual([]);
});

test('counts whom chat can’t reach, and names only who has no account, answered or not', async () => {
  const firm = await town();
  const { accounts } = firm.ports.store;
  const all = [...EVERYBODY, 'clara', 'hana', 'sam', 'nina', 'sol', 'lea'];
  const listed = all
    .filter((id) => id !== 'lab-1' && id !== 'south-4')
    .map((id) => ({ platform: 'slack', team: 'T1', user: id, name: id, active: true }) as const);
  await accounts.put(listed);
  await accounts.link(listed.map((key) => ({ key, person: key.user })));
  await accounts.mark({ platform: 'slack', team: 'T1', user: 'north-2' }, { reachable: false });
  await aWeek(firm, 0, EVERYBODY.slice(1));
  const names = 'Given1 of lab, Given4 of south';
  expect(beside(firm).lines).toContain(`${copy.unreachable(3)} ${copy.noAccount(names)}`);
});

test('counts leavers as HR announced them, with the button to their page', async () => {
  const firm = await town();
  await firm.at(week(0).tuesday);
  await announceLeaver(firm, 'lab-1', '2026-12-31');
  await aWeek(firm, 0);
  expect(beside(firm).lines).toContain(copy.exits(1, 1));
  expect(beside(firm).buttons).toContain('leavers');
  await aWeek(firm, 1);
  expect(beside(firm).lines).toContain(copy.exits(0, 1));
});

test('says that a release is new, for one week, and that those who stay have answered the mirror', async () => {
  const firm = await town();
  const { campaigns, rounds } = firm.ports.store;
  const [pulse] = firm.programme.campaigns;
  if (!pulse) throw new Error('The town has no pulse.');
  const mirror = {
    ...pulse,
    id: 'mirror-2026-11-02',
    name: 'Would you go? Lab',
    once: true as const,
  };
  await campaigns.put(mirror, firm.now());
  await firm.at(week(0).tuesday);
  const open = await rounds.get(week(0).round);
  if (!open) throw new Error('The pulse has not opened.');
  const { closes: closesAt } = week(0);
  const release = { id: 'exit-2026-10', campaign: 'exit', state: 'published', closesAt } as const;
  await rounds.open({ ...open, ...release }, []);
  await firm.at(week(0).after);
  const first = firm
    .messagesOf('hana')
    .find(({ about }) => about.kind === 'digest' && about.round === week(0).round);
  expect(linesOf(first?.message)).toContain(copy.release);
  expect(linesOf(first?.message)).toContain(copy.mirrorDone('Would you go? Lab'));
  expect(buttonsOf(first?.message)).toEqual(expect.arrayContaining(['exit-report', 'value']));
  await aWeek(firm, 1);
  expect(beside(firm).lines.join()).not.toMatch(/release|Would you go/);
});

test('comes with the pulse once a week, not with every other campaign', async () => {
  const [pulse] = (await town()).programme.campaigns;
  if (!pulse) throw new Error('The town has no pulse.');
  const other = { ...pulse, id: 'other', name: 'Other' };
  const firm = await town({ programme: { campaigns: [pulse, other] } });
  await firm.at(week(0).tuesday);
  await announceLeaver(firm, 'lab-1', '2026-12-31');
  await firm.at(week(0).after);
  const digests = firm.messagesOf('hana').filter(({ about }) => about.kind === 'digest');
  const told = digests.filter(({ message }) => linesOf(message).includes(copy.exits(1, 1)));
  expect(digests).toHaveLength(2);
  expect(told.map(({ about }) => about.round)).toEqual([week(0).round]);
});

test('stands there still when HR has decided on the suggestion', async () => {
  const firm = await aTown();
  const { replace } = await decide(firm, 'hana', 'will-do', `${week(0).round}/firm`);
  expect(linesOf(replace)).toContain(copy.withheld(1, 5, 5));
  expect(linesOf(replace)).toContain(copy.title);
  expect(buttonsOf(replace)).toContain(`tell-team ${week(0).round}/firm`);
  expect(loop.tell).not.toBe('');
});
