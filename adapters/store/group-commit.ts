/** Group commit: answers that arrive together are committed together, then acknowledged. */
import type { BallotBox, Sealed } from '../../src/ports/store.ts';

export type Outcome = Awaited<ReturnType<BallotBox['put']>>;

/** Somebody's envelopes, not committed yet. */
export interface Waiting {
  readonly envelopes: readonly Sealed[];
  readonly now: Date;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** One transaction for all: an outcome each, or it rejects and nothing was stored. */
type Commit = (group: readonly Waiting[]) => Promise<Outcome[]>;

/** Most people whose answers go into one transaction. */
const GROUP = 1000;

/**
 * Collects until the event loop turns. One group at a time: meanwhile the next one grows, and of two answers of one
 * person the one given later is the one that stays. Where an error is `ofOne` put's own data, the others are tried again.
 */
export function groupCommit(
  commit: Commit,
  ofOne: (error: unknown) => boolean = () => false,
): BallotBox['put'] {
  const waiting: Waiting[] = [];
  let flushing = false;

  const flush = async () => {
    while (waiting.length > 0) await settle(waiting.splice(0, GROUP), commit, ofOne);
    flushing = false;
  };

  return (envelopes, now) =>
    new Promise((resolve, reject) => {
      waiting.push({ envelopes, now, resolve, reject });
      if (flushing) return;
      flushing = true;
      setImmediate(flush);
    });
}

async function settle(
  group: readonly Waiting[],
  commit: Commit,
  ofOne: (error: unknown) => boolean,
): Promise<void> {
  try {
    const outcomes = await commit(group);
    for (const [i, { resolve }] of group.entries()) resolve(outcomes[i] ?? 'closed');
  } catch (error) {
    if (group.length > 1 && ofOne(error)) {
      for (const each of group) await settle([each], commit, ofOne);
      return;
    }
    for (const { reject } of group) reject(error);
  }
}
