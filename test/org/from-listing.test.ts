/** People and units from a chat workspace. */
import { expect, test } from 'vitest';
import type { Listed, Listing } from '../../src/org/account.ts';
import { checkOrg } from '../../src/org/check-org.ts';
import { rowsOf } from '../../src/org/from-listing.ts';
import type { Organisation } from '../../src/org/person.ts';

const user = (id: string, more: Partial<Listed> = {}): Listed => ({
  ...{ platform: 'slack', team: 'T1', user: id, name: `Name of ${id}`, active: true },
  ...more,
});

function orgOf(listing: Required<Listing>, units: Parameters<typeof rowsOf>[3] = []): Organisation {
  const rows = rowsOf('slack', listing, 'Harbour Works', units);
  const checked = checkOrg(rows.people, rows.units, 'units.csv');
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.org;
}

test('user groups are the units, everybody else is a member of the whole', () => {
  const org = orgOf({
    listed: [user('U1', { email: 'ada@example.com' }), user('U2')],
    groups: [{ id: 'crane', name: 'Crane drivers', users: ['U1'] }],
  });
  expect(org.units).toEqual([
    { id: 'all', name: 'Harbour Works' },
    { id: 'crane', name: 'Crane drivers', parent: 'all' },
  ]);
  expect(org.people.map(({ id, unit }) => [id, unit])).toEqual([
    ['ada@example.com', 'crane'],
    ['U2', 'all'],
  ]);
});

test('who is in several groups belongs to the smallest', () => {
  const org = orgOf({
    listed: [user('U1'), user('U2')],
    groups: [
      { id: 'everyone', name: 'Everyone', users: ['U1', 'U2'] },
      { id: 'crane', name: 'Crane drivers', users: ['U1'] },
    ],
  });
  expect(org.people.map(({ unit }) => unit)).toEqual(['crane', 'everyone']);
});

test('deleted users, bots and guests are nobody; a zone that is none is left out', () => {
  const org = orgOf({
    listed: [
      user('U1', { active: false }),
      user('U2', { timezone: 'Mars/Olympus', locale: 'not a tag' }),
      user('U3', { timezone: 'Europe/Berlin', locale: 'de-DE' }),
    ],
    groups: [],
  });
  expect(org.people).toEqual([
    { id: 'U2', name: 'Name of U2', unit: 'all' },
    ...[{ id: 'U3', name: 'Name of U3', unit: 'all', timezone: 'Europe/Berlin', locale: 'de-DE' }],
  ]);
});

test('a units file gives the tree and the managers; a group that is none of its units is named', () => {
  const row = (unit: string, parent: string, manager: string) => ({
    where: `units.csv, ${unit}`,
    fields: { unit, name: unit, parent, manager },
  });
  const units = [row('works', '', ''), row('crane', 'works', 'ada@example.com')];
  const listing = {
    listed: [user('U1', { email: 'ada@example.com' }), user('U2')],
    groups: [
      { id: 'crane', name: 'Crane', users: ['U1', 'U2'] },
      { id: 'lunch', name: 'Lunch', users: ['U2'] },
    ],
  };
  const org = orgOf(listing, units);
  expect(org.people.map(({ unit }) => unit)).toEqual(['crane', 'crane']);
  expect(org.units[1]).toMatchObject({ parent: 'works', manager: 'ada@example.com' });
  expect(rowsOf('slack', listing, 'H', units).notices).toEqual([
    { where: 'units file', says: 'The group "lunch" is no unit: ignored.' },
  ]);
});
