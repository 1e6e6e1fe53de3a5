/** Between the claim and the call: a process that slept, a round that was closed, a click that came first. */
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { send } from '../../src/delivery/send.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Town, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const { round, opens } = week(0);
/** Ten o'clock in Berlin, when everyone is asked. */
const TEN = new Date('2026-11-02T09:00:00Z');
const soon = (seconds: number) => new Date(TEN.getTime() + seconds * 1000);
const PERSON = 'north-1';

/** Everyone is due at ten, and nobody has been asked. */
async function due(): Promise<{ firm: Town; delivery: Delivery }> {
  const firm = await town();
  await firm.at(opens);
  firm.setClock(TEN);
  const delivery = await firm.ports.store.deliveries.of(round, PERSON);
  if (!delivery) throw new Error(`${PERSON} is not asked.`);
  return { firm, delivery };
}

/** Sends with the round as it was before the claim; `meanwhile` happens at the last reading before the post. */
async function sending(
  { firm, delivery }: { firm: Town; delivery: Delivery },
  meanwhile: (store: Store) => Promise<unknown>,
  wokenAt = TEN,
): Promise<void> {
  const { store } = firm.ports;
  const known = await store.rounds.get(round);
  const box: Store['box'] = {
    ...store.box,
    async sealed(...asked) {
      const sealed = await store.box.sealed(...asked);
      await meanwhile(store);
      return sealed;
    },
  };
  const ports: Ports = { ...firm.ports, store: { ...store, box } };
  await send(
    ports,
    firm.programme,
    async () => known,
    delivery.id,
    TEN,
    () => wokenAt,
  );
}

const nothing = async () => {};
const posted = ({ chat }: Town) => chat.kept.filter(({ person }) => person === PERSON).length;

describe('a process that sleeps between claim and post', () => {
  test('posts if it wakes well within its lease', async () => {
    const one = await due();
    await sending(one, nothing, soon(59));
    expect(posted(one.firm)).toBe(1);
  });

  test.each([60, 119, 120, 3600])('posts nothing after %i seconds', async (seconds) => {
    const one = await due();
    await sending(one, nothing, soon(seconds));
    expect(one.firm.chat.calls.send).toBe(0);
    expect(await one.firm.ports.store.deliveries.get(one.delivery.id)).toMatchObject({
      state: 'claimed',
      messages: 0,
    });
  });

  test('leaves the message to the next, who sends it once', async () => {
    const one = await due();
    await sending(one, nothing, soon(3600));
    await one.firm.at(soon(3600));
    expect(posted(one.firm)).toBe(1);
  });

  test('posts nothing, and marks nothing, if another has claimed meanwhile', async () => {
    const one = await due();
    await sending(one, (store) => store.deliveries.claim(one.delivery.id, soon(120), soon(240)));
    expect(one.firm.chat.calls.send).toBe(0);
    expect(await one.firm.ports.store.deliveries.holds(one.delivery.id, soon(240))).toBe(true);
  });
});

describe('a message whose round ends between claim and post', () => {
  test('is not posted if the round is cancelled, and counts for no budget', async () => {
    const one = await due();
    await sending(one, (store) => store.results.discard(round));
    expect(one.firm.chat.calls.send).toBe(0);
    const { asked } = await one.firm.ports.store.deliveries.pings(PERSON, new Date(0));
    expect(asked).toEqual(new Map());
  });

  test('is not posted if the round is closing', async () => {
    const one = await due();
    await sending(one, (store) => store.rounds.move(round, 'open', 'closing'));
    expect(one.firm.chat.calls.send).toBe(0);
  });
});

test('“not this week”, said between claim and post, is heard', async () => {
  const one = await due();
  await sending(one, (store) => store.deliveries.mark(one.delivery.id, 'skipped'));
  expect(one.firm.chat.calls.send).toBe(0);
  expect((await one.firm.ports.store.deliveries.get(one.delivery.id))?.state).toBe('skipped');
});
