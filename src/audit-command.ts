/** `soundings audit`: the operator's own check on the live installation, beside the program that runs it. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Audited, audit } from './audit/audit.ts';
import { keysIn, modesOf } from './audit-files.ts';
import { reason } from './complaint.ts';
import { type Config, readConfig } from './config.ts';
import { FaultsFound } from './faults.ts';
import type { Inspection } from './ports/inspection.ts';

/** For monitoring: all is well (warnings are), something must not be, or it could not be looked at. */
const STATUS = { ok: 0, fault: 1, unchecked: 2 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

interface Options {
  readonly json: boolean;
  /** Milliseconds before it looks again where something is wrong. */
  readonly patience?: number;
}

/** Prints what it finds, and resolves to the exit status. Never throws. */
export async function auditCommand(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  { json, patience = 2000 }: Options,
  print: (line: string) => void,
): Promise<Status> {
  try {
    const config = await readConfig(env, folder);
    if ('faults' in config) throw new FaultsFound(config.faults);
    const found = await twice(config, patience);
    const status = isFaulty(found) ? STATUS.fault : STATUS.ok;
    for (const line of json ? [inJson(found, status)] : inWords(found)) print(line);
    return status;
  } catch (error) {
    const says = reason(error);
    print(
      json
        ? JSON.stringify({ status: STATUS.unchecked, error: says })
        : `It could not be checked: ${says}`,
    );
    return STATUS.unchecked;
  }
}

/** A program in the middle of a count, or of opening a round, looks faulty for a moment. */
async function twice(config: Config, patience: number): Promise<Audited> {
  const found = await once(config);
  if (!isFaulty(found)) return found;
  await pause(patience);
  return once(config);
}

async function once(config: Config): Promise<Audited> {
  const inspection = await inspect(config.database);
  try {
    return await audit(inspection, {
      ...(config.organisation && { programme: config.organisation.programme }),
      keys: async (rounds) => (config.role === 'web' ? undefined : keysIn(config, rounds)),
      modes: async () => modesOf(config, config.role),
    });
  } finally {
    await inspection.close();
  }
}

/** Drivers are loaded when they are needed. */
async function inspect(database: string): Promise<Inspection> {
  if (/^postgres(ql)?:\/\//i.test(database)) {
    const { inspectPostgres } = await import('../adapters/store/inspect-postgres.ts');
    return inspectPostgres(database, () => {});
  }
  const { inspectSqlite } = await import('../adapters/store/inspect-sqlite.ts');
  return inspectSqlite(database);
}

function isFaulty({ findings }: Audited): boolean {
  return findings.some(({ level }) => level === 'fault');
}

function inWords({ findings, linkable }: Audited): string[] {
  const lines = findings.map(
    ({ check, level, says }) => `${level.padEnd(7)}  ${check.padEnd(11)}  ${says}`,
  );
  const count = (level: string) => findings.filter((each) => each.level === level).length;
  return [
    ...lines,
    '',
    'Somebody with the database, the logs and the clock could link now:',
    ...linkable.map((says) => `  - ${says}`),
    '',
    `Faults: ${count('fault')}. Warnings: ${count('warning')}.`,
  ];
}

function inJson({ findings, linkable }: Audited, status: Status): string {
  return JSON.stringify({ status, findings, linkable }, null, 2);
}
