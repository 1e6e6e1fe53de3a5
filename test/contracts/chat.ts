/** The contract of ports/chat.ts: every driver keeps it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/message/message.ts';
import type { Chat, Posting } from '../../src/ports/chat.ts';
import { message } from './store-fixtures.ts';

/** A chat of its own for one test, in which anna, ben and lea can be written to. */
export interface OpenedChat {
  readonly chat: Chat;
  /** What a person sees now, oldest first. */
  messagesOf(person: string): Promise<Message[]>;
}

export interface ChatCapabilities {
  /** The adapter itself keeps messages, so that `settle` has something to do. */
  readonly keepsMessages: boolean;
}

export function chatContract(
  name: string,
  open: () => Promise<OpenedChat>,
  { keepsMessages }: ChatCapabilities,
): void {
  describe(`the ${name} chat`, () => {
    let chat: Chat;
    let messagesOf: OpenedChat['messagesOf'];
    beforeEach(async () => {
      ({ chat, messagesOf } = await open());
    });
    const about = (delivery: string, change: Partial<Posting> = {}): Posting => ({
      delivery,
      round: 'pulse-1',
      kind: 'question',
      ...change,
    });
    const sent = async (person: string, text: string, posting: Posting) => {
      const outcome = await chat.send(person, message(text), posting);
      if (!('sent' in outcome)) throw new Error(`Refused: ${outcome.refused}.`);
      return outcome.sent;
    };

    test('has the name of the configuration', () => {
      expect(chat.name).toBe(name);
    });

    test('shows a message to the person it was sent to, and to nobody else', async () => {
      await sent('anna', 'Hello', about('d1'));
      expect(await messagesOf('anna')).toEqual([message('Hello')]);
      expect(await messagesOf('ben')).toEqual([]);
    });

    test('a second send of one delivery where the platform can tell posts nothing more', async () => {
      if (!chat.canFind) return;
      const first = await sent('anna', 'Hello', about('d1'));
      expect(await chat.find('anna', 'd1')).toBe(first);
      expect(await sent('anna', 'Hello again', about('d1'))).toBe(first);
      expect(await messagesOf('anna')).toEqual([message('Hello')]);
    });

    test('twenty sends of one delivery at once post one message', async () => {
      if (!chat.canFind) return;
      const tries = Array.from({ length: 20 }, () => sent('anna', 'Hello', about('d1')));
      expect(new Set(await Promise.all(tries)).size).toBe(1);
      expect(await messagesOf('anna')).toHaveLength(1);
    });

    test('finds nothing that was never sent, or was sent to another person', async () => {
      await sent('anna', 'Hello', about('d1'));
      expect(await chat.find('anna', 'd2')).toBeUndefined();
      expect(await chat.find('ben', 'd1')).toBeUndefined();
    });

    test('replaces a message in place, and only that one', async () => {
      const address = await sent('anna', 'One', about('d1'));
      await sent('anna', 'Two', about('d2'));
      await chat.replace('anna', address, message('Sealed'));
      expect(await messagesOf('anna')).toEqual([message('Sealed'), message('Two')]);
    });

    test('replacing a message that is gone, or another person’s, changes nothing and is no error', async () => {
      const address = await sent('anna', 'One', about('d1'));
      await chat.replace('anna', 'gone', message('New'));
      await chat.replace('ben', address, message('New'));
      expect(await messagesOf('anna')).toEqual([message('One')]);
      expect(await messagesOf('ben')).toEqual([]);
    });

    test.runIf(keepsMessages)(
      'settling makes every question message of the round read closed, answered or not',
      async () => {
        const address = await sent('anna', 'Question', about('d1'));
        await sent('ben', 'Question', about('d2'));
        await chat.replace('anna', address, message('Sealed'));
        await chat.settle('pulse-1', () => message('Closed'));
        expect(await messagesOf('anna')).toEqual([message('Closed')]);
        expect(await messagesOf('ben')).toEqual([message('Closed')]);
      },
    );

    test('settling leaves digests and other rounds alone', async () => {
      await sent('lea', 'Digest', about('d1', { kind: 'digest' }));
      await sent('lea', 'Later', about('d2', { round: 'pulse-2' }));
      await chat.settle('pulse-1', () => message('Closed'));
      expect(await messagesOf('lea')).toEqual([message('Digest'), message('Later')]);
    });

    test('settling a second time changes nothing', async () => {
      await sent('anna', 'Question', about('d1'));
      await chat.settle('pulse-1', () => message('Closed'));
      const once = await messagesOf('anna');
      await chat.settle('pulse-1', () => message('Closed'));
      expect(await messagesOf('anna')).toEqual(once);
    });

    test('closes, also a second time, and also if nothing was sent', async () => {
      await chat.close();
      await chat.close();
    });
  });
}
