/** The part of the chat contract about platforms: what they refuse, and what nobody knows the end of. */
import { expect, test } from 'vitest';
import type { OpenedChat } from './chat-capabilities.ts';
import { about, sentBy } from './chat-words.ts';
import { message } from './store-fixtures.ts';

export function chatTrouble(given: () => OpenedChat, canFind: boolean): void {
  const platform = () => {
    const { platform: found } = given();
    if (!found) throw new Error('This chat stands before no platform.');
    return found;
  };
  const send = (person: string) => given().chat.send(person, message('Quite private'), about('d1'));

  test('somebody without an account is unreachable, and nobody is asked about them', async () => {
    expect(await send('nobody')).toEqual({ refused: 'unreachable' });
    expect(platform().asked()).toBe(0);
  });

  test('somebody whom the platform refuses is unreachable, and not tried again; others are', async () => {
    platform().next('unreachable');
    expect(await send('anna')).toEqual({ refused: 'unreachable' });
    expect(await send('anna')).toEqual({ refused: 'unreachable' });
    expect(platform().asked()).toBe(1);
    await sentBy(given().chat, 'ben', message('Hello'), about('d2'));
    expect(await given().shownTo('ben')).toEqual(['Hello']);
  });

  test('a platform that is busy says when to come again, and has posted nothing', async () => {
    platform().next({ busy: 7 });
    expect(await send('anna')).toEqual({ refused: 'busy', retryAfter: 7 });
    expect(await given().shownTo('anna')).toEqual([]);
    expect(platform().asked()).toBe(1);
  });

  test('a platform that lets us write to nobody has the operator told, and nobody is blamed', async () => {
    platform().next('forbidden');
    expect(await send('anna')).toEqual({ refused: 'forbidden' });
    expect(await given().shownTo('anna')).toEqual([]);
    expect(platform().told.join()).toMatch(/post to nobody/);
    await sentBy(given().chat, 'anna', message('Hello'), about('d1'));
    expect(await given().shownTo('anna')).toEqual(['Hello']);
  });

  test.each([
    ['an error before it was posted', { broken: 'error', posted: false }],
    ['an error after it was posted', { broken: 'error', posted: true }],
    ['a connection cut before it was posted', { broken: 'cut', posted: false }],
    ['a connection cut after it was posted', { broken: 'cut', posted: true }],
  ] as const)('%s rejects after one attempt, and quotes nothing', async (_, trouble) => {
    platform().next(trouble);
    const outcome = await send('anna').then(
      () => 'sent',
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(Error);
    expect(`${(outcome as Error).stack} ${(outcome as Error).cause}`).not.toContain('private');
    expect(platform().told.join()).not.toContain('private');
    expect(platform().asked()).toBe(1);
    expect(await given().shownTo('anna')).toHaveLength(trouble.posted ? 1 : 0);
    const found = await given().chat.find('anna', 'd1');
    expect(found !== undefined).toBe(canFind && trouble.posted);
    if (found === undefined) return;
    await given().chat.replace('anna', found, message('Sealed'));
    expect(await given().shownTo('anna')).toEqual(['Sealed']);
  });
}
