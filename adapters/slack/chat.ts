/** The chat port on Slack: posts to people, looks up what may have been posted, and changes it. */

import type { Message } from '../../src/message/message.ts';
import { textAt } from '../../src/message/read-payload.ts';
import type { Account } from '../../src/org/account.ts';
import type { Address, Sent } from '../../src/ports/chat.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import { patiently } from './client.ts';
import { inShort, isNoMessage, platformCode, sentOf } from './errors.ts';
import type { Slack } from './options.ts';
import type { Pace } from './pace.ts';
import type { Charts } from './phased-charts.ts';
import { type Absent, allowsLookup, type Workspace, type Workspaces } from './workspaces.ts';

export interface ChatParts {
  readonly accounts: AccountStore;
  readonly workspaces: Workspaces;
  readonly charts: Charts;
  readonly pace: Pace;
  readonly tell: (line: string) => void;
}

/** Until when a workspace takes no more, by `performance.now()`: what Slack would refuse is not even asked. */
type Limited = Map<string, number>;

/** Readable by every app of the workspace, so that it holds a random id and nothing else. */
const METADATA = 'soundings_delivery';
/** Messages of a direct message channel that are looked through. */
const LOOKED_THROUGH = 100;

export function chat(
  parts: ChatParts,
): Pick<Slack, 'name' | 'canFind' | 'send' | 'find' | 'replace' | 'settle'> {
  const { workspaces } = parts;
  const limited: Limited = new Map();
  return {
    name: 'slack',
    get canFind() {
      return workspaces.canFind;
    },
    async send(person, message, { delivery }) {
      const found = (await slackAccounts(parts, person)).filter(
        ({ active, reachable }) => active && reachable,
      );
      let refused: Sent = { refused: 'unreachable' };
      for (const account of found) {
        const sent = await post({ ...parts, limited }, account, message, delivery);
        if (!('refused' in sent) || sent.refused === 'busy') return sent;
        if (sent.refused === 'forbidden') refused = sent;
      }
      return refused;
    },
    async find(person, delivery) {
      for (const account of await slackAccounts(parts, person)) {
        const address = await findIn(parts, account, delivery);
        if (address !== undefined) return address;
      }
      return undefined;
    },
    replace: (person, address, message) => replace(parts, person, address, message),
    /** Slack keeps the messages, for everybody alike; nothing of ours does. */
    async settle() {},
  };
}

async function slackAccounts({ accounts }: ChatParts, person: string): Promise<Account[]> {
  return (await accounts.of(person)).filter(({ platform }) => platform === 'slack');
}

/** To the user id: opening a channel for each person is limited to 50 a minute. */
async function post(
  parts: ChatParts & { readonly limited: Limited },
  account: Account,
  message: Message,
  delivery: string,
): Promise<Sent> {
  const { workspaces, charts, pace } = parts;
  const workspace = await workspaces.of(account.team);
  if (typeof workspace === 'string') return refusal(workspace);
  const wait = ((parts.limited.get(account.team) ?? 0) - performance.now()) / 1000;
  if (wait > 0) return { refused: 'busy', retryAfter: Math.ceil(wait) };
  await pace(`${account.team}/${account.user}`);
  try {
    const posted = await charts.show(workspace.id, message, ({ text, blocks }) =>
      workspace.posting.chat.postMessage({
        channel: account.user,
        text,
        blocks,
        metadata: { event_type: METADATA, event_payload: { d: delivery } },
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    return { sent: await lies(parts, account, posted) };
  } catch (error) {
    return whatBecame(parts, account, error);
  }
}

async function lies(
  { accounts }: ChatParts,
  account: Account,
  { channel, ts }: { readonly channel?: string; readonly ts?: string },
): Promise<Address> {
  if (channel === undefined || ts === undefined) {
    throw new Error('Slack took a message and did not say where it lies.');
  }
  if (channel !== account.place) await accounts.mark(account, { place: channel });
  return addressOf(account.team, channel, ts);
}

async function whatBecame(
  { accounts, tell, limited }: ChatParts & { readonly limited: Limited },
  account: Account,
  error: unknown,
): Promise<Sent> {
  const sent = sentOf(error);
  if (sent === undefined || 'sent' in sent) throw unclear(error);
  if (sent.refused === 'busy') {
    limited.set(account.team, performance.now() + sent.retryAfter * 1000);
  }
  if (sent.refused === 'unreachable') await accounts.mark(account, { reachable: false });
  if (sent.refused === 'forbidden') tell(forbiddenLine(account.team, error));
  return sent;
}

function refusal(absent: Absent): Sent {
  return absent === 'out-of-reach' ? { refused: 'busy', retryAfter: 30 } : { refused: 'forbidden' };
}

function forbiddenLine(id: string, error: unknown): string {
  const needed = textAt(error, 'data', 'needed');
  return (
    `The Slack workspace ${id} lets the app post to nobody (${inShort(error)}${needed ? `: ${needed}` : ''}). ` +
    'Give the app the scopes of manifest.yml and install it again.'
  );
}

async function findIn(
  parts: ChatParts,
  account: Account,
  delivery: string,
): Promise<Address | undefined> {
  const workspace = await parts.workspaces.of(account.team);
  // Where the app is not installed any more nothing is sent again either.
  if (workspace === 'not-installed' || workspace === 'refused') return undefined;
  if (workspace === 'out-of-reach') {
    throw new Error("Slack can't be reached, so it can't be said whether a message was posted.");
  }
  if (!allowsLookup(workspace)) throw new Error(noLookup(workspace.id));
  try {
    const channel = account.place ?? (await openChannel(parts, workspace, account));
    return channel === undefined ? undefined : await lookUp(workspace, channel, delivery);
  } catch (error) {
    const sent = sentOf(error);
    if (sent && 'refused' in sent && sent.refused === 'unreachable') return undefined;
    if (platformCode(error) !== 'missing_scope') {
      throw new Error(`Slack could not say whether a message was posted (${inShort(error)}).`);
    }
    parts.workspaces.cannotFind(workspace.id);
    throw new Error(noLookup(workspace.id));
  }
}

function noLookup(id: string): string {
  return `Without the scopes im:history and im:write the Slack workspace ${id} can't say whether a message was posted.`;
}

async function openChannel(
  { accounts }: ChatParts,
  { posting }: Workspace,
  account: Account,
): Promise<string | undefined> {
  const { channel } = await posting.conversations.open({ users: account.user });
  if (channel?.id !== undefined) await accounts.mark(account, { place: channel.id });
  return channel?.id;
}

async function lookUp(
  workspace: Workspace,
  channel: string,
  delivery: string,
): Promise<Address | undefined> {
  const { messages = [] } = await workspace.posting.conversations.history({
    channel,
    include_all_metadata: true,
    limit: LOOKED_THROUGH,
  });
  const found = messages.find(
    ({ metadata }) =>
      textAt(metadata, 'event_type') === METADATA &&
      textAt(metadata, 'event_payload', 'd') === delivery,
  );
  return found?.ts === undefined ? undefined : addressOf(workspace.id, channel, found.ts);
}

/** Only where it lies with this person. */
async function replace(
  parts: ChatParts,
  person: string,
  address: Address,
  message: Message,
): Promise<void> {
  const [team = '', channel = '', ts = ''] = address.split('/');
  const accounts = await slackAccounts(parts, person);
  if (!accounts.some((each) => each.team === team && each.place === channel)) return;
  const workspace = await parts.workspaces.of(team);
  if (typeof workspace === 'string') return;
  await update(workspace, parts.charts, { channel, ts }, message);
}

/** A message that is gone is no error. */
export async function update(
  workspace: Workspace,
  charts: Charts,
  place: { readonly channel: string; readonly ts: string },
  message: Message,
): Promise<void> {
  try {
    await patiently(() =>
      charts.show(workspace.id, message, ({ text, blocks }) =>
        workspace.talking.chat.update({ ...place, text, blocks }),
      ),
    );
  } catch (error) {
    if (!isNoMessage(error)) throw new Error(`Slack did not change a message (${inShort(error)}).`);
  }
}

function addressOf(team: string, channel: string, ts: string): Address {
  return `${team}/${channel}/${ts}`;
}

/** Without its cause: it may quote what was sent. */
function unclear(error: unknown): Error {
  return new Error(`It is not known whether Slack posted a message (${inShort(error)}).`);
}
