/** The door in for whatever people click or type. Implemented by `soundings.ts`, called by chat adapters. */
import type { Reply, Response } from '../message/reply.ts';

export interface Inbox {
  /**
   * Handles one reply; idempotent, so that a platform may repeat it. When it resolves, whatever it confirms is
   * durable. An expected refusal (round closed, value off the scale) is a kind message in the response; it rejects
   * only if nothing could be stored, and then nothing was.
   */
  receive(reply: Reply): Promise<Response>;
}
