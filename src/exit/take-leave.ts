/** What a leaver does: chooses who reads it, answers screen by screen, goes back, ends it. */
import type { ActionName } from '../message/message.ts';
import type { Fields, Response } from '../message/reply.ts';
import type { Desk } from '../ports/desk.ts';

export type Leaving = Exclude<Extract<ActionName, `exit-${string}`>, 'exit-report'>;

export async function takeLeave(_desk: Desk, _action: Leaving, _about: string): Promise<Response> {
  throw new Error('not built yet');
}

/** One screen of the interview; `screen` is its id. */
export async function submitScreen(
  _desk: Desk,
  _screen: string,
  _fields: Fields,
): Promise<Response> {
  throw new Error('not built yet');
}
