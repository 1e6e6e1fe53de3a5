/** Moves the message that waits for a leaver whose last day was corrected. Its release, if another, is the sweep's to change. */
import { randomUUID } from 'node:crypto';
import type { Programme } from '../campaign/programme.ts';
import type { Ports } from '../ports/ports.ts';
import type { Leaver } from './leaver.ts';
import { timeFor } from './tend-leavers.ts';

/** What was sent already stays sent. */
export async function replan(
  ports: Ports,
  programme: Programme,
  leaver: Leaver,
  now: Date,
): Promise<void> {
  const { id, person, unit, jobFamily, round, laterRound, door } = leaver;
  if (round === undefined || laterRound === undefined || door === 'pooled') return;
  const delivery = {
    ...{ id: randomUUID(), round, person, unit, kind: 'question' as const },
    ...(jobFamily !== undefined && { jobFamily }),
    ...(await timeFor(ports, programme, leaver, now)),
  };
  await ports.store.leavers.plan(id, { round, laterRound }, [delivery]);
}
