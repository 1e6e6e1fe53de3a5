import { expect, test } from 'vitest';
import { announceLeaver, BETTER_OFFER, interview, press, textOf, walk } from '../support/leave.ts';
import { type Town, town } from '../support/town.ts';

/** A Monday morning in October: the last days of the quarter are still to come. */
const OCTOBER = new Date('2026-10-05T08:00:00Z');
const DAY = 86_400_000;

/** To that day, noon, week by week. */
async function to(place: Town, date: string): Promise<void> {
  const until = new Date(`${date}T12:00:00Z`);
  while (place.now() < until) {
    await place.at(new Date(Math.min(place.now().getTime() + 7 * DAY, until.getTime())));
  }
}

const quiet = () => town({ now: OCTOBER, programme: { campaigns: [] } });

test('a leaver is asked in time, chooses to be pooled, answers in five minutes, and nobody sees it before five are together', async () => {
  const place = await quiet();
  const said = await announceLeaver(place, 'north-1', '2026-11-30');
  expect(textOf(said.say ?? said.page)).toContain('Given1');

  // A day's grace, then ten working days before the last day.
  await place.at(new Date('2026-11-16T08:00:00Z'));
  expect(place.messagesOf('north-1')).toEqual([]);
  await place.at(new Date('2026-11-16T09:30:00Z'));
  const [invitation] = place.messagesOf('north-1');
  expect(textOf(invitation?.message)).toContain('at least 5');

  const { screens, end } = await walk(
    place,
    'north-1',
    await press(place, 'north-1', 'exit-pooled'),
    { ...BETTER_OFFER, 'offer-pay': 'better', 'exit-change': 'More time to think.' },
  );
  expect(screens.length).toBeLessThanOrEqual(11);
  expect(end.page && textOf(end.page)).not.toContain('More time');
  const done = await press(place, 'north-1', 'exit-finish');
  expect(done.page).toBeDefined();

  const { store, leaverKeys } = place.ports;
  const leaver = await store.leavers.of('north-1');
  expect(leaver).toMatchObject({ door: 'pooled', round: 'exit-2026-q4' });
  const box = await store.box.sealed('exit-2026-q4', 'north-1');
  const round = await store.rounds.get('exit-2026-q4');
  expect(box.size).toBe(round?.questions.length);
  expect(await store.leavers.draft(leaver?.id ?? '', 'door')).toBeUndefined();
  expect(await leaverKeys.read(leaver?.id ?? '')).toBeUndefined();
  // They are not reminded, and the release alone says nothing: one leaver is no pool.
  await to(place, '2027-02-15');
  expect(place.messagesOf('north-1')).toHaveLength(1);
  expect((await store.rounds.get('exit-2026-q4'))?.state).toBe('published');
  const result = await store.results.result('exit-2026-q4');
  expect([...(result?.pools.values() ?? [])].flat()).toEqual([]);
  expect((await store.leavers.of('north-1'))?.door).toBeUndefined();
  expect((await store.results.carried('exit-2027-q1')).length).toBe(1);
});

test('five leavers of two quarters become one pool, and HR reads why people leave and what the offers had', async () => {
  const place = await quiet();
  const leaves = async (person: string, lastDay: string) => {
    await announceLeaver(place, person, lastDay);
  };
  for (const person of ['north-1', 'north-2', 'lab-1']) await leaves(person, '2026-11-30');
  await to(place, '2026-11-20');
  for (const person of ['north-1', 'north-2', 'lab-1']) {
    await interview(place, person, 'pooled', { ...BETTER_OFFER, 'exit-offer-most': 'pay' });
  }
  await to(place, '2027-02-01');
  for (const person of ['lab-2', 'south-1']) await leaves(person, '2027-02-26');
  await to(place, '2027-02-18');
  for (const person of ['lab-2', 'south-1']) await interview(place, person, 'pooled', BETTER_OFFER);
  // Until the first quarter is counted.
  await to(place, '2027-05-05');
  const result = await place.ports.store.results.result('exit-2027-q1');
  expect(result?.pools.get('exit-reason')).toMatchObject([{ unit: 'firm', n: 5 }]);
  const report = await press(place, 'hana', 'exit-report');
  const text = textOf(report.page);
  expect(text.toLowerCase()).toContain('pay');
  expect(text).not.toMatch(/100 ?%/);
  // A manager without a pool of their own part reads nothing of it.
  const theirs = await press(place, 'nina', 'exit-report');
  expect(textOf(theirs.page ?? theirs.say).toLowerCase()).not.toContain('most often');
});
