/** The report of released exits as HR and managers read it. */
import { describe, expect, test } from 'vitest';
import type { Pool } from '../../src/ballot/pools.ts';
import { exitReport } from '../../src/exit/exit-report.ts';
import { exitReportMessage } from '../../src/message/exit-report-message.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { REASON } from '../../src/stock/exit-leaving.ts';
import { CHANGE, RETURN } from '../../src/stock/exit-looking-back.ts';
import { OFFER_GRID, OFFER_PROMISED } from '../../src/stock/exit-offer.ts';
import { linesOf } from '../support/hr.ts';
import { NOW, pool, release } from './released-pools.ts';

const [PAY_ROW] = OFFER_GRID;
if (!PAY_ROW) throw new Error('no grid');
describe('the report', () => {
  const engineers = { jobFamily: 'engineering' };
  const comments = [
    { question: OFFER_PROMISED.id, unit: 'company', hr: true, texts: ['four days a week'] },
    { question: CHANGE.id, unit: 'sales', hr: false, texts: ['not for HR alone'] },
  ];
  const door = [
    release(
      '2026-10-30',
      [
        [REASON, [pool(REASON, 'sales', { pay: 11, growth: 7, other: 4 }, engineers)]],
        [RETURN, [pool(RETURN, 'sales', [1, 1, 1, 1, 1])]],
        [PAY_ROW, [pool(PAY_ROW, 'sales', { better: 16, same: 4, worse: 2 })]],
      ],
      { comments },
    ),
  ];
  const later = [
    release('2026-10-30', [[REASON, [pool(REASON, 'sales', { manager: 5, pay: 2 })]]], {
      campaign: 'exit-later',
    }),
  ];
  const waves = { door, later };
  const told = (unit: string | undefined, hr: boolean, language = 'en') => {
    const report = exitReport(waves, { hr, ...(unit !== undefined && { unit }) }, NOW);
    if (!report) throw new Error('no report');
    return exitReportMessage(report, [{ id: 'sales', name: 'SALES' }], 'UTC', copyFor(language));
  };

  test('lays what was said later beside what was said at the door', () => {
    const lines = linesOf(told(undefined, true)).join('\n');
    expect(lines).toContain('At the door: Pay or benefits: 50\u00A0%');
    expect(lines).toContain('Months later: Most often: My manager.');
  });

  test('shows the public benchmark beside a reason of the same meaning', () => {
    const chart = told(undefined, true).blocks.find((block) => block.kind === 'chart');
    expect(chart?.rows.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Pay or benefits 50\u00A0%',
      'UK civil servants 44\u00A0%',
      'A career step that was not possible here 30\u00A0%',
      'UK civil servants 22\u00A0%',
      'Something else 20\u00A0%',
    ]);
    for (const { label, text } of chart?.rows ?? [])
      expect(chart?.summary).toContain(`${label}: ${text}`);
  });

  test('gives words of leavers and job families to HR only', () => {
    const [hr, manager] = [told(undefined, true), told('sales', false)].map((message) =>
      JSON.stringify(message),
    );
    expect(hr).toContain('four days a week');
    expect(hr).toContain('engineering (');
    expect(hr).not.toContain('not for HR alone');
    expect(manager).toContain('Pay or benefits');
    expect(manager).not.toMatch(/four days|engineering|not for HR|mirror-ask|"value"/);
  });

  test('says of a part without a pool nothing but why', () => {
    const message = told('lab', true);
    expect(message.blocks.some(({ kind }) => kind === 'chart')).toBe(false);
    expect(linesOf(message).join()).toContain('There is nothing to read about LAB yet');
  });

  test.each(LANGUAGE_TAGS)('is complete in %s', (language) => {
    const text = JSON.stringify(told(undefined, true, language));
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    expect(told(undefined, true, language).blocks.length).toBeLessThan(60);
  });

  test('says the same whether anything waits or not', () => {
    const notes = (more: readonly Pool[]) => {
      const all = [...door, release('2026-11-10', [[REASON, more]])];
      const report = exitReport({ door: all, later }, { hr: true }, NOW);
      return report?.lines;
    };
    expect(notes([pool(REASON, 'company', { work: 6 })])).toEqual(notes([]));
  });
});
