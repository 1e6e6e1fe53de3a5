/** What Teams tells of itself: the app given to a person or a team, taken away again, and people who join or leave a team. */

import { listAt, textAt } from '../../src/message/read-payload.ts';
import type { Receiving } from './answer.ts';
import { forgetTeam, keepTeam } from './directory.ts';
import { greet } from './greet.ts';
import { type Incoming, teamOf } from './incoming.ts';
import { keyOf } from './who.ts';

export async function receiveInstallation(parts: Receiving, incoming: Incoming): Promise<void> {
  // `add-upgrade` and `remove-upgrade`: a new version of the app; the old one goes, the app stays.
  switch (textAt(incoming.activity, 'action')) {
    case 'add':
    case 'add-upgrade':
      return added(parts, incoming);
    case 'remove':
      return removed(parts, incoming);
    default:
      return undefined;
  }
}

export async function receiveMembers(parts: Receiving, incoming: Incoming): Promise<void> {
  const { activity, place, isPersonal } = incoming;
  const has = (list: string) =>
    listAt(activity, list).some((member) => textAt(member, 'id') === place.bot);
  if (has('membersAdded')) return added(parts, incoming);
  if (has('membersRemoved')) return removed(parts, incoming);
  if (isPersonal || !teamOf(activity)) return;
  if (textAt(activity, 'channelData', 'eventType') === 'teamRenamed') {
    await keepTeam(parts.accounts, incoming);
  }
  parts.peopleChanged();
}

async function added(parts: Receiving, incoming: Incoming): Promise<void> {
  if (incoming.isPersonal) {
    // A bot that adds itself is nobody to greet.
    if (incoming.place.user === incoming.place.bot) return;
    const account = await parts.who.of(incoming);
    await greet(parts, incoming, account);
    parts.introduce(incoming, account);
  } else if (await keepTeam(parts.accounts, incoming)) parts.peopleChanged();
}

async function removed(parts: Receiving, incoming: Incoming): Promise<void> {
  const { accounts, who } = parts;
  if (incoming.isPersonal) {
    await accounts.mark(keyOf(incoming), { reachable: false });
    who.forget();
  } else if (await forgetTeam(accounts, incoming)) parts.peopleChanged();
}
