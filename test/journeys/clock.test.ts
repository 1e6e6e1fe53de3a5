/** Clocks that jump, processes that slept: nothing twice, nothing late, nobody asked at night. */
import { describe, expect, test } from 'vitest';
import { recordingChat } from '../support/recording-chat.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { PEOPLE, week } from '../support/town-people.ts';

const HOUR = 3_600_000;
const TEN = new Date('2026-11-02T09:00:00Z');
const later = (hours: number, from: Date) => new Date(from.getTime() + hours * HOUR);

interface Sent {
  readonly person: string;
  readonly round: string;
  readonly kind: string;
  readonly at: Date;
}

/** A town, and when each of its messages went out by its own clock. */
async function watched(options: TownOptions = {}): Promise<{ firm: Town; sent: Sent[] }> {
  const sent: Sent[] = [];
  const chat = recordingChat();
  let now = () => new Date(0);
  chat.posted = async (person, { round, kind }) => sent.push({ person, round, kind, at: now() });
  const firm = await town({ ...options, chat });
  now = firm.now;
  return { firm, sent };
}

/** How often each person was sent something about a round. */
function timesOf(sent: readonly Sent[], kind: string, round: string): number[] {
  const counts = new Map<string, number>();
  for (const each of sent) {
    if (each.kind !== kind || each.round !== round) continue;
    counts.set(each.person, (counts.get(each.person) ?? 0) + 1);
  }
  return [...counts.values()];
}

/** Hours between the messages of one person. */
function gapsOf(sent: readonly Sent[], person: string): number[] {
  const times = sent.filter((each) => each.person === person).map(({ at }) => at.getTime());
  return times.slice(1).map((time, i) => (time - (times[i] ?? 0)) / HOUR);
}

/** Hour and weekday (0 is Sunday) on a person's clock, by Intl. */
function localOf(person: string, at: Date): { hour: number; weekday: number } {
  const zone = PEOPLE.find(({ id }) => id === person)?.timezone ?? 'Europe/Berlin';
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  return {
    hour: Number(shown.slice(11, 13)),
    weekday: new Date(`${shown.slice(0, 10)}T12:00:00Z`).getUTCDay(),
  };
}

const shown = ({ person, at }: Sent) => `${person} ${at.toISOString()}`;
const atNight = ({ person, at }: Sent) => {
  const { hour } = localOf(person, at);
  return hour < 7 || hour >= 20;
};
const atWeekend = ({ person, at }: Sent) => [0, 6].includes(localOf(person, at).weekday);

describe('a clock that jumps forward over three rounds', () => {
  test.each(['while it runs', 'while it sleeps'])(
    '%s: catches up, and asks nothing late',
    async (how) => {
      const { firm, sent } = await watched({ pulse: { reminders: 2 } });
      await firm.jump(week(0).opens);
      await firm.jump(TEN);
      for (let i = 1; i <= 6; i++) await firm.tap(`lab-${i}`, 4);
      const before = sent.length;
      if (how === 'while it sleeps') await firm.reopen();
      const wednesday = later(48, week(4).opens);
      await firm.jump(wednesday);
      // The first round is counted, those slept through were never opened, and the one that is open now is.
      const rounds = await firm.ports.store.rounds.list({});
      expect(rounds.map(({ id, state, number }) => [id, state, number])).toEqual([
        [week(4).round, 'open', 1],
        [week(0).round, 'published', 0],
      ]);
      const late = sent.slice(before);
      expect(
        late.filter(({ kind, round }) => kind === 'question' && round !== week(4).round),
      ).toEqual([]);
      await firm.at(later(24, wednesday));
      expect(timesOf(sent, 'question', week(0).round).every((n) => n === 1)).toBe(true);
      const asked = sent.filter(
        ({ kind, round }) => kind === 'question' && round === week(4).round,
      );
      expect(new Set(asked.map(({ person }) => person)).size).toBe(PEOPLE.length);
      expect(timesOf(sent, 'digest', week(0).round)).toEqual([1, 1, 1, 1, 1, 1]);
      expect(firm.complaints).toEqual([]);
    },
  );

  test('the round after the catching up opens as ever, and takes its turn', async () => {
    const { firm } = await watched();
    await firm.jump(week(0).opens);
    await firm.jump(later(48, week(4).opens));
    await firm.jump(week(5).opens);
    const rounds = await firm.ports.store.rounds.list({});
    expect(rounds.map(({ number }) => number)).toEqual([2, 1, 0]);
  });

  test('onto a Saturday: nothing opens, nobody is asked, the old round is counted', async () => {
    const { firm, sent } = await watched();
    await firm.jump(week(0).opens);
    await firm.jump(later(24, week(3).closes));
    expect(sent.filter(({ kind }) => kind === 'question')).toEqual([]);
    const rounds = await firm.ports.store.rounds.list({});
    expect(rounds.map(({ id, state }) => [id, state])).toEqual([[week(0).round, 'published']]);
  });
});

describe('a process that sleeps through the hour of a message', () => {
  test('and wakes in the night, lets people sleep and asks them the next day, once', async () => {
    const { firm, sent } = await watched();
    await firm.jump(week(0).opens);
    await firm.jump(later(18, week(0).opens));
    expect(sent.filter(atNight).map(shown)).toEqual([]);
    for (let hour = 19; hour < 60; hour++) await firm.jump(later(hour, week(0).opens));
    expect(sent.filter(atNight).map(shown)).toEqual([]);
    expect(timesOf(sent, 'question', week(0).round)).toEqual(PEOPLE.map(() => 1));
  });

  test('and wakes on a Saturday, leaves them their weekend', async () => {
    const opens = new Date('2026-11-05T08:00:00Z');
    const cadence = {
      every: 'week',
      opens: { weekday: 4, time: '09:00' },
      closes: { weekday: 3, time: '17:00' },
      timezone: 'Europe/Berlin',
      starts: '2026-11-02',
    } as const;
    const { firm, sent } = await watched({ now: later(-1, opens), pulse: { cadence } });
    await firm.jump(opens);
    const saturday = new Date('2026-11-07T11:00:00Z');
    await firm.jump(saturday);
    expect(sent.filter(atWeekend).map(shown)).toEqual([]);
    await firm.at(new Date('2026-11-10T12:00:00Z'));
    expect(new Set(sent.map(({ person }) => person)).size).toBe(PEOPLE.length);
  });

  test('and wakes in the round’s last minutes, reminds nobody any more', async () => {
    const { firm, sent } = await watched({ pulse: { reminders: 1 } });
    await firm.jump(week(0).opens);
    await firm.at(week(0).tuesday);
    const before = sent.length;
    expect(before).toBe(PEOPLE.length);
    await firm.jump(later(-0.25, week(0).closes));
    expect(sent.slice(before).map(shown)).toEqual([]);
  });
});

describe('a clock that jumps back an hour', () => {
  test('after the opening: the round opens once', async () => {
    const { firm } = await watched();
    await firm.jump(week(0).opens);
    await firm.jump(later(-1, week(0).opens));
    await firm.jump(week(0).opens);
    expect(await firm.ports.store.rounds.list({})).toHaveLength(1);
  });

  test('after the sends: nobody is asked or reminded twice', async () => {
    const { firm, sent } = await watched({ pulse: { reminders: 2 } });
    await firm.jump(week(0).opens);
    for (let hour = 0; hour < 104; hour += 1) {
      const now = later(hour, week(0).opens);
      await firm.jump(now);
      if (hour % 8 === 1) {
        await firm.jump(later(-1, now));
        await firm.jump(now);
      }
    }
    const times = timesOf(sent, 'question', week(0).round);
    expect(times).toHaveLength(PEOPLE.length);
    expect(Math.max(...times)).toBe(3);
    const apart = ['north-1', 'south-1', 'lab-12'].flatMap((person) => gapsOf(sent, person));
    expect(apart).toHaveLength(6);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(20);
  });

  test('after the close: it stays closed, is counted once, and its digests go out once', async () => {
    const { firm, sent } = await watched();
    await firm.jump(week(0).opens);
    await firm.jump(week(0).tuesday);
    for (let i = 1; i <= 6; i++) await firm.tap(`lab-${i}`, 4);
    await firm.jump(week(0).closes);
    const result = await firm.ports.store.results.result(week(0).round);
    await firm.jump(later(-1, week(0).closes));
    expect((await firm.tap('lab-7', 4)).say?.summary).toMatch(/not taken/);
    await firm.jump(week(0).closes);
    await firm.jump(week(0).after);
    expect(await firm.ports.store.results.result(week(0).round)).toEqual(result);
    expect(timesOf(sent, 'digest', week(0).round)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await firm.ports.store.rounds.list({})).toHaveLength(1);
  });
});
