/** What is due for leavers: where their ballots are to count, and what is erased when. */
import { describe, expect, test } from 'vitest';
import { USUAL } from '../../src/campaign/programme.ts';
import { EMPTY } from '../../src/exit/draft.ts';
import { keepDraft, openDraft } from '../../src/exit/keep-draft.ts';
import { USUAL_EXITS } from '../../src/exit/rules.ts';
import { tendPastLeavers } from '../../src/exit/tend-leavers.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { announceLeaver } from '../support/leave.ts';
import { town } from '../support/town.ts';
import { ANSWERS, ID, type Leaving, leaving } from './leaving.ts';

describe('a leaver of a unit that is newer than their release', () => {
  const OCTOBER = new Date('2026-10-05T08:00:00Z');

  test('counts in the nearest unit above it that the release knows, in both waves, also when the day is corrected', async () => {
    const place = await town({ now: OCTOBER, programme: { campaigns: [] } });
    const { store } = place.ports;
    await announceLeaver(place, 'lab-1', '2026-11-30');
    const { people, units } = await store.org.load();
    const fresh = [
      { id: 'hall', name: 'Hall', parent: 'lab' },
      { id: 'bench', name: 'Bench', parent: 'hall' },
    ];
    const moved = people.map((each) => (each.id === 'lab-2' ? { ...each, unit: 'bench' } : each));
    await store.org.replace({ people: moved, units: [...units, ...fresh] }, place.now());
    await announceLeaver(place, 'lab-2', '2026-11-30');
    const unitsOf = async () => {
      const rounds = ['exit-2026-q4', 'exit-later-2027-q1'];
      const all = await Promise.all(rounds.map((round) => store.deliveries.of(round, 'lab-2')));
      return all.map((each) => each?.unit);
    };
    expect(await store.leavers.of('lab-2')).toMatchObject({ unit: 'bench' });
    expect(await unitsOf()).toEqual(['lab', 'lab']);
    await place.type('hana', 'leaver lab-2 2026-12-04');
    expect(await unitsOf()).toEqual(['lab', 'lab']);
  });
});

/** Somebody who gave their interview to HR by name, and has left on 18 December 2026. */
async function named(keepMonths: number): Promise<Leaving> {
  const place = await leaving({ programme: { ...USUAL, exits: { ...USUAL_EXITS, keepMonths } } });
  await place.walk(await place.press('exit-named'), ANSWERS);
  await place.press('exit-finish');
  await place.ports.store.leavers.over(ID);
  expect(await place.ports.store.leavers.record(ID, 'door')).toBeDefined();
  return place;
}

function tend({ ports, programme }: Leaving, day: string, at: Ports = ports): Promise<void> {
  return tendPastLeavers(at, programme, new Date(`${day}T12:00:00Z`));
}

/** At the moment at which this would be erased. */
function dying(ports: Ports, where: 'store' | 'leaverKeys'): Ports {
  const { store, leaverKeys } = ports;
  const die = async () => {
    throw new Error('The program dies.');
  };
  return where === 'store'
    ? { ...ports, store: { ...store, leavers: { ...store.leavers, forget: die } } }
    : { ...ports, leaverKeys: { ...leaverKeys, destroy: die } };
}

describe('a named interview', () => {
  test('is erased with its key when it was kept long enough, and not a day before', async () => {
    const place = await named(24);
    await tend(place, '2028-12-18');
    expect(await place.ports.store.leavers.record(ID, 'door')).toBeDefined();
    expect(await place.hasKey()).toBe(true);
    await tend(place, '2028-12-19');
    expect(await place.ports.store.leavers.record(ID, 'door')).toBeUndefined();
    expect(await place.hasKey()).toBe(false);
  });

  test.each([
    ['record', (ports: Ports) => dying(ports, 'store')],
    ['key', (ports: Ports) => dying(ports, 'leaverKeys')],
  ])('is erased an hour later, key and all, where the program died at its %s', async (_, die) => {
    const place = await named(24);
    await expect(tend(place, '2028-12-19', die(place.ports))).rejects.toThrow('dies');
    await tend(place, '2028-12-19');
    expect(await place.ports.store.leavers.record(ID, 'door')).toBeUndefined();
    expect(await place.hasKey()).toBe(false);
  });

  test('is erased without the draft of the second wave, which goes on under the same key', async () => {
    const place = await named(5);
    const { ports } = place;
    await ports.store.leavers.choose(ID, 'later', 'named', [undefined]);
    expect(await keepDraft(ports, { id: ID }, 'later', EMPTY)).toBe(true);
    await tend(place, '2027-05-19');
    expect(await ports.store.leavers.record(ID, 'door')).toBeUndefined();
    expect(await openDraft(ports, { id: ID }, 'later')).toEqual(EMPTY);
    // The link has run out: it is given to HR, and as old as what was erased before.
    await tend(place, '2027-06-18');
    expect(await place.leaver()).toMatchObject({ later: 'named' });
    await tend(place, '2027-06-18');
    expect(await ports.store.leavers.record(ID, 'later')).toBeUndefined();
    expect(await place.hasKey()).toBe(false);
  });
});

test('a key that a crash has left behind is destroyed once the second wave is over', async () => {
  const place = await leaving();
  await place.press('exit-decline');
  await place.ports.store.leavers.over(ID);
  await place.ports.leaverKeys.keep(ID, new Uint8Array(32).fill(7));
  await tend(place, '2027-04-20');
  expect(await place.hasKey()).toBe(true);
  await tend(place, '2027-06-18');
  expect(await place.hasKey()).toBe(false);
});
