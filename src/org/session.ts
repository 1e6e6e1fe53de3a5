/** A person at the page: for how long they stay signed in, and what is kept of it. */
import { createHash, randomBytes } from 'node:crypto';

/** How long a link may be used, once. */
export const LINK_MINUTES = 10;
/** A session ends when it was not used for so long, and after so long whatever happens. */
const [IDLE_DAYS, MOST_DAYS] = [30, 90];
/** It goes on once a week at most. */
const RENEW_DAYS = 7;

const DAY = 86_400_000;

export interface Session {
  readonly person: string;
  readonly until: Date;
  /** Not later than this, however often it goes on. */
  readonly ends: Date;
}

/**
 * Whole days, and renewed seldom: the table must not tell at what time somebody was at the page, which may be when they
 * answered.
 */
export function sessionFrom(now: Date): Omit<Session, 'person'> {
  return { until: daysFrom(now, IDLE_DAYS), ends: daysFrom(now, MOST_DAYS) };
}

/** Until when a session goes on that is used now; undefined while that need not be written down. */
export function renewed({ until, ends }: Session, now: Date): Date | undefined {
  const next = new Date(Math.min(daysFrom(now, IDLE_DAYS).getTime(), ends.getTime()));
  const isDue = next.getTime() - until.getTime() >= RENEW_DAYS * DAY;
  return isDue || (next > until && next.getTime() === ends.getTime()) ? next : undefined;
}

/** The end of the day, in UTC. */
function daysFrom(now: Date, days: number): Date {
  return new Date((Math.floor(now.getTime() / DAY) + days + 1) * DAY);
}

/** What a link or a cookie carries: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
