/** Charts as SVG bars beside the same figures in words; geometry in attributes, colours in message.css. */
import type { Chart, ChartRow } from '../../../src/message/message.ts';
import { h, s } from './element.ts';

type Figure = ChartRow['figure'];

/** The width of a bar in its own units: one for each percent. */
const width = 100;
const height = 14;

/** The bars are one picture, described by the summary; the words beside them are a list of their own. */
export function renderChart(chart: Chart): HTMLElement {
  const bars = chart.rows.map((row, index) => inRow(bar(row), index));
  const words = chart.rows.map((row, index) =>
    h(
      'div',
      { class: row.emphasis },
      inRow(h('dt', {}, row.label), index),
      inRow(h('dd', {}, row.text), index),
    ),
  );
  const picture = h('div', { class: 'bars', role: 'img', 'aria-label': chart.summary }, ...bars);
  picture.style.setProperty('--rows', String(chart.rows.length));
  const kinds = new Set(chart.rows.map((row) => row.figure.kind));
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, chart.title),
    h('div', { class: 'plot' }, picture, h('dl', {}, ...words)),
    ...(kinds.has('distribution') ? [legend(chart.legend)] : []),
  );
}

/** Bars and words are placed by the number of their row, which message.css reads. */
function inRow<E extends HTMLElement | SVGElement>(element: E, index: number): E {
  element.style.setProperty('--row', String(index + 1));
  return element;
}

function bar(row: ChartRow): SVGElement {
  const { emphasis, figure } = row;
  const view = { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none' };
  const shapes = [rect('track', 0, width), ...draw(figure)];
  return s('svg', { class: `bar ${emphasis}`, ...view, 'aria-hidden': 'true' }, ...shapes);
}

function draw(figure: Figure): SVGElement[] {
  switch (figure.kind) {
    case 'band':
      return [rect('favourable', figure.from, figure.to - figure.from), tick(40), tick(60)];
    case 'share':
      return [rect('favourable', 0, figure.favourable), marker(figure.favourable)];
    case 'distribution':
      return stack(figure);
  }
}

/** Shares are rounded and clamped one by one, so they are scaled to fill the bar. */
function stack(figure: Extract<Figure, { kind: 'distribution' }>): SVGElement[] {
  const total = figure.unfavourable + figure.neutral + figure.favourable;
  if (total <= 0) return [];
  const first = (figure.unfavourable / total) * width;
  const second = (figure.neutral / total) * width;
  return [
    rect('unfavourable', 0, first),
    rect('neutral', first, second),
    rect('favourable', first + second, width - first - second),
    tick(first),
    tick(first + second),
  ];
}

function rect(look: string, x: number, wide: number): SVGElement {
  return s('rect', { class: look, x: round(x), y: 0, width: round(Math.max(0, wide)), height });
}

/** A gap in the bar: where a zone or a segment ends. */
function tick(x: number): SVGElement {
  return s('line', { class: 'tick', x1: round(x), x2: round(x), y1: 0, y2: height });
}

function marker(x: number): SVGElement {
  return s('line', { class: 'marker', x1: round(x), x2: round(x), y1: 0, y2: height });
}

const PARTS = ['unfavourable', 'neutral', 'favourable'];

function legend(names: Chart['legend']): HTMLElement {
  const items = names.map((name, i) => h('li', {}, swatch(PARTS[i] ?? ''), name));
  return h('ul', { class: 'legend' }, ...items);
}

function swatch(look: string): SVGElement {
  const square = s('rect', { class: look, width: 10, height: 10 });
  return s('svg', { class: 'swatch', viewBox: '0 0 10 10', 'aria-hidden': 'true' }, square);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
