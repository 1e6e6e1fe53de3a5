/** Words typed to the bot. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { executed, inTeam, typed } from '../support/teams/activities.ts';
import { BOT, TENANT, type Tenant, tenant } from '../support/teams/tenant.ts';

const say = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text }] });
const TAP = { kind: 'answer', round: 'r1', question: 'q1', value: '4' };

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
  await it.settle('anna');
});
afterEach(() => it.close());

const key = (user: string) => ({ platform: 'teams', team: TENANT, user }) as const;
const summaries = (conversation = 'a:anna') =>
  it.connector.said(conversation).map(({ activity: { summary, text } }) => summary ?? text);
const everything = () => JSON.stringify([it.told, it.connector.calls]);
const answering = (response: Response) => it.answerWith(() => response);

describe('words typed', () => {
  test('are a command, answered by messages, and are in no store and no log', async () => {
    answering({ say: say('I only understand a few words.') });
    await it.post(typed('anna', ' my boss is a fool '));
    expect(it.replies).toEqual([{ kind: 'command', person: 'anna', text: 'my boss is a fool' }]);
    expect(summaries()).toEqual(['I only understand a few words.']);
    expect(everything()).not.toContain('fool');
    expect(JSON.stringify(await it.store.accounts.list('teams'))).not.toContain('fool');
  });

  test('lose the name of the bot', async () => {
    const mention = { type: 'mention', text: '<at>Soundings</at>', mentioned: { id: BOT } };
    await it.post(typed('anna', '<at>Soundings</at> help', { entities: [mention] }));
    expect(it.replies).toMatchObject([{ text: 'help' }]);
  });

  test('a long answer is a card, and said once', async () => {
    const help: Message = {
      summary: 'What you can type',
      blocks: [
        { kind: 'heading', text: 'What you can type' },
        { kind: 'text', text: 'now: show' },
      ],
    };
    answering({ say: help });
    await it.post(typed('anna', 'help'));
    expect(summaries()).toEqual(['What you can type']);
  });

  test('a limit of Teams is waited for, so that the answer comes; a failure is not repeated', async () => {
    answering({ say: say('Help') });
    it.connector.plan({ status: 429, retryAfter: 1 });
    await it.post(typed('anna', 'help'));
    expect(summaries()).toEqual(['Help']);
    it.connector.plan({ status: 502, posted: true });
    await it.post(typed('anna', 'help'));
    expect(summaries()).toEqual(['Help', 'Help']);
  });

  test('in a channel they are taken from nobody, and the person is asked to write alone', async () => {
    answering({ page: say('Your questions') });
    const text = { type: 'message', text: '<at>Soundings</at> now' };
    await it.post(inTeam('anna', '19:sales', text));
    expect(it.replies).toEqual([]);
    const [said, ...more] = summaries('19:sales;messageid=1');
    expect(said).toContain('in a chat of our own');
    expect(more).toEqual([]);
    expect((await it.store.accounts.get(key('anna')))?.place).toContain('a:anna');
  });

  test('a tap in a channel answers nothing', async () => {
    const channel = { conversation: { id: '19:x', conversationType: 'channel', tenantId: TENANT } };
    const { json } = await it.post(executed('anna', TAP, channel));
    expect(json.value).toContain('in a chat of our own');
    expect(it.replies).toEqual([]);
  });

  test('a stranger is told so in their language, whatever they send', async () => {
    await it.post(typed('zoe', 'hilfe', { locale: 'de-DE' }));
    expect(summaries('a:zoe')[0]).toContain('Ich kenne dich hier nicht');
    expect((await it.post(executed('zoe', TAP))).json.value).toContain('Ich kenne dich');
    expect(it.replies).toEqual([]);
  });
});
