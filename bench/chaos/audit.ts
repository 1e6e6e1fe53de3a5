/** What the database itself saw: triggers that note every turn of a round and every delivery, burned or not. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { query } from './servers.ts';

const TRIGGERS = `
  create schema chaos;
  create table chaos.turn (round text, campaign text, number int, state text);
  create table chaos.planned (id text, round text, person text, unit text, kind text);
  create table chaos.repeated (message text);
  create function chaos.on_round() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' or new.state is distinct from old.state then
        insert into chaos.turn values (new.id, new.campaign, new.number, new.state);
      end if;
      return null;
    end $$;
  create function chaos.on_delivery() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into chaos.planned values (new.id, new.round, new.person, new.unit, new.kind);
      elsif new.attempts > 1 and new.attempts > old.attempts then
        insert into chaos.repeated values (
          case when new.messages = 0 then new.id else new.id || '.' || new.messages end);
      end if;
      return null;
    end $$;
  create trigger chaos_round after insert or update on round
    for each row execute function chaos.on_round();
  create trigger chaos_delivery after insert or update on delivery
    for each row execute function chaos.on_delivery();`;

/** A server that was restarted is back within this, in milliseconds. */
const PATIENCE = 30_000;

interface Planned {
  readonly id: string;
  readonly round: string;
  readonly person: string;
  readonly unit: string;
  readonly kind: 'question' | 'digest';
}

export interface Audit {
  /** Asks again while the server is away. */
  ask<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  one(text: string, values?: readonly unknown[]): Promise<number>;
  planned(): Promise<Planned[]>;
  /** Messages of which a try ended without anybody knowing how. */
  repeated(): Promise<ReadonlySet<string>>;
  /** How often a round came into this state more than once, over all rounds. */
  twice(state: string): Promise<number>;
  stateOf(round: string): Promise<string>;
  /** Ends every session of the product; returns how many there were. */
  terminate(): Promise<number>;
}

export async function audit(url: string): Promise<Audit> {
  const ask = async <Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]> => {
    for (const until = Date.now() + PATIENCE; ; ) {
      try {
        return await query<Row>(url, text, values);
      } catch (error) {
        const faulty = /^(42|22|23)/.test(String((error as { code?: unknown }).code ?? ''));
        if (faulty || Date.now() > until) throw error;
        await pause(200);
      }
    }
  };
  const one = async (text: string, values?: readonly unknown[]) => {
    const [row] = await ask<{ n: number | string }>(text, values);
    return Number(row?.n ?? 0);
  };
  await ask(TRIGGERS);
  return {
    ask,
    one,
    planned: () => ask<Planned & pg.QueryResultRow>('select * from chaos.planned'),
    async repeated() {
      const rows = await ask<{ message: string }>('select distinct message from chaos.repeated');
      return new Set(rows.map(({ message }) => message));
    },
    twice: (state) =>
      one(
        `select coalesce(sum(n - 1), 0) as n
           from (select count(*) as n from chaos.turn where state = $1 group by campaign, number) each`,
        [state],
      ),
    async stateOf(round) {
      const [row] = await ask<{ state: string }>('select state from round where id = $1', [round]);
      return row?.state ?? 'none';
    },
    terminate: () =>
      one(
        `select count(pg_terminate_backend(pid)) as n from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'chaos'`,
      ),
  };
}
