/** The operator's log. It is given no answer, no comment, and nobody's name. */
import { pino } from 'pino';

/** Writes one line for the operator. */
export type Tell = (line: string) => void;

/** Fields that are never written, should anybody ever pass an object that has them. */
const REDACTED =
  'value values text answer fields comment token secret password authorization'.split(' ');

/** Structured lines on standard output, one a line told. */
export function jsonLog(): Tell {
  const log = pino({
    name: 'soundings',
    base: { pid: process.pid },
    redact: [...REDACTED, ...REDACTED.map((field) => `*.${field}`)],
  });
  return (line) => {
    for (const each of line.split('\n')) log.info(each);
  };
}
