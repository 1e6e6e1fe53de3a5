/** Hands what people send to the inbox, and shows what comes of it where they sent it from. */
import { copyFor } from '../../src/message/languages.ts';
import type { Reply, Response } from '../../src/message/reply.ts';
import { plain } from '../../src/message/saying.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import { placeAt, type Scene } from './scene.ts';
import type { Screen } from './show.ts';
import { personOf, type Who } from './who.ts';
import type { Source, Workspace, Workspaces } from './workspaces.ts';

export interface Receiving {
  readonly inbox: () => Inbox;
  readonly accounts: AccountStore;
  readonly workspaces: Workspaces;
  readonly who: Who;
  readonly screen: Screen;
  /** Of people whose language is unknown. */
  readonly locale: string;
  readonly tell: (line: string) => void;
  readonly peopleChanged: () => void;
  /** What is in hand is waited for when the adapter closes. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

/** What `authorize` has put into Bolt's context. */
export interface Where {
  readonly workspace: Workspace;
}

/** Characters; a command is a few words, and nothing else is understood. */
export const MOST_TYPED = 300;

/** Undefined where Slack names nobody. */
export async function sceneOf(
  { who, locale }: Receiving,
  { workspace }: Where,
  user: string | undefined,
  rest: Omit<Scene, 'workspace' | 'user' | 'account' | 'copy'>,
): Promise<Scene | undefined> {
  if (user === undefined) return undefined;
  try {
    const account = await who.of(workspace.id, user);
    return { workspace, user, account, copy: copyFor(account?.locale ?? locale), ...rest };
  } catch {
    return { workspace, user, account: undefined, isLost: true, copy: copyFor(locale), ...rest };
  }
}

/** A stranger is told so, and so is whoever's reply was lost. */
export async function answer(
  { inbox, screen, tell }: Receiving,
  scene: Scene,
  replyOf: (person: string) => Reply,
): Promise<void> {
  const { chat } = scene.copy;
  if (scene.isLost) {
    tell(
      'A reply from Slack could not be stored: the accounts can not be read. The person was told.',
    );
    return screen.show(scene, { say: plain(chat.notStored) });
  }
  const person = personOf(scene.account);
  if (person === undefined) {
    const stranger = plain(chat.stranger);
    return screen.show(scene, scene.opened ? { home: stranger } : { say: stranger });
  }
  let response: Awaited<ReturnType<Inbox['receive']>>;
  try {
    response = await inbox().receive(replyOf(person));
  } catch (error) {
    tell(`A reply from Slack could not be stored (${nameOf(error)}). The person was told.`);
    return screen.show(scene, { say: plain(chat.notStored) });
  }
  await screen.show(placed(scene, response), response);
}

/** An interview that was opened from the home page changes the message that asked for it all the same. */
function placed(scene: Scene, { at: lies }: Response): Scene {
  const { message, view } = scene;
  const found = message === undefined && view?.stays && lies ? placeAt(lies) : undefined;
  return found ? { ...scene, message: found, responseUrl: undefined } : scene;
}

/** An acknowledgement that comes too late, or finds the connection gone, must not end the process. */
export async function acknowledged(
  { tell }: Pick<Receiving, 'tell'>,
  ack: () => Promise<unknown>,
): Promise<void> {
  try {
    await ack();
  } catch {
    tell('An acknowledgement to Slack came too late, or its connection was gone.');
  }
}

export function whereOf(context: { readonly [key: string]: unknown }): Where {
  return context as unknown as Where;
}

export function sourceOf({ teamId, enterpriseId, isEnterpriseInstall }: Source): Source {
  return { teamId, enterpriseId, isEnterpriseInstall };
}

/** Never the message: it may quote what was sent. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'error';
}
