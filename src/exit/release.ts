/** Counts a release of pooled exits and burns it; what no pool could take is sealed anew for the next. */
import type { CloseOutcome } from '../campaign/close-round.ts';
import type { Programme } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import type { Message } from '../message/message.ts';
import type { Ports } from '../ports/ports.ts';

/** As `closeRound`; resumable after a crash at any point. */
export async function release(
  _ports: Ports,
  _programme: Programme,
  _round: Round,
  _closed: (person: string) => Message,
  _now: Date,
): Promise<CloseOutcome> {
  throw new Error('not built yet');
}
