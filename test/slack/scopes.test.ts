/** Least privilege: the whole product works with the scopes that manifest.yml requires, and each of them is needed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OPTIONAL_SCOPES, SCOPES } from '../../adapters/slack/options.ts';
import { once } from '../support/slack/bare-bolt.ts';
import { emulateSlack } from '../support/slack/emulate.ts';
import { LAB } from '../support/slack/firm.ts';
import {
  allFillIn,
  answerTo,
  clickAndSee,
  homeOf,
  newest,
  opened,
  shown,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice, userOf } from '../support/slack/slack-office.ts';
import { week } from '../support/town-people.ts';

const { opens, tuesday, closes } = week(0);
const start = new Date(opens.getTime() - 60_000);
const TEN = new Date(opens.getTime() + 60 * 60_000);
const hr = [userOf('hana')];

const { oauth_config, features } = parse(readFileSync('manifest.yml', 'utf8'));
const REQUIRED: readonly string[] = oauth_config.scopes.bot;
const OPTIONAL: readonly string[] = oauth_config.scopes.bot_optional;
const without = (scope: string) => REQUIRED.filter((each) => each !== scope);
const withEmail = (scopes: readonly string[]) => [...scopes, 'users:read.email'];

/** What each method needs; views, home page and `auth.test` need no scope at all. */
const COVERED: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'users.list': 'users:read',
  'usergroups.list': 'usergroups:read',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
  'views.open': undefined,
  'views.push': undefined,
  'views.update': undefined,
  'views.publish': undefined,
};

/** What the four journeys do, in one week. */
async function wholeWeek(office: SlackOffice): Promise<void> {
  await office.at(tuesday);
  const [ada, bo, lea, hana] = ['ada', 'bo', 'lea', 'hana'].map(office.of) as [U, U, U, U];
  await clickAndSee(ada, 'Agree', /^Sealed until Friday 17:00/);
  await clickAndSee(bo, 'Not this week', /^Not this week, then/);
  await allFillIn(office, LAB, () => ({ team: 'Agree', growth: 'Agree', pay: 'Disagree' }));
  expect(await answerTo(ada, 'help')).toContain('What you can type');
  expect(await toldAfter(bo, () => bo.command('/soundings', 'pause'))).toMatch(/^Paused/);

  const panel = await opened(hana, await homeOf(hana, /For HR/), 'Campaigns and rounds');
  await opened(hana, panel, 'New campaign');
  const filled = { name: 'Second', questions: ['role-1'], 'per-round': '1' };
  expect(await hana.submit(filled)).toMatchObject({ errors: {} });
  await shown(() => wordsOn(hana.modal()).includes('Second is saved'));

  await office.at(closes);
  const digest = newest(lea);
  expect(wordsOn(digest)).toContain('favourable');
  await opened(lea, digest, 'All the details');
  await lea.close();
  await clickAndSee(lea, 'We will do this', /Decided, you will do this/);
}

type U = ReturnType<SlackOffice['of']>;

test('what is asked for is what the program says it needs', () => {
  expect([...REQUIRED].sort()).toEqual([...SCOPES].sort());
  expect([...OPTIONAL].sort()).toEqual([...OPTIONAL_SCOPES].sort());
});

describe.each(['fake', 'emulate'] as const)('on %s, which refuses whatever has no scope', (on) => {
  test('the required scopes are enough for all of it, and no method is called that needs another', async () => {
    const office = await slackOffice({
      on,
      start,
      scopes: REQUIRED,
      people: 'ids',
      programme: { hr },
    });
    await wholeWeek(office);
    const missing = office.log.filter((line) => /scope/.test(line));
    expect(missing).toEqual([]);
    if (on === 'emulate') return;
    const called = new Set(office.fake.calls.map(({ method }) => method));
    expect([...called].filter((method) => !Object.hasOwn(COVERED, method))).toEqual([]);
    const needed = new Set([...called].flatMap((method) => COVERED[method] ?? []));
    // Asked for once a reading; where it is refused everybody is one unit.
    expect([...needed].filter((scope) => !REQUIRED.includes(scope))).toEqual(['usergroups:read']);
  });

  test('without users:read nobody is known, so nobody is asked on Slack', async () => {
    const office = await slackOffice({ on, start, scopes: without('users:read') });
    await office.at(tuesday);
    expect(office.of('ada').messages()).toEqual([]);
    expect(office.log.join('\n')).toContain("can't be listed without the scope users:read");
  });

  test('without chat:write nobody can be written to, and the operator is told what to do', async () => {
    const scopes = withEmail(without('chat:write'));
    const office = await slackOffice({ on, start, scopes });
    // Its sends wait for the operator.
    office.at(TEN).catch(() => undefined);
    await shown(() => office.log.some((line) => /lets the app post to nobody/.test(line)));
    expect(office.log.join('\n')).toMatch(/missing_scope.*manifest\.yml/s);
    expect(office.of('ada').messages()).toEqual([]);
  });

  test('without users:read.email a people file with e-mails finds nobody', async () => {
    const office = await slackOffice({ on, start, scopes: REQUIRED });
    await office.at(tuesday);
    expect(office.of('ada').messages()).toEqual([]);
  });
});

/** Ada's question is lost on its way to Slack; what becomes of it. */
async function lost(scopes: readonly string[]): Promise<SlackOffice> {
  const office = await slackOffice({ start, scopes });
  await office.at(opens);
  office.fake.next('chat.postMessage', 'drop-before', 13);
  await office.at(TEN);
  for (let i = 0; i < 20 && office.deliveriesTo('ada').length === 0; i++) {
    office.setClock(new Date(office.now().getTime() + 130_000));
    await office.house.catchUp();
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return office;
}

test.each(['im:write', 'im:history'])(
  'without %s a question that may have been posted is not repeated: whoever it was lost for is not asked',
  async (scope) => {
    const less = await lost(withEmail(without(scope)));
    expect(less.deliveriesTo('ada')).toEqual([]);
    const line = `SLACK_BOT_TOKEN lacks the scope ${scope}: a message that may have been posted is not looked up`;
    expect(less.log.join('\n')).toContain(line);
    expect(less.fake.calls.some(({ method }) => method.startsWith('conversations.'))).toBe(false);
  },
);

test('with both it is looked up and repeated', async () => {
  const office = await lost(withEmail(REQUIRED));
  expect(office.deliveriesTo('ada')).toHaveLength(1);
  const called = new Set(office.fake.calls.map(({ method }) => method));
  expect(called).toContain('conversations.open');
  expect(called).toContain('conversations.history');
});

test.each(['im:write', 'im:history'])(
  'emulate refuses to look up without %s, too',
  async (scope) => {
    const slack = await emulateSlack({ scopes: without(scope) });
    try {
      const client = once(slack);
      const look = async () => {
        const { channel } = await client.conversations.open({ users: 'U1' });
        return client.conversations.history({ channel: channel?.id ?? '' });
      };
      await expect(look()).rejects.toThrow('missing_scope');
    } finally {
      await slack.stop();
    }
  },
);

test('without commands there is no /soundings: no method needs the scope, the manifest declares both', () => {
  expect(features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
    '/soundings',
  ]);
  expect(REQUIRED).toContain('commands');
  expect(Object.values(COVERED)).not.toContain('commands');
});

test('usergroups:read makes user groups units; without it everybody is one', async () => {
  const groups = [{ id: 'S1', handle: 'sales', name: 'Sales', users: LAB.slice(0, 6).map(userOf) }];
  const unitsWith = async (scopes: readonly string[]) => {
    const options = {
      start,
      people: 'slack',
      scopes,
      fake: { groups, tokens: [{ token: 'xoxb-test', scopes }] },
    } as const;
    const office = await slackOffice({ ...options, programme: { hr: ['hana@acme.test'] } });
    const { units } = await office.house.ports.store.org.load();
    return units.map(({ name }) => name).sort();
  };
  expect(await unitsWith(withEmail(REQUIRED))).toEqual(['Firm']);
  expect(await unitsWith([...REQUIRED, ...OPTIONAL])).toEqual(['Firm', 'Sales']);
});
