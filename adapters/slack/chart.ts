/** A chart as Slack's own, where it can be drawn honestly, and always its numbers as text. */
import type { KnownBlock } from '@slack/types';
import type { Chart, ChartRow } from '../../src/message/message.ts';
import { clean, pieces, shorten } from './fit.ts';
import { limits } from './limits.ts';
import { bold, richText } from './text.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block (not in @slack/types 3.2). */
interface DrawnChart {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

/** The rows in words, under the title. */
export function writtenChart({ title, rows }: Chart): KnownBlock[] {
  const lines = rows.map(({ label, text }) => `${clean(label)}: ${clean(text)}`).join('\n');
  const heading = shorten(title, limits.text);
  if (lines === '') return [richText([bold(heading)])];
  const words = (text: string) => ({ type: 'text' as const, text });
  if (heading.length + 1 + lines.length <= limits.text) {
    return [richText([bold(heading), words(`\n${lines}`)])];
  }
  const rest = pieces(lines, limits.text).map((piece) => richText([words(piece)]));
  return [richText([bold(heading)]), ...rest];
}

/** Undefined where text alone says it better. */
export function drawnChart(chart: Chart): KnownBlock | undefined {
  const categories = chart.rows.map(({ label }) => shorten(label, limits.chartName));
  const series = seriesOf(chart);
  if (!series || !fits(categories, series)) return undefined;
  const drawn: DrawnChart = {
    type: 'data_visualization',
    title: shorten(chart.title, limits.chartTitle),
    chart: {
      type: 'bar',
      series: series.map(({ name, values }) => ({
        name,
        data: categories.map((label, i) => ({ label, value: values[i] ?? 0 })),
      })),
      axis_config: { categories },
    },
  };
  return drawn as unknown as KnownBlock;
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * A band is a range: a bar would show one end of it as if it were the figure, so a chart with a band stays text. Three
 * series where every row has three shares, else the one share that all rows have.
 */
function seriesOf({ rows, legend }: Chart): readonly Series[] | undefined {
  if (rows.some(({ figure }) => figure.kind === 'band')) return undefined;
  const [unfavourable, neutral, favourable] = legend;
  const names = { unfavourable, neutral, favourable };
  const spread = rows.every(({ figure }) => figure.kind === 'distribution');
  const sides = spread ? (['unfavourable', 'neutral', 'favourable'] as const) : [];
  if (spread) return sides.map((side) => series(names[side], rows, side));
  // Shares alone may be of an option, which is neither favourable nor not.
  const shares = rows.every(({ figure }) => figure.kind === 'share');
  return [series(shares ? '%' : favourable, rows, 'favourable')];
}

function series(
  name: string,
  rows: readonly ChartRow[],
  side: 'unfavourable' | 'neutral' | 'favourable',
): Series {
  const values = rows.map(({ figure }) => {
    if (figure.kind === 'distribution') return figure[side];
    return figure.kind === 'share' ? figure.favourable : 0;
  });
  return { name: shorten(name, limits.chartName), values };
}

/** A single bar compares with nothing, and names that are alike once shortened would mix up what they name. */
function fits(categories: readonly string[], series: readonly Series[]): boolean {
  const different = (names: readonly string[]) => new Set(names).size === names.length;
  return (
    categories.length * series.length > 1 &&
    categories.length <= limits.chartPoints &&
    different(categories) &&
    different(series.map(({ name }) => name)) &&
    series.every(({ values }) => values.every(Number.isFinite))
  );
}
