/** The page's only way to the server: four reads, three sends, one stream. */
import type { Response as Reaction } from '../../../src/message/reply.ts';
import type { About, Click, ClockFace, Gone, Posted, Resident, SignOut } from '../wire.ts';

/** What came back, or a sentence about why nothing did. */
export type Answer<T> = { readonly value: T } | { readonly error: string };

const silence = 'Soundings does not answer. Is it still running?';

export function getAbout(): Promise<Answer<About>> {
  return ask<About>('/api/about');
}

export function getPeople(): Promise<Answer<Resident[]>> {
  return ask<Resident[]>('/api/people');
}

export function getMessages(person: string): Promise<Answer<Posted[]>> {
  return ask<Posted[]>(`/api/people/${encodeURIComponent(person)}/messages`);
}

export function sendClick(click: Click): Promise<Answer<Reaction>> {
  return ask<Reaction>('/api/reply', click);
}

export function skipAhead(): Promise<Answer<ClockFace>> {
  return ask<ClockFace>('/api/clock/skip', {});
}

export function signOut(how: SignOut): Promise<Answer<unknown>> {
  return ask('/api/sign-out', how);
}

export interface Following {
  posted(posted: Posted): void;
  gone(gone: Gone): void;
  clock(face: ClockFace): void;
  /** The stream is there, for the first time or again: fetch what may have been missed. */
  open(): void;
  lost(): void;
}

/** Follows a person's messages until the returned function is called; comes back by itself after a break. */
export function follow(person: string, on: Following): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    source = new EventSource(`/api/people/${encodeURIComponent(person)}/events`);
    source.addEventListener('open', () => on.open());
    source.addEventListener('posted', (event) => on.posted(JSON.parse(event.data)));
    source.addEventListener('gone', (event) => on.gone(JSON.parse(event.data)));
    source.addEventListener('clock', (event) => on.clock(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      on.lost();
      // The browser tries again by itself unless the server answered with an error.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, 2000);
    });
  }

  function disconnect(): void {
    clearTimeout(retry);
    source?.close();
  }

  // A browser allows six connections to one server: tabs in the background must not use them up.
  function turn(): void {
    disconnect();
    if (!document.hidden) connect();
  }

  document.addEventListener('visibilitychange', turn);
  turn();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    disconnect();
  };
}

async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  const send = {
    method: 'POST',
    // No other site's page may send these.
    headers: { 'content-type': 'application/json', 'x-soundings': 'page' },
    body: JSON.stringify(body),
  };
  try {
    const response = await fetch(path, body === undefined ? {} : send);
    // Signed out elsewhere, or for too long: the server shows the way in.
    if (response.status === 401) location.reload();
    const value = await response.json();
    return response.ok ? { value } : { error: String(value.error ?? silence) };
  } catch {
    return { error: silence };
  }
}
