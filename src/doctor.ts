/** `soundings doctor`: checks everything that can be checked from outside, and says what is wrong and what to do. */
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { csvDirectory } from '../adapters/csv/directory.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { checkFile } from '../adapters/store/sqlite.ts';
import { openQueue } from '../scheduler/open-queue.ts';
import { keysOf } from './ballot/envelope.ts';
import { reason } from './complaint.ts';
import { type Config, readConfig } from './config.ts';
import { checkAnnouncements } from './exit/check-announcements.ts';
import { importLeavers } from './import-leavers.ts';
import { unknownNames } from './import-people.ts';
import { isPlatform } from './org/account.ts';
import type { Organisation } from './org/person.ts';
import type { Fault } from './ports/directory.ts';
import type { Store } from './ports/store.ts';
import type { Soundings } from './soundings.ts';

/** Prints one line a check; true if all is well. Changes nothing. */
export async function doctor(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  print: (line: string) => void,
): Promise<boolean> {
  let sound = true;
  const report = (what: string, faults: readonly string[], fine = '') => {
    if (faults.length > 0) sound = false;
    print(faults.length === 0 ? `ok     ${what}${fine && `: ${fine}`}` : `WRONG  ${what}`);
    for (const fault of faults) print(`         ${fault}`);
  };
  const { node, tz, icu } = process.versions;
  report('Node', [], `${node}, time zones ${tz}, ICU ${icu}`);
  const config = await readConfig(env, folder);
  if ('faults' in config) {
    report('configuration', inLines(config.faults));
    return false;
  }
  report('configuration', [], config.organisation?.file ?? 'none, so the demonstration runs');
  if (config.organisation) {
    const { people, faults, org } = await checkOrganisation(config.organisation);
    report('people and units', faults, people);
    const { leaversFile } = config.organisation;
    if (leaversFile !== undefined)
      report('leavers', ...(await checkLeavers(config, leaversFile, org)));
  }
  report('database', ...(await checkDatabase(config)));
  report('queue', ...(await checkQueue(config)));
  if (config.role !== 'web') report('key folder', checkKeyFolder(config), config.keys);
  if (config.chats.slack) {
    const { checkSlack } = await import('../adapters/slack/check.ts');
    const { faults, fine } = await checkSlack(config.chats.slack);
    report('Slack', faults, fine);
  }
  if (config.chats.teams) {
    const { checkTeams } = await import('../adapters/teams/check.ts');
    const { faults, fine } = await checkTeams(config.chats.teams);
    report('Teams', faults, fine);
  }
  report('page', ...(await checkPort(config)));
  return sound;
}

async function checkOrganisation({
  programme,
  peopleFile,
  unitsFile,
}: NonNullable<Config['organisation']>): Promise<{
  people: string;
  faults: string[];
  org?: Organisation;
}> {
  if (isPlatform(peopleFile)) return { people: `those of ${peopleFile}`, faults: [] };
  const read = await csvDirectory(peopleFile, unitsFile).read();
  if ('faults' in read) return { people: '', faults: inLines(read.faults) };
  const { people, units } = read.org;
  return {
    people: `${people.length} people in ${units.length} units`,
    faults: inLines(unknownNames(programme, read.org)),
    org: read.org,
  };
}

async function checkLeavers(
  config: Config,
  file: string,
  listed?: Organisation,
): Promise<[faults: string[], fine: string]> {
  const { database } = config;
  const isThere = isServer(database) || existsSync(database);
  try {
    const store = await openStore(isThere ? database : ':memory:', { tell: () => {} });
    try {
      const org = listed ?? (await store.org.load());
      const shown = { ...store, org: { ...store.org, load: async () => org } };
      return await readLeavers(config, file, shown, org.people.length > 0);
    } finally {
      await store.close();
    }
  } catch (error) {
    return [[reason(error)], ''];
  }
}

/** Takes the file as the program would, up to where something would change. */
async function readLeavers(
  { organisation, now = new Date() }: Config,
  file: string,
  store: Store,
  isKnown: boolean,
): Promise<[faults: string[], fine: string]> {
  const timezone = organisation?.programme.timezone ?? 'UTC';
  const told: string[] = [];
  let fine: string | undefined;
  const check: Soundings['announce'] = async (_source, rows) => {
    const checked = isKnown && (await checkAnnouncements(store, { timezone }, rows, now));
    if (checked && 'faults' in checked) return checked;
    fine = isKnown ? `${rows.length} rows that count` : 'rows are checked once people were read';
    return { announced: 0, corrected: 0, withdrawn: 0, late: 0 };
  };
  await importLeavers(file, { timezone }, store, check, now, (line) => told.push(line));
  return fine === undefined ? [told.flatMap((each) => each.split('\n')), ''] : [[], fine];
}

/** The file is sound, and the key of every open round is there and fits. */
async function checkDatabase({
  database,
  keys,
  keySecret,
  role,
}: Config): Promise<[faults: string[], fine: string]> {
  const isFile = !isServer(database);
  if (isFile && !existsSync(database)) return [[], `${database} (made at the first start)`];
  try {
    const verdict = isFile ? checkFile(database) : 'ok';
    if (verdict !== 'ok') return [[`${database} is damaged (${verdict}). Restore a backup.`], ''];
    const store = await openStore(database, { tell: () => {} });
    try {
      const faults = role === 'web' ? [] : await checkKeys(store, keys, keySecret);
      return [faults, isFile ? database : 'PostgreSQL'];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [[reason(error)], ''];
  }
}

/** The queue answers, if it is a server's. */
async function checkQueue({ queue: url }: Config): Promise<[faults: string[], fine: string]> {
  if (url === undefined) return [[], 'in this process'];
  try {
    const queue = await openQueue(url, { patience: 2000 });
    const { waiting, failed } = await queue.status();
    await queue.close();
    return [[], `${waiting} waiting, ${failed.length} given up`];
  } catch (error) {
    return [[reason(error)], ''];
  }
}

async function checkKeys(store: Store, folder: string, secret?: string): Promise<string[]> {
  const ring = keyFolder(folder, secret);
  const faults: string[] = [];
  const rounds = await store.rounds.list({ states: ['open', 'closing'] });
  for (const { id, publicKey } of rounds) {
    const ballots = await store.box.size(id);
    try {
      const key = await ring.read(id);
      const fits = key && Buffer.from(keysOf(key).publicKey).equals(publicKey);
      if (fits) continue;
      faults.push(
        `The private key of open round ${id} is ${key ? 'another one' : `not in ${folder}`}: its ${ballots} ballots can't be opened. Put the key file back.`,
      );
    } catch (error) {
      faults.push(reason(error));
    }
  }
  return faults;
}

function checkKeyFolder({ keys, database }: Config): string[] {
  const faults: string[] = [];
  if (keys.startsWith(`${dirname(database)}/`) || dirname(database) === keys) {
    faults.push(
      `${keys} lies in the database's folder: a backup of that would hold both. Set SOUNDINGS_KEYS.`,
    );
  }
  if (existsSync(keys) && process.platform !== 'win32') {
    const mode = statSync(keys).mode & 0o077;
    if (mode !== 0) faults.push(`${keys} can be read by others. Run: chmod 700 ${keys}`);
  }
  return faults;
}

/** The port is free, or Soundings itself answers there. */
async function checkPort({ host, port }: Config): Promise<[faults: string[], fine: string]> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const taken = await new Promise<string | undefined>((resolve) => {
    const server = createServer()
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
  if (taken === undefined) return [[], url];
  const alive = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2000) })
    .then((answer) => answer.json())
    .catch(() => undefined);
  if ((alive as { alive?: unknown } | undefined)?.alive === true) return [[], `running at ${url}`];
  return [
    [`PORT ${port} can't be used (${taken}): another program has it. Set PORT to a free one.`],
    '',
  ];
}

function isServer(database: string): boolean {
  return /^postgres(ql)?:/.test(database);
}

function inLines(faults: readonly Fault[]): string[] {
  return faults.map(({ where, says }) => `${where}: ${says}`);
}
