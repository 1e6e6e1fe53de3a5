/** The company under attack, week by week: 300 people in 36 units, who come, go and move. */
import type { Organisation, Person } from '../src/org/person.ts';
import { homeUnit } from '../src/org/person.ts';
import type { Unit } from '../src/org/unit.ts';
import { type Chance, chance, pick } from './chance.ts';

const DIVISIONS = 5;
const TEAMS = 30;
/** The last teams belong to another team, so that the tree has four levels. */
const NESTED = 6;
/** People beside its manager. */
const [LEAST, MOST] = [3, 15];
/** A week's chances: a quarter of all leave in a year, one in seven moves. */
const WEEKLY = { leaves: 0.005, moves: 0.003, managerLeaves: 0.002 } as const;

export const HR: readonly string[] = ['hr-1', 'hr-2'];
const ROOT = 'firm';

interface Roster {
  readonly units: Unit[];
  readonly people: Person[];
  joined: number;
}

/** The roster at the opening of each week. */
export function company(weeks: number, seed: number): Organisation[] {
  const random = chance(seed);
  const roster = founded();
  const history: Organisation[] = [];
  for (let week = 0; week < weeks; week++) {
    if (week > 0) aWeekPasses(roster, random);
    history.push({ units: roster.units.map((unit) => ({ ...unit })), people: [...roster.people] });
  }
  return history;
}

/** In every unit the member who has been there longest tells the attacker what they answer. */
export function colludersOf({ people, units }: Organisation): Set<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const first = new Map<string, string>();
  for (const person of people) {
    const home = homeUnit(person, byId);
    if (!first.has(home)) first.set(home, person.id);
  }
  return new Set(first.values());
}

function founded(): Roster {
  const roster: Roster = { units: [], people: [], joined: 0 };
  const add = (id: string, size: number, parent?: string) => {
    const manager = join(roster, id);
    roster.units.push({ id, name: nameOf(id), manager, ...(parent !== undefined && { parent }) });
    for (let i = 0; i < size; i++) join(roster, id);
  };
  add(ROOT, 0);
  for (const id of HR) roster.people.push({ id, name: nameOf(id), unit: ROOT });
  for (let i = 0; i < DIVISIONS; i++) add(`division-${i}`, 0, ROOT);
  for (let i = 0; i < TEAMS; i++) {
    const parent = i < TEAMS - NESTED ? `division-${i % DIVISIONS}` : `team-${i % DIVISIONS}`;
    add(`team-${i}`, LEAST + ((i * 5) % (MOST - LEAST + 1)), parent);
  }
  return roster;
}

function join(roster: Roster, unit: string): string {
  const id = `p${String(roster.joined++).padStart(4, '0')}`;
  roster.people.push({ id, name: nameOf(id), unit });
  return id;
}

function nameOf(id: string): string {
  return `Given of ${id}`;
}

function aWeekPasses(roster: Roster, random: Chance): void {
  const teams = roster.units.filter(({ id }) => id.startsWith('team-'));
  for (const person of roster.people.filter(({ unit }) => unit.startsWith('team-'))) {
    const led = roster.units.find(({ manager }) => manager === person.id);
    const luck = random();
    if (led && luck < WEEKLY.managerLeaves) succeed(roster, led, person);
    if (!led) leaveOrMove(roster, person, teams, luck, random);
  }
  const open = TEAM_PEOPLE - roster.people.filter(({ unit }) => unit.startsWith('team-')).length;
  for (let i = 0; i < open; i++) {
    const room = teams.filter(({ id }) => sizeOf(roster, id) < MOST);
    const unit = pick(room, random);
    // Vacancies are filled within some weeks, not at once.
    if (unit && random() < 0.4) join(roster, unit.id);
  }
}

function leaveOrMove(
  roster: Roster,
  person: Person,
  teams: readonly Unit[],
  luck: number,
  random: Chance,
): void {
  if (luck < WEEKLY.leaves) {
    if (sizeOf(roster, person.unit) > LEAST) remove(roster, person);
  } else if (luck < WEEKLY.leaves + WEEKLY.moves) {
    move(roster, person, pick(teams, random)?.id ?? person.unit);
  }
}

/** People in teams, managers included, when all places are filled. */
const TEAM_PEOPLE = Array.from(
  { length: TEAMS },
  (_, i) => 1 + LEAST + ((i * 5) % (MOST - LEAST + 1)),
).reduce((sum, size) => sum + size, 0);

/** People of a team beside its manager. */
function sizeOf({ people }: Roster, unit: string): number {
  return people.filter((person) => person.unit === unit).length - 1;
}

function remove({ people }: Roster, person: Person): void {
  people.splice(people.indexOf(person), 1);
}

function move(roster: Roster, person: Person, unit: string): void {
  if (sizeOf(roster, person.unit) <= LEAST || sizeOf(roster, unit) >= MOST) return;
  remove(roster, person);
  roster.people.push({ ...person, unit });
}

function succeed(roster: Roster, unit: Unit, leaving: Person): void {
  const next = roster.people.find((each) => each.unit === unit.id && each.id !== leaving.id);
  if (!next || sizeOf(roster, unit.id) <= LEAST) return;
  remove(roster, leaving);
  roster.units[roster.units.indexOf(unit)] = { ...unit, manager: next.id };
}
