import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeUnit, type Person } from '../../src/org/person.ts';
import { wantsQuestions } from '../../src/org/preference.ts';
import { childrenOf, leavesFirst, pathToRoot, subtree, type Unit } from '../../src/org/unit.ts';
import { trees } from '../support/arbitraries.ts';

const company: Unit[] = [
  { id: 'company', name: 'Company', manager: 'boss' },
  { id: 'sales', name: 'Sales', parent: 'company', manager: 'sam' },
  { id: 'north', name: 'North', parent: 'sales', manager: 'nora' },
  { id: 'lab', name: 'Lab', parent: 'company' },
];
const byId = new Map(company.map((unit) => [unit.id, unit]));

function home(id: string, unit: string, units: ReadonlyMap<string, Unit> = byId): string {
  return homeUnit({ id, name: id, unit }, units);
}

test('a member counts where they are listed', () => {
  expect(home('nils', 'north')).toBe('north');
});

test('a manager listed in the unit that they lead counts in its parent', () => {
  expect(home('nora', 'north')).toBe('sales');
  expect(home('sam', 'sales')).toBe('company');
});

test('the root’s manager stays in the root', () => {
  expect(home('boss', 'company')).toBe('company');
});

test('a manager who is listed above the unit that they lead stays there', () => {
  expect(home('nora', 'company')).toBe('company');
});

test('who leads a unit and the one above it counts above both', () => {
  const units = new Map(byId).set('sales', { ...company[1], manager: 'nora' } as Unit);
  expect(home('nora', 'north', units)).toBe('company');
});

test('a manager listed in a team below the unit that they lead counts above that unit', () => {
  expect(home('sam', 'north')).toBe('company');
});

test('nobody’s own answer is in what they read, in any tree, but for the root’s manager', () => {
  fc.assert(
    fc.property(
      trees(10),
      fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      fc.nat(),
      (nodes, leads, at) => {
        const units = nodes.map(({ id, parent }, i): Unit => {
          const led = leads[i] && parent !== undefined;
          return { id, name: id, ...(parent && { parent }), ...(led && { manager: 'ada' }) };
        });
        const listed = units[at % units.length]?.id ?? '';
        const ada: Person = { id: 'ada', name: 'Ada', unit: listed };
        const counted = homeUnit(ada, new Map(units.map((unit) => [unit.id, unit])));
        const read = units.filter(({ manager }) => manager === 'ada');
        for (const { id } of read) expect([...subtree(units, id)]).not.toContain(counted);
      },
    ),
    { numRuns: 300 },
  );
});

test('every unit stands before its parent, once, whatever the order of the file', () => {
  fc.assert(
    fc.property(trees(), (units) => {
      const order = leavesFirst(units).map(({ id }) => id);
      expect([...order].sort()).toEqual(units.map(({ id }) => id).sort());
      for (const { id, parent } of units) {
        if (parent !== undefined) expect(order.indexOf(id)).toBeLessThan(order.indexOf(parent));
      }
    }),
  );
});

test('the path to the root is a unit and its ancestors, nearest first', () => {
  expect(pathToRoot(byId, 'north').map(({ id }) => id)).toEqual(['north', 'sales', 'company']);
  expect(pathToRoot(byId, 'company').map(({ id }) => id)).toEqual(['company']);
  expect(pathToRoot(byId, 'ghost')).toEqual([]);
});

test('the subtree of a unit is it and all whose path leads through it', () => {
  expect(subtree(company, 'sales')).toEqual(new Set(['sales', 'north']));
  fc.assert(
    fc.property(trees(), (units) => {
      const tree = new Map(units.map((unit) => [unit.id, unit]));
      for (const { id } of units) {
        const through = units.filter((each) =>
          pathToRoot(tree, each.id).some((step) => step.id === id),
        );
        expect(subtree(units, id)).toEqual(new Set(through.map((each) => each.id)));
      }
    }),
  );
});

test('children are the units that name their parent, and leaves have none', () => {
  const children = childrenOf(company);
  expect(children.get('company')?.map(({ id }) => id)).toEqual(['sales', 'lab']);
  expect(children.has('lab')).toBe(false);
});

test('a person is asked unless they have stopped or are on a pause', () => {
  const now = new Date('2026-11-16T08:00:00Z');
  expect(wantsQuestions(undefined, now)).toBe(true);
  expect(wantsQuestions({ locale: 'de' }, now)).toBe(true);
  expect(wantsQuestions({ stopped: true }, now)).toBe(false);
  expect(wantsQuestions({ pausedUntil: new Date(now.getTime() + 1) }, now)).toBe(false);
  expect(wantsQuestions({ pausedUntil: now }, now)).toBe(true);
  expect(wantsQuestions({ pausedUntil: now, stopped: true }, now)).toBe(false);
});
