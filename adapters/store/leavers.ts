/** Leavers: what HR said of them, how far their interviews have come, and what they gave HR to read, sealed. */
import type { Kysely } from 'kysely';
import type { Leaver, LeaverFacts } from '../../src/exit/leaver.ts';
import type { LeaverStore } from '../../src/ports/leavers.ts';
import { type InterviewDialect, interviewStore } from './interviews.ts';
import { plan } from './plan-leaver.ts';
import type { Tables } from './schema.ts';

export function leaverStore(db: Kysely<Tables>, dialect: InterviewDialect): LeaverStore {
  return {
    ...interviewStore(db, dialect),
    ...reading(db),

    async add(leaver) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('leaver')
        .values(leaverRow(leaver))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    correct: (id, facts) => db.transaction().execute((tx) => correct(tx, id, facts)),
    plan: (id, rounds, deliveries) =>
      db.transaction().execute((tx) => plan(tx, id, rounds, deliveries)),

    async over(id) {
      await db
        .updateTable('leaver')
        .set({ state: 'over' })
        .where('id', '=', id)
        .where('state', '=', 'announced')
        .execute();
    },

    withdraw: (id) => db.transaction().execute((tx) => withdraw(tx, id)),
  };
}

function reading(db: Kysely<Tables>): Pick<LeaverStore, 'get' | 'of' | 'list' | 'toTend'> {
  const select = () => db.selectFrom('leaver').selectAll();
  return {
    async get(id) {
      const row = await select().where('id', '=', id).executeTakeFirst();
      return row && leaverOf(row);
    },

    async of(person) {
      const row = await select()
        .where('person', '=', person)
        .where('state', '<>', 'withdrawn')
        .orderBy('announced_at', 'desc')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row && leaverOf(row);
    },

    async list({ states, from } = {}) {
      let query = select().orderBy('last_day', 'desc').orderBy('id');
      if (states !== undefined) query = query.where('state', 'in', [...states]);
      if (from !== undefined) query = query.where('last_day', '>=', from);
      return (await query.execute()).map(leaverOf);
    },

    async toTend(from) {
      const rows = await select()
        .where('state', '=', 'over')
        .where((eb) =>
          eb.or([
            eb('last_day', '>=', from),
            eb('door', 'in', ['open', 'named']),
            eb('later', 'in', ['open', 'named']),
          ]),
        )
        .execute();
      return rows.map(leaverOf);
    },
  };
}

/** What is waiting for its count is placed by what HR says last. */
async function correct(tx: Kysely<Tables>, id: string, facts: LeaverFacts): Promise<void> {
  const row = await tx
    .updateTable('leaver')
    .set(factsRow(facts))
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .returningAll()
    .executeTakeFirst();
  if (!row) return;
  await tx
    .updateTable('delivery')
    .set({ job_family: row.job_family })
    .where('person', '=', row.person)
    .where('kind', '=', 'question')
    .where((eb) => eb.or([eb('round', '=', row.round), eb('round', '=', row.later_round)]))
    .execute();
}

async function withdraw(tx: Kysely<Tables>, id: string): Promise<void> {
  const row = await tx
    .updateTable('leaver')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .returning(['person', 'round', 'later_round'])
    .executeTakeFirst();
  if (!row) return;
  await tx.deleteFrom('exit_draft').where('leaver', '=', id).execute();
  await tx.deleteFrom('exit_record').where('leaver', '=', id).execute();
  for (const round of [row.round, row.later_round]) {
    if (round !== null) await takeOut(tx, round, row.person);
  }
  await tx
    .updateTable('leaver')
    .set({ ...NOTHING_SAID, access: null, door: null, later: null, round: null, later_round: null })
    .where('id', '=', id)
    .execute();
}

async function takeOut(tx: Kysely<Tables>, round: string, person: string): Promise<void> {
  const here = { round, person };
  await tx
    .deleteFrom('envelope')
    .where((eb) => eb.and(here))
    .execute();
  await tx
    .deleteFrom('delivery')
    .where((eb) => eb.and({ ...here, kind: 'question' }))
    .execute();
}

const NOTHING_SAID = { kind: null, regretted: null, job_family: null } as const;

function factsRow({ lastDay, kind, regretted, jobFamily }: LeaverFacts) {
  return {
    last_day: lastDay,
    kind: kind ?? null,
    regretted: regretted === undefined ? null : Number(regretted),
    job_family: jobFamily ?? null,
  };
}

function leaverRow(leaver: Leaver): Tables['leaver'] {
  const { id, person, name, unit, announcedAt, state } = leaver;
  return {
    id,
    person,
    name,
    unit,
    start_date: leaver.startDate ?? null,
    locale: leaver.locale ?? null,
    timezone: leaver.timezone ?? null,
    announced_at: announcedAt.getTime(),
    ...factsRow(leaver),
    state,
    access: leaver.access ?? null,
    door: leaver.door ?? null,
    later: leaver.later ?? null,
    round: leaver.round ?? null,
    later_round: leaver.laterRound ?? null,
  };
}

function leaverOf(row: Tables['leaver']): Leaver {
  const { id, person, name, unit, state } = row;
  const maybe = {
    startDate: row.start_date,
    locale: row.locale,
    timezone: row.timezone,
    kind: row.kind,
    regretted: row.regretted === null ? null : row.regretted === 1,
    jobFamily: row.job_family,
    access: row.access,
    door: row.door,
    later: row.later,
    round: row.round,
    laterRound: row.later_round,
  };
  return {
    id,
    person,
    name,
    unit,
    state,
    announcedAt: new Date(Number(row.announced_at)),
    lastDay: row.last_day,
    ...known(maybe),
  };
}

type Known<T> = { readonly [K in keyof T]?: Exclude<T[K], null> };

/** Without what is not known. */
function known<T extends object>(maybe: T): Known<T> {
  return Object.fromEntries(
    Object.entries(maybe).filter(([, value]) => value !== null),
  ) as Known<T>;
}
