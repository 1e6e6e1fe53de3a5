/** A year of leavers through the real program: announced, interviewed, counted, released; and what they really said. */
import { shift } from '../src/campaign/cadence.ts';
import { demoInterview } from '../src/demo/leavers.ts';
import { uniform } from '../src/demo/random.ts';
import { endInterview } from '../src/exit/end-interview.ts';
import { type ExitReport, exitReport } from '../src/exit/exit-report.ts';
import { finished } from '../src/exit/interview.ts';
import { keepDraft, stepsOf } from '../src/exit/keep-draft.ts';
import type { Wave } from '../src/exit/leaver.ts';
import { wavesOf } from '../src/exit/publish-release.ts';
import type { Organisation } from '../src/org/person.ts';
import { type Firm, firm, hoursAfter, PULSE } from './firm.ts';

const FAMILIES = ['Engineering', 'Production', 'Sales', 'Service'] as const;
/** Shares who take part, by wave, and of those who do by name. */
const CHANCES = { door: 0.9, later: 0.7, named: 0.1 } as const;
const FIRST = '2026-01-05';
/** Weeks from the last day to the second wave, and from the last week of the company to the last release. */
const [LATER, AFTER] = [20, 40];

/** A pooled interview: its envelopes are in the box of `round`. */
export interface Told {
  readonly wave: Wave;
  readonly round: string;
  readonly person: string;
  readonly unit: string;
  readonly jobFamily: string;
  /** Question id to option values. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** Everything that can be read at one moment, by HR and so by anybody. */
export interface Reading {
  readonly at: Date;
  readonly waves: Awaited<ReturnType<typeof wavesOf>>;
  readonly reports: readonly ExitReport[];
}

export interface ExitYear {
  readonly floor: number;
  readonly told: readonly Told[];
  readonly readings: readonly Reading[];
}

/** Pulses rest: their rounds are attacked elsewhere. */
const RESTING = { ...PULSE, cadence: { ...PULSE.cadence, starts: '2036-01-07' } };

export async function playLeaving(
  history: readonly Organisation[],
  seed: number,
): Promise<ExitYear> {
  const [first] = history;
  if (!first) throw new Error('A year of leavers needs a company.');
  const house = await firm(first, at(0, 1), { campaign: RESTING });
  const told: Told[] = [];
  const readings: Reading[] = [];
  try {
    const gone: string[][] = [];
    for (let week = 0; week < history.length + AFTER; week++) {
      gone.push(await announced(house, week, history[week], history[week + 1]));
      await house.at(at(week, 9));
      for (const person of gone[week] ?? [])
        told.push(...(await tell(house, person, 'door', week, seed)));
      for (const person of gone[week - LATER] ?? [])
        told.push(...(await tell(house, person, 'later', week, seed)));
      readings.push(...(await read(house, at(week, 90))));
    }
    if (house.log.length > 0) throw new Error(house.log.join('\n'));
    return { floor: PULSE.floor ?? 5, told, readings };
  } finally {
    await house.close();
  }
}

/** So many hours after the beginning of the week. */
function at(week: number, hours: number): Date {
  return hoursAfter(new Date(`${FIRST}T00:00:00Z`), 168 * week + hours);
}

/** Whoever is not there next week. */
async function announced(
  house: Firm,
  week: number,
  now: Organisation | undefined,
  next: Organisation | undefined,
): Promise<string[]> {
  if (now) await house.ports.store.org.replace(now, at(week, 1));
  if (!now || !next) return [];
  const staying = new Set(next.people.map(({ id }) => id));
  const gone = now.people.map(({ id }) => id).filter((id) => !staying.has(id));
  await house.at(at(week, 8));
  if (gone.length === 0) return [];
  const lastDay = shift(FIRST, 7 * week + 4);
  const said = gone.map((person) => ({ person, lastDay, jobFamily: familyOf(person) }));
  const outcome = await house.inbox.announce('hr-1', said);
  if (!('announced' in outcome)) throw new Error(`Week ${week}: ${JSON.stringify(outcome)}`);
  await house.at(at(week, 40));
  return gone;
}

function familyOf(person: string): string {
  return FAMILIES[Math.floor(FAMILIES.length * uniform('family', person))] ?? FAMILIES[0];
}

/** None: silent, or given to HR by name. */
async function tell(
  { ports }: Firm,
  person: string,
  wave: Wave,
  week: number,
  seed: number,
): Promise<Told[]> {
  const leaver = await ports.store.leavers.of(person);
  const round = wave === 'door' ? leaver?.round : leaver?.laterRound;
  const access = uniform(seed, 'named', person) < CHANCES.named ? 'named' : 'pooled';
  if (!leaver || !round || uniform(seed, wave, person) > CHANCES[wave]) return [];
  if (!(await ports.store.leavers.choose(leaver.id, wave, access, [undefined]))) return [];
  const jobFamily = familyOf(person);
  const like = {
    person: { id: `${seed}-${person}`, name: '', unit: '' },
    jobFamily,
    month: 0,
    day: 0,
  };
  const {
    'exit-change': _,
    'exit-offer-promised': __,
    ...answers
  } = demoInterview(like, wave === 'later');
  const draft = { answers, skipped: [] };
  await keepDraft(ports, leaver, wave, draft);
  await endInterview(ports, leaver, wave, at(week, 80));
  if (access === 'named') return [];
  const given = finished(draft, stepsOf(wave)).map(
    ({ question, values }) => [question, values] as const,
  );
  return [{ wave, round, person, unit: leaver.unit, jobFamily, answers: new Map(given) }];
}

/** None before the first release. */
async function read({ ports }: Firm, now: Date): Promise<Reading[]> {
  const waves = await wavesOf(ports.store);
  const { units } = waves.door.at(-1)?.round ?? { units: [] };
  const reports = units.flatMap(({ id }) => exitReport(waves, { unit: id, hr: true }, now) ?? []);
  return reports.length > 0 ? [{ at: now, waves, reports }] : [];
}
