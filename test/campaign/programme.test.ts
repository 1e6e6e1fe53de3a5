import { expect, test } from 'vitest';
import { floorOf, withMade } from '../../src/campaign/programme.ts';
import { PROGRAMME, PULSE } from '../support/town-people.ts';

test('campaigns made in chat stand after those of the file, which wins where both have an id', () => {
  const made = [
    { ...PULSE, name: 'Another' },
    { ...PULSE, id: 'made' },
  ];
  const { campaigns } = withMade(PROGRAMME, made);
  expect(campaigns.map(({ id, name }) => [id, name])).toEqual([
    ['pulse', 'Weekly pulse'],
    ['made', 'Weekly pulse'],
  ]);
});

test('a minimum that is raised later holds for campaigns made before; a stricter one stays', () => {
  const made = [5, 12].map((floor) => ({ ...PULSE, id: `made-${floor}`, floor }));
  const { campaigns } = withMade({ ...PROGRAMME, campaigns: [], floor: 8 }, made);
  expect(campaigns.map(({ floor }) => floor)).toEqual([8, 12]);
});

test('without a word in the file the minimum is five', () => {
  expect(floorOf({})).toBe(5);
});
