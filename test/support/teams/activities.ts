/** Activities as Teams sends them, of one person in a chat with the bot unless a test says otherwise. */
import { BOT, TENANT } from './tenant.ts';

let count = 0;

export function activity(user: string, change: object): object {
  count += 1;
  return {
    id: `f:${count}`,
    channelId: 'msteams',
    from: { id: `29:${user}`, aadObjectId: user, name: `The ${user}` },
    recipient: { id: BOT },
    conversation: { id: `a:${user}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...change,
  };
}

export function typed(user: string, text: string, change: object = {}): object {
  return activity(user, {
    type: 'message',
    text,
    locale: 'en-GB',
    localTimezone: 'Europe/London',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', timezone: 'Europe/London' }],
    ...change,
  });
}

/** `Action.Execute`. */
export function executed(user: string, data: object, change: object = {}): object {
  return activity(user, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1',
    value: { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' },
    ...change,
  });
}

/** `Action.Submit`, of a client that knows no other. */
export function submitted(user: string, data: object, change: object = {}): object {
  return activity(user, { type: 'message', value: data, replyToId: '1', ...change });
}

export function dialog(user: string, name: 'task/fetch' | 'task/submit', data: object): object {
  return activity(user, { type: 'invoke', name, value: { data }, replyToId: '1' });
}

export function installed(user: string, action = 'add'): object {
  return activity(user, { type: 'installationUpdate', action, locale: 'de-DE' });
}

export function joined(user: string): object {
  return activity(user, { type: 'conversationUpdate', membersAdded: [{ id: BOT }] });
}

/** What happens in a team's channel. */
export function inTeam(user: string, team: string, change: object): object {
  return activity(user, {
    conversation: { id: `${team};messageid=1`, conversationType: 'channel', tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: team, name: 'Field Sales' } },
    ...change,
  });
}
