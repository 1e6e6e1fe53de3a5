/** What a reply is handled with: who sent it, in which language they read, when it came, and the ports. */
import type { Scrub } from '../anonymity/scrub.ts';
import type { Programme } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import type { Copy } from '../message/copy.ts';
import type { Ports } from './ports.ts';
import type { Job } from './queue.ts';

export interface Desk {
  readonly ports: Ports;
  readonly programme: Programme;
  /** Person id. */
  readonly person: string;
  readonly copy: Copy;
  readonly now: Date;
  /** A round, as it was read a moment ago: the ballot box itself refuses what comes after the close. */
  round(id: string): Promise<Round | undefined>;
  /** Takes out of a comment who was in the directory a moment ago. */
  scrub(): Promise<Scrub>;
  /** Has a worker do it soon; who takes the click may hold no key. */
  enqueue(job: Job): Promise<void>;
}
