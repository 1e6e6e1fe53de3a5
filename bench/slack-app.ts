/** One of the two apps that `slack.ts` clicks on, in a process of its own: Soundings behind Slack, or a bare Bolt. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { keyFolder } from '../adapters/keys/folder.ts';
import { slack } from '../adapters/slack/connect.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { openDue } from '../src/campaign/sweep.ts';
import type { BallotBox } from '../src/ports/store.ts';
import { only } from '../src/reach.ts';
import { soundings } from '../src/soundings.ts';
import { CAMPAIGN, organisation, PROGRAMME, WINDOW } from './company.ts';
import { folder } from './places.ts';
import { APP, type Ready, SECRET, TEAM, userOf } from './slack-click.ts';

const [kind = 'bare', slackUrl = '', people = '1000'] = process.argv.slice(2);

/** Verifies and acknowledges, and does nothing else. */
function bare(): RequestListener {
  const receiver = new HTTPReceiver({ signingSecret: SECRET });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'UB' }),
  });
  app.action(/.*/, async ({ ack }) => ack());
  return receiver.requestListener;
}

/** The whole path: signature, Bolt, who it is, sealing, group commit on disk, and "sealed" after the acknowledgement. */
async function ours(count: number): Promise<RequestListener> {
  const place = folder(`slack-${process.pid}`);
  const kept = await openStore(`file:${place}/slack.db`, { tell: () => {} });
  const { box, afterPuts } = counted(kept.box);
  const store = { ...kept, box };
  await store.org.replace(organisation(count), WINDOW.opensAt);
  const users = Array.from({ length: count }, (_, i) => ({
    ...{ platform: 'slack' as const, team: TEAM, user: userOf(i) },
    ...{ name: `Person ${i}`, active: true },
  }));
  await store.accounts.put(users);
  await store.accounts.link(users.map((key, i) => ({ key, person: `person-${i}` })));
  const clock = () => new Date(WINDOW.opensAt.getTime() + 3_600_000);
  const adapter = slack({
    apiUrl: slackUrl,
    access: { token: 'xoxb-bench' },
    arrival: { signingSecret: SECRET },
    accounts: store.accounts,
    installations: store.installations,
    seal: { seal: (bytes) => bytes, open: (bytes) => bytes },
    locale: 'en',
    clock,
    tell: (line) => console.error(line),
    peopleChanged: () => {},
  });
  const keys = keyFolder(`${place}/keys`);
  const leaverKeys = keyFolder(`${place}/keys/leavers`);
  const ports = { store, keys, leaverKeys, chats: only(adapter) };
  await openDue(ports, PROGRAMME, CAMPAIGN, WINDOW.opensAt);
  const nothing = async () => {};
  await adapter.listen(soundings(ports, { add: nothing }, PROGRAMME, clock, () => {}));
  process.on('message', async (puts: number) => {
    await afterPuts(puts);
    const [round] = await store.rounds.list({});
    process.send?.({ sealed: round ? await store.box.size(round.id) : 0 } satisfies Ready);
  });
  if (!adapter.requests) throw new Error('The adapter answers no requests.');
  return adapter.requests;
}

/** A box that says when so many more puts are committed. */
function counted(box: BallotBox) {
  let [puts, until] = [0, 0];
  let reached: () => void = () => {};
  return {
    box: {
      ...box,
      async put(...given: Parameters<BallotBox['put']>) {
        const outcome = await box.put(...given);
        puts += 1;
        if (puts === until) reached();
        return outcome;
      },
    },
    afterPuts(more: number): Promise<void> {
      until = puts + more;
      return more === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            reached = resolve;
          });
    },
  };
}

const listener = kind === APP.bare ? bare() : await ours(Number(people));
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port } satisfies Ready);
});
