/** The same short journey on our fake and on `emulate`: where they agree, we may believe both. */
import { afterEach, describe, expect, test } from 'vitest';
import { once, overHttp } from '../support/slack/bare-bolt.ts';
import { emulateSlack } from '../support/slack/emulate.ts';
import { fakeSlack } from '../support/slack/fake.ts';
import { buttons, FORM } from '../support/slack/pieces.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const PLATFORMS = {
  fake: () => fakeSlack(),
  emulate: () => emulateSlack(),
};

describe.each(Object.entries(PLATFORMS))('on %s', (_name, start) => {
  test('a home page, a question, a tap, a form with a fault, and words', async () => {
    const slack = await start();
    open.push(() => slack.stop());
    const { app, stop } = await overHttp(slack);
    open.push(stop);
    const words: string[] = [];
    app.event('app_home_opened', async ({ event, client }) => {
      const view = { type: 'home' as const, blocks: [buttons('Pause')] };
      await client.views.publish({ user_id: event.user, view });
    });
    app.action('answer:4', async ({ ack, respond, body, client }) => {
      await ack();
      await respond({ replace_original: true, text: 'Sealed.' });
      if ('trigger_id' in body)
        await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    app.view('answers', async ({ ack, view }) => {
      if (view.state.values.why?.text?.value === 'because') await ack();
      else await ack({ response_action: 'errors', errors: { why: 'Say more.' } });
    });
    app.message(/.*/, async ({ message }) => {
      if ('text' in message && !('bot_id' in message)) words.push(message.text ?? '');
    });
    const ada = slack.user('U1');
    await ada.openHome();
    await expect.poll(() => ada.home()?.blocks).toMatchObject([{ block_id: 'scale' }]);
    const metadata = { event_type: 'soundings_delivery', event_payload: { d: 'x' } };
    const asked = { channel: 'U1', text: 'How?', blocks: [buttons('3', '4')], metadata };
    const { channel = '', ts = '' } = await app.client.chat.postMessage(asked);
    const [question] = ada.messages();
    expect(question).toMatchObject({ channel, ts, text: 'How?' });
    if (question) expect(await ada.click(question, '4')).toMatchObject({ inTime: true });
    await expect.poll(() => ada.modal()?.callback_id).toBe('answers');
    expect(ada.messages()).toMatchObject([{ text: 'Sealed.' }]);
    expect(await ada.submit({ 'Why?': 'no' })).toMatchObject({ errors: { why: 'Say more.' } });
    expect(await ada.submit({ 'Why?': 'because' })).toMatchObject({ errors: {} });
    expect(ada.modal()).toBeUndefined();
    const { messages } = await app.client.conversations.history({
      channel,
      include_all_metadata: true,
    });
    expect(messages).toMatchObject([{ text: 'Sealed.', metadata }]);
    await ada.type('help');
    await expect.poll(() => words).toEqual(['help']);
  });
});

test('emulate refuses what the token has no scope for', async () => {
  const slack = await emulateSlack({ scopes: ['chat:write'] });
  open.push(() => slack.stop());
  await expect(once(slack).users.list({ limit: 200 })).rejects.toThrow('missing_scope');
});
