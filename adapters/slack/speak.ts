/** What the operator is told of Slack: sentences of ours, never what a library or a person wrote. */
import type { Logger } from '@slack/bolt';

/**
 * Bolt's logger. Its messages may quote a request (a JSON parser's error does), so that only what stands before the first
 * colon or bracket is passed on, and nothing below a warning.
 */
export function quietLogger(tell: (line: string) => void): Logger {
  const pass = (...said: readonly unknown[]) => {
    const [first] = said;
    const words = typeof first === 'string' ? (first.split(/[:({"'`]/)[0] ?? '') : nameOf(first);
    const line = words.trim().slice(0, 120);
    if (line !== '' && !SAID.some((each) => line.startsWith(each))) tell(`Slack library: ${line}.`);
  };
  return {
    debug() {},
    info() {},
    warn: pass,
    error: pass,
    setLevel() {},
    setName() {},
    // Typed as an enum, whose values are these words.
    getLevel: () => 'warn' as ReturnType<Logger['getLevel']>,
  };
}

/** What we say ourselves, and better. */
const SAID = [
  'http request failed',
  'Failed to retrieve a new WSS URL',
  'Authorization of incoming event did not succeed',
];

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'an error';
}
