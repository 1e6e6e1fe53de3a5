/** HR's own numbers of leavers, and the page that lays everything side by side. */
import { describe, expect, test } from 'vitest';
import type { Leaver } from '../../src/exit/leaver.ts';
import { retentionReport, spellsOf } from '../../src/exit/retention-report.ts';
import type { ValueReport } from '../../src/exit/value.ts';
import { valueEntries } from '../../src/exit/value-entries.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import type { Block } from '../../src/message/message.ts';
import { valueMessage } from '../../src/message/value-message.ts';
import type { Organisation, Person } from '../../src/org/person.ts';
import { mirrorQuestion } from '../../src/stock/exit-mirror.ts';
import { KEEPS } from '../../src/stock/stay.ts';
import { linesOf } from '../support/hr.ts';

const TODAY = '2026-11-22';

/** A company of `people`, all in the lab, who came on this day. */
function company(people: number, startDate?: string): Organisation {
  return {
    units: [
      { id: 'company', name: 'Company' },
      { id: 'lab', name: 'Lab', parent: 'company' },
    ],
    people: Array.from({ length: people }, (_, i): Person => {
      return { id: `p${i}`, name: `P ${i}`, unit: 'lab', ...(startDate && { startDate }) };
    }),
  };
}

function leaver(i: number, lastDay: string, more: Partial<Leaver> = {}): Leaver {
  return {
    id: `leaver-${i}`,
    person: `gone-${i}`,
    name: `Gone ${i}`,
    unit: 'lab',
    startDate: '2024-02-01',
    lastDay,
    announcedAt: new Date('2025-10-15T08:00:00Z'),
    state: 'over',
    ...more,
  };
}

const SIX = Array.from({ length: 6 }, (_, i) => leaver(i, `2026-0${i + 2}-15`));

describe('turnover', () => {
  const of = (people: number, leavers: readonly Leaver[], unit = 'lab') =>
    retentionReport(company(people, '2020-01-01'), leavers, unit, TODAY, 5);

  test('is a rate from fifty heads, over the last whole months', () => {
    const { turnover, months } = of(100, SIX);
    expect(months).toBe(12);
    expect(turnover).toMatchObject({ said: 'rate', leavers: 6 });
    if (turnover.said === 'rate') expect(turnover.rate).toBeCloseTo(5.83, 2);
  });

  test('is a number of leavers under that, and nothing of fewer than five', () => {
    expect(of(20, SIX).turnover).toEqual({ said: 'count', leavers: 6 });
    expect(of(20, SIX.slice(0, 4)).turnover).toMatchObject({ because: 'few-leavers' });
  });

  test('counts from the month after the first leaver was announced', () => {
    const late = SIX.map((each) => ({ ...each, announcedAt: new Date('2026-08-20T08:00:00Z') }));
    expect(of(100, late).months).toBe(2);
    expect(of(100, []).turnover).toEqual({ said: 'nothing', because: 'no-records' });
  });

  test('takes whoever still stands in the people file as gone, unless they came back', () => {
    const org = company(3, '2020-01-01');
    const [first] = SIX;
    if (!first) throw new Error('no leaver');
    const gone = { ...first, person: 'p0' };
    expect(spellsOf(org, [gone], 'lab', TODAY).filter(({ end }) => !end).length).toBe(2);
    const people = org.people.map((each) =>
      each.id === 'p0' ? { ...each, startDate: '2026-09-01' } : each,
    );
    expect(spellsOf({ ...org, people }, [gone], 'lab', TODAY).length).toBe(4);
  });

  test('leaves out who was withdrawn, and who has not left yet', () => {
    const all = [leaver(1, '2026-03-01', { state: 'withdrawn' }), leaver(2, '2026-12-24')];
    expect(spellsOf(company(2), all, 'lab', TODAY).length).toBe(2);
  });
});

test('shares are said only where those counted and the others are five at least', () => {
  const regretted = Array.from({ length: 12 }, (_, i) =>
    leaver(i, '2026-05-15', { kind: 'resigned', ...(i < 5 && { regretted: true }) }),
  );
  const of = (leavers: readonly Leaver[]) =>
    retentionReport(company(60, '2020-01-01'), leavers, 'lab', TODAY, 5).regretted;
  expect(of(regretted)).toEqual({ part: 5, whole: 12 });
  expect(of(regretted.slice(1))).toBeUndefined();
});

describe('the page', () => {
  const report: ValueReport = {
    unit: 'lab',
    name: 'Lab',
    drives: [
      {
        driver: 'pay',
        round: 'pulse-1',
        question: 'pay',
        pools: ['lab'],
        figure: { shown: 'distribution', favourable: 35, neutral: 25, unfavourable: 40, mean: 2.9 },
        asked: new Date('2026-11-16T08:00:00Z'),
        timezone: 'UTC',
      },
    ],
    stays: [
      {
        question: KEEPS,
        said: { shown: 'named', named: ['flexibility', 'team'], atLeast: 10, pools: ['lab'] },
      },
    ],
    whyUs: ['Because of the people'],
    exposure: [
      {
        unit: 'lab',
        name: 'Lab',
        question: mirrorQuestion('pay'),
        asked: new Date('2026-11-09T08:00:00Z'),
        timezone: 'UTC',
        round: 'mirror-1',
        figure: { shown: 'distribution', favourable: 35, neutral: 30, unfavourable: 35 },
        pools: ['lab'],
        share: { would: 35, perhaps: 30, not: 35, from: 15, to: 60 },
      },
    ],
    retention: {
      months: 12,
      turnover: { said: 'rate', rate: 14.285, leavers: 9 },
      firstYear: { part: 6, whole: 20 },
      curve: [{ months: 12, stay: 0.82, low: 0.74, high: 0.9 }],
    },
  };

  test('has a line in the ledger for each figure, and for the comments; none for turnover', () => {
    const release = { ...report, stay: 'stay-1' };
    const entries = valueEntries(release, { at: new Date(0), reader: 'hana' });
    expect(entries.map(({ round, question, said }) => [round, question, said.shown])).toEqual([
      ['pulse-1', 'pay', 'distribution'],
      ['mirror-1', 'mirror-pay', 'distribution'],
      ['stay-1', 'stay-keeps', 'named'],
      ['stay-1', 'stay-why-us', 'comments'],
    ]);
    for (const entry of entries) {
      expect(entry).toMatchObject({ reader: 'hana', unit: 'lab', pools: ['lab'], page: 'value' });
    }
  });

  test('has none for what is too few to be said in numbers', () => {
    const exposure = report.exposure.map(({ share: _, ...few }) => few);
    const entries = valueEntries({ ...report, exposure }, { at: new Date(0), reader: 'hana' });
    expect(entries.map(({ round }) => round)).toEqual(['pulse-1']);
  });

  test('lays what holds people beside what draws them away, each with its numbers in words', () => {
    const lines = linesOf(valueMessage(report, [], copyFor('en'))).join('\n');
    expect(lines).toContain('Most often: Flexible hours, The people I work with.');
    expect(lines).toContain('Lab: about 35\u00A0% say that they would probably take it.');
    expect(lines).toContain('anything from 15\u00A0% to 60\u00A0% is likely');
    expect(lines).toContain('Turnover over 12 months: 14.3\u00A0% of the people here.');
    expect(lines).toContain('30\u00A0% left within their first year');
    expect(lines).toContain('Because of the people');
    expect(lines).toContain('Nothing of leavers may be shown of this part yet.');
  });

  test.each(LANGUAGE_TAGS)('says in %s all that its pictures show', (language) => {
    const { blocks } = valueMessage(report, [{ id: 'x', name: 'X' }], copyFor(language));
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN|null|\[object/);
    const charts = blocks.filter((block): block is Extract<Block, { kind: 'chart' }> => {
      return block.kind === 'chart';
    });
    expect(charts.length).toBe(3);
    for (const { rows, summary } of charts) {
      for (const { label, text } of rows) expect(summary).toContain(`${label}: ${text}`);
    }
  });

  test('shows the public benchmark under a driver that has one', () => {
    const { blocks } = valueMessage(report, [], copyFor('en'));
    const chart = blocks.find((block) => block.kind === 'chart');
    expect(chart?.rows.map(({ label, emphasis }) => [label, emphasis])).toEqual([
      ['Pay and benefits (16 November)', 'main'],
      ['UK civil servants', 'reference'],
    ]);
  });
});
