/** What was withheld in the last rounds: only what whole pools say, and so nothing about who answered. */

import type { Round } from '../campaign/round.ts';
import { isRelease } from '../exit/leaver.ts';
import type { Message } from '../message/message.ts';
import { dayMonth } from '../message/times.ts';
import { type WithheldRound, withheldMessage } from '../message/withheld-message.ts';
import type { Desk } from '../ports/desk.ts';
import type { CountedRound } from '../ports/store.ts';
import { DRIVERS } from '../stock/drivers.ts';
import type { Question } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { figuresOf } from './figures.ts';

/** As many rounds as are looked at. */
const ROUNDS = 5;

export async function withheld({ ports, programme, copy }: Desk): Promise<Message> {
  const { rounds, results } = ports.store;
  const published = (await rounds.list({ states: ['published'], limit: 2 * ROUNDS }))
    .filter((round) => !isRelease(round))
    .slice(0, ROUNDS);
  const told = await Promise.all(
    published.map(async (round) => {
      const result = await results.result(round.id);
      const name = programme.campaigns.find(({ id }) => id === round.campaign)?.name;
      return result ? [withheldIn(round, result, name ?? round.campaign, copy.language)] : [];
    }),
  );
  return withheldMessage(told.flat(), copy);
}

/** Units with a reader, and how many of them have no figure of their own on something that was asked. */
export function lacking(
  round: Round,
  { pools }: CountedRound,
): { readonly units: number; readonly all: number } {
  const read = round.units.filter(({ manager }) => manager !== undefined);
  const figures = figuresOf(round, pools);
  const units = read.filter(({ id }) => figures.some(({ own }) => !own(id)));
  return { units: units.length, all: read.length };
}

/** Of one round: each unit with a reader, and what it was shown instead of figures of its own. */
function withheldIn(
  round: Round,
  result: CountedRound,
  campaign: string,
  language: string,
): WithheldRound {
  const read = round.units.filter(({ manager }) => manager !== undefined);
  const figures = figuresOf(round, result.pools);
  const units = read.flatMap(({ id, name }) => {
    const missing = figures.filter(({ own }) => !own(id));
    const instead = new Map<string | undefined, string[]>();
    for (const { question, shown } of missing) {
      const above = shown(id)?.unit.name;
      instead.set(above, [...(instead.get(above) ?? []), driverOf(question, language)]);
    }
    return [...instead].map(([above, drivers]) => ({
      name,
      drivers,
      ...(above !== undefined && { above }),
    }));
  });
  const commented = round.questions.some(({ kind }) => kind === 'free-text');
  return {
    campaign,
    date: dayMonth(round.opensAt, round.timezone, language),
    floor: round.floor,
    units,
    uncounted: result.uncounted,
    ...(commented && { comments: releasedIn(round, result) }),
  };
}

function releasedIn({ units }: Round, { comments }: CountedRound) {
  const released = new Set(comments.filter(({ hr }) => !hr).map(({ unit }) => unit));
  return {
    units: units.filter(({ id }) => released.has(id)).map(({ name }) => name),
    hr: comments.some(({ hr }) => hr),
  };
}

function driverOf({ driver, text }: Question, language: string): string {
  const name = DRIVERS.find(({ id }) => id === driver)?.name;
  return say(name ?? text, language);
}
