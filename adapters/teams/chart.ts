/** A chart as Teams draws it, where that is honest, and always its numbers as text. */
import type {
  ChartColor,
  IHorizontalBarChart,
  IStackedHorizontalBarChart,
} from '@microsoft/teams.cards';
import type { Chart, ChartRow } from '../../src/message/message.ts';
import type { Element } from './card.ts';
import { limits } from './limits.ts';
import { run, runs, shorten, words } from './text.ts';

type Drawn = IHorizontalBarChart | IStackedHorizontalBarChart;

/** `pictured` is false where a card has no room for the picture. */
export function renderChart(chart: Chart, pictured: boolean): Element[] {
  const drawn = pictured ? drawnChart(chart) : undefined;
  return [
    words(shorten(chart.title, limits.chartTitle), { weight: 'Bolder' }),
    ...(drawn ? [drawn] : []),
    ...chart.rows.map(writtenRow),
  ];
}

/** A row that stands alone may have no name. */
function writtenRow({ label, text }: ChartRow): Element {
  const name = run(`${shorten(label, limits.rowText)}: `, { weight: 'Bolder' });
  const said = run(shorten(text, limits.rowText));
  return runs(label === '' ? [said] : [name, said], { spacing: 'Small' });
}

/**
 * Undefined where text alone says it better. A band is a range: a bar would show one end of it as if it were the figure. A
 * single bar compares with nothing, and names that are alike once shortened would mix up what they name.
 */
function drawnChart(chart: Chart): Drawn | undefined {
  const { rows } = chart;
  const labels = rows.map(({ label }) => shorten(label, limits.chartName));
  const legend = chart.legend.map((each) => shorten(each, limits.chartName));
  if (rows.some(({ figure }) => figure.kind === 'band')) return undefined;
  if (rows.length > limits.chartRows || hasTwins(labels)) return undefined;
  if (rows.every(({ figure }) => figure.kind === 'distribution')) {
    return rows.length === 0 || hasTwins(legend) ? undefined : stacked(chart, labels, legend);
  }
  return rows.length < 2 ? undefined : bars(chart, labels);
}

/** Blue and red, which are told apart with any eyes, around a grey middle. */
const SIDES = [
  ['unfavourable', 'divergingRed'],
  ['neutral', 'divergingGray'],
  ['favourable', 'divergingBlue'],
] as const satisfies readonly (readonly [string, ChartColor])[];

function stacked({ title, rows }: Chart, labels: string[], legend: string[]): Drawn {
  const data = rows.map(({ figure }, i) => ({
    title: labels[i] ?? '',
    data: SIDES.map(([side, color], part) => ({
      legend: legend[part] ?? '',
      value: figure.kind === 'distribution' ? figure[side] : 0,
      color,
    })),
  }));
  return { type: 'Chart.HorizontalBar.Stacked', ...around(title), data };
}

/**
 * The one share that all rows have. Shares alone may be of an option, which is neither favourable nor not. Teams makes the
 * longest bar as wide as the card, whatever it stands for: only beside a whole is a third as long as a third.
 */
function bars({ title, rows }: Chart, labels: string[]): Drawn {
  const data = rows.map(({ figure, emphasis }, i) => ({
    x: labels[i] ?? '',
    y: figure.kind === 'band' ? 0 : figure.favourable,
    color: emphasis === 'main' ? ('divergingBlue' as const) : ('divergingLightBlue' as const),
  }));
  return {
    type: 'Chart.HorizontalBar',
    ...around(title),
    displayMode: 'AbsoluteNoAxis',
    data: [...data, { x: '100 %', y: 100, color: 'neutral' }],
  };
}

/** The title is the chart's accessible name. Older clients leave the picture out: its numbers stand below it anyway. */
function around(title: string) {
  return { title: shorten(title, limits.chartTitle), xAxisTitle: '%', fallback: 'drop' as const };
}

function hasTwins(names: readonly string[]): boolean {
  return new Set(names).size !== names.length;
}
