/** A manager of eight, one leaver a month for a year: what every digest and report together tell of a single leaver. */
import { expect, test } from 'vitest';
import type { Person } from '../../src/org/person.ts';
import { type Answering, announceLeaver, interview, press, textOf } from '../support/leave.ts';
import { type Town, town } from '../support/town.ts';
import { crew, PEOPLE, TOWN } from '../support/town-people.ts';

const START = new Date('2027-01-04T08:00:00Z');
const MONTHS = 12;
const REASONS = ['pay', 'manager', 'growth', 'workload'];

/** North with somebody new for everybody who leaves. */
const NEWCOMERS: readonly Person[] = crew('north', 8 + MONTHS).slice(8);
const COMPANY = { ...TOWN, people: PEOPLE };

/** What the manager got to see, in order: messages, and the report as it stands each month. */
async function yearOf(answers: (month: number) => Answering): Promise<string[]> {
  const place = await town({ now: START, org: COMPANY, programme: { campaigns: [] } });
  const seen: string[] = [];
  let people = [...PEOPLE];
  for (let month = 0; month < MONTHS; month++) {
    const leaver = month < 8 ? `north-${month + 1}` : (NEWCOMERS[month - 8]?.id ?? '');
    const date = (day: number) =>
      new Date(Date.UTC(2027, month, day, 12)).toISOString().slice(0, 10);
    await place.jump(new Date(`${date(5)}T12:00:00Z`));
    await announceLeaver(place, leaver, date(26));
    for (let day = 12; day <= 20; day++) await place.jump(new Date(`${date(day)}T12:00:00Z`));
    await interview(place, leaver, 'pooled', answers(month));
    await place.jump(new Date(`${date(28)}T12:00:00Z`));
    people = people.filter(({ id }) => id !== leaver);
    const joins = NEWCOMERS[month];
    if (joins) people.push(joins);
    await place.ports.store.org.replace({ ...COMPANY, people }, place.now());
    seen.push(await report(place));
  }
  await place.jump(new Date('2028-02-10T12:00:00Z'));
  seen.push(await report(place));
  const messages = place.messagesOf('nina').map(({ message }) => textOf(message));
  return [...seen, ...messages];
}

async function report(place: Town): Promise<string> {
  const { page, say } = await press(place, 'nina', 'exit-report');
  return textOf(page ?? say);
}

const answersOf =
  (reasons: (month: number) => string) =>
  (month: number): Answering => ({
    'exit-kind': 'resigned',
    'exit-reason': reasons(month),
    'exit-offer': 'employer',
    'exit-return': String(1 + (month % 5)),
  });

const usual = (month: number) => REASONS[month % REASONS.length] ?? '';

test('a year of reports says the same to the manager whichever of two leavers gave which answer', async () => {
  const year = await yearOf(answersOf(usual));
  // Months 1 and 2 are counted together, and so are 7 and 8; whoever said what is not in it.
  const swapped = (a: number, b: number) => (month: number) =>
    usual(month === a ? b : month === b ? a : month);
  for (const [a, b] of [
    [0, 1],
    [6, 7],
  ] as const) {
    expect(await yearOf(answersOf(swapped(a, b)))).toEqual(year);
  }
}, 60_000);

test('until five are together nothing depends on any answer at all', async () => {
  const year = await yearOf(answersOf(usual));
  const other = await yearOf(answersOf((month) => (month < 4 ? 'manager' : usual(month))));
  // The second quarter is counted at the end of July: until then three leavers, who are nobody's to read.
  expect(other.slice(0, 6)).toEqual(year.slice(0, 6));
}, 60_000);

test('no report of the year says all, none, or how many', async () => {
  const year = (await yearOf(answersOf(() => 'pay'))).join('\n');
  expect(year).not.toMatch(/\b(100|0) ?%|\ball of them\b|\bnobody said\b/i);
  expect(year).not.toMatch(/north-\d/);
}, 60_000);
