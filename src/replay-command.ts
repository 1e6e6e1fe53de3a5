/** `soundings replay`: files in, figures out. */
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { readAnswers } from '../adapters/csv/answers.ts';
import { csvDirectory } from '../adapters/csv/directory.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { sqlite } from '../adapters/store/sqlite.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';
import type { Fault } from './ports/directory.ts';
import type { Store } from './ports/store.ts';
import { type PastRound, replay } from './replay.ts';
import { parseSurvey, type Survey } from './survey/parse-survey.ts';

export interface ReplayOptions {
  readonly people: string;
  readonly units: string;
  readonly survey: string;
  readonly answers: string;
  readonly figures: string;
  readonly database?: string;
}

/** Throws {@link FaultsFound} with everything that is wrong before anything is changed. */
export async function replayCommand(options: ReplayOptions, tell: Tell): Promise<void> {
  await writable(options);
  const { org, survey, rounds } = await read(options, tell);
  const scratch = options.database ? undefined : await mkdtemp(join(tmpdir(), 'soundings-replay-'));
  const database = options.database ?? join(scratch ?? '', 'replay.db');
  try {
    const store = await sqlite(resolve(database));
    try {
      const keys = keyFolder(`${resolve(database)}.keys`);
      await refuseForeign(store, database);
      await refuseCounted(store, rounds, options.answers);
      const answers = rounds.reduce((sum, round) => sum + sizeOf(round), 0);
      const progress = await progressBar(answers, tell);
      const figures = await replay({ store, keys }, org, rounds, survey.floor, progress.advance);
      await writeWhole(options.figures, `${JSON.stringify(figures, null, 1)}\n`);
      progress.stop(
        `${answers} answers of ${rounds.length} ${rounds.length === 1 ? 'round' : 'rounds'} counted; ${figures.figures.length} figures in ${options.figures}`,
      );
    } finally {
      await store.close();
    }
  } finally {
    if (scratch) await rm(scratch, { recursive: true, force: true });
  }
}

/** All four files, checked against each other. */
async function read(options: ReplayOptions, tell: Tell) {
  const directory = await csvDirectory(options.people, options.units).read();
  const parsed = await readSurvey(options.survey);
  const faults = [directory, parsed].flatMap((each) => ('faults' in each ? each.faults : []));
  if ('faults' in directory || 'faults' in parsed) throw new FaultsFound(faults);
  const { org, notices } = directory;
  const { survey } = parsed;
  const past = await readAnswers(options.answers, {
    people: new Set(org.people.map(({ id }) => id)),
    questions: new Map(survey.questions.map((question) => [question.id, question])),
    ...(survey.rounds && { rounds: survey.rounds }),
  });
  if ('faults' in past) throw new FaultsFound(past.faults);
  for (const { where, says } of [...notices, ...past.notices]) tell(`${where}: ${says}`);
  return { org, survey, rounds: inOrder(survey, past.answers) };
}

async function readSurvey(file: string) {
  const text = await readFile(file, 'utf8').catch((error) => error as NodeJS.ErrnoException);
  if (typeof text === 'string') return parseSurvey(text, basename(file));
  const says =
    text.code === 'ENOENT' ? 'The file does not exist.' : `It can't be read (${text.code}).`;
  return { faults: [{ where: basename(file), says }] satisfies Fault[] };
}

/** Rounds in the survey's order; else in the natural order of their names (2 before 10). */
function inOrder(survey: Survey, answers: ReadonlyMap<string, PastRound['answers']>): PastRound[] {
  const { rounds } = survey;
  const natural = new Intl.Collator('en', { numeric: true }).compare;
  const names = rounds
    ? [...rounds.keys()].filter((name) => answers.has(name))
    : [...answers.keys()].sort(natural);
  return names.map((name) => {
    const asked = rounds?.get(name);
    const questions = survey.questions.filter(({ id }) => !asked || asked.includes(id));
    return { name, questions, answers: answers.get(name) ?? new Map() };
  });
}

/** Only a database of earlier replays: a running bot's people would be replaced. */
async function refuseForeign(store: Store, database: string): Promise<void> {
  const [newest] = await store.rounds.list({ limit: 1 });
  const { people } = await store.org.load();
  if (people.length === 0 || newest?.campaign === 'replay') return;
  const says = `${database} is the database of a running Soundings, not of a replay. Name another file.`;
  throw new FaultsFound([{ where: '--database', says }]);
}

/** A round that this database has counted takes no more answers. */
async function refuseCounted(store: Store, rounds: readonly PastRound[], file: string) {
  const faults: Fault[] = [];
  for (const { name } of rounds) {
    const known = await store.rounds.get(name);
    if (known === undefined || (known.state !== 'published' && known.state !== 'cancelled'))
      continue;
    const says = `Round "${name}" has closed in this database: its answers come after the close.`;
    faults.push({ where: basename(file), says });
  }
  if (faults.length > 0) throw new FaultsFound(faults);
}

function sizeOf({ answers }: PastRound): number {
  return [...answers.values()].reduce((sum, given) => sum + given.size, 0);
}

/** Fails now rather than after the count. */
async function writable({ figures: file, ...inputs }: ReplayOptions): Promise<void> {
  const fault = (says: string) => new FaultsFound([{ where: '--figures', says }]);
  const folder = await stat(dirname(resolve(file))).catch(() => undefined);
  if (!folder?.isDirectory()) {
    throw fault(`The folder of the figures, ${dirname(file)}, does not exist.`);
  }
  if (Object.values(inputs).some((input) => resolve(input) === resolve(file))) {
    throw fault(`${file} is one of the files that are read.`);
  }
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw fault(`${file} is a folder.`);
  const draft = `${file}.part`;
  await writeFile(draft, '').catch((error) => {
    throw fault(`${file} can't be written (${error.code}).`);
  });
  await rm(draft);
}

/** The whole file or none. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.part`;
  await writeFile(draft, text);
  await rename(draft, file);
}

/** A bar on a terminal, a line at the end elsewhere. */
async function progressBar(max: number, tell: Tell) {
  if (!process.stdout.isTTY) {
    return { advance: (_: number) => {}, stop: tell };
  }
  const { progress } = await import('@clack/prompts');
  const bar = progress({ max, style: 'block' });
  bar.start('Sealing and counting');
  return {
    advance: (answers: number) => bar.advance(answers),
    stop: (line: string) => bar.stop(line),
  };
}
