/** Group commit: what arrives together is committed together, then acknowledged. */
import type { Sealed } from '../../src/ports/sealed.ts';
import type { BallotBox } from '../../src/ports/store.ts';

export type Outcome = Awaited<ReturnType<BallotBox['put']>>;

/** Somebody's envelopes, not committed yet. */
export interface Waiting {
  readonly envelopes: readonly Sealed[];
  readonly now: Date;
}

/** One transaction for all: an outcome each, or it rejects and nothing was stored. */
type Commit<Asked, Told> = (group: readonly Asked[]) => Promise<readonly Told[]>;

interface Asking<Asked, Told> {
  readonly asked: Asked;
  readonly resolve: (told: Told) => void;
  readonly reject: (error: unknown) => void;
}

/** Most that goes into one transaction. */
const GROUP = 1000;

/** The group commit of a ballot box: of two answers of one person the one given later is the one that stays. */
export function groupCommit(
  commit: Commit<Waiting, Outcome>,
  ofOne?: (error: unknown) => boolean,
): BallotBox['put'] {
  const put = together(commit, ofOne);
  return (envelopes, now) => put({ envelopes, now });
}

/**
 * Collects until the event loop turns, in the order of arrival. One group at a time: meanwhile the next one grows.
 * Where an error is `ofOne` asker's own doing, the others are tried again.
 */
export function together<Asked, Told>(
  commit: Commit<Asked, Told>,
  ofOne: (error: unknown) => boolean = () => false,
): (asked: Asked) => Promise<Told> {
  const waiting: Asking<Asked, Told>[] = [];
  let flushing = false;

  const flush = async () => {
    while (waiting.length > 0) await settle(waiting.splice(0, GROUP), commit, ofOne);
    flushing = false;
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (flushing) return;
      flushing = true;
      setImmediate(flush);
    });
}

async function settle<Asked, Told>(
  group: readonly Asking<Asked, Told>[],
  commit: Commit<Asked, Told>,
  ofOne: (error: unknown) => boolean,
): Promise<void> {
  try {
    const told = await commit(group.map(({ asked }) => asked));
    for (const [i, { resolve }] of group.entries()) resolve(told[i] as Told);
  } catch (error) {
    if (group.length > 1 && ofOne(error)) {
      for (const each of group) await settle([each], commit, ofOne);
      return;
    }
    for (const { reject } of group) reject(error);
  }
}
