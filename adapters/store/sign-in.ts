/** Links to sign in with, and sessions. */
import type { Kysely } from 'kysely';
import type { SignInStore } from '../../src/ports/sign-in.ts';
import type { Tables } from './schema.ts';

/** Links of one person that work at a time. */
const LINKS = 5;

export function signInStore(db: Kysely<Tables>): SignInStore {
  return {
    ...links(db),
    ...sessions(db),

    redeem: (link, { hash, until, ends }, now) =>
      db.transaction().execute(async (tx) => {
        // Whoever deletes it has it: nobody else's delete finds it.
        const taken = await tx
          .deleteFrom('sign_in_link')
          .where('hash', '=', link)
          .where('until', '>', now.getTime())
          .returning('person')
          .executeTakeFirst();
        if (!taken) return undefined;
        const { person } = taken;
        await tx
          .insertInto('session')
          .values({ hash, person, until: until.getTime(), ends: ends.getTime() })
          .execute();
        return person;
      }),

    endAll: (person) =>
      db.transaction().execute(async (tx) => {
        for (const table of ['sign_in_link', 'session'] as const) {
          await tx.deleteFrom(table).where('person', '=', person).execute();
        }
      }),

    async clean(now) {
      for (const table of ['sign_in_link', 'session'] as const) {
        await db.deleteFrom(table).where('until', '<=', now.getTime()).execute();
      }
    },
  };
}

function links(db: Kysely<Tables>): Pick<SignInStore, 'offer' | 'offered'> {
  return {
    offer: ({ hash, person, until }) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('sign_in_link')
          .values({ hash, person, until: until.getTime() })
          .execute();
        const newest = tx
          .selectFrom('sign_in_link')
          .select('hash')
          .where('person', '=', person)
          // One from chat works for minutes only: those for a letter must not push it out.
          .orderBy((by) => by.case().when('hash', '=', hash).then(0).else(1).end())
          .orderBy('until', 'desc')
          .orderBy('hash')
          .limit(LINKS);
        await tx
          .deleteFrom('sign_in_link')
          .where('person', '=', person)
          .where('hash', 'not in', newest)
          .execute();
      }),

    async offered(hash, now) {
      const row = await db
        .selectFrom('sign_in_link')
        .select('person')
        .where('hash', '=', hash)
        .where('until', '>', now.getTime())
        .executeTakeFirst();
      return row?.person;
    },
  };
}

function sessions(db: Kysely<Tables>): Pick<SignInStore, 'session' | 'renew' | 'end'> {
  return {
    async session(hash, now) {
      const row = await db
        .selectFrom('session')
        .selectAll()
        .where('hash', '=', hash)
        .where('until', '>', now.getTime())
        .executeTakeFirst();
      if (!row) return undefined;
      const { person, until, ends } = row;
      return { person, until: new Date(Number(until)), ends: new Date(Number(ends)) };
    },

    async renew(hash, until) {
      await db
        .updateTable('session')
        .set({ until: until.getTime() })
        .where('hash', '=', hash)
        .execute();
    },

    async end(hash) {
      await db.deleteFrom('session').where('hash', '=', hash).execute();
    },
  };
}
