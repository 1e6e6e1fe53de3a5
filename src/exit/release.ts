/** Counts a release of pooled exits and burns it; what no pool could take is sealed anew for the next. */
import type { Scrub } from '../anonymity/scrub.ts';
import { placeComments, type Written } from '../ballot/comments.ts';
import type { Ballot } from '../ballot/count.ts';
import type { RoundKeys } from '../ballot/envelope.ts';
import type { Pool } from '../ballot/pools.ts';
import { type CloseOutcome, type Counting, closeRound, shuffle } from '../campaign/close-round.ts';
import type { Programme } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import type { Message } from '../message/message.ts';
import type { Ports } from '../ports/ports.ts';
import type { Carry, CountedRound, ReleasedComments } from '../ports/store.ts';
import {
  joined,
  type Leftover,
  moved,
  NOTHING,
  openLeftover,
  placeKey,
  sealLeftover,
  unplaced,
} from './carry.ts';
import { waveOf } from './leaver.ts';
import { type LeaverCast, placeLeavers } from './leaver-pools.ts';
import { openRelease } from './open-release.ts';
import { lastDayOf, type Period, periodAfter } from './period.ts';
import { exitRules } from './rules.ts';

/** As `closeRound`; resumable after a crash at any point. */
export async function release(
  ports: Ports,
  programme: Programme,
  round: Round,
  closed: (person: string) => Message,
  now: Date,
): Promise<CloseOutcome> {
  return closeRound(ports, round.id, closed, now, counting(ports, programme, now));
}

function counting(ports: Ports, programme: Programme, now: Date): Counting {
  return {
    ballots: (round) => byPlace(ports.store.box.ballots(round)),
    async place(round, counted, scrub, keys) {
      const all = joined(await carriedInto(ports, round, keys), unplaced(counted));
      const { result, left } = place(round, counted.ballots, all, scrub);
      return { result, carry: await carryOn(ports, programme, round, left, now) };
    },
  };
}

/** Ballots of a unit are kept apart by job family until they are placed. */
async function* byPlace(
  ballots: AsyncIterable<readonly Ballot[]>,
): AsyncIterable<readonly Ballot[]> {
  for await (const batch of ballots) {
    yield batch.map((ballot) => ({ ...ballot, unit: placeKey(ballot.unit, ballot.jobFamily) }));
  }
}

async function carriedInto({ store }: Ports, round: Round, keys: RoundKeys): Promise<Leftover> {
  let all = NOTHING;
  for (const sealed of await store.results.carried(round.id)) {
    const leftover = openLeftover(sealed, keys);
    if (!leftover) {
      throw new Error(
        `What was carried into ${round.id} can't be opened: it is damaged. Restore a backup.`,
      );
    }
    all = joined(all, leftover);
  }
  return all;
}

function place(
  round: Round,
  ballots: number,
  all: Leftover,
  scrub: Scrub,
): { result: CountedRound; left: Leftover } {
  const pools = new Map<string, readonly Pool[]>();
  const scores = new Map<string, readonly LeaverCast[]>();
  let uncounted = 0;
  for (const [question, casts] of all.scores) {
    const placed = placeLeavers(round.units, casts, round.floor);
    pools.set(question, placed.pools);
    if (placed.left.length > 0) scores.set(question, placed.left);
    uncounted += placed.left.reduce((sum, { n }) => sum + n, 0);
  }
  const released: ReleasedComments[] = [];
  const comments = new Map<string, ReadonlyMap<string, Written>>();
  for (const [question, written] of all.comments) {
    // Whatever leavers write is for HR: it is released at the root at once, or waits whole.
    const placed = placeComments(round.units, written);
    if (placed.length === 0) comments.set(question, written);
    for (const { unit, hr, texts } of placed) {
      released.push({ question, unit, hr, texts: shuffle(texts.map(scrub)) });
    }
  }
  return { result: { pools, comments: released, ballots, uncounted }, left: { scores, comments } };
}

/** Whether or not anything is left: an envelope that is only there when something is would say so. */
async function carryOn(
  ports: Ports,
  programme: Programme,
  round: Round,
  left: Leftover,
  now: Date,
): Promise<Carry> {
  const after = (period: Pick<Period, 'lastDay'>) =>
    periodAfter(period, waveOf(round), exitRules(programme), programme.timezone);
  let next = after({ lastDay: lastDayOf(round.id) });
  // After a long rest several periods may be over; a round that is closed takes nothing.
  while (next.closesAt <= now) next = after(next);
  const into = await openRelease(ports, programme, next, now);
  const sealed = sealLeftover(moved(left, round.units, into.units), into.publicKey);
  return { into: into.id, sealed };
}
