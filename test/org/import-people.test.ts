/** People from files and chat workspaces into a real store. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { importPeople, type Sources } from '../../src/import-people.ts';
import type { Listed, Listing } from '../../src/org/account.ts';
import type { Store } from '../../src/ports/store.ts';
import { temporaryFolder } from '../support/folders.ts';

const NOW = new Date('2026-11-16T09:00:00Z');
const programme = {
  organisation: 'Harbour Works',
  timezone: 'UTC',
  locale: 'en',
  hr: [],
  campaigns: [],
};
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function start(people?: string, units?: string) {
  const folder = temporaryFolder();
  const store = await sqlite(join(folder, 'people.db'));
  open.push(store);
  const files = { peopleFile: join(folder, 'people.csv'), unitsFile: join(folder, 'units.csv') };
  if (people !== undefined) writeFileSync(files.peopleFile, people);
  if (units !== undefined) writeFileSync(files.unitsFile, units);
  const log: string[] = [];
  const read = (sources: Partial<Sources> = {}, ...platforms: ReturnType<typeof workspace>[]) =>
    importPeople(store, { programme, ...files, ...sources }, platforms, NOW, (line) =>
      log.push(line),
    );
  return { store, log, read, files };
}

/** A Slack whose list goes into the accounts, as the adapter's does. */
function workspace(store: Store, listing: Listing | Error) {
  return {
    name: 'slack' as const,
    async list() {
      if (listing instanceof Error) throw listing;
      await store.accounts.put(listing.listed);
      return listing;
    },
  };
}
const user = (id: string, more: Partial<Listed> = {}): Listed => ({
  ...{ platform: 'slack', team: 'T1', user: id, name: id, active: true },
  ...more,
});
const PEOPLE =
  'person,name,unit,email,timezone\nada,Ada,all,ada@example.com,\nbob,Bob,all,,Asia/Tokyo\n';
const UNITS = 'unit,name,parent,manager\nall,Harbour Works,,ada\n';

describe('files and a workspace', () => {
  test('accounts are matched by e-mail; the file wins where both speak', async () => {
    const { store, read, log } = await start(PEOPLE, UNITS);
    const listed = [
      user('U1', { email: 'ada@example.com', timezone: 'Europe/Lisbon', locale: 'pt-PT' }),
      user('U2', { email: 'stranger@example.com' }),
    ];
    await read({}, workspace(store, { listed, groups: [] }));
    expect(await store.accounts.of('ada')).toMatchObject([{ user: 'U1', person: 'ada' }]);
    expect(await store.org.person('ada')).toMatchObject({
      timezone: 'Europe/Lisbon',
      locale: 'pt-PT',
    });
    expect(await store.org.person('bob')).toMatchObject({ timezone: 'Asia/Tokyo' });
    expect(log).toContain('slack: 1 of 2 users are nobody in the people file.');
  });

  test('a workspace that is away leaves files imported and accounts as they were', async () => {
    const { store, read, log } = await start(PEOPLE, UNITS);
    await read(
      {},
      workspace(store, { listed: [user('U1', { email: 'ada@example.com' })], groups: [] }),
    );
    await read({}, workspace(store, new Error('Slack does not answer')));
    expect(await store.accounts.of('ada')).toHaveLength(1);
    expect(log.join('\n')).toMatch(/slack: its users can't be read now \(Slack does not answer\)/);
  });

  test('who is no longer listed loses their account to nobody', async () => {
    const { store, read, files } = await start(PEOPLE, UNITS);
    const slack = workspace(store, {
      listed: [user('U1', { email: 'ada@example.com' })],
      groups: [],
    });
    await read({}, slack);
    writeFileSync(files.peopleFile, 'person,name,unit\nbob,Bob,all\n');
    writeFileSync(files.unitsFile, 'unit,name,parent,manager\nall,Harbour Works,,bob\n');
    await read({}, slack);
    expect(await store.accounts.of('ada')).toEqual([]);
  });
});

describe('people: slack', () => {
  test('the workspace is the people file', async () => {
    const { store, read } = await start();
    const listed = [user('U1', { email: 'ada@example.com' }), user('U2')];
    const groups = [{ id: 'crane', name: 'Crane drivers', users: ['U2'] }];
    await read({ peopleFile: 'slack' }, workspace(store, { listed, groups }));
    const { people, units } = await store.org.load();
    expect(people.map(({ id, unit }) => [id, unit])).toEqual([
      ['U2', 'crane'],
      ['ada@example.com', 'all'],
    ]);
    expect(units).toHaveLength(2);
    expect(await store.accounts.of('ada@example.com')).toHaveLength(1);
    expect(await store.accounts.of('U2')).toHaveLength(1);
  });

  test('a manager in the units file whom the workspace does not know is a fault, and nothing changes', async () => {
    const { store, read } = await start(
      undefined,
      'unit,name,parent,manager\nall,All,,eve@example.com\n',
    );
    const slack = workspace(store, { listed: [user('U1')], groups: [] });
    await expect(read({ peopleFile: 'slack' }, slack)).rejects.toThrow(/eve@example.com/);
    expect((await store.org.load()).people).toEqual([]);
  });

  test('a Slack that is away or not configured is said, and the last import stays', async () => {
    const { store, read, log } = await start();
    await expect(read({ peopleFile: 'slack' })).rejects.toThrow(/is slack, but .* not configured/);
    await read({ peopleFile: 'slack' }, workspace(store, { listed: [user('U1')], groups: [] }));
    await read({ peopleFile: 'slack' }, workspace(store, new Error('ECONNREFUSED')));
    expect((await store.org.load()).people).toHaveLength(1);
    expect(log.join('\n')).toMatch(/ECONNREFUSED/);
  });
});

test('groups that can’t be read change no unit, where they are the units', async () => {
  const { store, read, log } = await start();
  const listed = [user('U1')];
  const groups = [{ id: 'crane', name: 'Crane drivers', users: ['U1'] }];
  await read({ peopleFile: 'slack' }, workspace(store, { listed, groups }));
  await read({ peopleFile: 'slack' }, workspace(store, { listed }));
  expect((await store.org.person('U1'))?.unit).toBe('crane');
  expect(log.join('\n')).toMatch(/its groups, which are the units, can't be read/);
});

test('a workspace in which nobody is known is said, even if nothing changes', async () => {
  const { store, read, log } = await start(PEOPLE, UNITS);
  await read({}, workspace(store, { listed: [user('U1'), user('U2')], groups: [] }));
  expect(log).toContain('slack: 2 of 2 users are nobody in the people file.');
});
