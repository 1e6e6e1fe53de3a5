/** Configuration: environment and `soundings.yaml`, read once; or the full list of what is wrong with them. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { ParsedProgramme } from './campaign/parse-programme.ts';
import type { Programme } from './campaign/programme.ts';
import { type ChatsConfig, readChats } from './config-chats.ts';
import { isPlatform } from './org/account.ts';
import { isDate } from './org/check-org.ts';
import type { Fault } from './ports/directory.ts';

export interface Config {
  /** Loopback only, unless people sign in. */
  readonly host: string;
  readonly port: number;
  /** `all` does everything; `web` takes clicks and holds no private key; `worker` opens, sends, counts. */
  readonly role: 'all' | 'web' | 'worker';
  /** A file's path, or a postgres:// URL. */
  readonly database: string;
  /** Absent: the queue is in this process. */
  readonly queue?: string;
  /** Sends a second, all workers together. Absent: the local web chat needs none. */
  readonly pace?: number;
  readonly keys: string;
  readonly keySecret?: string;
  readonly chats: ChatsConfig;
  /** Where the pages are reached from outside, such as `https://soundings.example.org`. */
  readonly site?: string;
  /** The same, where people sign in to the page with a link from a chat platform that knows them. */
  readonly signInAt?: string;
  /** Where the process's clock starts; absent: now. */
  readonly now?: Date;
  /** What `soundings.yaml` says; absent: the demonstration. */
  readonly organisation?: Organisation;
}

interface Organisation {
  readonly file: string;
  readonly programme: Programme;
  /** A file, or the platform whose directory is the people file. */
  readonly peopleFile: string;
  readonly unitsFile: string;
  /** Absent: no file announces leavers. */
  readonly leaversFile?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads it all; `folder` is where relative paths start. */
export async function readConfig(
  given: Env,
  folder: string,
): Promise<Config | { readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const fault = (where: string, says: string) => faults.push({ where, says });
  const env = withoutEmpty(given);
  const file = resolve(folder, env.SOUNDINGS_CONFIG || 'soundings.yaml');
  const own = env.SOUNDINGS_CONFIG !== undefined || existsSync(file);
  const organisation = own ? await readOrganisation(file, faults) : undefined;
  const name = organisation ? 'soundings' : 'demonstration';
  const environment = readEnvironment(env, folder, name, fault);
  const chats = readChats(env, own, fault);
  const config: Config = {
    ...environment,
    chats,
    ...readSignIn(environment, chats, fault),
    ...(organisation && { organisation }),
  };
  if (dirname(config.database) === config.keys) {
    fault('SOUNDINGS_KEYS', 'Keys must not lie beside the database: a backup would hold both.');
  }
  if (config.role !== 'all') checkRole(config, own, fault);
  return faults.length > 0 ? { faults } : config;
}

/** A variable set to nothing, as files of variables have them, is not set. */
function withoutEmpty(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** Everything but `soundings.yaml`; `name` is that of the database and the key folder where nothing else is said. */
function readEnvironment(
  env: Env,
  folder: string,
  name: string,
  fault: Tell,
): Omit<Config, 'chats' | 'signInAt'> {
  const data = resolve(folder, env.SOUNDINGS_DATA || '.soundings');
  const role = roleOf(env.SOUNDINGS_ROLE, fault);
  return {
    role,
    host: env.HOST ?? '127.0.0.1',
    port: portOf(env.PORT, fault),
    ...(env.SOUNDINGS_PACE && { pace: paceOf(env.SOUNDINGS_PACE, fault) }),
    database: databaseOf(env.DATABASE_URL, resolve(data, 'database', `${name}.db`), folder, fault),
    keys: resolve(folder, env.SOUNDINGS_KEYS || resolve(data, 'keys', name)),
    ...(env.QUEUE_URL && { queue: queueOf(env.QUEUE_URL, fault) }),
    ...(env.SOUNDINGS_KEY_SECRET && { keySecret: secretOf(env.SOUNDINGS_KEY_SECRET, fault) }),
    ...(env.SOUNDINGS_URL && { site: env.SOUNDINGS_URL }),
    ...(env.SOUNDINGS_NOW && { now: nowOf(env.SOUNDINGS_NOW, fault) }),
  };
}

type Tell = (where: string, says: string) => void;

/** People sign in where a chat platform says who they are, and the page has an address that their link can lead to. */
function readSignIn(
  { role, host, site }: Pick<Config, 'role' | 'host' | 'site'>,
  { slack, teams }: ChatsConfig,
  fault: Tell,
): Pick<Config, 'signInAt'> {
  const isKnown = slack !== undefined || (teams !== undefined && !teams.anonymous);
  if (site !== undefined && isKnown) {
    if (URL.canParse(site) && new URL(site).pathname !== '/') {
      const says = 'People sign in to the page there: write the address alone, without a path.';
      fault('SOUNDINGS_URL', `${says} The page needs a name of its own.`);
    }
    return { signInAt: site };
  }
  // A worker serves no page, only health and metrics.
  if (role !== 'worker' && !isLoopback(host)) {
    fault(
      'HOST',
      `"${host}" is not a loopback address. The page has no sign-in without SOUNDINGS_URL and a chat platform (SLACK_BOT_TOKEN or MicrosoftAppId): set both, or listen on 127.0.0.1.`,
    );
  }
  return {};
}

/** Whether only this machine can reach the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function portOf(port = '3978', fault: Tell): number {
  const valid = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
  if (!valid) fault('PORT', `"${port}" is no port; write a number from 0 to 65535.`);
  return Number(port);
}

function databaseOf(url: string | undefined, usual: string, folder: string, fault: Tell): string {
  if (!url) return usual;
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  if (!url.startsWith('file:') || url === 'file:') {
    fault(
      'DATABASE_URL',
      'It must be a file, such as file:/var/lib/soundings/database/soundings.db, or postgres://user@host/database.',
    );
  }
  return resolve(folder, url.replace(/^file:(\/\/(?=\/))?/, ''));
}

function queueOf(url: string, fault: Tell): string {
  if (!/^(rediss?|redis\+sentinel|postgres(ql)?):\/\//.test(url)) {
    fault('QUEUE_URL', 'It must start with redis://, rediss://, redis+sentinel:// or postgres://.');
  }
  return url;
}

function roleOf(role = 'all', fault: Tell): Config['role'] {
  if (role === 'all' || role === 'web' || role === 'worker') return role;
  fault('SOUNDINGS_ROLE', `"${role}" is no role; write all, web or worker.`);
  return 'all';
}

/** Several processes need a store and a queue that they can share. */
function checkRole({ role, database, queue, now }: Config, given: boolean, fault: Tell): void {
  const needs = `SOUNDINGS_ROLE=${role} needs`;
  if (!/^postgres/.test(database)) {
    fault('DATABASE_URL', `${needs} postgres://: a file has one process.`);
  }
  if (!queue) fault('QUEUE_URL', `${needs} redis:// or postgres://, which all processes share.`);
  if (!given)
    fault('SOUNDINGS_CONFIG', `${needs} your soundings.yaml; the demonstration has none.`);
  if (now) fault('SOUNDINGS_NOW', `${needs} the machine's clock.`);
}

/** Sends a second; Slack's and Teams' own limits are kept by their adapters. */
function paceOf(text: string, fault: Tell): number {
  const pace = Number(text);
  if (!(pace >= 1 && pace <= 1000)) {
    fault(
      'SOUNDINGS_PACE',
      `"${text}" is no number of messages a second; write one from 1 to 1000.`,
    );
  }
  return pace;
}

function secretOf(secret: string, fault: Tell): string {
  if (secret.length < 16) {
    fault(
      'SOUNDINGS_KEY_SECRET',
      'It must have 16 characters or more; make one with: openssl rand -base64 32',
    );
  }
  return secret;
}

function nowOf(text: string, fault: Tell): Date {
  const at = new Date(text);
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (!instant || !isDate(text.slice(0, 10)) || Number.isNaN(at.getTime())) {
    fault('SOUNDINGS_NOW', `"${text}" is no instant; write one such as 2026-11-16T09:00:00Z.`);
  }
  return at;
}

async function readOrganisation(file: string, faults: Fault[]): Promise<Organisation | undefined> {
  const text = read(file);
  if (text === undefined) {
    const says =
      'It can’t be read. Set SOUNDINGS_CONFIG to your soundings.yaml, or unset it for the demonstration.';
    faults.push({ where: file, says });
    return undefined;
  }
  // Loaded only where there is a file to read: the demonstration starts faster without.
  const { parseProgramme } = await import('./campaign/parse-programme.ts');
  const beside = (name: string) => resolve(dirname(file), name);
  const parsed: ParsedProgramme | { faults: readonly Fault[] } = parseProgramme(
    text,
    basename(file),
    (name) => read(beside(name)),
  );
  if ('faults' in parsed) {
    faults.push(...parsed.faults);
    return undefined;
  }
  const { programme, peopleFile, unitsFile, leaversFile } = parsed;
  const people = isPlatform(peopleFile) ? peopleFile : beside(peopleFile);
  return {
    file,
    programme,
    peopleFile: people,
    unitsFile: beside(unitsFile),
    ...(leaversFile !== undefined && { leaversFile: beside(leaversFile) }),
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
