/** What the promise is for one person now: where they count, how many there are, who reads what. */
import { RELEASE } from '../ballot/comments.ts';
import type { Copy } from '../message/copy.ts';
import type { Block, Message } from '../message/message.ts';
import { homeUnit, type Organisation, type Person } from './person.ts';
import { pathToRoot, type Unit } from './unit.ts';

/** `floor` is k of the campaign that asks them; `hr` whether somebody has the HR role. */
export function privacyStatement(
  person: Person,
  org: Organisation,
  floor: number,
  hr: boolean,
  { privacy }: Copy,
): Message {
  const units = new Map(org.units.map((unit) => [unit.id, unit]));
  const [home, ...above] = pathToRoot(units, homeUnit(person, units));
  const lines = home
    ? [
        privacy.seal,
        ...where(person, home, units, privacy),
        privacy.unit(home.name, membersOf(home, org, units), floor),
        ...(above[0] ? [privacy.smallUnit(home.name, above[0].name)] : []),
        ...[home, ...above].map((unit) => reader(unit, org, privacy)),
        ...(hr ? [privacy.hr] : []),
        privacy.comments(RELEASE.answers, RELEASE.commenters),
      ]
    : [privacy.seal];
  const blocks: Block[] = [
    { kind: 'heading', text: privacy.title },
    ...lines.map((text): Block => ({ kind: 'text', text })),
    { kind: 'note', text: privacy.notPromised },
  ];
  return { summary: privacy.title, blocks };
}

/** For whoever leads a unit: that their own answers are not in what they read about it. */
function where(
  person: Person,
  home: Unit,
  units: ReadonlyMap<string, Unit>,
  privacy: Copy['privacy'],
): string[] {
  const led = pathToRoot(units, person.unit).findLast(({ manager }) => manager === person.id);
  return led && led !== home ? [privacy.ownTeam(led.name, home.name)] : [];
}

function membersOf(unit: Unit, org: Organisation, units: ReadonlyMap<string, Unit>): number {
  return org.people.filter((each) => homeUnit(each, units) === unit.id).length;
}

function reader(unit: Unit, org: Organisation, privacy: Copy['privacy']): string {
  const manager = org.people.find(({ id }) => id === unit.manager);
  return manager ? privacy.reader(unit.name, manager.name) : privacy.noReader(unit.name);
}
