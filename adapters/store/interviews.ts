/** How far leavers' interviews have come: drafts, and one end: ballots, a record, or nothing; never two of them. */
import { type Kysely, sql } from 'kysely';
import type { Interview, Wave } from '../../src/exit/leaver.ts';
import type { Ending, LeaverStore } from '../../src/ports/leavers.ts';
import type { BallotBox } from '../../src/ports/store.ts';
import type { Tables } from './schema.ts';

/** What the dialect does in its own way. */
export interface InterviewDialect {
  /** At the end of a select: its rows stay as they are until the transaction has ended. */
  readonly share: ReturnType<typeof sql>;
  /** Keeps a round as it is until the transaction has ended. */
  hold(tx: Kysely<Tables>, round: string): Promise<void>;
  /** As {@link BallotBox.put}, as a part of the transaction. */
  put(tx: Kysely<Tables>, ...put: Parameters<BallotBox['put']>): ReturnType<BallotBox['put']>;
}

type InterviewStore = Pick<
  LeaverStore,
  'choose' | 'draft' | 'keepDraft' | 'finish' | 'record' | 'forget'
>;

export function interviewStore(db: Kysely<Tables>, dialect: InterviewDialect): InterviewStore {
  return {
    async choose(id, wave, access, from) {
      const { numUpdatedRows } = await moving(db, id, wave, from)
        .set({ access, [wave]: 'open' })
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    draft: (id, wave) => sealedOf(db, 'exit_draft', id, wave),
    record: (id, wave) => sealedOf(db, 'exit_record', id, wave),

    // The statement that writes reads and holds the state: an interview that has ended keeps no draft.
    async keepDraft(id, wave, bytes) {
      const { numAffectedRows } = await sql`
        insert into exit_draft (leaver, wave, sealed)
        select id, cast(${wave} as text), ${Buffer.from(bytes)} from leaver
          where id = ${id} and ${sql.ref(wave)} = 'open' ${dialect.share}
        on conflict (leaver, wave) do update set sealed = excluded.sealed`.execute(db);
      return numAffectedRows === 1n;
    },

    async finish(...asked) {
      try {
        await db.transaction().execute((tx) => finish(tx, dialect, ...asked));
        return 'done';
      } catch (error) {
        if (error instanceof Undone) return error.outcome;
        throw error;
      }
    },

    forget: (id) => db.transaction().execute((tx) => forget(tx, id)),
  };
}

/** An update of a leaver whose interview is in one of these states. */
function moving(
  db: Kysely<Tables>,
  id: string,
  wave: Wave,
  from: readonly (Interview | undefined)[],
) {
  return db
    .updateTable('leaver')
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .where((eb) => eb.or(from.map((each) => eb(wave, 'is not distinct from', each ?? null))));
}

async function sealedOf(
  db: Kysely<Tables>,
  table: 'exit_draft' | 'exit_record',
  leaver: string,
  wave: Wave,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom(table)
    .select('sealed')
    .where('leaver', '=', leaver)
    .where('wave', '=', wave)
    .executeTakeFirst();
  return row && new Uint8Array(row.sealed);
}

type Finish = LeaverStore['finish'];
type Refused = Exclude<Awaited<ReturnType<Finish>>, 'done'>;

/** Ends a transaction that has written already. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly outcome: Refused;

  constructor(outcome: Refused) {
    super(`The interview was not ended: ${outcome}.`);
    this.outcome = outcome;
  }
}

/** The round is held first, then the leaver: a count takes them in this order too, and so neither waits for the other. */
async function finish(
  tx: Kysely<Tables>,
  { hold, put }: InterviewDialect,
  ...[id, wave, ending, from, now]: Parameters<Finish>
): Promise<void> {
  const { state, access, ballots, record } = whatIsKept(ending);
  const [first] = ballots ?? [];
  if (first) await hold(tx, first.round);
  const row = await moving(tx, id, wave, from)
    // Made pooled at the same moment, on another device: the stricter choice wins.
    .$if(record !== undefined, (query) => query.where('access', '=', 'named'))
    .set({ access, [wave]: state })
    .returning(['person', wave === 'door' ? 'round' : 'later_round as round'])
    .executeTakeFirst();
  if (!row) throw new Undone('elsewhere');
  await deleteAnswers(tx, id, wave);
  if (ballots) {
    const outcome = await put(tx, ballots, now);
    if (outcome !== 'sealed') throw new Undone(outcome);
    return;
  }
  await tx
    .deleteFrom('envelope')
    .where('round', '=', row.round)
    .where('person', '=', row.person)
    .execute();
  if (!record) return;
  const sealed = Buffer.from(record);
  await tx.insertInto('exit_record').values({ leaver: id, wave, sealed }).execute();
}

function whatIsKept(ending: Ending) {
  if (ending === 'declined') return { state: ending, access: null } as const;
  if ('pooled' in ending) {
    return { state: 'pooled', access: 'pooled', ballots: ending.pooled } as const;
  }
  return { state: 'named', access: 'named', record: ending.named } as const;
}

async function deleteAnswers(tx: Kysely<Tables>, leaver: string, wave: Wave): Promise<void> {
  for (const table of ['exit_draft', 'exit_record'] as const) {
    await tx.deleteFrom(table).where('leaver', '=', leaver).where('wave', '=', wave).execute();
  }
}

/** Until its release is counted it reads as one that was not given; then nothing is left of either. */
async function forget(tx: Kysely<Tables>, id: string): Promise<void> {
  const after = (wave: Wave, round: 'round' | 'later_round') => sql<'declined' | null>`case
    when ${sql.ref(wave)} <> 'named' then ${sql.ref(wave)}
    when ${sql.ref(wave)} = 'named' and exists (select 1 from round r
      where r.id = leaver.${sql.ref(round)} and r.state in ('open', 'closing')) then 'declined' end`;
  await tx
    .updateTable('leaver')
    .set({
      access: sql`case when access <> 'named' or door = 'open' or later = 'open' then access end`,
      door: after('door', 'round'),
      later: after('later', 'later_round'),
    })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('exit_record').where('leaver', '=', id).execute();
}
