/** The fake's door: Web API, response URLs, the OAuth page and Socket Mode on one port. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parsed } from './ack.ts';
import { isJson } from './block-rules.ts';
import type { Api, Reply } from './call.ts';
import type { Failures, Plan } from './failures.ts';
import { type Args, refuse } from './method.ts';
import { respond } from './response-url.ts';
import type { Door } from './socket.ts';
import type { World } from './state.ts';

/** A call as it came in. */
export interface Call {
  readonly method: string;
  readonly args: Args;
  readonly at: number;
}

export interface Listening {
  readonly origin: string;
  stop(): Promise<void>;
}

interface Parts {
  readonly world: World;
  readonly api: Api;
  readonly failures: Failures;
  readonly door: Door;
  readonly calls: Call[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Arguments from a JSON body, a form, or the URL. */
function argsOf(request: IncomingMessage, url: URL, body: string): Args {
  const query = Object.fromEntries(url.searchParams);
  if (request.headers['content-type']?.startsWith('application/json')) {
    const given = parsed(body);
    return { ...query, ...(isJson(given) ? given : {}) };
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
}

function write(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Does what was planned instead of answering. */
function fail(parts: Parts, plan: Plan, method: string, response: ServerResponse): void {
  if (plan.answer === 'hang') return;
  if (plan.answer === 'drop') return void response.socket?.destroy();
  const { status, error, retryAfter } = plan.answer;
  if (status !== 200 && error === '') return void response.writeHead(status).end('upstream error');
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const refusal = parts.api.refusal(method, error);
  write(response, { ...refusal, status: status === 200 ? refusal.status : status, headers });
}

function webApi(parts: Parts, method: string, args: Args, headers: Args, response: ServerResponse) {
  parts.calls.push({ method, args, at: parts.world.now() });
  const plan = parts.failures.take(method);
  if (plan && !plan.effect) return fail(parts, plan, method, response);
  const reply = parts.api.call(method, args, headers);
  // A call that would have been refused anyway is refused: there is nothing to lose on the way.
  if (plan && reply.body.ok) return fail(parts, plan, method, response);
  write(response, reply);
}

/** The page where somebody allows the app in; here they do at once. */
function authorize(world: World, url: URL, response: ServerResponse): void {
  const redirect = url.searchParams.get('redirect_uri') ?? '';
  const scopes = (url.searchParams.get('scope') ?? '').split(',').filter(Boolean);
  const team = url.searchParams.get('team') ?? [...world.teams.keys()][0] ?? '';
  const installer = [...world.users.values()].find((each) => each.team_id === team && !each.is_bot);
  if (url.searchParams.get('client_id') !== world.oauth.clientId || redirect === '') {
    response.writeHead(400).end('invalid client_id or redirect_uri');
    return;
  }
  const code = randomBytes(12).toString('hex');
  world.codes.set(code, { redirect, team, scopes, installer: installer?.id ?? '' });
  const to = new URL(redirect);
  to.searchParams.set('code', code);
  to.searchParams.set('state', url.searchParams.get('state') ?? '');
  response.writeHead(302, { location: to.href }).end();
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://fake');
  const body = await bodyOf(request);
  const [, first = '', name = ''] = url.pathname.split('/');
  if (first === 'api') {
    return webApi(parts, name, argsOf(request, url, body), request.headers, response);
  }
  if (first === 'response') {
    const { status, answer } = respond(parts.world, name, parsed(body));
    return write(response, { status, headers: {}, body: answer });
  }
  if (url.pathname === '/oauth/v2/authorize') return authorize(parts.world, url, response);
  write(response, { status: 404, headers: {}, body: refuse('not_found') });
}

export async function listen(parts: Parts): Promise<Listening> {
  const server: Server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      parts.api.faults.push(String(error));
      write(response, { status: 500, headers: {}, body: refuse(String(error)) });
    });
  });
  server.on('upgrade', (request, socket) => parts.door.upgrade(request, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        parts.door.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
