/** The simulated company, and the clues that link, on tiny cases. */
import { describe, expect, it } from 'vitest';
import { colludersOf, company } from '../../redteam/company.ts';
import { correlation } from '../../redteam/linking.ts';
import { homeUnit } from '../../src/org/person.ts';

describe('the company', () => {
  const history = company(26, 3);

  it('has some 300 people in 36 units, and teams of 3 to 15 beside their managers', () => {
    for (const { people, units } of history) {
      expect(units).toHaveLength(36);
      expect(people.length).toBeGreaterThan(270);
      expect(people.length).toBeLessThan(330);
      for (const { id } of units.filter((unit) => unit.id.startsWith('team-'))) {
        const size = people.filter(({ unit }) => unit === id).length - 1;
        expect(size).toBeGreaterThanOrEqual(3);
        expect(size).toBeLessThanOrEqual(15);
      }
    }
  });

  it('has people who come, go and move, and is the same for the same seed', () => {
    const [first, last] = [history[0]?.people ?? [], history.at(-1)?.people ?? []];
    const before = new Map(first.map(({ id, unit }) => [id, unit]));
    expect(last.some(({ id }) => !before.has(id))).toBe(true);
    expect(first.some(({ id }) => !last.some((each) => each.id === id))).toBe(true);
    expect(last.some(({ id, unit }) => before.has(id) && before.get(id) !== unit)).toBe(true);
    expect(company(26, 3)).toEqual(history);
  });

  it('has one colluder in every unit that anybody counts in', () => {
    const [org] = history;
    if (!org) throw new Error('No week.');
    const units = new Map(org.units.map((unit) => [unit.id, unit]));
    const homes = new Set(org.people.map((person) => homeUnit(person, units)));
    expect(colludersOf(org).size).toBe(homes.size);
  });
});

describe('links', () => {
  it('are plain in an order that was kept, and none in its opposite halves', () => {
    expect(correlation([0, 1, 2, 3])).toBe(1);
    expect(correlation([3, 2, 1, 0])).toBe(-1);
    expect(Math.abs(correlation([1, 3, 0, 2]))).toBeLessThan(0.5);
  });
});
