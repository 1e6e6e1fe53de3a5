/** Clicks a second through Slack's whole path, against a bare Bolt app that verifies and acknowledges. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { openingOf } from '../src/campaign/open-round.ts';
import { atOnce, steadily } from './clicks.ts';
import { CAMPAIGN, WINDOW } from './company.ts';
import { type Line, rates } from './line.ts';
import { interleaved } from './runs.ts';
import { APP, type Ready, request } from './slack-click.ts';

/** For the times of answers, clicks a second. */
const STEADY = 500;

export async function measureSlack(short: boolean): Promise<Line[]> {
  // Many short runs rather than few long ones: what else the machine does then falls on all alike.
  const [clicks, rounds] = short ? [1_000, 5] : [4_000, 11];
  const slack = await quietSlack();
  const apps = {
    ours: await app(APP.ours, slack.url, clicks),
    bare: await app(APP.bare, slack.url, clicks),
  };
  try {
    const asked = openingOf(CAMPAIGN, WINDOW, 0);
    const question = asked.questions[0]?.id ?? '';
    const about = { round: asked.id, question, responseUrl: `${slack.url}respond` };
    const requests = () => Array.from({ length: clicks }, (_, i) => request(i, about));
    const runs = {
      sealed: () => sealedAtOnce(apps.ours, requests(), slack.shown),
      shown: () => shownAtOnce(apps.ours, requests(), slack.shown),
      bare: () => atOnce(apps.bare.port, requests()),
    };
    // Of a process that runs for months, the first thousands of clicks say little.
    await interleaved(3, runs);
    const found = await interleaved(rounds, runs);
    const steady = () => requests().slice(0, STEADY * (short ? 2 : 6));
    const late = await interleaved(short ? 3 : 5, {
      ours: () => steadily(apps.ours.port, steady(), STEADY),
      bare: () => steadily(apps.bare.port, steady(), STEADY),
    });
    await allSealed(apps.ours, clicks);
    return [
      rates('Slack clicks, sealed and durable', found.sealed, found.bare, 'at least 0.65', ' Bolt'),
      rates('the same, until every message says so', found.shown, found.bare, '', ' Bolt'),
      {
        what: `Slack clicks, 99th percentile at ${STEADY}/s`,
        ours: `${late.ours.toFixed(1)} ms`,
        bare: `${late.bare.toFixed(1)} ms Bolt`,
        ratio: (late.ours / late.bare).toFixed(2),
        target: 'at most 1.5',
      },
    ];
  } finally {
    for (const each of Object.values(apps)) each.process.kill('SIGKILL');
    slack.close();
  }
}

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

async function app(kind: string, slackUrl: string, people: number): Promise<Running> {
  const file = new URL('./slack-app.js', import.meta.url);
  const process = fork(file, [kind, slackUrl, String(people)]);
  const [ready] = (await once(process, 'message')) as [Ready];
  if (!('port' in ready)) throw new Error(`The ${kind} app did not start.`);
  return { process, port: ready.port };
}

/** Clicks a second until all are acknowledged, sealed and committed; the messages that say so are waited for untimed. */
async function sealedAtOnce(
  app: Running,
  requests: readonly Buffer[],
  shown: () => number,
): Promise<number> {
  const all = shown() + requests.length;
  const committed = sealedIn(app, requests.length);
  const start = performance.now();
  await Promise.all([atOnce(app.port, requests), committed]);
  const seconds = (performance.now() - start) / 1000;
  while (shown() < all) await setTimeout(1);
  return requests.length / seconds;
}

/** Clicks a second until Slack has been sent everybody's "sealed". */
async function shownAtOnce(
  app: Running,
  requests: readonly Buffer[],
  shown: () => number,
): Promise<number> {
  const all = shown() + requests.length;
  const start = performance.now();
  await atOnce(app.port, requests);
  while (shown() < all) await setTimeout(1);
  return (requests.length * 1000) / (performance.now() - start);
}

/** How many answers the box holds after so many more puts. */
async function sealedIn({ process }: Running, puts: number): Promise<number> {
  process.send(puts);
  const [answer] = (await once(process, 'message')) as [Ready];
  return 'sealed' in answer ? answer.sealed : 0;
}

/** A figure that was reached by leaving answers out is none. */
async function allSealed(app: Running, clicks: number): Promise<void> {
  const sealed = await sealedIn(app, 0);
  if (sealed !== clicks) throw new Error(`${sealed} answers are sealed after ${clicks} clicks.`);
}

/**
 * Answers whatever it is asked with yes: the token, and what takes a message's place. By hand, as it shares its processor with the
 * clicks and is not what is measured.
 */
async function quietSlack() {
  const yes = JSON.stringify({ ok: true, team_id: 'T00000001', user_id: 'UB', bot_id: 'B1' });
  const head = [
    'HTTP/1.1 200 OK',
    'content-type: application/json',
    'x-oauth-scopes: chat:write,commands,users:read,im:write,im:history',
    `content-length: ${yes.length}`,
  ];
  const answer = `${head.join('\r\n')}\r\n\r\n${yes}`;
  const connections = new Set<Socket>();
  let shown = 0;
  const server = createServer((connection) => {
    connections.add(connection.on('error', () => {}));
    let unread = '';
    connection.on('data', (bytes) => {
      unread += bytes.toString('latin1');
      for (let length = lengthOf(unread); length !== undefined; length = lengthOf(unread)) {
        if (unread.startsWith('POST /api/respond')) shown += 1;
        unread = unread.slice(length);
        connection.write(answer);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    shown: () => shown,
    close() {
      server.close();
      for (const each of connections) each.destroy();
    },
  };
}

/** Of the first request, head and body; undefined until it has arrived whole. */
function lengthOf(unread: string): number | undefined {
  const head = unread.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const body = Number(/^content-length: (\d+)/im.exec(unread.slice(0, head))?.[1] ?? 0);
  const length = head + 4 + body;
  return unread.length < length ? undefined : length;
}
