/** What `soundings doctor` says of Slack. */
import { afterEach, expect, test } from 'vitest';
import { checkSlack } from '../../adapters/slack/check.ts';
import { ALL_SCOPES, type FakeOptions, type FakeSlack, fakeSlack } from '../support/slack/fake.ts';

const open: FakeSlack[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

async function verdict(fake: FakeOptions = {}, token = 'xoxb-test', appToken = 'xapp-test') {
  const slack = await fakeSlack(fake);
  open.push(slack);
  return checkSlack({ apiUrl: slack.url, access: { token }, arrival: { appToken } });
}
const granted = (...without: string[]) => ({
  tokens: [{ token: 'xoxb-test', scopes: ALL_SCOPES.filter((each) => !without.includes(each)) }],
});

test('all is well', async () => {
  expect(await verdict()).toEqual({ faults: [], fine: 'workspace Acme, socket mode' });
});

test('tokens that Slack does not know are named, and not repeated', async () => {
  const { faults } = await verdict({}, 'xoxb-wrong', 'xapp-wrong');
  expect(faults).toEqual([
    expect.stringMatching(/^SLACK_BOT_TOKEN: .*invalid_auth/),
    expect.stringMatching(/^SLACK_APP_TOKEN: .*invalid_auth/),
  ]);
  expect(faults.join()).not.toContain('wrong');
});

test('a scope that was not granted is named with what goes wrong without it', async () => {
  expect((await verdict(granted('users:read'))).faults).toEqual([
    expect.stringMatching(/^The scope users:read is not granted/),
  ]);
  expect((await verdict(granted('im:history'))).faults).toEqual([
    expect.stringMatching(/^Without im:history and im:write a message .* reminder/),
  ]);
  expect((await verdict(granted('users:read.email'))).faults).toEqual([
    expect.stringMatching(/^Without users:read.email nobody/),
  ]);
});

test('a Slack that does not answer', async () => {
  const slack = await fakeSlack();
  await slack.stop();
  const { faults } = await checkSlack({
    apiUrl: slack.url,
    access: { token: 'xoxb-test' },
    arrival: { signingSecret: 'shh' },
  });
  expect(faults).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN: /)]);
});
