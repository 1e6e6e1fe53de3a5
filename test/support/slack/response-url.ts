/** The URL that comes with a click or a command: five uses in half an hour, no token. */
import { randomBytes } from 'node:crypto';
import { isJson, type Json } from './block-rules.ts';
import { type Answer, contentOf, fine, isAnswer, refuse } from './method.ts';
import { change, keep, whisper } from './methods-chat.ts';
import { directMessage, type ResponseUrl, type World } from './state.ts';

const USES = 5;
const LIFE = 30 * 60_000;

/** A new URL's path for this person, about the message with this `ts` if there is one. */
export function issue(world: World, user: string, ts?: string): string {
  const id = randomBytes(12).toString('hex');
  const ephemeral = world.ephemerals.some((each) => each.ts === ts);
  world.responseUrls.set(id, {
    user,
    channel: directMessage(user),
    ...(ts ? { ts } : {}),
    ephemeral,
    expires: world.now() + LIFE,
    left: USES,
  });
  return `/response/${id}`;
}

/** Uses it. `status` is what the app's HTTP client sees. */
export function respond(
  world: World,
  id: string,
  body: unknown,
): { status: number; answer: Answer } {
  const url = world.responseUrls.get(id);
  if (!url) return { status: 404, answer: refuse('invalid_url') };
  if (world.now() > url.expires) return { status: 404, answer: refuse('expired_url') };
  if (url.left === 0) return { status: 404, answer: refuse('used_url') };
  if (!isJson(body)) return { status: 400, answer: refuse('invalid_payload') };
  const answer = apply(world, url, body);
  if (answer.ok) url.left--;
  return { status: answer.ok ? 200 : 400, answer };
}

function apply(world: World, url: ResponseUrl, body: Json): Answer {
  if (body.delete_original === true) return remove(world, url);
  const content = contentOf(world, body);
  if (isAnswer(content)) return content;
  if (body.replace_original !== true || url.ts === undefined) {
    if (body.response_type === 'in_channel') keep(world, url.user, content);
    else whisper(world, url.user, content);
    return fine();
  }
  if (url.ephemeral) {
    world.ephemerals = world.ephemerals.map((each) =>
      each.ts === url.ts ? { ...each, text: content.text, blocks: content.blocks ?? [] } : each,
    );
    return fine();
  }
  const message = world.messages.find((each) => each.ts === url.ts && each.channel === url.channel);
  // Words alone take the place of blocks too: the whole message is replaced.
  if (message) change(message, { ...content, blocks: content.blocks ?? [] });
  return message ? fine() : refuse('message_not_found');
}

function remove(world: World, url: ResponseUrl): Answer {
  world.messages = world.messages.filter((each) => each.ts !== url.ts);
  world.ephemerals = world.ephemerals.filter((each) => each.ts !== url.ts);
  return fine();
}
