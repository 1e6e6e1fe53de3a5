/** The contract of ports/chat.ts: every driver keeps it. What a platform can refuse is in chat-trouble.ts. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Chat } from '../../src/ports/chat.ts';
import type { ChatDriver, OpenedChat } from './chat-capabilities.ts';
import { chatTrouble } from './chat-trouble.ts';
import { ALPHABETS, about, piecesOf, sentBy, spoken } from './chat-words.ts';
import { message } from './store-fixtures.ts';

export function chatContract(driver: ChatDriver): void {
  const { name, open, canFind, settles, hasPlatform } = driver;
  let chat: Chat;
  let shownTo: OpenedChat['shownTo'];
  let given: OpenedChat;
  beforeEach(async () => {
    given = await open();
    ({ chat, shownTo } = given);
    expect(given.platform !== undefined).toBe(hasPlatform);
  });
  const sent = (person: string, text: string, posting = about('d1')) =>
    sentBy(chat, person, message(text), posting);

  test('has the name of the configuration, and says whether it can tell what was posted', () => {
    expect(chat.name).toBe(name);
    expect(chat.canFind).toBe(canFind);
  });

  test('shows a message once to the person it was sent to, and to nobody else', async () => {
    expect(await sent('anna', 'Hello')).not.toBe('');
    expect(await shownTo('anna')).toEqual(['Hello']);
    expect(await shownTo('ben')).toEqual([]);
  });

  test('gives two messages two addresses', async () => {
    const addresses = [await sent('anna', 'One'), await sent('ben', 'One', about('d2'))];
    expect(new Set(addresses).size).toBe(2);
  });

  test.runIf(settles && canFind)('a second send of one delivery posts nothing more', async () => {
    const first = await sent('anna', 'Hello');
    expect(await sent('anna', 'Hello again')).toBe(first);
    expect(await shownTo('anna')).toEqual(['Hello']);
  });

  test.runIf(settles && canFind)(
    'twenty sends of one delivery at once post one message',
    async () => {
      const tries = Array.from({ length: 20 }, () => sent('anna', 'Hello'));
      expect(new Set(await Promise.all(tries)).size).toBe(1);
      expect(await shownTo('anna')).toHaveLength(1);
    },
  );

  test.runIf(canFind)('finds the message of a delivery where it lies', async () => {
    const first = await sent('anna', 'Hello');
    await sent('ben', 'Hello', about('d2'));
    expect(await chat.find('anna', 'd1')).toBe(first);
    await chat.replace('anna', first, message('Sealed'));
    expect(await chat.find('anna', 'd1')).toBe(first);
  });

  test('finds nothing that was never sent, or was sent to another person', async () => {
    await sent('anna', 'Hello');
    expect(await chat.find('anna', 'd2')).toBeUndefined();
    expect(await chat.find('ben', 'd1')).toBeUndefined();
  });

  test('replaces a message in place, and only that one', async () => {
    const address = await sent('anna', 'One');
    await sent('anna', 'Two', about('d2'));
    await chat.replace('anna', address, message('Sealed'));
    expect(await shownTo('anna')).toEqual(['Sealed', 'Two']);
    await chat.replace('anna', address, message('Closed'));
    expect(await shownTo('anna')).toEqual(['Closed', 'Two']);
  });

  test('replacing a message that is gone, or another person’s, changes nothing and is no error', async () => {
    const address = await sent('anna', 'One');
    for (const gone of ['gone', '', '//', `${address}9`]) {
      await chat.replace('anna', gone, message('New'));
    }
    await chat.replace('ben', address, message('New'));
    expect(await shownTo('anna')).toEqual(['One']);
    expect(await shownTo('ben')).toEqual([]);
  });

  test.each(ALPHABETS)(
    'says everything in %s, and says it again in its place',
    async (_, words) => {
      const address = await sentBy(chat, 'anna', spoken(words), about('d1'));
      const [shown = ''] = await shownTo('anna');
      for (const piece of piecesOf(words)) expect(shown).toContain(piece);
      await chat.replace('anna', address, message(words.text));
      expect(await shownTo('anna')).toEqual([words.text]);
    },
  );

  test.runIf(settles)(
    'settling makes every question message of the round read closed, answered or not',
    async () => {
      const address = await sent('anna', 'Question');
      await sent('ben', 'Question', about('d2'));
      await chat.replace('anna', address, message('Sealed'));
      await chat.settle('pulse-1', () => message('Closed'));
      expect(await shownTo('anna')).toEqual(['Closed']);
      expect(await shownTo('ben')).toEqual(['Closed']);
    },
  );

  test.runIf(!settles)('settling leaves what the platform keeps to the platform', async () => {
    await sent('anna', 'Question');
    await chat.settle('pulse-1', () => message('Closed'));
    expect(await shownTo('anna')).toEqual(['Question']);
  });

  test('settling leaves digests and other rounds alone', async () => {
    await sent('lea', 'Digest', about('d1', { kind: 'digest' }));
    await sent('lea', 'Later', about('d2', { round: 'pulse-2' }));
    await chat.settle('pulse-1', () => message('Closed'));
    expect(await shownTo('lea')).toEqual(['Digest', 'Later']);
  });

  test('settling a second time changes nothing', async () => {
    await sent('anna', 'Question');
    await chat.settle('pulse-1', () => message('Closed'));
    const once = await shownTo('anna');
    await chat.settle('pulse-1', () => message('Closed'));
    expect(await shownTo('anna')).toEqual(once);
  });

  test('closing waits for what is being sent', async () => {
    const done: string[] = [];
    const sending = ['anna', 'ben', 'lea'].map(async (person, i) => {
      await sent(person, 'Hello', about(`d${i}`));
      done.push(person);
    });
    await chat.close();
    // Whoever waits for the send learns of it a moment after it is done.
    await new Promise(setImmediate);
    expect(done.toSorted()).toEqual(['anna', 'ben', 'lea']);
    await Promise.all(sending);
  });

  test('closes, also a second time, and also if nothing was sent', async () => {
    await chat.close();
    await chat.close();
  });

  describe.runIf(hasPlatform)('before its platform', () => {
    chatTrouble(() => given, canFind);
  });
}
