/** The rows of a people file, and of a units file where there is none, read from a chat workspace's users and groups. */
import type { Fault } from '../ports/directory.ts';
import type { Group, Listed, Listing, Platform } from './account.ts';
import { isLocale, isZone, type Row } from './check-org.ts';

/** Whoever is in no group is a member of the whole; all groups lie right below it. */
const ROOT = 'all';

export interface ListedRows {
  readonly people: readonly Row[];
  readonly units: readonly Row[];
  readonly notices: readonly Fault[];
}

/**
 * A group is the unit of its id; `unitRows` are those of a units file, if there is one: they give the tree and the
 * managers. Whoever is in several groups belongs to the smallest.
 */
export function rowsOf(
  platform: Platform,
  { listed, groups }: Required<Listing>,
  organisation: string,
  unitRows: readonly Row[] = [],
): ListedRows {
  const units = unitRows.length > 0 ? unitRows : treeOf(groups, organisation);
  const root = units.find(({ fields }) => !fields.parent)?.fields.unit ?? ROOT;
  const known = new Set(units.map(({ fields }) => fields.unit));
  const unitOf = smallestGroups(groups.filter(({ id }) => known.has(id)));
  const people = listed
    .filter(({ active }) => active)
    .map((account) => personRow(platform, account, unitOf.get(account.user) ?? root));
  const notices = groups
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ where: 'units file', says: `The group "${id}" is no unit: ignored.` }));
  return { people, units, notices };
}

/** User id to the smallest group that they are in. */
function smallestGroups(groups: readonly Group[]): Map<string, string> {
  const found = new Map<string, string>();
  const bySize = [...groups].sort(
    (a, b) => a.users.length - b.users.length || (a.id < b.id ? -1 : 1),
  );
  for (const { id, users } of bySize) {
    for (const user of users) if (!found.has(user)) found.set(user, id);
  }
  return found;
}

function treeOf(groups: readonly Group[], organisation: string): Row[] {
  const row = (unit: string, name: string, parent: string): Row => ({
    where: `group ${unit}`,
    fields: { unit, name, parent, manager: '' },
  });
  const below = groups.filter(({ id }) => id !== ROOT);
  return [row(ROOT, organisation, ''), ...below.map(({ id, name }) => row(id, name, ROOT))];
}

/** People are known by their e-mail where the platform tells it, else by their user id. */
function personRow(platform: Platform, account: Listed, unit: string): Row {
  const { user, name, email = '', timezone = '', locale = '' } = account;
  return {
    where: `${platform} user ${user}`,
    fields: {
      person: email || user,
      name,
      email,
      unit,
      timezone: isZone(timezone) ? timezone : '',
      locale: isLocale(locale) ? locale : '',
    },
  };
}
