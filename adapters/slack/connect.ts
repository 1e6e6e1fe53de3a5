/** The Slack adapter: Bolt behind the ports. The only file of this folder that is to be imported from outside. */
import { App, type HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Inbox } from '../../src/ports/inbox.ts';
import { type InHand, inHand, seconds } from '../in-hand.ts';
import { atMostOnceAMinute } from '../seldom.ts';
import { soon } from '../soon.ts';
import { nameOf, type Receiving } from './answer.ts';
import { chat } from './chat.ts';
import { type ClientSetting, clientOptions } from './client.ts';
import { listAll } from './directory.ts';
import { installations } from './installations.ts';
import { installer } from './installer.ts';
import { type OneWorkspace, oneWorkspace } from './one-workspace.ts';
import type { Slack, SlackOptions } from './options.ts';
import { pace } from './pace.ts';
import { charts } from './phased-charts.ts';
import { receive } from './receive.ts';
import { end, httpReceiver } from './receiver.ts';
import { type Door, door } from './requests.ts';
import { screen } from './show.ts';
import { type Socket, socket } from './socket.ts';
import { quietLogger } from './speak.ts';
import { who } from './who.ts';
import type { Absent, Source, Workspace, Workspaces } from './workspaces.ts';

/** Seconds until whatever is still open is left to itself. */
const CLOSING = 5;
const TIMEOUT = 10_000;

export function slack(options: SlackOptions): Slack {
  const tell = atMostOnceAMinute(options.tell);
  const setting: ClientSetting = {
    ...(options.apiUrl && { apiUrl: options.apiUrl }),
    logger: quietLogger(tell),
  };
  const people = soon(options.peopleChanged);
  const access = accessTo(options, setting, tell, people.call);
  const { workspaces } = access;
  const works = inHand();
  const at = {
    charts: charts(() => options.clock().getTime()),
    pace: pace(),
    tell,
    workspaces,
    accounts: options.accounts,
  };
  let inbox: Inbox | undefined;
  let isClosed = false;
  const known = who(options.accounts);
  const arrival = arrivalOf(options, setting, tell, access.install, () => inbox !== undefined);
  const parts: Receiving = {
    ...at,
    inbox: () => given(inbox),
    who: known,
    screen: screen(at),
    locale: options.locale,
    peopleChanged: people.call,
    hold: works.hold,
  };
  receive(bolt(arrival.receiver, workspaces, setting, tell), parts);
  return {
    ...portOf(at, works),
    get canFind() {
      return workspaces.canFind;
    },
    ...(arrival.door && { requests: arrival.door.take }),
    async listen(to) {
      inbox = to;
      if (access.one) await untilKnown(access.one, () => isClosed);
      await arrival.socket?.open();
    },
    async list() {
      const all = await workspaces.all();
      if (typeof all === 'string') throw new Error(NOT_LISTED[all]);
      const directory = await listAll(all, options.accounts, tell);
      known.forget();
      return directory;
    },
    async close() {
      isClosed = true;
      people.cancel();
      await Promise.all([arrival.door?.close(CLOSING), arrival.socket?.close(CLOSING)]);
      await works.finished(CLOSING);
    },
  };
}

const NOT_LISTED: Readonly<Record<Absent, string>> = {
  'out-of-reach': "Slack can't be reached, so its people can't be listed. Try again later.",
  refused: 'Slack does not accept SLACK_BOT_TOKEN, so its people can not be listed. Correct it.',
  'not-installed': 'The app is installed in no Slack workspace. Install it at /slack/install.',
};

/** Posts are waited for too: one that is cut off may have been posted. */
function portOf(at: Parameters<typeof chat>[0], { hold }: InHand) {
  const { send, ...port } = chat(at);
  return { ...port, send: (...given: Parameters<typeof send>) => hold(send(...given)) };
}

function given(inbox: Inbox | undefined): Inbox {
  if (!inbox) throw new Error('Slack is not listened to yet.');
  return inbox;
}

interface Access {
  readonly workspaces: Workspaces;
  readonly one?: OneWorkspace;
  readonly install?: HTTPReceiver;
}

function accessTo(
  { access, apiUrl, installations: kept, seal }: SlackOptions,
  setting: ClientSetting,
  tell: (line: string) => void,
  added: () => void,
): Access {
  if ('token' in access) {
    const one = oneWorkspace(access.token, setting, tell);
    return { workspaces: one, one };
  }
  const many = installations({ installations: kept, seal, setting, tell, added });
  return { workspaces: many, install: installer(access, many.store, setting, apiUrl) };
}

interface Arrival {
  readonly receiver: Receiver;
  readonly door?: Door;
  readonly socket?: Socket;
}

function arrivalOf(
  { arrival }: SlackOptions,
  setting: ClientSetting,
  tell: (line: string) => void,
  install: HTTPReceiver | undefined,
  isReady: () => boolean,
): Arrival {
  if ('appToken' in arrival) {
    const receiver = new SocketModeReceiver({
      appToken: arrival.appToken,
      logger: setting.logger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: clientOptions(setting, TIMEOUT) },
      processEventErrorHandler: async ({ error }) => {
        tell(`An envelope from Slack was not handled (${nameOf(error)}).`);
        return false;
      },
    });
    const nothing = async () => {};
    const pages: Door = door({ next: nothing, pages: pagesOf(install), tell, isReady });
    return { receiver, socket: socket(receiver, tell), ...(install && { door: pages }) };
  }
  const receiver = httpReceiver(tell);
  const { signingSecret } = arrival;
  const next = receiver.take;
  return { receiver, door: door({ signingSecret, next, pages: pagesOf(install), tell, isReady }) };
}

/** Those of an installation, if there may be any. */
function pagesOf(install: HTTPReceiver | undefined): HTTPReceiver['requestListener'] {
  return install?.requestListener ?? ((_, response) => end(response, 404));
}

/** There is no token for where an event comes from, so there is nothing to be done about it. */
class NotInstalled extends Error {}

function bolt(
  receiver: Receiver,
  workspaces: Workspaces,
  setting: ClientSetting,
  tell: (line: string) => void,
): App {
  const app = new App({
    receiver,
    logger: setting.logger,
    clientOptions: clientOptions(setting, TIMEOUT),
    convoStore: false,
    attachFunctionToken: false,
    // Asks Slack nothing: with a `token` Bolt would, at once, and end the process if nobody answers.
    authorize: async (source: Source) => authorized(source, await workspaces.from(source)),
  });
  app.error(async (error) => {
    const cause = (error as { original?: unknown }).original;
    if (!(cause instanceof NotInstalled)) throw error;
    tell(cause.message);
  });
  return app;
}

function authorized({ teamId, enterpriseId }: Source, workspace: Workspace | string) {
  if (typeof workspace === 'string') {
    throw new NotInstalled(
      `Something came from the Slack workspace ${teamId ?? enterpriseId}, where the app is not installed. Nothing was stored.`,
    );
  }
  const { token, botId, botUserId } = workspace;
  return {
    botToken: token,
    ...(botId && { botId }),
    ...(botUserId && { botUserId }),
    ...(teamId && { teamId }),
    ...(enterpriseId && { enterpriseId }),
    workspace,
  };
}

/** The first check is waited for; a Slack out of reach is asked again in the background. */
async function untilKnown(one: OneWorkspace, isClosed: () => boolean): Promise<void> {
  if ((await one.check()) !== 'out-of-reach') return;
  void (async () => {
    for (let pause = 2; !isClosed(); pause = Math.min(60, pause * 2)) {
      await seconds(pause);
      if (isClosed() || (await one.check()) !== 'out-of-reach') return;
    }
  })();
}
