/** Attack: who has the files tries every order, size and place in them to link people to what they said. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { chance, shuffled } from './chance.ts';
import { type Firm, firm } from './firm.ts';
import { answers, crew, filesOf, ROUND, scalesOf, smallFirm, WEEK } from './scene.ts';

const N = 20;
const ORG = smallFirm({ lab: N });
const PEOPLE = crew('lab', N);
/** Letters that stand for the place in the order of answering; directories of names have none of them. */
const word = (place: number) =>
  `turn ${String.fromCharCode(97 + place)}${String.fromCharCode(97 + place)}`;

export interface Links {
  /** Standard deviations above chance of the best of several clues. */
  readonly during: number;
  readonly after: number;
  readonly clues: { readonly during: number; readonly after: number };
  /** The same search over a box in order of arrival: it must find the link. */
  readonly naive: number;
}

/** Plays so many weeks; answers are drawn evenly and for nothing, so that chance is one in five, whatever the clue. */
export async function linking(weeks: number, seed: number): Promise<Links> {
  const random = chance(seed);
  const hits = new Map<string, number>();
  const orders = new Map<string, number[]>();
  let naive = 0;
  for (let week = 0; week < weeks; week++) {
    const order = shuffled(PEOPLE, random);
    const said = new Map(PEOPLE.map((person) => [person, 1 + Math.floor(random() * 5)]));
    const house = await firm(ORG, WEEK.before);
    try {
      await house.at(WEEK.opens);
      await house.at(WEEK.asked);
      for (const [place, person] of order.entries()) {
        const values = (await scalesOf(house)).map((id) => [id, String(said.get(person))]);
        await answers(house, person, Object.fromEntries(values), word(place));
      }
      for (const [clue, values] of cluesDuring(house)) {
        hits.set(clue, (hits.get(clue) ?? 0) + guessedByNeighbour(values, said));
      }
      await house.at(WEEK.closes);
      for (const [clue, places] of await cluesAfter(house)) {
        orders.set(clue, [...(orders.get(clue) ?? []), correlation(places)]);
      }
      naive += correlation(order.map((_, place) => place));
    } finally {
      await house.close();
    }
  }
  const tries = weeks * N;
  const during = [...hits.values()].map((count) => (count - tries / 5) / Math.sqrt(tries * 0.16));
  const sigmas = (sum: number) => Math.abs(sum) * Math.sqrt((N - 1) / weeks);
  const after = [...orders.values()].map((each) => sigmas(each.reduce((sum, r) => sum + r, 0)));
  return {
    during: Math.max(...during),
    after: Math.max(...after),
    clues: { during: hits.size, after: orders.size },
    naive: sigmas(naive),
  };
}

/** Person to a number, by clue: what lies in the box and in the log of writes, without the key. */
function cluesDuring(house: Firm): Map<string, Map<string, number>> {
  const rows = read(
    house,
    'select person, question, sealed from envelope not indexed order by question',
  ) as {
    person: string;
    question: string;
    sealed: Buffer;
  }[];
  const files = filesOf(join(house.folder, 'database'));
  const log = [...files].find(([name]) => name.endsWith('-wal'))?.[1] ?? Buffer.alloc(0);
  const clues = new Map<string, Map<string, number>>();
  const note = (clue: string, person: string, value: number) =>
    clues.set(clue, (clues.get(clue) ?? new Map()).set(person, value));
  for (const [place, { person, question, sealed }] of rows.entries()) {
    if (question === 'comment') continue;
    note(`place ${question}`, person, place);
    note(`size ${question}`, person, sealed.length);
    note(`first byte ${question}`, person, sealed[0] ?? 0);
    note(
      `sum of bytes ${question}`,
      person,
      sealed.reduce((sum, byte) => sum + byte, 0),
    );
    note(`place in the log ${question}`, person, log.indexOf(sealed.subarray(0, 16)));
  }
  return clues;
}

/** Each person is taken to have said what the person with the nearest value of the clue said, who tells. */
function guessedByNeighbour(
  clue: ReadonlyMap<string, number>,
  said: ReadonlyMap<string, number>,
): number {
  const line = [...clue].sort(([, a], [, b]) => a - b).map(([person]) => person);
  return line.filter((person, i) => said.get(person) === said.get(line[i === 0 ? 1 : i - 1] ?? ''))
    .length;
}

/** Places in the order of answering, in the order in which the comments lie or were shown. */
async function cluesAfter(house: Firm): Promise<Map<string, number[]>> {
  const placeOf = (text: string) => (/turn (\w)\1/.exec(text)?.[1]?.charCodeAt(0) ?? 96) - 97;
  const texts = (query: string) =>
    (read(house, query) as { text: string }[]).map(({ text }) => placeOf(text));
  const files = filesOf(join(house.folder, 'database'));
  const database = [...files].find(([name]) => name.endsWith('.db'))?.[1] ?? Buffer.alloc(0);
  const inFile = PEOPLE.map((_, place) => ({ place, at: database.indexOf(word(place)) }));
  const digest = await house.ports.store.results.digest(ROUND, 'lead-lab');
  return new Map([
    ['row order', texts('select text from comment not indexed')],
    ['key order', texts('select text from comment order by id')],
    ['place in the file', inFile.sort((a, b) => a.at - b.at).map(({ place }) => place)],
    ['place in the digest', digest?.units[0]?.comments.map(placeOf) ?? []],
  ]);
}

function read({ folder }: Firm, query: string): unknown[] {
  const raw = new Database(join(folder, 'database', 'firm.db'), { readonly: true });
  try {
    return raw.prepare(query).all();
  } finally {
    raw.close();
  }
}

/** Spearman's, of a permutation with its own order. */
export function correlation(places: readonly number[]): number {
  const n = places.length;
  const squares = places.reduce((sum, place, i) => sum + (place - i) ** 2, 0);
  return n < 2 ? 0 : 1 - (6 * squares) / (n * (n * n - 1));
}
