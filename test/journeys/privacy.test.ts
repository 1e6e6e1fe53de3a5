/** The promise, in words, for the one who asks: their unit, its size, k, and who reads what. */
import { expect, test } from 'vitest';
import { type Town, town } from '../support/town.ts';
import { PEOPLE, TOWN, week } from '../support/town-people.ts';

async function statement(firm: Town, person: string): Promise<string[]> {
  const { page } = await firm.type(person, 'privacy');
  return (page?.blocks ?? []).flatMap((block) => ('text' in block ? [block.text] : []));
}

test('an employee is told their unit, its size, k, and everyone who reads', async () => {
  const told = (await statement(await town(), 'north-3')).join('\n');
  expect(told).toContain(
    'You count in North, which has 8 members. A figure needs at least 5 answers.',
  );
  expect(told).toContain('Nina Berg reads the digest of North.');
  expect(told).toContain('Sam Katz reads the digest of Sales.');
  expect(told).toContain('Clara Eis reads the digest of Firm.');
  expect(told).toContain('HR reads the digest of the whole organisation.');
  expect(told).toMatch(/fewer answer in North.*together with those of Sales/);
  expect(told).not.toMatch(/Lab|South|You lead/);
});

test('a manager is told that they count one unit up, and not among their team', async () => {
  const told = (await statement(await town(), 'nina')).join('\n');
  expect(told).toContain('You lead North, so your own answers count in Sales');
  expect(told).toContain('You count in Sales, which has 2 members.');
  expect(told).not.toContain('reads the digest of North');
});

test('who leads the whole organisation is told that they count in it', async () => {
  const told = (await statement(await town(), 'clara')).join('\n');
  expect(told).toContain('You count in Firm, which has 4 members.');
  expect(told).not.toContain('together with those of');
});

test('k is that of the campaign, and HR is named only where there is one', async () => {
  const firm = await town({ pulse: { floor: 7 } });
  expect((await statement(firm, 'lab-1')).join('\n')).toContain('at least 7 answers');
  const alone = await town({ programme: { hr: [] } });
  expect((await statement(alone, 'lab-1')).join('\n')).not.toContain('HR reads the digest');
});

test('it follows the organisation: a colleague leaves, and it says one member fewer', async () => {
  const firm = await town();
  const people = PEOPLE.filter(({ id }) => id !== 'north-8');
  await firm.ports.store.org.replace({ ...TOWN, people }, firm.now());
  expect((await statement(firm, 'north-3')).join('\n')).toContain('which has 7 members');
});

test('a unit that nobody leads has no reader, and the button says the same as the word', async () => {
  const units = TOWN.units.map(({ manager, ...unit }) =>
    unit.id === 'lab' ? unit : { ...unit, ...(manager && { manager }) },
  );
  const firm = await town({ org: { ...TOWN, units } });
  await firm.at(week(0).opens);
  const typed = await statement(firm, 'lab-1');
  expect(typed.join('\n')).toContain('Nobody reads a digest of Lab.');
  expect((await firm.press('lab-1', 'privacy')).page).toEqual(
    (await firm.type('lab-1', 'privacy')).page,
  );
});

test('it says what is not promised, in their own language', async () => {
  const firm = await town();
  expect((await statement(firm, 'lab-1')).at(-1)).toMatch(/^Not promised/);
  const german = await statement(firm, 'lab-12');
  expect(german.join('\n')).toContain('Lea Roth');
  expect(german.at(-1)).not.toMatch(/^Not promised/);
});
