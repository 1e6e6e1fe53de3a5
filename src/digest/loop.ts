/** Whether the loop is closed: what a reader may still tell the team, and which comments they have answered. */
import type { Answering } from '../message/details-message.ts';
import type { Store } from '../ports/store.ts';
import type { Digest } from './digest.ts';

/** `round/unit` of what this reader decided to do, in this digest or in what it comes back to, and has not told yet. */
export async function tellable(
  { decisions, notes }: Pick<Store, 'decisions' | 'notes'>,
  { round, reader, units }: Digest,
): Promise<ReadonlySet<string>> {
  const asked = units.flatMap(({ unit, suggestion, earlier }) => [
    ...(suggestion ? [{ unit, id: round }] : []),
    ...(earlier ? [{ unit, id: earlier.round }] : []),
  ]);
  const open = new Set<string>();
  for (const { unit, id } of asked) {
    const decision = await decisions.get(id, unit, reader);
    if (decision?.choice !== 'will-do') continue;
    const told = await notes.of(id, reader);
    const isTold = told.some((note) => note.unit === unit && !note.comment);
    if (!isTold) open.add(`${id}/${unit}`);
  }
  return open;
}

/** Which comments of a digest were written for HR only, and when this reader answered which. */
export async function answering(
  { results, notes }: Pick<Store, 'results' | 'notes'>,
  { round, reader }: Digest,
): Promise<Answering> {
  const [result, told] = await Promise.all([results.result(round), notes.of(round, reader)]);
  const forHr = result?.comments.filter(({ hr }) => hr) ?? [];
  const answered = new Map(
    told.flatMap(({ unit, comment, at }) => (comment ? [[`${unit}/${comment.place}`, at]] : [])),
  );
  return {
    isForHr: (unit, text) => forHr.some((pool) => pool.unit === unit && pool.texts.includes(text)),
    answeredAt: (unit, place) => answered.get(`${unit}/${place}`),
  };
}
