/** What HR does about leavers: announces, corrects, withdraws, reads what was given to HR by name. */
import type { ActionName } from '../message/message.ts';
import type { Fields, Response } from '../message/reply.ts';
import type { Desk } from '../ports/desk.ts';

export type Attending = Extract<ActionName, 'leavers' | `leaver-${string}`>;

export async function attend(_desk: Desk, _action: Attending, _about: string): Promise<Response> {
  throw new Error('not built yet');
}

export async function saveLeaver(_desk: Desk, _about: string, _fields: Fields): Promise<Response> {
  throw new Error('not built yet');
}

export async function announceByWord(
  _desk: Desk,
  _asked: { readonly who: string; readonly day: string },
): Promise<Response> {
  throw new Error('not built yet');
}
