/** What becomes of a delivery after a platform's answer: one rule for every platform. */
import type { Address, Sent } from '../ports/chat.ts';

export type Outcome =
  /** Posted, at this address where it is known. */
  | { readonly address?: Address }
  /** Never again in this round. */
  | { readonly unreachable: true }
  /** Nothing was posted; everybody's sends wait so many seconds, then this one is tried again. */
  | { readonly again: number };

/** How long to wait where the platform lets us post to nobody, in seconds: the operator has to act first. */
const OPERATOR = 300;

/**
 * Rate limited: again, after what the platform says. Unreachable: never again. Forbidden: again, much later. What is
 * thrown instead is unknown: the message may have been posted, so the caller asks the platform before it repeats.
 */
export function afterSend(sent: Sent): Outcome {
  if ('sent' in sent) return { address: sent.sent };
  switch (sent.refused) {
    case 'unreachable':
      return { unreachable: true };
    case 'busy':
      return { again: sent.retryAfter };
    case 'forbidden':
      return { again: OPERATOR };
  }
}
