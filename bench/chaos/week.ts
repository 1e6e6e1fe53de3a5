/** One week of a run: a round is opened, sent, answered, counted and told, while everything under it is killed. */
import { setTimeout as pause } from 'node:timers/promises';
import { chance } from './chance.ts';
import { clockOf, setClock } from './clock-file.ts';
import { weekOf } from './company.ts';
import type { Director } from './director.ts';

/** How fast the product's clock goes: its lease of 120 s lasts 4 s here. */
const SPEED = 30;

/** One round, from before it opens until the last digest has arrived. The clock jumps only when nobody sends. */
export async function week(director: Director, number: number): Promise<void> {
  const { settings, audit: watched, people: all, clock, log } = director;
  const { round, before, asked, reminded, closes } = weekOf(number);
  const { kills, people: size } = settings;
  director.wanted.clear();
  for (const [step, many] of Object.entries(settings.steps[number] ?? {})) {
    director.wanted.set(step, many);
  }
  setClock(clock, before, SPEED);
  await until(director, `${round} opens`, async () => (await watched.stateOf(round)) !== 'none');

  setClock(clock, asked, SPEED);
  await havoc(director, `${round}: questions`, kills.asking, true);
  await drained(director, round, `${round}: questions are sent`);
  await all.quiet();
  await noteSilent(director, round);

  setClock(clock, reminded, SPEED);
  await havoc(director, `${round}: reminders`, kills.reminding, false);
  await drained(director, round, `${round}: reminders are sent`);

  const [{ questions } = { questions: '[]' }] = await watched.ask<{ questions: string }>(
    'select questions from round where id = $1',
    [round],
  );
  const ids = (JSON.parse(questions) as { id: string }[]).map(({ id }) => id);
  all.closing(round);
  all.rush(round, ids, Math.ceil(size / 20));
  await pause(500);
  setClock(clock, closes, SPEED);
  log(`${round}: closes.`);
  await pause(1500);
  await director.redis.wipe(director.prefix);
  director.events.wipes++;
  const published = async () => (await watched.stateOf(round)) === 'published';
  await until(director, `${round} is published`, published);
  await havoc(director, `${round}: digests`, kills.telling, false);
  await drained(director, round, `${round}: digests are sent`);
  await all.quiet();
}

/** Kills at random, and between the kills all else that can go wrong. */
async function havoc(
  director: Director,
  what: string,
  kills: number,
  more: boolean,
): Promise<void> {
  const { settings, crew: workers, log } = director;
  const { seed, between, wipes, terminations, restarts } = settings;
  log(`${what}: ${kills} kills.`);
  const plan = more ? spread(kills, { wipes, terminations, restarts }) : new Map<number, Event>();
  for (let i = 0; i < kills; i++) {
    await pause(between * (0.5 + chance(seed, what, 'pause', i)));
    const role = chance(seed, what, 'role', i) < 0.7 ? 'worker' : 'web';
    workers.kill(role, chance(seed, what, 'which', i));
    const event = plan.get(i);
    if (event && (await happens(director, event))) director.events[event]++;
  }
}

/** False if it is not ours to do. */
async function happens({ redis, prefix, audit: watched, database }: Director, event: Event) {
  if (event === 'wipes') await redis.wipe(prefix);
  if (event === 'terminations') await watched.terminate();
  if (event === 'restarts') await database.restart?.();
  return event !== 'restarts' || database.restart !== undefined;
}

type Event = 'wipes' | 'terminations' | 'restarts';

/** Which event comes with which kill: each kind evenly over all of them. */
function spread(kills: number, times: Readonly<Record<Event, number>>): ReadonlyMap<number, Event> {
  const plan = new Map<number, Event>();
  for (const [event, many] of Object.entries(times) as [Event, number][]) {
    for (let i = 0; i < many; i++) {
      let at = Math.floor(((i + 1) * kills) / (many + 1));
      while (plan.has(at)) at++;
      plan.set(at, event);
    }
  }
  return plan;
}

/** Everything of the round that is due has been sent. */
async function drained(director: Director, round: string, what: string): Promise<void> {
  await director.crew.healthy();
  const now = clockOf(director.clock);
  const left = () =>
    director.audit.one(
      `select count(*) as n from delivery
        where round = $1 and (state in ('planned', 'claimed') or (state = 'sent' and send_at <= $2))`,
      [round, now().getTime()],
    );
  await until(director, what, async () => (await left()) === 0);
}

/** Who has neither answered nor skipped, when nobody is about to. */
async function noteSilent({ audit: watched, people: all, silent }: Director, round: string) {
  const said = all.said.get(round);
  for (const { id, person, kind, round: of } of await watched.planned()) {
    const heard = said?.has(person) || all.skipped.has(`${round} ${person}`);
    if (kind === 'question' && of === round && !heard) silent.add(id);
  }
}

async function until(
  { settings, log, crew: workers }: Director,
  what: string,
  done: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + settings.patience;
  while (!(await done())) {
    if (Date.now() > end) {
      throw new Error(`Waited in vain: ${what}.\n${workers.said.slice(-30).join('\n')}`);
    }
    await pause(100);
  }
  log(`${what}.`);
}
