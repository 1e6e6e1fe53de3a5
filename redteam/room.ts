/**
 * A proposal, not yet part of the product: room. Whether a figure, beside those already told of its parts, leaves somebody in
 * each part free to have answered otherwise. Pools stop subtraction; but four teams' bands and their division's share can
 * add up so that in one of the teams everybody must have been favourable.
 */
import { type Band, type Figure, figure } from '../src/anonymity/figure.ts';
import type { FivePoint } from '../src/survey/question.ts';

/** What is known of a group once its figures are told, whatever one member in each of its units tells besides. */
export interface Room {
  readonly n: number;
  /** The most favourable answers that the figures allow. */
  readonly most: number;
  /** The same if those who tell were all unfavourable. */
  readonly high: number;
  /** Whether there is a pool in it of which all others may have been favourable. */
  readonly open: boolean;
}

/** A pool of which nothing has been told; in each of its `units` one member may tell what they answered. */
export function untold(n: number, units: number): Room {
  return { n, most: n, high: Math.max(0, n - units), open: true };
}

/** Groups together, before anything is told of their sum. */
export function together(parts: readonly Room[]): Room {
  return parts.reduce((all, each) => ({
    n: all.n + each.n,
    most: all.most + each.most,
    high: all.high + each.high,
    open: all.open || each.open,
  }));
}

/** From here on a figure tells more than how many were favourable, and often their very number. */
const FULL = 20;

/**
 * Whether the figure of `favourable` answers may be told. It may not from the first reading on that would leave the others
 * of some part no choice, nor in the reading before it, so that a refusal says no more than that reading would have.
 */
export function leavesRoom(room: Room, favourable: number, said: Figure): boolean {
  const { n, most, high, open } = room;
  if (!open) return true;
  const { from } = tells(n, favourable, said);
  if (n >= FULL) return from < high - (reading(n, high) === 90 ? 0 : 1);
  const top = reading(n, high - 1);
  if (reading(n, most) === top) return from < high;
  return favourable < high && reading(n, favourable) !== top;
}

/** What is known once the figure of `favourable` answers has been told. */
export function afterwards(room: Room, favourable: number, said: Figure): Room {
  const { to } = tells(room.n, favourable, said);
  const high = Math.min(room.high, to);
  // Of a single pool the figure may say that not all others were favourable; of several it leaves that open.
  const open = room.open && high === room.high;
  return { n: room.n, most: Math.min(room.most, to), high, open };
}

/** The numbers of favourable answers that a figure may stand for. */
function tells(n: number, favourable: number, said: Figure) {
  const { from, to } = countsOf(n, reading(n, favourable));
  if (said.shown !== 'distribution') return { from, to };
  const [neutral, against] = [countsOf(n, said.neutral), countsOf(n, said.unfavourable)];
  return {
    from: Math.max(from, n - neutral.to - against.to),
    to: Math.min(to, n - neutral.from - against.from),
  };
}

/** The counts out of `n` that are read as `said`. */
function countsOf(n: number, said: Band | number) {
  const alike = Array.from({ length: n + 1 }, (_, count) => count).filter(
    (count) => reading(n, count) === said,
  );
  return { from: alike[0] ?? 0, to: alike.at(-1) ?? n };
}

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
