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
  const kept = await opened(ports, leaver, () => ports.store.leavers.draft(leaver.id, wave));
  return kept === undefined ? EMPTY : restore(kept, stepsOf(wave));
}

/** False, and nothing kept, if the interview is not open any more. */
export async function keepDraft(
  ports: Kept,
  leaver: Whose,
  wave: Wave,
  draft: Draft,
): Promise<boolean> {
  const { leavers } = ports.store;
  const isOpen = async () => (await leavers.get(leaver.id))?.[wave] === 'open';
  if (!(await hasKey(ports, leaver)) && !(await isOpen())) return false;
  const sealed = await sealedFor(ports, leaver, draft);
  const kept = await leavers.keepDraft(leaver.id, wave, sealed);
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
  const kept = await opened(ports, leaver, () => ports.store.leavers.record(leaver.id, wave));
  return kept as Given[] | undefined;
}

async function hasKey({ leaverKeys }: Pick<Ports, 'leaverKeys'>, { id }: Whose): Promise<boolean> {
  const secretKey = await leaverKeys.read(id);
  if (secretKey) wipe(secretKey);
  return secretKey !== undefined;
}

/** Seals plain data for the leaver's key, which is made where there is none. */
export async function sealedFor(
  { leaverKeys }: Pick<Ports, 'leaverKeys'>,
  { id }: Whose,
  data: Draft | readonly Given[],
): Promise<Uint8Array> {
  const fresh = createKeys().secretKey;
  // Whoever ends the interview may destroy the key at that moment; the store then refuses what is sealed here.
  const secretKey = await leaverKeys.keep(id, fresh).catch(() => leaverKeys.keep(id, fresh));
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

/** Undefined: nothing is kept, or what was is being ended at that moment. */
async function opened(
  { leaverKeys }: Pick<Ports, 'leaverKeys'>,
  { id }: Whose,
  read: () => Promise<Uint8Array | undefined>,
): Promise<unknown> {
  const sealed = await read();
  if (!sealed) return undefined;
  const secretKey = await leaverKeys.read(id);
  const plain = secretKey && openedWith(keysOf(secretKey), sealed);
  if (plain) {
    const data = JSON.parse(new TextDecoder().decode(plain));
    wipe(plain);
    return data;
  }
  if (!(await read())) return undefined;
  throw new Error(
    `What leaver ${id} has answered can’t be opened: the key in ${leaverKeys.place} is missing or another one. Let every process use the same folder of keys: set SOUNDINGS_KEYS.`,
  );
}

function openedWith(keys: RoundKeys, sealed: Uint8Array): Uint8Array | undefined {
  const plain = openBytes(sealed, keys);
  wipe(keys.secretKey);
  return plain;
}
