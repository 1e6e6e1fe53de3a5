/** The attacks on the running system: each on a short game, and each must find what is there to be found. */
import { afterAll, describe, expect, it } from 'vitest';
import { canaries } from '../../redteam/canary.ts';
import { CHANCE } from '../../redteam/chance.ts';
import { clock, guessed, type Timed } from '../../redteam/clock.ts';
import { guesses, linking } from '../../redteam/linking.ts';
import { onPostgres } from '../../redteam/linking-postgres.ts';
import { onSqlite } from '../../redteam/linking-sqlite.ts';
import { lastTook } from '../../redteam/reminded.ts';
import { spyPostgres } from '../../redteam/spy-postgres.ts';
import { isTime, messagesByAnswer, writtenByClicks } from '../../redteam/times.ts';
import { findServer } from '../support/postgres.ts';

const server = await findServer();
const name = server?.name ?? 'PostgreSQL (skipped: none found)';
const door = await server?.database();
afterAll(async () => {
  await door?.drop();
  await server?.stop();
});
const spyThere = () => spyPostgres(door?.url);

/** No luck of a test run should fail it: one in a million. */
const LUCK = 5;
const ENVELOPE = ['person', 'question', 'round', 'sealed'].map((column) => `envelope.${column}`);

describe('linking by clues', () => {
  const said = new Map([
    ['a', 1],
    ['b', 1],
    ['c', 2],
    ['d', 2],
  ]);
  const of = new Map([
    ['c', 7],
    ['a', 3],
    ['d', 7],
    ['b', 4],
  ]);

  it('takes the nearest to have said the same, each pair once', () => {
    expect(guesses({ name: 'place', of }, said)).toEqual({ tries: 3, hits: 2 });
  });

  it('or only those with the same, such as an ephemeral key', () => {
    expect(guesses({ name: 'key', of, same: true }, said)).toEqual({ tries: 1, hits: 1 });
  });

  it('in SQLite finds who answered together, and nothing of what', async () => {
    const { during, after, naive, copied } = await linking(2, 1, onSqlite);
    expect(copied.get('ephemeral key')).toBeGreaterThan(CHANCE);
    expect(naive).toBeGreaterThan(CHANCE);
    expect(during).toBeLessThan(LUCK);
    expect(after).toBeLessThan(LUCK);
  });

  it.runIf(server)(`on ${name} finds the same`, async () => {
    const { during, after, copied } = await linking(1, 1, async () => onPostgres(await spyThere()));
    expect(copied.get('ephemeral key')).toBeGreaterThan(CHANCE);
    expect(during).toBeLessThan(LUCK);
    expect(after).toBeLessThan(LUCK);
  });
});

describe('the search for canaries', () => {
  it('finds envelopes and released comments in SQLite, and nothing else', async () => {
    expect(await canaries()).toEqual({ during: 0, after: 0, searchWorks: true });
  });

  it.runIf(server)(`finds no more on ${name}, its queue's tables included`, async () => {
    const spy = await spyThere();
    try {
      expect(await canaries(spy)).toEqual({ during: 0, after: 0, searchWorks: true });
    } finally {
      await spy.clear();
    }
  });
});

describe('the clock on the wall', () => {
  const alternating = (took: (second: boolean, i: number) => number): Timed[] =>
    Array.from({ length: 400 }, (_, i) => {
      const second = (i >> 1) % 2 === 1;
      return { second, took: took(second, i) };
    });

  it('tells what takes longer, and what takes less', () => {
    const later = guessed(
      'later',
      alternating((second, i) => (second ? 2 : 1) + (i % 7) / 10),
    );
    const sooner = guessed(
      'sooner',
      alternating((second, i) => (second ? 1 : 2) + (i % 7) / 10),
    );
    expect([later.right, sooner.right]).toEqual([1, 1]);
    expect(later.later).toBeCloseTo(1000, -2);
  });

  it('tells nothing where there is nothing', () => {
    const { sigmas } = guessed(
      'same',
      alternating((_, i) => (i * 37) % 101),
    );
    expect(Math.abs(sigmas)).toBeLessThan(CHANCE);
  });

  it('does not tell a 1 from a 5 in the product, but a slower answer', async () => {
    const { answers, control } = await clock(200, 1);
    for (const { sigmas } of answers) expect(sigmas).toBeLessThan(LUCK);
    expect(control.sigmas).toBeGreaterThan(CHANCE);
  });
});

describe('times', () => {
  it('are seconds, milliseconds and dates, and no bytes', () => {
    const yes = [1795388906, 1795388906863, '1795388906863', { at: '2026-11-22T23:08:26Z' }];
    const no = [4, 'monday', '09:00', Buffer.from('1795388906'), '\\x1795388906', null];
    expect(yes.map(isTime)).toEqual(yes.map(() => true));
    expect(no.map(isTime)).toEqual(no.map(() => false));
  });

  it('of messages are the same whether all say 1 or 5', async () => {
    const { different, of, digests } = await messagesByAnswer();
    expect(different).toBe(0);
    expect(of).toBeGreaterThan(12);
    expect(digests).toBeGreaterThan(0);
  });

  it('are in no column that a click changes', async () => {
    const { columns, timed, byValue, control } = await writtenByClicks();
    expect(columns).toEqual(ENVELOPE);
    expect([timed, byValue]).toEqual([[], []]);
    expect(control).toEqual(['preference.paused_until']);
  });

  it.runIf(server)(`nor on ${name}`, async () => {
    const spy = await spyThere();
    try {
      expect(await writtenByClicks(spy)).toMatchObject({ columns: ENVELOPE, timed: [] });
    } finally {
      await spy.clear();
    }
  });

  it('of a job are those of its last run', () => {
    const events = [
      { job: 'send-1', event: 'active', at: 10 },
      { job: 'send-1', event: 'completed', at: 20 },
      { job: 'send-1', event: 'active', at: 30 },
      { job: 'send-2', event: 'active', at: 31 },
      { job: 'send-1', event: 'completed', at: 330 },
    ];
    expect(lastTook(events, 'send-1')).toBe(300);
    expect(lastTook(events, 'send-2')).toBeUndefined();
  });
});
