/** Brings people and units from their files into the store; a faulty file changes nothing. */
import { csvDirectory } from '../adapters/csv/directory.ts';
import type { Programme } from './campaign/programme.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';
import type { Organisation } from './org/person.ts';
import type { Fault } from './ports/directory.ts';
import type { Store } from './ports/store.ts';

/**
 * Imports both files. If they are faulty, an organisation imported earlier stays in force, with a warning; throws
 * {@link FaultsFound} where there is none.
 */
export async function importFiles(
  store: Pick<Store, 'org'>,
  programme: Programme,
  peopleFile: string,
  unitsFile: string,
  now: Date,
  tell: Tell,
): Promise<void> {
  const read = await csvDirectory(peopleFile, unitsFile).read();
  const faults = 'faults' in read ? read.faults : unknownNames(programme, read.org);
  if ('faults' in read || faults.length > 0) {
    const found = new FaultsFound(faults);
    if ((await store.org.load()).people.length === 0) throw found;
    tell(
      `${found.message}\nNothing was imported: the people and units of the last import stay in force.`,
    );
    return;
  }
  for (const { where, says } of read.notices) tell(`${where}: ${says}`);
  const { added, moved, updated, deactivated } = await store.org.replace(read.org, now);
  if (added + moved + updated + deactivated > 0) {
    tell(
      `People: ${added} added, ${updated} updated, ${moved} moved, ${deactivated} no longer listed.`,
    );
  }
}

/** People and units that the configuration names but the files do not. */
export function unknownNames({ hr, campaigns }: Programme, org: Organisation): Fault[] {
  const people = new Set(org.people.map(({ id }) => id));
  const units = new Set(org.units.map(({ id }) => id));
  const where = 'soundings.yaml';
  return [
    ...hr
      .filter((id) => !people.has(id))
      .map((id) => ({
        where,
        says: `"organisation.hr": person "${id}" is not in the people file.`,
      })),
    ...campaigns.flatMap(({ id: campaign, audience }) =>
      audience
        .filter((id) => !units.has(id))
        .map((id) => ({
          where,
          says: `The audience of campaign "${campaign}": unit "${id}" is not in the units file.`,
        })),
    ),
  ];
}
