/** Closes a round, counts it, burns it: resumable after a crash at any point, because the store says how far it got. */
import { randomInt } from 'node:crypto';
import { type Scrub, scrubber } from '../anonymity/scrub.ts';
import { placeComments } from '../ballot/comments.ts';
import { type Ballot, type Counted, count, type Unreadable } from '../ballot/count.ts';
import { keysOf, opener, type RoundKeys, wipe } from '../ballot/envelope.ts';
import { type Pool, placeInPools } from '../ballot/pools.ts';
import type { Message } from '../message/message.ts';
import { namesKnown } from '../org/names.ts';
import type { Chats } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Carry, CountedRound, ReleasedComments } from '../ports/store.ts';
import type { Round } from './round.ts';

export type CloseOutcome =
  /** Counted and burned; the round is ready to be published. */
  | { readonly burned: true }
  /** Nothing to do: not closed yet, finished already, or cancelled. */
  | { readonly burned: false }
  /** Nothing was counted and nothing destroyed. `ballots` is how many envelopes wait. */
  | { readonly refused: 'key-missing' | 'wrong-key'; readonly ballots: number }
  | ({ readonly refused: 'unreadable'; readonly ballots: number } & Unreadable);

/** A round without a chat, such as one from a file, has nothing to settle. */
type Closing = Pick<Ports, 'store' | 'keys'> & { readonly chats: Pick<Chats, 'settle'> };

/** How a round's ballots are read and placed. */
export interface Counting {
  ballots(round: string): AsyncIterable<readonly Ballot[]>;
  /** With `keys` what was carried into the round is opened. */
  place(
    round: Round,
    counted: Counted,
    scrub: Scrub,
    keys: RoundKeys,
  ): Promise<{ readonly result: CountedRound; readonly carry?: Carry }>;
}

/** Takes a round as far as it can go: open, closing, counted, burned. `closed` is what its messages say afterwards. */
export async function closeRound(
  ports: Closing,
  id: string,
  closed: (person: string) => Message,
  now: Date,
  counting: Counting = byUnit(ports),
): Promise<CloseOutcome> {
  const { store, keys, chats } = ports;
  const round = await store.rounds.get(id);
  if (!round) return { burned: false };
  if (round.state === 'open') {
    if (now < round.closesAt) return { burned: false };
    await store.rounds.move(id, 'open', 'closing');
  }
  if (round.state === 'open' || round.state === 'closing') {
    const refusal = await countAndBurn(ports, round, counting);
    if (refusal) return refusal;
  } else if (round.state !== 'counted') {
    return { burned: false };
  }
  await keys.destroy(id);
  await chats.settle(id, closed);
  await store.results.clean();
  return { burned: await store.rounds.move(id, 'counted', 'burned') };
}

/** As a pulse is counted. */
function byUnit({ store }: Closing): Counting {
  return {
    ballots: (round) => store.box.ballots(round),
    place: async (round, counted, scrub) => ({ result: place(round, counted, scrub) }),
  };
}

/** Opens every envelope in memory, then commits tallies and deletes envelopes and participation in one transaction. */
async function countAndBurn({ store, keys }: Closing, round: Round, counting: Counting) {
  const ballots = await store.box.size(round.id);
  const secretKey = await keys.read(round.id);
  if (!secretKey) {
    // Another process may have counted it meanwhile, and destroyed the key.
    const state = (await store.rounds.get(round.id))?.state;
    const waits = state === 'open' || state === 'closing';
    return waits ? ({ refused: 'key-missing', ballots } as const) : undefined;
  }
  const pair = keysOf(secretKey);
  try {
    if (!Buffer.from(pair.publicKey).equals(round.publicKey)) {
      return { refused: 'wrong-key', ballots } as const;
    }
    const counted = await count(round, counting.ballots(round.id), opener(pair));
    if ('unreadable' in counted) return { refused: 'unreadable', ballots, ...counted } as const;
    const scrub = scrubber(await namesKnown(store));
    const { result, carry } = await counting.place(round, counted, scrub, pair);
    await store.results.record(round.id, result, carry);
    return undefined;
  } finally {
    wipe(secretKey);
  }
}

/** Places what was counted into pools; comments shuffled and scrubbed. */
function place(round: Round, counted: Counted, scrub: Scrub): CountedRound {
  const pools = new Map<string, readonly Pool[]>();
  let uncounted = 0;
  for (const [question, cast] of counted.scores) {
    const placed = placeInPools(round.units, cast, round.floor);
    pools.set(question, placed.pools);
    uncounted += placed.uncounted;
  }
  const comments: ReleasedComments[] = [];
  for (const [question, written] of counted.comments) {
    for (const { unit, hr, texts } of placeComments(round.units, written)) {
      comments.push({ question, unit, hr, texts: shuffle(texts.map(scrub)) });
    }
  }
  return { pools, comments, ballots: counted.ballots, uncounted };
}

/** Fisher-Yates with a CSPRNG. */
export function shuffle<T>(items: readonly T[]): T[] {
  const deck = [...items];
  for (let i = deck.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [deck[i], deck[j]] = [deck[j] as T, deck[i] as T];
  }
  return deck;
}
