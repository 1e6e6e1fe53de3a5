/** The link that an operator hands to somebody whom no chat knows, made beside the running program. */
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Config } from '../../src/config.ts';
import { linkCommand, type Whom, whom } from '../../src/link-command.ts';
import type { Account, Platform } from '../../src/org/account.ts';
import type { Person } from '../../src/org/person.ts';
import { hashOf } from '../../src/org/session.ts';
import { invited, signIn } from '../../src/org/sign-in.ts';
import type { Store } from '../../src/ports/store.ts';
import { configOf, folderWith } from '../config/given.ts';
import { filesOf, holding } from '../support/bytes.ts';

const NOW = '2026-11-16T09:00:00Z';
const DAY = 86_400_000;
const SITE = 'https://soundings.example';
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test' };
const ID = '00000000-0000-0000-0000-00000000000a';
const TEAMS = { MicrosoftAppId: ID, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: ID };
const PEOPLE: readonly Person[] = [
  { id: 'ada', name: 'Ada North', unit: 'all', email: 'Ada@example.com' },
  { id: 'ben', name: 'Ben "Bo" Sund, jr.', unit: 'all' },
  { id: 'cem', name: 'Cem Tan', unit: 'all', email: 'desk@example.com' },
  { id: 'dee', name: 'Dee Ray', unit: 'all', email: 'desk@example.com' },
];
const ORG = { people: PEOPLE, units: [{ id: 'all', name: 'Works' }] };

let [folder, store] = ['', undefined as unknown as Store];
let config: (env?: Readonly<Record<string, string>>) => Promise<Config>;
beforeEach(async () => {
  folder = folderWith({
    'soundings.yaml': 'organisation: { name: Works, timezone: UTC, people: staff.csv }\n',
  });
  config = (env = { SOUNDINGS_URL: SITE, ...SLACK }) =>
    configOf({ SOUNDINGS_NOW: NOW, ...env }, folder);
  // As the running program has it open.
  store = await openStore((await config()).database, { tell: () => {}, alone: true });
  await store.org.replace(ORG, new Date(NOW));
  return () => store.close();
});

async function run(asked: Whom, given?: Config): Promise<{ printed: string[]; told: string }> {
  const [printed, told]: [string[], string[]] = [[], []];
  const note = (into: string[]) => (line: string) => void into.push(line);
  await linkCommand(given ?? (await config()), asked, note(printed), note(told));
  return { printed, told: told.join('\n') };
}

async function faults(asked: Whom, given?: Config): Promise<string[]> {
  const error = await run(asked, given).catch((refused: Error) => refused);
  if (!(error instanceof Error)) throw new Error('A link was made.');
  return error.message.split('\n');
}

const tokenOf = (line = '') => /\/sign-in\/([\w-]{43})$/.exec(line)?.[1] ?? '';
const later = (ms: number) => new Date(Date.parse(NOW) + ms);

async function account(platform: Platform, user: string, change: Partial<Account> = {}) {
  const key = { platform, team: 't', user };
  await store.accounts.put([{ ...key, name: user, active: true, ...change }]);
  await store.accounts.link([{ key, person: change.active === false ? null : user }]);
}

describe('a link for one person', () => {
  test('signs in that person, once, within two weeks; and says so', async () => {
    const { printed, told } = await run({ person: 'ada' });
    expect(printed).toEqual([
      expect.stringMatching(/^https:\/\/soundings\.example\/sign-in\/.{43}$/),
    ]);
    expect(told).toBe(
      'It signs in Ada North (ada), and works once, for 14 days from now. Hand it to nobody else.',
    );
    const token = tokenOf(printed[0]);
    expect(await invited(store.signIn, token, later(14 * DAY - 1))).toBe('ada');
    expect(await invited(store.signIn, token, later(14 * DAY))).toBeUndefined();
    expect((await signIn(store.signIn, token, later(DAY)))?.person).toBe('ada');
    expect(await signIn(store.signIn, token, later(DAY))).toBeUndefined();
  });

  test('is on record as made by the operator, without the link; no file has it', async () => {
    const { printed } = await run({ person: 'ben' });
    const entry = { at: new Date(NOW), who: 'operator', did: 'link', to: 'ben' };
    expect(await store.audit.list(9)).toEqual([entry]);
    expect(await store.audit.verify()).toEqual({ entries: 1 });
    const files = filesOf(folder);
    expect(holding(files, tokenOf(printed[0]))).toEqual([]);
    expect(holding(files, hashOf(tokenOf(printed[0])))).not.toEqual([]);
  });

  test('is found by e-mail too, in whatever letters, unless two people share it', async () => {
    expect((await run({ person: 'ada@EXAMPLE.com' })).told).toContain('Ada North (ada)');
    expect(await faults({ person: 'desk@example.com' })).toEqual([
      'staff.csv: Several people have the e-mail "desk@example.com": name one by id (cem, dee).',
    ]);
  });

  test('is made for nobody who is not listed: the list is named, nothing is written', async () => {
    await store.org.replace({ ...ORG, people: PEOPLE.slice(1) }, new Date(NOW));
    for (const person of ['nobody', 'ada', '']) {
      expect(await faults({ person })).toEqual([
        `staff.csv: Nobody in it, as it was read last, has the id or e-mail "${person}".`,
      ]);
    }
    expect(await store.audit.list(9)).toEqual([]);
  });
});

describe('where nobody can sign in', () => {
  const because = 'so nobody signs in to the page (docs/operations.md), and a link leads nowhere.';
  const noUrl = `SOUNDINGS_URL: It is not set, ${because}`;
  const noChat = `SLACK_BOT_TOKEN or MicrosoftAppId: Neither Slack nor Teams is configured, ${because}`;
  const anonymous = `SOUNDINGS_TEAMS_ANONYMOUS: With it nobody proves who they are, ${because}`;

  test.each([
    ['no address', SLACK, [noUrl]],
    ['no platform', { SOUNDINGS_URL: SITE }, [noChat]],
    ['neither', {}, [noUrl, noChat]],
    ['a platform that believes anybody', { SOUNDINGS_TEAMS_ANONYMOUS: '1' }, [noUrl, anonymous]],
  ])('%s is told, along with an unknown person', async (_, env, expected) => {
    const given = await config(env);
    expect(await faults({ person: 'ada' }, given)).toEqual(expected);
    const both = await faults({ person: 'nobody' }, given);
    expect(both.slice(0, -1)).toEqual(expected);
    expect(both.at(-1)).toContain('staff.csv: Nobody in it');
    expect(await store.audit.list(9)).toEqual([]);
  });

  test('a database that has read nobody says to start first', async () => {
    const other = await config({ SOUNDINGS_URL: SITE, ...SLACK, SOUNDINGS_DATA: 'other' });
    expect(await faults({ person: 'ada' }, other)).toEqual([
      'staff.csv: Nobody was read from it into this database yet. Start Soundings first.',
    ]);
  });
});

describe('links for all who have no chat account', () => {
  test('are lines of CSV, each of its own person; accounts that are gone do not count', async () => {
    await account('slack', 'ada');
    await account('slack', 'cem', { active: false });
    const { printed, told } = await run({ withoutChat: true });
    const [head, ...lines] = printed;
    expect(head).toBe('person,name,link');
    expect(lines.map((line) => line.replace(/,[^,]*$/, ''))).toEqual([
      'ben,"Ben ""Bo"" Sund, jr."',
      'cem,Cem Tan',
      'dee,Dee Ray',
    ]);
    const owners = lines.map((line) => invited(store.signIn, tokenOf(line), later(DAY)));
    expect(await Promise.all(owners)).toEqual(['ben', 'cem', 'dee']);
    const record = await store.audit.list(9);
    expect(record.map(({ who, to }) => `${who} ${to}`).sort()).toEqual(
      ['ben', 'cem', 'dee'].map((id) => `operator ${id}`),
    );
    expect(told).toBe('3 links. Each works once, for 14 days from now, for its person alone.');
  });

  test('are none where everybody has one, on any platform that is configured', async () => {
    await account('slack', 'ada');
    for (const id of ['ben', 'cem', 'dee']) await account('teams', id);
    expect((await run({ withoutChat: true })).printed).toHaveLength(4);
    const both = await config({ SOUNDINGS_URL: SITE, ...SLACK, ...TEAMS });
    const { printed, told } = await run({ withoutChat: true }, both);
    expect(printed).toEqual(['person,name,link']);
    expect(told).toContain('Everybody has a chat account');
  });

  test('are refused while it is not known who has an account', async () => {
    await account('slack', 'ada');
    const both = await config({ SOUNDINGS_URL: SITE, ...SLACK, ...TEAMS });
    const unread =
      'No account was read there yet, so who has none is not known. Start Soundings first.';
    expect(await faults({ withoutChat: true }, both)).toEqual([`teams: ${unread}`]);
    expect(await store.audit.list(9)).toEqual([]);
  });
});

test('either a person or everybody is asked for, not both and not neither', () => {
  expect(whom('ada', false)).toEqual({ person: 'ada' });
  expect(whom(undefined, true)).toEqual({ withoutChat: true });
  expect(() => whom('ada', true)).toThrow('--without-chat');
  expect(() => whom(undefined, false)).toThrow('Name one person');
});
