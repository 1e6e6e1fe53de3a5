/** One of the two apps that `teams.ts` taps on, in a process of its own: Soundings behind Teams, or a bare botbuilder. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
} from 'botbuilder';
import { keyFolder } from '../adapters/keys/folder.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { teams } from '../adapters/teams/connect.ts';
import { writePlace } from '../adapters/teams/place.ts';
import { openDue } from '../src/campaign/sweep.ts';
import type { Store } from '../src/ports/store.ts';
import { only } from '../src/reach.ts';
import { soundings } from '../src/soundings.ts';
import { CAMPAIGN, organisation, PROGRAMME, WINDOW } from './company.ts';
import { folder } from './places.ts';
import {
  APP,
  APP_ID,
  BOT,
  channelIdsOf,
  ISSUER,
  LOCALE,
  type Ready,
  SERVICE_URL,
  TENANT,
  userOf,
  ZONE,
} from './teams-invoke.ts';

const [kind = 'bare', openIdMetadata = '', people = '1000'] = process.argv.slice(2);

/** Verifies the token and answers, and does nothing else. */
function bare(): RequestListener {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      ...{ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret' },
      ...{ MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT },
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
      ToBotFromChannelTokenIssuer: ISSUER,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: ISSUER,
      OAuthUrl: ISSUER,
    }),
  );
  class Answering extends TeamsActivityHandler {
    override async onAdaptiveCardInvoke() {
      const type = 'application/vnd.microsoft.activity.message';
      return { statusCode: 200, type, value: 'Thank you.' as never };
    }
  }
  const bot = new Answering();
  return async (request, response) => {
    const body = await bodyOf(request);
    // As far as botbuilder needs what express makes of a request and a response.
    const expressed = {
      socket: response.socket,
      header: () => {},
      status: (code: number) => {
        response.statusCode = code;
      },
      send: (said: object) => {
        const text = JSON.stringify(said);
        response.writeHead(response.statusCode, {
          'content-length': Buffer.byteLength(text),
          'content-type': 'application/json; charset=utf-8',
        });
        response.end(text);
      },
      end: () => void (response.writableEnded || response.end()),
    };
    await adapter.process(Object.assign(request, { body }) as never, expressed, (turn) =>
      bot.run(turn),
    );
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** The whole path: token, who it is, sealing, group commit on disk, and the card "sealed" as the answer. */
async function ours(count: number): Promise<RequestListener> {
  const place = folder(`teams-${process.pid}`);
  const store = await openStore(`file:${place}/teams.db`, { tell: () => {} });
  await store.org.replace(organisation(count), WINDOW.opensAt);
  await accounts(store, count);
  const clock = () => new Date(WINDOW.opensAt.getTime() + 3_600_000);
  const adapter = teams({
    ...{ appId: APP_ID, appPassword: 'secret', tenantId: TENANT, appType: 'SingleTenant' },
    endpoints: { openIdMetadata, token: async () => 'none' },
    accounts: store.accounts,
    organisation: 'Bench',
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
  process.on('message', async () => {
    const [round] = await store.rounds.list({});
    process.send?.({ sealed: round ? await store.box.size(round.id) : 0 } satisfies Ready);
  });
  return adapter.requests;
}

/** Everybody has been written to before. */
async function accounts({ accounts: kept }: Store, count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, i) => ({
    ...{ platform: 'teams' as const, team: TENANT, user: userOf(i) },
    ...{ name: `Person ${i}`, locale: LOCALE, timezone: ZONE, active: true },
  }));
  await kept.put(all);
  await kept.link(all.map((key, i) => ({ key, person: `person-${i}` })));
  const at = { serviceUrl: SERVICE_URL, tenant: TENANT, bot: BOT };
  for (const [i, key] of all.entries()) {
    await kept.mark(key, { place: writePlace({ ...at, ...channelIdsOf(i) }), reachable: true });
  }
}

const listener = kind === APP.bare ? bare() : await ours(Number(people));
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port } satisfies Ready);
});
