/** Twenty people answer one after another; who knows the order and has the files learns nothing (anonymity.md, 5). */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type Town, town } from '../support/town.ts';
import { crew, ids, PULSE, UNITS, week } from '../support/town-people.ts';

const { opens, tuesday, closes } = week(0);
const N = 20;
const lead = { id: 'lea', name: 'Lea Roth', unit: 'lab' };
const org = { people: [lead, ...crew('lab', N)], units: UNITS };
const pulse = { questions: PULSE.questions.slice(0, 1), perRound: 1 } as const;

/** An order of its own for each run, so that the alphabet can't be mistaken for the order of answering. */
function orderOf(seed: number): string[] {
  const people = ids('lab', 1, N);
  let state = seed * 2654435761 + 1;
  for (let i = people.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [people[i], people[j]] = [people[j] as string, people[i] as string];
  }
  return people;
}

/** The `i`-th to answer says so in their comment: `said 00` to `said 19`. */
async function answerInTurn(firm: Town, seed: number): Promise<string[]> {
  const order = orderOf(seed);
  for (const [i, person] of order.entries()) {
    const words = `said ${String.fromCharCode(97 + i)}`;
    await firm.submit(person, { team: String(1 + (i % 5)), words, 'words:reader': 'team' });
  }
  return order;
}

function read<T>(firm: Town, query: string): T[] {
  const raw = new Database(join(firm.folder, 'database', 'town.db'), { readonly: true });
  try {
    return raw.prepare(query).all() as T[];
  } finally {
    raw.close();
  }
}

/** Spearman's rank correlation of a permutation of 0 to n-1 with its own index. */
function correlation(ranks: readonly number[]): number {
  const n = ranks.length;
  const squares = ranks.reduce((sum, rank, i) => sum + (rank - i) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

const RUNS = 12;

test('during the round the box lies in the same order, whoever answered first', async () => {
  const orders = new Set<string>();
  for (const seed of [1, 2, 3]) {
    const firm = await town({ org, pulse });
    await firm.at(opens);
    await firm.at(tuesday);
    const order = await answerInTurn(firm, seed);
    const lying = read<{ person: string; size: number }>(
      firm,
      'select person, length(sealed) as size from envelope not indexed',
    );
    orders.add(lying.map(({ person }) => person).join());
    expect(new Set(lying.map(({ size }) => size)).size).toBe(2);
    expect(lying.map(({ person }) => person)).not.toEqual(order.flatMap((each) => [each, each]));
    await firm.close();
  }
  expect(orders.size).toBe(1);
});

test('two worlds with other answers leave boxes that differ in sealed bytes only', async () => {
  const box = async (value: string) => {
    const firm = await town({ org, pulse });
    await firm.at(opens);
    await firm.at(tuesday);
    for (const person of ids('lab', 1, N)) {
      await firm.submit(person, { team: value, words: value === '1' ? 'long '.repeat(300) : '' });
    }
    const rows = read(firm, 'select round, person, question, length(sealed) as size from envelope');
    await firm.close();
    return rows;
  };
  expect(await box('1')).toEqual(await box('5'));
});

test('after the burn the order of comments follows the order of answering no better than chance', async () => {
  const correlations: number[] = [];
  for (let seed = 1; seed <= RUNS; seed++) {
    const firm = await town({ org, pulse });
    await firm.at(opens);
    await firm.at(tuesday);
    await answerInTurn(firm, seed);
    await firm.at(closes);
    const lying = read<{ text: string }>(firm, 'select text from comment not indexed');
    expect(lying).toHaveLength(N);
    const ranks = lying.map(({ text }) => text.charCodeAt(5) - 97);
    correlations.push(correlation(ranks));
    const shown = (await firm.digestOf('lea'))?.units[0]?.comments ?? [];
    correlations.push(correlation(shown.map((text) => text.charCodeAt(5) - 97)));
    await firm.close();
  }
  // Standard deviation of the mean of RUNS permutations of 20: 1 / sqrt(19 RUNS), here 0.066; 4.5 of them.
  const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const bound = 4.5 / Math.sqrt((N - 1) * RUNS);
  expect(Math.abs(mean(correlations.filter((_, i) => i % 2 === 0)))).toBeLessThan(bound);
  expect(Math.abs(mean(correlations.filter((_, i) => i % 2 === 1)))).toBeLessThan(bound);
});

test('after the burn nothing bears a name together with an answer', async () => {
  const firm = await town({ org, pulse });
  await firm.at(opens);
  await firm.at(tuesday);
  await answerInTurn(firm, 7);
  await firm.at(closes);
  expect(read(firm, 'select * from envelope')).toEqual([]);
  expect(read(firm, 'select question, unit, n, tally, sources from pool')).toEqual([
    { question: 'team', unit: 'lab', n: N, tally: '[4,4,4,4,4]', sources: '["lab"]' },
  ]);
  const columns = read<{ name: string }>(firm, `select name from pragma_table_info('comment')`);
  expect(columns.map(({ name }) => name)).toEqual([
    'id',
    'round',
    'question',
    'unit',
    'hr',
    'text',
  ]);
  expect(() => read(firm, 'select rowid from comment')).toThrow(/no such column/);
  for (const table of ['pool', 'comment', 'ledger', 'round', 'digest']) {
    const text = JSON.stringify(read(firm, `select * from ${table}`));
    for (const person of ids('lab', 1, N)) expect(text, table).not.toContain(`"${person}"`);
  }
});
