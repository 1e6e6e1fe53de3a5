/** Settings: the form shows what is in force, saves all or nothing, and says what is wrong with each field. */
import { expect, test } from 'vitest';
import { buttonsOf, filledIn, linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const ME = 'north-1';

async function formOf(firm: Town, person = ME) {
  return (await firm.reply({ kind: 'action', action: 'settings', person, about: '' })).form;
}

async function save(firm: Town, change: Record<string, string>, person = ME) {
  const fields = filledIn(await formOf(firm, person), change);
  return firm.reply({ kind: 'submit', form: 'settings', about: '', person, fields });
}

function preferenceOf(firm: Town, person = ME) {
  return firm.ports.store.org.preference(person);
}

test('the form of who has set nothing shows the usual hour and their language', async () => {
  const firm = await town();
  expect(filledIn(await formOf(firm))).toEqual({
    hour: ['usual'],
    'quiet-from': [],
    'quiet-to': [],
    language: ['en'],
  });
  const hour = (await formOf(firm))?.fields[0];
  expect(hour?.kind === 'one' && hour.options).toHaveLength(27);
  expect(hour?.kind === 'one' && hour.options[0]?.label).toBe('At the usual time (10:00)');
});

test('what is saved is in force, and shown in the form and on the home page', async () => {
  const firm = await town();
  const { say, home } = await save(firm, {
    hour: '14:30',
    'quiet-from': '2026-12-21',
    'quiet-to': '2027-01-03',
    language: 'de',
  });
  expect(say?.summary).toBe('Gespeichert. Niemand erfährt davon.');
  expect(linesOf(home)).toContain('Vom 21. Dezember bis 3. Januar lasse ich dich in Ruhe.');
  expect(linesOf(home)).toContain('Du wirst um 14:30 Uhr deiner Zeit gefragt.');
  expect(buttonsOf(home)).toContain('settings');
  expect(filledIn(await formOf(firm))).toEqual({
    hour: ['14:30'],
    'quiet-from': ['2026-12-21'],
    'quiet-to': ['2027-01-03'],
    language: ['de'],
  });
  await firm.at(week(0).tuesday);
  const sent = await firm.ports.store.deliveries.of(week(0).round, ME);
  expect(sent?.state).toBe('sent');
});

test('saved untouched, nothing changes: no language and no hour becomes somebody’s own by it', async () => {
  const firm = await town();
  await save(firm, {});
  expect(await preferenceOf(firm)).toEqual(await preferenceOf(firm, 'north-2'));
});

test('the usual hour and no quiet days can be had again; what is paused stays paused', async () => {
  const firm = await town();
  await firm.type(ME, 'pause 2');
  await firm.type(ME, 'hour 14:45');
  await firm.type(ME, 'quiet 2026-12-21 2027-01-03');
  await firm.type(ME, 'quiet 2027-02-01');
  expect(filledIn(await formOf(firm))).toMatchObject({ hour: ['14:45'] });
  await save(firm, { hour: 'usual', 'quiet-from': '', 'quiet-to': '' });
  const { askAt, quiet, pausedUntil } = await preferenceOf(firm);
  expect(askAt).toBeUndefined();
  // Only what the form showed is dropped.
  expect(quiet).toEqual([{ from: '2027-02-01', to: '2027-02-01' }]);
  expect(pausedUntil).toBeDefined();
});

test('other quiet days take the place of those shown; one day alone is enough', async () => {
  const firm = await town();
  await save(firm, { 'quiet-from': '2026-12-21', 'quiet-to': '2026-12-31' });
  await save(firm, { 'quiet-from': '2026-12-24', 'quiet-to': '' });
  expect((await preferenceOf(firm)).quiet).toEqual([{ from: '2026-12-24', to: '2026-12-24' }]);
});

test('everything wrong is told at once, by field, and nothing is saved', async () => {
  const firm = await town();
  const before = await preferenceOf(firm);
  const { faults, home } = await save(firm, {
    hour: '23:00',
    'quiet-from': '21.12.2026',
    'quiet-to': '2026-02-30',
    language: 'tlh',
    platform: 'slack',
  });
  expect(faults).toEqual({
    hour: 'Please choose one of those shown.',
    'quiet-from': 'Please write a day such as 2026-12-21.',
    'quiet-to': 'Please write a day such as 2026-12-21.',
    language: 'Please choose one of those shown.',
    platform: 'Please choose one of those shown.',
  });
  expect(home).toBeUndefined();
  expect(await preferenceOf(firm)).toEqual(before);
});

test.each([
  [{ 'quiet-to': '2026-12-24' }, { 'quiet-from': 'Please give the first day too.' }],
  [
    { 'quiet-from': '2026-12-24', 'quiet-to': '2026-12-23' },
    { 'quiet-to': 'The last day lies before the first.' },
  ],
  [{ 'quiet-from': '2026-10-01' }, { 'quiet-from': 'These days are over already.' }],
  [
    { 'quiet-from': '2026-10-01', 'quiet-to': '2026-10-02' },
    { 'quiet-to': 'These days are over already.' },
  ],
])('quiet days that are none: %j', async (change, faults) => {
  const firm = await town();
  const good = { hour: '09:00', ...change } as Record<string, string>;
  expect(await save(firm, good)).toEqual({ faults });
  expect((await preferenceOf(firm)).askAt).toBeUndefined();
});

test('who has two accounts chooses where they are written to', async () => {
  const firm = await town();
  const listed = { user: 'U1', team: 'T1', name: 'Given1 of north', active: true };
  const { accounts } = firm.ports.store;
  for (const platform of ['slack', 'teams'] as const) {
    const key = { platform, team: 'T1', user: 'U1' };
    await accounts.put([{ ...listed, platform }]);
    await accounts.link([{ key, person: ME }]);
  }
  const field = (await formOf(firm))?.fields.at(-1);
  expect(field?.kind === 'one' && field.options.map(({ label }) => label)).toEqual([
    'Slack',
    'Microsoft Teams',
  ]);
  await save(firm, { platform: 'teams' });
  expect((await preferenceOf(firm)).platform).toBe('teams');
  expect(filledIn(await formOf(firm)).platform).toEqual(['teams']);
});

test('who is not listed has nothing to set', async () => {
  const firm = await town();
  expect((await save(firm, { hour: '09:00' }, 'stranger')).say?.summary).toMatch(
    /not in the people/,
  );
  expect(await preferenceOf(firm, 'stranger')).toEqual(await preferenceOf(firm));
});
