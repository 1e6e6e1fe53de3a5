/** HR's lines below the weekly digest: said only where there is something to say. */
import { expect, test } from 'vitest';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { hrWeekBlocks } from '../../src/message/hr-week-message.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';

const { week } = english.loop;

function told(facts: Parameters<typeof hrWeekBlocks>[0], copy = english) {
  return { summary: '', blocks: hrWeekBlocks(facts, copy) };
}

test('nothing to say is nothing said', () => {
  const exits = { announced: 0, ahead: 0 };
  expect(hrWeekBlocks({}, english)).toEqual([]);
  expect(hrWeekBlocks({ exits, release: false, mirrors: [] }, english)).toEqual([]);
});

test('where nothing was withheld that is said', () => {
  const withheld = { units: 0, all: 7, floor: 5 };
  expect(linesOf(told({ withheld }))).toEqual([week.title, week.allOwn]);
});

test('a new release and the mirror have their buttons', () => {
  const mirrors = [{ name: 'Sales', until: 'Friday 17:00' }, { name: 'Lab' }];
  const message = told({ release: true, mirrors });
  expect(linesOf(message).slice(1)).toEqual([
    week.release,
    week.mirrorOpen('Sales', 'Friday 17:00'),
    week.mirrorDone('Lab'),
  ]);
  expect(buttonsOf(message)).toEqual(['withheld', 'exit-report', 'value']);
});

test('names are sorted, ten at most, and the rest is counted', () => {
  const names = Array.from({ length: 12 }, (_, i) => `Person ${String.fromCharCode(76 - i)}`);
  const [, line = ''] = linesOf(told({ unreachable: { people: 14, noAccount: names } }));
  expect(line).toMatch(/^14 people .* Without an account there: Person A, Person B, .*, 2 more\.$/);
});

test('shares are whole percent, and add up in words', () => {
  const actions = { suggested: 7, willDo: 3, notNow: 2 };
  expect(linesOf(told({ actions }))[1]).toBe(
    `${week.acted('43\u00a0%', 7, 13)} ${week.others(2, 2)}`,
  );
  expect(linesOf(told({ actions }, german))[1]).toContain('Zurückgestellt: 2. Noch offen: 2.');
});
