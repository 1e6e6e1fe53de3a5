/** A submitted form. It is acknowledged within Slack's three seconds, whatever the store does. */
import type { ModalView } from '@slack/types';
import { copyFor } from '../../src/message/languages.ts';
import type { Message } from '../../src/message/message.ts';
import { at, textAt } from '../../src/message/read-payload.ts';
import type { Reply, Response } from '../../src/message/reply.ts';
import { plain } from '../../src/message/saying.ts';
import { FORMS } from '../../src/org/roles.ts';
import { nameOf, type Receiving, sceneOf, type Where } from './answer.ts';
import { fieldsOf } from './ids.ts';
import { renderPage } from './render.ts';
import { renderForm } from './render-form.ts';
import { type Carried, carriedFrom, carry, placeAt, type Scene } from './scene.ts';
import { pageOf } from './show.ts';
import { personOf } from './who.ts';

/** Milliseconds that a submission may take before the window says that it is being sealed. */
const PATIENCE = 2200;

type Submit = Omit<Extract<Reply, { kind: 'submit' }>, 'person'>;

interface Form {
  readonly submit: Submit;
  readonly view: string;
  readonly user: string | undefined;
  /** Its fields, by name, in order. */
  readonly fields: readonly string[];
  readonly carried: Pick<Carried, 'responseUrl' | 'message'>;
}

/** What Slack is told of a submission; nothing closes the window. */
type Answered =
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'errors'; errors: Record<string, string> };

/** What becomes of a submission. */
interface Handled {
  readonly answer: Answered | undefined;
  /** For a window that already says "sealing"; none: there is nobody to show it to. */
  readonly late: () => Promise<void>;
  /** What happens elsewhere on the screen. */
  readonly elsewhere: () => Promise<void>;
}

const nothing = async () => {};

export async function receiveForm(
  parts: Receiving,
  where: Where,
  body: unknown,
  ack: (answer: Answered | undefined) => Promise<void>,
): Promise<void> {
  const form = formOf(body);
  if (!form) {
    parts.tell('A form from Slack was refused: it is none of ours. Nothing was stored.');
    return ack(undefined);
  }
  const done = handled(parts, where, form);
  const inTime = await Promise.race([done, after(PATIENCE)]);
  if (inTime) {
    await ack(inTime.answer);
    return inTime.elsewhere();
  }
  // Even the account may not have been read yet, and with it the language.
  const { chat } = copyFor(parts.locale);
  await ack({ response_action: 'update', view: renderPage(plain(chat.sealing), chat.close) });
  const late = await done;
  await Promise.all([late.late(), late.elsewhere()]);
}

async function handled(parts: Receiving, where: Where, form: Form): Promise<Handled> {
  const { submit, view, user, carried } = form;
  let scene: Scene | undefined;
  try {
    scene = await sceneOf(parts, where, user, carried);
    if (!scene) return { answer: undefined, late: nothing, elsewhere: nothing };
    if (scene.isLost) throw new Error('The accounts can not be read.');
    const person = personOf(scene.account);
    if (person === undefined) return shown(parts, scene, view, plain(scene.copy.chat.stranger));
    return outcome(parts, scene, form, await parts.inbox().receive({ ...submit, person }));
  } catch (error) {
    parts.tell(`A form from Slack could not be stored (${nameOf(error)}). The person was told.`);
    const copy = scene?.copy ?? copyFor(parts.locale);
    const page = plain(copy.chat.notStored);
    return {
      answer: { response_action: 'errors', errors: errorsOf(form, { '': page.summary }) },
      late: () => parts.screen.turn(where.workspace, view, renderPage(page, copy.chat.close)),
      elsewhere: nothing,
    };
  }
}

function outcome(parts: Receiving, scene: Scene, form: Form, response: Response): Handled {
  const { faults, page, say, form: next, replace, at: lies } = response;
  const { view } = form;
  if (faults && Object.keys(faults).length > 0) {
    const all = plain(Object.values(faults).join(' '));
    const answer: Answered = { response_action: 'errors', errors: errorsOf(form, faults) };
    return { ...shown(parts, scene, view, all), answer };
  }
  const isHomeless = scene.responseUrl === undefined && typeof scene.message !== 'object';
  const message = scene.message === undefined && lies ? placeAt(lies) : undefined;
  const elsewhere = message
    ? () =>
        parts.screen.show({ ...scene, message, responseUrl: undefined }, outsideOf(response, false))
    : () => parts.screen.show(scene, outsideOf(response, isHomeless));
  if (next) {
    const again = renderForm(next, carry(next.about, scene));
    return { ...turning(parts, scene, view, again), elsewhere };
  }
  const late = shown(parts, scene, view, page ?? replace ?? say ?? plain(scene.copy.chat.done));
  const inWindow = page ?? (isHomeless ? (say ?? replace) : undefined);
  const answer = inWindow && shown(parts, scene, view, inWindow).answer;
  return { answer, late: late.late, elsewhere };
}

/** What is shown where the form came from; without such a place its window says all but the home page. */
function outsideOf({ home, replace, say }: Response, isHomeless: boolean): Response {
  return {
    ...(home && { home }),
    ...(replace && !isHomeless && { replace }),
    ...(say && !isHomeless && { say }),
  };
}

/** A page in the window. */
function shown(parts: Receiving, scene: Scene, view: string, page: Message): Handled {
  return turning(parts, scene, view, pageOf(scene, page));
}

/** Something else in the window, at once or later. */
function turning(parts: Receiving, scene: Scene, id: string, view: ModalView): Handled {
  return {
    answer: { response_action: 'update', view },
    late: () => parts.screen.turn(scene.workspace, id, view),
    elsewhere: nothing,
  };
}

/** By block; what belongs to no field of the form stands at the first. */
function errorsOf(
  { fields }: Form,
  faults: Readonly<Record<string, string>>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, fault] of Object.entries(faults)) {
    const block = fields.includes(name) ? name : (fields[0] ?? name);
    errors[block] = block in errors ? `${errors[block]} ${fault}` : fault;
  }
  return errors;
}

/** Undefined for what is no form of ours. */
function formOf(body: unknown): Form | undefined {
  const name = FORMS.find((each) => each === textAt(body, 'view', 'callback_id'));
  const carried = carriedFrom(textAt(body, 'view', 'private_metadata'));
  const view = textAt(body, 'view', 'id');
  const values = at(body, 'view', 'state', 'values');
  if (!name || !carried || !view || !isRecord(values)) return undefined;
  if (!Object.values(values).every(isFields)) return undefined;
  const { about, ...place } = carried;
  const fields = fieldsOf(values as Parameters<typeof fieldsOf>[0]);
  return {
    submit: { kind: 'submit', form: name, about, fields },
    view,
    user: textAt(body, 'user', 'id'),
    fields: Object.keys(values),
    carried: place,
  };
}

function isFields(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isRecord);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
