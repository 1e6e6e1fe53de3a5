/** An operator changes when a campaign begins: it goes on asking. */
import { expect, test } from 'vitest';
import { town } from '../support/town.ts';
import { PEOPLE, PULSE, week } from '../support/town-people.ts';

test('a campaign whose first day was moved opens its next round, and asks everyone', async () => {
  const firm = await town();
  for (const n of [0, 1]) {
    await firm.at(week(n).opens);
    await firm.at(week(n).tuesday);
    await firm.at(week(n).closes);
  }
  const { round, opens, tuesday } = week(2);
  const cadence = { ...PULSE.cadence, starts: '2026-11-16' };
  const later = await town({ from: firm.snapshot(), now: opens, pulse: { cadence } });
  await later.at(opens);
  await later.at(tuesday);
  expect((await later.ports.store.rounds.get(round))?.state).toBe('open');
  const asked = later.chat.kept.filter(({ about }) => about.round === round);
  expect(asked).toHaveLength(PEOPLE.length);
});
