/** What is said of leavers' answers to one question: a picture with the same numbers as text, or a sentence. */
import { grainOf } from '../anonymity/figure.ts';
import type { Offers } from '../exit/exit-figures.ts';
import type { Line } from '../exit/exit-report.ts';
import { ASPECTS, OFFER_GRID } from '../stock/exit-offer.ts';
import type { ScoredQuestion } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { figureRows, percentOf, saidShare } from './chart.ts';
import type { Copy } from './copy.ts';
import type { Block, ChartRow } from './message.ts';
import { capital } from './statement.ts';

/** Rows that stand below an option's own, such as a benchmark. */
export type Besides = (option: string) => readonly ChartRow[];

export function lineBlocks(line: Line, copy: Copy, besides: Besides = () => []): Block[] {
  const { said } = line;
  const title = titleOf(line, copy);
  if (said.shown === 'named') {
    return [{ kind: 'text', text: `${title}: ${wordsOf(line, copy)}` }];
  }
  const { rows, others } = rowsOf(line, copy, besides);
  if (rows.length === 0) return [{ kind: 'text', text: `${title}: ${others}.` }];
  const summary = `${title}: ${inWords(rows, others)}.`;
  return [
    { kind: 'chart', title, summary, legend: copy.digest.legend, rows },
    ...(others === '' ? [] : [{ kind: 'note' as const, text: `${capital(others)}.` }]),
  ];
}

/** The question, and how many answered it at least. */
function titleOf({ question, said }: Line, copy: Copy): string {
  return `${say(question.text, copy.language)} (${copy.release.atLeast(said.atLeast)})`;
}

function inWords(rows: readonly ChartRow[], others: string): string {
  const shares = rows.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`));
  return [...shares, ...(others === '' ? [] : [others])].join('; ');
}

/** Options in the order of their shares; what is left of them in one phrase. */
function rowsOf({ question, said }: Line, copy: Copy, besides: Besides) {
  if (said.shown === 'named') return { rows: [], others: '' };
  const { figure } = said;
  if (figure.shown !== 'options' || !('options' in question)) {
    return { rows: figureRows(figure, '', 'main', [], copy), others: '' };
  }
  const grain = grainOf(figure);
  const shares = question.options
    .map(({ value, label }) => ({ value, label, share: figure.options[value] ?? grain.low }))
    .sort((a, b) => b.share - a.share);
  // Nothing finer is said of those that have no more.
  const told = shares.filter(({ share }) => share > grain.low);
  const rows = told.flatMap(({ value, label, share }): ChartRow[] => [
    {
      label: say(label, copy.language),
      text: saidShare(share, grain, copy),
      emphasis: 'main',
      figure: { kind: 'share', favourable: share },
    },
    ...besides(value),
  ]);
  const left = told.length < shares.length;
  const least = copy.digest.orLess(percentOf(grain.low));
  return { rows, others: left ? copy.release.others(least) : '' };
}

/** The same in a sentence, without the question. */
export function wordsOf(line: Line, copy: Copy): string {
  const { question, said } = line;
  if (said.shown === 'named') return namedWords(question, said.named, copy);
  const { rows, others } = rowsOf(line, copy, () => []);
  return `${inWords(rows, others)}.`;
}

function namedWords(question: ScoredQuestion, named: readonly string[], copy: Copy): string {
  const labels = named.map((value) => labelOf(question, value, copy));
  return labels.length > 0 ? copy.release.mostOften(labels.join(', ')) : copy.release.noneStandsOut;
}

function labelOf(question: ScoredQuestion, value: string, { language }: Copy): string {
  const options = 'options' in question ? question.options : [];
  return say(options.find((each) => each.value === value)?.label ?? {}, language);
}

/** Worse, the same, better: the sides of the chart. */
function comparisons({ language }: Copy): [string, string, string] {
  const label = (value: string) =>
    say(OFFER_GRID[0]?.options.find((each) => each.value === value)?.label ?? {}, language);
  return [label('worse'), label('same'), label('better')];
}

/** All aspects in one picture, the one that was better oftenest first; or those that were often better, in a sentence. */
export function offerBlocks(offers: Offers, title: string, copy: Copy): Block[] {
  const called = `${title} (${copy.release.atLeast(offers.atLeast)})`;
  if (offers.numbers.length === 0) {
    return [{ kind: 'text', text: `${called}: ${offerWords(offers, copy)}` }];
  }
  const legend = comparisons(copy);
  const rows = offers.numbers.flatMap(({ aspect, said }): ChartRow[] => {
    if (said.shown !== 'figure' || said.figure.shown !== 'distribution') return [];
    const { favourable, neutral, unfavourable } = said.figure;
    const grain = grainOf(said.figure);
    const shares = [favourable, neutral, unfavourable].map((share) =>
      saidShare(share, grain, copy),
    );
    const sides = shares.map((share, i) => `${share} ${legend[2 - i]}`);
    return [
      {
        label: aspectName(aspect, copy),
        text: sides.join(', '),
        emphasis: 'main',
        figure: { kind: 'distribution', favourable, neutral, unfavourable },
      },
    ];
  });
  return [
    { kind: 'chart', title: called, summary: `${called}: ${inWords(rows, '')}.`, legend, rows },
  ];
}

/** The same in a sentence. Of numbers, the aspects that were better for most. */
export function offerWords({ named, numbers }: Offers, copy: Copy): string {
  const better = numbers.flatMap(({ aspect, said }) => {
    if (said.shown !== 'figure' || said.figure.shown !== 'distribution') return [];
    const { favourable } = said.figure;
    return favourable >= 50
      ? [`${aspectName(aspect, copy)} (${saidShare(favourable, grainOf(said.figure), copy)})`]
      : [];
  });
  const all = numbers.length > 0 ? better : named.map((aspect) => aspectName(aspect, copy));
  return all.length > 0 ? copy.release.oftenBetter(all.join(', ')) : copy.release.noneBetter;
}

function aspectName(id: string, { language }: Copy): string {
  return say(ASPECTS.find((each) => each.id === id)?.name ?? {}, language);
}
