/** Events API: an envelope per event, delivered again at once, after a minute and after five if the app fails. */
import { randomBytes } from 'node:crypto';
import type { Ack, Deliver } from './ack.ts';
import type { Json } from './block-rules.ts';
import type { World } from './state.ts';

/** When each repetition is due, in milliseconds after the one before. */
const RETRIES = [0, 60_000, 300_000] as const;

export interface Delivery extends Ack {
  readonly eventId: string;
  readonly type: string;
  /** 0 is the first time. */
  readonly attempt: number;
}

interface Pending {
  readonly payload: Json;
  readonly type: string;
  readonly attempt: number;
  readonly reason: string;
  readonly due: number;
}

export interface Events {
  /** Resolves after the first attempt and the repetition that follows at once. */
  send(team: string, event: Json): Promise<Ack>;
  /** Repeats what has come due on the clock. */
  due(): Promise<void>;
  readonly deliveries: readonly Delivery[];
  readonly pending: number;
}

function enveloped(world: World, teamId: string, event: Json): Json {
  const team = world.teams.get(teamId);
  const org = team?.orgInstall === true;
  const enterprise_id = team?.enterprise?.id ?? null;
  const authorization = {
    enterprise_id,
    team_id: org ? null : teamId,
    user_id: world.bot,
    is_bot: true,
    is_enterprise_install: org,
  };
  return {
    token: 'unused',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: enterprise_id,
    api_app_id: world.appId,
    event: { event_ts: world.ts(), ...event },
    type: 'event_callback',
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: `4-${randomBytes(6).toString('hex')}`,
  };
}

export function events(world: World, deliver: Deliver): Events {
  const deliveries: Delivery[] = [];
  let waiting: Pending[] = [];

  async function attempt(payload: Json, type: string, num: number, reason: string): Promise<Ack> {
    const again = num === 0 ? undefined : { num, reason };
    const ack = await deliver('events_api', payload, again);
    deliveries.push({ ...ack, eventId: String(payload.event_id), type, attempt: num });
    const wait = RETRIES[num];
    if (ack.inTime || ack.noRetry || wait === undefined) return ack;
    const next = num + 1;
    const why = ack.reason ?? 'unknown_error';
    if (wait === 0) return attempt(payload, type, next, why);
    waiting.push({ payload, type, attempt: next, reason: why, due: world.now() + wait });
    return ack;
  }

  return {
    send: (team, event) => attempt(enveloped(world, team, event), String(event.type), 0, ''),
    due: async () => {
      const now = waiting.filter((each) => each.due <= world.now());
      waiting = waiting.filter((each) => !now.includes(each));
      for (const each of now) await attempt(each.payload, each.type, each.attempt, each.reason);
    },
    deliveries,
    get pending() {
      return waiting.length;
    },
  };
}
