/** Files of one test in a folder of their own, and a replay of them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { FaultsFound } from '../../src/faults.ts';
import { type ReplayOptions, replayCommand } from '../../src/replay-command.ts';

export type Cells = readonly (string | number)[];

/** One entry of the figures file, as docs/formats.md describes it. */
export interface FigureEntry {
  readonly round: string;
  readonly unit: string;
  readonly question: string;
  readonly shown: string;
  readonly from: string | null;
  readonly coarse?: boolean;
  readonly band?: string;
  readonly favourable?: number;
  readonly neutral?: number;
  readonly unfavourable?: number;
  readonly mean?: number;
  readonly recommend?: number;
  readonly options?: Readonly<Record<string, number>>;
}

interface FiguresFile {
  readonly version: number;
  readonly rounds: readonly {
    readonly round: string;
    readonly invited: number;
    readonly ballots: number;
    readonly uncounted: number;
  }[];
  readonly figures: readonly FigureEntry[];
}

/** What a replay reads. Tables are given without their first row. */
export interface Past {
  readonly people: readonly Cells[];
  readonly units: readonly Cells[];
  readonly survey: string;
  readonly answers: readonly Cells[];
}

const folders: string[] = [];
afterAll(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

/** A new empty folder, removed after the tests of the file. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'soundings-test-'));
  folders.push(made);
  return made;
}

/** Rows as RFC 4180 text, quoted where needed. */
function csv(header: string, rows: readonly Cells[]): string {
  const cell = (value: string | number) =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${[header, ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`;
}

/** Writes the four files into `into` and returns what the command is given. */
export function filesOf(past: Past, into = folder()): ReplayOptions {
  mkdirSync(into, { recursive: true });
  const put = (name: string, text: string) => {
    writeFileSync(join(into, name), text);
    return join(into, name);
  };
  return {
    people: put('people.csv', csv('person,unit', past.people)),
    units: put('units.csv', csv('unit,parent,manager', past.units)),
    survey: put('survey.yaml', past.survey),
    answers: put('answers.csv', csv('round,person,question,value', past.answers)),
    figures: join(into, 'figures.json'),
  };
}

export interface Run {
  readonly out: FiguresFile;
  readonly told: readonly string[];
}

/** Runs the real command and reads what it wrote. */
export async function run(options: ReplayOptions): Promise<Run> {
  const told: string[] = [];
  await replayCommand(options, (line) => told.push(line));
  return { out: JSON.parse(readFileSync(options.figures, 'utf8')), told };
}

export function replayOf(past: Past, into = folder()): Promise<Run> {
  return run(filesOf(past, into));
}

/** The faults of a replay that must fail, as lines. */
export async function faultsOf(options: ReplayOptions): Promise<string[]> {
  try {
    await replayCommand(options, () => {});
  } catch (error) {
    if (error instanceof FaultsFound)
      return error.faults.map((each) => `${each.where}: ${each.says}`);
    throw error;
  }
  throw new Error('The replay found nothing wrong.');
}
