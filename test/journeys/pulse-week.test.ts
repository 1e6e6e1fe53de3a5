/** A pulse week, from the first question to the digests. */
import { expect, test } from 'vitest';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { ids, PEOPLE, week } from '../support/town-people.ts';

const { round, opens, tuesday, beforeClose, closes, after } = week(0);
const TEXTS = ['more daylight', 'fewer forms', 'kinder planning', 'quiet hours', 'good coffee'];

/** Thirty people, one tap each but for a few; ten of the lab fill in the form. */
async function everyoneAnswers(firm: Town): Promise<void> {
  const taps: Record<string, readonly number[]> = {
    north: [4, 4, 5, 5, 2, 4, 3],
    south: [2, 2, 1],
    lab: [4, 4, 4, 4, 4, 4, 3, 3, 2, 2, 2],
  };
  for (const [unit, values] of Object.entries(taps)) {
    for (const [i, value] of values.entries()) await firm.tap(`${unit}-${i + 1}`, value);
  }
  for (const [person, value] of [
    ['nina', 5],
    ['sol', 4],
  ] as const)
    await firm.tap(person, value);
  for (const [person, value] of [
    ['clara', 4],
    ['hana', 4],
    ['sam', 3],
    ['lea', 4],
  ] as const) {
    await firm.tap(person, value);
  }
  for (const [i, person] of ids('lab', 1, 10).entries()) {
    const words = TEXTS[i] ?? '';
    await firm.submit(person, {
      growth: '4',
      pay: i < 5 ? '2' : '4',
      words,
      'words:reader': 'team',
    });
  }
}

async function playedWeek(): Promise<Town> {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  await everyoneAnswers(firm);
  await firm.at(closes);
  await firm.at(after);
  return firm;
}

test('each person is asked at ten in the morning of their own day, once', async () => {
  const firm = await town();
  const asked = () => new Set(firm.chat.kept.map(({ person }) => person));
  const inZone = (zone: string | undefined) =>
    PEOPLE.filter(({ timezone }) => timezone === zone).map(({ id }) => id);
  await firm.at(opens);
  expect(asked()).toEqual(new Set());
  await firm.at(new Date('2026-11-02T08:59:59Z'));
  expect(asked()).toEqual(new Set());
  await firm.at(new Date('2026-11-02T09:00:00Z'));
  expect(asked()).toEqual(new Set(inZone(undefined)));
  await firm.at(new Date('2026-11-02T14:59:59Z'));
  expect(asked().size).toBe(inZone(undefined).length);
  await firm.at(new Date('2026-11-02T15:00:00Z'));
  expect(asked()).toEqual(new Set([...inZone(undefined), ...inZone('America/New_York')]));
  await firm.at(new Date('2026-11-03T00:59:59Z'));
  expect(asked().has('hana')).toBe(false);
  await firm.at(new Date('2026-11-03T01:00:00Z'));
  expect(asked()).toEqual(new Set(PEOPLE.map(({ id }) => id)));
  expect(firm.chat.kept).toHaveLength(PEOPLE.length);
});

test('the question is asked in each person’s own language', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  expect(wordsOf(firm.messagesOf('lab-1')[0]?.message)).toContain('Strongly agree');
  expect(wordsOf(firm.messagesOf('lab-12')[0]?.message)).toContain('Stimme voll zu');
  expect(wordsOf(firm.messagesOf('lab-12')[0]?.message)).not.toContain('Strongly agree');
});

test('after one tap the chat says sealed, and the same whatever was chosen', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  await firm.tap('north-1', 1);
  await firm.tap('north-2', 5);
  const [one, five] = ['north-1', 'north-2'].map((id) => firm.messagesOf(id)[0]?.message);
  expect(one).toEqual(five);
  expect(one?.summary).toMatch(/^Sealed until Friday/);
  expect(wordsOf(one)).toContain('17:00');
  expect(one?.blocks.some(({ kind }) => kind === 'scale')).toBe(false);
  expect(firm.messagesOf('north-3')[0]?.message.blocks.some(({ kind }) => kind === 'scale')).toBe(
    true,
  );
});

test('the form asks everything, empty, whatever was answered before', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  const { form: fresh } = await firm.press('north-1', 'form');
  await firm.tap('north-1', 5);
  const { form: later } = await firm.press('north-1', 'form');
  expect(later).toEqual(fresh);
  expect(later?.fields.map(({ name }) => name)).toEqual(['team', 'growth', 'pay', 'words']);
});

test('the form seals its comment field, empty or not, and leaves what was not chosen as it was', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  await firm.tap('north-1', 5);
  await firm.submit('north-1', { growth: '4', pay: [], words: '' });
  const sealed = await firm.ports.store.box.sealed(round, 'north-1');
  expect(sealed).toEqual(new Set(['team', 'growth', 'words']));
});

test('a form with nothing in it seals nothing and says so', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  const { replace, say } = await firm.submit('north-1', { growth: [], words: '  ' });
  expect(replace).toBeUndefined();
  expect(say?.summary).toMatch(/nothing was sealed/i);
  expect(await firm.ports.store.box.size(round)).toBe(0);
});

test('one faulty field and nothing of the form is sealed', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  const { faults, replace } = await firm.submit('north-1', { growth: '4', pay: '6' });
  expect(Object.keys(faults ?? {})).toEqual(['pay']);
  expect(replace).toBeUndefined();
  expect(await firm.ports.store.box.size(round)).toBe(0);
  const unknown = await firm.submit('north-1', { growth: '4', mirror: '1' });
  expect(Object.keys(unknown.faults ?? {})).toEqual(['mirror']);
  expect(await firm.ports.store.box.size(round)).toBe(0);
});

test('a team of eight reads its own figure, as a band', async () => {
  const firm = await playedWeek();
  const [north] = (await firm.digestOf('nina'))?.units ?? [];
  const [team] = north?.statements ?? [];
  expect(north?.unit).toBe('north');
  expect(team).toMatchObject({
    question: 'team',
    from: { unit: 'north' },
    figure: { shown: 'band', band: '60 or more' },
    above: { unit: 'sales', figure: { shown: 'band', band: '40-59' } },
    change: { kind: 'first' },
  });
  expect(north?.participation).toBe('over three quarters');
});

test('a figure of ten to nineteen is a band', async () => {
  const firm = await playedWeek();
  const [lab] = (await firm.digestOf('lea'))?.units ?? [];
  expect(lab?.statements.map(({ from, figure }) => ({ from: from?.unit, figure }))).toEqual([
    { from: 'lab', figure: { shown: 'band', band: '40-59' } },
    { from: 'lab', figure: { shown: 'band', band: '60 or more' } },
    { from: 'lab', figure: { shown: 'band', band: '40-59' } },
  ]);
});

test('the whole firm reads three shares in tens, without the ballots no group could take', async () => {
  const firm = await playedWeek();
  const digest = await firm.digestOf('clara');
  expect(digest?.units.map(({ unit }) => unit)).toEqual(['firm']);
  expect(digest?.units[0]?.statements[0]).toMatchObject({
    from: { unit: 'firm' },
    figure: {
      ...{ shown: 'distribution', coarse: true },
      ...{ favourable: 60, neutral: 20, unfavourable: 30 },
    },
  });
  expect(digest).not.toHaveProperty('uncounted');
});

test('HR reads the firm, and how many answers were burned uncounted', async () => {
  const firm = await playedWeek();
  const digest = await firm.digestOf('hana');
  expect(digest?.units.map(({ unit }) => unit)).toEqual(['firm']);
  // The four who count in the firm itself: Clara, Hana, Sam and Lea.
  expect(digest?.uncounted).toBe(4);
  const told = firm.messagesOf('hana').at(-1);
  expect(wordsOf(told?.message)).toContain('4 answers were in no group large enough');
});

test('comments reach the manager of the ten who filled in the form, and nobody else', async () => {
  const firm = await playedWeek();
  const [lab] = (await firm.digestOf('lea'))?.units ?? [];
  expect([...(lab?.comments ?? [])].sort()).toEqual([...TEXTS].sort());
  for (const other of ['nina', 'sol', 'sam', 'clara', 'hana']) {
    const units = (await firm.digestOf(other))?.units ?? [];
    expect(
      units.flatMap(({ comments }) => comments),
      other,
    ).toEqual([]);
  }
});

test('each manager and HR are sent one digest, in a working hour of theirs, and nobody else is', async () => {
  const firm = await playedWeek();
  const digests = firm.chat.kept.filter(({ about }) => about.kind === 'digest');
  expect(digests.map(({ person }) => person).sort()).toEqual(
    ['clara', 'hana', 'lea', 'nina', 'sam', 'sol'].sort(),
  );
});

test('a digest in Tokyo waits for Monday morning there', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(closes);
  const told = () => firm.messagesOf('hana').filter(({ about }) => about.kind === 'digest');
  await firm.at(new Date('2026-11-08T23:59:59Z'));
  expect(told()).toHaveLength(0);
  await firm.at(new Date('2026-11-09T00:00:00Z'));
  expect(told()).toHaveLength(1);
});

test('everyone’s question reads closed after the close, whoever answered', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  await firm.tap('north-1', 5);
  await firm.press('north-2', 'skip');
  await firm.at(closes);
  const [answered, skipped, silent] = ['north-1', 'north-2', 'north-3'].map(
    (id) => firm.messagesOf(id)[0]?.message,
  );
  expect(answered?.summary).toMatch(/closed/);
  expect(skipped).toEqual(answered);
  expect(silent).toEqual(answered);
});

test('what left the system stands in the ledger, figure by figure', async () => {
  const firm = await playedWeek();
  const ledger = await firm.ports.store.results.ledger(round);
  const nina = ledger.filter(({ reader, question }) => reader === 'nina' && question === 'team');
  expect(nina).toEqual([
    {
      at: closes,
      round,
      reader: 'nina',
      unit: 'north',
      from: 'north',
      question: 'team',
      pools: ['north'],
      said: { shown: 'band', band: '60 or more' },
    },
    expect.objectContaining({
      unit: 'north',
      from: 'sales',
      said: { shown: 'band', band: '40-59' },
    }),
  ]);
  expect(nina[1]?.pools.toSorted()).toEqual(['north', 'sales']);
  expect(ledger.filter(({ said }) => said.shown === 'comments')).toEqual([
    expect.objectContaining({ reader: 'lea', unit: 'lab', said: { shown: 'comments', count: 5 } }),
  ]);
});

test('the round closes at its time, not a minute earlier', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(beforeClose);
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('open');
  expect((await firm.tap('north-1', 4)).replace).toBeDefined();
  await firm.at(closes);
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('published');
});

test('four weeks in a row each open, close and publish once', async () => {
  const firm = await town();
  for (const n of [0, 1, 2, 3]) {
    const { opens: start, tuesday: asked, closes: end } = week(n);
    await firm.at(start);
    await firm.at(asked);
    for (const person of ids('lab', 1, 8)) await firm.tap(person, 4);
    await firm.at(end);
  }
  await firm.at(week(3).after);
  const rounds = await firm.ports.store.rounds.list({});
  expect(rounds.map(({ id, state }) => [id, state])).toEqual(
    [3, 2, 1, 0].map((n) => [week(n).round, 'published']),
  );
  const digests = firm.messagesOf('lea').filter(({ about }) => about.kind === 'digest');
  expect(digests.map(({ about }) => about.round)).toEqual([0, 1, 2, 3].map((n) => week(n).round));
});
