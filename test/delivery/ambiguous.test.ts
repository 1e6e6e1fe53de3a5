/** Reminders on a platform that is busy, forbids, or does not say what became of a message. */
import { describe, expect, test } from 'vitest';
import { recordingChat, wordsOf } from '../support/recording-chat.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const { round, opens, closes } = week(0);
const HOUR = 3_600_000;
const TEN = new Date('2026-11-02T09:00:00Z');
const REMINDER = new Date('2026-11-04T09:00:00Z');
const later = (hours: number, from: Date = opens) => new Date(from.getTime() + hours * HOUR);
const soon = (seconds: number, from: Date = TEN) => new Date(from.getTime() + seconds * 1000);

function reminding(options: TownOptions = {}): Promise<Town> {
  return town({ ...options, pulse: { reminders: 2 } });
}

async function through(firm: Town, from: Date, until: Date): Promise<void> {
  for (let at = from; at < until; at = later(1, at)) await firm.at(at);
}

const questionsTo = (firm: Town, person: string) =>
  firm.messagesOf(person).filter(({ about }) => about.kind === 'question');
const deliveryOf = (firm: Town, person: string) => firm.ports.store.deliveries.of(round, person);

describe('a reminder', () => {
  test('waits for as long as a busy platform asks, comes once, and counts once', async () => {
    const firm = await reminding();
    await through(firm, opens, REMINDER);
    firm.chat.mood = (person) => (person === 'north-1' ? 600 : 'well');
    await firm.at(REMINDER);
    expect(await deliveryOf(firm, 'north-1')).toMatchObject({ state: 'sent', messages: 1 });
    expect((await firm.ports.store.deliveries.pings('north-1', new Date(0))).reminded).toBe(0);
    firm.chat.mood = () => 'well';
    await firm.at(soon(599, REMINDER));
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
    await firm.at(soon(600, REMINDER));
    expect(questionsTo(firm, 'north-1')).toHaveLength(2);
    expect(await deliveryOf(firm, 'north-1')).toMatchObject({ state: 'sent', messages: 2 });
    await through(firm, later(1, REMINDER), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(3);
  });

  test('is the last try where the person can’t be reached any more', async () => {
    const firm = await reminding();
    await through(firm, opens, REMINDER);
    const tries: string[] = [];
    firm.chat.mood = (person, { delivery }) => {
      if (person !== 'north-1') return 'well';
      tries.push(delivery);
      return 'unreachable';
    };
    await through(firm, REMINDER, closes);
    expect(tries).toHaveLength(1);
    expect((await deliveryOf(firm, 'north-1'))?.state).toBe('unreachable');
    // They can still answer what they have.
    expect((await firm.tap('north-1', 4)).replace?.summary).toMatch(/Sealed/);
  });

  test('that may have been posted is found, not repeated', async () => {
    const firm = await reminding();
    await through(firm, opens, REMINDER);
    firm.chat.mood = (person) => (person === 'north-1' ? 'ambiguous' : 'well');
    await firm.at(REMINDER);
    firm.chat.mood = () => 'well';
    await through(firm, REMINDER, later(20, REMINDER));
    expect(questionsTo(firm, 'north-1')).toHaveLength(2);
    expect(await deliveryOf(firm, 'north-1')).toMatchObject({ state: 'sent', messages: 2 });
    await through(firm, later(20, REMINDER), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(3);
  });

  test('is not sent to who answers while the first try was lost', async () => {
    const firm = await reminding();
    await through(firm, opens, REMINDER);
    firm.chat.mood = (person) => (person === 'north-1' ? 'lost' : 'well');
    await firm.at(REMINDER);
    firm.chat.mood = () => 'well';
    await firm.tap('north-1', 4);
    await through(firm, later(1, REMINDER), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
  });
});

describe('a platform that forbids', () => {
  test('is asked again after five minutes, not before, and then everyone is asked once', async () => {
    const firm = await reminding();
    await firm.at(opens);
    firm.chat.mood = () => 'forbidden';
    await firm.at(TEN);
    const tries = firm.chat.calls.send;
    expect(tries).toBeGreaterThan(0);
    await firm.at(soon(299));
    expect(firm.chat.calls.send).toBe(tries);
    firm.chat.mood = () => 'well';
    await firm.at(soon(300));
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
    expect(firm.chat.calls.find).toBe(0);
  });

  test('makes nobody unreachable, and loses no reminder', async () => {
    const firm = await reminding();
    await firm.at(opens);
    firm.chat.mood = () => 'forbidden';
    for (let i = 0; i < 12; i++) await firm.at(soon(300 * i));
    expect((await deliveryOf(firm, 'north-1'))?.state).toBe('planned');
    firm.chat.mood = () => 'well';
    await through(firm, soon(3600), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(3);
  });
});

describe('a first message that may have been posted', () => {
  test('on a platform that can’t tell is not repeated; the reminders come all the same', async () => {
    const chat = recordingChat();
    chat.canFind = false;
    const firm = await reminding({ chat });
    await firm.at(opens);
    chat.mood = (person) => (person === 'north-1' ? 'ambiguous' : 'well');
    await firm.at(TEN);
    chat.mood = () => 'well';
    await through(firm, TEN, later(36));
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
    await through(firm, later(36), closes);
    const messages = questionsTo(firm, 'north-1').map(({ message }) => wordsOf(message));
    expect(messages).toHaveLength(3);
    expect(messages[1]).toMatch(/reminder/);
    expect(chat.calls.find).toBe(0);
  });

  test('and was not, on a platform that can’t tell, is made good by the reminder', async () => {
    const chat = recordingChat();
    chat.canFind = false;
    const firm = await reminding({ chat });
    await firm.at(opens);
    chat.mood = (person) => (person === 'north-1' ? 'lost' : 'well');
    await firm.at(TEN);
    chat.mood = () => 'well';
    await through(firm, TEN, later(36));
    expect(questionsTo(firm, 'north-1')).toEqual([]);
    await through(firm, later(36), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(2);
    expect((await firm.tap('north-1', 4)).replace?.summary).toMatch(/Sealed/);
  });

  test('on a platform that can tell is found under its own delivery, once', async () => {
    const firm = await reminding();
    await firm.at(opens);
    firm.chat.mood = () => 'ambiguous';
    await firm.at(TEN);
    const posted = firm.chat.kept.length;
    firm.chat.mood = () => 'well';
    await firm.at(soon(121));
    expect(firm.chat.calls).toEqual({ send: posted, find: posted });
    expect(await deliveryOf(firm, 'north-1')).toMatchObject({
      state: 'sent',
      messages: 1,
      address: questionsTo(firm, 'north-1')[0]?.address,
    });
    await through(firm, soon(3600), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(3);
  });
});
