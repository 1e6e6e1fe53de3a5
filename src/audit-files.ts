/** What an audit looks at in the file system: key files, and who may read them and the database. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { keyFolder } from '../adapters/keys/folder.ts';
import type { ModeFacts } from './audit/files.ts';
import { type AllKeys, type Fit, type KeyFacts, needsKey } from './audit/keys.ts';
import { keysOf, wipe } from './ballot/envelope.ts';
import type { Config } from './config.ts';
import { LINKS } from './exit/later-link.ts';
import type { RoundFacts } from './ports/inspection.ts';

/** Where leavers' keys lie within the key folder (`house.ts`). */
const LEAVERS = 'leavers';

type Places = Pick<Config, 'database' | 'keys' | 'keySecret'>;

export async function keysIn(
  { database, keys, keySecret }: Places,
  rounds: readonly RoundFacts[],
): Promise<AllKeys> {
  const found = keyFacts(keys, [LEAVERS]);
  const ring = keyFolder(keys, keySecret);
  const fits = new Map<string, Fit>();
  for (const round of rounds.filter((each) => needsKey(each) && found.ids.includes(each.id))) {
    fits.set(round.id, await fitOf(ring, round));
  }
  return {
    rounds: found,
    leavers: keyFacts(join(keys, LEAVERS), [`${LINKS}.key`]),
    fits,
    besideDatabase: !isServer(database) && isBeside(keys, dirname(database)),
  };
}

async function fitOf(ring: ReturnType<typeof keyFolder>, round: RoundFacts): Promise<Fit> {
  try {
    const secretKey = await ring.read(round.id);
    if (!secretKey) return 'unreadable';
    const fits = Buffer.from(keysOf(secretKey).publicKey).equals(round.publicKey);
    wipe(secretKey);
    return fits ? 'fits' : 'another';
  } catch {
    return 'unreadable';
  }
}

/** `known`: what lies there beside the keys of rounds or leavers. */
function keyFacts(folder: string, known: readonly string[]): KeyFacts {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const unknown = names.filter((name) => !known.includes(name));
  const isKey = (name: string) => name.endsWith('.key');
  return {
    place: folder,
    ids: unknown.filter(isKey).map((name) => idOf(name.slice(0, -'.key'.length))),
    others: unknown.filter((name) => !isKey(name)),
  };
}

function idOf(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** In it, the same, or around it: wherever links lead. */
function isBeside(keys: string, database: string): boolean {
  if (!existsSync(keys) || !existsSync(database)) return false;
  const [a, b] = [`${realpathSync(keys)}${sep}`, `${realpathSync(database)}${sep}`];
  return a.startsWith(b) || b.startsWith(a);
}

function isServer(database: string): boolean {
  return /^postgres(ql)?:/i.test(database);
}

/** Of everything that is there. Windows has no modes. */
export function modesOf({ database, keys }: Places, role: Config['role']): ModeFacts[] {
  if (process.platform === 'win32') return [];
  const files = isServer(database)
    ? []
    : [
        { path: dirname(database), what: 'database folder' } as const,
        ...[database, `${database}-wal`, `${database}-shm`].map(
          (path) => ({ path, what: 'database' }) as const,
        ),
      ];
  const folders = role === 'web' ? [] : [keys, join(keys, LEAVERS)].filter(existsSync);
  const ofKeys = folders.flatMap((folder) => [
    { path: folder, what: 'key folder' } as const,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ path: join(folder, name), what: 'key' }) as const),
  ]);
  return [...files, ...ofKeys].flatMap(({ path, what }) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    return mode === undefined ? [] : [{ path, what, mode }];
  });
}
