/** Reads QUEUE_URL: which server, where, and how to name it in a message without credentials. */

export interface RedisPlace {
  readonly kind: 'redis';
  /** The URL without user, password and parameters. */
  readonly shown: string;
  /** One server, or all Sentinels that watch `master`. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly master?: string;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly sentinelPassword?: string;
  readonly db: number;
}

export interface PostgresPlace {
  readonly kind: 'postgres';
  readonly shown: string;
  /** With its credentials: for the driver only. */
  readonly url: string;
}

export type QueuePlace = RedisPlace | PostgresPlace;

const FORMS =
  'redis://[user:password@]host:6379/0, rediss:// for TLS, ' +
  'redis+sentinel://[user:password@]host1:26379,host2:26379/master[/0] or ' +
  'postgres://user:password@host:5432/database';

const SHAPE =
  /^(?<scheme>[a-z+]+):\/\/(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<hosts>[^@/?#]*)(?<path>[^@?#]*)(?:\?(?<query>[^@#]*))?$/i;

/** Throws an error that names QUEUE_URL and never shows what stands before an `@`. */
export function parseQueueUrl(url: string): QueuePlace {
  const { scheme = '', ...parts } = SHAPE.exec(url)?.groups ?? {};
  switch (scheme.toLowerCase()) {
    case 'redis':
    case 'rediss':
    case 'redis+sentinel':
    case 'rediss+sentinel':
      return redisPlace(scheme.toLowerCase(), parts, withoutCredentials(url));
    case 'postgres':
    case 'postgresql':
      if (parts.path && parts.path !== '/') {
        return { kind: 'postgres', shown: withoutCredentials(url), url };
      }
      throw new Error(`QUEUE_URL: ${withoutCredentials(url)} names no database. Write ${FORMS}.`);
    default:
      throw new Error(
        `QUEUE_URL: ${onlyScheme(url)} cannot be read. Write ${FORMS}, with special characters of a password percent-encoded; or leave it unset for the queue inside the process.`,
      );
  }
}

/** The URL as it may be shown: no user, no password, no parameters; only its scheme when in doubt. */
export function withoutCredentials(url: string): string {
  const { scheme, hosts, path } = SHAPE.exec(url)?.groups ?? {};
  if (scheme !== undefined) return `${scheme}://${hosts ?? ''}${path ?? ''}`;
  return onlyScheme(url);
}

function onlyScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0].concat('...') ?? 'the value';
}

function redisPlace(
  scheme: string,
  { user, password, hosts = '', path = '', query = '' }: Record<string, string | undefined>,
  shown: string,
): RedisPlace {
  const sentinel = scheme.endsWith('+sentinel');
  const steps = path.split('/').slice(1);
  const master = sentinel ? steps.shift() : undefined;
  const [db = ''] = steps;
  if (sentinel && !master) {
    throw new Error(`QUEUE_URL: ${shown} does not name the Sentinels' master. Write ${FORMS}.`);
  }
  if (steps.length > 1 || !/^\d*$/.test(db)) {
    throw new Error(`QUEUE_URL: ${shown}: a Redis database is a number. Write ${FORMS}.`);
  }
  const sentinelPassword = new URLSearchParams(query).get('sentinelPassword');
  return {
    kind: 'redis',
    shown,
    hosts: hosts.split(',').map((host) => hostAndPort(host, sentinel ? 26379 : 6379, shown)),
    tls: scheme.startsWith('rediss'),
    db: Number(db),
    ...(master && { master: decoded(master) }),
    ...(user && { username: decoded(user) }),
    ...(password && { password: decoded(password) }),
    ...(sentinelPassword && { sentinelPassword }),
  };
}

function hostAndPort(text: string, usual: number, shown: string): { host: string; port: number } {
  const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\],]+))(?::(\d+))?$/i.exec(text) ?? [];
  const host = six ?? name;
  if (host === undefined || Number(port ?? usual) > 65_535) {
    throw new Error(`QUEUE_URL: ${shown} does not name a host and a port. Write ${FORMS}.`);
  }
  return { host, port: Number(port ?? usual) };
}

/** A stray `%` is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
