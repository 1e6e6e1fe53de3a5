/** As many messages to a conversation as Teams takes (reference: 7 in 1 s, 8 in 2 s, 60 in 30 s): waits for its turn. */

/** So many within so many milliseconds. */
const RULES = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
] as const;
const LONGEST = 30_000;
const MOST = 60;
const MANY = 10_000;

export type Pace = (conversation: string) => Promise<void>;

export function pace(
  now: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<void> = pause,
): Pace {
  const turns = new Map<string, number[]>();
  return async (conversation) => {
    const time = now();
    if (turns.size > MANY) forget(turns, time);
    const taken = turns.get(conversation) ?? [];
    const turn = RULES.reduce((latest, [count, within]) => {
      const before = taken.at(-count);
      return before === undefined ? latest : Math.max(latest, before + within);
    }, time);
    turns.set(conversation, [...taken.slice(1 - MOST), turn]);
    if (turn > time) await wait(turn - time);
  };
}

function forget(turns: Map<string, number[]>, time: number): void {
  for (const [each, taken] of turns) {
    if ((taken.at(-1) ?? 0) + LONGEST < time) turns.delete(each);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
