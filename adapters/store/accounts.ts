/** Who is where on a chat platform. A row is written only when it changes: its place in a file tells nothing of clicks. */
import { type Kysely, sql } from 'kysely';
import type { Account, AccountKey, AccountMarking, Listed } from '../../src/org/account.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

/** `alone` makes one writer of many accounts wait for another, where there are several processes. */
export function accountStore(
  db: Kysely<Tables>,
  alone: (tx: Kysely<Tables>) => Promise<void> = async () => {},
): AccountStore {
  const select = () => db.selectFrom('account').selectAll();
  const together = (work: (tx: Kysely<Tables>) => Promise<void>) =>
    db.transaction().execute(async (tx) => {
      await alone(tx);
      await work(tx);
    });
  return {
    async get(key) {
      const row = await select()
        .where((eb) => eb.and(keyOf(key)))
        .executeTakeFirst();
      return row && accountOf(row);
    },

    async of(person) {
      const rows = await select()
        .where('person', '=', person)
        .orderBy('platform')
        .orderBy('team')
        .orderBy('user_id')
        .execute();
      return rows.map(accountOf);
    },

    async list(platform) {
      const rows = await select()
        .where('platform', '=', platform)
        .orderBy('user_id')
        .orderBy('team')
        .execute();
      return rows.map(accountOf);
    },

    put: (accounts) => together((tx) => put(tx, accounts)),
    link: (people) => together((tx) => link(tx, people)),

    mark: (key, marking) => mark(db, key, marking),

    async greet(key) {
      const { numUpdatedRows } = await db
        .updateTable('account')
        .set({ greeted: 1 })
        .where((eb) => eb.and({ ...keyOf(key), greeted: 0 }))
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async forget(platform, team) {
      await db
        .deleteFrom('account')
        .where('platform', '=', platform)
        .where('team', '=', team)
        .execute();
    },
  };
}

/** What a platform says of an account; all else is ours. */
const SAID = ['name', 'email', 'timezone', 'locale', 'active'] as const;

async function put(tx: Kysely<Tables>, accounts: readonly Listed[]): Promise<void> {
  for (const some of chunks(newest(accounts, (account) => account))) {
    await tx
      .insertInto('account')
      .values(some.map(newRow))
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'team', 'user_id'])
          .doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            email: eb.ref('excluded.email'),
            timezone: eb.ref('excluded.timezone'),
            locale: eb.ref('excluded.locale'),
            active: eb.ref('excluded.active'),
          }))
          .where((eb) =>
            eb.or(
              SAID.map((name) =>
                eb(`account.${name}`, 'is distinct from', eb.ref(`excluded.${name}`)),
              ),
            ),
          ),
      )
      .execute();
  }
}

async function mark(
  db: Kysely<Tables>,
  key: AccountKey,
  { place, reachable }: AccountMarking,
): Promise<void> {
  const change = {
    ...(place !== undefined && { place }),
    ...(reachable !== undefined && { reachable: reachable ? 1 : 0 }),
  };
  const columns = Object.entries(change) as [keyof typeof change, string | number][];
  if (columns.length === 0) return;
  await db
    .updateTable('account')
    .set(change)
    .where((eb) => eb.and(keyOf(key)))
    .where((eb) => eb.or(columns.map(([name, to]) => eb(name, 'is distinct from', to))))
    .execute();
}

async function link(
  tx: Kysely<Tables>,
  people: readonly { readonly key: AccountKey; readonly person: string | null }[],
): Promise<void> {
  for (const some of chunks(newest(people, ({ key }) => key))) {
    const rows = some.map(
      ({ key, person }) => sql`(${key.platform}, ${key.team}, ${key.user}, ${person})`,
    );
    // Both databases call the columns of VALUES so.
    await sql`update account set person = link.column4
      from (values ${sql.join(rows)}) as link
      where platform = link.column1 and team = link.column2 and user_id = link.column3
        and person is distinct from link.column4`.execute(tx);
  }
}

/** One of each key, the last: a statement takes a row once. */
function newest<T>(items: readonly T[], key: (item: T) => AccountKey): T[] {
  const named = items.map(
    (item) => [JSON.stringify(Object.values(keyOf(key(item)))), item] as const,
  );
  return [...new Map(named).values()];
}

function keyOf({ platform, team, user }: AccountKey) {
  return { platform, team, user_id: user };
}

function newRow(said: Listed): Tables['account'] {
  return {
    ...keyOf(said),
    name: said.name,
    email: said.email ?? null,
    timezone: said.timezone ?? null,
    locale: said.locale ?? null,
    active: said.active ? 1 : 0,
    person: null,
    place: null,
    reachable: 1,
    greeted: 0,
  };
}

export function accountOf(row: Tables['account']): Account {
  return {
    platform: row.platform,
    team: row.team,
    user: row.user_id,
    name: row.name,
    ...(row.email !== null && { email: row.email }),
    ...(row.timezone !== null && { timezone: row.timezone }),
    ...(row.locale !== null && { locale: row.locale }),
    active: row.active === 1,
    ...(row.person !== null && { person: row.person }),
    ...(row.place !== null && { place: row.place }),
    reachable: row.reachable === 1,
  };
}
