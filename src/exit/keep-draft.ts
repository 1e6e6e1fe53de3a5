/** What a leaver has answered, as it is kept: sealed for a key of their own, which lies outside of the database. */
import type { Given } from '../ballot/cast.ts';
import {
  createKeys,
  keysOf,
  openBytes,
  type RoundKeys,
  sealBytes,
  wipe,
} from '../ballot/envelope.ts';
import type { Ports } from '../ports/ports.ts';
import { type Draft, EMPTY, restore } from './draft.ts';
import type { Leaver, Wave } from './leaver.ts';
import { AT_THE_DOOR, MONTHS_LATER, type Step } from './steps.ts';

type Kept = Pick<Ports, 'store' | 'leaverKeys'>;
type Whose = Pick<Leaver, 'id'>;

/** Bytes that everything kept is padded to a multiple of: what was answered at most fits into one. */
const SIZE = 32_768;

export function stepsOf(wave: Wave): readonly Step[] {
  return wave === 'door' ? AT_THE_DOOR : MONTHS_LATER;
}

/** As far as the interview has come; empty before the first screen. */
export async function openDraft(ports: Kept, leaver: Whose, wave: Wave): Promise<Draft> {
  const sealed = await ports.store.leavers.draft(leaver.id, wave);
  return sealed ? restore(await opened(ports, leaver, sealed), stepsOf(wave)) : EMPTY;
}

/** False, and nothing kept, if the interview is not open any more. */
export async function keepDraft(
  ports: Kept,
  leaver: Whose,
  wave: Wave,
  draft: Draft,
): Promise<boolean> {
  const kept = await ports.store.leavers.keepDraft(
    leaver.id,
    wave,
    await sealedFor(ports, leaver, draft),
  );
  // It was ended elsewhere in the meantime, and its key destroyed: the one made just now is of no use.
  if (!kept) await letKeyGo(ports, leaver);
  return kept;
}

/** What was given to HR by name; undefined if nothing was. */
export async function readRecord(
  ports: Kept,
  leaver: Whose,
  wave: Wave,
): Promise<Given[] | undefined> {
  const sealed = await ports.store.leavers.record(leaver.id, wave);
  return sealed && ((await opened(ports, leaver, sealed)) as Given[]);
}

/** Seals plain data for the leaver's key, which is made where there is none. */
export async function sealedFor(
  { leaverKeys }: Pick<Ports, 'leaverKeys'>,
  { id }: Whose,
  data: Draft | readonly Given[],
): Promise<Uint8Array> {
  const fresh = createKeys().secretKey;
  const secretKey = await leaverKeys.keep(id, fresh);
  const plain = new TextEncoder().encode(JSON.stringify(data));
  const sealed = sealBytes(plain, SIZE, keysOf(secretKey).publicKey);
  for (const bytes of [fresh, secretKey, plain]) wipe(bytes);
  return sealed;
}

/** Destroys the leaver's key where nothing is left that opens with it. */
export async function letKeyGo({ store, leaverKeys }: Kept, { id }: Whose): Promise<void> {
  const leaver = await store.leavers.get(id);
  const needed = [leaver?.door, leaver?.later].some((each) => each === 'open' || each === 'named');
  if (!needed) await leaverKeys.destroy(id);
}

async function opened(
  { leaverKeys }: Pick<Ports, 'leaverKeys'>,
  { id }: Whose,
  sealed: Uint8Array,
): Promise<unknown> {
  const secretKey = await leaverKeys.read(id);
  const plain = secretKey && openedWith(keysOf(secretKey), sealed);
  if (!plain) {
    throw new Error(
      `What leaver ${id} has answered can’t be opened: the key in ${leaverKeys.place} is missing or another one. Let every process use the same folder of keys: set SOUNDINGS_KEYS.`,
    );
  }
  const data = JSON.parse(new TextDecoder().decode(plain));
  wipe(plain);
  return data;
}

function openedWith(keys: RoundKeys, sealed: Uint8Array): Uint8Array | undefined {
  const plain = openBytes(sealed, keys);
  wipe(keys.secretKey);
  return plain;
}
