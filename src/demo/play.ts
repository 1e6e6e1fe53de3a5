/** The invented people do what real ones would: they answer, through the same verbs. */
import { cast, type Given } from '../ballot/cast.ts';
import { windowOf } from '../campaign/cadence.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { roundId } from '../campaign/open-round.ts';
import type { Round } from '../campaign/round.ts';
import type { Ports } from '../ports/ports.ts';
import { type DemoAnswer, demoAnswers } from './answers.ts';
import { demoCompany } from './company.ts';

/** Everyone who answers in this round, and has not done anything with it yet, answers now. */
export async function everyoneAnswers(
  { store }: Pick<Ports, 'store'>,
  round: Round,
  now: Date,
): Promise<void> {
  const answers = demoAnswers(demoCompany(), round.number, round.questions);
  await Promise.all(
    [...byPerson(answers)].map(async ([person, given]) => {
      const delivery = await store.deliveries.of(round.id, person);
      const touched = (await store.box.sealed(round.id, person)).size > 0;
      if (!delivery || delivery.state === 'skipped' || touched) return;
      await cast(store, round, person, given, now);
    }),
  );
}

function byPerson(answers: readonly DemoAnswer[]): Map<string, Given[]> {
  const people = new Map<string, Given[]>();
  for (const { person, question, value, reader } of answers) {
    const given = people.get(person) ?? [];
    given.push({ question, values: value.split('\n'), ...(reader && { reader }) });
    people.set(person, given);
  }
  return people;
}

/** What the history needs of the program: its clock, and the jobs that a real week would bring. */
export interface Stage {
  readonly ports: Pick<Ports, 'store'>;
  set(now: Date): void;
  /** Runs whatever is due now to its end. */
  catchUp(): Promise<void>;
}

/**
 * Plays the past rounds that are not published yet, each as a real one: opened, answered, closed, counted, burned,
 * digests delivered at an hour that is kind wherever their reader is. Picks up where an interrupted start left off.
 */
export async function playHistory(
  { ports, set, catchUp }: Stage,
  campaign: Campaign,
  rounds: number,
  progress: (done: number) => void,
): Promise<void> {
  const { store } = ports;
  for (let number = 0; number < rounds; number++) {
    const window = windowOf(campaign.cadence, number);
    const id = roundId(campaign, window);
    if ((await store.rounds.get(id))?.state !== 'published') {
      // Before anybody's questions are due: nobody needs the messages of weeks ago.
      for (const at of [hours(window.opensAt, -8), window.opensAt]) {
        set(at);
        await catchUp();
      }
      const round = await store.rounds.get(id);
      if (round?.state === 'open') await everyoneAnswers(ports, round, window.opensAt);
      for (const at of [window.closesAt, hours(window.closesAt, 2)]) {
        set(at);
        await catchUp();
      }
    }
    progress(number + 1);
  }
}

/** So many hours later. */
export function hours(at: Date, n: number): Date {
  return new Date(at.getTime() + n * 3_600_000);
}
