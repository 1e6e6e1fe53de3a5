/** Attack: trackers, averaging, message times and lengths. Two worlds with the same figures must look the same all over. */
import type { Reply, Response } from '../src/message/reply.ts';
import { HR } from './company.ts';
import { type Firm, firm } from './firm.ts';
import { answers, crew, filesOf, ROUND, scalesOf, smallFirm, WEEK } from './scene.ts';

/** Nine answer in `east`, eleven in `west`, and fewer than five under the roof. */
const ORG = smallFirm({ east: 9, west: 11 });
const PEOPLE = [...crew('east', 9), ...crew('west', 11)];
/** How often everything is asked for again. */
const AGAIN = 5;

export interface Seen {
  /** Everything that anybody was sent, showed or told, with when; and what the files weigh. */
  readonly all: readonly string[];
  /** Things that were asked for several times and did not read the same each time. */
  readonly wavering: number;
  /** How many different lengths "sealed" had. */
  readonly sealedLengths: number;
}

export interface World {
  readonly value: (person: string, question: number) => number;
  readonly comment: (person: string) => string;
}

/** Each line is a pair of worlds that publish the same figures, and differ in one or two answers or in a comment. */
export function pairsOfWorlds(): readonly (readonly [World, World])[] {
  const base = (person: string, question: number) =>
    1 + ((PEOPLE.indexOf(person) * 3 + question) % 5);
  const silent = () => '';
  const swapped = (a: string, b: string) => (person: string, question: number) =>
    base(person === a ? b : person === b ? a : person, question);
  const nudged = (person: string, question: number) => {
    const value = base(person, question);
    // 4 becomes 5, and 2 becomes 1: the same side, another mean; shown from 20 answers only.
    return person.startsWith('east') && value % 2 === 0 ? (value === 4 ? 5 : 1) : value;
  };
  const only = (who: string) => (person: string) => (person === who ? 'I know something' : '');
  return [
    [
      { value: base, comment: silent },
      { value: swapped('east-01', 'east-02'), comment: silent },
    ],
    [
      { value: base, comment: silent },
      { value: swapped('west-03', 'west-07'), comment: silent },
    ],
    [
      { value: base, comment: silent },
      { value: nudged, comment: silent },
    ],
    [
      { value: base, comment: silent },
      { value: base, comment: only('east-03') },
    ],
    [
      { value: base, comment: only('west-01') },
      { value: base, comment: only('west-02') },
    ],
  ];
}

export async function observe(world: World): Promise<Seen> {
  const house = await firm(ORG, WEEK.before, { notes: true });
  try {
    const all: string[] = [];
    await house.at(WEEK.opens);
    await house.at(WEEK.asked);
    const scales = await scalesOf(house);
    const lengths = new Set<number>();
    for (const [i, person] of PEOPLE.entries()) {
      // Some don't answer; which ones is the same in both worlds.
      if (i % 7 === 6) continue;
      const values = scales.map((id, question) => [id, String(world.value(person, question))]);
      const said = await answers(house, person, Object.fromEntries(values), world.comment(person));
      lengths.add(JSON.stringify(said.replace).length);
      all.push(`${person} ${JSON.stringify(said)}`, weight(house));
    }
    await house.at(WEEK.closes);
    all.push(weight(house));
    await house.at(WEEK.told);
    for (const { at, person, kind, message } of house.noted) {
      all.push(`${at.toISOString()} ${person} ${kind} ${JSON.stringify(message)}`);
    }
    const asked = await askForEverything(house);
    return {
      all: [...all, ...asked.all, ...house.log],
      wavering: asked.wavering,
      sealedLengths: lengths.size,
    };
  } finally {
    await house.close();
  }
}

/** Names and bytes of all files but the keys; in mid-round that includes the log of writes. */
function weight({ folder }: Firm): string {
  return [...filesOf(folder)]
    .filter(([name]) => !name.endsWith('-shm'))
    .map(([name, bytes]) => `${name} ${bytes.length}`)
    .sort()
    .join(' ');
}

async function askForEverything({ inbox }: Firm) {
  const all: string[] = [];
  let wavering = 0;
  for (const { id: person } of ORG.people) {
    for (const reply of everythingOf(person)) {
      const heard = new Set<string>();
      for (let i = 0; i < AGAIN; i++) heard.add(JSON.stringify(await inbox.receive(reply)));
      all.push(...heard);
      if (heard.size > 1) wavering++;
    }
  }
  return { all, wavering };
}

function everythingOf(person: string): Reply[] {
  const act = (action: Extract<Reply, { kind: 'action' }>['action'], about = ''): Reply => ({
    kind: 'action',
    person,
    action,
    about,
  });
  return [
    { kind: 'home', person },
    { kind: 'command', person, text: 'help' },
    act('privacy'),
    act('preview', 'pulse'),
    act('settings'),
    act('admin'),
    act('withheld'),
    ...[0, 1, 2].map((page) => act('details', `${ROUND}/${page}`)),
    act('details', `${ROUND}/-1`),
    act('details', 'pulse/0'),
  ];
}

/** Digests, and parts of them, that were shown to somebody whose digest it is not. */
export async function trackersThatWork(): Promise<number> {
  const house = await firm(ORG, WEEK.before, { notes: true });
  try {
    await house.at(WEEK.opens);
    const scales = await scalesOf(house);
    for (const person of PEOPLE) {
      await answers(house, person, Object.fromEntries(scales.map((id) => [id, '4'])));
    }
    await house.at(WEEK.closes);
    await house.at(WEEK.told);
    let working = 0;
    for (const { id: person } of ORG.people) {
      for (const page of [0, 1, 2]) {
        const ask = { kind: 'action', person, action: 'details' } as const;
        const said = await house.inbox.receive({ ...ask, about: `${ROUND}/${page}` });
        if (saysTooMuch(person, said)) working++;
      }
    }
    return working;
  } finally {
    await house.close();
  }
}

const READERS = new Set(['boss', 'lead-east', 'lead-west', ...HR]);

function saysTooMuch(person: string, { page }: Response): boolean {
  if (!page) return false;
  return !READERS.has(person) || (person === 'lead-east' && JSON.stringify(page).includes('west'));
}
