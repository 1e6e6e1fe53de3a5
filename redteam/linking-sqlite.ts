/** What a thief of the SQLite file, its log of writes and the key-less box tries as a link. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Firm } from './firm.ts';
import { type Clue, ofEnvelopes, PEOPLE, placeOf, type Site, word } from './linking.ts';
import { filesOf, ROUND } from './scene.ts';

export async function onSqlite(): Promise<Site> {
  return { wishes: {}, during, after, clear: async () => {} };
}

/** What lies in the box and in the log of writes. */
async function during(house: Firm): Promise<Clue[]> {
  const rows = read(
    house,
    'select person, question, sealed from envelope not indexed order by question',
  ) as { person: string; question: string; sealed: Buffer }[];
  const log = file(house, '-wal');
  const scores = rows.filter(({ question }) => question !== 'comment');
  const placed = [...new Set(scores.map(({ question }) => question))].flatMap((id) => {
    const here = scores.filter(({ question }) => question === id);
    const clue = (name: string, value: (sealed: Buffer, place: number) => number): Clue => ({
      name: `${name} ${id}`,
      of: new Map(here.map(({ person, sealed }, place) => [person, value(sealed, place)])),
    });
    return [
      clue('place', (_, place) => place),
      // Its last bytes: the first are those of everybody in the same turn.
      clue('place in the log', (sealed) => log.indexOf(sealed.subarray(-16))),
    ];
  });
  return [...placed, ...ofEnvelopes(rows)];
}

async function after(house: Firm): Promise<Map<string, number[]>> {
  const texts = (query: string) =>
    (read(house, query) as { text: string }[]).map(({ text }) => placeOf(text));
  const database = file(house, '.db');
  const inFile = PEOPLE.map((_, place) => ({ place, at: database.indexOf(word(place)) }));
  const digest = await house.ports.store.results.digest(ROUND, 'lead-lab');
  return new Map([
    ['row order', texts('select text from comment not indexed')],
    ['key order', texts('select text from comment order by id')],
    ['place in the file', inFile.sort((a, b) => a.at - b.at).map(({ place }) => place)],
    ['place in the digest', digest?.units[0]?.comments.map(placeOf) ?? []],
  ]);
}

function file({ folder }: Firm, ending: string): Buffer {
  const files = [...filesOf(join(folder, 'database'))];
  return files.find(([name]) => name.endsWith(ending))?.[1] ?? Buffer.alloc(0);
}

function read({ folder }: Firm, query: string): unknown[] {
  const raw = new Database(join(folder, 'database', 'firm.db'), { readonly: true });
  try {
    return raw.prepare(query).all();
  } finally {
    raw.close();
  }
}
