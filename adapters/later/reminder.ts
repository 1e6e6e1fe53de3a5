/** The day that a personal link opens, as a calendar file (RFC 5545). */
import { createHash } from 'node:crypto';

export interface Reminder {
  readonly token: string;
  readonly opensAt: Date;
  readonly summary: string;
  /** The whole personal link; absent where the page has no address that is reached from outside. */
  readonly url?: string;
}

/** Octets of a line, without its end (3.1). */
const LINE = 75;

export function calendarFile({ token, opensAt, summary, url }: Reminder, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Soundings//Later//EN',
    'BEGIN:VEVENT',
    // The same file twice is the same entry; the link can't be told from it.
    `UID:${createHash('sha256').update(token).digest('hex').slice(0, 32)}@soundings`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(opensAt)}`,
    'DURATION:PT15M',
    `SUMMARY:${text(summary)}`,
    ...(url === undefined ? [] : [`DESCRIPTION:${text(url)}`, `URL:${url}`]),
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20270322T080000Z` */
function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

function text(value: string): string {
  return value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** No character is cut: each further line begins with a blank, which counts. */
function folded(line: string): string {
  const lines: string[] = [];
  let [current, size] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > LINE) {
      lines.push(current);
      [current, size] = [' ', 1];
    }
    current += character;
    size += octets;
  }
  return [...lines, current].join('\r\n');
}
