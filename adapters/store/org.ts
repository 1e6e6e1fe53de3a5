/** People, units, who was where and when, and what people have set. */
import { type Insertable, type Kysely, sql } from 'kysely';
import { homeUnit, type Organisation, type Person } from '../../src/org/person.ts';
import type { Preference } from '../../src/org/preference.ts';
import type { Unit } from '../../src/org/unit.ts';
import type { ImportSummary, OrgStore } from '../../src/ports/store.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

/** `alone` makes a second import wait for the first, where there are several processes. */
export function orgStore(
  db: Kysely<Tables>,
  alone: (tx: Kysely<Tables>) => Promise<void> = async () => {},
): OrgStore {
  return {
    // One snapshot: people and units of the same import.
    load: () => db.transaction().setIsolationLevel('repeatable read').execute(load),
    async person(id) {
      const found = await people(db).where('id', '=', id).executeTakeFirst();
      return found && personOf(found);
    },
    async locale(person) {
      const { rows } = await sql<{ locale: string | null }>`select coalesce(
        (select locale from preference where person = ${person}),
        (select locale from person where id = ${person}),
        (select locale from account where person = ${person} and active = 1 and locale is not null
          order by platform, team, user_id limit 1)) as locale`.execute(db);
      return rows[0]?.locale ?? undefined;
    },
    replace: (org, now) =>
      db.transaction().execute(async (tx) => {
        await alone(tx);
        return replace(tx, org, now);
      }),

    async membersChanged(units, a, b) {
      const at = (instant: Date) =>
        sql<number>`max(case when since <= ${instant.getTime()} and (until is null or until > ${instant.getTime()}) then 1 else 0 end)`;
      const found = await db
        .with('member', (cte) =>
          cte
            .selectFrom('membership')
            .select(['person', at(a).as('then'), at(b).as('now')])
            .where('unit', 'in', [...units])
            .groupBy('person'),
        )
        .selectFrom('member')
        .select(sql<number>`count(*)`.as('changed'))
        .whereRef('then', '<>', 'now')
        .executeTakeFirstOrThrow();
      return Number(found.changed);
    },

    async preference(person) {
      const row = await db
        .selectFrom('preference')
        .selectAll()
        .where('person', '=', person)
        .executeTakeFirst();
      return row ? preferenceOf(row) : {};
    },

    prefer: (person, preference) => prefer(db, person, preference),

    async preferences() {
      const rows = await db.selectFrom('preference').selectAll().execute();
      return new Map(rows.map((row) => [row.person, preferenceOf(row)]));
    },
  };
}

async function prefer(
  db: Kysely<Tables>,
  person: string,
  { pausedUntil, stopped, locale, askAt, quiet, platform }: Preference,
): Promise<void> {
  const row = {
    paused_until: pausedUntil?.getTime() ?? null,
    stopped: stopped ? 1 : 0,
    locale: locale ?? null,
    ask_at: askAt ?? null,
    platform: platform ?? null,
    quiet: quiet ? JSON.stringify(quiet) : null,
  };
  await db
    .insertInto('preference')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute();
}

/** As they were imported; a timezone and a locale that they were not given are those of their accounts. */
function people(db: Kysely<Tables>) {
  const said = (column: 'timezone' | 'locale') =>
    sql<string | null>`coalesce(${sql.ref(`person.${column}`)}, (
      select ${sql.ref(`account.${column}`)} from account
      where account.person = person.id and account.active = 1
        and ${sql.ref(`account.${column}`)} is not null
      order by account.platform, account.team, account.user_id limit 1))`.as(column);
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'unit', 'country', 'start_date'])
    .select([said('timezone'), said('locale')]);
}

async function load(db: Kysely<Tables>): Promise<Organisation> {
  const found = await people(db).orderBy('id').execute();
  const units = await db.selectFrom('unit').selectAll().orderBy('id').execute();
  return {
    people: found.map(personOf),
    units: units.map((row) => present<Unit>(row)),
  };
}

async function replace(tx: Kysely<Tables>, org: Organisation, now: Date): Promise<ImportSummary> {
  const imported = await tx.selectFrom('person').selectAll().execute();
  const before = new Map(imported.map((person) => [person.id, personOf(person)]));
  await tx.deleteFrom('unit').execute();
  await tx.deleteFrom('person').execute();
  for (const units of chunks(org.units)) {
    await tx
      .insertInto('unit')
      .values(units.map(({ id, name, parent, manager }) => row({ id, name, parent, manager })))
      .execute();
  }
  for (const people of chunks(org.people)) {
    await tx.insertInto('person').values(people.map(personRow)).execute();
  }
  const moved = await moveMembers(tx, org, now);
  const after = new Map(org.people.map((person) => [person.id, person]));
  const kept = org.people.filter(({ id }) => before.has(id));
  return {
    added: org.people.length - kept.length,
    moved: kept.filter(({ id }) => moved.has(id)).length,
    updated: kept.filter((person) => !same(before.get(person.id), person)).length,
    deactivated: [...before.keys()].filter((id) => !after.has(id)).length,
  };
}

/** Ends the memberships that no longer hold and begins the new ones; returns whose changed. */
async function moveMembers(tx: Kysely<Tables>, org: Organisation, now: Date): Promise<Set<string>> {
  const units = new Map(org.units.map((unit) => [unit.id, unit]));
  const home = new Map(org.people.map((person) => [person.id, homeUnit(person, units)]));
  const open = await tx.selectFrom('membership').selectAll().where('until', 'is', null).execute();
  const moved = new Set<string>();
  for (const { person, unit } of open) {
    if (home.get(person) === unit) {
      home.delete(person);
      continue;
    }
    moved.add(person);
    await tx
      .updateTable('membership')
      .set({ until: now.getTime() })
      .where('person', '=', person)
      .where('until', 'is', null)
      .execute();
  }
  for (const begun of chunks([...home])) {
    await tx
      .insertInto('membership')
      .values(begun.map(([person, unit]) => ({ person, unit, since: now.getTime(), until: null })))
      .execute();
  }
  return moved;
}

function personRow({ startDate, ...person }: Person): Insertable<Tables['person']> {
  const { id, name, email, unit, timezone, locale, country } = person;
  return row({ id, name, email, unit, timezone, locale, country, start_date: startDate });
}

export function personOf({ start_date, ...row }: Tables['person']): Person {
  return present({ ...row, startDate: start_date });
}

function same(a: Person | undefined, b: Person): boolean {
  return JSON.stringify(a && personRow(a)) === JSON.stringify(personRow(b));
}

export function preferenceOf(row: Tables['preference']): Preference {
  return {
    ...(row.paused_until !== null && { pausedUntil: new Date(Number(row.paused_until)) }),
    ...(row.stopped !== 0 && { stopped: true }),
    ...(row.locale !== null && { locale: row.locale }),
    ...(row.ask_at !== null && { askAt: row.ask_at }),
    ...(row.platform !== null && { platform: row.platform }),
    ...(row.quiet !== null && { quiet: JSON.parse(row.quiet) }),
  };
}

type Nulled<T> = { [K in keyof T]-?: undefined extends T[K] ? NonNullable<T[K]> | null : T[K] };

/** Absent fields as nulls. */
function row<T extends object>(fields: T): Nulled<T> {
  const entries = Object.entries(fields).map(([key, value]) => [key, value ?? null]);
  return Object.fromEntries(entries) as Nulled<T>;
}

/** Nulls as absent fields. */
function present<T>(fields: object): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as T;
}
