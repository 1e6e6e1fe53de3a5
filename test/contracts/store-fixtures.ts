/** What the store contract works on: a fresh store a test, and the smallest things to put into it. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Ballot } from '../../src/ballot/count.ts';
import type { Round } from '../../src/campaign/round.ts';
import type { Planned } from '../../src/delivery/delivery.ts';
import type { Leaver } from '../../src/exit/leaver.ts';
import type { Message } from '../../src/message/message.ts';
import type { Person } from '../../src/org/person.ts';
import type { Unit } from '../../src/org/unit.ts';
import type { PlannedLeaver } from '../../src/ports/leavers.ts';
import type { Sealed } from '../../src/ports/sealed.ts';
import type { CountedRound, Store } from '../../src/ports/store.ts';

/** A store of its own for one test. `again` closes it and opens the same data anew. */
export interface Opened {
  readonly store: Store;
  again(): Promise<Store>;
  /** Runs a statement behind the store's back. */
  sql(statement: string): Promise<void>;
}

export type Open = () => Promise<Opened>;

/** What a driver may lack. */
export interface Capabilities {
  /** Data outlive the connection. */
  readonly keeps: boolean;
}

export const NOON = new Date('2026-11-02T12:00:00Z');

export function minutes(n: number, from: Date = NOON): Date {
  return new Date(from.getTime() + n * 60_000);
}

export const UNITS: readonly Unit[] = [
  { id: 'firm', name: 'Firm', manager: 'clara' },
  { id: 'lab', name: 'Lab', parent: 'firm', manager: 'lea' },
  { id: 'shop', name: 'Shop', parent: 'firm' },
];

export function person(id: string, unit = 'lab', more: Partial<Person> = {}): Person {
  return { id, name: `The ${id}`, unit, ...more };
}

export function aRound(id = 'pulse-1', change: Partial<Round> = {}): Round {
  return {
    id,
    campaign: 'pulse',
    number: 1,
    state: 'open',
    opensAt: NOON,
    closesAt: minutes(60),
    timezone: 'Europe/Berlin',
    floor: 5,
    questions: [
      { kind: 'five-point', id: 'team', text: { en: 'Team?' }, labels: [] },
      { kind: 'free-text', id: 'words', text: { en: 'Words – “so” to say 🌊' } },
    ],
    units: UNITS.map((unit) => ({ ...unit, invited: 1 })),
    publicKey: randomBytes(32),
    ...change,
  };
}

export function planned(person: string, change: Partial<Planned> = {}): Planned {
  return {
    id: randomUUID(),
    round: 'pulse-1',
    person,
    unit: 'lab',
    kind: 'question',
    sendAt: NOON,
    ...change,
  };
}

/** Somebody who leaves; `id` says which. */
export function leaver(person: string, change: Partial<Leaver> = {}): Leaver {
  return {
    id: randomUUID(),
    person,
    name: `The ${person}`,
    unit: 'lab',
    lastDay: '2026-11-30',
    announcedAt: NOON,
    state: 'announced',
    ...change,
  };
}

export const DOOR = 'exit-2026-q4';
export const LATER = 'exit-later-2027-q1';

/** Announced, both releases open, and planned for. */
export async function plannedLeaver(
  store: Store,
  person: string,
  change: Partial<Leaver> = {},
): Promise<Leaver> {
  const one = leaver(person, change);
  if (!(await store.leavers.add(one))) throw new Error('They were announced already.');
  await store.rounds.open(release(DOOR), []);
  await store.rounds.open(release(LATER), []);
  await store.leavers.plan(one.id, { round: DOOR, laterRound: LATER }, [
    plannedFor(one, DOOR, { sendAt: NOON }),
    plannedFor(one, LATER),
  ]);
  return one;
}

/** A release of the campaign that its id begins with. */
export function release(id: string, change: Partial<Round> = {}): Round {
  const campaign = id.startsWith('exit-later') ? 'exit-later' : 'exit';
  return aRound(id, { campaign, number: numberOf(id), ...change });
}

/** Quarters since the year 0. */
function numberOf(id: string): number {
  const [, year, quarter] = /(\d+)-q(\d)$/.exec(id) ?? [];
  return Number(year) * 4 + Number(quarter);
}

/** Never to be sent, but for a `sendAt`. */
export function plannedFor(
  { person, unit, jobFamily }: Leaver,
  round: string,
  change: Partial<PlannedLeaver> = {},
): PlannedLeaver {
  const family = jobFamily === undefined ? {} : { jobFamily };
  return { id: randomUUID(), round, person, unit, kind: 'question', ...family, ...change };
}

export function sealed(person: string, question = 'team', change: Partial<Sealed> = {}): Sealed {
  return { round: 'pulse-1', person, question, envelope: randomBytes(80), ...change };
}

/** Opens a round in which these people were asked. */
export async function opened(store: Store, people: readonly string[], round = aRound()) {
  const deliveries = people.map((id) => planned(id, { round: round.id }));
  if (!(await store.rounds.open(round, deliveries)))
    throw new Error('The round was there already.');
  return { round, deliveries };
}

export async function allBallots(store: Store, round = 'pulse-1'): Promise<Ballot[]> {
  const all: Ballot[] = [];
  for await (const batch of store.box.ballots(round)) all.push(...batch);
  return all;
}

export const RESULT: CountedRound = {
  pools: new Map([
    [
      'team',
      [
        { unit: 'lab', n: 6, tally: [0, 1, 2, 3, 0], from: ['lab'] },
        { unit: 'firm', n: 5, tally: [5, 0, 0, 0, 0], from: ['firm', 'shop'] },
      ],
    ],
    ['pay', [{ unit: 'lab', n: 5, tally: [0, 0, 0, 0, 5], from: ['lab'] }]],
  ]),
  comments: [
    { question: 'words', unit: 'lab', hr: false, texts: ['one', 'two', 'Größe 🌊'] },
    { question: 'words', unit: 'lab', hr: true, texts: ['for HR', 'for HR'] },
  ],
  ballots: 21,
  uncounted: 3,
};

/** A result whose order says nothing: pools by unit, comments by place, texts in alphabetical order. */
export function unordered(result: CountedRound | undefined) {
  if (!result) return undefined;
  const by =
    <T>(key: (each: T) => string) =>
    (a: T, b: T) =>
      key(a).localeCompare(key(b));
  return {
    ...result,
    pools: [...result.pools]
      .map(([id, pools]) => [id, pools.toSorted(by(({ unit }) => unit))] as const)
      .toSorted(by(([id]) => id)),
    comments: result.comments
      .map((each) => ({ ...each, texts: each.texts.toSorted() }))
      .toSorted(by(({ question, unit, hr }) => `${question} ${unit} ${hr}`)),
  };
}

export function message(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text }] };
}
