/** What every reply and job is handled with, read a moment ago: rounds, the programme, and the desk of whoever replied. */

import { type Scrub, scrubber } from '../anonymity/scrub.ts';
import { copyFor } from '../message/languages.ts';
import { namesKnown } from '../org/names.ts';
import type { Desk } from '../ports/desk.ts';
import type { Ports } from '../ports/ports.ts';
import type { Queue } from '../ports/queue.ts';
import { type Programme, withMade } from './programme.ts';
import type { Round } from './round.ts';

export interface Product {
  readonly ports: Ports;
  readonly queue: Pick<Queue, 'add'>;
  /** As `soundings.yaml` says it. */
  readonly programme: Programme;
  /** Open rounds read a moment ago. Only a saving: the ballot box itself refuses what comes after the close. */
  readonly rounds: Map<string, { readonly round: Round; readonly readAt: Date }>;
  /** The same with the campaigns made in chat, read a moment ago. */
  campaigns: { readonly programme: Programme; readonly readAt: Date } | undefined;
  /** Made of everybody in the directory a moment ago; the count reads them anew. */
  names?: { readonly scrub: Promise<Scrub>; readonly readAt: Date } | undefined;
}

export async function deskFor(product: Product, person: string, now: Date): Promise<Desk> {
  const { ports, queue } = product;
  const [locale, programme] = await Promise.all([
    ports.store.org.locale(person),
    programmeOf(product, now),
  ]);
  return {
    ports,
    programme,
    person,
    now,
    copy: copyFor(locale ?? programme.locale),
    round: (id) => roundOf(product, id, now),
    scrub: () => scrubOf(product, now),
    async enqueue(job) {
      // What was just changed must be seen by the job, and by the next click.
      product.campaigns = undefined;
      await queue.add([job]);
    },
  };
}

/** How long what was read may be used, in milliseconds: it is asked for with every click and every message. */
const FRESH = 5000;

export async function roundOf(
  { ports, rounds }: Product,
  id: string,
  now: Date,
): Promise<Round | undefined> {
  const known = rounds.get(id);
  if (known && Math.abs(now.getTime() - known.readAt.getTime()) < FRESH) return known.round;
  const round = await ports.store.rounds.get(id);
  if (round?.state === 'open') rounds.set(id, { round, readAt: now });
  else rounds.delete(id);
  return round;
}

/** In milliseconds: to read ten thousand people and take their names apart takes a moment, and they seldom change. */
const NAMES_FRESH = 60_000;

export async function scrubOf(product: Product, now: Date): Promise<Scrub> {
  const known = product.names;
  if (known && Math.abs(now.getTime() - known.readAt.getTime()) < NAMES_FRESH) return known.scrub;
  const made = { scrub: namesKnown(product.ports.store).then(scrubber), readAt: now };
  product.names = made;
  try {
    return await made.scrub;
  } catch (error) {
    if (product.names === made) product.names = undefined;
    throw error;
  }
}

export async function programmeOf(product: Product, now: Date): Promise<Programme> {
  const known = product.campaigns;
  if (known && Math.abs(now.getTime() - known.readAt.getTime()) < FRESH) return known.programme;
  const programme = withMade(product.programme, await product.ports.store.campaigns.list());
  product.campaigns = { programme, readAt: now };
  return programme;
}
