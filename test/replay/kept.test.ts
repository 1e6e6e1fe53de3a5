/** A replay that keeps its database: repeated, continued, interrupted; and one that must not begin. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyFolder } from '../../adapters/keys/folder.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import type { Store } from '../../src/ports/store.ts';
import { replay } from '../../src/replay.ts';
import { type ReplayOptions, replayCommand } from '../../src/replay-command.ts';
import type { Question } from '../../src/survey/question.ts';
import { type Cells, faultsOf, filesOf, folder, run } from './files.ts';

const SURVEY = 'questions: [{ id: q, kind: five-point, text: Q }]';
const UNITS: Cells[] = [
  ['all', '', ''],
  ['a', 'all', ''],
  ['b', 'all', ''],
];
const IDS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

/** Twelve people, those named in `b` there, the others in a; all answer 5 in each of the rounds. */
function past(rounds: readonly string[], b: readonly string[] = []) {
  return {
    people: IDS.map((id): Cells => [id, b.includes(id) ? 'b' : 'a']),
    units: UNITS,
    survey: SURVEY,
    answers: rounds.flatMap((round) => IDS.map((id): Cells => [round, id, 'q', 5])),
  };
}

/** Files and a database in one new folder. */
function kept(rounds: readonly string[], into = folder()): ReplayOptions & { database: string } {
  return { ...filesOf(past(rounds), into), database: join(into, 'kept.db') };
}

const fingerprint = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const keysIn = (database: string) =>
  existsSync(`${database}.keys`) ? readdirSync(`${database}.keys`) : [];

async function inStore<T>(database: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await sqlite(database);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

describe('a database that is kept', () => {
  test('holds the result; nobody’s answer, no key and no participation', async () => {
    const options = kept(['r']);
    await run(options);
    expect(keysIn(options.database)).toEqual([]);
    await inStore(options.database, async (store) => {
      expect(await store.rounds.get('r')).toMatchObject({ state: 'published', floor: 5 });
      expect(await store.box.size('r')).toBe(0);
      expect(await store.deliveries.of('r', '1')).toBeUndefined();
      expect(await store.results.result('r')).toMatchObject({ ballots: 12, uncounted: 0 });
    });
  });

  test('refuses the same round again, as coming after the close, and stays as it was', async () => {
    const options = kept(['r']);
    await run(options);
    const before = [fingerprint(options.database), fingerprint(options.figures)];
    expect(await faultsOf(options)).toEqual([
      'answers.csv: Round "r" has closed in this database: its answers come after the close.',
    ]);
    expect([fingerprint(options.database), fingerprint(options.figures)]).toEqual(before);
    expect(keysIn(options.database)).toEqual([]);
  });

  test('refuses a closed round beside a new one, names every closed one, and opens neither', async () => {
    const options = kept(['r', 's']);
    await run(options);
    const before = fingerprint(options.database);
    const more = filesOf(past(['r', 's', 't']), folder());
    const found = await faultsOf({ ...more, database: options.database });
    expect(found).toEqual([
      expect.stringContaining('"r" has closed'),
      expect.stringContaining('"s" has closed'),
    ]);
    expect(fingerprint(options.database)).toBe(before);
  });

  test('takes a new round, in which people count where they are now', async () => {
    const options = kept(['r']);
    const first = await run(options);
    expect(first.out.figures.map(({ unit, from }) => [unit, from])).toEqual([
      ['a', 'a'],
      ['all', 'all'],
      ['b', 'all'],
    ]);
    const moved = filesOf(past(['s'], ['1', '2', '3', '4', '5', '6']), folder());
    const second = await run({ ...moved, database: options.database });
    expect(second.out.rounds).toEqual([{ round: 's', invited: 12, ballots: 12, uncounted: 0 }]);
    expect(second.out.figures.map(({ unit, from }) => [unit, from])).toEqual([
      ['a', 'a'],
      ['all', 'all'],
      ['b', 'b'],
    ]);
    await inStore(options.database, async (store) => {
      const rounds = await store.rounds.list({});
      expect(rounds.map(({ id, number }) => [id, number])).toEqual([
        ['s', 1],
        ['r', 0],
      ]);
      const [now, then] = rounds.map(({ opensAt }) => opensAt) as [Date, Date];
      expect(await store.org.membersChanged(['b'], then, now)).toBe(6);
      expect(await store.results.result('r')).toMatchObject({ ballots: 12 });
    });
  });
});

/** A replay into the database that stops in the middle, as a killed process would. */
async function interrupted(
  { database }: { database: string },
  rounds: readonly string[],
  stops: (store: Store) => Store,
): Promise<void> {
  const text = { en: 'Q' };
  const labels = [1, 2, 3, 4, 5].map((n) => ({ en: String(n) }));
  const disagree = { en: 'Strongly disagree' };
  const questions: Question[] = [
    { kind: 'five-point', id: 'q', text, labels: labels.with(0, disagree) },
  ];
  const org = {
    people: IDS.map((id) => ({ id, name: id, unit: 'a' })),
    units: [
      { id: 'all', name: 'all' },
      { id: 'a', name: 'a', parent: 'all' },
      { id: 'b', name: 'b', parent: 'all' },
    ],
  };
  const answers = new Map(IDS.map((id) => [id, new Map([['q', ['5']]])]));
  const all = rounds.map((name) => ({ name, questions, answers }));
  await inStore(database, async (store) => {
    const ports = { store: stops(store), keys: keyFolder(`${database}.keys`) };
    await expect(replay(ports, org, all, 5, () => {})).rejects.toThrow('killed');
  });
}

const killed = async () => {
  throw new Error('killed');
};

describe('a run that was interrupted', () => {
  const result = {
    rounds: [{ round: 'r', invited: 12, ballots: 12, uncounted: 0 }],
    figures: [{ from: 'a', band: '60 or more' }, { from: 'all' }, { from: 'all', shown: 'parent' }],
  };

  test('while ballots were being sealed: repeated, it completes, and every answer counts once', async () => {
    const options = kept(['r']);
    const sealed: Promise<unknown>[] = [];
    await interrupted(options, ['r'], (store) => ({
      ...store,
      box: {
        ...store.box,
        put: async (envelopes, now) => {
          if (sealed.length === 7) return Promise.all(sealed).then(killed);
          const put = store.box.put(envelopes, now);
          sealed.push(put);
          return put;
        },
      },
    }));
    expect(keysIn(options.database)).toHaveLength(1);
    await inStore(options.database, async (store) => {
      expect(await store.rounds.get('r')).toMatchObject({ state: 'open' });
      expect(await store.box.size('r')).toBe(7);
    });
    const { out } = await run(options);
    expect(out).toMatchObject(result);
    expect(keysIn(options.database)).toEqual([]);
  });

  test('before the count: repeated, it completes', async () => {
    const options = kept(['r']);
    await interrupted(options, ['r'], (store) => ({
      ...store,
      results: { ...store.results, record: killed },
    }));
    const { out } = await run(options);
    expect(out).toMatchObject(result);
    expect(keysIn(options.database)).toEqual([]);
  });

  test('after the count, before the key was destroyed: repeated, it destroys the key', async () => {
    const options = kept(['r']);
    await interrupted(options, ['r'], (store) => ({
      ...store,
      results: { ...store.results, clean: killed },
    }));
    const { out } = await run(options);
    expect(out).toMatchObject(result);
    expect(keysIn(options.database)).toEqual([]);
  });

  test('in its second round: that round alone, repeated, completes', async () => {
    const options = kept(['r', 's']);
    await interrupted(options, ['r', 's'], (store) => ({
      ...store,
      box: {
        ...store.box,
        put: async (envelopes, now) =>
          envelopes[0]?.round === 's' ? killed() : store.box.put(envelopes, now),
      },
    }));
    const rest = filesOf(past(['s']), folder());
    const { out } = await run({ ...rest, database: options.database });
    expect(out.rounds).toEqual([{ round: 's', invited: 12, ballots: 12, uncounted: 0 }]);
  });
});

describe('a run that must not begin', () => {
  test('the folder of the figures does not exist: said before anything is counted', async () => {
    const options = kept(['r']);
    const figures = join(folder(), 'no', 'such', 'figures.json');
    expect(await faultsOf({ ...options, figures })).toEqual([
      expect.stringMatching(/^--figures: The folder of the figures, .*, does not exist\.$/),
    ]);
    expect(existsSync(options.database)).toBe(false);
  });

  test('the figures can’t be written: said before anything is counted, and nothing is left', async () => {
    const options = kept(['r']);
    mkdirSync(options.figures);
    await expect(replayCommand(options, () => {})).rejects.toThrow(/--figures/);
    expect(existsSync(options.database)).toBe(false);
    expect(existsSync(`${options.figures}.part`)).toBe(false);
  });

  test('people, units and survey are all at fault: everything is said at once', async () => {
    const options = kept(['r']);
    writeFileSync(options.people, 'person,unit\n1,nowhere\n');
    writeFileSync(options.units, 'unit,parent\nall,\nother,\n');
    writeFileSync(options.survey, 'minimum: 1\nquestions:\n- { id: q, kind: five-point }\n');
    const found = await faultsOf(options);
    expect(found).toEqual([
      expect.stringMatching(/^units.csv: There are 2 roots/),
      expect.stringMatching(/^people.csv, row 2: .*"nowhere"/),
      expect.stringMatching(/^survey.yaml, line 1: "minimum": must be 3 or more/),
      expect.stringMatching(/^survey.yaml, line 3: "questions.0.text"/),
    ]);
    expect(existsSync(options.database)).toBe(false);
  });

  test('a faulty answer: no figure is written, an earlier file of figures stays, no value is told', async () => {
    const options = kept(['r']);
    writeFileSync(options.figures, 'earlier');
    const rows = readFileSync(options.answers, 'utf8');
    writeFileSync(options.answers, `${rows}r,1,q,CANARY\nr,nobody,q,4711\n`);
    const found = await faultsOf(options);
    expect(found).toEqual([
      expect.stringMatching(/^answers.csv, row 14: .*from 1 to 5\.$/),
      'answers.csv, row 15: Person "nobody" is not in the people file.',
      expect.stringMatching(/^answers.csv, row 15: .*from 1 to 5\.$/),
    ]);
    expect(found.join()).not.toMatch(/CANARY|4711/);
    expect(readFileSync(options.figures, 'utf8')).toBe('earlier');
    expect(existsSync(options.database)).toBe(false);
  });

  test('a survey file that is missing', async () => {
    const options = kept(['r']);
    const survey = join(folder(), 'gone.yaml');
    expect(await faultsOf({ ...options, survey })).toEqual(['gone.yaml: The file does not exist.']);
  });

  test('a database that belongs to another program is left alone', async () => {
    const options = kept(['r']);
    writeFileSync(options.database, 'not a database at all, but long enough to be read as one');
    const before = fingerprint(options.database);
    await expect(replayCommand(options, () => {})).rejects.toThrow(
      `Database ${options.database}: it is not a database`,
    );
    expect(fingerprint(options.database)).toBe(before);
    expect(existsSync(options.figures)).toBe(false);
  });
});
