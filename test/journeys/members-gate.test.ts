/** A change is only said when the members changed by none or by at least k. */
import { expect, test } from 'vitest';
import type { Organisation } from '../../src/org/person.ts';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { crew, ids, PEOPLE, PULSE, UNITS, week } from '../support/town-people.ts';

const ONE = { questions: PULSE.questions.slice(0, 1), perRound: 1 } as const;
/** Forty people in the lab: enough for a change to be clear. */
const rest = PEOPLE.filter(({ id }) => !id.startsWith('lab-'));
const lab = (size: number): Organisation => ({
  people: [...rest, ...crew('lab', size)],
  units: UNITS,
});

async function answers(firm: Town, n: number, favourable: number): Promise<void> {
  await firm.at(week(n).opens);
  await firm.at(week(n).tuesday);
  for (const [i, person] of ids('lab', 1, 40).entries()) {
    await firm.tap(person, i < favourable ? 5 : 1);
  }
  await firm.at(week(n).closes);
}

async function changeOf(firm: Town, n: number) {
  const digest = await firm.digestOf('lea', week(n).round);
  return digest?.units[0]?.statements[0]?.change;
}

test('the first time there is nothing to compare with; the second time a clear change is said', async () => {
  const firm = await town({ org: lab(44), pulse: ONE });
  await answers(firm, 0, 10);
  expect(await changeOf(firm, 0)).toEqual({ kind: 'first' });
  await answers(firm, 1, 32);
  const since = week(0).opens.toISOString();
  expect(await changeOf(firm, 1)).toEqual({ kind: 'clear', since, direction: 'up' });
  expect(wordsOf(firm.messagesOf('lea').at(-1)?.message)).toMatch(
    /clearly better than on 2 November/,
  );
  await answers(firm, 2, 31);
  expect(await changeOf(firm, 2)).toMatchObject({ kind: 'none' });
  expect(wordsOf(firm.messagesOf('lea').at(-1)?.message)).toContain('No clear change');
});

test.each([1, 4])('%i people joined: the comparison starts again', async (joined) => {
  const firm = await town({ org: lab(44), pulse: ONE });
  await answers(firm, 0, 10);
  await firm.ports.store.org.replace(lab(44 + joined), firm.now());
  await answers(firm, 1, 32);
  expect(await changeOf(firm, 1)).toMatchObject({ kind: 'restarted' });
  const words = wordsOf(firm.messagesOf('lea').at(-1)?.message);
  expect(words).toMatch(/comparison starts again/);
  expect(words).not.toMatch(/better|worse/);
});

test('five joined: that is a group, and the change is said', async () => {
  const firm = await town({ org: lab(44), pulse: ONE });
  await answers(firm, 0, 10);
  await firm.ports.store.org.replace(lab(49), firm.now());
  await answers(firm, 1, 32);
  expect(await changeOf(firm, 1)).toMatchObject({ kind: 'clear' });
});

test('one left and one joined: two changed, although the number is the same', async () => {
  const firm = await town({ org: lab(44), pulse: ONE });
  await answers(firm, 0, 10);
  const { people, units } = lab(45);
  const swapped = people.filter(({ id }) => id !== 'lab-44');
  await firm.ports.store.org.replace({ people: swapped, units }, firm.now());
  await answers(firm, 1, 32);
  expect(await changeOf(firm, 1)).toMatchObject({ kind: 'restarted' });
});

test('one left in the very first week, begun on a Wednesday: the comparison starts again', async () => {
  const wednesday = new Date('2026-11-04T08:00:00Z');
  const firm = await town({ org: lab(44), pulse: ONE, now: wednesday });
  await firm.at(wednesday);
  await firm.at(new Date('2026-11-05T12:00:00Z'));
  for (const [i, person] of ids('lab', 1, 40).entries()) await firm.tap(person, i < 10 ? 5 : 1);
  await firm.at(week(0).closes);
  await firm.ports.store.org.replace(lab(43), firm.now());
  await answers(firm, 1, 32);
  expect(await changeOf(firm, 1)).toMatchObject({ kind: 'restarted' });
});
