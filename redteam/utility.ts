/** What the promise costs: own figures, released comments, and how wide the figures are. */

import { sides } from '../src/anonymity/figure.ts';
import { figuresOf, type Own } from '../src/digest/figures.ts';
import { margin } from '../src/digest/statistics.ts';
import { saysOf } from './rows.ts';
import type { Week } from './year.ts';

/** Teams from this head count on should have a figure of their own nearly every week. */
const LARGE = 8;

interface Width {
  readonly answers: string;
  readonly figures: number;
  /** Medians, in points: how far apart the shares are that read the same, and half the 95 % interval of chance. */
  readonly shown: number;
  readonly margin: number;
}

export interface Utility {
  /** Of teams of eight and more, by week and question. */
  readonly ownFigures: number;
  /** Of all comments for the team: in the digest of their own unit, of one above, or nowhere. */
  readonly comments: { readonly own: number; readonly above: number; readonly written: number };
  readonly widths: readonly Width[];
}

export function utilityOf(weeks: readonly Week[]): Utility {
  let [asked, own] = [0, 0];
  const all: { readonly question: Parameters<typeof saysOf>[0]; readonly own: Own }[] = [];
  for (const { round, result } of weeks) {
    const large = round.units.filter(
      ({ id, invited }) => id.startsWith('team-') && invited >= LARGE,
    );
    for (const figures of figuresOf(round, result.pools)) {
      asked += large.length;
      own += large.filter(({ id }) => figures.own(id)).length;
      for (const { id } of round.units) {
        const found = figures.own(id);
        if (found) all.push({ question: figures.question, own: found });
      }
    }
  }
  return {
    ownFigures: asked === 0 ? 0 : own / asked,
    comments: commentsOf(weeks),
    widths: widthsOf(all),
  };
}

function commentsOf(weeks: readonly Week[]) {
  let [own, above, written] = [0, 0, 0];
  for (const { truth, result } of weeks) {
    const homes = new Map([...truth.values()].map(({ home, comment }) => [comment ?? '', home]));
    homes.delete('');
    written += homes.size;
    for (const { unit, texts } of result.comments) {
      const mine = texts.filter((text) => homes.get(text) === unit).length;
      own += mine;
      above += texts.length - mine;
    }
  }
  return { own, above, written };
}

function widthsOf(
  all: readonly { readonly question: Parameters<typeof saysOf>[0]; readonly own: Own }[],
): Width[] {
  const classes = [
    { answers: '5-9', from: 5, to: 9 },
    { answers: '10-19', from: 10, to: 19 },
    { answers: '20 and more', from: 20, to: Number.POSITIVE_INFINITY },
  ];
  return classes.map(({ answers, from, to }) => {
    const mine = all.filter(({ own }) => own.n >= from && own.n <= to);
    const shown = mine.map(({ question, own: { n, figure } }) => {
      const [favourable] = saysOf(question, n, figure);
      return favourable ? (100 * (favourable.high - favourable.low + 1)) / (n + 1) : 0;
    });
    const margins = mine.map(({ question, own: { n, tally, invited } }) => {
      return 100 * margin({ favourable: sides(question, tally).favourable, answered: n, invited });
    });
    return { answers, figures: mine.length, shown: median(shown), margin: median(margins) };
  });
}

export function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}
