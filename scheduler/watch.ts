/** Tells the operator when the queue's server is lost and found: once for each change. */
import { sentence } from './settings.ts';

/** Between two looks at a server that was lost, in milliseconds. */
const LOOKS = 1_000;
/** Between two messages about any other error, in milliseconds. */
const OTHERS = 60_000;

/** Words of ioredis, pg and their servers for a server that is away, restarts or changes its master. */
const AWAY =
  /ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Connection is closed|Connection terminated|isn't writeable|timed? ?out|timeout|MaxRetries|max retries|LOADING|READONLY|MASTERDOWN|terminating connection|starting up|shutting down|recovery mode/i;

export class Watch {
  readonly #shown: string;
  readonly #ping: () => Promise<unknown>;
  readonly #tell: (line: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #lost = false;
  #why = '';
  #closed = false;
  #nextOther = 0;

  constructor(shown: string, ping: () => Promise<unknown>, tell: (line: string) => void) {
    this.#shown = shown;
    this.#ping = ping;
    this.#tell = tell;
  }

  /** Takes every error of every connection. One that finds the server answering was of a connection only. */
  heard(error: unknown): void {
    if (isAway(error)) this.#suspect(error);
    else if (performance.now() >= this.#nextOther) {
      this.#nextOther = performance.now() + OTHERS;
      this.#tell(`The queue at ${this.#shown}: ${sentence(error)}`);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#closed = true;
  }

  #suspect(error: unknown): void {
    if (this.#timer || this.#closed) return;
    this.#timer = setInterval(() => void this.#look(), LOOKS).unref();
    this.#why = reason(error);
    void this.#look();
  }

  async #look(): Promise<void> {
    const answers = await this.#ping().then(
      () => true,
      () => false,
    );
    if (!this.#timer) return;
    if (!answers) {
      if (!this.#lost) {
        this.#tell(`Lost the queue at ${this.#shown} (${this.#why}). Jobs wait until it is back.`);
      }
      this.#lost = true;
      return;
    }
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#lost) this.#tell(`The queue at ${this.#shown} is back.`);
    this.#lost = false;
  }
}

export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return AWAY.test(`${code} ${message}`) || /^(08...|57P..)$/.test(code);
}

/** An error's sentence, in plain words where a driver speaks of its own options. */
export function reason(error: unknown): string {
  const words = sentence(error);
  return /max retries per request|isn't writeable/.test(words) ? 'the connection is cut' : words;
}
