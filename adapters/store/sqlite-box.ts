/** The ballot box on SQLite: what arrives together is committed together, then acknowledged. */
import { setImmediate as turn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { Ballot } from '../../src/ballot/count.ts';
import type { Sealed } from '../../src/ports/sealed.ts';
import type { BallotBox } from '../../src/ports/store.ts';
import type { Connection } from './sqlite-connection.ts';

/** Envelopes read at a time by the count: some 160 kB of scores, or 4 MB of comments. */
const BATCH = 2000;

export function sqliteBox({ raw, between, together }: Connection): BallotBox {
  const put = putting(raw);
  const sealed = raw
    .prepare<[string, string], string>(
      'select question from envelope where round = ? and person = ?',
    )
    .pluck();
  const size = raw
    .prepare<[string], number>('select count(*) from envelope where round = ?')
    .pluck();
  return {
    put: (envelopes, now) => together(() => put(envelopes, now)),
    sealed: (round, person) => between(() => new Set(sealed.all(round, person))),
    size: (round) => between(() => size.get(round) ?? 0),
    ballots: (round) => ballots(raw, between, round),
  };
}

type Outcome = Awaited<ReturnType<BallotBox['put']>>;

/** Puts one person's envelopes, all or none, as a part of a transaction. */
export function putting(
  raw: Database.Database,
): (envelopes: readonly Sealed[], now: Date) => Outcome {
  const open = raw.prepare<[string, number]>(
    `select 1 from round where id = ? and state = 'open' and closes_at > ?`,
  );
  const asked = raw.prepare<[string, string]>(
    `select 1 from delivery where round = ? and person = ? and kind = 'question'`,
  );
  const insert = raw.prepare<[string, string, string, Uint8Array]>(
    'insert or replace into envelope (round, person, question, sealed) values (?, ?, ?, ?)',
  );
  return (envelopes, now) => {
    const [first] = envelopes;
    if (first && !open.get(first.round, now.getTime())) return 'closed';
    if (first && !asked.get(first.round, first.person)) return 'not-asked';
    for (const { round, person, question, envelope } of envelopes) {
      insert.run(round, person, question, envelope);
    }
    return 'sealed';
  };
}

async function* ballots(
  raw: Database.Database,
  between: Connection['between'],
  round: string,
): AsyncIterable<readonly Ballot[]> {
  type Row = Omit<Ballot, 'jobFamily'> & { person: string; jobFamily: string | null };
  const page = raw.prepare<[string, string, string, number], Row>(
    `select e.person, e.question, e.sealed as envelope, d.unit, d.job_family as jobFamily
       from envelope e join delivery d
         on d.round = e.round and d.person = e.person and d.kind = 'question'
      where e.round = ? and (e.person, e.question) > (?, ?)
      order by e.person, e.question limit ?`,
  );
  let last = { person: '', question: '' };
  for (;;) {
    const rows = await between(() => page.all(round, last.person, last.question, BATCH));
    const end = rows.at(-1);
    if (!end) return;
    last = { person: end.person, question: end.question };
    yield rows.map(({ unit, question, envelope, jobFamily }) => ({
      unit,
      question,
      envelope,
      ...(jobFamily !== null && { jobFamily }),
    }));
    await turn();
  }
}
