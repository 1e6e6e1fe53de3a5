/** The second wave, over a personal one-time link, without any chat account. */
import type { Programme } from '../campaign/programme.ts';
import type { Form, Message } from '../message/message.ts';
import type { Fields } from '../message/reply.ts';
import type { Ports } from '../ports/ports.ts';

/** What the page shows. `language` is the leaver's. */
export interface Visit {
  readonly status: 'ok' | 'not-yet' | 'over' | 'used' | 'unknown';
  readonly language: string;
  /** What to read; above the form where there is one. */
  readonly page: Message;
  /** Absent: nothing to fill in. */
  readonly form?: Form;
  /** Field name to what is wrong. */
  readonly faults?: Readonly<Record<string, string>>;
  /** When it opens, for the calendar file; with `not-yet`. */
  readonly opensAt?: Date;
}

/** `fields` of a form that was sent carry `screen` beside its own; undefined: the page was only opened. */
export async function visit(
  _ports: Ports,
  _programme: Programme,
  _token: string,
  _fields: Fields | undefined,
  _now: Date,
): Promise<Visit> {
  throw new Error('not built yet');
}
