/** Two workers close the same round at the same moment: it is counted once, and nobody is alarmed. */
import { expect, test } from 'vitest';
import { closeRound } from '../../src/campaign/close-round.ts';
import type { KeyRing } from '../../src/ports/keys.ts';
import { town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes } = week(0);

test.each([2, 3, 5])(
  '%d workers close a round at once: one count, one set of digests, no complaint',
  async (workers) => {
    const firm = await town();
    await firm.at(opens);
    await firm.at(tuesday);
    for (const person of ids('lab', 1, 8)) await firm.tap(person, 4);
    firm.setClock(closes);
    const closing = Array.from({ length: workers }, () => firm.run({ name: 'close', ref: round }));
    await Promise.all(closing);
    const { rounds, results } = firm.ports.store;
    expect((await rounds.get(round))?.state).toBe('published');
    expect((await results.result(round))?.ballots).toBe(8);
    expect(firm.complaints).toEqual([]);
  },
);

test('a worker that finds the key destroyed by another that has counted meanwhile alarms nobody', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  for (const person of ids('lab', 1, 8)) await firm.tap(person, 4);
  const { keys } = firm.ports;
  const closed = () => ({ summary: 'closed', blocks: [] });
  const slow: KeyRing = {
    ...keys,
    async read(id) {
      expect(await closeRound(firm.ports, id, closed, closes)).toEqual({ burned: true });
      return keys.read(id);
    },
  };
  const outcome = await closeRound({ ...firm.ports, keys: slow }, round, closed, closes);
  expect(outcome).not.toHaveProperty('refused');
  expect((await firm.ports.store.results.result(round))?.ballots).toBe(8);
});
