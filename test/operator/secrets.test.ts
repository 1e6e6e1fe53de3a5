/** Secrets are in no line for the operator: not when all is well, not when requests are forged, not when things fail. */
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { postgres } from '../../adapters/store/postgres.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { readConfig } from '../../src/config.ts';
import { doctor } from '../../src/doctor.ts';
import { start } from '../../src/main.ts';
import { hashOf, newToken } from '../../src/org/session.ts';
import { folderWith } from '../config/given.ts';
import { fakeSlack } from '../support/slack/fake.ts';

const ID = '00000000-0000-0000-0000-00000000000a';
/** Every variable that holds one; what makes each well formed. */
const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-canary-bot-token',
  SLACK_APP_TOKEN: 'xapp-canary-app-token',
  SLACK_SIGNING_SECRET: 'canary-signing-secret',
  SLACK_CLIENT_SECRET: 'canary-client-secret',
  MicrosoftAppPassword: 'canary-microsoft-password',
  CertificatePrivateKey: 'canary-private-key',
  SOUNDINGS_KEY_SECRET: 'canary-key-secret-0123456789',
  SOUNDINGS_LEAVERS_SECRET: 'canary-leavers-secret-0123456789abcdef',
} as const;

const FILES = {
  'soundings.yaml': 'organisation: { name: Firm, timezone: UTC }\ncampaigns: []\n',
  'people.csv': 'person,name,unit\nada,Ada Test,all\n',
  'units.csv': 'unit,name,parent,manager\nall,Firm,,ada\n',
};

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0).reverse()) await end();
});

/** Whatever is told, and whatever a library writes past it. */
function listening(): { readonly lines: string[]; readonly tell: (line: string) => void } {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  }
  return { lines, tell: (line) => void lines.push(line) };
}

describe('a run on Slack and Teams, with sign-in', () => {
  test('tells none of them, nor any link or cookie, whatever is sent to it', async () => {
    const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, MicrosoftAppPassword } = SECRETS;
    const fake = await fakeSlack({ tokens: [{ token: SLACK_BOT_TOKEN }] });
    ends.push(() => fake.stop());
    const folder = folderWith(FILES);
    const env = {
      ...{ PORT: '0', CHAT_PORT: '0', SLACK_API_URL: fake.url, SLACK_BOT_TOKEN },
      ...{ SLACK_SIGNING_SECRET, MicrosoftAppPassword, MicrosoftAppId: ID },
      ...{ MicrosoftAppTenantId: ID, SOUNDINGS_URL: 'http://127.0.0.1:3978' },
      SOUNDINGS_KEY_SECRET: SECRETS.SOUNDINGS_KEY_SECRET,
      SOUNDINGS_LEAVERS_SECRET: SECRETS.SOUNDINGS_LEAVERS_SECRET,
    };
    const config = await readConfig(env, folder);
    if ('faults' in config) throw new Error(JSON.stringify(config.faults));
    const link = newToken();
    const store = await sqlite(join(folder, '.soundings/database/soundings.db'));
    const until = new Date(Date.now() + 60_000);
    await store.signIn.offer({ hash: hashOf(link), person: 'ada', until });
    await store.close();
    const { lines, tell } = listening();
    const running = await start(config, tell);
    ends.push(() => running.close());
    const cookie = await signedIn(running.url, link);
    await forge(running.doors ?? '', running.url, cookie);
    await doctor(env, folder, tell);
    tell('The end.');
    vi.restoreAllMocks();
    const said = lines.join('\n');
    expect(said).toContain('The end.');
    expect(lines.length).toBeGreaterThan(3);
    expect(said).not.toMatch(/canary/i);
    for (const each of [link, hashOf(link), cookie.split('=')[1] ?? '', hashOf(cookie)]) {
      expect(said).not.toContain(each);
    }
  }, 60_000);
});

async function signedIn(url: string, link: string): Promise<string> {
  const headers = { origin: 'http://127.0.0.1:3978' };
  await fetch(`${url}/sign-in/${link}`);
  const pressed = await fetch(`${url}/sign-in/${link}`, {
    method: 'POST',
    headers,
    redirect: 'manual',
  });
  const [cookie = ''] = pressed.headers.get('set-cookie')?.split(';') ?? [];
  expect(cookie).toMatch(/^soundings=.{43}$/);
  return cookie;
}

/** What nobody of ours sends, with canaries wherever somebody might put what they have stolen. */
async function forge(doors: string, url: string, cookie: string): Promise<void> {
  const canary = Object.values(SECRETS).join(' ');
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${canary}`,
    'x-slack-signature': `v0=${canary}`,
    'x-slack-request-timestamp': `${Math.floor(Date.now() / 1000)}`,
    'x-soundings-signature': canary,
    'x-soundings': 'page',
    origin: 'http://127.0.0.1:3978',
    cookie,
  };
  const places = ['/slack/events', '/api/messages', '/leavers', '/later/canary', '/api/reply'];
  for (const body of ['', '{', JSON.stringify({ canary, reply: { person: canary } })]) {
    for (const place of places) {
      for (const base of [doors, url]) {
        await fetch(`${base}${place}`, { method: 'POST', headers, body }).catch(() => undefined);
      }
    }
  }
  const reply = { kind: 'command', person: 'ada', text: 'canary' };
  await fetch(`${url}/api/reply`, { method: 'POST', headers, body: JSON.stringify({ reply }) });
}

describe('a fault in the configuration', () => {
  test.each(Object.keys(SECRETS))('of %s says none of it', async (name) => {
    for (const value of ['canary', 'short-canary\n', `https://canary@${'x'.repeat(40)}`]) {
      const config = await readConfig({ [name]: value }, folderWith());
      const faults = 'faults' in config ? JSON.stringify(config.faults) : '';
      expect(faults).not.toContain('canary');
      if (value === 'canary') expect(faults).not.toBe('');
    }
  });

  test.each(['DATABASE_URL', 'QUEUE_URL'])('of %s does not say its password', async (name) => {
    for (const scheme of ['mysql', 'amqp', 'file']) {
      const config = await readConfig({ [name]: `${scheme}://u:canary@h/d` }, folderWith());
      expect('faults' in config ? JSON.stringify(config.faults) : '').not.toContain('canary');
    }
  });
});

describe('a server that is away', () => {
  test('is named without its password', async () => {
    const { lines, tell } = listening();
    const url = 'postgres://soundings:canary@127.0.0.1:1/soundings';
    const refused = await postgres(url, { tell, patience: 100 }).catch(String);
    const env = { QUEUE_URL: 'redis://soundings:canary@127.0.0.1:1/0' };
    await doctor(env, folderWith(), tell);
    vi.restoreAllMocks();
    const said = [...lines, refused].join('\n');
    expect(said).toContain('127.0.0.1:1');
    expect(said).not.toContain('canary');
  }, 30_000);
});
