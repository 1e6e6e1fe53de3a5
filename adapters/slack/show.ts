/** Puts a response of the inbox on the person's screen, part by part; one that fails leaves the others as they are. */
import type { ModalView } from '@slack/types';
import type { ActionName, Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { plain } from '../../src/message/saying.ts';
import { update } from './chat.ts';
import { patiently } from './client.ts';
import { inShort, isExpired, platformCode } from './errors.ts';
import type { Pace } from './pace.ts';
import type { Charts } from './phased-charts.ts';
import { renderHome, renderPage } from './render.ts';
import { renderForm } from './render-form.ts';
import { respond } from './respond.ts';
import { carry, type Scene } from './scene.ts';
import type { Workspace } from './workspaces.ts';

export interface Screen {
  show(scene: Scene, response: Response): Promise<void>;
  /** Changes an open window. */
  turn(workspace: Workspace, id: string, view: ModalView): Promise<void>;
}

export interface ScreenParts {
  readonly charts: Charts;
  readonly pace: Pace;
  readonly tell: (line: string) => void;
}

export function screen(parts: ScreenParts): Screen {
  const attempt = async (what: string, part: Promise<unknown>) => {
    try {
      await part;
    } catch (error) {
      parts.tell(`Slack did not show ${what} (${inShort(error)}).`);
    }
  };
  return {
    async show(scene, response) {
      const { form, page, say, replace, home } = split(scene, response);
      await Promise.all([
        form && attempt('a form', openForm(parts, scene, form)),
        page && attempt('a page', showPage(parts, scene, page)),
        say && attempt('a sentence', whisper(parts, scene, say)),
        replace && attempt('a changed message', takePlace(parts, scene, replace)),
        home && attempt('a home page', publish(scene, home)),
      ]);
    },
    turn({ talking }, view_id, view) {
      return attempt(
        'a changed window',
        patiently(() => talking.views.update({ view_id, view })),
      );
    },
  };
}

/** In a window there is no message to change, and nobody sees a sentence behind it: both become a page. */
function split(scene: Scene, response: Response): Response {
  const { view, message, responseUrl, channel } = scene;
  const isHomeless = !message && !responseUrl && !channel;
  if (!view || (!isHomeless && !view.stays)) return response;
  const { replace, say, ...rest } = response;
  const page = response.page ?? replace ?? say;
  return {
    ...rest,
    ...(page && !response.form && { page }),
    ...(replace && !isHomeless && { replace }),
  };
}

/** An interview goes on in one window, which knows the message that it began with. Other pages know none. */
export function pageOf(scene: Scene, page: Message): ModalView {
  const isInterview = page.blocks.some(
    (block) => block.kind === 'actions' && block.actions.some(({ action }) => isLeavers(action)),
  );
  return renderPage(page, scene.copy.chat.close, isInterview ? carry('', scene) : undefined);
}

/** What released exits say is read like any other page. */
function isLeavers(action: ActionName): boolean {
  return action.startsWith('exit-') && action !== 'exit-report';
}

async function openForm(parts: ScreenParts, scene: Scene, form: Form): Promise<void> {
  await openWindow(parts, scene, renderForm(form, carry(form.about, scene)));
}

/** A page where a window can be opened; else the same as a message. */
async function showPage(parts: ScreenParts, scene: Scene, page: Message): Promise<void> {
  if (scene.trigger === undefined) return whisper(parts, scene, page);
  await openWindow(parts, scene, pageOf(scene, page));
}

async function openWindow(parts: ScreenParts, scene: Scene, view: ModalView): Promise<void> {
  const { workspace, trigger, copy } = scene;
  const { views } = workspace.talking;
  const from = scene.view;
  if (from?.stays) {
    await patiently(() => views.update({ view_id: from.id, view }));
    return;
  }
  try {
    if (trigger === undefined) return await whisper(parts, scene, plain(copy.chat.noWindow));
    if (from === undefined || from.isHome) await views.open({ trigger_id: trigger, view });
    else await push(scene, from.id, trigger, view);
  } catch (error) {
    if (!isExpired(error)) throw error;
    await whisper(parts, scene, plain(copy.chat.tooSlow));
  }
}

/** On top of the window that was clicked; in its place, where Slack stacks no more than three. */
async function push(
  { workspace }: Scene,
  from: string,
  trigger_id: string,
  view: ModalView,
): Promise<void> {
  const { views } = workspace.talking;
  try {
    await views.push({ trigger_id, view });
  } catch (error) {
    if (platformCode(error) !== 'push_limit_reached') throw error;
    await views.update({ view_id: from, view });
  }
}

async function whisper(parts: ScreenParts, scene: Scene, message: Message): Promise<void> {
  const { workspace, user, account, responseUrl, channel } = scene;
  if (channel !== undefined) return post(parts, scene, channel, message);
  const rendered = parts.charts.render(workspace.id, message);
  if (responseUrl !== undefined) {
    const answer = { ...rendered, response_type: 'ephemeral', replace_original: false } as const;
    if (await respond(responseUrl, answer)) return;
  }
  const { message: clicked } = scene;
  const at = typeof clicked === 'object' ? clicked.channel : account?.place;
  if (at === undefined) return;
  await patiently(() =>
    parts.charts.show(workspace.id, message, (again) =>
      workspace.talking.chat.postEphemeral({ channel: at, user, ...again }),
    ),
  );
}

/** Words typed to the app are answered by a message, which stays. */
async function post(
  { charts, pace }: ScreenParts,
  { workspace, user }: Scene,
  channel: string,
  message: Message,
): Promise<void> {
  await pace(`${workspace.id}/${user}`);
  await patiently(() =>
    charts.show(workspace.id, message, (rendered) =>
      workspace.talking.chat.postMessage({ channel, ...rendered, unfurl_links: false }),
    ),
  );
}

/** By `response_url` first: changing a message by its address is limited to 50 a minute. */
async function takePlace(parts: ScreenParts, scene: Scene, message: Message): Promise<void> {
  const { workspace, responseUrl, channel } = scene;
  if (channel !== undefined) return post(parts, scene, channel, message);
  if (scene.message === undefined) return whisper(parts, scene, message);
  const rendered = parts.charts.render(workspace.id, message);
  if (responseUrl && (await respond(responseUrl, { ...rendered, replace_original: true }))) return;
  if (scene.message !== 'fleeting') await update(workspace, parts.charts, scene.message, message);
}

async function publish({ workspace, user }: Scene, home: Message): Promise<void> {
  const view = renderHome(home);
  await patiently(() => workspace.talking.views.publish({ user_id: user, view }));
}
