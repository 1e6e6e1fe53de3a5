/** A ballot box that keeps in memory what it is given. */
import type { Sealed } from '../../src/ports/sealed.ts';
import type { BallotBox } from '../../src/ports/store.ts';

export interface FakeBox extends BallotBox {
  /** Each call of `put`: the envelopes that were given together. */
  readonly puts: readonly (readonly Sealed[])[];
}

/** `outcome` is what the box says of every put. */
export function fakeBox(outcome: Awaited<ReturnType<BallotBox['put']>> = 'sealed'): FakeBox {
  const puts: (readonly Sealed[])[] = [];
  return {
    puts,
    put: async (envelopes) => {
      if (outcome === 'sealed') puts.push(envelopes);
      return outcome;
    },
    sealed: async () => new Set(puts.flat().map(({ question }) => question)),
    size: async () => puts.flat().length,
    ballots: async function* () {},
  };
}
