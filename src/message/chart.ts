/** Figures as rows of a chart, each with its numbers in words. */
import { type Band, type Figure, type Grain, grainOf } from '../anonymity/figure.ts';
import type { Copy, Level } from './copy.ts';
import type { ChartRow } from './message.ts';

const BANDS: Readonly<Record<Band, { from: number; to: number; level: Level }>> = {
  'under 40': { from: 0, to: 40, level: 'low' },
  '40-59': { from: 40, to: 60, level: 'mixed' },
  '60 or more': { from: 60, to: 100, level: 'good' },
};

/** Low, mixed or good; undefined for questions that have no favourable side. */
export function levelOf(figure: Figure): Level | undefined {
  if (figure.shown === 'options') return undefined;
  if (figure.shown === 'band') return BANDS[figure.band].level;
  if (figure.favourable < 40) return 'low';
  return figure.favourable < 60 ? 'mixed' : 'good';
}

/** One row a figure; one an option for questions without a favourable side. */
export function figureRows(
  figure: Figure,
  label: string,
  emphasis: ChartRow['emphasis'],
  options: readonly { readonly value: string; readonly label: string }[],
  copy: Copy,
): ChartRow[] {
  if (figure.shown === 'options') {
    const grain = grainOf(figure);
    return options.map((option) => {
      const share = figure.options[option.value] ?? grain.low;
      return {
        label: `${label}: ${option.label}`,
        text: saidShare(share, grain, copy),
        emphasis,
        figure: { kind: 'share', favourable: share },
      };
    });
  }
  return [{ label, text: inWords(figure, copy), emphasis, figure: drawn(figure) }];
}

function drawn(figure: Exclude<Figure, { shown: 'options' }>): ChartRow['figure'] {
  switch (figure.shown) {
    case 'band': {
      const { from, to } = BANDS[figure.band];
      return { kind: 'band', from, to };
    }
    case 'distribution': {
      const { favourable, neutral, unfavourable } = figure;
      return { kind: 'distribution', favourable, neutral, unfavourable };
    }
  }
}

function inWords(figure: Exclude<Figure, { shown: 'options' }>, copy: Copy): string {
  const { digest } = copy;
  switch (figure.shown) {
    case 'band':
      return digest.band[figure.band];
    case 'distribution': {
      const [favourable, neutral, unfavourable] = [
        figure.favourable,
        figure.neutral,
        figure.unfavourable,
      ].map((share) => saidShare(share, grainOf(figure), copy)) as [string, string, string];
      const parts = [digest.distribution(favourable, neutral, unfavourable)];
      if (figure.mean !== undefined) parts.push(digest.mean(limited(figure.mean, copy)));
      if (figure.recommend !== undefined)
        parts.push(digest.recommend(signed(figure.recommend, copy)));
      return parts.join('; ');
    }
  }
}

/** At the limits a share is only "or more", "or fewer": nothing finer is said there. */
export function saidShare(share: number, { low, high }: Grain, { digest }: Copy): string {
  if (share <= low) return digest.orLess(percentOf(low));
  return share >= high ? digest.orMore(percentOf(high)) : percentOf(share);
}

export function percentOf(share: number): string {
  return `${share} %`;
}

/** A mean of 1-5, which is kept within 1.5-4.5. */
function limited(value: number, { language, digest }: Copy): string {
  const text = new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(value);
  if (value <= 1.5) return digest.orLess(text);
  return value >= 4.5 ? digest.orMore(text) : text;
}

function signed(value: number, { language }: Copy): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(value);
}
