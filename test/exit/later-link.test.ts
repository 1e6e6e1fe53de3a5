/** The personal link of the second wave. */
import { describe, expect, it } from 'vitest';
import { keyFolder } from '../../adapters/keys/folder.ts';
import { laterLink, linkTimes, makeToken, readToken } from '../../src/exit/later-link.ts';
import { temporaryFolder } from '../support/folders.ts';

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const OTHER = '9b2d7c4e-1111-4222-8333-444455556666';

describe('a token', () => {
  it('leads to the leaver it was made for, the same each time', async () => {
    const keys = keyFolder(temporaryFolder());
    const token = await makeToken(keys, ID);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await makeToken(keys, ID)).toBe(token);
    expect(await readToken(keys, token)).toBe(ID);
    expect(await readToken(keys, await makeToken(keys, OTHER))).toBe(OTHER);
  });

  it('is refused with any one sign changed, cut off, added or written otherwise', async () => {
    const keys = keyFolder(temporaryFolder());
    const token = await makeToken(keys, ID);
    for (let i = 0; i < token.length; i++) {
      const changed = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
      expect(await readToken(keys, changed), String(i)).toBeUndefined();
    }
    const others = ['', 'x', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`];
    for (const each of [...others, ` ${token}`, `${token.slice(0, 20)}.${token.slice(20)}`]) {
      expect(await readToken(keys, each), each).toBeUndefined();
    }
  });

  it('of another house, or before any was made, is none of ours', async () => {
    const [keys, others] = [keyFolder(temporaryFolder()), keyFolder(temporaryFolder())];
    const token = await makeToken(others, ID);
    expect(await readToken(keys, token)).toBeUndefined();
    await makeToken(keys, ID);
    expect(await readToken(keys, token)).toBeUndefined();
  });

  it('is made of a UUID only', async () => {
    const keys = keyFolder(temporaryFolder());
    for (const id of ['', 'ada', `${ID}0`, ID.toUpperCase()]) {
      await expect(makeToken(keys, id), id).rejects.toThrow(/UUID/);
    }
  });
});

describe('the link', () => {
  it('is made where a page is reached from outside, and only there', async () => {
    const leaverKeys = keyFolder(temporaryFolder());
    const site = 'https://soundings.example.org';
    const token = await makeToken(leaverKeys, ID);
    expect(await laterLink({ leaverKeys, site }, { id: ID })).toBe(`${site}/later/${token}`);
    expect(await laterLink({ leaverKeys, site: `${site}/` }, { id: ID })).toBe(
      `${site}/later/${token}`,
    );
    expect(await laterLink({ leaverKeys }, { id: ID })).toBeUndefined();
  });

  it('works from a morning months after the last day to the end of 60 days later', () => {
    const times = linkTimes({ lastDay: '2026-10-31' }, { laterMonths: 4 }, 'Europe/Berlin');
    expect(times).toEqual({
      from: '2027-02-28',
      to: '2027-04-29',
      opensAt: new Date('2027-02-28T08:00:00Z'),
      closesAt: new Date('2027-04-29T22:00:00Z'),
    });
    const tokyo = { lastDay: '2026-10-31', timezone: 'Asia/Tokyo' };
    expect(linkTimes(tokyo, { laterMonths: 4 }, 'Europe/Berlin').opensAt).toEqual(
      new Date('2027-02-28T00:00:00Z'),
    );
  });
});
