/** Where somebody is written to: what Microsoft calls a conversation reference, as an account's `place`. */
import { textAt } from '../../src/message/read-payload.ts';

export interface Place {
  /** Of the Connector; it depends on region and tenant, and may change. */
  readonly serviceUrl: string;
  readonly tenant: string;
  /** The bot's own id, `28:...`. */
  readonly bot: string;
  /** `29:...`, which is of this user and bot; of a team none. */
  readonly user?: string | undefined;
  /** Absent: there is no chat with them yet. */
  readonly conversation?: string | undefined;
}

export function writePlace({ serviceUrl, tenant, bot, user, conversation }: Place): string {
  return JSON.stringify({ serviceUrl, tenant, bot, user, conversation });
}

/** Undefined for what we did not write. */
export function readPlace(place: string | undefined): Place | undefined {
  const read = parsed(place);
  const serviceUrl = textAt(read, 'serviceUrl');
  const tenant = textAt(read, 'tenant');
  const bot = textAt(read, 'bot');
  if (!serviceUrl || !tenant || !bot) return undefined;
  return {
    serviceUrl,
    tenant,
    bot,
    user: textAt(read, 'user'),
    conversation: textAt(read, 'conversation'),
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
