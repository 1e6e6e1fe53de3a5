/** "What will my manager see?": the sizes are real, the rules are those of real rounds, the figures are invented. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import type { Message } from '../../src/message/message.ts';
import { linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { crew, PEOPLE, TOWN } from '../support/town-people.ts';

async function previewOf(firm: Town, person: string, about = ''): Promise<Message | undefined> {
  return (await firm.reply({ kind: 'action', action: 'preview', person, about })).page;
}

async function linesFor(firm: Town, person: string, about = '') {
  return linesOf(await previewOf(firm, person, about));
}

test('a team of eight has a figure of its own: one word out of three', async () => {
  const lines = await linesFor(await town(), 'north-3');
  expect(lines.slice(0, 4)).toEqual([
    'What will my manager see?',
    'You count in North: 8 people there can be asked.',
    'Nina Berg reads the digest of North, and sees a figure only if at least 5 people answer. Who answered, nobody sees.',
    'If three quarters answer (6 of 8), North has a figure of its own: one word out of three, low, mixed or good.',
  ]);
});

test('a team of four goes up, and is told to which unit', async () => {
  const lines = await linesFor(await town(), 'south-1');
  // With the three quarters of Sales itself they are four: still too few.
  expect(lines.slice(1, 5)).toEqual([
    'You count in South: 4 people there can be asked.',
    'Sol Vega reads the digest of South, and sees a figure only if at least 5 people answer. Who answered, nobody sees.',
    'If three quarters answer (3 of 4), that is too few for South alone. Your answers are then counted together with those of Firm.',
    'The smallest figure that holds them is that of Firm: favourable, neutral and unfavourable shares, rounded to 10 points.',
  ]);
});

test.each([
  [12, 'one word out of three'],
  [25, 'one word out of three'],
  [28, 'favourable, neutral and unfavourable shares, rounded to 10 points'],
  [68, 'favourable, neutral and unfavourable shares, rounded to 5 points'],
])('a team of %d is shown as much as its size allows', async (size, kind) => {
  const people = [...PEOPLE.filter(({ unit }) => unit !== 'lab'), ...crew('lab', size)];
  const firm = await town({ org: { ...TOWN, people } });
  expect((await linesFor(firm, 'lab-1'))[3]).toContain(kind);
});

test('in a company of three nothing is ever shown, and it says so', async () => {
  const people = PEOPLE.filter(({ id }) => ['clara', 'hana', 'north-1'].includes(id));
  const firm = await town({ org: { ...TOWN, people } });
  const lines = await linesFor(firm, 'north-1');
  expect(lines.join('\n')).toContain('too few for North and for all units above');
});

test('a manager sees where their own answers count', async () => {
  expect((await linesFor(await town(), 'nina'))[1]).toBe(
    'You count in Sales: 2 people there can be asked.',
  );
});

test('who has paused or stopped still counts: nobody learns of it', async () => {
  const firm = await town();
  const before = await previewOf(firm, 'north-3');
  await firm.type('north-1', 'stop');
  await firm.type('north-2', 'pause');
  expect(await previewOf(firm, 'north-3')).toEqual(before);
  const hr = await previewOf(firm, 'hana', 'pulse');
  await firm.type('north-4', 'stop');
  expect(await previewOf(firm, 'hana', 'pulse')).toEqual(hr);
});

test('the example is drawn as a real digest, labelled invented before and after, with no buttons', async () => {
  const page = await previewOf(await town(), 'north-3');
  const lines = linesOf(page);
  const { example, invented, inventedEnd } = english.preview;
  expect(lines.slice(lines.indexOf(example)).slice(0, 2)).toEqual([example, invented]);
  expect(lines.at(-1)).toBe(inventedEnd);
  const charts = page?.blocks.flatMap((block) => (block.kind === 'chart' ? [block] : [])) ?? [];
  expect(charts.length).toBeGreaterThan(0);
  // Six answers: bands only.
  const rows = charts.flatMap((chart) => chart.rows.filter(({ label }) => label === 'North'));
  expect(rows.map(({ figure }) => figure.kind)).toEqual(rows.map(() => 'band'));
  expect(page?.blocks.some(({ kind }) => kind === 'actions')).toBe(false);
});

test('a stricter campaign is previewed with its own minimum', async () => {
  const firm = await town({ pulse: { floor: 7 } });
  expect((await linesFor(firm, 'north-3'))[3]).toContain('too few for North alone');
});

test('HR sees of a campaign what every team would be shown', async () => {
  const lines = await linesFor(await town(), 'hana', 'pulse');
  const from = lines.findIndex((line) => line.startsWith('Weekly pulse: if'));
  expect(lines.slice(from, from + 6)).toEqual([
    'Weekly pulse: if three quarters answer everywhere, 4 of 5 units with a reader have a figure of their own.',
    'Firm, 30 people: favourable, neutral and unfavourable shares, rounded to 10 points.',
    'Lab, 12 people: one word out of three, low, mixed or good.',
    'North, 8 people: one word out of three, low, mixed or good.',
    'Sales, 14 people: one word out of three, low, mixed or good.',
    'South, 4 people: too few, the figure of Sales instead.',
  ]);
});

test('an employee who names a campaign is told of nobody else’s team', async () => {
  const firm = await town();
  for (const person of ['north-3', 'nina']) {
    const lines = (await linesFor(firm, person, 'pulse')).join('\n');
    expect(lines).not.toMatch(/units with a reader|Lab, /);
  }
});

test('forty teams are thirty lines and a count', async () => {
  const units = [
    ...TOWN.units,
    ...Array.from({ length: 40 }, (_, i) => {
      return { id: `t-${i}`, name: `Team ${i}`, parent: 'firm', manager: 'clara' };
    }),
  ];
  const people = [...PEOPLE, ...Array.from({ length: 40 }, (_, i) => crew(`t-${i}`, 1)).flat()];
  const firm = await town({ org: { people, units } });
  const page = await previewOf(firm, 'hana', 'pulse');
  expect(linesOf(page)).toContain('And 15 more units.');
  expect(page?.blocks.length).toBeLessThanOrEqual(100);
});

test('whom no campaign asks, and who is not listed, is told so', async () => {
  const firm = await town({ pulse: { audience: ['lab'] } });
  expect(await linesFor(firm, 'north-1')).toContain(english.preview.notAsked);
  expect((await previewOf(firm, 'stranger'))?.summary).toBe(english.home.stranger);
});
