/** A small team stays silent, and a manager's own answer is never in what they read about their team. */
import { expect, test } from 'vitest';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { crew, ids, PEOPLE, PULSE, TOWN, UNITS, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes, after } = week(0);

type Answers = Readonly<Record<string, number>>;

function all(people: readonly string[], value: number): Answers {
  return Object.fromEntries(people.map((id) => [id, value]));
}

async function played(answers: Answers, options: Parameters<typeof town>[0] = {}): Promise<Town> {
  const firm = await town(options);
  await firm.at(opens);
  await firm.at(tuesday);
  for (const [person, value] of Object.entries(answers)) await firm.tap(person, value);
  await firm.at(closes);
  await firm.at(after);
  return firm;
}

async function poolsOf(firm: Town) {
  const result = await firm.ports.store.results.result(round);
  return (result?.pools.get('team') ?? []).map(({ unit, n, from }) => ({
    unit,
    n,
    from: from.toSorted(),
  }));
}

const SILENT: Answers = { ...all(ids('north', 1, 8), 4), ...all(ids('south', 1, 4), 1), nina: 5 };

test('four answers of four are not shown to the manager of the four: they read the figure above', async () => {
  const firm = await played(SILENT);
  const [south] = (await firm.digestOf('sol'))?.units ?? [];
  const [team] = south?.statements ?? [];
  expect(south?.unit).toBe('south');
  // Sales: eight of North (all favourable), four of South and Nina: 9 of 13.
  expect(team).toMatchObject({
    from: { unit: 'sales', name: 'Sales' },
    figure: { shown: 'band', band: '60 or more' },
  });
  expect(team).not.toHaveProperty('above');
  expect(south).not.toHaveProperty('participation');
});

test('one plain sentence says why, in the manager’s language', async () => {
  const firm = await played(SILENT, {
    pulse: { questions: PULSE.questions.slice(0, 1), perRound: 1 },
  });
  const english = await played(SILENT, {
    pulse: { questions: PULSE.questions.slice(0, 1), perRound: 1 },
    org: { ...TOWN, people: PEOPLE.map(({ locale: _, ...person }) => person) },
  });
  const told = firm.messagesOf('sol').at(-1);
  expect(told?.about.kind).toBe('digest');
  expect(wordsOf(told?.message)).toMatch(/South/);
  expect(wordsOf(told?.message)).not.toMatch(/[Tt]oo few/);
  const words = wordsOf(english.messagesOf('sol').at(-1)?.message);
  expect(words).toContain('Too few answers this week to show figures of South on their own.');
  expect(words).toContain('Sales');
});

test('their ballots move up and are counted with those of the unit above', async () => {
  const firm = await played(SILENT);
  expect(await poolsOf(firm)).toEqual([
    { unit: 'north', n: 8, from: ['north'] },
    { unit: 'sales', n: 5, from: ['sales', 'south'] },
  ]);
  expect((await firm.digestOf('hana'))?.uncounted).toBe(0);
});

test('a fifth person in the team, and the team has its own figure', async () => {
  const fifth = { id: 'south-5', name: 'Given5 of south', unit: 'south' };
  const firm = await played(
    { ...SILENT, 'south-5': 1 },
    { org: { ...TOWN, people: [...PEOPLE, fifth] } },
  );
  const [south] = (await firm.digestOf('sol'))?.units ?? [];
  expect(south?.statements[0]).toMatchObject({
    from: { unit: 'south' },
    figure: { shown: 'band', band: 'under 40' },
  });
  // Nina is now alone in Sales: her ballot moves on to the firm, where it is the only one.
  expect((await firm.digestOf('hana'))?.uncounted).toBe(1);
});

test('where nobody has enough, everybody is told so and HR how many were burned', async () => {
  const firm = await played({ 'lab-1': 5, 'north-1': 5, clara: 1, sol: 3 });
  for (const reader of ['clara', 'sam', 'nina', 'sol', 'lea', 'hana']) {
    const units = (await firm.digestOf(reader))?.units ?? [];
    expect(units.flatMap(({ statements }) => statements.filter(({ figure }) => figure))).toEqual(
      [],
    );
    expect(JSON.stringify(firm.messagesOf(reader).at(-1))).not.toContain('chart');
  }
  expect((await firm.digestOf('hana'))?.uncounted).toBe(4);
  expect(await poolsOf(firm)).toEqual([]);
});

test('a week in which nobody answers is published all the same', async () => {
  const firm = await played({});
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('published');
  expect((await firm.digestOf('hana'))?.uncounted).toBe(0);
  expect(wordsOf(firm.messagesOf('lea').at(-1)?.message)).toContain('Too few answers');
});

test('the floor that the round was opened with stays in force', async () => {
  const firm = await town({ pulse: { floor: 3 } });
  await firm.at(opens);
  await firm.at(tuesday);
  for (const person of ids('south', 1, 4)) await firm.tap(person, 1);
  expect((await firm.ports.store.rounds.get(round))?.floor).toBe(3);
  await firm.close();
  const stricter = await town({ from: firm.folder, pulse: { floor: 9 }, now: tuesday });
  await stricter.at(closes);
  expect(await poolsOf(stricter)).toEqual([{ unit: 'south', n: 4, from: ['south'] }]);
});

test('people who move in mid-round count where they were when it opened', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  const people = PEOPLE.map((each) =>
    each.id.startsWith('south-') ? { ...each, unit: 'lab' } : each,
  );
  await firm.ports.store.org.replace({ people, units: UNITS }, tuesday);
  for (const [person, value] of Object.entries(SILENT)) await firm.tap(person, value);
  await firm.at(closes);
  expect(await poolsOf(firm)).toEqual([
    { unit: 'north', n: 8, from: ['north'] },
    { unit: 'sales', n: 5, from: ['sales', 'south'] },
  ]);
});

test('a manager’s own answer changes nothing in what they read about their team', async () => {
  // One more favourable answer and North would be "60 or more", the Lab 60 instead of 55.
  const others = {
    ...all(ids('north', 1, 4), 4),
    ...all(ids('north', 5, 7), 2),
    ...all(ids('lab', 1, 6), 4),
    ...all(ids('lab', 7, 11), 2),
  };
  const figures = async (value: number) => {
    const firm = await played({ ...others, nina: value, lea: value });
    const of = async (reader: string) =>
      (await firm.digestOf(reader))?.units[0]?.statements.map(({ from, figure, change }) => ({
        from,
        figure,
        change,
      }));
    return { nina: await of('nina'), lea: await of('lea') };
  };
  const [low, high] = [await figures(1), await figures(5)];
  expect(low.nina?.[0]?.from?.unit).toBe('north');
  expect(high).toEqual(low);
});

test('a manager who is listed in a team below the one they lead is not in what they read either', async () => {
  // Lea leads the lab, and is listed in a team of it.
  const bench = { id: 'bench', name: 'Bench', parent: 'lab' };
  const people = [
    ...PEOPLE.map((each) => (each.id === 'lea' ? { ...each, unit: 'bench' } : each)),
    ...crew('bench', 4),
  ];
  const org = { people, units: [...UNITS, bench] };
  const figure = async (value: number) => {
    // Two of four are favourable: a fifth answer decides between "40-59" and "60 or more".
    const answers = { ...all(ids('bench', 1, 2), 4), ...all(ids('bench', 3, 4), 2), lea: value };
    const firm = await played({ ...answers, ...all(ids('lab', 1, 3), 2) }, { org });
    const [lab] = (await firm.digestOf('lea'))?.units ?? [];
    return lab?.statements[0]?.figure;
  };
  expect(await figure(1)).toEqual(await figure(5));
});
