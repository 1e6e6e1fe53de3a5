/** How often an app may call: Slack's tiers, and its rule for messages, on a given clock. */
export type Tier = 1 | 2 | 3 | 4 | 'special';

/** Calls a minute by tier; messages a second in one channel after a burst, and a minute in a workspace. */
export interface Rates {
  tiers: Record<1 | 2 | 3 | 4, number>;
  channelBurst: number;
  channelPerSecond: number;
  workspacePerMinute: number;
}

export const SLACK_RATES: Rates = {
  tiers: { 1: 1, 2: 20, 3: 50, 4: 100 },
  channelBurst: 3,
  channelPerSecond: 1,
  workspacePerMinute: 240,
};

/** No limits, for tests about something else. */
export const NO_RATES: Rates = {
  tiers: { 1: 1e9, 2: 1e9, 3: 1e9, 4: 1e9 },
  channelBurst: 1e9,
  channelPerSecond: 1e9,
  workspacePerMinute: 1e9,
};

export interface Limiter {
  rates: Rates;
  /** Seconds to wait, or 0 if the call may go ahead, which then counts. */
  call(method: string, tier: Tier, team: string): number;
  /** The same for one message to a channel. */
  message(team: string, channel: string): number;
}

export function limiter(rates: Rates, now: () => number): Limiter {
  const minutes = new Map<string, number[]>();
  const buckets = new Map<string, { left: number; at: number }>();

  /** Never more than `max` in any 60 seconds. */
  function inMinute(key: string, max: number): { wait: number; count(): void } {
    const recent = (minutes.get(key) ?? []).filter((at) => at > now() - 60_000);
    minutes.set(key, recent);
    const first = recent[recent.length - max];
    const wait = first === undefined ? 0 : first + 60_000 - now();
    return { wait, count: () => void recent.push(now()) };
  }

  function inChannel(key: string): { wait: number; count(): void } {
    const { channelBurst: burst, channelPerSecond: speed } = self.rates;
    const bucket = buckets.get(key) ?? { left: burst, at: now() };
    const left = Math.min(burst, bucket.left + ((now() - bucket.at) / 1000) * speed);
    buckets.set(key, { left, at: now() });
    const wait = left >= 1 ? 0 : ((1 - left) / speed) * 1000;
    return { wait, count: () => void buckets.set(key, { left: left - 1, at: now() }) };
  }

  function all(...limits: { wait: number; count(): void }[]): number {
    const wait = Math.max(...limits.map((limit) => limit.wait));
    if (wait <= 0) for (const limit of limits) limit.count();
    return wait <= 0 ? 0 : Math.max(1, Math.ceil(wait / 1000));
  }

  const self: Limiter = {
    rates,
    call: (method, tier, team) =>
      tier === 'special' ? 0 : all(inMinute(`${team} ${method}`, self.rates.tiers[tier])),
    message: (team, channel) =>
      all(inMinute(team, self.rates.workspacePerMinute), inChannel(`${team} ${channel}`)),
  };
  return self;
}
