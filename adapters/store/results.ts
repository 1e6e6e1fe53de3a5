/** What remains of a round after its count: tallies of pools, released comments, digests and the ledger. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { LedgerEntry } from '../../src/anonymity/ledger.ts';
import type { Pool } from '../../src/ballot/pools.ts';
import type { Carry, CountedRound, ReleasedComments, ResultStore } from '../../src/ports/store.ts';
import { burnLeavers } from './burn-leavers.ts';
import { chunks } from './chunks.ts';
import { insertDeliveries } from './deliveries.ts';
import type { Tables } from './schema.ts';

/** `clean` is the dialect's. */
export function resultStore(db: Kysely<Tables>, clean: () => Promise<void>): ResultStore {
  return {
    clean,
    record: (round, result, carry) =>
      db.transaction().execute((tx) => record(tx, round, result, carry)),
    discard: (round) => db.transaction().execute((tx) => discard(tx, round)),
    result: (round) => load(db, round),

    async carried(round) {
      const rows = await db
        .selectFrom('carried')
        .select('sealed')
        .where('round', '=', round)
        .orderBy('source')
        .execute();
      return rows.map(({ sealed }) => new Uint8Array(sealed));
    },

    publish: (...published) => db.transaction().execute((tx) => publish(tx, ...published)),
    tell: (round, ledger) => db.transaction().execute((tx) => tell(tx, round, ledger)),

    async digest(round, reader) {
      const row = await db
        .selectFrom('digest')
        .select('content')
        .where('round', '=', round)
        .where('reader', '=', reader)
        .executeTakeFirst();
      return row && JSON.parse(row.content);
    },

    async digests(round) {
      const rows = await db
        .selectFrom('digest')
        .select('content')
        .where('round', '=', round)
        .orderBy('reader')
        .execute();
      return rows.map(({ content }) => JSON.parse(content));
    },

    async ledger(round) {
      const rows = await db
        .selectFrom('ledger')
        .select('entry')
        .where('round', '=', round)
        .orderBy('position')
        .execute();
      return rows.map(({ entry }): LedgerEntry => {
        const parsed = JSON.parse(entry);
        return { ...parsed, at: new Date(parsed.at) };
      });
    },
  };
}

async function record(
  tx: Kysely<Tables>,
  round: string,
  result: CountedRound,
  carry: Carry | undefined,
): Promise<boolean> {
  const { ballots, uncounted } = result;
  const { numUpdatedRows } = await tx
    .updateTable('round')
    .set({ state: 'counted', ballots, uncounted })
    .where('id', '=', round)
    .where('state', '=', 'closing')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  for (const some of chunks(poolRows(round, result))) {
    await tx.insertInto('pool').values(some).execute();
  }
  for (const some of chunks(commentRows(round, result.comments))) {
    await tx.insertInto('comment').values(some).execute();
  }
  if (carry) await carryOn(tx, round, carry);
  await burn(tx, round);
  return true;
}

/** Holds the other round as a put does: what comes before its close is in its count. */
async function carryOn(tx: Kysely<Tables>, source: string, { into, sealed }: Carry): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('round')
    .set({ state: 'open' })
    .where('id', '=', into)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) {
    throw new Error(
      `Round "${source}" can't be counted: round "${into}", into which the rest would go, is not open. ` +
        'Nothing was changed; count it again with another that is.',
    );
  }
  await tx
    .insertInto('carried')
    .values({ round: into, source, sealed: Buffer.from(sealed) })
    .execute();
}

async function publish(
  tx: Kysely<Tables>,
  ...[round, digests, ledger, deliveries]: Parameters<ResultStore['publish']>
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('round')
    .set({ state: 'published' })
    .where('id', '=', round)
    .where('state', '=', 'burned')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  for (const some of chunks(digests)) {
    const rows = some.map((digest) => ({
      round,
      reader: digest.reader,
      content: JSON.stringify(digest),
    }));
    await tx.insertInto('digest').values(rows).execute();
  }
  await enter(tx, round, ledger, 0);
  await insertDeliveries(tx, deliveries);
  return true;
}

/** Holds the round meanwhile, so that no two get the same positions. */
async function tell(
  tx: Kysely<Tables>,
  round: string,
  ledger: readonly LedgerEntry[],
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('round')
    .set({ state: 'published' })
    .where('id', '=', round)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) {
    throw new Error(`Nothing of round "${round}" may be told: it is not published.`);
  }
  const { last } = await tx
    .selectFrom('ledger')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('round', '=', round)
    .executeTakeFirstOrThrow();
  await enter(tx, round, ledger, last === null ? 0 : Number(last) + 1);
}

async function enter(
  tx: Kysely<Tables>,
  round: string,
  ledger: readonly LedgerEntry[],
  from: number,
): Promise<void> {
  for (const some of chunks([...ledger.entries()])) {
    const rows = some.map(([i, entry]) => {
      return { round, position: from + i, entry: JSON.stringify(entry) };
    });
    await tx.insertInto('ledger').values(rows).execute();
  }
}

async function discard(tx: Kysely<Tables>, round: string): Promise<void> {
  await tx
    .updateTable('round')
    .set({ state: 'cancelled' })
    .where('id', '=', round)
    .where('state', '=', 'open')
    .execute();
  const { state } = await tx
    .selectFrom('round')
    .select('state')
    .where('id', '=', round)
    .executeTakeFirstOrThrow();
  if (state === 'cancelled') await burn(tx, round);
}

/** What was sealed, and who took part. */
async function burn(tx: Kysely<Tables>, round: string): Promise<void> {
  await burnLeavers(tx, round);
  await tx.deleteFrom('carried').where('round', '=', round).execute();
  await tx.deleteFrom('envelope').where('round', '=', round).execute();
  await tx
    .deleteFrom('delivery')
    .where('round', '=', round)
    .where('kind', '=', 'question')
    .execute();
}

function poolRows(round: string, { pools }: CountedRound): Tables['pool'][] {
  return [...pools].flatMap(([question, placed]) =>
    placed.map(({ unit, jobFamily, n, tally, from }) => ({
      round,
      question,
      unit,
      job_family: jobFamily ?? '',
      n,
      tally: JSON.stringify(tally),
      sources: JSON.stringify(from),
    })),
  );
}

function commentRows(round: string, released: readonly ReleasedComments[]): Tables['comment'][] {
  const rows = released.flatMap(({ question, unit, hr, texts }) =>
    texts.map((text) => ({
      id: randomBytes(16),
      round,
      question,
      unit,
      hr: hr ? 1 : 0,
      // No database but SQLite takes a NUL in a text.
      text: text.replaceAll('\0', ''),
    })),
  );
  // Where rows lie in the order in which they were written, that order is random too.
  return rows.sort((a, b) => Buffer.compare(a.id, b.id));
}

async function load(db: Kysely<Tables>, id: string): Promise<CountedRound | undefined> {
  const round = await db
    .selectFrom('round')
    .select(['ballots', 'uncounted'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!round || round.ballots === null) return undefined;
  const pools = new Map<string, Pool[]>();
  for (const row of await db.selectFrom('pool').selectAll().where('round', '=', id).execute()) {
    const { question, unit, n, tally, sources } = row;
    const pool = {
      unit,
      n,
      tally: JSON.parse(tally),
      from: JSON.parse(sources),
      ...(row.job_family !== '' && { jobFamily: row.job_family }),
    };
    pools.set(question, [...(pools.get(question) ?? []), pool]);
  }
  return {
    pools,
    comments: await commentsOf(db, id),
    ballots: round.ballots,
    uncounted: round.uncounted ?? 0,
  };
}

async function commentsOf(db: Kysely<Tables>, round: string): Promise<ReleasedComments[]> {
  const rows = await db
    .selectFrom('comment')
    .selectAll()
    .where('round', '=', round)
    .orderBy('id')
    .execute();
  const released = new Map<
    string,
    { question: string; unit: string; hr: boolean; texts: string[] }
  >();
  for (const { question, unit, hr, text } of rows) {
    const key = `${question}\0${unit}\0${hr}`;
    const pool = released.get(key) ?? { question, unit, hr: hr === 1, texts: [] };
    pool.texts.push(text);
    released.set(key, pool);
  }
  return [...released.values()];
}
