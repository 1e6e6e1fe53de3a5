/** The second wave's page behind a listener of its own, with a visit that answers as a test says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { type LaterOptions, later } from '../../adapters/later/connect.ts';
import type { Visit } from '../../src/exit/visit.ts';
import { english } from '../../src/message/copy-en.ts';
import type { Form, Message } from '../../src/message/message.ts';
import type { Fields } from '../../src/message/reply.ts';
import { backForm, gridForm } from '../support/interview-forms.ts';

export const TOKEN = 'AbC-_'.repeat(8).concat('xyz');
export const NOW = new Date('2027-03-01T12:00:00Z');

export const page: Message = {
  summary: 'Some months later',
  blocks: [
    { kind: 'heading', text: 'Some months later' },
    { kind: 'text', text: 'A few questions <b>once more</b> & no more.' },
    { kind: 'note', text: 'Nothing is kept of an empty field.' },
    { kind: 'link', text: 'How this is kept', url: 'https://example.org/kept?a=1&b="2"' },
  ],
};
export const grid: Form = gridForm(english);
export const screen: Form = backForm(english);
export const ok = (form?: Form): Visit => ({
  status: 'ok',
  language: 'en',
  page,
  ...(form && { form }),
});
export const notYet: Visit = {
  status: 'not-yet',
  language: 'de',
  page: {
    summary: 'Vier Monate später, mit Umlauten: für größere Ähnlichkeit; und, so weiter',
    blocks: [{ kind: 'text', text: 'Am 22. März.' }],
  },
  opensAt: new Date('2027-03-22T08:00:00Z'),
};

export interface Given {
  readonly url: string;
  /** What the visit was given, in order; undefined: the page was only opened. */
  readonly visits: (Fields | undefined)[];
  readonly told: string[];
  answer: (fields: Fields | undefined, token: string) => Visit | Promise<Visit>;
  get(path?: string, init?: RequestInit): Promise<Response>;
  send(fields: Readonly<Record<string, string>>, init?: RequestInit): Promise<Response>;
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

export async function given(more: Partial<LaterOptions> = {}): Promise<Given> {
  const visits: Given['visits'] = [];
  const told: string[] = [];
  const handler = later(
    async (token, fields) => {
      visits.push(fields);
      return result.answer(fields, token);
    },
    {
      clock: () => NOW,
      tell: (line) => told.push(line),
      site: 'https://soundings.example.org/',
      ...more,
    },
  );
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const result: Given = {
    url,
    visits,
    told,
    answer: () => ok(screen),
    get: (path = `/later/${TOKEN}`, init = {}) =>
      fetch(`${url}${path}`, { redirect: 'manual', ...init }),
    send: (fields, init = {}) =>
      fetch(`${url}/later/${TOKEN}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields),
        ...init,
      }),
  };
  return result;
}
