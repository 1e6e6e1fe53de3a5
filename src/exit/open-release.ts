/** Opens the round that a release is: its key first, then the round, with the tree as it stands and nobody asked yet. */
import { createKeys, keysOf, wipe } from '../ballot/envelope.ts';
import { floorOf, type Programme } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT_QUESTIONS } from '../stock/exit.ts';
import type { Question } from '../survey/question.ts';
import { RELEASES } from './leaver.ts';
import type { Period } from './period.ts';
import { MONTHS_LATER } from './steps.ts';

/** The release of a period, opened where it is not yet. */
export async function openRelease(
  { store, keys }: Pick<Ports, 'store' | 'keys'>,
  programme: Programme,
  period: Period,
  now: Date,
): Promise<Round> {
  const there = await store.rounds.get(period.id);
  if (there) return there;
  const { units } = await store.org.load();
  const fresh = createKeys();
  const { publicKey, secretKey } = keysOf(await keys.keep(period.id, fresh.secretKey));
  wipe(fresh.secretKey);
  wipe(secretKey);
  const round: Round = {
    id: period.id,
    campaign: period.campaign,
    number: period.number,
    state: 'open',
    opensAt: now,
    closesAt: period.closesAt,
    timezone: programme.timezone,
    floor: floorOf(programme),
    questions: period.campaign === RELEASES.later ? LATER_QUESTIONS : EXIT_QUESTIONS,
    units: units.map((unit) => ({ ...unit, invited: 0 })),
    publicKey,
  };
  await store.rounds.open(round, []);
  const open = await store.rounds.get(period.id);
  if (!open) throw new Error(`The release ${period.id} could not be opened: try again.`);
  return open;
}

/** The same questions as at the door, as far as the second wave asks them. */
const LATER_QUESTIONS: readonly Question[] = MONTHS_LATER.filter(({ safety }) => !safety).flatMap(
  ({ items }) => items.map(({ question }) => question),
);
