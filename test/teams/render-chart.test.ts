/** Charts as Teams draws them, with their numbers as text. */
import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../adapters/teams/render.ts';
import type { Chart } from '../../src/message/message.ts';
import { bodyOf, chart, of } from './shown.ts';

describe('a chart', () => {
  const typesOf = (block: Chart) => bodyOf(renderMessage(of(block))).map(({ type }) => type);
  const share = (label: string) => ({
    label,
    text: '40 %',
    emphasis: 'main' as const,
    figure: { kind: 'share' as const, favourable: 40 },
  });

  test('of distributions is drawn, and its numbers stand below it as text', () => {
    const body = bodyOf(renderMessage(of(chart())));
    expect(body[1]).toMatchObject({ type: 'Chart.HorizontalBar.Stacked', title: 'Paid fairly?' });
    expect(body[1]?.data?.[0]?.data?.map(({ value }) => value)).toEqual([15, 25, 60]);
    expect(JSON.stringify(body[2])).toContain('60 % favourable');
    expect(body).toHaveLength(4);
  });

  test('of shares is bars beside a whole one', () => {
    const [, drawn] = bodyOf(renderMessage(of(chart({ rows: [share('a'), share('b')] }))));
    expect(drawn).toMatchObject({
      type: 'Chart.HorizontalBar',
      data: [
        { x: 'a', y: 40 },
        { x: 'b', y: 40 },
        { x: '100 %', y: 100 },
      ],
    });
  });

  test.each<[string, Partial<Chart>]>([
    [
      'with a band',
      { rows: [share('a'), { ...share('b'), figure: { kind: 'band', from: 40, to: 60 } }] },
    ],
    ['of one share', { rows: [share('a')] }],
    ['whose rows have one name', { rows: [share('a'), share('a')] }],
    ['whose legend has one name twice', { legend: ['a', 'a', 'b'] }],
    ['without rows', { rows: [] }],
  ])('%s is text only', (_, more) => {
    expect(typesOf(chart(more)).filter((type) => type.startsWith('Chart'))).toEqual([]);
  });
});
