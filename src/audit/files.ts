/** Whether the files and settings beneath the tables keep what the tables don't, and who may read them. */
import type { StorageFacts } from '../ports/inspection.ts';
import { type Finding, fault, judged, many, ok, warning } from './finding.ts';

type Sqlite = Extract<StorageFacts, { kind: 'sqlite' }>;
type Postgres = Extract<StorageFacts, { kind: 'postgres' }>;

export function checkFiles(storage: StorageFacts): readonly Finding[] {
  return storage.kind === 'sqlite' ? sqliteFiles(storage) : postgresFiles(storage);
}

function sqliteFiles({ file, traces, readablePages, freePages, walBytes, searched }: Sqlite) {
  const wrong = [...traces].map(([round, n]) =>
    fault(
      'files',
      `${file} still holds ${many(n, 'trace')} of ballots or deliveries of round ${round}, which is burned. Stop what else writes or reads it; the next count cleans the file.`,
    ),
  );
  if (readablePages > 0) {
    wrong.push(
      warning(
        'files',
        `${many(readablePages, 'free page')} of ${file} hold deleted rows: a program other than Soundings wrote there. The next count cleans them.`,
      ),
    );
  }
  return judged(
    'files',
    wrong,
    `no trace of the newest ${many(searched, 'burned round')}; ${many(freePages, 'free page')}, all overwritten; write-ahead log ${Math.ceil(walBytes / 1024)} KB`,
  );
}

function postgresFiles({ remembered, settings, idleSlots }: Postgres): readonly Finding[] {
  const wrong = remembered.map((column) =>
    fault(
      'files',
      `The planner keeps sample values of ${column}, which outlive the burn. Restart Soundings, which forbids it, then run: ANALYZE ${column.split('.')[0]}`,
    ),
  );
  const logs = settings.get('log_statement');
  if (logs !== undefined && !['none', 'ddl'].includes(logs)) {
    wrong.push(
      warning(
        'files',
        `log_statement is "${logs}": the server's log names who answers. Set it to none or ddl.`,
      ),
    );
  }
  const slow = settings.get('log_min_duration_statement');
  if (slow !== undefined && slow !== '-1') {
    wrong.push(
      warning(
        'files',
        'log_min_duration_statement is on: the server logs statements. Set it to -1.',
      ),
    );
  }
  if (idleSlots > 0) {
    wrong.push(
      warning(
        'files',
        `${many(idleSlots, 'replication slot')} without a reader: the write-ahead log is kept without limit. Drop it.`,
      ),
    );
  }
  const archived = settings.get('archive_mode');
  const archive =
    archived === undefined || archived === 'off' ? 'off' : 'on, and keeps sealed envelopes';
  return judged(
    'files',
    wrong,
    `the planner remembers nobody; statements are not logged; WAL archive ${archive}`,
  );
}

/** Permissions as they were found. Absent where the system has none. */
export interface ModeFacts {
  readonly path: string;
  readonly what: 'database' | 'database folder' | 'key folder' | 'key';
  readonly mode: number;
}

/** Nobody but the owner may read keys or the database; a folder that others may list only matters less. */
export function checkModes(modes: readonly ModeFacts[]): readonly Finding[] {
  const loose = modes.filter(({ mode }) => (mode & 0o077) !== 0);
  const wrong = loose.map(({ path, what, mode }) => {
    const right = what.endsWith('folder') ? '700' : '600';
    const says = `The ${what} ${path} has mode ${(mode & 0o777).toString(8)}: others may use it. Run: chmod ${right} ${path}`;
    return what === 'database folder' ? warning('permissions', says) : fault('permissions', says);
  });
  if (modes.length === 0) return [ok('permissions', 'nothing to check here')];
  return judged(
    'permissions',
    wrong,
    `${many(modes.length, 'file or folder', 'files and folders')} for the owner only`,
  );
}
