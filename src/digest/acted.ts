/** How many of the actions that digests suggested to managers were taken up: over all of them, never one by one. */
import type { Store } from '../ports/store.ts';

export interface Acted {
  readonly suggested: number;
  readonly willDo: number;
  readonly notNow: number;
}

/** How many weeks are looked back. */
export const ACTED_WEEKS = 13;
const WEEK = 7 * 86_400_000;

/** Managers at least: of fewer, a count would be about somebody. */
const MANAGERS = 3;

/** More rounds than a company publishes in that time. */
const ROUNDS = 200;

/** Of the digests before that of `round`, which nobody can have decided on. Undefined: of too few managers to count. */
export async function acted(
  { rounds, results, decisions }: Pick<Store, 'rounds' | 'results' | 'decisions'>,
  round: string,
  now: Date,
): Promise<Acted | undefined> {
  const since = now.getTime() - ACTED_WEEKS * WEEK;
  const published = (await rounds.list({ states: ['published'], limit: ROUNDS })).filter(
    ({ id, closesAt }) => id !== round && closesAt.getTime() >= since,
  );
  const suggested = new Set<string>();
  const managers = new Set<string>();
  for (const { id, units } of published) {
    const leads = new Map(units.map(({ id: unit, manager }) => [unit, manager]));
    for (const { reader, units: told } of await results.digests(id)) {
      for (const { unit } of told.filter(({ suggestion }) => suggestion !== undefined)) {
        if (leads.get(unit) !== reader) continue;
        suggested.add(`${id}\0${unit}\0${reader}`);
        managers.add(reader);
      }
    }
  }
  if (managers.size < MANAGERS) return undefined;
  const decided = (await decisions.on(published.map(({ id }) => id))).filter(
    ({ round: of, unit, reader }) => suggested.has(`${of}\0${unit}\0${reader}`),
  );
  const willDo = decided.filter(({ choice }) => choice === 'will-do').length;
  return { suggested: suggested.size, willDo, notNow: decided.length - willDo };
}
