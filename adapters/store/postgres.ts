/** The store for several machines: one PostgreSQL database, shared by every web and worker process. */
import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  sql,
} from 'kysely';
import type pg from 'pg';
import type { Store } from '../../src/ports/store.ts';
import { accountStore } from './accounts.ts';
import { auditStore } from './audit.ts';
import { campaignStore } from './campaigns.ts';
import { decisionStore } from './decisions.ts';
import { deliveryStore } from './deliveries.ts';
import { installationStore } from './installations.ts';
import { leaverStore } from './leavers.ts';
import { messageStore } from './messages.ts';
import { noteStore } from './notes.ts';
import { orgStore } from './org.ts';
import { postgresBox, putting } from './postgres-box.ts';
import { clean } from './postgres-clean.ts';
import { alone, type Lone, openPool, targetOf } from './postgres-connect.ts';
import { migrate } from './postgres-migrate.ts';
import { ready } from './postgres-ready.ts';
import { resultStore } from './results.ts';
import { roundStore } from './rounds.ts';
import type { Tables } from './schema.ts';
import { signInStore } from './sign-in.ts';

interface Options {
  /** Where the operator reads what the store waits for. Never given a password or an answer. */
  readonly tell: (line: string) => void;
  /** How long to wait for a server that can't be reached when we start, in milliseconds. */
  readonly patience?: number;
}

/**
 * Opens (and where needed creates or upgrades) the tables in the first schema of the search path. Throws an Error that
 * names DATABASE_URL and says what to do. Later losses of the connection reject what was under way, and no more.
 */
export async function postgres(url: string, { tell, patience = 60_000 }: Options): Promise<Store> {
  const target = targetOf(url);
  const lone: Lone = (use) => alone(target, use);
  await ready(target, tell, patience, () => lone(migrate));
  return postgresStore(openPool(target, tell), lone);
}

/** The store on tables that are there; `lone` lends a connection without time limits. */
export function postgresStore(pool: pg.Pool, lone: Lone): Store {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  return {
    org: orgStore(db, lockOrg),
    rounds: roundStore(db),
    deliveries: deliveryStore(db),
    box: postgresBox(pool),
    results: resultStore(db, () => lone(clean)),
    messages: messageStore(db),
    accounts: accountStore(db, lockAccounts),
    campaigns: campaignStore(db),
    decisions: decisionStore(db),
    notes: noteStore(db),
    installations: installationStore(db),
    leavers: leaverStore(db, { hold: holdRound, put: putting, share: sql`for share` }),
    audit: auditStore(db),
    signIn: signInStore(db),
    close: () => db.destroy(),
  };
}

/** One import at a time; readers go on. */
async function lockOrg(tx: Kysely<Tables>): Promise<void> {
  await sql`lock table person, unit, membership in share row exclusive mode`.execute(tx);
}

/** One directory at a time, as two that lock the same rows in different orders end each other; readers go on. */
async function lockAccounts(tx: Kysely<Tables>): Promise<void> {
  await sql`lock table account in share row exclusive mode`.execute(tx);
}

/** As a put does: a close waits until the transaction has ended. */
async function holdRound(tx: Kysely<Tables>, round: string): Promise<void> {
  await sql`select 1 from round where id = ${round} for share`.execute(tx);
}
