/** What released exits say, what drives people here, and the questions to those who stay that follow from both. */
import type { ActionName } from '../message/message.ts';
import type { Response } from '../message/reply.ts';
import type { Desk } from '../ports/desk.ts';

export type Reflecting = Extract<ActionName, 'exit-report' | 'value' | 'mirror-ask' | 'stay-ask'>;

/** `about` is a unit; of a report it may be empty: the root for HR, what they lead for a manager. */
export async function reflect(_desk: Desk, _action: Reflecting, _about: string): Promise<Response> {
  throw new Error('not built yet');
}
