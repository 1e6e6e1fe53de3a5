/** Which questions a round asks: the same of everyone, and each driver as often as any other. */
import type { Question } from '../survey/question.ts';

/**
 * The questions of round `number`. Drivers come round in a fixed cycle, so that over any span of rounds no driver is
 * asked more than once oftener than another; a driver with several questions takes them in turn.
 */
export function questionsOf(
  questions: readonly Question[],
  perRound: number,
  number: number,
): Question[] {
  const drivers = byDriver(questions);
  const count = Math.min(perRound, drivers.length);
  const asked: Question[] = [];
  for (let turn = number * count; turn < (number + 1) * count; turn++) {
    const items = drivers[turn % drivers.length] ?? [];
    const item = items[Math.floor(turn / drivers.length) % items.length];
    if (item) asked.push(item);
  }
  return asked;
}

/** Each driver's questions, drivers in the order in which they first appear. */
function byDriver(questions: readonly Question[]): Question[][] {
  const drivers = new Map<string, Question[]>();
  for (const question of questions) {
    const driver = question.driver ?? question.id;
    drivers.set(driver, [...(drivers.get(driver) ?? []), question]);
  }
  return [...drivers.values()];
}
