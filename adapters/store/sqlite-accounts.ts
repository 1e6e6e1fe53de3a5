/** The account of whoever clicked, on SQLite, as every click needs it: by hand. */
import type { AccountStore } from '../../src/ports/store.ts';
import { accountOf } from './accounts.ts';
import type { Tables } from './schema.ts';
import type { Connection } from './sqlite-connection.ts';

export function sqliteAccounts({ raw, between }: Connection): Pick<AccountStore, 'get'> {
  const account = raw.prepare<[string, string, string], Tables['account']>(
    'select * from account where platform = ? and team = ? and user_id = ?',
  );
  return {
    get: ({ platform, team, user }) =>
      between(() => {
        const row = account.get(platform, team, user);
        return row && accountOf(row);
      }),
  };
}
