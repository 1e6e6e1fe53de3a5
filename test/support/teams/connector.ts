/** A Connector of our own over HTTP: keeps what is posted, and fails as it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

/** `reset` cuts the connection, `silence` never answers; `posted` does what was asked first. */
export interface Plan {
  readonly status: number | 'reset' | 'silence';
  readonly code?: string;
  readonly retryAfter?: number;
  readonly posted?: true;
}

export interface Member {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly userRole?: string;
  readonly tenantId?: string;
}

interface Posted {
  readonly id: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface FakeConnector {
  readonly url: string;
  readonly calls: Call[];
  /** What a conversation holds now, oldest first. */
  said(conversation: string): readonly Posted[];
  /** What becomes of the next calls, one each; after them all goes well. */
  plan(...plans: (Plan | 'well')[]): void;
  /** What becomes of every call until told otherwise. */
  always(plan: Plan | undefined): void;
  /** Who is in a conversation; handed out in pages of this size. */
  roster(conversation: string, members: readonly Member[], page?: number): void;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export async function fakeConnector(): Promise<FakeConnector> {
  const calls: Call[] = [];
  const plans: (Plan | 'well')[] = [];
  const rosters = new Map<string, { members: readonly Member[]; page: number }>();
  const world = new Map<string, Posted[]>();
  let constant: Plan | undefined;
  let count = 0;

  function done({ method, path, body }: Call): Reply {
    const [, conversation = '', what = '', id = ''] =
      /^\/v3\/conversations(?:\/([^/?]+))?(?:\/(\w+))?(?:\/([^/?]+))?/.exec(path) ?? [];
    const named = decodeURIComponent(conversation);
    if (named === '') return opened(body);
    const held = world.get(named) ?? [];
    if (method === 'POST' && what === 'activities') {
      count += 1;
      world.set(named, [...held, { id: `${count}`, activity: body }]);
      return { status: 201, body: { id: `${count}` } };
    }
    if (method === 'PUT') {
      const at = held.findIndex((each) => each.id === decodeURIComponent(id));
      if (at < 0) return refusal(404, 'ActivityNotFoundInConversation');
      world.set(named, held.with(at, { id: decodeURIComponent(id), activity: body }));
      return { status: 200, body: { id } };
    }
    return membersOf(named, what, decodeURIComponent(id), path);
  }
  function opened(body: Call['body']): Reply {
    const [member] = body.members as { id: string }[];
    return { status: 201, body: { id: `a:${member?.id}` } };
  }
  function membersOf(named: string, what: string, id: string, path: string): Reply {
    const { members, page } = rosters.get(named) ?? { members: [], page: 500 };
    if (what === 'members') {
      const member = members.find((each) => each.id === id);
      return member ? { status: 200, body: member } : refusal(404, 'MemberNotFoundInConversation');
    }
    const from = Number(new URL(path, 'http://x').searchParams.get('continuationToken') ?? 0);
    const next = from + page;
    const more = next < members.length && { continuationToken: `${next}` };
    return { status: 200, body: { members: members.slice(from, next), ...more } };
  }
  const server = createServer(async (request, response) => {
    const call = await callOf(request);
    calls.push(call);
    const plan = plans.shift() ?? constant;
    if (!plan || plan === 'well') return reply(response, done(call));
    if (plan.posted) done(call);
    if (plan.status === 'silence') return undefined;
    if (plan.status === 'reset') return void request.socket.destroy();
    if (plan.retryAfter !== undefined) response.setHeader('retry-after', plan.retryAfter);
    return reply(response, refusal(plan.status, plan.code));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    said: (conversation) => world.get(conversation) ?? [],
    plan: (...next) => void plans.push(...next),
    always(plan) {
      constant = plan;
    },
    roster: (conversation, members, page = 500) =>
      void rosters.set(conversation, { members, page }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusal(status: number, code = ''): Reply {
  return { status, body: code === '' ? {} : { error: { code, message: 'refused' } } };
}

function reply(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    body: text === '' ? {} : JSON.parse(text),
    authorization: request.headers.authorization,
  };
}
