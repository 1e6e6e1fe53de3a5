/** The ballot box on SQLite: what arrives together is committed together, then acknowledged. */
import { setImmediate as turn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { Ballot } from '../../src/ballot/count.ts';
import type { BallotBox } from '../../src/ports/store.ts';
import { groupCommit, type Outcome, type Waiting } from './group-commit.ts';

/** Envelopes read at a time by the count: some 160 kB of scores, or 4 MB of comments. */
const BATCH = 2000;

/** `exclusively` runs work while no other statement or transaction is under way on this connection. */
export function sqliteBox(
  raw: Database.Database,
  exclusively: <T>(work: () => T) => Promise<T>,
): BallotBox {
  const putGroup = groupPut(raw);
  return {
    put: groupCommit((group) => exclusively(() => putGroup(group))),

    async sealed(round, person) {
      const rows = await exclusively(() =>
        raw
          .prepare<[string, string], { question: string }>(
            'select question from envelope where round = ? and person = ?',
          )
          .all(round, person),
      );
      return new Set(rows.map(({ question }) => question));
    },

    async size(round) {
      const row = await exclusively(() =>
        raw
          .prepare<[string], { n: number }>('select count(*) as n from envelope where round = ?')
          .get(round),
      );
      return row?.n ?? 0;
    },

    ballots: (round) => ballots(raw, exclusively, round),
  };
}

/** One transaction for all that wait; each of them all or nothing. */
function groupPut(raw: Database.Database): (group: readonly Waiting[]) => Outcome[] {
  const open = raw.prepare<[string, number]>(
    `select 1 from round where id = ? and state = 'open' and closes_at > ?`,
  );
  const asked = raw.prepare<[string, string]>(
    `select 1 from delivery where round = ? and person = ? and kind = 'question'`,
  );
  const insert = raw.prepare<[string, string, string, Uint8Array]>(
    'insert or replace into envelope (round, person, question, sealed) values (?, ?, ?, ?)',
  );
  const putOne = ({ envelopes, now }: Waiting): Outcome => {
    const [first] = envelopes;
    if (first && !open.get(first.round, now.getTime())) return 'closed';
    if (first && !asked.get(first.round, first.person)) return 'not-asked';
    for (const { round, person, question, envelope } of envelopes) {
      insert.run(round, person, question, envelope);
    }
    return 'sealed';
  };
  return raw.transaction((group: readonly Waiting[]) => group.map(putOne)).immediate;
}

async function* ballots(
  raw: Database.Database,
  exclusively: <T>(work: () => T) => Promise<T>,
  round: string,
): AsyncIterable<readonly Ballot[]> {
  type Row = Ballot & { person: string };
  const page = raw.prepare<[string, string, string, number], Row>(
    `select e.person, e.question, e.sealed as envelope, d.unit
       from envelope e join delivery d
         on d.round = e.round and d.person = e.person and d.kind = 'question'
      where e.round = ? and (e.person, e.question) > (?, ?)
      order by e.person, e.question limit ?`,
  );
  let last = { person: '', question: '' };
  for (;;) {
    const rows = await exclusively(() => page.all(round, last.person, last.question, BATCH));
    const end = rows.at(-1);
    if (!end) return;
    last = { person: end.person, question: end.question };
    yield rows.map(({ unit, question, envelope }) => ({ unit, question, envelope }));
    await turn();
  }
}
