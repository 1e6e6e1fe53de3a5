/** Attack: who times by the wall clock how long a click takes to be answered guesses what was clicked. */
import { performance } from 'node:perf_hooks';
import { renderMessage as slackMessage } from '../adapters/slack/render.ts';
import { renderMessage as teamsMessage } from '../adapters/teams/render.ts';
import type { Response } from '../src/message/reply.ts';
import { type Chance, chance, pick, shuffled } from './chance.ts';
import { type Firm, firm } from './firm.ts';
import { answers, crew, ROUND, scalesOf, smallFirm, WEEK } from './scene.ts';
import { median } from './utility.ts';

/** How long one click took, in milliseconds, and which of two things was clicked. */
export interface Timed {
  readonly second: boolean;
  readonly took: number;
}

export interface Guessed {
  readonly what: string;
  /** Share of the clicks tried that were guessed. */
  readonly right: number;
  /** Standard deviations above a coin. */
  readonly sigmas: number;
  /** How much later the second of the two is answered, in microseconds: the difference of the medians. */
  readonly later: number;
}

export interface Clock {
  /** One answer or another: nothing of it may be in the time. */
  readonly answers: readonly Guessed[];
  /** A first answer or a changed one, a comment or none. */
  readonly beside: readonly Guessed[];
  /** The same attack, where one answer takes 300 microseconds longer: it must find that. */
  readonly control: Guessed;
}

const SLOWER = 0.3;
/** A comment as long as one may be, of which scrubbing takes nothing. */
const LONG = 'the build is slow and meetings are long, yet we help each other; '.repeat(29).trim();
const SHORT = 'all is well';

type Click = (person: string) => Promise<Response>;

/** So many clicks for each pair of things, on one firm with its store in SQLite. */
export async function clock(clicks: number, seed: number): Promise<Clock> {
  const random = chance(seed);
  const people = crew('lab', Math.ceil(clicks / 2));
  const house = await firm(smallFirm({ lab: people.length }), WEEK.before);
  try {
    await house.at(WEEK.opens);
    await house.at(WEEK.asked);
    const [scale = '', ...rest] = await scalesOf(house);
    const tap = (value: string): Click => {
      const reply = { kind: 'answer', round: ROUND, question: scale, value } as const;
      return (person) => house.inbox.receive({ ...reply, person });
    };
    const form = (value: string, comment = ''): Click => {
      const values = Object.fromEntries([scale, ...rest].map((id) => [id, value]));
      return (person) => answers(house, person, values, comment);
    };
    const slower: Click = async (person) => {
      spin(SLOWER);
      return tap('5')(person);
    };
    await warm([tap('1'), tap('5'), form('1'), form('5', LONG), form('3', SHORT)], house);
    const first = await firstOrChanged(people, clicks, tap('3'), random);
    // From here on everybody has answered.
    for (const person of people) await form('3')(person);
    const contest = async (what: string, one: Click, other: Click) =>
      guessed(what, await interleaved(people, clicks, [one, other], random));
    return {
      answers: [
        await contest('a tap on 1 or 5', tap('1'), tap('5')),
        await contest('a form of ones or fives', form('1'), form('5')),
      ],
      beside: [
        guessed('first answer or changed one', first),
        await contest(`no comment or ${SHORT.length} bytes`, form('3'), form('3', SHORT)),
        await contest(`no comment or ${LONG.length} bytes`, form('3'), form('3', LONG)),
      ],
      control: await contest('a tap on 1, or a slower one on 5', tap('1'), slower),
    };
  } finally {
    await house.close();
  }
}

async function interleaved(
  people: readonly string[],
  clicks: number,
  [one, other]: readonly [Click, Click],
  random: Chance,
): Promise<Timed[]> {
  const times: Timed[] = [];
  for (let i = 0; i < clicks; i++) {
    const second = random() < 0.5;
    times.push({ second, took: await timed(second ? other : one, pick(people, random) ?? '') });
  }
  return times;
}

/** Everybody clicks once and, sooner or later, somebody who has clicked does so again. */
async function firstOrChanged(
  people: readonly string[],
  clicks: number,
  click: Click,
  random: Chance,
): Promise<Timed[]> {
  const fresh = shuffled(people, random);
  const clicked: string[] = [];
  const times: Timed[] = [];
  while (times.length < clicks && fresh.length > 0) {
    const again = random() < 0.5 ? pick(clicked, random) : undefined;
    const person = again ?? fresh.pop() ?? '';
    times.push({ second: again !== undefined, took: await timed(click, person) });
    if (again === undefined) clicked.push(person);
  }
  return times;
}

/** From the click to what Slack and Teams are sent. */
async function timed(click: Click, person: string): Promise<number> {
  const before = performance.now();
  render(await click(person));
  return performance.now() - before;
}

function render({ replace, say }: Response): void {
  for (const message of [replace, say]) {
    if (message) JSON.stringify([slackMessage(message), teamsMessage(message)]);
  }
}

/** By someone who is in nobody's way, until the compiler has seen it all. */
async function warm(clicks: readonly Click[], { inbox }: Firm): Promise<void> {
  for (let i = 0; i < 300; i++) for (const click of clicks) await timed(click, 'lead-lab');
  await inbox.receive({ kind: 'home', person: 'lead-lab' });
}

function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** The best threshold of the even clicks, tried on the odd ones. */
export function guessed(what: string, times: readonly Timed[]): Guessed {
  const [learned, tried] = [0, 1].map((half) => times.filter((_, i) => i % 2 === half));
  const guess = threshold(learned ?? []);
  const right = (tried ?? []).filter(({ second, took }) => guess(took) === second).length;
  const n = tried?.length ?? 0;
  const middle = (kind: boolean) =>
    median(times.filter(({ second }) => second === kind).map(({ took }) => took));
  return {
    what,
    right: right / n,
    sigmas: (right - n / 2) / Math.sqrt(n / 4),
    later: 1000 * (middle(true) - middle(false)),
  };
}

/** Later than this means the second thing, or, if that fits better, the first. */
function threshold(times: readonly Timed[]): (took: number) => boolean {
  const line = times.toSorted((a, b) => a.took - b.took);
  // Cut before place i, firsts before it and seconds after it are right; or the other way round.
  let right = line.filter(({ second }) => second).length;
  const cuts = [{ at: -1, right }];
  for (const { second, took } of line) {
    right += second ? -1 : 1;
    cuts.push({ at: took, right });
  }
  const gain = (cut: { readonly right: number }) => Math.abs(cut.right - line.length / 2);
  const best = cuts.reduce((most, cut) => (gain(cut) > gain(most) ? cut : most));
  const later = best.right * 2 >= line.length;
  return (took) => took > best.at === later;
}
