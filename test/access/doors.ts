/** The ways in for what people press and send: each hands it to the same inbox, as whoever it was. */
import { afterEach } from 'vitest';
import { web } from '../../adapters/web/connect.ts';
import type { Response as Reaction, Reply } from '../../src/message/reply.ts';
import { hashOf, newToken } from '../../src/org/session.ts';
import { memoryMessages } from '../web/doubles.ts';
import type { What } from './objects.ts';
import { PEOPLE, SITE, type Stage } from './stage.ts';

/** Closed after the test. */
export const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Presses or sends it; what the person is shown. */
export type Door = (person: string, what: What, about: string) => Promise<Reaction>;

function replyOf(person: string, { kind, name }: What, about: string): Reply {
  return kind === 'action'
    ? { kind, person, about, action: name }
    : { kind, person, about, form: name, fields: fieldsOf(name) };
}

/** Enough for each form to be taken where it may be, but for campaigns and leavers. */
export function fieldsOf(name: What['name']): Record<string, string[]> {
  return name === 'answers' ? { team: ['4'] } : { name: ['Mine'], text: ['Ours'] };
}

export function straight({ inbox }: Stage): Door {
  return (person, what, about) => inbox.receive(replyOf(person, what, about));
}

/** Signed in; the body says that it is HR who asks. */
export async function onPage({ inbox, town }: Stage): Promise<Door> {
  const { signIn: sessions, org } = town.ports.store;
  const person = async (id: string) => {
    const found = await org.person(id);
    return found && { name: found.name, locale: 'en' };
  };
  let ms = 0;
  // Every request is a minute after the one before: nobody asks too often.
  const now = () => {
    ms += 60_000;
    return ms;
  };
  const page = web({
    ...{ host: '127.0.0.1', port: 0, messages: memoryMessages() },
    directory: async () => [],
    about: { organisation: 'Town', demonstration: false },
    clock: { now: town.now },
    signIn: { site: SITE, sessions, person, now },
  });
  const { url } = await page.listen(inbox);
  ends.push(() => page.close());
  const cookies = new Map<string, string>();
  const cookieOf = async (id: string) => {
    const known = cookies.get(id);
    if (known !== undefined) return known;
    const link = newToken();
    const until = new Date(town.now().getTime() + 60_000);
    await sessions.offer({ hash: hashOf(link), person: id, until });
    const headers = { origin: SITE };
    const pressed = await fetch(`${url}/sign-in/${link}`, {
      method: 'POST',
      headers,
      redirect: 'manual',
    });
    const [cookie = ''] = pressed.headers.get('set-cookie')?.split(';') ?? [];
    cookies.set(id, cookie);
    return cookie;
  };
  // Before anybody looks: a session is a change, too.
  for (const { person } of PEOPLE) await cookieOf(person);
  return async (id, what, about) => {
    const cookie = await cookieOf(id);
    if (what.name === 'sign-out') cookies.delete(id);
    const sent = await fetch(`${url}/api/reply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-soundings': 'page', origin: SITE, cookie },
      body: JSON.stringify({ reply: replyOf('hana', what, about) }),
    });
    if (!sent.ok) throw new Error(`${sent.status}: ${await sent.text()}`);
    return (await sent.json()) as Reaction;
  };
}
