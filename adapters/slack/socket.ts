/** Socket mode: keeps one connection to Slack, and makes a new one at once when Slack asks for it. */
import type { SocketModeReceiver } from '@slack/bolt';
import { seconds } from '../in-hand.ts';
import { inShort, isOutOfReach, platformCode, retryAfter } from './errors.ts';
import { outOfReachLine } from './one-workspace.ts';

export interface Socket {
  /** Resolves after the first try; the others happen in the background. */
  open(): Promise<void>;
  /** Resolves when the connection is gone, or after `most` seconds. */
  close(most: number): Promise<void>;
}

/** Seconds until Slack must have said hello; a connection shorter than SHORT was none; the longest pause. */
const [HELLO, SHORT, LONGEST] = [20, 5, 60];

/**
 * The client's own way of connecting again is switched off: it waits five seconds and more, and an error in it is nobody's
 * to catch, which ends the process (socket-mode 3.1.0).
 */
export function socket(
  { client }: Pick<SocketModeReceiver, 'client'>,
  tell: (line: string) => void,
): Socket {
  let isClosed = false;

  async function connected(): Promise<boolean> {
    const started = client.start();
    // Rejects with nothing if the connection breaks before hello, and maybe after nobody waits any more.
    started.catch(() => {});
    const hello = await Promise.race([started, seconds(HELLO)]);
    if (hello !== undefined && !isClosed) return true;
    await disconnected();
    return false;
  }
  const disconnected = () => Promise.race([client.disconnect().catch(() => {}), seconds(1)]);

  /** Seconds until the next try; undefined if trying again is of no use. */
  async function attempt(failures: number): Promise<number | undefined> {
    try {
      if (!(await connected())) throw new Error('no hello');
      const since = performance.now();
      await new Promise((resolve) => client.once('disconnected', resolve));
      return performance.now() - since < SHORT * 1000 ? pauseAfter(failures + 1) : 0;
    } catch (error) {
      return isClosed ? undefined : pauseFor(error, failures);
    }
  }
  function pauseFor(error: unknown, failures: number): number | undefined {
    if (platformCode(error) !== undefined && !isOutOfReach(error)) {
      tell(refusedLine(error));
      return undefined;
    }
    tell(outOfReachLine(error));
    return retryAfter(error) ?? pauseAfter(failures + 1);
  }
  async function keep(settled: () => void): Promise<void> {
    client.once('connected', settled);
    for (let failures = 0; !isClosed; ) {
      const pause = await attempt(failures);
      settled();
      if (pause === undefined) return;
      failures = pause === 0 ? 0 : failures + 1;
      if (pause > 0) await seconds(pause);
    }
  }
  return {
    open: () => new Promise((resolve) => void keep(resolve)),
    async close(most) {
      isClosed = true;
      // The client waits for Slack to take its leave, and at times for ever.
      await Promise.race([client.disconnect().catch(() => {}), seconds(most)]);
    },
  };
}

function pauseAfter(failures: number): number {
  return Math.min(LONGEST, 2 ** failures);
}

function refusedLine(error: unknown): string {
  return (
    `Slack does not accept SLACK_APP_TOKEN (${inShort(error)}). Turn on Socket Mode for the app, make an app-level token ` +
    '(xapp-...) with the scope connections:write under “Basic Information”, set it, and start again.'
  );
}
