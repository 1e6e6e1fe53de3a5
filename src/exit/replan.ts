/** Moves the message that waits for a leaver whose last day was corrected. Its release, if another, is the sweep's to change. */
import type { Programme } from '../campaign/programme.ts';
import type { Ports } from '../ports/ports.ts';
import type { Leaver } from './leaver.ts';
import { invitationFor } from './tend-leavers.ts';

/** What was sent already stays sent. */
export async function replan(
  ports: Ports,
  programme: Programme,
  leaver: Leaver,
  now: Date,
): Promise<void> {
  const { rounds, leavers } = ports.store;
  const { id, laterRound, door } = leaver;
  const round = leaver.round === undefined ? undefined : await rounds.get(leaver.round);
  if (!round || laterRound === undefined || door === 'pooled') return;
  const delivery = await invitationFor(ports, programme, leaver, round, now);
  await leavers.plan(id, { round: round.id, laterRound }, [delivery]);
}
