import { describe, expect, test } from 'vitest';
import { limits } from '../../adapters/slack/limits.ts';
import { renderHome, renderMessage, renderPage } from '../../adapters/slack/render.ts';
import { questionMessage } from '../../src/message/asking.ts';
import { english } from '../../src/message/copy-en.ts';
import type { Block, Chart, Option } from '../../src/message/message.ts';
import { fivePoint, roundOf, zeroToTen } from '../support/round.ts';
import { violations } from './violations.ts';

const render = (blocks: readonly Block[], charts = false) =>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into blocks of every kind.
  renderMessage({ summary: 'Summary', blocks }, { charts }).blocks as any[];

const optionsOf = (labels: readonly string[]): Option[] =>
  labels.map((label, i) => ({ value: `v${i}`, label }));
const scale = (labels: readonly string[]): Block => ({
  kind: 'scale',
  round: 'r',
  question: 'q',
  text: 'How?',
  options: optionsOf(labels),
});

describe('a question', () => {
  test('is one row of buttons, each with its option’s value and a name for screen readers', () => {
    const [section, actions, ...none] = render([scale(['Disagree', 'Neither', 'Agree'])]);
    expect(none).toEqual([]);
    expect(section.text.text).toBe('How?');
    expect(actions.elements.map((each: { value: string }) => each.value)).toEqual([
      'v0',
      'v1',
      'v2',
    ]);
    expect(actions.elements[2].accessibility_label).toBe('3/3: Agree');
  });

  test('from nought to ten has eleven buttons in one row, read as numbers of ten', () => {
    const [, actions] = render([scale(Array.from({ length: 11 }, (_, i) => `${i}`))]);
    expect(actions.elements).toHaveLength(11);
    expect(actions.elements[7].accessibility_label).toBe('7/10');
  });

  test('with an option too long for a button says all of them whole, by number', () => {
    const long = `Because ${'of this '.repeat(20)}`.trim();
    const [, full, actions] = render([scale(['Short', long])]);
    expect(full.text.text).toBe(`1. Short\n2. ${long}`);
    const labels = actions.elements.map((each: { text: { text: string } }) => each.text.text);
    expect(labels[0]).toBe('1. Short');
    expect(labels[1]).toMatch(/^2\. Because of this .*…$/);
    expect(labels[1].length).toBeLessThanOrEqual(limits.button);
  });

  test('whose option has a value that Slack can’t carry is refused by name', () => {
    const value = 'x'.repeat(limits.buttonValue + 1);
    const asked = { ...scale([]), options: [{ value, label: 'L' }] } as Block;
    expect(() => render([asked])).toThrow('question q');
  });

  test('is the same for two people but for the name', () => {
    const round = roundOf({ questions: [fivePoint('pay'), zeroToTen('ten')] });
    const told = (name: string) =>
      JSON.stringify(renderMessage(questionMessage(round, name, english)));
    expect(told('Ada')).not.toBe(told('Grace'));
    expect(told('Ada').replaceAll('Ada', 'Grace')).toBe(told('Grace'));
  });
});

describe('what people wrote', () => {
  const trap = '<!channel> <@U1> *bold* _x_ `y` https://x.test :tada: & > quote';

  test('mentions nobody, links to nothing and is not formatted, wherever it stands', () => {
    const kinds = ['heading', 'text', 'note', 'quote'] as const;
    const blocks = kinds.map((kind): Block => ({ kind, text: trap }));
    const sent = renderMessage({ summary: trap, blocks });
    expect(JSON.stringify(sent.blocks)).not.toContain('mrkdwn');
    expect(JSON.stringify(sent.blocks)).not.toContain('"emoji":true');
    expect(JSON.stringify(sent.blocks).split(JSON.stringify(trap).slice(1, -1))).toHaveLength(5);
    expect(sent.text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
    expect(sent.text).toContain('&amp; &gt; quote');
  });

  test('a link leads to the web alone, with words that are not read as markup', () => {
    const [open] = render([{ kind: 'link', text: trap, url: 'https://a.test/x?y=1&z=<2>|' }]);
    expect(open).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [{ type: 'link', text: trap, url: 'https://a.test/x?y=1&z=%3C2%3E|' }],
        },
      ],
    });
    for (const url of ['javascript:alert(1)', 'slack://user?id=U1', 'nothing', '//a.test', '']) {
      const told = render([{ kind: 'link', text: 'Read', url }]);
      expect(told[0]).toMatchObject({ type: 'section', text: { type: 'plain_text' } });
      expect(JSON.stringify(told)).not.toContain('"link"');
    }
  });

  test('comments that follow each other share a block, with a line between', () => {
    const [block, ...none] = render(
      ['More light.', 'Less noise.'].map((text) => ({ kind: 'quote', text })),
    );
    expect(none).toEqual([]);
    expect(block.elements.map((each: { type: string }) => each.type)).toEqual([
      'rich_text_quote',
      'rich_text_section',
      'rich_text_quote',
    ]);
  });

  test('a heading too long for a header is bold text', () => {
    const [short, long] = ['x'.repeat(limits.header), 'x'.repeat(limits.header + 1)].map(
      (text) => render([{ kind: 'heading', text }])[0],
    );
    expect(short.type).toBe('header');
    expect(long.elements[0].elements[0]).toMatchObject({ style: { bold: true } });
  });

  test('a text too long for a block goes on in the next', () => {
    const text = 'word '.repeat(1000).trim();
    const blocks = render([{ kind: 'text', text }]);
    expect(blocks).toHaveLength(2);
    expect(blocks.map((each) => each.text.text).join(' ')).toBe(text);
  });
});

describe('more than fits', () => {
  test('leaves out comments from the end, and says how many; questions and buttons stay', () => {
    const text = 'x'.repeat(1000);
    const blocks: Block[] = [
      { kind: 'text', text: 'First' },
      ...Array.from({ length: 60 }, (): Block => ({ kind: 'quote', text })),
      { kind: 'actions', about: 'r', actions: [{ action: 'details', label: 'All' }] },
    ];
    const told = render(blocks);
    expect(violations({ text: 'x', blocks: told })).toEqual([]);
    const kept = JSON.stringify(told).split('"rich_text_quote"').length - 1;
    expect(kept).toBeGreaterThan(5);
    expect(told.at(-2).elements[0].text).toBe(`… +${60 - kept}`);
    expect(told.at(-1).type).toBe('actions');
    expect(told[0].text.text).toBe('First');
  });

  test('a home page holds what a message can’t', () => {
    const blocks = Array.from({ length: 90 }, (_, i): Block => ({ kind: 'text', text: `${i}` }));
    expect(renderHome({ summary: '', blocks }).blocks).toHaveLength(90);
    expect(render(blocks)).toHaveLength(50);
    expect(render(blocks).at(-1)).toMatchObject({ elements: [{ text: '… +41' }] });
  });
});

describe('a chart', () => {
  type Figure = Chart['rows'][number]['figure'];
  const chart = (...figures: Figure[]): Chart => ({
    kind: 'chart',
    title: 'Paid fairly?',
    summary: 'All of it.',
    legend: ['bad', 'so-so', 'well'],
    rows: figures.map((figure, i) => ({
      label: `Unit ${i}`,
      text: `figure ${i} in words`,
      emphasis: 'main',
      figure,
    })),
  });
  const share = (favourable: number): Figure => ({ kind: 'share', favourable });
  const spread: Figure = { kind: 'distribution', unfavourable: 25, neutral: 20, favourable: 55 };
  const band: Figure = { kind: 'band', from: 40, to: 60 };
  const drawn = (of: Chart) => render([of], true).find(({ type }) => type === 'data_visualization');
  const bars = (of: Chart) =>
    drawn(of)?.chart.series.map(({ name, data }: { name: string; data: { value: number }[] }) => [
      name,
      ...data.map(({ value }) => value),
    ]);

  test('has its numbers as text, drawn or not', () => {
    for (const figures of [[share(40), share(50)], [band, band], [spread]]) {
      for (const charts of [true, false]) {
        const said = JSON.stringify(render([chart(...figures)], charts));
        figures.forEach((_, i) => {
          expect(said).toContain(`Unit ${i}: figure ${i} in words`);
        });
      }
    }
  });

  test('of shares, or of whole distributions, is drawn with its own numbers', () => {
    expect(bars(chart(share(40), share(50)))).toEqual([['%', 40, 50]]);
    expect(bars(chart(spread, spread))).toEqual([
      ['bad', 25, 25],
      ['so-so', 20, 20],
      ['well', 55, 55],
    ]);
    expect(bars(chart(spread, share(45)))).toEqual([['well', 55, 45]]);
  });

  test('is not drawn where a bar would say more than is known, or compares with nothing', () => {
    expect(drawn(chart(band, share(40)))).toBeUndefined();
    expect(drawn(chart(share(40)))).toBeUndefined();
    expect(drawn(chart())).toBeUndefined();
    expect(drawn(chart(spread))).toBeDefined();
  });

  test('is not drawn where shortened names can’t be told apart', () => {
    const { rows, ...rest } = chart(share(40), share(50));
    const labels = ['Research and development North', 'Research and development South'];
    const alike = rows.map((row, i) => ({ ...row, label: labels[i] ?? '' }));
    expect(drawn({ ...rest, rows: alike })).toBeUndefined();
  });

  test('is drawn twice in a message at most, in a modal or home page never, and never unasked', () => {
    const blocks = [1, 2, 3].map(() => chart(spread));
    const count = (payload: unknown) =>
      JSON.stringify(payload).split('data_visualization').length - 1;
    expect(count(render(blocks, true))).toBe(2);
    expect(count(render(blocks, false))).toBe(0);
    expect(count(renderMessage({ summary: '', blocks }))).toBe(0);
    expect(count(renderHome({ summary: '', blocks }))).toBe(0);
    expect(count(renderPage({ summary: '', blocks }, 'Close'))).toBe(0);
  });
});
