/** The calls to Teams' Connector that we make, each with one attempt; every failure is a `CallFailed`. */
import { CloudAdapter, TeamsInfo, type TurnContext } from 'botbuilder';
import { seconds } from '../in-hand.ts';
import type { Authentication } from './authenticate.ts';
import { CallFailed, retryAfter } from './errors.ts';
import type { Place } from './place.ts';

/** A place with a chat. */
export type Conversation = Place & { readonly conversation: string };

/** What a message is made of, as Teams takes it. */
export type Content =
  | { readonly summary: string; readonly card: object }
  | { readonly text: string };

export interface Connector {
  /** Posts a message; the id of its activity. */
  post(to: Conversation, content: Content): Promise<string>;
  update(at: Conversation, activity: string, content: Content): Promise<void>;
  /** The id of the chat with this user; one that is there already comes back. Nothing is posted. */
  open(place: Place, user: string): Promise<string>;
  /** One page of a team's people; `next` where there are more. */
  members(of: Conversation, next?: string): Promise<{ members: unknown[]; next?: string }>;
  member(of: Conversation, user: string): Promise<unknown>;
}

const CHANNEL = 'msteams';
const CARD = 'application/vnd.microsoft.card.adaptive';
/** The most that Teams gives at once. */
const PAGE = 500;

export function connector({ botFramework }: Authentication, appId: string): Connector {
  const adapter = new CloudAdapter(botFramework);
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  async function inTurn<T>(at: Conversation, work: (turn: TurnContext) => Promise<T>): Promise<T> {
    let result: { readonly of: T } | undefined;
    await adapter.continueConversationAsync(appId, referenceOf(at), async (turn) => {
      result = { of: await work(turn) };
    });
    if (!result) throw new Error('botbuilder did not run a turn.');
    return result.of;
  }
  return {
    post: (to, content) =>
      inTurn(to, async (turn) => {
        const posted = await turn.sendActivity(activityOf(content));
        return posted?.id ?? '';
      }),
    update: (at, id, content) =>
      inTurn(at, async (turn) => {
        await turn.updateActivity({ ...activityOf(content), id });
      }),
    async open(place, user) {
      let conversation: string | undefined;
      const { serviceUrl, tenant, bot } = place;
      // Typed as complete, but Teams takes no more than this.
      const parameters = {
        isGroup: false,
        bot: { id: bot },
        members: [{ id: user }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      } as unknown as Parameters<typeof adapter.createConversationAsync>[4];
      await adapter.createConversationAsync(
        appId,
        CHANNEL,
        serviceUrl,
        '',
        parameters,
        async ({ activity }) => {
          conversation = activity.conversation.id;
        },
      );
      if (!conversation) throw new CallFailed({ status: 502, code: 'NoConversation' });
      return conversation;
    },
    members: (of, next) =>
      inTurn(of, async (turn) => {
        const page = await TeamsInfo.getPagedMembers(turn, PAGE, next);
        const { continuationToken } = page;
        return { members: page.members, ...(continuationToken && { next: continuationToken }) };
      }),
    member: (of, user) => inTurn(of, (turn) => TeamsInfo.getMember(turn, user)),
  };
}

function referenceOf({ serviceUrl, conversation, tenant, bot, user }: Conversation) {
  return {
    channelId: CHANNEL,
    serviceUrl,
    conversation: { id: conversation, tenantId: tenant } as never,
    bot: { id: bot } as never,
    ...(user !== undefined && { user: { id: user } as never }),
  };
}

function activityOf(content: Content) {
  // Plain: what is said is no markup.
  if ('text' in content) return { type: 'message', text: content.text, textFormat: 'plain' };
  const { summary, card } = content;
  return { type: 'message', summary, attachments: [{ contentType: CARD, content: card }] };
}

/** Tries and seconds of waiting for a call, at the most. */
const TRIES = 3;
const LONGEST = 60;

/**
 * Waits as long as Teams asks, and calls again. By itself for a call that does no harm twice; a post is repeated only
 * where `waitOf` knows that nothing was posted.
 */
export async function patiently<T>(
  call: () => Promise<T>,
  waitOf: (error: unknown) => number | undefined = retryAfter,
): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      const wait = waitOf(error);
      if (wait === undefined || wait > LONGEST || left <= 1) throw error;
      await seconds(wait);
    }
  }
}
