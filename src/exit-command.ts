/** `soundings exit`: past exit surveys in, tallies out, and their report. */
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { readCsv, UnreadableFile } from '../adapters/csv/read-csv.ts';
import { type Gathered, gather } from './exit/gather-leavers.ts';
import { type Mapping, parseMapping } from './exit/parse-mapping.ts';
import { parseTallies, writeTallies } from './exit/parse-tallies.ts';
import { columnsOf } from './exit/read-leaver.ts';
import { reportForMachines, reportForPeople } from './exit/report.ts';
import type { Tallies } from './exit/tallies.ts';
import { tallyExits } from './exit/tally-exits.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';

export interface ExitFiles {
  readonly map: string;
  readonly survey: string;
  readonly tallies: string;
}

/** Reads a survey into tallies. Throws {@link FaultsFound} with everything that is wrong, and nothing is changed. */
export async function importExits(files: ExitFiles, tell: Tell): Promise<void> {
  const known = await storedTallies(files);
  const text = await readText(files.map);
  const parsed = parseMapping(text, basename(files.map));
  if ('faults' in parsed) throw new FaultsFound(parsed.faults);
  const { mapping } = parsed;
  const read = await readLeavers(mapping, files.survey);
  if (read.missing.size > 0) {
    const again = parseMapping(text, basename(files.map), read.missing);
    if ('faults' in again) throw new FaultsFound(again.faults);
  }
  if (read.faults.length > 0) throw new FaultsFound(read.faults);
  for (const { where, says } of read.notices) tell(`${where}: ${says}`);
  const tallies = tallyExits(mapping, read.leavers);
  const others = known.filter(({ survey }) => survey !== tallies.survey);
  const draft = `${files.tallies}.part`;
  await writeFile(draft, writeTallies([...others, tallies]));
  await rename(draft, files.tallies);
  const rows = `${read.leavers.length} of ${read.rows} rows counted`;
  tell(`${rows}; the tallies are in ${files.tallies}, the rows in no place but ${files.survey}`);
}

/** The report of all surveys in a file of tallies. */
export async function reportExits(tallies: string, json: boolean): Promise<string> {
  const parsed = parseTallies(await readText(tallies), basename(tallies));
  if ('faults' in parsed) throw new FaultsFound(parsed.faults);
  if (json) return `${JSON.stringify(reportForMachines(parsed.surveys), null, 1)}\n`;
  return reportForPeople(parsed.surveys);
}

/** What an earlier import left; fails now rather than after the count. */
async function storedTallies({ map, survey, tallies }: ExitFiles): Promise<readonly Tallies[]> {
  const fault = (says: string) => new FaultsFound([{ where: '--tallies', says }]);
  if ([map, survey].some((each) => resolve(each) === resolve(tallies))) {
    throw fault(`${tallies} is one of the files that are read.`);
  }
  const folder = await stat(dirname(resolve(tallies))).catch(() => undefined);
  if (!folder?.isDirectory()) throw fault(`The folder ${dirname(tallies)} does not exist.`);
  const there = await stat(tallies).catch(() => undefined);
  if (there?.isDirectory()) throw fault(`${tallies} is a folder.`);
  if (!there) return [];
  const parsed = parseTallies(await readText(tallies), basename(tallies));
  if ('faults' in parsed) throw new FaultsFound(parsed.faults);
  return parsed.surveys;
}

async function readText(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const says =
      error.code === 'ENOENT' ? 'The file does not exist.' : `It can't be read (${error.code}).`;
    throw new FaultsFound([{ where: basename(file), says }]);
  });
}

async function readLeavers(mapping: Mapping, file: string): Promise<Gathered> {
  const columns = { required: [], optional: columnsOf(mapping) };
  const gathered = gather(mapping, basename(file));
  try {
    for await (const row of readCsv(file, columns, () => {})) {
      if (!gathered.take(row)) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    gathered.refuse(error.fault);
  }
  return gathered.finish();
}
