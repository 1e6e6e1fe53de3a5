/** What open pages are told of messages that others change or remove. */
import { describe, expect, test } from 'vitest';
import { memoryMessages } from './doubles.ts';
import { closed, fixtures, question } from './fixtures.ts';
import { start, until } from './serve.ts';

const gone = (id: string) => `event: gone\ndata: {"id":"${id}"}`;

describe('an open page', () => {
  test('is told which reminders went when a round closed, and not that they read differently', async () => {
    const messages = memoryMessages(fixtures());
    const { chat, url } = await start({ messages });
    const anna = await fetch(`${url}/api/people/anna/events`);
    await chat.settle('pulse-13', () => closed);
    const told = await until(anna, gone('a-3'));
    expect(told).toContain('"id":"a-2"');
    expect(told).not.toContain('"id":"a-3","round"');
    expect((await messages.of('anna')).map(({ id }) => id)).toEqual(['a-1', 'a-2']);
  });

  test('is told what another process sent, changed and removed', async () => {
    const messages = memoryMessages(fixtures());
    const { url } = await start({ messages, watch: 0.03 });
    const anna = await fetch(`${url}/api/people/anna/events`);
    const ravi = await fetch(`${url}/api/people/ravi/events`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const at = new Date('2026-11-18T08:00:00Z');
    const about = { person: 'anna', round: 'pulse-14', kind: 'question', at } as const;
    await messages.add({ id: 'a-4', ...about, message: question });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await messages.settle('pulse-13', () => closed);
    const told = await until(anna, gone('a-3'));
    expect(told).toContain('"id":"a-4"');
    expect(told.indexOf('"id":"a-4"')).toBeLessThan(told.indexOf('event: gone'));
    expect(told).not.toContain(gone('a-2'));
    expect(await until(ravi, 'This round is closed')).not.toContain('event: gone');
  });
});
