/** The ballot box on PostgreSQL: what arrives together is committed together, then acknowledged. */
import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';
import type { Ballot } from '../../src/ballot/count.ts';
import type { Sealed } from '../../src/ports/sealed.ts';
import type { BallotBox } from '../../src/ports/store.ts';
import { groupCommit, type Outcome, type Waiting } from './group-commit.ts';
import type { Tables } from './schema.ts';

/** Envelopes read at a time by the count: some 160 kB of scores, or 4 MB of comments. */
const BATCH = 2000;

export function postgresBox(pool: pg.Pool): BallotBox {
  return {
    put: groupCommit((group) => putGroup(pool, group), isFaultyData),

    async sealed(round, person) {
      const { rows } = await pool.query<{ question: string }>({
        name: 'box-sealed',
        text: 'select question from envelope where round = $1 and person = $2',
        values: [round, person],
      });
      return new Set(rows.map(({ question }) => question));
    },

    async size(round) {
      const text = 'select count(*) as n from envelope where round = $1';
      const { rows } = await pool.query<{ n: number }>({ name: 'box-size', text, values: [round] });
      return rows[0]?.n ?? 0;
    },

    ballots: (round) => ballots(pool, round),
  };
}

/** SQLSTATE classes 22, data exception, and 23, integrity constraint violation. */
function isFaultyData(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code ?? ''));
}

/** As a subquery, and not as a join: looked up by its key whatever the planner believes about a table that just grew. */
const UNIT = (round: string, person: string) =>
  `(select unit from delivery d where d.round = ${round} and d.person = ${person} and d.kind = 'question')`;

/**
 * One statement, and so one transaction and one round trip. It holds the rows of the rounds FOR SHARE until it has
 * committed: a close waits for it, and a put that waited for a close finds the round no longer open. Of several
 * envelopes for one key the last is kept; sorted, so that two groups can't wait for each other.
 */
const PUT = `
  with held as materialized (
    select id, closes_at from round
    where id = any($1::text[]) and state = 'open' and closes_at > $11::bigint order by id for share
  ), put as materialized (
    select p.n,
      case when h.id is null then 'closed' when ${UNIT('p.round', 'p.person')} is null then 'not-asked' else 'sealed' end as outcome
    from unnest($2::int[], $3::text[], $4::text[], $5::bigint[]) as p (n, round, person, at)
    left join held h on h.id = p.round and h.closes_at > p.at
  ), stored as (
    insert into envelope (round, person, question, sealed)
    select distinct on (e.round, e.person, e.question) e.round, e.person, e.question, e.sealed
    from unnest($6::int[], $7::text[], $8::text[], $9::text[], $10::bytea[]) with ordinality
      as e (n, round, person, question, sealed, i)
    join put on put.n = e.n and put.outcome = 'sealed'
    order by e.round, e.person, e.question, e.i desc
    on conflict (round, person, question) do update set sealed = excluded.sealed
  )
  select n, outcome from put`;

async function putGroup(pool: pg.Pool, group: readonly Waiting[]): Promise<Outcome[]> {
  const { rows } = await pool.query<Told>({ name: 'box-put', text: PUT, values: valuesOf(group) });
  return outcomesOf(group, rows);
}

/** Puts one person's envelopes as a part of a transaction. */
export async function putting(
  tx: Kysely<Tables>,
  envelopes: readonly Sealed[],
  now: Date,
): Promise<Outcome> {
  const group = [{ envelopes, now }];
  const { rows } = await tx.executeQuery<Told>(CompiledQuery.raw(PUT, valuesOf(group)));
  return outcomesOf(group, rows)[0] ?? 'sealed';
}

interface Told {
  readonly n: number;
  readonly outcome: Outcome;
}

function valuesOf(group: readonly Waiting[]): unknown[] {
  const puts = group.flatMap(({ envelopes: [first], now }, n) =>
    first ? [{ n, round: first.round, person: first.person, at: now.getTime() }] : [],
  );
  const all = group.flatMap(({ envelopes }, n) => envelopes.map((each) => ({ n, ...each })));
  return [
    [...new Set(puts.map(({ round }) => round))],
    puts.map(({ n }) => n),
    puts.map(({ round }) => round),
    puts.map(({ person }) => person),
    puts.map(({ at }) => at),
    all.map(({ n }) => n),
    all.map(({ round }) => round),
    all.map(({ person }) => person),
    all.map(({ question }) => question),
    all.map(({ envelope }) => envelope),
    puts.reduce((earliest, { at }) => Math.min(earliest, at), Number.MAX_SAFE_INTEGER),
  ];
}

function outcomesOf(group: readonly Waiting[], rows: readonly Told[]): Outcome[] {
  // Nothing to store is stored.
  const outcomes = group.map((): Outcome => 'sealed');
  for (const { n, outcome } of rows) outcomes[n] = outcome;
  return outcomes;
}

/** As a subquery that its limit keeps apart: looked up by its key, as {@link UNIT} is. */
const BALLOTS = `
  select page.person, page.question, page.sealed as envelope, d.unit, d.job_family as "jobFamily"
    from (select * from envelope where round = $1 and (person, question) > ($2, $3)
           order by person, question limit ${BATCH}) page
    left join lateral (select unit, job_family from delivery d
      where d.round = page.round and d.person = page.person and d.kind = 'question' limit 1) d on true
   order by page.person, page.question`;

async function* ballots(pool: pg.Pool, round: string): AsyncIterable<readonly Ballot[]> {
  type Row = Omit<Ballot, 'unit' | 'jobFamily'> & {
    person: string;
    unit: string | null;
    jobFamily: string | null;
  };
  let last = { person: '', question: '' };
  for (;;) {
    const { rows } = await pool.query<Row>({
      name: 'box-ballots',
      text: BALLOTS,
      values: [round, last.person, last.question],
    });
    const end = rows.at(-1);
    if (!end) return;
    last = { person: end.person, question: end.question };
    yield rows.flatMap(({ unit, question, envelope, jobFamily }) =>
      unit === null ? [] : [{ unit, question, envelope, ...(jobFamily !== null && { jobFamily }) }],
    );
  }
}
