/**
 * A proposal, not yet part of the product.
 * Room: whether a figure, beside those already told of its parts, still leaves everybody free to have answered otherwise. Pools
 * stop subtraction; but four teams' bands and their division's share can add up so that in one of the teams all must
 * have been favourable (reference: the red team's integer program).
 */
import { type Band, type Figure, figure } from '../src/anonymity/figure.ts';
import type { FivePoint } from '../src/survey/question.ts';

/** What is known of a group once its figures are told, whatever one member in each of its units tells besides. */
export interface Room {
  readonly n: number;
  /** Favourable answers: the least and the most that the figures allow. */
  readonly least: number;
  readonly most: number;
  /** The same if the members who tell were all favourable, or all unfavourable: the others can't have been more. */
  readonly low: number;
  readonly high: number;
}

/** A pool of which nothing has been told; in each of its `units` one member may tell what they answered. */
export function untold(n: number, units: number): Room {
  return { n, least: 0, most: n, low: Math.min(n, units), high: Math.max(0, n - units) };
}

/** Groups together, before anything is told of their sum. */
export function together(parts: readonly Room[]): Room {
  const sum = (of: (room: Room) => number) => parts.reduce((all, each) => all + of(each), 0);
  return {
    n: sum(({ n }) => n),
    least: sum(({ least }) => least),
    most: sum(({ most }) => most),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
  };
}

/** From here on a figure tells more than how many were favourable, and often their very number. */
const FULL = 20;

/**
 * Whether the figure of `favourable` answers may be told. It may not from the first reading on that would leave the others
 * of some part no choice, nor in the reading before it, so that a refusal says no more than that reading would have.
 */
export function leavesRoom(room: Room, favourable: number, figure: Figure): boolean {
  const { n, least, most, low, high } = room;
  if (high <= low) return false;
  const read = (count: number) => reading(n, count);
  if (n >= FULL) {
    const { from, to } = tells(n, favourable, figure);
    const [above, below] = [read(high) === 90 ? 0 : 1, read(low) === 10 ? 0 : 1];
    return from < high - above && to > low + below;
  }
  const [top, bottom] = [read(high - 1), read(low + 1)];
  const endsAtTop = read(most) === top;
  const endsAtBottom = read(least) === bottom;
  if (!endsAtTop && (favourable >= high || read(favourable) === top)) return false;
  return endsAtBottom || (favourable > low && read(favourable) !== bottom);
}

/** What is known once the figure of `favourable` answers has been told. */
export function afterwards(room: Room, favourable: number, figure: Figure): Room {
  const { from, to } = tells(room.n, favourable, figure);
  return {
    n: room.n,
    least: Math.max(room.least, from),
    most: Math.min(room.most, to),
    low: Math.max(room.low, from),
    high: Math.min(room.high, to),
  };
}

/** The numbers of favourable answers that a figure may stand for. */
function tells(n: number, favourable: number, figure: Figure) {
  const { from, to } = countsOf(n, reading(n, favourable));
  if (figure.shown !== 'distribution') return { from, to };
  const [neutral, against] = [countsOf(n, figure.neutral), countsOf(n, figure.unfavourable)];
  return {
    from: Math.max(from, n - neutral.to - against.to),
    to: Math.min(to, n - neutral.from - against.from),
  };
}

/** The counts out of `n` that are read as `said`: readings rise with the count, so that halving finds both ends. */
function countsOf(n: number, said: ReturnType<typeof reading>) {
  const first = (enough: (rank: number) => boolean): number => {
    let [from, to] = [0, n + 1];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (enough(rankOf(reading(n, middle)))) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  const rank = rankOf(said);
  return { from: first((each) => each >= rank), to: first((each) => each > rank) - 1 };
}

function rankOf(said: ReturnType<typeof reading>): number {
  return typeof said === 'number' ? said : BANDS.indexOf(said);
}

const BANDS: readonly Band[] = ['under 40', '40-59', '60 or more'];

const SCALE: FivePoint = {
  kind: 'five-point',
  id: 'any',
  text: { en: '' },
  labels: [{ en: '' }, { en: '' }, { en: '' }, { en: '' }, { en: '' }],
};

/** What is told of how many of `n` were favourable: a band, or a share. */
function reading(n: number, favourable: number): Band | number {
  const said = figure(SCALE, n, [n - favourable, 0, 0, 0, favourable]);
  if (said?.shown === 'band') return said.band;
  return said && 'favourable' in said ? said.favourable : 0;
}
