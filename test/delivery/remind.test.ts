/** Reminders: few, at good hours, never to who answered or wants peace, and nobody else's business. */
import { describe, expect, test } from 'vitest';
import { recordingChat, wordsOf } from '../support/recording-chat.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { ids, type PULSE, week } from '../support/town-people.ts';

const { round, opens, closes, after } = week(0);
const HOUR = 3_600_000;
const later = (hours: number, from: Date = opens) => new Date(from.getTime() + hours * HOUR);

/** A town with two reminders a round. */
function reminding({ pulse, ...options }: TownOptions = {}): Promise<Town> {
  return town({ ...options, pulse: { reminders: 2, ...pulse } });
}

/** Looks every other hour, as the sweep would every few seconds. */
async function through(firm: Town, from: Date, until: Date, every = 2): Promise<void> {
  for (let at = from; at < until; at = later(every, at)) await firm.at(at);
}

const questionsTo = (firm: Town, person: string) =>
  firm.messagesOf(person).filter(({ about }) => about.kind === 'question');

describe('who does nothing', () => {
  test('is asked once and reminded twice, each time in a message of its own', async () => {
    const firm = await reminding();
    await through(firm, opens, closes);
    for (const person of ['north-1', 'south-1', 'lab-12', 'hana']) {
      const messages = questionsTo(firm, person);
      expect(messages, person).toHaveLength(3);
      expect(new Set(messages.map(({ about }) => about.delivery)).size, person).toBe(3);
    }
    const [first, second, third] = questionsTo(firm, 'north-1').map(({ message }) =>
      wordsOf(message),
    );
    expect(first).not.toMatch(/reminder/);
    expect(second).toMatch(/gentle reminder/);
    expect(third).toMatch(/gentle reminder/);
  });

  test('is reminded at their own hour, on other days, and not in the last hour', async () => {
    const times: Date[] = [];
    const chat = recordingChat();
    const firm = await reminding({ chat });
    chat.posted = async (person) => person === 'north-1' && times.push(firm.now());
    await through(firm, opens, closes, 1);
    const shown = times.map((at) => at.toISOString().slice(0, 16));
    expect(shown).toEqual(['2026-11-02T09:00', '2026-11-04T09:00', '2026-11-06T09:00']);
  });

  test.each([0, 1])(
    'is reminded no more than %d times where the campaign says so',
    async (reminders) => {
      const firm = await reminding({ pulse: { reminders } });
      await through(firm, opens, closes);
      expect(questionsTo(firm, 'north-1')).toHaveLength(1 + reminders);
    },
  );

  test('has no delivery left after the count, and as many reminders to their name as all others', async () => {
    const firm = await reminding();
    await through(firm, opens, closes);
    await firm.at(closes);
    await firm.at(after);
    const { deliveries } = firm.ports.store;
    expect(await deliveries.of(round, 'north-1')).toBeUndefined();
    for (const person of ['north-1', 'north-2', 'lab-1']) {
      const pings = await deliveries.pings(person, new Date(0));
      expect(pings).toEqual({ asked: new Map([['pulse', 1]]), reminded: 2 });
    }
  });
});

describe('no reminder goes to whoever', () => {
  const acts: Readonly<Record<string, (firm: Town, person: string) => Promise<unknown>>> = {
    'answered one question': (firm, person) => firm.tap(person, 4),
    'answered all in the form': (firm, person) =>
      firm.submit(person, { team: '4', growth: '3', pay: '2', words: 'Fine.' }),
    'pressed “not this week”': (firm, person) => firm.press(person, 'skip'),
    'typed “skip”': (firm, person) => firm.type(person, 'skip'),
    'typed “pause”': (firm, person) => firm.type(person, 'pause 1'),
    'typed “stop”': (firm, person) => firm.type(person, 'stop'),
    'typed “quiet” for the rest of the week': (firm, person) =>
      firm.type(person, 'quiet 2026-11-03 2026-11-08'),
    left: async (firm, person) => {
      const org = await firm.ports.store.org.load();
      const people = org.people.filter(({ id }) => id !== person);
      await firm.ports.store.org.replace({ ...org, people }, firm.now());
    },
  };
  test.each(Object.keys(acts))('%s', async (act) => {
    const firm = await reminding();
    await through(firm, opens, later(5));
    await acts[act]?.(firm, 'north-1');
    await through(firm, later(5), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
    // The others, who did nothing, were reminded.
    expect(questionsTo(firm, 'north-2')).toHaveLength(3);
  });

  test('answered after the first reminder: there is no second', async () => {
    const firm = await reminding();
    await through(firm, opens, later(60));
    expect(questionsTo(firm, 'north-1')).toHaveLength(2);
    await firm.tap('north-1', 4);
    await through(firm, later(60), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(2);
  });

  test('answered before they were asked', async () => {
    const firm = await reminding();
    await firm.at(opens);
    await firm.tap('north-1', 4);
    await through(firm, opens, closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
    expect(wordsOf(questionsTo(firm, 'north-1')[0]?.message)).toMatch(/Sealed/);
  });

  test('resumes within the round: what was paused stays so until the next', async () => {
    const firm = await reminding();
    await through(firm, opens, later(5));
    await firm.type('north-1', 'stop');
    await through(firm, later(5), later(60));
    await firm.type('north-1', 'resume');
    await through(firm, later(60), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
  });
});

describe('quiet days', () => {
  test('of the organisation are passed over: the reminder comes on a day that is none', async () => {
    const quietDays = [{ from: '2026-11-04', to: '2026-11-05' }];
    const quiet = { workingDays: [1, 2, 3, 4, 5], quietDays, holidays: false } as const;
    const firm = await reminding({ programme: { quiet } });
    await through(firm, opens, later(24));
    await through(firm, later(24), new Date('2026-11-04T00:00:00Z'));
    const before = questionsTo(firm, 'north-1').length;
    await through(firm, new Date('2026-11-04T00:00:00Z'), new Date('2026-11-05T23:00:00Z'));
    expect(questionsTo(firm, 'north-1')).toHaveLength(before);
    await through(firm, new Date('2026-11-06T00:00:00Z'), closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(3);
  });

  test('of the person leave no time: then there is no reminder', async () => {
    const firm = await reminding();
    await firm.type('north-1', 'quiet 2026-11-03 2026-11-30');
    await through(firm, opens, closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
  });

  test('of the person on the day of the opening: they are asked the day after', async () => {
    const firm = await reminding();
    await firm.type('north-1', 'quiet 2026-11-02');
    await through(firm, opens, later(15));
    expect(questionsTo(firm, 'north-1')).toEqual([]);
    expect(questionsTo(firm, 'north-2')).toHaveLength(1);
    await through(firm, later(15), later(39));
    expect(questionsTo(firm, 'north-1')).toHaveLength(1);
  });
});

describe('the attention budget', () => {
  test.each([
    [5, 1],
    [6, 2],
    [7, 3],
  ])('of %d pings a month, with a weekly round: %d messages', async (pingsPerMonth, messages) => {
    const firm = await reminding({ programme: { pingsPerMonth } });
    await through(firm, opens, closes);
    expect(questionsTo(firm, 'north-1')).toHaveLength(messages);
    const pings = await firm.ports.store.deliveries.pings('north-1', new Date(0));
    expect(pings).toEqual({ asked: new Map([['pulse', 1]]), reminded: messages - 1 });
  });

  test('is kept over five rounds in thirty days, reminders included', async () => {
    const firm = await reminding({ programme: { pingsPerMonth: 12 } });
    for (let number = 0; number < 5; number++) {
      const { opens: from, closes: until } = week(number);
      for (let at = from; at < until; at = later(4, at)) await firm.at(at);
      await firm.at(until);
    }
    const sent = firm.chat.calls.send;
    expect(sent).toBeGreaterThan(0);
    const rounds = new Map<string, number>();
    for (const { about } of questionsTo(firm, 'north-1')) {
      rounds.set(about.round, (rounds.get(about.round) ?? 0) + 1);
    }
    // All five rounds asked, as questions come before reminders.
    expect(rounds.size).toBe(5);
    expect([...rounds.values()].reduce((a, b) => a + b)).toBeLessThanOrEqual(12);
  });
});

describe('a manager', () => {
  const world = async (change: Partial<typeof PULSE>, peace: (firm: Town) => Promise<unknown>) => {
    const firm = await reminding({ pulse: change });
    await through(firm, opens, later(6));
    for (const [i, person] of [...ids('north', 1, 5), ...ids('lab', 1, 7)].entries()) {
      await firm.submit(person, { team: String(1 + (i % 5)), growth: '4', pay: '3', words: '' });
    }
    await peace(firm);
    await through(firm, later(25), closes);
    await firm.at(closes);
    await firm.at(after);
    const { results } = firm.ports.store;
    const digests = await Promise.all(
      ['clara', 'hana', 'lea', 'nina', 'sam', 'sol'].map((reader) => results.digest(round, reader)),
    );
    const ledger = await results.ledger(round);
    const shown = firm.chat.kept
      .filter(({ about }) => about.kind === 'digest')
      .map(({ person, message }) => [person, wordsOf(message)] as const)
      .sort(([a], [b]) => a.localeCompare(b));
    return { digests, ledger, shown, firm };
  };

  test('reads the same whether people were reminded, paused or skipped, or not', async () => {
    const loud = await world({ reminders: 2 }, async () => {});
    const calm = await world({ reminders: 0 }, async (firm) => {
      await firm.press('north-6', 'skip');
      await firm.type('north-7', 'stop');
      await firm.type('north-8', 'pause 3');
    });
    expect(loud.firm.chat.calls.send).toBeGreaterThan(calm.firm.chat.calls.send);
    expect(calm.shown).toHaveLength(6);
    expect(calm.digests).toEqual(loud.digests);
    expect(calm.shown).toEqual(loud.shown);
    expect(calm.ledger).toEqual(loud.ledger);
  });
});
