/** Brings people and units into the store, from files or a chat workspace; what is faulty changes nothing. */
import { basename } from 'node:path';
import { csvDirectory, unitRows } from '../adapters/csv/directory.ts';
import type { Programme } from './campaign/programme.ts';
import { reason } from './complaint.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';
import { isPlatform, type Listing } from './org/account.ts';
import { checkOrg } from './org/check-org.ts';
import { rowsOf } from './org/from-listing.ts';
import { linksOf } from './org/link.ts';
import type { Organisation } from './org/person.ts';
import type { PlatformChat } from './platform.ts';
import type { Directory, Fault } from './ports/directory.ts';
import type { Store } from './ports/store.ts';

/** Where an organisation is listed. */
export interface Sources {
  readonly programme: Programme;
  /** A file, or the platform whose directory is the people file. */
  readonly peopleFile: string;
  readonly unitsFile: string;
}

/**
 * Imports the organisation and says whose account each is. If its files are faulty, or its platform is away, the last
 * import stays in force, with a warning; throws {@link FaultsFound} where there was none.
 */
export async function importPeople(
  store: Pick<Store, 'org' | 'accounts'>,
  sources: Sources,
  platforms: readonly Pick<PlatformChat, 'name' | 'list'>[],
  now: Date,
  tell: Tell,
): Promise<void> {
  const listings = new Map<string, Listing | string>();
  for (const { name, list } of platforms) {
    listings.set(name, await list().catch((error: unknown) => reason(error)));
  }
  const read = await readOrganisation(sources, listings);
  const faults = 'faults' in read ? read.faults : unknownNames(sources.programme, read.org);
  if ('faults' in read || faults.length > 0) {
    const found = new FaultsFound(faults);
    if ((await store.org.load()).people.length === 0) throw found;
    tell(
      `${found.message}\nNothing was imported: the people and units of the last import stay in force.`,
    );
  } else {
    for (const { where, says } of read.notices) tell(`${where}: ${says}`);
    await replace(store, read.org, now, tell);
  }
  for (const { name } of platforms) await link(store, name, listings.get(name), tell);
}

async function replace(
  { org }: Pick<Store, 'org'>,
  organisation: Organisation,
  now: Date,
  tell: Tell,
): Promise<void> {
  const { added, moved, updated, deactivated } = await org.replace(organisation, now);
  if (added + moved + updated + deactivated > 0) {
    tell(
      `People: ${added} added, ${updated} updated, ${moved} moved, ${deactivated} no longer listed.`,
    );
  }
}

/** Says whose account each is, and what could not be read or matched. */
async function link(
  { org, accounts }: Pick<Store, 'org' | 'accounts'>,
  platform: PlatformChat['name'],
  listing: Listing | string | undefined,
  tell: Tell,
): Promise<void> {
  if (typeof listing === 'string') {
    tell(`${platform}: its users can't be read now (${listing}). Those read last stay in force.`);
  }
  const known = await accounts.list(platform);
  const links = linksOf(known, (await org.load()).people);
  await accounts.link(links);
  const active = (await accounts.list(platform)).filter((each) => each.active);
  const nobodys = active.filter(({ person }) => person === undefined);
  const isNobody = nobodys.length === active.length;
  if (nobodys.length > 0 && (links.length > 0 || isNobody)) {
    tell(`${platform}: ${nobodys.length} of ${active.length} users are nobody in the people file.`);
  }
}

function readOrganisation(
  { programme, peopleFile, unitsFile }: Sources,
  listings: ReadonlyMap<string, Listing | string>,
): ReturnType<Directory['read']> {
  if (!isPlatform(peopleFile)) return csvDirectory(peopleFile, unitsFile).read();
  return fromPlatform(peopleFile, unitsFile, programme.organisation, listings.get(peopleFile));
}

async function fromPlatform(
  platform: 'slack' | 'teams',
  unitsFile: string,
  organisation: string,
  listing: Listing | string | undefined,
): ReturnType<Directory['read']> {
  if (listing === undefined || typeof listing === 'string') {
    const why = listing ?? 'it is not configured: set its variables (README)';
    const says = `"organisation.people" is ${platform}, but its users can't be read: ${why}.`;
    return { faults: [{ where: 'soundings.yaml', says }] };
  }
  const { listed, groups } = listing;
  if (!groups) {
    const says = `"organisation.people" is ${platform}, but its groups, which are the units, can't be read.`;
    return { faults: [{ where: 'soundings.yaml', says }] };
  }
  const units = await unitRows(unitsFile);
  if ('faults' in units) return units;
  const rows = rowsOf(platform, { listed, groups }, organisation, units.rows);
  const checked = checkOrg(rows.people, rows.units, basename(unitsFile));
  return 'faults' in checked ? checked : { ...checked, notices: rows.notices };
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
