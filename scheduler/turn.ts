/** One working process at a time: a PostgreSQL advisory lock, held for as long as its session lives. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** Between two tries to get the lock, in milliseconds. */
const TRIES = 1_000;

/**
 * BullMQ's statements deadlock when several processes finish and claim jobs of one queue (design: reference/dependencies.md
 * section 8), so a second process stands by, and takes over when the first ends or loses its connection.
 */
export class Turn {
  readonly #config: ClientConfig;
  readonly #schema: string;
  readonly #shown: string;
  readonly #tell: (line: string) => void;
  #client: Client | undefined;
  #closed = false;
  #standsBy = false;

  constructor(config: ClientConfig, schema: string, shown: string, tell: (line: string) => void) {
    this.#config = config;
    this.#schema = schema;
    this.#shown = shown;
    this.#tell = tell;
  }

  /** Calls `start` whenever this process may work, and `stop` when it no longer may. */
  take(start: () => void, stop: () => void): void {
    void this.#keep(start, stop);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => {});
  }

  async #keep(start: () => void, stop: () => void): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#hold(start, stop);
      } catch {
        // The server is away: whoever watches it tells so.
      }
      if (!this.#closed) await sleep(TRIES, undefined, { ref: false });
    }
  }

  /** Resolves when the session that held the lock has ended. */
  async #hold(start: () => void, stop: () => void): Promise<void> {
    const client = new Client({ ...this.#config, keepAliveInitialDelayMillis: 10_000 });
    this.#client = client;
    client.on('error', () => {});
    const ended = once(client, 'end');
    try {
      await client.connect();
      if (!(await this.#locked(client))) return;
      start();
      await ended;
      stop();
    } finally {
      await client.end().catch(() => {});
    }
  }

  async #locked(client: Client): Promise<boolean> {
    while (!this.#closed) {
      const { rows } = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
        [`Soundings works on ${this.#schema}`],
      );
      if (rows[0]?.mine) return true;
      if (!this.#standsBy) {
        this.#tell(
          `Another process works on the queue at ${this.#shown}, and on PostgreSQL only one can: this one stands by and takes over when that one ends. Use Redis for several at a time.`,
        );
      }
      this.#standsBy = true;
      await sleep(TRIES, undefined, { ref: false });
    }
    return false;
  }
}
