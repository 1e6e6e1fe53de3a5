/** Attack: who had not answered by the reminder, told after the burn by how long the queue says that each job took. */
import { setTimeout as pause } from 'node:timers/promises';
import { firm, hoursAfter, PULSE } from './firm.ts';
import { answers, crew, ROUND, scalesOf, smallFirm, WEEK } from './scene.ts';
import type { Event, Spied } from './spy-queue.ts';

/** As a chat takes for a message, in milliseconds. */
const TAKES = 300;

/** What a queue forgets, it has forgotten by then, in milliseconds. */
const SOON = 500;

export interface Reminded {
  /** Of how many people the queue says whether they had answered, after the burn. */
  readonly told: number;
  /** The same for somebody who looks on while the reminders go: it must be found. */
  readonly watched: number;
}

/** The attacker knows whose message bears which delivery's id: it is in the metadata of a chat, and in the local one's table. */
export async function reminded(spy: Spied, size: number): Promise<Reminded> {
  const people = crew('lab', size);
  const silent = new Set(people.filter((_, i) => i % 2 === 1));
  const house = await firm(smallFirm({ lab: people.length }), WEEK.before, {
    ...spy,
    campaign: { ...PULSE, reminders: 1 },
    takes: TAKES,
  });
  try {
    await house.at(WEEK.opens);
    await house.at(WEEK.asked);
    const [scale = ''] = await scalesOf(house);
    const ids = new Map<string, string>();
    for (const person of people) {
      if (!silent.has(person)) await answers(house, person, { [scale]: '4' });
      ids.set(person, (await house.ports.store.deliveries.of(ROUND, person))?.id ?? '');
    }
    const seen = await watching(spy, async () => {
      for (let day = 1; day < 4; day++) await house.at(hoursAfter(WEEK.asked, 24 * day));
    });
    await house.at(WEEK.closes);
    await pause(SOON);
    const left = await spy.events();
    const known = (events: readonly Event[]) =>
      people.filter((person) => {
        const took = lastTook(events, `send-${ids.get(person)}`);
        return took !== undefined && took >= TAKES === silent.has(person);
      }).length;
    return { told: known(left), watched: known(seen) };
  } finally {
    await house.close();
  }
}

/** Everything that the queue says of its jobs while something goes on. */
async function watching(spy: Spied, what: () => Promise<void>): Promise<Event[]> {
  const seen = new Map<string, Event>();
  let isOver = false;
  const over = what().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    for (const event of await spy.events()) seen.set(JSON.stringify(event), event);
    await pause(10);
  }
  await over;
  return [...seen.values()].sort((a, b) => a.at - b.at);
}

/** How long the last job of that name ran, in milliseconds; undefined where the queue knows no more of it. */
export function lastTook(events: readonly Event[], job: string): number | undefined {
  const when = (kind: string) =>
    events.filter((each) => each.job === job && each.event === kind).map(({ at }) => at);
  const [began, ended] = [when('active').at(-1), when('completed').at(-1)];
  return began === undefined || ended === undefined ? undefined : ended - began;
}
