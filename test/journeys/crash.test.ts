/** The process ends, in good order or not, at any point: nothing is lost, nothing counted or said twice. */
import { expect, test } from 'vitest';
import type { Ports } from '../../src/ports/ports.ts';
import { unordered } from '../contracts/store-fixtures.ts';
import { fragile, type Moment } from '../support/fragile.ts';
import { type RecordingChat, recordingChat } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { ids, PEOPLE, UNITS, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes, after } = week(0);

async function answeredTown(): Promise<Town> {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  await everyoneAnswers(firm);
  return firm;
}

async function everyoneAnswers(firm: Town): Promise<void> {
  for (const [i, person] of ids('north', 1, 7).entries()) await firm.tap(person, 1 + (i % 5));
  for (const person of ids('south', 1, 3)) await firm.tap(person, 2);
  for (const [i, person] of ids('lab', 1, 12).entries()) {
    await firm.submit(person, { team: '4', pay: '1', words: i < 6 ? `word ${'abcdef'[i]}` : '' });
  }
  await firm.tap('nina', 5);
}

/** All that a round leaves behind; what is random about it, its order and ids, left out. */
async function outcomeOf(firm: Town) {
  const { store, keys } = firm.ports;
  const readers = ['clara', 'hana', 'sam', 'nina', 'sol', 'lea', 'north-1'];
  const digests = await Promise.all(readers.map((reader) => store.results.digest(round, reader)));
  return {
    state: (await store.rounds.get(round))?.state,
    result: unordered(await store.results.result(round)),
    digests: digests.map(
      (digest) =>
        digest && {
          ...digest,
          units: digest.units.map((unit) => ({ ...unit, comments: unit.comments.toSorted() })),
        },
    ),
    ledger: await store.results.ledger(round),
    envelopes: await store.box.size(round),
    participation: await Promise.all(PEOPLE.map(({ id }) => store.deliveries.of(round, id))).then(
      (all) => all.filter((each) => each !== undefined),
    ),
    key: await keys.read(round),
    told: firm.chat.kept
      .map(({ person, about, message }) => `${person} ${about.kind} ${message.summary}`)
      .sort(),
  };
}

/** A copy of the platform: messages sent so far. */
function sameChat(chat: RecordingChat): RecordingChat {
  const copy = recordingChat();
  (copy.kept as unknown[]).push(...structuredClone(chat.kept));
  return copy;
}

test('a restart in mid-round loses nothing: answers, questions on their way, settings', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(new Date('2026-11-02T09:00:00Z'));
  await firm.tap('north-1', 5);
  await firm.type('lab-1', 'stop');
  await firm.reopen();
  await firm.at(tuesday);
  expect(firm.chat.kept).toHaveLength(PEOPLE.length);
  expect(await firm.ports.store.box.sealed(round, 'north-1')).toEqual(new Set(['team']));
  for (const person of ids('north', 2, 5)) await firm.tap(person, 1);
  await firm.reopen();
  await firm.at(closes);
  const result = await firm.ports.store.results.result(round);
  expect(result?.pools.get('team')).toMatchObject([
    { unit: 'north', n: 5, tally: [4, 0, 0, 0, 1] },
  ]);
  expect(await firm.ports.store.org.preference('lab-1')).toEqual({ stopped: true });
});

test('a power cut between the seal and the count loses no answer that was acknowledged', async () => {
  const whole = await answeredTown();
  await whole.at(closes);
  const firm = await answeredTown();
  await firm.crash();
  await firm.at(closes);
  expect(unordered(await firm.ports.store.results.result(round))).toEqual(
    unordered(await whole.ports.store.results.result(round)),
  );
});

test('a power cut after every single answer loses none of them', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  for (const [i, person] of ids('north', 1, 6).entries()) {
    await firm.tap(person, 5);
    await firm.crash();
    expect(await firm.ports.store.box.size(round)).toBe(i + 1);
  }
  await firm.at(closes);
  expect((await firm.ports.store.results.result(round))?.ballots).toBe(6);
});

test.each<Moment>(['before', 'after'])(
  'killed just %s any call of close, count, burn, publish and send: the next start ends up the same',
  async (moment) => {
    const prepared = await answeredTown();
    const files = prepared.snapshot();
    const from = { from: files, now: closes };
    let calls: string[] = [];
    const watch = (ports: Ports) => {
      const watched = fragile(ports);
      calls = watched.calls;
      return watched.ports;
    };
    const whole = await town({ ...from, chat: sameChat(prepared.chat), wrap: watch });
    await whole.at(closes);
    await whole.at(after);
    const expected = await outcomeOf(whole);
    expect(expected).toMatchObject({ state: 'published', envelopes: 0, participation: [] });
    expect(expected.key).toBeUndefined();

    // Far enough to have passed through publishing: what follows is the same send for each reader.
    const last = calls.indexOf('results.publish') + 12;
    expect(last).toBeGreaterThan(20);
    for (let fatal = 1; fatal <= last; fatal++) {
      const wrap = (ports: Ports) => fragile(ports, fatal, moment).ports;
      const firm = await town({ ...from, chat: sameChat(prepared.chat), wrap });
      await firm.at(closes);
      expect(firm.failures.length, `call ${fatal}: ${calls[fatal - 1]}`).toBeGreaterThan(0);
      await firm.crash();
      await firm.at(closes);
      // A lease that was held when the process died has run out by then.
      await firm.at(new Date(closes.getTime() + 10 * 60_000));
      await firm.at(after);
      expect(await outcomeOf(firm), `killed ${moment} call ${fatal}: ${calls[fatal - 1]}`).toEqual(
        expected,
      );
      await firm.close();
    }
  },
  60_000,
);

test.each<Moment>(['before', 'after'])(
  'killed just %s any call of opening and asking: everyone is asked, once',
  async (moment) => {
    const people = PEOPLE.filter(({ unit }) => unit === 'lab').slice(0, 5);
    const org = { people, units: UNITS };
    let calls: string[] = [];
    const watch = (ports: Ports) => {
      const watched = fragile(ports);
      calls = watched.calls;
      return watched.ports;
    };
    const prepared = (await town({ org })).snapshot();
    const now = new Date(opens.getTime() - 60_000);
    const ten = new Date('2026-11-02T09:00:00Z');
    const whole = await town({ from: prepared, now, wrap: watch });
    await whole.at(opens);
    await whole.at(ten);
    const last = calls.indexOf('chat.send') + 10;
    expect(last).toBeGreaterThan(10);
    for (let fatal = 1; fatal <= last; fatal++) {
      const wrap = (ports: Ports) => fragile(ports, fatal, moment).ports;
      const firm = await town({ from: prepared, now, wrap });
      await firm.at(opens);
      await firm.at(ten);
      await firm.crash();
      await firm.at(new Date('2026-11-02T09:05:00Z'));
      await firm.at(tuesday);
      const asked = firm.chat.kept.map(({ person }) => person).sort();
      expect(asked, `killed ${moment} call ${fatal}: ${calls[fatal - 1]}`).toEqual(
        people.map(({ id }) => id).sort(),
      );
      await firm.tap('lab-1', 4);
      expect(await firm.ports.store.box.size(round)).toBe(1);
      await firm.close();
    }
  },
  60_000,
);
