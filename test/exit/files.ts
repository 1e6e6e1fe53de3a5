/** Files of one test in a folder of their own, and an import of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type ExitFiles, importExits, reportExits } from '../../src/exit-command.ts';
import { FaultsFound } from '../../src/faults.ts';

/** What `soundings exit report --json` prints, as docs/formats.md describes it. */
export interface JsonReport {
  readonly version: number;
  readonly surveys: readonly {
    readonly survey: string;
    readonly reasons: readonly { readonly id: string; readonly name: string }[];
    readonly tables: readonly {
      readonly by: readonly string[];
      readonly cells: readonly {
        readonly is: readonly string[];
        readonly n: number;
        readonly percent?: number;
        readonly reasons: Readonly<
          Record<string, { readonly n: number; readonly percent: number }>
        >;
      }[];
    }[];
  }[];
}

const folders: string[] = [];
afterAll(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-exit-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Writes a mapping and a survey, and returns what the command is given. */
export function exitFiles(map: string, survey: string, folder = folderWith({})): ExitFiles {
  writeFileSync(join(folder, 'map.yaml'), map);
  writeFileSync(join(folder, 'survey.csv'), survey);
  return {
    map: join(folder, 'map.yaml'),
    survey: join(folder, 'survey.csv'),
    tallies: join(folder, 'exits.json'),
  };
}

/** Imports, and reads both reports. */
export async function imported(files: ExitFiles) {
  const told: string[] = [];
  await importExits(files, (line) => told.push(line));
  const report = JSON.parse(await reportExits(files.tallies, true)) as JsonReport;
  const cell = (by: string, is: string) =>
    report.surveys[0]?.tables
      .find((table) => table.by.join() === by)
      ?.cells.find((each) => each.is.join() === is);
  const text = await reportExits(files.tallies, false);
  return { told, report, cell, text, kept: readFileSync(files.tallies, 'utf8') };
}

/** The faults of an import that must fail, as lines. */
export async function faultsOf(files: ExitFiles): Promise<string[]> {
  try {
    await importExits(files, () => {});
  } catch (error) {
    if (error instanceof FaultsFound)
      return error.faults.map(({ where, says }) => `${where}: ${says}`);
    throw error;
  }
  throw new Error('The import found nothing wrong.');
}
