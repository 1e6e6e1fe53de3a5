/** What is wrong with DATABASE_URL, in a sentence that says what to do and holds no password. */
import { connect } from 'node:net';
import type { Target } from './postgres-connect.ts';

interface Fault {
  readonly error: Error;
  /** It may pass by itself: worth waiting for. */
  readonly passing: boolean;
}

/** The server is there and can't be used; the message says why. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}

/** By Node's code or by SQLSTATE. */
const PASSING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start PostgreSQL, or correct host and port.',
  ENOENT: 'nothing listens there; start PostgreSQL, or correct the folder of its socket.',
  ENOTFOUND: 'its host name is unknown; correct it, or check the name service.',
  EAI_AGAIN: 'its host name can’t be looked up; check the name service.',
  ETIMEDOUT: 'it can’t be reached; check host, port and firewall.',
  EHOSTUNREACH: 'it can’t be reached; check host, network and firewall.',
  ENETUNREACH: 'it can’t be reached; check host, network and firewall.',
  ECONNRESET: 'it closed the connection; look into its log.',
  EPIPE: 'it closed the connection; look into its log.',
  '57P01': 'it is shutting down.',
  '57P02': 'it has crashed and is recovering.',
  '57P03': 'it is starting up or shutting down.',
  '53300': 'it has no connection left; raise max_connections, or run fewer processes.',
};

const LASTING: Readonly<Record<string, string>> = {
  '28P01': 'the user or the password is wrong.',
  '28000': 'the user is wrong, or pg_hba.conf does not let it in from here.',
  '3D000': 'that database does not exist; create it with: createdb -E UTF8 -O USER DATABASE',
  '42501': 'the user may not create tables there; make it the owner of the database or schema.',
  '25006': 'the database is read-only; name the primary server, or make it writable.',
  '42P07': 'another program’s tables are there; give Soundings a database or schema of its own.',
  '53100': 'the server’s disk is full; free some space.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is signed by itself; name it with sslrootcert=FILE.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate’s authority is unknown; name it with sslrootcert=FILE.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate’s authority is unknown; name it with sslrootcert=FILE.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name; use that name.',
  CERT_HAS_EXPIRED: 'its certificate has expired; renew it.',
};

/** By pg's own words, where it gives no code. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/password must be a|no password/i, 'it asks for a password, and the URL holds none.'],
  [/does not support SSL/i, 'it does not speak TLS; set sslmode=disable or enable TLS there.'],
  [
    /previously executed migration .* is missing/,
    'it was written by a newer Soundings; run that version.',
  ],
];

/** Words after which something else than PostgreSQL may be at the other end. */
const UNCLEAR =
  /terminated|timeout expired|connection timeout|connection error and is not queryable|invalid response|SSL connection/i;

export async function faultOf(problem: unknown, target: Target): Promise<Fault> {
  const code = String((problem as { code?: unknown } | undefined)?.code ?? '');
  const message = problem instanceof Error ? problem.message : String(problem);
  const fault = (says: string, passing: boolean): Fault => ({
    error: new Error(`DATABASE_URL (${target.place}): ${says}`),
    passing,
  });
  if (problem instanceof Unfit) return fault(message, false);
  const passing = PASSING[code];
  if (passing && code !== 'ECONNRESET') return fault(passing, true);
  const lasting = LASTING[code] ?? WORDS.find(([words]) => words.test(message))?.[1];
  if (lasting) return fault(lasting, false);
  if (passing || UNCLEAR.test(message)) return unclear(await listen(target), fault);
  return fault(`${without(target.secrets, message)}.`, false);
}

function unclear(heard: Heard, fault: (says: string, passing: boolean) => Fault): Fault {
  if (heard === 'other') {
    return fault(
      'something answers there, but it is not PostgreSQL; correct host and port.',
      false,
    );
  }
  const says = {
    postgres: 'it closed the connection or does not reply; look into its log.',
    closed: 'it closes the connection without a word; check what listens there.',
    silent: 'it does not reply; check host, port and firewall.',
  };
  return fault(says[heard], true);
}

function without(secrets: readonly string[], message: string): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message);
}

type Heard = 'postgres' | 'other' | 'closed' | 'silent';

/** SSLRequest: every PostgreSQL answers it with a single S or N. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
const LISTEN_MS = 3000;

/** Asks whoever listens there one question that only PostgreSQL answers. */
function listen({ host, port }: Target): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    const heard = (what: Heard) => {
      resolve(what);
      socket.destroy();
    };
    socket.setTimeout(LISTEN_MS, () => heard('silent'));
    socket.on('connect', () => socket.write(SSL_REQUEST));
    socket.on('data', ([first]) => heard(first === 0x53 || first === 0x4e ? 'postgres' : 'other'));
    socket.on('error', () => heard('closed'));
    socket.on('close', () => heard('closed'));
  });
}
