/** Every message goes out once: to who is still there, however the platform behaves. */
import { expect, test } from 'vitest';
import type { RecordingChat } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { PEOPLE, TOWN, UNITS, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes, after } = week(0);
const TEN = new Date('2026-11-02T09:00:00Z');
const soon = (seconds: number, from: Date = TEN) => new Date(from.getTime() + seconds * 1000);

function countsOf(chat: RecordingChat): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { person, about } of chat.kept) {
    const key = `${about.kind} ${about.round} ${person}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function stateOf(firm: Town, person: string) {
  return firm.ports.store.deliveries.of(round, person).then((delivery) => delivery?.state);
}

test('a person who left before sending gets nothing, and no digest either', async () => {
  const firm = await town();
  await firm.at(opens);
  const people = PEOPLE.filter(({ id }) => id !== 'north-1' && id !== 'lea');
  await firm.ports.store.org.replace({ ...TOWN, people }, opens);
  await firm.at(tuesday);
  await firm.at(closes);
  await firm.at(after);
  expect(firm.messagesOf('north-1')).toEqual([]);
  expect(firm.messagesOf('lea')).toEqual([]);
  expect(firm.messagesOf('north-2')).toHaveLength(1);
  expect(await firm.digestOf('lea')).toBeUndefined();
});

test('a manager who left after the digest was written is not sent it', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(closes);
  const people = PEOPLE.filter(({ id }) => id !== 'hana');
  await firm.ports.store.org.replace({ ...TOWN, people }, closes);
  await firm.at(after);
  expect(firm.messagesOf('hana').filter(({ about }) => about.kind === 'digest')).toEqual([]);
});

test('a person who joined after the opening is asked from the next round on', async () => {
  const firm = await town();
  await firm.at(opens);
  const people = [...PEOPLE, { id: 'new', name: 'New Person', unit: 'lab' }];
  await firm.ports.store.org.replace({ people, units: UNITS }, opens);
  await firm.at(tuesday);
  expect(firm.messagesOf('new')).toEqual([]);
  expect((await firm.tap('new', 4)).say?.summary).toMatch(/not asked/);
  await firm.at(week(1).opens);
  await firm.at(week(1).tuesday);
  expect(firm.messagesOf('new')).toHaveLength(1);
});

test('who can’t be reached is left alone, and everybody else is asked', async () => {
  const firm = await town();
  firm.chat.mood = (person) => (person === 'north-1' ? 'unreachable' : 'well');
  await firm.at(opens);
  await firm.at(tuesday);
  await firm.at(soon(3600, tuesday));
  expect(await stateOf(firm, 'north-1')).toBe('unreachable');
  expect(firm.chat.calls.send).toBe(PEOPLE.length);
  expect(firm.chat.kept).toHaveLength(PEOPLE.length - 1);
});

test('a busy platform is given the time it asks for, then everyone is asked once', async () => {
  const firm = await town();
  await firm.at(opens);
  let busy = true;
  firm.chat.mood = (person) => (busy && person.startsWith('lab') ? 300 : 'well');
  await firm.at(TEN);
  const first = firm.chat.calls.send;
  await firm.at(soon(299));
  expect(firm.chat.calls.send).toBe(first);
  expect(firm.messagesOf('lab-1')).toEqual([]);
  busy = false;
  await firm.at(soon(300));
  await firm.at(tuesday);
  expect([...countsOf(firm.chat).values()].every((n) => n === 1)).toBe(true);
  expect(firm.chat.kept).toHaveLength(PEOPLE.length);
});

test('a question held up until after the close is never sent', async () => {
  const firm = await town();
  await firm.at(opens);
  firm.chat.mood = () => 3600 * 24 * 5;
  await firm.at(tuesday);
  firm.chat.mood = () => 'well';
  await firm.at(closes);
  await firm.at(after);
  expect(firm.chat.kept.filter(({ about }) => about.kind === 'question')).toEqual([]);
});

test('a message that was posted although the call failed is found, not sent again', async () => {
  const firm = await town();
  await firm.at(opens);
  firm.chat.mood = () => 'ambiguous';
  await firm.at(TEN);
  const posted = firm.chat.kept.length;
  expect(posted).toBeGreaterThan(0);
  firm.chat.mood = () => 'well';
  await firm.at(soon(60));
  expect(firm.chat.calls.send).toBe(posted);
  await firm.at(soon(121));
  expect(firm.chat.calls.send).toBe(posted);
  expect(await stateOf(firm, 'north-1')).toBe('sent');
  expect((await firm.ports.store.deliveries.of(round, 'north-1'))?.address).toBe(
    firm.messagesOf('north-1')[0]?.address,
  );
  await firm.at(tuesday);
  expect(firm.chat.kept).toHaveLength(PEOPLE.length);
  expect(new Set(countsOf(firm.chat).values())).toEqual(new Set([1]));
});

test('a message that was not posted is sent again when the lease has run out', async () => {
  const firm = await town();
  await firm.at(opens);
  firm.chat.mood = (person) => (person === 'north-1' ? 'lost' : 'well');
  await firm.at(TEN);
  expect(await stateOf(firm, 'north-1')).toBe('claimed');
  firm.chat.mood = () => 'well';
  await firm.at(soon(119));
  expect(firm.messagesOf('north-1')).toEqual([]);
  await firm.at(soon(120));
  expect(firm.messagesOf('north-1')).toHaveLength(1);
  expect(await stateOf(firm, 'north-1')).toBe('sent');
});

test('two processes on one store send each message once', async () => {
  const firm = await town();
  await firm.at(opens);
  firm.setClock(TEN);
  const due = await firm.ports.store.deliveries.due(TEN, 99);
  await Promise.all(
    due.flatMap(({ id }) => [1, 2, 3].map(() => firm.run({ name: 'send', ref: id }))),
  );
  expect(firm.chat.calls.send).toBe(due.length);
  await firm.at(TEN);
  expect(firm.chat.calls.send).toBe(due.length);
});

test('a job that is repeated, early or of an unknown delivery does nothing', async () => {
  const firm = await town();
  await firm.at(opens);
  const [delivery] = await firm.ports.store.deliveries.due(tuesday, 1);
  const id = delivery?.id ?? '';
  await firm.run({ name: 'send', ref: id });
  expect(firm.chat.calls.send).toBe(0);
  firm.setClock(tuesday);
  await firm.run({ name: 'send', ref: id });
  await firm.run({ name: 'send', ref: id });
  await firm.run({ name: 'send', ref: 'nothing' });
  await firm.run({ name: 'close', ref: 'nothing' });
  await firm.run({ name: 'close', ref: round });
  expect(firm.chat.calls.send).toBe(1);
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('open');
});

test('a sweep in the middle of the week asks who has not been asked, at their next good hour', async () => {
  const firm = await town({ now: new Date('2026-11-04T12:00:00Z') });
  await firm.at(new Date('2026-11-04T12:00:00Z'));
  expect((await firm.ports.store.deliveries.of(round, 'north-1'))?.sendAt).toEqual(
    new Date('2026-11-05T09:00:00Z'),
  );
  // New York has its ten o'clock of that very day still before it.
  expect((await firm.ports.store.deliveries.of(round, 'south-1'))?.sendAt).toEqual(
    new Date('2026-11-04T15:00:00Z'),
  );
  await firm.at(new Date('2026-11-05T09:00:00Z'));
  expect(firm.messagesOf('north-1')).toHaveLength(1);
});

test('digests are delivered once too, through failures of every kind', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  firm.chat.mood = (person) => (person === 'clara' ? 'ambiguous' : person === 'lea' ? 'lost' : 60);
  await firm.at(closes);
  firm.chat.mood = () => 'well';
  await firm.at(soon(121, closes));
  await firm.at(after);
  const digests = firm.chat.kept.filter(({ about }) => about.kind === 'digest');
  expect(digests.map(({ person }) => person).sort()).toEqual(
    ['clara', 'hana', 'lea', 'nina', 'sam', 'sol'].sort(),
  );
});

test('a platform that is down for an hour loses nothing', async () => {
  const firm = await town();
  await firm.at(opens);
  firm.chat.mood = () => 'lost';
  for (let minute = 0; minute < 60; minute += 10) await firm.at(soon(minute * 60));
  expect(firm.chat.kept).toEqual([]);
  firm.chat.mood = () => 'well';
  await firm.at(tuesday);
  expect(firm.chat.kept).toHaveLength(PEOPLE.length);
});

test('a platform that can’t tell is not asked twice: who may have been written to is left to the reminder', async () => {
  const firm = await town();
  firm.chat.canFind = false;
  await firm.at(opens);
  firm.chat.mood = () => 'ambiguous';
  await firm.at(TEN);
  firm.chat.mood = () => 'well';
  await firm.at(tuesday);
  expect(new Set(countsOf(firm.chat).values())).toEqual(new Set([1]));
  expect(firm.chat.calls.find).toBe(0);
});

test('"not this week", said while the platform is still slow to answer, is kept: no reminder follows', async () => {
  const firm = await town({ pulse: { reminders: 2 } });
  await firm.at(opens);
  firm.chat.posted = async (person) => {
    if (person === 'north-1') await firm.press('north-1', 'skip');
  };
  await firm.at(tuesday);
  firm.chat.posted = async () => undefined;
  for (const day of [4, 5, 6]) await firm.at(new Date(`2026-11-0${day}T15:00:00Z`));
  const to = (person: string) =>
    firm.messagesOf(person).filter(({ about }) => about.kind === 'question');
  // Who did nothing is reminded; who said "not this week" is not.
  expect(to('north-2').length).toBeGreaterThan(1);
  expect(to('north-1')).toHaveLength(1);
});
