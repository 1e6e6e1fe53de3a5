/** Installations of the app on chat platforms: sealed bytes, which only their adapter can open. */
import type { Kysely } from 'kysely';
import type { InstallationStore } from '../../src/ports/store.ts';
import type { Tables } from './schema.ts';

export function installationStore(db: Kysely<Tables>): InstallationStore {
  return {
    async put(platform, id, bytes) {
      const sealed = Buffer.from(bytes);
      await db
        .insertInto('installation')
        .values({ platform, id, sealed })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ sealed }))
        .execute();
    },

    async get(platform, id) {
      const row = await db
        .selectFrom('installation')
        .select('sealed')
        .where('platform', '=', platform)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && new Uint8Array(row.sealed);
    },

    async list(platform) {
      const rows = await db
        .selectFrom('installation')
        .select(['id', 'sealed'])
        .where('platform', '=', platform)
        .orderBy('id')
        .execute();
      return rows.map(({ id, sealed }) => ({ id, sealed: new Uint8Array(sealed) }));
    },

    async drop(platform, id) {
      await db
        .deleteFrom('installation')
        .where('platform', '=', platform)
        .where('id', '=', id)
        .execute();
    },
  };
}
