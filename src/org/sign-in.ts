/** The way to the page: a link through chat, where we know who somebody is; a session for whoever used it. */
import { buttons } from '../message/home-message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import type { SignInStore } from '../ports/sign-in.ts';
import type { Store } from '../ports/store.ts';
import { hashOf, LINK_MINUTES, newToken, renewed, sessionFrom } from './session.ts';

/** A link for whoever asks in chat, who is known there. */
export async function offerLink({ ports, person, copy, now }: Desk): Promise<Response> {
  const { store, signInAt } = ports;
  if (signInAt === undefined) return { say: plain(copy.signIn.none) };
  if (!(await store.org.person(person))) return { say: plain(copy.home.stranger) };
  const until = new Date(now.getTime() + LINK_MINUTES * 60_000);
  const url = await newLink(store.signIn, signInAt, person, until);
  const { title, intro, link, everywhere } = copy.signIn;
  return {
    page: {
      summary: title,
      blocks: [
        { kind: 'heading', text: title },
        { kind: 'text', text: intro(LINK_MINUTES) },
        { kind: 'link', text: link, url },
        buttons('', [['sign-out', everywhere]]),
      ],
    },
  };
}

/** Days for which a link works that is carried to somebody: a letter takes its time. */
export const CARRIED_DAYS = 14;

/** A link for whoever no chat knows, for the operator to hand on; on record before there is one. */
export async function carriedLink(
  { signIn, audit }: Pick<Store, 'signIn' | 'audit'>,
  site: string,
  person: string,
  now: Date,
): Promise<string> {
  await audit.append({ at: now, who: 'operator', did: 'link', to: person });
  const until = new Date(now.getTime() + CARRIED_DAYS * 86_400_000);
  return newLink(signIn, site, person, until);
}

async function newLink(store: SignInStore, site: string, person: string, until: Date) {
  const token = newToken();
  await store.offer({ hash: hashOf(token), person, until });
  return `${site}/sign-in/${token}`;
}

/** Everywhere: for whoever has left a session open where they can't reach it. */
export async function signOut({ ports, person, copy }: Desk): Promise<Response> {
  await ports.store.signIn.endAll(person);
  return { say: plain(copy.signIn.outEverywhere) };
}

/** Whose link it is, without using it. */
export function invited(store: SignInStore, token: string, now: Date): Promise<string | undefined> {
  return store.offered(hashOf(token), now);
}

/** Uses the link: what the browser is to keep, and who it is now. Undefined: it was used before, or is too old. */
export async function signIn(
  store: SignInStore,
  link: string,
  now: Date,
): Promise<{ readonly token: string; readonly person: string; readonly ends: Date } | undefined> {
  const token = newToken();
  const times = sessionFrom(now);
  const person = await store.redeem(hashOf(link), { hash: hashOf(token), ...times }, now);
  return person === undefined ? undefined : { token, person, ends: times.ends };
}

/** Who somebody is by what their browser keeps; the session goes on. */
export async function whoIs(
  store: SignInStore,
  token: string,
  now: Date,
): Promise<string | undefined> {
  const hash = hashOf(token);
  const session = await store.session(hash, now);
  if (!session) return undefined;
  const until = renewed(session, now);
  if (until) await store.renew(hash, until);
  return session.person;
}

/** This session alone. */
export function leave(store: SignInStore, token: string): Promise<void> {
  return store.end(hashOf(token));
}
