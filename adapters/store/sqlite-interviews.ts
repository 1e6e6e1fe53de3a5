/** How SQLite ends an interview: one connection, on which nobody else writes meanwhile. */
import { sql } from 'kysely';
import type { InterviewDialect } from './interviews.ts';
import { putting } from './sqlite-box.ts';
import type { Connection } from './sqlite-connection.ts';

export function sqliteInterviews({ raw }: Connection): InterviewDialect {
  const put = putting(raw);
  return {
    share: sql``,
    hold: async () => {},
    // On the connection that has begun the transaction: there is but one.
    put: async (_tx, envelopes, now) => put(envelopes, now),
  };
}
