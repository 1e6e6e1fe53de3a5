/** What figures mean, in words: no interval without its sentence, and none under 20 answers. */
import { describe, expect, it } from 'vitest';
import type { Backing } from '../../src/digest/backing.ts';
import type { UnitDigest } from '../../src/digest/digest.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { spanish } from '../../src/message/copy-es.ts';
import { french } from '../../src/message/copy-fr.ts';
import { detailsPages } from '../../src/message/details-message.ts';
import { BAND, DIGEST_ROUND, headline, message, NORTH, own, SINCE } from '../support/digest.ts';

const half = { shown: 'distribution', favourable: 50, neutral: 10, unfavourable: 40 } as const;
const most = { shown: 'distribution', favourable: 85, neutral: 10, unfavourable: 10 } as const;
const rounds = ['pulse-1'];

function notes(unit: Partial<UnitDigest>, copy = english): string[] {
  const units = [{ ...NORTH, statements: [], comments: [], ...unit }];
  const digest = { round: DIGEST_ROUND.id, reader: 'nora', units };
  const blocks = detailsPages(DIGEST_ROUND, digest, [], copy).flatMap((page) => page.blocks);
  const found = blocks.flatMap((each) => (each.kind === 'note' ? [each.text] : []));
  return found.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));
}

function range(figure: typeof half | typeof most | typeof BAND, backing: Backing, copy = english) {
  return notes({ statements: [{ ...own('own', figure), backing }] }, copy)[0];
}

describe('if everybody had answered', () => {
  const most80 = { answers: 100, part: 'over three quarters' } as const;

  it('stands in the details, in plain words', () => {
    expect(range(half, most80)).toBe(
      'If everybody had answered, probably 40 to 60 of 100 would be favourable; certainly 35 to 65 of 100, whatever the others think.',
    );
  });

  it('says only what is likely where too few answered to be certain', () => {
    expect(range(half, { answers: 20, part: 'under half' })).toBe(
      'If everybody had answered, probably 25 to 75 of 100 would be favourable.',
    );
  });

  it('says only what is certain where nothing more is likely', () => {
    expect(range(half, { answers: 20, part: 'over three quarters' })).toBe(
      'If everybody had answered, certainly 35 to 65 of 100 would be favourable, whatever the others think.',
    );
  });

  it('never says none or all', () => {
    expect(range(most, { answers: 20, part: 'under half' })).toContain('60 or more of 100');
  });

  it('is not said of few answers, of another unit’s figure, or where their number is not known', () => {
    const footnote = english.digest.footnote(5);
    expect(range(BAND, { answers: 5, part: 'over three quarters' })).toBe(footnote);
    expect(notes({ statements: [own('own', half)] })[0]).toBe(footnote);
  });

  it.each([german, french, spanish])('is said in $language', (copy) => {
    const text = range(half, most80, copy);
    expect(text).not.toMatch(/everybody|probably|certainly/);
    expect(text).toMatch(/40.*60.*35.*65/);
  });
});

describe('a slow drift', () => {
  const drift = { direction: 'down', since: SINCE, rounds } as const;
  const quiet = own('pay', BAND, { kind: 'none', since: SINCE });

  it('is in the headline, in place of “no clear change”', () => {
    const told = headline(message([quiet], { drift }));
    expect(told).toMatch(
      /^All in all slowly getting worse since 19 October; that shows over several rounds/,
    );
    expect(told).not.toContain('No clear change');
    expect(headline(message([quiet]))).toMatch(/^No clear change/);
  });

  it('comes after what changed clearly since last time', () => {
    const clear = own('pay', BAND, { kind: 'clear', since: SINCE, direction: 'up' });
    expect(headline(message([clear], { drift }))).toMatch(/clearly better.*slowly getting worse/);
  });

  it('has no words of statistics', () => {
    for (const copy of [english, german, french, spanish]) {
      const words = headline(message([quiet], { drift }, copy));
      expect(words).not.toMatch(/EWMA|sigma|p-|signifi|interval|Intervall/i);
    }
  });
});

describe('the engagement index', () => {
  const engagement = { index: 61, drivers: ['role', 'staying'], since: SINCE, rounds };

  it('stands in the digest with what it is made of', () => {
    const told = message([own('pay', BAND)], { engagement });
    const text = told.blocks.flatMap((each) => (each.kind === 'note' ? [each.text] : []));
    expect(text).toContain(
      'Engagement index: 61 of 100 (role and meaning, intention to stay; asked since 19 October).',
    );
  });

  it('stands in the details beside the public one', () => {
    expect(notes({ statements: [own('own', BAND)], engagement })).toContain(
      'UK civil servants: 63 of 100 (differently worded questions, Civil Service People Survey, 2019).',
    );
  });
});

describe('beside other employers', () => {
  it('stand the drivers that are higher, and those that are lower', () => {
    const beside = { higher: ['pay'], lower: ['role', 'team'], since: SINCE, rounds };
    expect(notes({ beside })[0]).toBe(
      'Beside UK civil servants (differently worded questions): higher here for pay and benefits · lower here for role and meaning, team and culture.',
    );
    const only = { ...beside, higher: [] };
    expect(notes({ beside: only })[0]).toContain('): lower here for');
  });
});
