/** The operator's log: sentences on a terminal, JSON lines elsewhere. It is given no answer, no comment, no name. */
import { pino } from 'pino';

/** Writes one line. */
export type Tell = (line: string) => void;

/** Fields that must never be written, should anybody ever pass an object that has them. */
const REDACTED = [
  'value',
  'values',
  'text',
  'answer',
  'fields',
  'token',
  'secret',
  'password',
  'authorization',
];

export function openLog(terminal: boolean): Tell {
  if (terminal) return (line) => process.stdout.write(`${line}\n`);
  const log = pino({
    name: 'soundings',
    base: { pid: process.pid },
    redact: [...REDACTED, ...REDACTED.map((field) => `*.${field}`)],
  });
  return (line) => log.info(line);
}
