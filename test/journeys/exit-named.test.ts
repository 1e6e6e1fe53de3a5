import { expect, test } from 'vitest';
import {
  announceLeaver,
  BETTER_OFFER,
  interview,
  press,
  sendScreen,
  textOf,
  walk,
} from '../support/leave.ts';
import { town } from '../support/town.ts';

const OCTOBER = new Date('2026-10-05T08:00:00Z');
const quiet = () => town({ now: OCTOBER, programme: { campaigns: [] } });
const ASKED = new Date('2026-11-16T12:00:00Z');

async function asked(person = 'lab-1') {
  const place = await quiet();
  await announceLeaver(place, person, '2026-11-30');
  await place.jump(ASKED);
  const leaver = await place.ports.store.leavers.of(person);
  return { place, id: leaver?.id ?? '' };
}

test('a leaver who wants HR to know gives the interview by name; HR reads it, and every reading is on record', async () => {
  const { place, id } = await asked();
  const words = 'They promised me a team of my own.';
  const done = await interview(place, 'lab-1', 'named', {
    ...BETTER_OFFER,
    'offer-promised': words,
    'exit-offer-promised': words,
  });
  expect(textOf(done.page)).toContain('https://soundings.example/later/');
  const copy = await press(place, 'lab-1', 'exit-copy');
  expect(copy.page).toBeDefined();
  const read = await press(place, 'hana', 'leaver-read', id);
  expect(textOf(read.page)).toContain(words);
  const { store } = place.ports;
  expect(await store.audit.list(5)).toContainEqual({
    at: place.now(),
    who: 'hana',
    did: 'leaver-read',
    to: id,
  });
  expect(await store.audit.verify()).toHaveProperty('entries');
  // Nobody else may, whatever they forge; and it is on no record that they did.
  const forged = await press(place, 'lea', 'leaver-read', id);
  expect(textOf(forged.page ?? forged.say)).not.toContain(words);
  expect(await store.audit.list(50)).not.toContainEqual(expect.objectContaining({ who: 'lea' }));
});

test('what was named may be made pooled until the release, and what is pooled never becomes named', async () => {
  const { place, id } = await asked();
  await interview(place, 'lab-1', 'named', BETTER_OFFER);
  await press(place, 'lab-1', 'exit-stricter');
  const { store, leaverKeys } = place.ports;
  expect(await store.leavers.of('lab-1')).toMatchObject({ door: 'pooled', access: 'pooled' });
  expect(await store.leavers.record(id, 'door')).toBeUndefined();
  expect(await leaverKeys.read(id)).toBeUndefined();
  const round = await store.rounds.get('exit-2026-q4');
  expect((await store.box.sealed('exit-2026-q4', 'lab-1')).size).toBe(round?.questions.length);
  await press(place, 'lab-1', 'exit-named');
  expect(await store.leavers.of('lab-1')).toMatchObject({ door: 'pooled', access: 'pooled' });
  const read = await press(place, 'hana', 'leaver-read', id);
  expect(textOf(read.page ?? read.say)).not.toContain('resigned');
});

test('a leaver stops in the middle, the program dies, and a week later they go on where they were', async () => {
  const { place } = await asked();
  const first = await press(place, 'lab-1', 'exit-pooled');
  if (!first.form) throw new Error('no form');
  const second = await sendScreen(place, 'lab-1', first.form, BETTER_OFFER);
  await place.crash();
  await place.at(new Date('2026-11-23T12:00:00Z'));
  const again = await press(place, 'lab-1', 'exit-go-on');
  expect(again.form?.about).toBe(second.form?.about);
  const { end } = await walk(place, 'lab-1', again, BETTER_OFFER);
  expect(end.page).toBeDefined();
});

test('what was begun and not ended is sealed as chosen when the last day is over', async () => {
  const { place, id } = await asked();
  const first = await press(place, 'lab-1', 'exit-pooled');
  if (!first.form) throw new Error('no form');
  await sendScreen(place, 'lab-1', first.form, BETTER_OFFER);
  await place.at(new Date('2026-12-01T08:00:00Z'));
  const { store, leaverKeys } = place.ports;
  expect(await store.leavers.get(id)).toMatchObject({ state: 'over', door: 'pooled' });
  expect((await store.box.sealed('exit-2026-q4', 'lab-1')).size).toBeGreaterThan(20);
  expect(await leaverKeys.read(id)).toBeUndefined();
  const late = await press(place, 'lab-1', 'exit-go-on');
  expect(late.form).toBeUndefined();
});

test('rather not is one tap and final', async () => {
  const { place, id } = await asked();
  await press(place, 'lab-1', 'exit-decline');
  const { store } = place.ports;
  expect(await store.leavers.get(id)).toMatchObject({ door: 'declined' });
  for (const action of ['exit-pooled', 'exit-named', 'exit-go-on'] as const) {
    expect((await press(place, 'lab-1', action)).form).toBeUndefined();
  }
  // Nobody asks again, and HR does not see it.
  await place.at(new Date('2026-11-29T12:00:00Z'));
  expect(place.messagesOf('lab-1')).toHaveLength(1);
  const other = await asked('lab-2');
  await press(other.place, 'lab-2', 'exit-pooled');
  const listed = textOf((await press(place, 'hana', 'leavers')).page).replaceAll(
    'Given1 of lab',
    'X',
  );
  const listedOther = textOf((await press(other.place, 'hana', 'leavers')).page).replaceAll(
    'Given2 of lab',
    'X',
  );
  expect(listed).toBe(listedOther);
});

test('a resignation that is withdrawn is withdrawn everywhere', async () => {
  const { place, id } = await asked();
  const first = await press(place, 'lab-1', 'exit-named');
  if (!first.form) throw new Error('no form');
  await sendScreen(place, 'lab-1', first.form, BETTER_OFFER);
  await place.type('hana', 'leaver lab-1 withdrawn');
  const { store, leaverKeys } = place.ports;
  expect(await store.leavers.of('lab-1')).toBeUndefined();
  expect(await store.leavers.draft(id, 'door')).toBeUndefined();
  expect(await leaverKeys.read(id)).toBeUndefined();
  expect(await store.deliveries.of('exit-2026-q4', 'lab-1')).toBeUndefined();
  const [message] = place.messagesOf('lab-1');
  expect(textOf(message?.message)).not.toContain('30 November');
  const late = await sendScreen(place, 'lab-1', first.form, BETTER_OFFER);
  expect(late.form).toBeUndefined();
  // And they may leave after all.
  await announceLeaver(place, 'lab-1', '2026-12-18');
  expect(await store.leavers.of('lab-1')).toMatchObject({ state: 'announced' });
});

test('one reminder, half-way, for whoever has not ended it, and none on the last day', async () => {
  const { place } = await asked();
  await place.at(new Date('2026-11-22T12:00:00Z'));
  await place.at(new Date('2026-11-29T12:00:00Z'));
  expect(place.messagesOf('lab-1')).toHaveLength(2);
  await place.at(new Date('2026-12-02T12:00:00Z'));
  expect(place.messagesOf('lab-1').length).toBeLessThanOrEqual(2);
});

test('bad announcements change nothing and say what to do', async () => {
  const place = await quiet();
  const say = async (text: string) => textOf((await place.type('hana', text)).say);
  expect(await say('leaver lab-1 2026-10-01')).not.toBe('');
  expect(await say('leaver nobody 2026-11-30')).toContain('whom you mean');
  expect(await say('leaver lab-1 31.12.2026')).toMatch(/2026-12-31|YYYY|2026-/);
  expect(await say('leaver lab-1 withdrawn')).not.toBe('');
  expect(await place.ports.store.leavers.list()).toEqual([]);
  await announceLeaver(place, 'lab-1', '2026-11-30');
  await announceLeaver(place, 'lab-1', '2026-12-04');
  const all = await place.ports.store.leavers.list();
  expect(all).toMatchObject([{ person: 'lab-1', lastDay: '2026-12-04' }]);
  // Only HR.
  const forged = await place.type('lea', 'leaver lab-2 2026-11-30');
  expect(await place.ports.store.leavers.list()).toHaveLength(1);
  expect(textOf(forged.say)).not.toBe('');
});
