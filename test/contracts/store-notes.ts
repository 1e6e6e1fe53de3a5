/** What readers of digests tell their teams: each thing once, together with its deliveries. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Planned } from '../../src/delivery/delivery.ts';
import type { Note } from '../../src/delivery/note.ts';
import type { Store } from '../../src/ports/store.ts';
import { minutes, NOON, type Open } from './store-fixtures.ts';

export function notesContract(open: Open): void {
  let store: Store;
  let again: () => Promise<Store>;
  beforeEach(async () => {
    ({ store, again } = await open());
  });
  const note = (change: Partial<Note> = {}): Note => ({
    id: randomUUID(),
    round: 'pulse-1',
    unit: 'lab',
    reader: `lea O'Brien 🌊`,
    text: 'You said: “so”.\nWe did.',
    at: NOON,
    ...change,
  });
  const comment = { place: 3, text: `More 'light' 🌊`, hr: false } as const;
  const to = ({ id }: Note, person: string): Planned => {
    return { id: randomUUID(), round: id, person, unit: '', kind: 'note', sendAt: NOON };
  };

  test('come back as they were written, also after a restart', async () => {
    const written = [
      note(),
      note({ comment, at: minutes(1) }),
      note({ comment: { ...comment, place: 0, hr: true }, at: minutes(2) }),
      note({ unit: 'shop', at: minutes(3) }),
    ];
    for (const each of written) expect(await store.notes.post(each, [])).toBe(true);
    await store.notes.post(note({ reader: 'hr' }), []);
    await store.notes.post(note({ round: 'pulse-2' }), []);
    store = await again();
    for (const each of written) expect(await store.notes.get(each.id)).toEqual(each);
    expect(await store.notes.of('pulse-1', note().reader)).toEqual(written);
    expect(await store.notes.get('none')).toBeUndefined();
    expect(await store.notes.of('pulse-3', note().reader)).toEqual([]);
  });

  describe.each([
    ['a decision', {}],
    ['a comment', { comment }],
  ])('on %s', (_, change) => {
    test('are one, with the deliveries of the first only', async () => {
      const first = note(change);
      expect(await store.notes.post(first, [to(first, 'anna'), to(first, 'ben')])).toBe(true);
      const second = note({ ...change, text: 'Again.', at: minutes(9) });
      expect(await store.notes.post(second, [to(second, 'anna')])).toBe(false);
      expect(await store.notes.of('pulse-1', first.reader)).toEqual([first]);
      const due = await store.deliveries.due(NOON, 10);
      expect(due.map(({ person, round }) => `${person} ${round}`).sort()).toEqual([
        `anna ${first.id}`,
        `ben ${first.id}`,
      ]);
    });
  });

  test('are sent like all else: claimed once, held without a round, and marked', async () => {
    const written = note();
    const delivery = to(written, 'anna');
    await store.notes.post(written, [delivery]);
    const lease = minutes(2);
    expect(await store.deliveries.claim(delivery.id, NOON, lease)).toMatchObject({ kind: 'note' });
    expect(await store.deliveries.claim(delivery.id, NOON, lease)).toBeUndefined();
    expect(await store.deliveries.holds(delivery.id, lease)).toBe(true);
    expect(await store.deliveries.holds(delivery.id, minutes(3))).toBe(false);
    await store.deliveries.mark(delivery.id, 'sent', { from: 'claimed', sent: {} });
    expect(await store.deliveries.due(minutes(60), 10)).toEqual([]);
  });
}
