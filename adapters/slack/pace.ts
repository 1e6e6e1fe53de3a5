/** One message a second to a channel, as Slack asks: waits for its turn. */

const SECOND = 1000;
const MANY = 10_000;

export type Pace = (channel: string) => Promise<void>;

export function pace(
  now: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<void> = pause,
): Pace {
  const next = new Map<string, number>();
  return async (channel) => {
    const time = now();
    if (next.size > MANY) {
      for (const [each, at] of next) if (at <= time) next.delete(each);
    }
    const turn = Math.max(time, next.get(channel) ?? 0);
    next.set(channel, turn + SECOND);
    if (turn > time) await wait(turn - time);
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
